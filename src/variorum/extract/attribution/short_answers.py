"""Short answers: "Asked how many were killed, the mayor said: 'Forty.'" says that forty were.

The words of the question belong to what is said: without them the answer tells nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.extract.document.raw_attribution import Attribution
from variorum.extract.document.reading import Reading
from variorum.language.alignment import sentence_of
from variorum.language.english_words import is_amount
from variorum.language.word_lists import words
from variorum.model import Certainty

ASKING = words("extract", "asking")
SHORT_ANSWER = 4  # An answer of more words before its first verb tells by itself what it is about


def with_questions(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, a short answer with the words of the question right before it.

    A question that is answered in its own sentence is no claim of its own.
    """
    made: list[Attribution] = []
    for attribution in found:
        asked = made[-1] if made else None
        if asked is None or not _answers(reading, asked, attribution):
            made.append(attribution)
            continue
        if sentence_of(asked.head) == sentence_of(attribution.head) and not asked.spoken:
            made.pop()
        made.append(replace(attribution, asked=asked.content))
    return made


def _answers(reading: Reading, asked: Attribution, given: Attribution) -> bool:
    """Whether somebody answers in a word or two what was asked right before."""
    if asked.word.lemma not in ASKING or asked.word.certainty is not Certainty.UNKNOWN:
        return False
    if given.content[0][0] < asked.content[-1][1]:
        return False
    turns = asked.spoken and given.spoken
    if not turns and sentence_of(asked.head) != sentence_of(given.head):
        return False
    said = [t for place in given.content for t in reading.tokens_in(*place) if not t.is_punct]
    leading = next((i for i, t in enumerate(said) if t.pos_ in {"VERB", "AUX"}), len(said))
    counts = any(map(is_amount, said[: min(SHORT_ANSWER, leading)]))
    return counts and (len(said) <= SHORT_ANSWER or leading >= SHORT_ANSWER)
