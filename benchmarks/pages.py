"""Score what is read of web pages: title, author, day and text, beside trafilatura alone.

    python benchmarks/pages.py [--folder FOLDER] [--each N] [--failures title|author|day|text]

reads the pages of three public suites with their own gold, in one run by this reader and by
trafilatura with its defaults:

- trafilatura (Barbaresi 2021, Apache-2.0): sentences that belong to the text of a page and some
  that do not, titles, authors and days;
- htmldate (Barbaresi 2020, Apache-2.0): days;
- Mozilla's readability (Apache-2.0; the pages are their publishers'): titles, bylines and days.

The snapshots are fetched to `--folder` (by default the system's folder for temporary files) where
they are not there yet, unpacked or as a git checkout; nothing of them is part of this repository.
`--each N` takes every Nth page.

A title is right where it is the gold but for case, marks and spaces, *glued* where the gold is in
it with more before or after. An author is right where the names are the same; *invented* counts
the pages whose gold has none. A day is right where it is the gold's; of a time the day in the
page's own zone counts. *wanted* and *unwanted* are the shares of the marked sentences that are in
the text.
"""

from __future__ import annotations

import argparse
import json
import re
import tarfile
import tempfile
import unicodedata
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trafilatura

from variorum.errors import UnreadableDocument
from variorum.read.content import Content, Source
from variorum.read.publication_dates import edtf_date
from variorum.read.web import html
from variorum.settings import Settings

SUITES = {
    "trafilatura": ("adbar/trafilatura", "e90b0ef51ab026fdb905fb6c5b3c84dd3d784fd5"),
    "htmldate": ("adbar/htmldate", "b8952828329abaeeb3be21387b526f2be614ce67"),
    "readability": ("mozilla/readability", "ab4027a8b37669745016869a37a504727992b2ba"),
}
ADDRESS = "https://codeload.github.com/{}/tar.gz/{}"
FOLDERS = ("cache", "eval", "test_set")


@dataclass(frozen=True)
class Page:
    """A page with its gold; a field that the gold does not have is missing in `gold`."""

    path: Path
    gold: dict[str, Any]


def snapshot(folder: Path, suite: str) -> Path:
    """Return the folder of a suite, fetched first where it is not there."""
    name, commit = SUITES[suite]
    known = (folder / suite, folder / name.replace("/", "+"), folder / f"{suite}-{commit}")
    for path in known:
        if path.is_dir():
            return path
    folder.mkdir(parents=True, exist_ok=True)
    with (
        urllib.request.urlopen(ADDRESS.format(name, commit), timeout=300) as stream,
        tarfile.open(fileobj=stream, mode="r|gz") as archive,
    ):
        archive.extractall(folder, filter="data")
    return known[-1]


def pages(folder: Path, suite: str) -> Iterator[Page]:
    """Yield the pages of a suite that are there."""
    tests = snapshot(folder, suite)
    if suite == "readability":
        for path in sorted((tests / "test" / "test-pages").glob("*/source.html")):
            told = json.loads(path.with_name("expected-metadata.json").read_text("utf-8"))
            gold = {"title": told.get("title"), "author": told.get("byline")}
            day = edtf_date(told.get("publishedTime"))
            yield Page(path, gold | ({"day": day} if day else {}))
        return
    for table in sorted((tests / "tests").glob("eval*.json")):
        entries = json.loads(table.read_text("utf-8"))
        if "baseline" not in table.name:
            yield from (_page(tests / "tests", entry) for entry in entries.values())


def _page(tests: Path, entry: dict[str, Any]) -> Page:
    paths = (tests / folder / str(entry["file"]) for folder in FOLDERS)
    path = next((path for path in paths if path.exists()), tests / "missing")
    names = {"title": "title", "author": "author", "date": "day"}
    gold = {name: entry[key] for key, name in names.items() if key in entry}
    texts = {name: entry[name] for name in ("with", "without") if name in entry}
    return Page(path, gold | texts)


def bare(words: str | None) -> str:
    """Return words by their letters and digits alone, in small letters."""
    plain = unicodedata.normalize("NFKC", words or "").casefold()
    return " ".join(re.findall(r"\w+", plain))


def names(author: Any) -> frozenset[str]:
    """Return the names in a byline, which may be a list, or joined by several signs."""
    joined = "; ".join(author) if isinstance(author, list) else author or ""
    joined = re.sub(r"^(?:by|von|par|por|автор)\b:?\s*", "", joined.strip(), flags=re.IGNORECASE)
    parts = re.split(r";|,|/|\||\band\b|\bund\b|&", joined)
    return frozenset(name for part in parts if (name := bare(part)))


def score(found: Content | None, gold: dict[str, Any]) -> Counter[str]:
    """Return what is right of what was read of one page; None where nothing was read."""
    tally: Counter[str] = Counter()
    title, author = (found.title, found.author) if found else (None, None)
    day = edtf_date(found.published) if found else None
    if gold.get("title"):
        same, wanted = bare(title), bare(gold["title"])
        tally += Counter(titles=1, title=same == wanted, glued=same != wanted and wanted in same)
    if gold.get("author"):
        tally += Counter(authors=1, author=names(author) == names(gold["author"]))
    elif "author" in gold:
        tally += Counter(anonymous=1, invented=bool(author))
    if gold.get("day"):
        tally += Counter(days=1, day=day == gold["day"], day_missed=day is None)
    text = " ".join(found.text.split()) if found else ""
    for key in ("with", "without"):
        parts = [" ".join(str(part).split()) for part in gold.get(key) or ()]
        tally += Counter({f"{key}_all": len(parts), key: sum(part in text for part in parts)})
    return tally


def ours(data: bytes) -> Content | None:
    """Return what this reader says of a page."""
    try:
        return html.read(Source("page.html", ".html", data, Settings()))
    except UnreadableDocument:
        return None


def theirs(data: bytes) -> Content | None:
    """Return what trafilatura says of a page by its defaults, without comments."""
    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    if found is None:
        return None
    return Content(
        text=found.text or "", title=found.title, author=found.author, published=found.date
    )


def lines(name: str, tally: Counter[str]) -> Iterator[str]:
    """Yield the figures of a reader on a suite."""
    for part, whole in (
        ("title", "titles"),
        ("glued", "titles"),
        ("author", "authors"),
        ("invented", "anonymous"),
        ("day", "days"),
        ("day_missed", "days"),
        ("with", "with_all"),
        ("without", "without_all"),
    ):
        if tally[whole]:
            label = {"with": "wanted", "without": "unwanted"}.get(part, part)
            share = tally[part] / tally[whole]
            yield f"  {name:12} {label:12} {share:6.3f}  ({tally[part]} of {tally[whole]})"


def failure(part: str, page: Page, found: Content | None) -> str | None:
    """Return a line on what is wrong of a part of a page, None where it is right."""
    tally = score(found, page.gold)
    key, whole = {"text": ("with", "with_all")}.get(part, (part, f"{part}s"))
    wrong = tally[whole] > tally[key] or (part == "author" and tally["invented"])
    if part == "text":
        wrong = wrong or tally["without"] > 0
    if not wrong:
        return None
    told = {"day": found and found.published, "text": ""}.get(part, getattr(found, part, None))
    gold = page.gold.get(part) if part != "text" else _text_faults(page, found)
    return f"{page.path.parent.name}/{page.path.name}: {told!r} for {gold!r}"


def _text_faults(page: Page, found: Content | None) -> list[str]:
    text = " ".join(found.text.split()) if found else ""
    wanted = [f"+{one}" for one in page.gold.get("with", ()) if " ".join(one.split()) not in text]
    return wanted + [f"-{one}" for one in page.gold.get("without", ()) if one in text]


def main() -> None:
    """Read the pages and print the figures of both readers, suite by suite and of all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "page-suites")
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--failures", choices=("title", "author", "day", "text"))
    asked = parser.parse_args()
    readers = {"variorum": ours} | ({} if asked.failures else {"trafilatura": theirs})
    total = {name: Counter[str]() for name in readers}
    for suite in SUITES:
        tallies = {name: Counter[str]() for name in readers}
        given = [page for page in pages(asked.folder, suite) if page.path.exists()][:: asked.each]
        for page in given:
            data = page.path.read_bytes()
            for name, reader in readers.items():
                found = reader(data)
                tallies[name] += score(found, page.gold)
                if asked.failures and (line := failure(asked.failures, page, found)):
                    print(line)
        print(f"{suite}, {len(given)} pages")
        for name, tally in tallies.items():
            total[name] += tally
            print(*lines(name, tally), sep="\n")
    print("all")
    for name, tally in total.items():
        print(*lines(name, tally), sep="\n")


if __name__ == "__main__":
    main()
