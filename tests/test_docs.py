"""The documentation keeps up with the code: every word of the contract has its line."""

import re
import runpy
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from variorum import model
from variorum.case import Case
from variorum.cli import COMMANDS
from variorum.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
VOCABULARY = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
DEPENDENCIES = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PUBLIC = [getattr(model, name) for name in model.__all__]
RECORDS = [thing for thing in PUBLIC if isinstance(thing, type) and issubclass(thing, BaseModel)]
WORDS = [thing for thing in PUBLIC if isinstance(thing, type) and issubclass(thing, StrEnum)]
# Fields that the export adds to a record.
EXPORTED_ONLY = {"Document": {"chars"}, "Speaker": {"actor"}}


def section(record: str) -> str:
    match = re.search(rf"(?ms)^## {record}\n(.*?)(?=^## |\Z)", VOCABULARY)
    assert match, f"docs/vocabulary.md has no section '## {record}'"
    return match[1]


def rows(text: str, heading: str) -> list[str]:
    found = re.search(rf"(?ms)^\| {heading} \|.*?\n\|[-| ]+\|\n(.*?)(?=^\s*$|\Z)", text)
    assert found, f"no table of {heading}"
    return re.findall(r"(?m)^\| `?([\w.-]+)`? \|", found[1])


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_a_row_and_every_row_a_field(record: type[BaseModel]) -> None:
    added = EXPORTED_ONLY.get(record.__name__, set())
    described = rows(section(record.__name__), "field")
    assert sorted(described) == sorted({*record.model_fields, *added})


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_value_of_a_word_list_is_named(words: type[StrEnum]) -> None:
    assert [value for value in words if f"`{value}`" not in " ".join(VOCABULARY.split())] == []


def test_the_keys_of_the_export_are_listed_in_their_order() -> None:
    assert rows(section("The export"), "key") == list(Case().to_dict())


def test_every_dependency_says_why_and_none_is_left_over() -> None:
    extras = PROJECT["optional-dependencies"].values()
    asked = [*PROJECT["dependencies"], *(item for extra in extras for item in extra)]
    named = {re.split(r"[^\w.-]", item, maxsplit=1)[0] for item in asked}
    table = re.findall(r"(?m)^\| ([\w.-]+) \| [^|]+ \| [^|]+ \|$", DEPENDENCIES)
    described = [name for name in table if name != "package"]
    assert sorted(described) == sorted(named)


def test_what_an_extra_brings_is_not_installed_without_it() -> None:
    def names(rows: list[str]) -> set[str]:
        return {re.split(r"[^\w.-]", row, maxsplit=1)[0] for row in rows}

    base = names(PROJECT["dependencies"])
    for name, rows in PROJECT["optional-dependencies"].items():
        assert not base & names(rows), name
    assert not base & {"mcp", "httpx", "openai", "sphinx", "rocrate", "bagit", "dkpro-cassis"}


@pytest.mark.parametrize(
    "page",
    [
        *sorted((ROOT / "docs").glob("*.md")),
        ROOT / "README.md",
        ROOT / "benchmarks" / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
        ROOT / "examples" / "raqqa-2017" / "README.md",
    ],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_links_to_our_own_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)(?:#[\w-]+)?\)", page.read_text("utf-8"))
    ours = [link for link in links if not link.startswith("http")]
    assert [link for link in ours if not (page.parent / link).exists()] == []


def test_the_bundled_case_is_listed_whole_and_marked_as_retold() -> None:
    folder = ROOT / "examples" / "raqqa-2017"
    reports = sorted(path.name for path in folder.glob("*.txt"))
    listed = re.findall(r"(?m)^\| \[\d\d\]\((.*?)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == reports
    assert len(reports) == 32
    heads = [(folder / name).read_text("utf-8").split("\n---\n")[0] for name in reports]
    assert [head for head in heads if "\nwording: paraphrase" not in head] == []


@pytest.mark.parametrize("page", ["cli.md", "settings.md"])
def test_a_written_page_is_what_would_be_written_now(page: str) -> None:
    write = runpy.run_path(str(ROOT / "scripts" / "write_docs.py"))["PAGES"][page]
    assert (ROOT / "docs" / page).read_text("utf-8") == write(), "run scripts/write_docs.py"


def test_every_command_and_every_setting_has_its_help() -> None:
    commands = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert re.findall(r"(?m)^## variorum (\w+)$", commands) == list(COMMANDS)
    assert commands.count("Example: variorum ") == len(COMMANDS)
    assert all(field.description for field in Settings.model_fields.values())


def test_the_readme_names_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"(?m)^(\w+):", makefile))
    assert {"demo", "test"} <= set(re.findall(r"(?m)^ {4}make (\w+)", readme)) <= targets
    used = set(re.findall(r"(?m)^ {4}variorum (\w+)", readme))
    assert {"build", "show"} <= used <= set(COMMANDS)


def test_the_readme_is_one_screen_that_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.splitlines()) <= 60
    pages = {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    linked = set(re.findall(r"\]\((docs/[\w-]+\.md)\)", readme))
    # The settings are named where the commands are.
    assert pages - linked == {"docs/settings.md"}


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (code,) = re.findall(r"(?s)```python\n(.*?)```", readme)
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(
        compile(code.replace("examples/raqqa-2017", "tests/cases/ferry"), "README.md", "exec"),
        names,
    )
    assert names["case"].contradictions


def test_the_readme_shows_the_report() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (picture,) = re.findall(r"!\[[^\]]+\]\((docs/[\w.]+)\)", readme)
    assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")
