"""The site is built without a warning, opens offline, and every link in it leads somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

import variorum
from build_docs import PARTS, ROOT, MarkdownParser, build, name_of, setup, slug
from variorum.cli import COMMANDS, app

PAGES = [page for part in PARTS.values() for page in part]
COMMAND = re.compile(r"(?m)^ {4,}variorum ([a-z]+)(.*)$")


class Links(HTMLParser):
    """The ids of a page, where it leads to, and what a browser would load with it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if told.get("id"):
            self.ids.add(str(told["id"]))
        if tag == "a" and told.get("href"):
            self.links.append(str(told["href"]))
        loaded = told.get("src") or (told.get("href") if tag == "link" else None)
        if loaded and tag in {"link", "script", "img", "iframe"}:
            self.loads.append(loaded)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("docs") / "site"
    assert build(target) == 0
    return target


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Links]:
    return {file.name: Links(file.read_text("utf-8")) for file in site.glob("*.html")}


def test_every_page_of_the_documentation_is_in_it(pages: dict[str, Links]) -> None:
    written = {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert written <= set(PAGES), "name the new page in scripts/build_docs.py"
    assert {f"{name_of(page)}.html" for page in PAGES} <= set(pages)
    assert MarkdownParser.supported == ("markdown",)
    assert setup.__doc__


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Links]) -> None:
    for name, page in pages.items():
        for address in page.loads:
            assert not re.match(r"[a-z]+:|//", address), (name, address)
            assert (site / address.split("?")[0].split("#")[0]).exists(), (name, address)
    for style in site.rglob("*.css"):
        assert not re.search(r"@import\s+(?:url\()?[\"']?(?:https?:)?//", style.read_text("utf-8"))


def test_every_link_leads_to_a_page_and_a_place_in_it(pages: dict[str, Links]) -> None:
    for name, page in pages.items():
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            assert (target or name) in pages, (name, link)
            known = pages[target or name].ids
            assert not anchor or target == "genindex.html" or anchor in known, (name, link)


def test_the_public_names_are_in_the_reference(pages: dict[str, Links]) -> None:
    names = {name for name in variorum.__all__ if not name.startswith("__")}
    found = {key.rpartition(".")[2] for key in pages["python.html"].ids}
    assert names <= found


@pytest.mark.parametrize("page", [page for page in PAGES if page.endswith(".md")])
def test_the_commands_of_a_page_can_be_typed(page: str) -> None:
    """Each is a command, and its options are some of that command's."""
    commands = get_command(app)
    for command, rest in COMMAND.findall((ROOT / page).read_text("utf-8")):
        assert command in COMMANDS, (page, command)
        known = {name for one in commands.get_command(None, command).params for name in one.opts}
        known |= {
            n for one in commands.get_command(None, command).params for n in one.secondary_opts
        }
        told = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", re.sub(r"'[^']*'|\"[^\"]*\"", "", rest))
        assert [option for option in told if option not in {*known, "--help"}] == [], (page, rest)


def test_headings_have_the_anchors_of_github() -> None:
    assert slug("From brat and INCEpTION") == "from-brat-and-inception"
    assert slug("pages.py: what is read") == "pagespy-what-is-read"


def test_the_citation_is_of_this_version() -> None:
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert told["version"] == variorum.__version__
    assert {"cff-version", "message", "title", "authors"} <= set(told)
