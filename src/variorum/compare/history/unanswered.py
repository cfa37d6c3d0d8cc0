"""What nobody has said: voices unheard, questions on one origin, figures the cited report lacks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.compare.actors.case_actors import Cast
from variorum.grouping import grouped
from variorum.language.name_keys import fold
from variorum.model import (
    Claim,
    Derivation,
    DerivationKind,
    Document,
    Gap,
    Measure,
    Question,
    QuestionStatus,
    Role,
    SpeakerKind,
)
from variorum.wording import count, joined

# So many lines of one kind are told, and so many voices of a case are looked for.
MOST = 12
MOST_VOICES = 4
MOST_NAMED = 3
# A question told by fewer reports than this may well have one origin.
FEWEST_REPORTS = 3
FEWEST_ANSWERED = 2
CITING = frozenset({DerivationKind.CITATION, DerivationKind.QUOTATION})


def gaps(  # noqa: PLR0913, PLR0917  (what comparing found, each once)
    questions: Sequence[Question],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    stemma: Sequence[Derivation],
    origin_of: Mapping[str, str],
    people: Cast,
) -> tuple[Gap, ...]:
    """Return what is missing from the answers, the most telling of each kind.

    `stemma` tells who took from whom, and `origin_of` the origin of each claim.
    """
    by_id = {claim.id: claim for claim in claims}
    return (
        *_capped(_single(questions, by_id, origin_of), "questions rest on one origin"),
        *_unheard(questions, by_id, people),
        *_capped(_absent(claims, documents, stemma), "figures are not in what they are cited to"),
    )


def _capped(found: Sequence[Gap], what: str) -> tuple[Gap, ...]:
    if len(found) <= MOST:
        return tuple(found)
    more = f"{len(found) - MOST} more {what}"
    return (*found[:MOST], Gap(what=more, why="Only the first are listed.", kind=found[0].kind))


def _single(
    questions: Sequence[Question], claims: Mapping[str, Claim], origin_of: Mapping[str, str]
) -> list[Gap]:
    """Return the questions that several reports answer on the word of one."""
    found: list[tuple[int, Gap]] = []
    for question in questions:
        told = [claims[key] for key in question.claims if key in claims]
        reports = {claim.document for claim in told}
        if len(reports) < FEWEST_REPORTS or len({origin_of[c.id] for c in told}) != 1:
            continue
        voice = Counter(claim.speaker.name for claim in told).most_common(1)[0][0]
        why = f"{count(len(reports), 'report')} answer it, all on the word of {voice}."
        found.append((len(reports), Gap(what=question.label, why=why, kind="question")))
    found.sort(key=lambda item: (-item[0], item[1].what))
    return [gap for _, gap in found]


def _unheard(questions: Sequence[Question], claims: Mapping[str, Claim], people: Cast) -> list[Gap]:
    """Return the voices that answer several disputed questions and are never heard on others."""
    disputed = [q for q in questions if q.status is QuestionStatus.DISPUTED]
    speaks: dict[str, set[str]] = defaultdict(set)
    for question in disputed:
        for claim in (claims[key] for key in question.claims if key in claims):
            own = claim.speaker.role is not Role.NEWS_REPORT  # an outlet is no party
            if own and claim.speaker.kind in {SpeakerKind.ORGANISATION, SpeakerKind.PERSON}:
                speaks[people.actor_of(claim.speaker.name, claim.document)].add(question.id)
    for person in people.actors:  # who speaks for a body answers for it
        for body in person.speaks_for:
            speaks[body] |= speaks.get(person.id, set())
    labels = {actor.id: actor.label for actor in people.actors}
    bodies = {body for actor in people.actors for body in actor.speaks_for}
    kinds = {actor.id: actor.kind for actor in people.actors}
    voices = [
        actor
        for actor in sorted(speaks, key=lambda a: (-len(speaks[a]), labels.get(a, "")))
        if len(speaks[actor]) >= FEWEST_ANSWERED
        and (actor in bodies or kinds.get(actor) is SpeakerKind.ORGANISATION)
    ]
    found = []
    for actor in voices[:MOST_VOICES]:
        silent = [q.label for q in disputed if q.id not in speaks[actor]]
        if silent:
            asked = joined(f"“{label}”" for label in silent[:MOST_NAMED])
            more = len(silent) - MOST_NAMED
            rest = f", and to {count(more, 'other')}" if more > 0 else ""
            why = (
                f"Answers {count(len(speaks[actor]), 'disputed question')}, "
                f"but gives no answer here to {asked}{rest}."
            )
            found.append(Gap(what=labels.get(actor, actor), why=why, kind="question"))
    return found


def _absent(
    claims: Sequence[Claim], documents: Mapping[str, Document], stemma: Sequence[Derivation]
) -> list[Gap]:
    """Return the figures on the word of a report of the case that the report does not hold."""
    held = grouped((claim.document, measure) for claim in claims for measure in claim.measures)
    cited = {
        (line.document, line.name): line.source
        for line in stemma
        if line.source and line.kind in CITING
    }
    names = grouped((document, (name, source)) for (document, name), source in cited.items())
    found, seen = [], set()
    for claim in claims:
        for name, source in names.get(claim.document, ()):
            passed = {fold(link.name) for link in claim.relay[1:]} | {fold(claim.speaker.name)}
            if not any(fold(name) in told for told in passed):
                continue
            for measure in claim.measures:
                key = (claim.document, measure.span.start)
                if key not in seen and not _holds(held.get(source, ()), measure):
                    seen.add(key)
                    found.append(_missing(documents, claim, measure, source))
    return found


def _holds(held: Iterable[Measure], measure: Measure) -> bool:
    if measure.polarity or measure.difference:
        return True
    return any(
        other.kind.partition(".")[0] == measure.kind.partition(".")[0] and _meets(other, measure)
        for other in held
    )


def _meets(one: Measure, other: Measure) -> bool:
    lows = [m.low if m.low is not None else float("-inf") for m in (one, other)]
    highs = [m.high if m.high is not None else float("inf") for m in (one, other)]
    return max(lows) <= min(highs)


def _missing(documents: Mapping[str, Document], claim: Claim, measure: Measure, source: str) -> Gap:
    words = " ".join(f"{measure.text} {measure.noun}".split())
    citing, cited = documents[claim.document].name, documents[source].name
    return Gap(
        what=f"“{words}” in {citing}",
        why=f"{citing} gives it on the word of {cited}; the text of {cited} here does not hold it.",
        kind="citation",
        document=claim.document,
    )
