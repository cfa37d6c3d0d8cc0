"""Who changed their answer: one speaker, one question, over time.

An answer is held if the later one fits the earlier; a toll that grows is marked as grown. A
correction or withdrawal supersedes the earlier answer; both stay in the record.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum.compare.actors.case_actors import Cast
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.rules.identity_rule import IdentityRule
from variorum.compare.solver.constraints import Bound, Variable
from variorum.edtf import days
from variorum.grouping import distinct, grouped
from variorum.model import (
    Change,
    Claim,
    Contradiction,
    Document,
    History,
    SpeakerKind,
    Step,
    content_id,
)
from variorum.statements.revisions import EARLIER, marks_in
from variorum.statements.statement import Statement
from variorum.taxonomy import Taxonomy
from variorum.text import STOPS, words_around

CLAUSE_STOPS = (*STOPS, "; ")
# What a speaker is known to be from one report to the next.
NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT})
IDENTITY = IdentityRule()
ORDER = (Change.CORRECTED, Change.WITHDREW, Change.CHANGED, Change.HELD)


@dataclass(frozen=True)
class Said:
    """One answer of one claim, whatever its kind, with what tells whether another fits it."""

    claim: Claim
    question: str
    words: str
    low: float | None
    high: float | None
    standing: str
    answer: Reply | Statement
    grows: bool = False


def of_numbers(
    found: Iterable[Reply], question_of: Mapping[str, str], taxonomy: Taxonomy
) -> list[Said]:
    """Return the numbers that are stated or denied as answers over time."""
    return [
        Said(
            claim=reply.claim,
            question=question_of[reply.key],
            words=" ".join(reply.measure.text.split()),
            low=reply.low,
            high=reply.high,
            standing=reply.standing.value,
            answer=reply,
            grows=reply.variable.event in taxonomy.growing,
        )
        for reply in found
        if reply.standing in {Standing.FACT, Standing.DENIAL} and reply.key in question_of
    ]


def of_statements(found: Iterable[Statement]) -> list[Said]:
    """Return the statements without numbers as answers over time."""
    told = []
    for each in found:
        plain = not each.doers and each.days is None
        number = float(each.holds) if plain else None
        words = " ".join(each.span.exact.split())
        question = content_id("question", *each.key)
        told.append(Said(each.claim, question, words, number, number, "fact", each))
    return told


@dataclass(frozen=True)
class Timed:
    """An answer with when it was given."""

    said: Said
    when: str | None
    day: date | None
    rank: int
    """Before, among or after the other answers of one day, as the words tell."""
    marks: frozenset[str]

    @property
    def order(self) -> tuple[date, int, str, int]:
        """What answers are sorted by: those without a day come last."""
        claim = self.said.claim
        return (self.day or date.max, self.rank, claim.document, claim.start)


def histories(
    found: Sequence[Timed], people: Cast, documents: Mapping[str, Document], copied: frozenset[str]
) -> tuple[History, ...]:
    """Return what each speaker answered to one question at two times or more.

    The answers are as `timed` returns them; `copied` are the claims of documents that repeat
    another: they are no second time.
    """
    groups: dict[tuple[str, str], list[Timed]] = defaultdict(list)
    others: dict[str, list[Timed]] = defaultdict(list)
    for answer in found:
        said = answer.said
        speaker, document = said.claim.speaker, documents[said.claim.document]
        others[said.question].append(answer)
        # "An earlier version of this article said": it is the report itself that said so.
        own = EARLIER in answer.marks
        if said.claim.id not in copied and (own or speaker.kind in NAMED):
            name = document.name if own else speaker.name
            groups[people.actor_of(name, document.id), said.question].append(answer)
    labels = {actor.id: actor.label for actor in people.actors}
    told = []
    for (actor, question), answers in sorted(groups.items(), key=lambda item: item[0]):
        steps = _in_order(answers)
        if len(steps) > 1:
            first = steps[0].said.claim
            report = documents[first.document].name if EARLIER in steps[0].marks else ""
            name = labels.get(actor) or report or first.speaker.name
            history = _history(actor, name, question, steps, documents)
            because = history.because + _between(steps, others[question], documents)
            told.append(history.model_copy(update={"because": because}))
    return tuple(sorted(told, key=lambda h: (ORDER.index(h.change), h.name, h.question)))


def given_up(found: Sequence[Timed], told: Iterable[History]) -> frozenset[tuple[str, str]]:
    """Return the claims, each with its question, whose answer their own speaker no longer gives.

    They stay in the record, and nobody is contradicted by what was corrected or withdrawn.
    """
    left = {(claim, history.question) for history in told for claim in history.superseded}
    left |= {(a.said.claim.id, a.said.question) for a in found if EARLIER in a.marks}
    return frozenset(left)


def timed(
    found: Sequence[Said], documents: Mapping[str, Document], kept: Kept = NOTHING_KEPT
) -> list[Timed]:
    """Return the answers with when they were said, as far as their reports tell.

    `kept` is what was found of each claim before.
    """
    claims = {said.claim.id: (said.claim, documents[said.claim.document]) for said in found}
    marks = {key: kept.found(("marks", key), _marks, *given) for key, given in claims.items()}
    return [_timed(said, claims[said.claim.id][1], marks[said.claim.id]) for said in found]


def _timed(said: Said, document: Document, marks: frozenset[str]) -> Timed:
    section = document.section_at(said.claim.start)
    when = (section and section.published) or document.published
    told = days(when) if when else None
    rank = 1 + ("later" in marks) - ("first" in marks)
    return Timed(said, when, told[1] if told else None, rank, marks)


def _marks(claim: Claim, document: Document) -> frozenset[str]:
    """Return the marks in the words around a claim and its cue, up to the stops on either side."""
    start = min(claim.start, claim.cue.start if claim.cue else claim.start)
    end = claim.content[-1].end
    return marks_in(document.text[slice(*words_around(document.text, start, end, CLAUSE_STOPS))])


def _in_order(answers: Sequence[Timed]) -> list[Timed]:
    """Return the answers at distinct times, the earliest first; of one time the same but once.

    Those of undated reports have a place only among the answers of their own report.
    """
    dated = [answer for answer in answers if answer.day is not None]
    if not dated:
        by_document = grouped((answer.said.claim.document, answer) for answer in answers)
        dated = max(by_document.values(), key=len)
    steps: list[Timed] = []
    for answer in sorted(dated, key=lambda a: a.order):
        if not steps or (steps[-1].day, steps[-1].rank) != (answer.day, answer.rank):
            steps.append(answer)
    return steps


def _history(
    actor: str, name: str, question: str, steps: Sequence[Timed], documents: Mapping[str, Document]
) -> History:
    change, at = _change(steps)
    earlier, later = steps[max(0, at - 1)], steps[at]
    left = steps[:at] if change in {Change.CORRECTED, Change.WITHDREW} else ()
    return History(
        id=content_id("history", actor, question),
        actor=actor,
        name=name,
        question=question,
        steps=tuple(step_of(step.said, step.when) for step in steps),
        change=change,
        because=_because(name, change, earlier, later, documents),
        superseded=tuple(dict.fromkeys(step.said.claim.id for step in left)),
    )


def step_of(said: Said, when: str | None) -> Step:
    """Return an answer as a step of a history, with when it was given."""
    return Step(
        claim=said.claim.id,
        when=when,
        low=said.low,
        high=said.high,
        standing=said.standing,
        words=said.words,
    )


def _change(steps: Sequence[Timed]) -> tuple[Change, int]:
    """Return what became of the answer, and the step that shows it."""
    for at in range(1, len(steps)):
        earlier, later = steps[at - 1], steps[at]
        if "withdrew" in later.marks:
            return Change.WITHDREW, at
        if _grew(earlier, later) or fits(earlier.said, later.said):
            continue
        return (Change.CORRECTED if "corrected" in later.marks else Change.CHANGED), at
    return Change.HELD, len(steps) - 1


def _grew(earlier: Timed, later: Timed) -> bool:
    """Whether a count that only grows is higher on a later day."""
    low, high = later.said.low, earlier.said.high
    higher = low is not None and high is not None and low > high
    return later.said.grows and higher and "corrected" not in later.marks


def fits(one: Said, other: Said) -> bool:
    """Return whether both answers to one question can be so."""
    a, b = one.answer, other.answer
    if isinstance(a, Reply) and isinstance(b, Reply):
        apart = of_one_question(a.variable) == of_one_question(b.variable)
        bounds = [Bound(a.variable, r.low, r.high) for r in (a, b)]
        same_side = a.standing is b.standing
        return not (apart and same_side and bounds[0].excludes(bounds[1]))
    if isinstance(a, Statement) and isinstance(b, Statement):
        plain = not (a.days and b.days) and not (a.doers or b.doers)
        return a.holds == b.holds if plain else not IDENTITY.excludes(a, b, {})
    return True


def of_one_question(variable: Variable) -> Variable:
    """Return a quantity without what one who answers a question may vary: days and who is meant."""
    return replace(variable, as_of="", window="", population=())


def _because(
    name: str, change: Change, earlier: Timed, later: Timed, documents: Mapping[str, Document]
) -> str:
    where = [f"{_when(s)} ({documents[s.said.claim.document].name})" for s in (earlier, later)]
    if where[0] == where[1]:
        where[0] = ""
    steps = zip((earlier, later), where, strict=True)
    told = [f"{_stood(step.said)} “{step.said.words}”{place}" for step, place in steps]
    if earlier.day == later.day:
        told[0] = f"at first {told[0]}"
    then = {
        Change.CORRECTED: "then, correcting it,",
        Change.WITHDREW: "then withdrew it:",
        Change.CHANGED: "later",
        Change.HELD: "later, which fits,",
    }[change]
    if change is Change.HELD and _grew(earlier, later):
        then = "later, a count that had grown,"
    return f"{name[:1].upper()}{name[1:]} {told[0]} and {then} {told[1]}."


def _between(
    steps: Sequence[Timed], others: Iterable[Timed], documents: Mapping[str, Document]
) -> str:
    """Return what others answered before somebody changed his answer, the first and last of it."""
    change, at = _change(steps)
    earlier, later = steps[max(0, at - 1)], steps[at]
    if change is Change.HELD or earlier.day is None or later.day is None:
        return ""
    told = sorted(
        (t for t in others if t.day and earlier.day < t.day < later.day), key=lambda t: t.order
    )
    ends = dict.fromkeys([told[0], told[-1]]) if told else ()
    names = [
        f"{t.said.claim.speaker.name} “{t.said.words}”{_when(t)}"
        f" ({documents[t.said.claim.document].name})"
        for t in ends
    ]
    return f" In between: {'; '.join(names)}." if names else ""


def _stood(said: Said) -> str:
    answer = said.answer
    if isinstance(answer, Statement) and not answer.doers and answer.days is None:
        return "answered yes," if answer.holds else "answered no,"
    return "denied" if said.standing == Standing.DENIAL.value else "said"


def _when(timed: Timed) -> str:
    """Return the day in words: " on 15 October 2017"; nothing where none is told."""
    told = days(timed.when) if timed.when else None
    if told is None or timed.day is None:
        return ""
    if told[0] != told[1]:
        return f" in {timed.when}"
    day = timed.day
    return f" on {day.day} {calendar.month_name[day.month]} {day.year}"


def without_own(
    found: Sequence[Contradiction], told: Iterable[History]
) -> tuple[Contradiction, ...]:
    """Return the contradictions without those that one speaker has only with himself over time."""
    own = distinct((step.claim, history.id) for history in told for step in history.steps)
    return tuple(c for c in found if not set.intersection(*(own.get(i, set()) for i in c.claims)))
