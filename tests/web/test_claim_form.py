"""A form says what is read of a claim, and only what somebody changed of it is decided."""

from hypothesis import given
from hypothesis import strategies as st

from decisions.weighed import COURIER, case, claim_with
from variorum.decisions.claim_fields import FIELDS, with_fields
from variorum.web.claim_form import Field, fields_of, figure_fields, set_fields


def form(fields: list[Field]) -> dict[str, str]:
    told = {name: entered for name, _, _, entered, _ in fields}
    return told | {f"was-{name}": value for name, _, value, *_ in fields}


def test_what_nobody_touched_changes_nothing():
    claim = claim_with("40 people", case())
    told = form([*fields_of(claim, {}), *figure_fields(claim, {})])
    assert set_fields(told, FIELDS) == {}


@given(st.sampled_from(["low", "high", "noun", "stance", "speaker", "when"]), st.text(min_size=1))
def test_what_somebody_changed_is_all_that_is_set(name: str, value: str):
    claim = claim_with("40 people", case())
    told = form([*fields_of(claim, {}), *figure_fields(claim, {})]) | {name: value}
    wanted = {name: value.strip()} if value.strip() not in ("", told[f"was-{name}"]) else {}
    found = set_fields(told, FIELDS)
    assert {n: v for n, v in found.items() if n != "number"} == wanted
    assert ("number" in found) == (bool(wanted) and name in ("low", "high", "noun"))


def test_every_field_can_be_filled_in():
    claim = claim_with("40 people", case())
    fields = [*fields_of(claim, {}), *figure_fields(claim, {})]
    names = {name for name, *_ in fields}
    assert set(FIELDS) - names == {"unit", "per"}
    whole = {name: value for name, _, value, *_ in fields if value}
    assert with_fields(claim, whole, COURIER).measures == claim.measures


def test_of_several_figures_one_is_chosen_and_nothing_filled_in():
    claim = claim_with("40 people", case())
    two = claim.model_copy(update={"measures": (*claim.measures, *claim.measures)})
    fields = {name: told for name, _, *told in figure_fields(two, {"low": "3"})}
    assert fields["number"][::2] == ["", ("", "40", "40")]
    assert fields["low"][:2] == ["", "3"]
    assert figure_fields(claim.model_copy(update={"measures": ()}), {}) == []
