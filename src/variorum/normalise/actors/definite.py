"""Words without a name that stand for somebody named before: "the minister", "the ministry"."""

from collections.abc import Iterable

from spacy.tokens import Doc

from variorum.language.features import is_adjective, is_hyphen, is_noun_form
from variorum.language.name_spans import NameWords, plain
from variorum.language.spelling import name_words
from variorum.model import SpeakerKind
from variorum.normalise.actors.typing import Found

LONGEST = 5


def definite(doc: Doc, here: Iterable[Found], words: NameWords) -> list[Found]:
    """Return the phrases of "the" and the noun of an office or a body that are no names yet."""
    taken = {i for one in here for i in range(one.start, one.end)}
    phrases = (_phrase(doc, i, words) for i in range(len(doc) - 1) if doc[i].lower_ == "the")
    return [one for one in phrases if one and not taken & set(range(one.start, one.end))]


def _phrase(doc: Doc, article: int, words: NameWords) -> Found | None:
    start = end = article + 1
    parts = (is_noun_form, is_adjective, is_hyphen)
    while end < len(doc) and end - start < LONGEST and any(part(doc[end]) for part in parts):
        end += 1
    if end == start:
        return None
    if end < len(doc) and doc[end].lower_ in {"of", "for"}:
        return None
    last = plain(doc[end - 1])
    office, body = last in words.offices, last in words.bodies
    kind = SpeakerKind.PERSON if office else SpeakerKind.ORGANISATION
    folded = name_words(doc[start:end].text)
    return Found(start, end, folded, kind, definite=True) if (office or body) and folded else None
