"""Binds a denial to the claim that it answers: "denies it", "rejects their claims that".

The claim it answers is the one told right before it, in the same paragraph and by somebody else,
or the one within it. A content of a word or two is told in full by it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from variorum.language.english_words import word_list
from variorum.language.words.lexers import bare_words
from variorum.model import Claim, Document, Form, Stance
from variorum.statements.events_told import answering, charged_in, charges, unseen
from variorum.statements.revisions import SINCE, is_marked
from variorum.statements.statement import (
    CAUSED,
    OCCURRED,
    Statement,
    has_mark,
)
from variorum.statements.statement_phrases import lexicon
from variorum.text import STOPS, span, trim, words_around

# How many words a short answer has, and how many sentences may lie between it and the claim.
FEW = 4
# How many words lead to a claim within a denial: "claims by the rebels that".
LEAD = 6
SENTENCES = 1
# How many words behind what happened its cause begins at the latest.
APART = 2
# Who speaks beyond one of these stands in another clause: "X said it, and added that | they left".
COMMAS = (", ", "; ", "، ", "؛ ")
# A content of fewer words tells nothing by itself.
FEWEST = 3
# A closing mark; what ends a clause, "denies it | vehemently"; a verdict, "calls them | false".
_TAIL = re.compile(
    r"[.!?]?[\"”»“]|(?: [\w'’“”„«»\"-]+){1,3}(?=\s*[.,;:!?\n])"
    rf"|(?: [\w“\"-]+)?? [“\"]?(?:{'|'.join(sorted(word_list('untrue')))})\b"
)
_STOPS = (". ", "! ", "? ", "؟ ", ".” ", '." ')


def answered(
    claims: Sequence[Claim], document: Document, statements: Sequence[Statement]
) -> list[Statement]:
    """Return what short denials state: the contrary of what the claims that they answer state.

    Args:
        claims: the claims of the document, in order.
        document: the document.
        statements: what its claims state by the lexicon.
    """
    bound = _bound(claims, document, _is_short)
    effects = {(said.claim.id, said.topic) for said in statements if said.family == CAUSED}
    return [
        replace(said, claim=denial, span=denial.own[0], holds=not said.holds)
        for denial, claim in bound
        for said in statements
        if said.claim.id == claim.id
        and said.days is None
        and _is_answered(said, denial)
        and (said.doers or not _tells_cause(said, document))
        # Whoever denies what caused an explosion, or whom a raid killed, leaves it standing.
        and not (
            said.family == OCCURRED
            and (
                (claim.id, said.topic.split()[-1]) in effects
                or any(measure.scope.event for measure in claim.measures)
            )
        )
    ]


def in_full(claims: Sequence[Claim], document: Document) -> list[Claim]:
    """Return the claims, a content of a word or two with its clause, or its sentence without a cue.

    Before a denial stand the words of what it answers. Words far from their cue are left out.
    """

    def takes_up(claim: Claim) -> bool:
        words = bare_words(claim.own[0].exact.casefold())
        known = words[0] in lexicon(document.language or "").definite or answering(words)
        refused = claim.stance in {Stance.DENIES, Stance.DOUBTS}
        return known and refused and claim.own is not claim.content

    told = [one for claim in claims if not _is_scrap(one := _widened(claim, document))]
    answers = {
        denial.id: claim.content
        for denial, claim in _bound(told, document, takes_up)
        # "The report" is what somebody said.
        if claim.form is not Form.NARRATED or " " not in denial.own[0].exact
    }
    for i, claim in enumerate(told):
        low, high = claim.content[-1].start, claim.content[-1].end
        tail = _TAIL.match(document.text, high) if claim.id not in answers else None
        if claim.own is not claim.content:
            whole = span(document, low, tail.end() if tail else high)
            content = (*answers.get(claim.id, ()), whole)
            told[i] = claim.model_copy(update={"content": content})
    return told


def _is_scrap(claim: Claim) -> bool:
    return len([word for word in claim.text.split() if bare_words(word)]) < FEWEST


def _widened(claim: Claim, document: Document) -> Claim:
    """Return a claim, a short content with its cue and who speaks, or its sentence without one."""
    if not _is_scrap(claim):
        return claim
    first, last = words_around(document.text, claim.start, claim.content[-1].end, STOPS)
    if claim.cue is None:
        return _with_content(claim, document, trim(document.text, first, last))
    place, speaker = (claim.start, claim.content[-1].end), claim.speaker.span
    for beside in (claim.cue, speaker):
        clause = words_around(document.text, *place, (*STOPS, *COMMAS))
        own = beside is claim.cue or _is_scrap(_with_content(claim, document, place))
        low, high = (first, last) if own else clause
        if beside is not None and low <= beside.start < high:
            place = min(place[0], beside.start), max(place[1], beside.end)
    return _with_content(claim, document, place)


def _with_content(claim: Claim, document: Document, place: tuple[int, int]) -> Claim:
    return claim.model_copy(update={"content": (span(document, *place),)})


def _bound(
    claims: Sequence[Claim], document: Document, short: Callable[[Claim], bool]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield each denial that is short, or within which a claim stands, with what it answers."""
    whole = [c for c in claims if c.part_of is None and c.content]
    language = document.language or ""
    for denial in whole:
        yield from ((denial, claim) for claim in whole if _is_within(claim, denial, language))
        if not short(denial):
            continue
        start = min(s.start for s in (denial.own[0], denial.cue) if s is not None)
        before = [c for c in whole if c.content[-1].end <= start and c is not denial]
        last = max(before, key=lambda c: (c.content[-1].end, c.content[0].start), default=None)
        if last is not None and _answers(denial, last, document.text, start):
            yield denial, last


def _is_within(claim: Claim, denial: Claim, language: str) -> bool:
    """Return whether a denial is of another's claim: "rejects claims by the rebels that"."""
    if claim is denial or claim.stance is not Stance.ASSERTS or not _rejects(denial):
        return False
    outer, inner = denial.content[0], claim.content[0]
    inside = outer.start < inner.start and inner.end <= outer.end
    lead = outer.exact[: inner.start - outer.start] if inside else ""
    near = charged_in(lead, language) and len(bare_words(lead)) <= LEAD
    return near and claim.speaker.name != denial.speaker.name


def _rejects(claim: Claim) -> bool:
    cue = claim.cue.exact.casefold() if claim.cue is not None else ""
    return claim.stance is Stance.DENIES or unseen(cue)


def _is_answered(said: Statement, denial: Claim) -> bool:
    """Return whether a denial is of that: of a charge it denies who did it, and no more."""
    told = bool(said.doers) and said.family != CAUSED
    return told or not (_is_charged(denial, said.claim) or has_mark(said.family, "own"))


def _tells_cause(said: Statement, document: Document) -> bool:
    """Return whether it is told with its cause, which may be all that is denied.

    Whoever denies that a man "had died after a beating" need not say that he is alive.
    """
    end = max(part.end for part in said.claim.content)
    words = bare_words(document.text[said.span.end : max(end, said.span.end)].casefold())[:APART]
    by_cause = not lexicon(document.language or "").by_cause.isdisjoint(words)
    return by_cause or is_marked(" ".join(words), SINCE)


def _is_charged(denial: Claim, claim: Claim) -> bool:
    """Return whether a denial answers a charge: "rejected the accusation"."""
    cue = claim.cue.exact.casefold() if claim.cue is not None else ""
    words = bare_words(denial.text.casefold())
    return not charges().isdisjoint({*words, *cue.split()})


def _is_short(claim: Claim) -> bool:
    words = [word for part in claim.own for word in bare_words(part.exact.casefold())]
    return claim.stance is Stance.DENIES and len(words) <= FEW and answering(words)


def _answers(denial: Claim, claim: Claim, text: str, start: int) -> bool:
    between = text[claim.content[-1].end : start]
    near = sum(between.count(stop) for stop in _STOPS) <= SENTENCES
    other = denial.speaker.name != claim.speaker.name
    if "\n" in between:  # "The army denied the claims" may open the next paragraph
        rest, *ahead = (part for part in between.split("\n") if part)
        charged = charged_in(denial.text, "en") and len(bare_words(rest)) <= FEW
        near = charged and len(ahead) == 1 and not any(stop in ahead[0] for stop in _STOPS)
    return near and other and claim.stance is Stance.ASSERTS and not _is_short(claim)
