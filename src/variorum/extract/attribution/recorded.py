"""What of the attributions is recorded: those by which something is said.

A cue that only takes a thing says nothing: "the mayor thanked the crews", "did not answer a request
for comment". The report tells that itself, and it belongs to the sentence around it. Corpora of
attribution mark it all the same, so that it is left out here, and not where cues are found.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from variorum.extract.attribution.cues import cue_entry
from variorum.extract.attribution.sources import CITING
from variorum.extract.document.outlets import is_outlet
from variorum.extract.document.raw_attribution import Attribution
from variorum.extract.document.reading import Reading
from variorum.language import relations
from variorum.language.dependents import NOUNS, VERBS
from variorum.language.english_words import cue_words, is_amount, word_list
from variorum.language.word_lists import words
from variorum.model import Stance

ACTS = words("extract", "acts")
AHEAD = words("extract", "ahead")
ASIDES = words("extract", "asides")
VERDICTS = words("extract", "verdicts")
IDENTIFYING = words("extract", "identifying")
INDEFINITE = words("extract", "indefinite")
DESCRIBED = relations.RELCL | relations.ACL
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TAKING = frozenset({Stance.ASSERTS, Stance.INTENDS, Stance.PREDICTS})


def recorded(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions by which something is said.

    "According to the paper" beside "Lee said" only tells who passes it on. What lies ahead stays
    one where another speaks beside it, so that no words of it are lost.
    """
    tellers = [one.head for one in found if one.head.pos_ == "VERB" and one.source is not None]
    tellers = [head for head in tellers if head.lemma_ not in word_list("showing")]
    papers = [one for one in found if one.source is not None and is_outlet(one.source)]
    beside = [p for p in papers if p.head.lower_ == "according" and p.head.head in tellers]
    through = {paper.head.head: paper for paper in beside}
    found = [
        replace(one, citer=one.citer or through[one.head].source) if one.head in through else one
        for one in found
        if one not in through.values()
    ]
    saying = (one for one in found if one.head.lemma_ not in (ACTS - CITING) | AHEAD)
    others = {reading.sentence_at(one.head.i) for one in saying}
    return [one for one in found if not _is_attitude(reading, one, others)]


def _is_attitude(reading: Reading, one: Attribution, others: set[int]) -> bool:
    quoted = one.quotes or one.block or one.spoken or one.citer or one.asked
    if quoted or any(reading.quotes_in(*place) for place in one.content):
        return False
    told = [t for p in one.content for t in reading.tokens_in(*p) if not (t.is_punct or t.is_space)]
    if not told or one.head.pos_ == "ADP":
        return False
    # "It was expected to last a week": nobody in particular expects it.
    ahead = one.source is None and one.head.lemma_ in AHEAD
    ahead = ahead and any(t.lower_ == "to" and t.head.pos_ in VERBS for t in told)
    ahead = ahead and reading.sentence_at(one.head.i) not in others
    return ahead or _withholds(one, told) or _only_takes(one, told)


def _withholds(one: Attribution, told: Sequence[Token]) -> bool:
    """Whether somebody does not answer, or only under a condition: "declined to comment"."""
    cue = one.head.doc[one.cue[0] : one.cue[1]]
    negated = any(c.dep_ in relations.NEG for c in one.head.children)
    if negated and one.head.lemma_ in IDENTIFYING and told[0].i > one.head.i:
        return True  # "did not name the victims"
    first = [*takewhile(lambda t: not (t.tag_ in FINITE or is_amount(t)), told)]
    asked = [t for t in first if t.pos_ == "VERB" or t.dep_ in relations.COMPLEMENT]
    beside = [*cue, *asked] if len(first) == len(told) else asked
    return any(t.lemma_.lower() in ASIDES for t in beside)


def _only_takes(one: Attribution, told: Sequence[Token]) -> bool:
    """Whether a cue takes a mere thing: "drew up the report", "which supports the rebels"."""
    head = one.head
    known = cue_entry(head) is not None
    if (known and head.lemma_ not in ACTS) or head.lemma_ in VERDICTS:
        return False
    if one.word.stance not in TAKING or told[0].i < head.i or told[0].dep_ in relations.MARK:
        return False
    described = [t for t in told if t.dep_ in DESCRIBED and t.head in told]  # "those | who fell"
    verbs = (t for t in told if t.pos_ in VERBS and t not in described)
    verbal = any(not any(t.is_ancestor(verb) for t in described) for verb in verbs)
    nouns = [t.lemma_.lower() for t in told]
    # "backs the claim that" and "saw a sign of" say something, "has seen the report" does not.
    sensing = head.lemma_ in word_list("sensing")
    told_so = any((noun, "NOUN") in cue_words() or noun in VERDICTS for noun in nouns)
    now = head.tag_ in {"VBZ", "VBP"}  # "sees the same pattern"
    said = (now or told[0].lower_ in INDEFINITE) if sensing else known and told_so
    said = said or verbal or any(map(is_amount, told))
    return not said and any(t.pos_ in NOUNS for t in told)
