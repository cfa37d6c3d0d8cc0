"""A place that no gazetteer knows stays a name, and is listed."""

from pathlib import Path

import variorum
from variorum.normalise.places.unplaced import unplaced

TOLD = (
    "Ten people left the village of Qarzamun in Spain on 3 May 2019, the mayor said. "
    "Two people were killed near Madrid on 4 May 2019, the mayor said. "
    "Nine people returned to the village of Qarzamun on 5 May 2019, the mayor said."
)


def test_each_name_is_one_gap_and_places_with_a_point_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    case = variorum.build(tmp_path)
    names = {place.name for claim in case.claims for place in claim.places}
    assert names >= {"Qarzamun", "Spain", "Madrid"}
    assert [(gap.what, gap.kind, gap.document) for gap in case.gaps] == [
        ("Qarzamun", "limit", None)
    ]
    assert unplaced(case.claims) == list(case.gaps)
