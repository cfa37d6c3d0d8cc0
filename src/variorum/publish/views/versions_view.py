"""The versions of a record that remain possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Question, Value, Version
from variorum.publish.base.answer_ranges import common_unit, in_unit
from variorum.publish.base.index import Badge, Index
from variorum.publish.base.vocabulary import speaker_name
from variorum.wording import range_words

VERSIONS_ABREAST = 4


@dataclass(frozen=True)
class VersionColumn:
    """One version: whom it takes at their word, and how many claims it keeps."""

    name: str
    origins: tuple[Badge, ...]
    speakers: tuple[str, ...]
    claims: int


@dataclass(frozen=True)
class VersionTable:
    """Versions side by side: a column each, and a row for each question they are about."""

    columns: tuple[VersionColumn, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    def differs(self, cells: Sequence[str]) -> bool:
        """Whether the versions give a question different answers."""
        return len(set(cells)) > 1


@dataclass(frozen=True)
class Dispute:
    """A part of the case that hangs together: of its versions, one at most is true."""

    questions: tuple[str, ...]
    tables: tuple[VersionTable, ...]


def _by_weight(version: Version) -> tuple[int, int, str]:
    return (-len(version.origins), -len(version.claims), version.id)


def _disputes(versions: Sequence[Version]) -> list[list[Version]]:
    """Gather the versions that share a question, however many steps apart."""
    gathered: list[tuple[set[str], list[Version]]] = []
    for version in versions:
        asked = {value.question for value in version.values}
        touching = [group for group in gathered if group[0] & asked]
        gathered = [group for group in gathered if not group[0] & asked]
        members = [member for _, group in touching for member in group]
        gathered.append((asked.union(*(q for q, _ in touching)), [*members, version]))
    groups = [sorted(members, key=_by_weight) for _, members in gathered]
    return sorted(groups, key=lambda group: _by_weight(group[0]))


def _cell(index: Index, question: Question, value: Value | None) -> str:
    if value is not None and value.words:
        return value.words
    if value is None or (value.low is None and value.high is None):
        return "left open"
    unit = common_unit(index, question)
    low, high = (in_unit(bound, question.kind, unit) for bound in (value.low, value.high))
    return range_words(low, high, unit)


def _column(index: Index, version: Version, number: int) -> VersionColumn:
    claims = index.case.claim_by_id
    speakers = dict.fromkeys(speaker_name(claims[claim].speaker) for claim in version.claims)
    return VersionColumn(
        name=f"Version {number}",
        origins=tuple(index.badge[origin] for origin in version.origins),
        speakers=tuple(speakers),
        claims=len(version.claims),
    )


def _table(
    index: Index, versions: Sequence[Version], asked: Sequence[Question], first: int
) -> VersionTable:
    values = [{value.question: value for value in version.values} for version in versions]
    return VersionTable(
        columns=tuple(_column(index, v, number) for number, v in enumerate(versions, start=first)),
        rows=tuple(
            (question.label, tuple(_cell(index, question, v.get(question.id)) for v in values))
            for question in asked
        ),
    )


def _dispute(index: Index, versions: Sequence[Version]) -> Dispute:
    wanted = {value.question for version in versions for value in version.values}
    asked = [question for question in index.case.questions if question.id in wanted]
    return Dispute(
        questions=tuple(question.label for question in asked),
        tables=tuple(
            _table(index, versions[start : start + VERSIONS_ABREAST], asked, start + 1)
            for start in range(0, len(versions), VERSIONS_ABREAST)
        ),
    )


def disputes(index: Index) -> tuple[Dispute, ...]:
    """Return the versions, gathered by what they are about, those with most origins first."""
    return tuple(_dispute(index, versions) for versions in _disputes(index.case.versions))
