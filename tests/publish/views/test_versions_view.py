"""Versions: each is shown once, a few abreast."""

from dataclasses import replace

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.versions_view import VERSIONS_ABREAST, disputes


def test_no_more_than_four_versions_stand_abreast_and_none_is_lost(case: Case) -> None:
    version = case.versions[0]
    many = tuple(version.model_copy(update={"id": f"v{number}"}) for number in range(9))
    told = replace(case, comparison=replace(case.comparison, versions=many))
    ((_, tables),) = disputes(Index(told))
    widths = [len(columns) for columns in tables]
    assert widths == [4, 4, 1]
    assert VERSIONS_ABREAST == 4
    names = [name for columns in tables for name, *_ in columns]
    assert names == [f"Version {number}" for number in range(1, 10)]
