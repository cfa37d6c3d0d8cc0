"""Versions: each is shown once, a few abreast."""

from dataclasses import replace

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.versions_view import VERSIONS_ABREAST, disputes


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
