"""The figures on the gold of this room do not fall below their floors."""

import json

import pytest

from floors import FLOORS, SECTIONS, below

HELD = json.loads(FLOORS.read_text("utf-8"))


@pytest.mark.parametrize("section", ["speakers", "relay", "stance"])
def test_the_gold_is_read_as_well_as_before(section):
    assert list(below(HELD[section]["floors"], SECTIONS[section][0]())) == []
