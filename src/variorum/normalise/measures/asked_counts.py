"""Numbers that answer a question: "Asked how many people were killed, he said: 'Forty.'"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.normalise.nouns.nouns import Counted, counted
from variorum.normalise.numbers.quantity import Quantity

MANY = "many"
# So many tokens may stand between the question and the number: who is asked, and who answers.
FARTHEST_ANSWER = 24


def asked_for(doc: Doc, quantity: Quantity, thing: Counted) -> Counted | None:
    """Return what the "how many" before a number without a noun asks for, else None.

    The number is the first one after the question, in its sentence or the one after it.
    """
    if thing.noun or quantity.unit is not None:
        return None
    many = _how_many(thing.anchor)
    if many is None:
        return None
    start, end = many.nbor(-1).idx, many.idx + len(many)
    return counted(doc, replace(quantity, start=start, end=end, core=(many.idx, end), noun_at=None))


def _how_many(number: Token) -> Token | None:
    """Return the "many" of the question that a number is the first to answer."""
    doc, ends = number.doc, 0
    for i in range(number.i - 1, max(0, number.i - FARTHEST_ANSWER), -1):
        token = doc[i]
        if token.lower_ == MANY and doc[i - 1].lower_ == "how":
            # "How many of the 230" has the whole in its question.
            return None if token.is_ancestor(number) else token
        ends += token.text in {".", "?", "!"}
        if token.like_num or ends > 1:
            return None
    return None
