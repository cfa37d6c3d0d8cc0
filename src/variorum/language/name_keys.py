"""Names folded for comparing."""

import functools
import re
import unicodedata

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
TITLE = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|prof|gen|col|maj|lt|capt|sgt|brig|sen|rep|gov|president|minister|colonel"
    r"|general|major|captain|spokes(?:man|woman|person)|secretary|professor)\b\.?\s+)+",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"[’']s?\b")


@functools.lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return `name` without case, accents, article, titles and punctuation, for comparing."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = TITLE.sub("", ARTICLE.sub("", _POSSESSIVE.sub("", plain.strip())))
    return " ".join(_NOT_WORD.sub(" ", plain).split())
