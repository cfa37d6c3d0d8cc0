from __future__ import annotations

import pytest

from variorum import taxonomy

KNOWN = taxonomy.load()


def test_every_parent_is_a_kind() -> None:
    parents = {KNOWN.parent(kind) for kind in KNOWN.labels} - {None}
    assert parents <= set(KNOWN.labels)


def test_every_unit_measures_a_kind() -> None:
    assert {unit.kind for unit in KNOWN.units.values()} <= set(KNOWN.labels)


def test_foreign_fighters_are_fighters_and_people() -> None:
    assert KNOWN.narrow("people.fighters", "foreign") == "people.fighters.foreign"
    assert KNOWN.within("people.fighters.foreign", "people.fighters")
    assert not KNOWN.within("people.fighters", "people.fighters.foreign")


@pytest.mark.parametrize(
    ("value", "unit", "target", "result"),
    [(6, "hour", "day", 0.25), (1, "mile", "kilometre", 1.609344), (1, "USD", "EUR", None)],
)
def test_units_convert_within_their_kind(
    value: float, unit: str, target: str, result: float | None
) -> None:
    found = KNOWN.convert(value, unit, target)
    assert found == (pytest.approx(result) if result else None)


def test_thing_outside_the_taxonomy_has_a_label() -> None:
    assert KNOWN.label("things.polling_station") == "polling station"
