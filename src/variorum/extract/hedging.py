"""Hedges: the words that weaken a statement, how far, and the likelihood they stand for."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.attribution.cues import negated
from variorum.extract.document.raw_attribution import Range
from variorum.extract.document.reading import Reading
from variorum.language import relations, word_lists
from variorum.language.english_words import HedgeWord, hedge_words, word_list
from variorum.language.features import is_modal, is_past_participle
from variorum.model import Band, Certainty

MODALS = word_lists.words("extract", "modals")
# What "seems" and "is believed" weaken is what follows them: "appeared in court" weakens nothing.
OF_BEING = word_lists.words("extract", "of_being")
PREDICATES = relations.of("XCOMP CCOMP ADJ_COMPLEMENT OBJECT_PREDICATE ADVCL")
PROBABLE = {Certainty.CERTAIN: Certainty.PROBABLE, Certainty.CERTAINLY_NOT: Certainty.PROBABLY_NOT}
POSSIBLE = {
    Certainty.CERTAIN: Certainty.POSSIBLE,
    Certainty.PROBABLE: Certainty.POSSIBLE,
    Certainty.CERTAINLY_NOT: Certainty.POSSIBLY_NOT,
    Certainty.PROBABLY_NOT: Certainty.POSSIBLY_NOT,
}
UNLIKELY = {
    Certainty.CERTAIN: Certainty.PROBABLY_NOT,
    Certainty.PROBABLE: Certainty.PROBABLY_NOT,
    Certainty.POSSIBLE: Certainty.PROBABLY_NOT,
}
WEAKER = {
    Certainty.PROBABLE: PROBABLE,
    Certainty.POSSIBLE: POSSIBLE,
    Certainty.PROBABLY_NOT: UNLIKELY,
}


@dataclass(frozen=True)
class Hedge:
    """Hedging words at a character range; `in_cue` where they stand in or beside the cue."""

    start: int
    end: int
    word: HedgeWord
    in_cue: bool = False


def weakened(certainty: Certainty, hedging: list[Hedge]) -> Certainty:
    """Return what a certainty comes down to by the hedges beside it."""
    for hedge in hedging:
        certainty = WEAKER[hedge.word.certainty].get(certainty, certainty)
    return certainty


def band_of(hedging: list[Hedge]) -> Band | None:
    """Return the band of the first estimative word, or None without one."""
    return next((h.word.band for h in hedging if h.word.band is not None), None)


def hedges(reading: Reading, cue: Range | None, content: list[Range]) -> list[Hedge]:
    """Return the hedging words in a cue (tokens) and its content (characters), in order."""
    found: dict[int, Hedge] = {}
    if cue is not None:
        tokens = list(reading.doc[slice(*_with_adverbs(reading, cue))])
        unsaid = any(negated(t) for t in tokens)
        for hedge in _among(tokens, in_cue=True):
            if not (unsaid and hedge.word.words[0] in MODALS):
                found.setdefault(hedge.start, hedge)
    for start, end in content:
        for hedge in _among(list(reading.tokens_in(start, end)), in_cue=False):
            found.setdefault(hedge.start, hedge)
    return [found[start] for start in sorted(found)]


def _with_adverbs(reading: Reading, cue: Range) -> Range:
    """Return the cue with the adverbs right before it: "are almost certain that"."""
    start = cue[0]
    while start > 0 and reading.doc[start - 1].dep_ in relations.ADVMOD and start > cue[0] - 2:
        start -= 1
    return start, cue[1]


def _among(tokens: list[Token], *, in_cue: bool) -> list[Hedge]:
    """Return the hedges among tokens that stand in a row, the longest where several begin."""
    found, i, table = [], 0, hedge_words()
    while i < len(tokens):
        for word in table.get(tokens[i].lower_, ()):
            part = tokens[i : i + len(word.words)]
            if tuple(t.lower_ for t in part) == word.words and _weakens(part):
                end = part[-1].idx + len(part[-1])
                found.append(Hedge(part[0].idx, end, word, in_cue))
                i += len(part) - 1
                break
        i += 1
    return found


def _weakens(words: list[Token]) -> bool:
    """Whether words that can hedge do so where they stand.

    "May" is a month and "could see" an ability; "as soon as possible" doubts nothing, and "40 died,
    maybe more" only what is added.
    """
    first, last = words[0], words[-1]
    after = [t.lower_ for t in last.doc[last.i + 1 : last.i + 3]]
    added = after[:1] == ["more"] and after[1:] != ["than"] and first.pos_ == "ADV"
    joined = first.dep_ in relations.CONJ and is_past_participle(first)
    joined = joined and not any(c.dep_ in relations.SUBJECTS for c in first.lefts)
    if added or joined or len(words) > 1:
        return not (added or joined)
    if first.lower_ in MODALS:
        return is_modal(first) and not (first.lower_ == "could" and _is_ability(first))
    if first.lower_ == "possible":
        return first.dep_ in relations.ADJ_COMPLEMENT
    if first.lower_ in OF_BEING:
        return first.dep_ in relations.AMOD or any(c.dep_ in PREDICATES for c in first.rights)
    return True


def _is_ability(could: Token) -> bool:
    """Whether "could" tells what somebody was able to do: "could see", "could not reach"."""
    verb = could.head
    if any(
        (c.dep_ in relations.NEG or c.lower_ == "never") and c.i < verb.i for c in verb.children
    ):
        return True
    return verb.lemma_.lower() in word_list("sensing")
