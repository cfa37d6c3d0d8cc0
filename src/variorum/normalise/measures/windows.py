"""Which date a number belongs to: the day things happened, or the day a count stood at."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import tokens_at
from variorum.language.dependents import children_of, clauses_of, has_child, verb_above
from variorum.language.features import (
    is_base_form,
    is_infinitive_marker,
    is_modal,
    is_past_participle,
    is_past_tense,
    is_present,
    is_present_participle,
)
from variorum.language.verbs import has_aux
from variorum.language.word_lists import words
from variorum.model import Mood, When
from variorum.normalise.nouns.nouns import Counted
from variorum.normalise.outcomes.outcomes import top_of

STANDING = words("normalise", "standing_verbs")
REACHED = relations.OBJ | relations.ATTRIBUTE | relations.MEASURE
WHEN = words("normalise", "when_conjunctions")
NEXT = 7
BEFORE = 2
CLOCK = words("normalise", "clock_words")
HOLDING = words("normalise", "capacity_verbs")
AWAITING = words("normalise", "awaiting_verbs")
ALLOWING = words("normalise", "allowing_verbs")
AIMS = words("normalise", "aim_nouns")
TERMS = frozenset({"agreement", "ceasefire"})
RULES = words("normalise", "rule_nouns")
PERMITS = words("normalise", "permit_nouns")
NEEDING = words("normalise", "needing_verbs")


class Windows:
    """The dates of a document, found from the number that they are said of."""

    def __init__(self, doc: Doc, whens: Sequence[When]) -> None:
        self._at: dict[int, When] = {}
        self._by_verb: dict[int, int] = {}
        for when in (when for when in whens if when.dated):
            place = tokens_at(doc, when.span.start, when.span.end)
            if place is not None and len(place):
                self._by_verb.setdefault(verb_above(place.root).i, place.start)
                self._at.update((i, when) for i in range(place.start, place.end))

    def of(self, thing: Counted) -> tuple[str | None, str | None]:
        """Return the window of what happened and the day the count stood at, as EDTF or None."""
        noun = thing.head if thing.head is not None else thing.anchor
        top, verb = top_of(noun, thing.anchor), verb_above(noun)
        reached = top.dep_ in REACHED or (
            top.dep_ in relations.COMPLEMENT and top.head.lower_ in {"to", "at"}
        )
        stood = reached and verb.lemma_ in STANDING
        # "The toll from Saturday's blast rose to 13 on Monday": Saturday is no day of the count.
        subjects = children_of(verb, relations.SUBJECTS) if stood else ()
        within = {i for subject in subjects for i in range(subject.left_edge.i, verb.i)}
        of_verb = (i for i in sorted(self._at) if stood and verb_above(verb.doc[i]) == verb)
        places = (i for i in (*self._places(thing), *of_verb) if i not in within)
        if (place := next(places, None)) is None:
            return None, None
        edtf = self._at[place].edtf
        stood = stood or self._is_up_to(thing.anchor.doc, place)
        return (None, edtf.removeprefix("../")) if stood else (edtf, None)

    def _is_up_to(self, doc: Doc, place: int) -> bool:
        """Read "by Monday", "as of 8 p.m. on Monday", "until Friday"."""
        first = place
        clock = {
            t.i for t in doc[max(0, place - 2 * BEFORE) : place] if t.like_num or t.lower_ in CLOCK
        }  # "8 p.m. on"
        while first > 0 and (first - 1 in self._at or first - 1 in clock):
            first -= 1
        before = [token.lower_ for token in doc[max(0, first - BEFORE) : first]]
        told = before[-1:] and (before[-1] in {"by", "until", "till"} or before == ["as", "of"])
        words = [token.lower_ for token in doc[first : place + 1]]
        return bool(told or words[:1] == ["by"] or before == ["up", "to"] or words[:1] == ["until"])

    def _places(self, thing: Counted) -> Iterator[int]:
        """Yield the tokens of dates that may be meant, the nearest in the grammar first."""
        noun = thing.head if thing.head is not None else thing.anchor
        yield from self._next(thing)
        for clause in noun.rights:
            if clause.dep_ in relations.ACL | relations.RELCL and clause.i in self._by_verb:
                yield self._by_verb[clause.i]
        verb = verb_above(noun)
        if verb.i in self._by_verb:
            yield self._by_verb[verb.i]
        yield from self._above(verb)
        for outer in clauses_of(verb):
            if is_present_participle(verb) and outer.i in self._by_verb:
                yield self._by_verb[outer.i]

    def _next(self, thing: Counted) -> Iterator[int]:
        """Read "32 in Brussels in March", whatever the parser hangs the month on."""
        doc = thing.anchor.doc
        for token in doc[thing.end : thing.end + NEXT]:
            if token.i in self._at:
                yield token.i
                return
            if token.pos_ not in {"ADP", "PROPN", "DET", "NOUN"} or token.is_sent_start:
                return

    def _above(self, verb: Token) -> Iterator[int]:
        """Read "in November, when attackers killed 130", "on Monday 112 died and 640 were hurt"."""
        head = verb.head
        if verb.dep_ in relations.RELCL:
            yield from (i for i in range(head.left_edge.i, verb.i) if i in self._at)
        fronted = self._by_verb.get(head.i, verb.i) < head.i
        at_once = any(c.lower_ in WHEN for c in verb.children)
        together = (verb.dep_ in relations.CONJ and fronted) or (
            verb.dep_ in relations.ADVCL and at_once
        )
        if together and head.i in self._by_verb:
            yield self._by_verb[head.i]


def mood_of(thing: Counted) -> Mood | None:
    """Return what the clause makes of the number: "killed 49 people" is realised.

    "Would leave", "must win" and "can carry" tell nothing that has happened; where the grammar says
    neither ("to pay $4,000"), None.
    """
    noun = thing.head if thing.head is not None else thing.anchor
    if any(_is_to_be(c) for c in noun.rights):
        return Mood.POSSIBLE
    if any(c.dep_ in relations.ACL and is_past_participle(c) for c in noun.rights):
        return Mood.REALISED
    verb = verb_above(noun)
    while (
        is_present_participle(verb)
        and verb.dep_ in relations.ACL | relations.ADVCL
        and verb.head.i != verb.i
    ):
        verb = verb_above(verb.head)
    helpers = children_of(verb, relations.HELPERS)
    awaited = verb.lemma_ in AWAITING or _is_to_be(verb) or _holds_so_many(verb)
    if awaited or any(is_modal(c) for c in helpers) or _is_needed(verb) or _is_allowed(verb):
        return Mood.POSSIBLE
    past = is_past_tense(verb) or any(is_past_tense(c) or c.lemma_ == "have" for c in helpers)
    return Mood.REALISED if past else None


def _is_to_be(verb: Token) -> bool:
    """Read "300 jobs to be cut", "none were to leave": what is to be has not been."""
    if verb.lemma_ == "be" and not has_child(verb, relations.ADJ_COMPLEMENT):
        return any(_has_to(c) for c in children_of(verb, relations.XCOMP))
    return (
        _has_to(verb)
        and verb.dep_
        in relations.RELCL | relations.ACL | relations.CCOMP | relations.COMPLEMENT_CLAUSE
    )


def _has_to(verb: Token) -> bool:
    return any(is_infinitive_marker(c) for c in verb.children)


def _holds_so_many(verb: Token) -> bool:
    """Read "the ferry carries 400 passengers": how many there is room for."""
    bare = not has_aux(verb)
    return verb.lemma_ in HOLDING and is_present(verb) and bare


def _is_allowed(verb: Token) -> bool:
    """Read "the deal allows 300 people to leave", "permits were given for 60 trucks"."""
    known = taxonomy.load().subjects
    above = verb.head if verb.dep_ in relations.CCOMP | relations.XCOMP else verb
    for one in (verb, above):
        subjects = children_of(one, relations.SUBJECTS)
        if any(c.lemma_ in PERMITS for c in subjects):
            return True
        terms = any(known.get(c.lemma_) in TERMS or c.lemma_ in RULES for c in subjects)
        if terms and one.lemma_ in ALLOWING:
            return True
    return False


def _is_needed(verb: Token) -> bool:
    """Read "has to win", "needs to win", "was built to carry"."""
    above = verb.head
    aimed = above.lemma_ == "be" and any(
        c.lemma_ in AIMS for c in children_of(above, relations.SUBJECTS)
    )
    infinitive = verb.dep_ in relations.XCOMP and is_base_form(verb)
    return infinitive and (above.lemma_ in NEEDING or aimed)
