"""Every language's file names kinds, events, units and stances that there are."""

import re
from importlib import resources
from typing import Any

import pytest
import yaml

from variorum import taxonomy
from variorum.language import LANGUAGES, code_of, files, phrases, section
from variorum.language.files import COMMON
from variorum.model import Certainty, Role, SpeakerKind
from variorum.normalise.numbers import meanings

FILES = sorted({str(code_of(language)) for language in LANGUAGES})
SECTIONS = (
    "writing", "numbers", "things", "units", "dates", "sources", "places", "credits", "scene",
    "bodies", "agreements", "populations",
)  # fmt: skip
KNOWN = taxonomy.load()


def raw(name: str) -> dict[str, Any]:
    file = resources.files("variorum.language.data").joinpath(f"{name}.yaml")
    loaded: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("language", FILES)
def test_no_key_is_one_that_nothing_reads(language: str) -> None:
    own, shared = raw(language), raw(COMMON)
    assert set(own) <= set(SECTIONS)
    for name, table in own.items():
        assert set(table) <= set(shared[name]), name


@pytest.mark.parametrize("language", FILES)
def test_populations_have_their_english_names(language: str) -> None:
    told, english = section(language, "populations"), files.table("populations")["en"]
    assert set(told["countries"]) <= set(told["nations"]) <= {*english["nations"], "Indigenous"}
    assert set(told["others"]) <= set(english["words"])


@pytest.mark.parametrize("language", FILES)
def test_kinds_events_and_units_are_those_of_the_taxonomy(language: str) -> None:
    things, units = section(language, "things"), section(language, "units")
    for table in ("kinds", "modifiers", "pairs"):
        assert set(things[table]) <= set(KNOWN.labels), table
    assert set(things["events"]) <= set(KNOWN.event_labels)
    assert set(things["subjects"]) <= set(KNOWN.subjects.values())
    assert {*units["names"], *units["before"], *units["pairs"]} <= set(KNOWN.units)


@pytest.mark.parametrize("language", FILES)
def test_numbers_and_sources_name_rows_that_there_are(language: str) -> None:
    numbers, sources = section(language, "numbers"), section(language, "sources")
    assert set(numbers["bounds"]) <= set(meanings.load().bounds)
    assert set(numbers["vague"]) <= set(meanings.load().vague)
    assert set(sources["verbs"]) | set(sources["takes_object"]) <= set(sources["stances"])
    assert {SpeakerKind(kind) for kind in sources["roles"]}
    assert [Role(role) for rows in sources["roles"].values() for role in rows]
    assert [Certainty(value) for value in sources["hedges"]]


@pytest.mark.parametrize("language", FILES)
def test_ranges_have_two_numbers_and_bounds_one(language: str) -> None:
    numbers = section(language, "numbers")
    counts = {p: p.split().count("N") for p in numbers["ranges"]}
    assert {p for p, count in counts.items() if count != 2} == set()
    bounds = [p for patterns in numbers["bounds"].values() for p in patterns]
    assert {p for p in bounds if p.split().count("N") != 1} == set()


def listed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [word for each in value.values() for word in listed(each)]
    return value if isinstance(value, list) else []


@pytest.mark.parametrize("language", FILES)
@pytest.mark.parametrize("name", ["things", "units", "sources"])
def test_every_list_holds_words_that_are_patterns(language: str, name: str) -> None:
    found = listed(section(language, name))
    assert [word for word in found if not isinstance(word, str) or not word.strip()] == []
    assert phrases(language, [(word, True) for word in found])
    assert [word for word in found if re.search(r"[?]$|  |\w\*\w|\*\*", word)] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("turn", ["last", "this", "next"])
def test_what_is_turned_to_is_a_day_a_month_or_a_unit(language: str, turn: str) -> None:
    for pattern in section(language, "dates")[turn]:
        assert {"W", "M", "U"} & set(re.split(r"[^A-Z]+", pattern)), pattern
