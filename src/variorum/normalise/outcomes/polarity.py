"""Measures without a number: "no foreign fighters" is none, "some civilians" is one or more."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import has_child
from variorum.language.features import is_common_plural
from variorum.language.files import table
from variorum.language.verbs import is_negated
from variorum.language.word_lists import words
from variorum.normalise.nouns.nouns import kind_of, lemma_of
from variorum.normalise.nouns.population_words import load
from variorum.normalise.outcomes.outcomes import event_of

DESCRIBING = relations.of("AMOD COMPOUND NMOD POSS DET CASE PUNCT")
PARTITIVE_REACH = 3
DENYING = words("normalise", "denying_verbs")
NOBODY = words("normalise", "nobody_or_none")
MISSING = "missing"
CLIMB = 5
FOREIGN = ".foreign"
# Events that a bare plural does not tell of: "the deal covers fighters".
NO_OUTCOME = frozenset({None, "composed", "recruited", "screened", "carrying", "promised"})


@dataclass(frozen=True)
class Presence:
    """A population named as absent or present: tokens[start:end], its head and kind."""

    start: int
    end: int
    head: Token
    kind: str
    present: bool


def presences(doc: Doc, taken: set[int], language: str = "en") -> list[Presence]:
    """Return the populations of which the text says some or none, without tokens in `taken`.

    Only kinds more specific than people are looked at: "people left" says nothing to compare.
    """
    words = table("polarity")[language]
    populations = [_population(token) or "" for token in doc]
    foreign = {kind for kind in populations if kind.endswith(FOREIGN)}
    found = []
    for token in doc:
        if token.lower_ in NOBODY and token.dep_ in relations.SUBJECTS and _is_told(token):
            found.append(Presence(token.i, token.i + 1, token, "people", present=False))
        if token.pos_ != "NOUN" or token.i in taken:
            continue
        if kind := populations[token.i]:
            presence = (
                _quantified(token, kind, words, taken)
                or _bare(token, kind, words)
                or _only(token, kind, words, foreign)
            )
        else:
            presence = _nothing(token, words)
        if presence:
            found.append(presence)
    return found


def _is_told(nobody: Token) -> bool:
    """Return whether it is said what befell nobody; but for the missing, where: "in the raid"."""
    told = event_of(nobody, nobody, "people", denied=True)
    beside = [c for c in nobody.head.children if c.dep_ in relations.ADPOSITION]
    named = any(c.lower_ in {"in", "during", "by", "among"} for c in beside)
    return not has_child(nobody, relations.ADPOSITION) and (
        told == MISSING or (named and told not in NO_OUTCOME)
    )


def _nothing(token: Token, words: dict[str, list[str]]) -> Presence | None:
    """Read "sent no distress call": none of any countable thing to which something happens."""
    # "No damage or casualties": what none is said of first bears the others.
    borne_by = token.head if token.dep_ in relations.CONJ and token.nbor(-1).dep_ == "cc" else token
    first = _left_edge(borne_by)
    there = borne_by.dep_ in relations.ATTRIBUTE and has_child(borne_by.head, relations.EXPL)
    borne = there or borne_by.dep_ in relations.SUBJECTS | relations.OBJ
    if token.doc[first].lower_ not in words["none"] or not borne:
        return None
    kind = kind_of(token, [] if token != borne_by else list(token.doc[first : token.i]))
    kind = "people" if token.lower_ == "one" else kind
    if event_of(token, token, kind, denied=True) in NO_OUTCOME:
        return None
    return Presence(first, token.i + 1, token, kind, present=False)


def _population(token: Token) -> str | None:
    known = taxonomy.load()
    if not (known.kind(lemma_of(token)) or "").startswith("people."):
        return None
    return kind_of(token, list(token.doc[_left_edge(token) : token.i]))


def _left_edge(token: Token) -> int:
    """Return the first token of the words that describe the noun."""
    first = token.i
    for child in token.lefts:
        if child.dep_ in DESCRIBING and not child.is_punct:
            first = min(first, child.left_edge.i)
    return first


def _quantified(
    token: Token, kind: str, words: dict[str, list[str]], taken: set[int]
) -> Presence | None:
    """Read "no X", "some X", "many X", "none of the X", "part of the X", "a number of X"."""
    first = _left_edge(token)
    for start in range(max(sentence_of(token).start, first - PARTITIVE_REACH), first + 1):
        said = token.doc[start : token.i].text.lower()
        asks = any(t.lower_ in {"how", "if"} for t in token.doc[max(start - 1, 0) : start])
        asks = asks or token.doc[start].lower_ == "how"  # "how many X"
        if asks or any(i in taken for i in range(start, token.i)):
            continue
        if token.doc[start].lower_ == "any" and start < token.i and _is_denied(token):
            return Presence(start, token.i + 1, token, kind, present=True)
        for present, key in ((False, "none"), (True, "some")):
            if any(said == word or said.startswith(word + " ") for word in words[key]) and (
                token.doc[start].head.i == token.i or " of " in f" {said} "
            ):
                return Presence(start, token.i + 1, token, kind, present)
    return None


def _is_denied(token: Token) -> bool:
    """Return whether it stands in what somebody denies: "denied that any X were freed"."""
    above = token
    for _ in range(CLIMB):
        above = above.head
        if above.lemma_ in DENYING:
            return True
    return False


def _only(
    token: Token, kind: str, words: dict[str, list[str]], foreign: set[str]
) -> Presence | None:
    """Read "only Syrian fighters left" as none of the foreign ones that the text sets against them.

    Whether a nation's are the foreign ones, only a text that speaks of both tells.
    """
    first = _left_edge(token)
    said = [t.lower_ for t in token.doc[max(0, first - 1) : token.i]]
    nation = any(word in load().nations for word in said)
    if kind + FOREIGN not in foreign or not nation or not set(said) & set(words["only"]):
        return None
    if event_of(token, token, kind) in {None, *NO_OUTCOME} - {"composed"}:
        return None
    start = first if token.doc[first].lower_ in words["only"] else first - 1
    return Presence(max(0, start), token.i + 1, token, kind + FOREIGN, present=False)


def _is_determined(token: Token) -> bool:
    return any(
        c.dep_
        in relations.DET | relations.POSS | relations.NUMMOD | relations.NEG | relations.PREDET
        for c in token.lefts
    )


def _bare(token: Token, kind: str, words: dict[str, list[str]]) -> Presence | None:
    """Read the plural that stands alone with an event: "foreign fighters left"."""
    if (
        not is_common_plural(token)
        or token.dep_ not in relations.SUBJECTS | relations.OBJ
        or _is_determined(token)
    ):
        return None
    first = _left_edge(token)
    around = {token.doc[max(0, first - 1)].lower_, token.doc[first].lower_}
    if around & set(words["not_bare_after"]):
        return None
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"} or any(c.lower_ in words["modals"] for c in verb.children):
        return None
    if verb.lemma_ == "be" and has_child(verb, relations.XCOMP):
        return None  # "were to leave", "were able to leave": what may happen is not an outcome
    denied = is_negated(verb, adverbs=False)
    permitted = denied and verb.lemma_ in words["permissions"]
    if permitted or event_of(token, token, kind, denied) in NO_OUTCOME:
        return None
    return Presence(first, token.i + 1, token, kind, not denied)
