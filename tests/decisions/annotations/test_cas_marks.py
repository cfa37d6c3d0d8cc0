"""CAS files that dkpro-cassis has changed come back as decisions."""

from __future__ import annotations

import json
from pathlib import Path

import cassis
import pytest

from decisions.annotations.annotating import decided_anew, exported_to, taken_in
from decisions.weighed import case, claim_with
from variorum.decisions.annotations.cas_marks import read_cas
from variorum.errors import UsageError

COURIER = "0001-Courier.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return exported_to(tmp_path / "marked", case(), "cas")


def changed(folder: Path, change) -> None:
    """Change a file by the library that others read and write it with."""
    cas = cassis.load_cas_from_json((folder / COURIER).open("rb"))
    change(cas)
    cas.to_json(folder / COURIER)


def test_what_the_library_wrote_unchanged_decides_nothing(folder: Path) -> None:
    changed(folder, cassis.Cas.to_json)
    assert taken_in(folder, case()) == ([], [])


def test_features_and_new_claims_come_back(folder: Path) -> None:
    def change(cas: cassis.Cas) -> None:
        of = {m.get_covered_text(): m.claim for m in cas.select("variorum.Measure")}
        for mark in cas.select("variorum.Measure"):
            if mark.get_covered_text() == "12":
                mark.low = mark.high = "11.0"
        for mark in cas.select("variorum.Claim"):
            if mark.claim == of["40"]:
                mark.certainty = "PR+"
                mark.speaker = "Mayor Lind"
        claim = cas.typesystem.get_type("variorum.Claim")
        cas.add(claim(begin=0, end=9, claim="mine", stance="denies"))
        speaker = cas.typesystem.get_type("variorum.Speaker")
        cas.add(speaker(begin=4, end=9, claim="mine"))

    changed(folder, change)
    after = decided_anew(folder, case())
    (soldiers,) = claim_with("12 soldiers", after).measures
    assert (soldiers.low, soldiers.high) == (11, 11)
    people = claim_with("40 people", after)
    assert (people.certainty, people.speaker.name) == ("PR+", "Mayor Lind")
    new = claim_with("The mayor", after)
    assert (new.speaker.name, new.stance) == ("mayor", "denies")
    assert taken_in(folder, after) == ([], [])


def cas_of(text: str, *more: dict) -> dict:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": text}
    return {"%FEATURE_STRUCTURES": [sofa, *more]}


def test_places_beyond_the_first_plane_are_code_points() -> None:
    text = "\U0001f525 Fire"
    mark = {"%TYPE": "webanno.custom.Claim", "begin": 3, "end": 7, "stance": "asserts"}
    (claim,) = read_cas("a.json", json.dumps(cas_of(text, mark))).claims
    assert [text[start:end] for start, end in claim.places] == ["Fire"]
    assert claim.key is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is no JSON"),
        ("[1]", "is no UIMA CAS JSON"),
        ("{}", "is no UIMA CAS JSON"),
        (json.dumps({"%FEATURE_STRUCTURES": ["x"]}), "is no UIMA CAS JSON"),
        (json.dumps({"%FEATURE_STRUCTURES": []}), "has 0 texts"),
        (json.dumps(cas_of("Fire", {"%TYPE": "x.Claim", "begin": 0, "end": 9})), "marks 0 to 9"),
        (json.dumps(cas_of("Fire", {"%TYPE": "x.Claim", "begin": "a", "end": 1})), "marks a to 1"),
        (json.dumps(cas_of("Fire", {"%TYPE": "x.Claim", "begin": 3, "end": 1})), "marks 3 to 1"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_damaged_and_foreign_files_are_one_sentence(content: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"^a\.json ") as error:
        read_cas("a.json", content)
    assert told in str(error.value)
