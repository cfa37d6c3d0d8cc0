"""The ratchet of figures: what is below is told, what is higher is kept, and nothing is lowered."""

import json

from hypothesis import given
from hypothesis import strategies as st

from floors import FLOORS, SECTIONS, below, fingerprint, gold_of, raised

FIGURES = st.dictionaries(st.sampled_from("abcd"), st.integers(-9, 9))


@given(FIGURES, FIGURES)
def test_raised_floors_are_never_lower_and_hold_every_figure(floors, figures):
    higher = raised(floors, figures)
    assert all(higher[name] >= floor for name, floor in floors.items())
    assert all(higher[name] >= figure for name, figure in figures.items())
    assert set(higher) == {*floors, *figures}


@given(FIGURES)
def test_figures_are_not_below_themselves_and_are_below_anything_higher(figures):
    assert list(below(figures, figures)) == []
    higher = {name: figure + 1 for name, figure in figures.items()}
    assert len(list(below(higher, figures))) == len(figures)


def test_a_figure_that_is_no_longer_measured_is_told():
    assert list(below({"open": 3}, {})) == ["open is no longer measured; its floor is 3"]


def test_a_fingerprint_changes_with_a_file_and_with_its_name(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.txt").write_text("two")
    before = fingerprint(tmp_path.iterdir())
    assert before == fingerprint(sorted(tmp_path.iterdir(), reverse=True))
    (tmp_path / "b.txt").write_text("three")
    changed = fingerprint(tmp_path.iterdir())
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    assert len({before, changed, fingerprint(tmp_path.iterdir())}) == 3


def test_every_section_has_floors_for_the_gold_as_it_is():
    held = json.loads(FLOORS.read_text("utf-8"))
    assert {name: section["gold"] for name, section in held.items()} == {
        name: gold_of(name) for name in SECTIONS
    }
