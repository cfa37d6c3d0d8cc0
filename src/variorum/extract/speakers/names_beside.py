"""The name beside a noun: in apposition to it, or by which it is called."""

from spacy.tokens import Token

from variorum.language import relations
from variorum.language.name_spans import is_name
from variorum.language.word_lists import words

CALLED = relations.of("OBJECT_PREDICATE ATTRIBUTE COMPLEMENT OBJ APPOS")
INDEFINITE = words("extract", "indefinite")
NAMING = words("extract", "naming")
LONGEST_APPOSITION = 20


def named_beside(head: Token) -> Token | None:
    """Return the name in apposition to a noun, or by which it is called: "who is known as"."""
    for child in head.rights:
        if child.dep_ in relations.APPOS:
            named = [child, *(c for c in child.rights if c.dep_ in relations.APPOS)]
            one_of = {t for t in named if any(c.lower_ in INDEFINITE for c in t.lefts)}
            if found := next((t for t in named if is_name(t) and t not in one_of), None):
                return found
    if (beside := _second_subject(head)) is not None:
        return beside
    end = min(head.right_edge.i + 1, head.i + LONGEST_APPOSITION)
    for verb in head.doc[head.i : end]:
        if verb.lower_ in NAMING and verb.dep_ in relations.RELCL | relations.ACL:
            inner = [t for named in verb.rights for t in (named, *named.rights)]
            return next((t for t in inner if is_name(t) and t.dep_ in CALLED), None)
    return None


def _second_subject(head: Token) -> Token | None:
    """Return the name that the parse made a second subject: "Its chair, the diplomat Ann Lee,"."""
    if head.dep_ not in relations.SUBJECTS:
        return None
    for other in head.head.lefts:
        if (
            other.i > head.i
            and other.dep_ in relations.SUBJECTS
            and other.left_edge.i - head.i <= len(", ")
        ):
            named = [other, *(c for c in other.rights if c.dep_ in relations.APPOS)]
            return next((t for t in named if is_name(t)), None)
    return None
