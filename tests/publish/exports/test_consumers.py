"""Exports are opened by the programs that people open them with, without a network."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from exported import exported
from halcyon import HOSTILE, HOSTILE_IMAGE
from playwright.sync_api import Browser, Page, Route, expect
from test_geojson_file import TEXT, boats

from variorum.case import Case
from variorum.model import Document
from variorum.publish.tables.tables import TABLES
from variorum.text import span

CONSUMERS = Path(__file__).with_name("consumers")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MAP = """<!doctype html><title>Map</title><link rel="stylesheet" href="{css}">
<script src="{js}"></script><div id="map" style="width:600px;height:400px"></div><script>
const record = {record};
const map = L.map("map").setView([0, 0], 1);
const layer = L.geoJSON(record, {{
  onEachFeature: (feature, marker) => marker.bindPopup(
    Object.assign(document.createElement("p"), {{textContent: feature.properties.quotation}})),
  pointToLayer: (feature, place) => L.circleMarker(place, {{className: "place"}}),
}}).addTo(map);
</script>"""
TIMELINE = """<!doctype html><title>Timeline</title><link rel="stylesheet" href="{css}">
<script src="{js}"></script><div id="line" style="width:900px;height:600px"></div><script>
const timeline = new TL.Timeline("line", {record}, {{font: null, hash_bookmark: false}});
</script>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may read files and nothing else; it fails on any error in a script."""
    context = browser.new_context()
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))

    def only_files(route: Route) -> None:
        route.continue_() if route.request.url.startswith("file:") else route.abort()

    context.route("**/*", only_files)
    yield opened
    context.close()
    assert errors == []


def show(page: Page, place: Path, template: str, kind: str, record: bytes) -> None:
    """Open an export in a page with its program."""
    told = record.decode("utf-8").replace("<", "\\u003c")
    links = {end: (CONSUMERS / f"{kind}.{end}").as_uri() for end in ("js", "css")}
    place.write_text(template.format(record=told, **links), encoding="utf-8")
    page.goto(place.as_uri())


@pytest.mark.browser
def test_a_map_draws_each_place_and_opens_its_quotation(page: Page, tmp_path: Path) -> None:
    case = boats("2031-05-04")
    show(page, tmp_path / "map.html", MAP, "leaflet", exported("geojson", case))
    expect(page.locator("path.place")).to_have_count(1)
    assert page.evaluate("layer.getBounds().getCenter()") == {"lat": 31.3, "lng": 27.2}
    page.evaluate("layer.getLayers().find(one => one.openPopup).openPopup()")
    expect(page.locator(".leaflet-popup-content")).to_have_text(case.claims[0].text)


@pytest.mark.browser
def test_a_map_draws_the_places_of_a_whole_case(
    page: Page, tmp_path: Path, disputed: Case, ferry_built: Case
) -> None:
    for number, case in enumerate((disputed, ferry_built)):
        record = exported("geojson", case)
        show(page, tmp_path / f"{number}.html", MAP, "leaflet", record)
        known = [one for one in json.loads(record)["features"] if one["geometry"]]
        assert page.evaluate("layer.getLayers().length") == len(known)
        assert page.evaluate("window.hacked") is None


@pytest.mark.browser
def test_the_timeline_shows_each_slide_with_its_words(
    page: Page, tmp_path: Path, ferry_built: Case
) -> None:
    for number, case in enumerate((boats("2031-05-04"), ferry_built)):
        record = exported("timelinejs", case)
        show(page, tmp_path / f"{number}.html", TIMELINE, "timeline", record)
        told = json.loads(record)
        expect(page.locator(".tl-timemarker")).to_have_count(len(told["events"]))
        title = told["title"]["text"]["headline"]
        expect(page.locator(".tl-slide-titleslide h2")).to_have_text(title)
        shown = " ".join(" ".join(page.locator(".tl-slide").all_text_contents()).split())
        for event in told["events"][:1]:
            assert " ".join(event["text"]["headline"].split()) in shown


@pytest.mark.browser
def test_what_a_report_says_runs_nowhere(page: Page, tmp_path: Path) -> None:
    case = boats("2031-05-04")
    hostile = Document.from_text(f"{TEXT} {HOSTILE}", publisher=HOSTILE_IMAGE)
    words = span(hostile, 0, len(hostile.text))
    claim = case.claims[0].model_copy(update={"document": hostile.id, "content": (words,)})
    told = Case(documents=(hostile,), claims=(claim,))
    show(page, tmp_path / "line.html", TIMELINE, "timeline", exported("timelinejs", told))
    expect(page.locator(".tl-timemarker")).to_have_count(1)
    expect(page.locator(".tl-slide blockquote").first).to_have_text(hostile.text)
    assert page.evaluate("window.hacked") is None


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_workbook_as_it_is(tmp_path: Path, disputed: Case) -> None:
    """The first sheet, the disputes, comes out as the rows of its table."""
    book = tmp_path / "case.xlsx"
    book.write_bytes(exported("xlsx", disputed))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    command = [OFFICE, profile, "--headless", "--convert-to", to_csv, "--outdir", tmp_path, book]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with (tmp_path / "case.csv").open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream)
    assert tuple(head) == TABLES["disputes"].names
    quotation = head.index("quotation")
    told = {row[quotation] for row in rows if row[quotation]}
    assert told <= {claim.text for claim in disputed.claims}
    assert told
