from __future__ import annotations

import json
from typing import Any

from exported import exported

from variorum.case import Case
from variorum.edtf import is_edtf
from variorum.model import Claim, Document, Place, SceneRole, When
from variorum.text import span

TEXT = "Two boats sank off Mersa on 4 May 2031, near Nowhere."


def boats(*whens: str) -> Case:
    document = Document.from_text(TEXT, path="a.txt", publisher="The Gull", published="2031-05-05")
    words = span(document, 0, len(TEXT))
    claim = Claim.narrated(document, (words,), hedges=(), certainty="CT+")
    places = (
        Place(name="Mersa", lat=31.3, lon=27.2, radius_km=4.0, span=span(document, 19, 24)),
        Place(name="Nowhere", span=span(document, 45, 52)),
    )
    told = tuple(
        When(edtf=when, text="4 May 2031", span=span(document, 28, 38), role=SceneRole.HAPPENING)
        for when in whens
    )
    return Case(
        documents=(document,), claims=(claim.model_copy(update={"places": places, "when": told}),)
    )


def features(case: Case) -> list[dict[str, Any]]:
    found = json.loads(exported("geojson", case))
    assert found["type"] == "FeatureCollection"
    rows: list[dict[str, Any]] = found["features"]
    return rows


def test_a_place_is_a_point_east_first_with_the_words_and_the_time() -> None:
    first, second = features(boats("2031-05-04"))
    assert first["geometry"] == {"type": "Point", "coordinates": [27.2, 31.3]}
    told = first["properties"]
    assert (told["place"], told["quotation"], told["radius_km"]) == ("Mersa", TEXT, 4.0)
    assert (told["edtf"], told["start"], told["end"]) == ("2031-05-04",) * 3
    assert (told["publisher"], told["published"]) == ("The Gull", "2031-05-05")
    assert second["geometry"] is None
    assert first["id"] != second["id"]


def test_a_time_known_in_part_stays_edtf_and_has_the_days_it_may_be() -> None:
    told = features(boats("2031-05"))[0]["properties"]
    assert is_edtf(told["edtf"])
    assert (told["edtf"], told["start"], told["end"]) == ("2031-05", "2031-05-01", "2031-05-31")


def test_of_two_times_none_is_told() -> None:
    told = features(boats("2031-05-04", "2031-05-06"))[0]["properties"]
    assert told["edtf"] is told["start"] is told["end"] is None


def test_every_feature_is_one_of_a_claim(disputed: Case) -> None:
    ids = [feature["id"] for feature in features(disputed)]
    assert len(ids) == len(set(ids))
