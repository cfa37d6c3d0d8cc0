"""docs/architecture.md lists every room, and the imports between rooms as they are."""

from __future__ import annotations

import re
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ROWS = re.findall(r"(?m)^\| `(\w+)` \| ([^|]+\?) \| ([^|]+) \| ([^|]+) \|([^|]*)\|$", PAGE)
PACKAGES = sorted(file.parent.name for file in (ROOT / "src" / "variorum").glob("*/__init__.py"))


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("variorum", cache_dir=None)


def test_every_room_has_a_row_and_every_row_a_room() -> None:
    assert sorted(name for name, *_ in ROWS) == PACKAGES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_room_uses_the_rooms_that_the_page_says(
    row: tuple[str, ...], graph: grimp.ImportGraph
) -> None:
    name, listed = row[0], {word.strip() for word in row[-1].split(",") if word.strip()}
    inside = [module for module in graph.modules if room(module) == name]
    used = {room(to) for one in inside for to in graph.find_modules_directly_imported_by(one)}
    assert listed == (used & set(PACKAGES)) - {name, "model"}, (
        f"correct the row of {name} in docs/architecture.md"
    )


def test_every_stage_that_the_drawing_names_is_a_room() -> None:
    drawing = PAGE.split("## The rooms")[0]
    assert {"read", "extract", "normalise", "agreements", "compare", "publish", "store"} <= {
        *re.findall(r"\w+", drawing)
    } & set(PACKAGES)
