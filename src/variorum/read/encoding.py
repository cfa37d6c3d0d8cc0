"""From bytes to characters: byte order marks, UTF-8, UTF-16, and the old code pages."""

import codecs

from charset_normalizer import CharsetMatch, from_bytes

from variorum.read.language import confidence
from variorum.yaml_files import word_file

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The code pages that reports really come in; of two that make equal sense the earlier wins.
CODE_PAGES: list[str] = word_file(__package__, "language.yaml")["code_pages"]
_SAMPLE_CHARS = 4000
BROKEN = "\ufffd"
FEWEST_WHOLE = 3
"""So many characters beyond ASCII are whole for each that is broken, in a text that is UTF-8."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the characters of `data`.

    Args:
        data: the bytes of a text, a page or a part of a mail.
        declared: the encoding that the file itself names, believed where it fits the bytes.

    Bytes that no encoding fits become U+FFFD, so that the reader sees where they stood.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    named = None if declared and repaired(data, declared) else declared
    for name in (named, "utf-8", _wide(data)):
        decoded = _try(data, name) if name else None
        if decoded is not None:
            return decoded
    return _mostly_utf8(data) or _by_code_page(data)


def repaired(data: bytes, declared: str | None) -> str | None:
    """Return a remark where bytes are UTF-8 though they are declared as an old code page; or None.

    Several sequences of bytes beyond ASCII that are valid UTF-8 are no chance.
    """
    if not declared or declared.lower().replace("_", "-") in ("utf-8", "utf8", "us-ascii", "ascii"):
        return None
    decoded, told = _try(data, "utf-8"), _try(data, declared)
    if decoded is None or told is None or len(told) - len(decoded) < FEWEST_WHOLE:
        return None
    return f"It says that it is in {declared[:40]}, and is in UTF-8; it was read so."


def _mostly_utf8(data: bytes) -> str | None:
    """Return the bytes as UTF-8 but for a few, or None where most of them fit it by chance.

    No old code page writes many sequences that are valid UTF-8; a byte cut off or strayed into a
    text does not change what the others are.
    """
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count(BROKEN)
    whole = sum(char > "\x7f" for char in decoded) - broken
    return decoded if whole >= FEWEST_WHOLE * broken else None


def _try(data: bytes, encoding: str) -> str | None:
    """Return the decoded bytes, or None when they do not fit or the encoding is unknown."""
    try:
        decoded = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return None if "\x00" in decoded and encoding == "utf-8" and _wide(data) else decoded


def _wide(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are in, told by where their zero bytes stand, or None."""
    if len(data) % 2 or b"\x00" not in data:
        return None
    zeros = {"utf-16-le": data[1::2].count(0), "utf-16-be": data[0::2].count(0)}
    best = max(zeros, key=lambda name: zeros[name])
    # Spaces and line ends alone leave one zero in about ten characters, in any script.
    clear = zeros[best] > len(data) / 2 * 0.05 and sum(zeros.values()) < zeros[best] * 1.1
    return best if clear else None


def _by_code_page(data: bytes) -> str:
    """Return the bytes in the old code page that makes the best sense of them."""
    matches = from_bytes(data, cp_isolation=CODE_PAGES, enable_fallback=False)
    return str(max(matches, key=_sense)) if matches else data.decode("utf-8", "replace")


def _sense(match: CharsetMatch) -> tuple[float, int]:
    """Return how much sense a decoding makes: letters in order, and the words of some language."""
    certain = confidence(str(match)[:_SAMPLE_CHARS])
    rank = CODE_PAGES.index(match.encoding) if match.encoding in CODE_PAGES else len(CODE_PAGES)
    return round(match.coherence + certain - 2 * match.chaos, 3), -rank
