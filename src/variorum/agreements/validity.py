"""When an agreement was reached, and from when to when it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.agreements.agreement_mentions import Talk
from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.due_dates import ahead
from variorum.agreements.parties import makes
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import first_child
from variorum.language.relations import COMPLEMENT, CONJ, OBJ, RELCL, SUBJECTS
from variorum.language.word_lists import words
from variorum.model import When

FROM, UNTIL = words("agreements", "since"), words("agreements", "to_the_end")
BETWEEN = ("from", "between")
# Words that say that something holds stand so many characters before its date.
VALID_REACH = 50
_VALID = re.compile(
    r"\b(?:valid|good|force|effect|effective|period|appl(?:y|ies|ied)|cover(?:s|ing)?|holds?"
    r"|stands?|runs?|lasts?|remains?|binding)\b[^.;]*$",
    re.IGNORECASE,
)


@dataclass
class Times:
    """When an agreement was reached, begins and ends, as EDTF days; None where that is not told."""

    reached: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class _Setting:
    """What stands around a date, and whether that speaks of the agreement."""

    verb: Token
    """The verb that the date belongs to, or the agreement's own name."""
    before: str
    """The word before the date."""
    made: bool
    """Whether its verb makes the agreement: "signed on Monday"."""
    held: bool
    """Whether the agreement is told to hold, begin or end at the date."""
    ending: bool
    """Whether it is told to end: "expires on Monday"."""


def times(
    doc: Doc, about: Sequence[Talk], sentences: Sequence[Span], whens: Sequence[When]
) -> Times:
    """Return when an agreement was reached and holds, as the dates in its sentences tell.

    Args:
        doc: the parse.
        about: the places where the agreement is spoken of.
        sentences: all sentences that tell of it.
        whens: the dates of the document.
    """
    found = Times()
    for when in whens:
        place = tokens_at(doc, when.span.start, when.span.end)
        if place is None or not len(place):
            continue
        if any(s.start <= place.start < s.end for s in sentences):
            _add(found, when, _setting(place, about))
    return found


def _add(found: Times, when: When, at: _Setting) -> None:
    """Take a date for what its setting says that it is, unless that is known already."""
    words, text = load(), when.text.lower()
    first, last = _ends(when.edtf)
    told = at.held or at.made
    opened = text.startswith(BETWEEN) or at.before in BETWEEN
    spread = "/" in when.edtf and first is not None and last is not None
    begins = at.before in FROM or at.verb.lemma_ in words["beginning"]
    if spread and opened and told:
        found.start, found.end = found.start or first, found.end or last
    elif at.before in UNTIL or text.startswith("until") or at.ending:
        if told and found.end is None and last is not None:
            found.end = ahead(last, when.text, found.start or found.reached)
    elif (at.held and begins) or at.before == "effective":
        found.start = found.start or first
    elif at.made and found.reached is None and "/" not in when.edtf:
        found.reached = _day(when.edtf)


def _ends(edtf: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of a date or a window; None for an open end."""
    first, _, last = edtf.partition("/")
    return _day(first), _day(last or first)


def _day(edtf: str) -> str | None:
    return None if edtf in {"..", ""} else edtf.partition("T")[0]


def _setting(place: Span, about: Sequence[Talk]) -> _Setting:
    """Return what stands around the tokens of a date."""
    words, doc = load(), place.doc
    nouns = {talk.noun.i for talk in about}
    named = [talk.noun for talk in about if not talk.weak]
    verb = _verb_above(place.root, nouns)
    at_verb = _is_subject(verb, nouns)
    own = at_verb or _is_own(verb, nouns)
    two = doc[place.start - 2] if place.start > 1 else place.root
    lapsing = two.lower_.rstrip("s") in words["ending"]  # the parser takes "lapses" for a noun
    ends = verb.lemma_ in words["ending"]
    within = any(s.start <= place.start < s.end for s in map(sentence_of, named))
    framed = within and any(n.dep_ in COMPLEMENT and n.head.lower_ == "under" for n in named)
    # "concluded an accord on 5 June", where the date hangs on the accord.
    made = verb.dep_ in OBJ and verb.head.lemma_ in words["making"]
    holding = words["holding"] | words["perform"]
    holds = (verb.i in nouns and verb.pos_ != "VERB") or verb.lemma_ in holding
    framed_turn = framed and (ends or verb.lemma_ in words["beginning"])
    return _Setting(
        verb=verb,
        before=doc[place.start - 1].lower_ if place.start else "",
        made=(verb.lemma_ in words["making"] and (at_verb or makes(verb, nouns, named)))
        or (made and place.start > 0 and doc[place.start - 1].lower_ == "on"),
        held=(own and holds) or framed_turn or _is_valid(place, nouns),
        ending=(own and (lapsing or ends)) or (framed and ends),
    )


def _verb_above(token: Token, nouns: set[int]) -> Token:
    """Return the first verb or name of the agreement above a token."""
    while token.pos_ not in {"VERB", "AUX"} and token.i not in nouns and token.head.i != token.i:
        token = token.head
    return token


def _is_subject(verb: Token, nouns: set[int]) -> bool:
    """Return whether the verb is said of the agreement, or is the agreement's own name."""
    subject = first_child(verb, SUBJECTS)
    named = subject is not None and (subject.i in nouns or subject.lower_ in load()["standing_in"])
    relative = subject is not None and (subject.lower_ == "that" or verb.dep_ in RELCL)
    other = relative and verb.head.i not in nouns  # "a war that began"
    return verb.i in nouns or (named and not other)


def _is_own(verb: Token, nouns: set[int]) -> bool:
    """Return whether a verb that is joined to another, or a relative, is said of the agreement."""
    linked = verb.dep_ in CONJ and verb.head.pos_ in {"VERB", "AUX"}
    subject = first_child(verb.head, SUBJECTS) if linked else None
    shared = subject is not None and (subject.i in nouns or subject.lower_ in load()["standing_in"])
    return shared or (verb.dep_ in RELCL and verb.head.i in nouns)


def _is_valid(place: Span, nouns: set[int]) -> bool:
    """Read "the deal is valid until", "it remains in force from"."""
    sentence = sentence_of(place[0])
    spoken = any(sentence.start <= i < sentence.end for i in nouns)
    before = place.doc[sentence.start : place.start].text[-VALID_REACH:]
    opened = sentence[0].lower_ in load()["opening"]
    return (spoken or opened) and _VALID.search(before) is not None
