"""A case in a notebook: it is a case like any other, and shows itself as HTML."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import variorum
from publish.halcyon import HOSTILE, halcyon_case
from variorum.case import Case
from variorum.errors import StoreError, UsageError
from variorum.notebook import OpenCase, open_case
from variorum.store import Store


@pytest.fixture(scope="module")
def ferry(ferry_built: Case) -> OpenCase:
    return OpenCase.of(ferry_built)


def test_a_case_file_is_opened_as_the_case_in_it(ferry_built: Case, tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.save(ferry_built)
    found = variorum.open_case(tmp_path / "a.db")
    assert isinstance(found, Case)
    assert found.to_json() == ferry_built.to_json()
    early = open_case(tmp_path / "a.db", as_of="2023-03-13")
    assert 0 < len(early.documents) < len(found.documents)
    with pytest.raises(StoreError, match="does not exist"):
        open_case(tmp_path / "none.db")


def test_a_case_shows_itself_in_one_line_and_as_html(ferry: OpenCase) -> None:
    assert repr(ferry).startswith("<Deaths in Ardel, 12 March 2023: ")
    assert "\n" not in repr(ferry)
    shown = ferry._repr_html_()
    assert "<h3>Deaths in Ardel, 12 March 2023</h3>" in shown
    assert "people killed" in shown


def test_a_dispute_shows_its_quotations_and_stays_a_dispute(
    ferry: OpenCase, ferry_built: Case
) -> None:
    assert [d.model_dump() for d in ferry.disputes] == [
        d.model_dump() for d in ferry_built.disputes
    ]
    for dispute in ferry.disputes:
        shown = dispute._repr_html_()
        assert dispute.label in shown
        assert "<details>" in shown
    assert ferry.disputes is ferry.disputes


def test_of_many_quotations_some_are_folded_away(ferry: OpenCase) -> None:
    folded = []
    for dispute in ferry.disputes:
        told = [len({a.claim for a in p.answers}) + len(p.derived) for p in dispute.positions]
        shown = re.findall(r"<summary>(\d+) more</summary>", dispute._repr_html_())
        assert sorted(shown) == sorted(str(many - 2) for many in told if many > 2)
        folded += shown
    assert folded


def test_the_matrix_is_a_table_of_letters(ferry: OpenCase) -> None:
    shown = ferry.matrix._repr_html_()
    assert shown.count("<tr>") == len(ferry.matrix.view.rows) + 1
    assert ">A</span>" in shown


def test_words_of_reports_are_escaped() -> None:
    case = OpenCase.of(halcyon_case())
    for shown in (case._repr_html_(), case.matrix._repr_html_()):
        assert HOSTILE not in shown
        assert "<img" not in shown


def test_without_pandas_it_is_said_how_to_install_it(
    ferry: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="'pip install pandas' installs it"):
        ferry.to_pandas("claims")


def test_a_frame_is_made_of_the_rows(ferry: OpenCase) -> None:
    claims = ferry.to_pandas("claims")
    assert list(claims["id"]) == [claim.id for claim in ferry.claims]
    assert {"speaker.name", "text"} <= set(claims.columns)
    assert len(ferry.to_pandas("answers")) > 0
