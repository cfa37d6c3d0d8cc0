"""What cannot all be true, and the versions that remain possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Contradiction, Version
from variorum.publish.answers import question_unit
from variorum.publish.index import Badge, Index
from variorum.publish.quotations import Quotation, quotation
from variorum.publish.words import RULE_WORDS, range_words

__all__ = [
    "ConflictGroup",
    "ContradictionView",
    "VersionTable",
    "conflict_groups",
    "version_tables",
]

VERSIONS_ABREAST = 4


@dataclass(frozen=True)
class ContradictionView:
    """A contradiction with its quotations side by side."""

    number: int
    because: str
    rule: str
    derivation: tuple[str, ...]
    origins: int
    quotations: tuple[Quotation, ...]
    also: tuple[Quotation, ...]


@dataclass(frozen=True)
class ConflictGroup:
    """The contradictions about the same questions, the gravest first."""

    questions: tuple[str, ...]
    first: ContradictionView
    further: tuple[ContradictionView, ...]


@dataclass(frozen=True)
class VersionTable:
    """Versions side by side: a column each, and a row for each question they differ on."""

    names: tuple[str, ...]
    origins: tuple[tuple[Badge, ...], ...]
    claims: tuple[int, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def _contradiction(index: Index, number: int, found: Contradiction) -> ContradictionView:
    claims = index.case.claim_by_id
    return ContradictionView(
        number=number,
        because=found.because,
        rule=RULE_WORDS[found.rule],
        derivation=found.derivation,
        origins=found.origins,
        quotations=tuple(quotation(index, claims[claim]) for claim in found.claims),
        also=tuple(quotation(index, claims[claim]) for claim in found.also),
    )


def conflict_groups(index: Index) -> tuple[ConflictGroup, ...]:
    """Return the contradictions grouped by the questions they are about, the gravest first."""
    groups: dict[frozenset[str], list[ContradictionView]] = {}
    labels: dict[frozenset[str], tuple[str, ...]] = {}
    questions = index.case.question_by_id
    for number, found in enumerate(index.case.contradictions, start=1):
        key = frozenset(found.questions)
        groups.setdefault(key, []).append(_contradiction(index, number, found))
        labels.setdefault(key, tuple(questions[q].label for q in found.questions))
    return tuple(
        ConflictGroup(labels[key], views[0], tuple(views[1:])) for key, views in groups.items()
    )


def _by_weight(version: Version) -> tuple[int, int, str]:
    return (-len(version.origins), -len(version.claims), version.id)


def _cells(
    index: Index, versions: Sequence[Version], only: frozenset[str]
) -> list[tuple[str, tuple[str, ...]]]:
    ranges = [{v.question: (v.low, v.high) for v in version.values} for version in versions]
    rows = []
    for question in index.case.questions:
        if question.id in only:
            unit = question_unit(index, question)
            cells = tuple(
                range_words(*by_question[question.id], unit) if question.id in by_question else "—"
                for by_question in ranges
            )
            rows.append((question.label, cells))
    return rows


def _differing(versions: Sequence[Version]) -> frozenset[str]:
    """Return the questions on which the versions do not all leave the same range."""
    ranges: dict[str, set[tuple[float | None, float | None]]] = {}
    for version in versions:
        for value in version.values:
            ranges.setdefault(value.question, set()).add((value.low, value.high))
    return frozenset(question for question, found in ranges.items() if len(found) > 1)


def version_tables(index: Index) -> tuple[tuple[VersionTable, ...], int]:
    """Return the versions, those with most independent origins first, a few to a table.

    The second value counts the questions on which all versions leave the same range; they are left
    out of the tables.
    """
    versions = sorted(index.case.versions, key=_by_weight)
    differing = _differing(versions)
    everywhere = {value.question for version in versions for value in version.values}
    tables = []
    for start in range(0, len(versions), VERSIONS_ABREAST):
        some = versions[start : start + VERSIONS_ABREAST]
        tables.append(
            VersionTable(
                names=tuple(f"Version {n}" for n in range(start + 1, start + len(some) + 1)),
                origins=tuple(tuple(index.badge[o] for o in v.origins) for v in some),
                claims=tuple(len(version.claims) for version in some),
                rows=tuple(_cells(index, some, differing)),
            )
        )
    return tuple(tables), len(everywhere - differing)
