"""Figures that somebody gives: "put it at 90", "gave the toll as 56", "counts 22 civilians".

No such verb attributes by itself; it does where its subject may tell something, and where a number
stands in what it gives.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.extract.attribution.sources import agent_of, noun_range, source_of
from variorum.extract.document.claimants import may_speak
from variorum.extract.document.raw_attribution import Attribution, Range, ranges_of
from variorum.extract.document.reading import Reading
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import VERBS
from variorum.language.english_words import CueWord, is_amount, noun_lemma
from variorum.language.features import is_determiner
from variorum.language.word_lists import words
from variorum.model import Certainty, Stance

FIGURE = "figure"
TALLIES = words("extract", "tallies")
VICTIMS = words("extract", "victims")
ESTIMATING = words("extract", "estimating")
COUNTING = words("extract", "counting")
GIVING = words("extract", "giving_figures")
STATING = COUNTING | GIVING | words("extract", "stating_figures")
BETWEEN = words("extract", "between_clauses")
GIVEN = relations.of(
    "OBJ IOBJ ADPOSITION OBJECT_PREDICATE ATTRIBUTE CCOMP XCOMP CONJ ADVCL APPOS MEASURE"
)
_PASSIVE = relations.NSUBJ_PASS
_PERSONAL = words("extract", "subject_forms") | words("extract", "anaphors")


def figure_word(verb: Token) -> CueWord | None:
    """Return the cue that a verb is where it gives a figure on somebody's word, else None."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in ESTIMATING | COUNTING | GIVING:
        return None
    source = source_of(verb)
    if source is None or not _may_give(source) or not given_figure(verb):
        return None
    certainty = Certainty.PROBABLE if lemma in ESTIMATING else Certainty.CERTAIN
    return CueWord(lemma, "VERB", frozenset({FIGURE}), Stance.ASSERTS, certainty)


def _may_give(source: Token) -> bool:
    if source.lower_ in _PERSONAL or may_speak(source):
        return True
    # A name that opens a sentence is at times taken for a noun, which it is nowhere else.
    opens = source.is_title and source.i == sentence_of(source).start
    return opens and any(t.pos_ == "PROPN" and t.lower_ == source.lower_ for t in source.doc)


def given_figure(verb: Token) -> list[Range]:
    """Return the figure that a verb gives with what it is a figure of, as token ranges."""
    given = [c for c in verb.rights if c.dep_ in GIVEN and _belongs(c)]
    said_of = [c for c in verb.lefts if c.dep_ in _PASSIVE]
    counted = next((c for c in [*said_of, *given] if c.dep_ in relations.OBJ | _PASSIVE), None)
    told = [t for c in given for t in c.subtree]
    if counted is None or not given or not any(map(is_amount, told)):
        return []
    lemma = verb.lemma_.lower()
    if lemma in ESTIMATING and not (_is_tally(counted) or counted.lower_ == "it"):
        return []
    if lemma in GIVING and not any(_is_tally(t) or t.lower_ in VICTIMS for t in told):
        return []
    inside = {t.i for c in said_of for t in c.subtree}
    inside |= set(range(given[0].left_edge.i, max(c.right_edge.i for c in given) + 1))
    inside -= {t.i for c in verb.rights if c.dep_ in relations.AGENT for t in c.subtree}
    inside |= set(range(max(inside) + 1, _end(verb, max(inside) + 1)))
    return ranges_of(sorted(inside))


def figure_by(verb: Token) -> list[Range]:
    """Return the figure of "the 500 deaths claimed by the ministry", as a token range."""
    noun, agent = verb.head, agent_of(verb) if verb.lemma_ in STATING else None
    if verb.dep_ not in relations.ACL or agent is None or not may_speak(agent):
        return []
    up = noun.head.head
    if noun.dep_ in relations.COMPLEMENT and is_amount(noun) and _is_tally(up):
        noun = up  # "the toll of 40 given by the ministry"
    told = verb.doc[noun.left_edge.i : verb.i]
    return [(told.start, told.end)] if any(map(is_amount, told)) else []


def _end(verb: Token, end: int) -> int:
    """Return where the figure ends: with the sentence, where the rest of it tells nothing new."""
    rest = verb.doc[end : sentence_of(verb).end]
    finite = any(t.dep_ in relations.SUBJECTS and t.head.pos_ in VERBS for t in rest)
    stop = max((t.i for t in rest if not t.is_punct and not t.is_space), default=end - 1) + 1
    leaves = finite or any(t.text in {";", ":"} or t.dep_ in relations.CC for t in rest)
    return end if leaves or any(t.lower_ == "by" for t in rest) else stop


def _belongs(child: Token) -> bool:
    """Whether a part of a clause belongs to the figure, and tells nothing of its own."""
    if child.dep_ in relations.ADVCL | relations.CCOMP | relations.XCOMP:
        return child.pos_ != "VERB" or child.lower_ in VICTIMS
    if child.dep_ in relations.CONJ:
        return any(is_amount(c) for c in child.lefts) and child.lower_ in VICTIMS
    return True


def _is_tally(noun: Token) -> bool:
    return bool({noun_lemma(noun), noun.lower_} & (TALLIES | VICTIMS))


def with_ellipses(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with those that leave the verb out, "... and the city 20,000".

    Both give figures by one verb; what the second gives is no content of the first.
    """
    made: list[Attribution] = []
    for attribution in found:
        parts = _second(reading, attribution)
        if parts is None:
            made.append(attribution)
            continue
        source, first, second = parts
        place = noun_range(source, attribution.head)[0], source.i + 1
        made.append(replace(attribution, content=[reading.chars(first)]))
        made.append(
            replace(attribution, source=source, source_range=place, content=[reading.chars(second)])
        )
    return made


def _second(reading: Reading, attribution: Attribution) -> tuple[Token, Range, Range] | None:
    """Return the second speaker, and the tokens of the first and the second figure."""
    if attribution.word.pos != "VERB" or len(attribution.content) != 1 or attribution.quotes:
        return None
    tokens = list(reading.tokens_in(*attribution.content[0]))
    if not tokens or tokens[0].i <= attribution.head.i or any(t.pos_ == "VERB" for t in tokens):
        return None
    for at, token in enumerate(tokens):
        if token.lower_ not in BETWEEN or not any(map(is_amount, tokens[:at])):
            continue
        number = next((t for t in tokens[at:] if is_amount(t)), None)
        nouns = [t for t in tokens[at:] if number is not None and t.i < number.i]
        source = next((t for t in reversed(nouns) if t.pos_ in {"NOUN", "PROPN"}), None)
        if number is None or source is None or not _is_rival(source, number, tokens[-1]):
            continue
        between = source.doc[source.i + 1 : number.i]
        if all(t.pos_ in {"ADV", "ADP", "ADJ", "PUNCT", "PART"} for t in between):
            return source, (tokens[0].i, token.i), (source.i + 1, tokens[-1].i + 1)
    return None


def _is_rival(source: Token, number: Token, last: Token) -> bool:
    """Whether a noun before a number may be who gives it: anybody where the number ends it all."""
    if _is_tally(source):
        return False  # "the dead at 16 and the wounded at 90"
    named = source.pos_ == "PROPN" or is_determiner(source.nbor(-1))
    bare = number == last and named
    return may_speak(source) or bare
