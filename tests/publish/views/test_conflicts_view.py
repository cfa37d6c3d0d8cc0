"""Contradictions and versions: each is shown once, the versions a few abreast."""

from dataclasses import replace

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.conflicts_view import VERSIONS_ABREAST, conflict_groups, disputes


def test_every_contradiction_is_told_once_in_the_order_of_its_number(case: Case) -> None:
    groups = conflict_groups(Index(case))
    views = [view for group in groups for view in (group.first, *group.further)]
    assert sorted(view.number for view in views) == list(range(1, len(case.contradictions) + 1))
    for view in views:
        assert view.because == case.contradictions[view.number - 1].because


def test_contradictions_of_the_same_questions_are_one_group(case: Case) -> None:
    twice = replace(
        case,
        comparison=replace(case.comparison, contradictions=case.contradictions[:1] * 2),
    )
    (group,) = conflict_groups(Index(twice))
    assert [view.number for view in (group.first, *group.further)] == [1, 2]


def test_no_more_than_four_versions_stand_abreast_and_none_is_lost(case: Case) -> None:
    version = case.versions[0]
    many = tuple(version.model_copy(update={"id": f"v{number}"}) for number in range(9))
    shown = disputes(Index(replace(case, comparison=replace(case.comparison, versions=many))))
    (dispute,) = shown
    widths = [len(table.columns) for table in dispute.tables]
    assert widths == [4, 4, 1]
    assert VERSIONS_ABREAST == 4
    names = [column.name for table in dispute.tables for column in table.columns]
    assert names == [f"Version {number}" for number in range(1, 10)]


def test_a_row_differs_where_its_cells_do(case: Case) -> None:
    table = disputes(Index(case))[0].tables[0]
    assert table.differs(["1", "2"])
    assert not table.differs(["1", "1"])
