"""The map: every place that is near is drawn where it lies, and what is not drawn is named."""

from __future__ import annotations

import hashlib
import importlib.resources
from pathlib import Path
from xml.etree import ElementTree

import pytest

from variorum import build
from variorum.case import Case
from variorum.model import Claim, Document, Form, Place, Speaker, SpeakerKind
from variorum.publish.base.index import Index
from variorum.publish.charts.map_chart import map_chart, outline
from variorum.publish.views.places_view import FARTHEST_KM, WIDEST_KM, PlacesView, places_view
from variorum.text import span

TOLD = {
    "Naples": (40.85, 14.27, None),
    "Rome": (41.89, 12.51, None),
    "Vesuvius": (40.82, 14.43, 12.0),
    "Oslo": (59.91, 10.75, None),
    "Italy": (42.8, 12.8, WIDEST_KM + 1),
    "Nowhere": (None, None, None),
}


def _view(told: dict[str, tuple[float | None, float | None, float | None]]) -> PlacesView:
    document = Document.from_text(" ".join(told), publisher="Post")
    places = tuple(
        Place(name=name, lat=lat, lon=lon, radius_km=radius, known_as=name, span=at)
        for name, (lat, lon, radius) in told.items()
        for at in [span(document, document.text.index(name), document.text.index(name) + len(name))]
    )
    claims = tuple(
        Claim(
            id=f"claim-{n}",
            document=document.id,
            speaker=Speaker(name="Post", kind=SpeakerKind.DOCUMENT),
            relay=(),
            content=(places[0].span,),
            form=Form.NARRATED,
            places=given,
        )
        for n, given in enumerate((places, places[:1]))
    )
    return places_view(Index(Case((document,), claims)))


@pytest.fixture
def view() -> PlacesView:
    return _view(TOLD)


def test_what_is_near_is_drawn_and_the_rest_is_named(view: PlacesView) -> None:
    assert [place.name for place in view.drawn] == ["Naples", "Rome", "Vesuvius"]
    assert [place.name for place in view.beside] == ["Italy", "Oslo"]
    assert view.unplaced == 1
    assert view.drawn[0].claims == (1, 2)
    assert FARTHEST_KM == 400


def test_places_lie_where_their_degrees_are_and_circles_reach_as_far(view: PlacesView) -> None:
    drawn = ElementTree.fromstring(map_chart(view))
    dots = {dot.findtext("title"): dot for dot in drawn.iter("circle") if dot.get("data-lon")}
    for place in view.drawn:
        dot = dots[place.name]
        assert (float(dot.get("data-lat") or 0), float(dot.get("data-lon") or 0)) == (
            place.lat,
            place.lon,
        )
    at = {name: float((dot.get("cx") or "")[:-1]) for name, dot in dots.items()}
    assert at["Rome"] < at["Naples"] < at["Vesuvius"]
    (area,) = (c for c in drawn.iter("circle") if c.get("class") == "area")
    assert float(area.get("data-km") or 0) == 12


def test_the_outline_has_coasts_and_borders_of_the_box_only(view: PlacesView) -> None:
    drawn = ElementTree.fromstring(map_chart(view))
    paths = {path.get("class"): path.get("d") or "" for path in drawn.iter("path")}
    assert paths["coast"].startswith("M")
    assert len(paths["coast"]) < 20_000
    assert {coast for coast, _ in outline()} == {True, False}


def test_the_file_of_the_outline_is_the_one_that_its_page_names() -> None:
    folder = importlib.resources.files("variorum.publish.charts").joinpath("outline")
    digest = hashlib.sha256(folder.joinpath("countries-50m.json").read_bytes()).hexdigest()
    assert digest in folder.joinpath("README.md").read_text("utf-8")


def test_names_that_would_lie_over_each_other_are_left_to_the_list() -> None:
    near = {f"Place number {n}": (40.0 + n / 1e4, 14.0, None) for n in range(5)}
    drawn = ElementTree.fromstring(map_chart(_view(near)))
    assert sum(text.get("class", "").startswith("place-name") for text in drawn.iter("text")) == 1
    assert len([dot for dot in drawn.iter("circle") if dot.get("data-lon")]) == 5


def test_a_case_without_places_has_no_map(case: Case) -> None:
    assert places_view(Index(case)).drawn == ()


def test_journeys_and_corridors_are_lines_from_place_to_place(tmp_path: Path) -> None:
    text = (
        "Forty buses went from Lyon to Dijon on Monday, the army said."
        " Shelling hit the road between Dijon and Chaumont, an aid worker said.\n"
    )
    (tmp_path / "post.txt").write_text(text, "utf-8")
    view = places_view(Index(build([tmp_path])))
    names = [(start.name, end.name) for start, end, _ in view.ways]
    assert names == [("Lyon", "Dijon"), ("Dijon", "Chaumont")]
    drawn = ElementTree.fromstring(map_chart(view))
    dots = {dot.findtext("title"): (dot.get("cx"), dot.get("cy")) for dot in drawn.iter("circle")}
    lines = [line for line in drawn.iter("line") if line.get("class") == "way"]
    ends = [((e.get("x1"), e.get("y1")), (e.get("x2"), e.get("y2"))) for e in lines]
    assert ends == [(dots[start], dots[end]) for start, end in names]


def test_a_place_is_called_what_most_english_reports_call_it(tmp_path: Path) -> None:
    text = "A blast hit Raqqa on Monday, the army said. Raqqa was calm, a nurse said.\n"
    (tmp_path / "post.txt").write_text(text, "utf-8")
    assert [p.name for p in places_view(Index(build([tmp_path]))).drawn] == ["Raqqa"]
