"""The versions of a record that remain possible."""

from collections.abc import Iterator, Sequence

from variorum.model import Question, Value, Version
from variorum.publish.base.answer_ranges import common_unit, in_unit
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import speaker_name
from variorum.wording import range_words

VERSIONS_ABREAST = 4

Column = tuple[str, int, tuple[str, ...], list[tuple[str, str]]]
"""A version: its name, how many origins it keeps, whose word, and its answer to each question."""


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


def _column(index: Index, version: Version, asked: Sequence[Question], number: int) -> Column:
    claims = index.case.claim_by_id
    speakers = dict.fromkeys(speaker_name(claims[claim].speaker) for claim in version.claims)
    values = {value.question: value for value in version.values}
    cells = [
        (question.label, _cell(index, question, values.get(question.id))) for question in asked
    ]
    return f"Version {number}", len(version.origins), tuple(speakers), cells


def disputes(index: Index) -> Iterator[tuple[list[str], list[list[Column]]]]:
    """Yield the versions, a few abreast, with the questions that they are about.

    Of those that share questions one at most is true; those with most origins come first.
    """
    for versions in _disputes(index.case.versions):
        wanted = {value.question for version in versions for value in version.values}
        asked = [question for question in index.case.questions if question.id in wanted]
        columns = [_column(index, version, asked, n) for n, version in enumerate(versions, 1)]
        starts = range(0, len(columns), VERSIONS_ABREAST)
        tables = [columns[start : start + VERSIONS_ABREAST] for start in starts]
        yield [question.label for question in asked], tables
