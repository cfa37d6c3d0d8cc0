"""Score what is read of web pages: title, author, day and text, beside trafilatura alone.

    python benchmarks/pages.py [--folder FOLDER] [--each N] [--failures title|author|day|text]

reads the pages of three public suites with their own gold, in one run by this reader and by
trafilatura with its defaults:

- trafilatura (Barbaresi 2021, Apache-2.0): sentences that belong to the text of a page and some
  that do not, titles, authors and days;
- htmldate (Barbaresi 2020, Apache-2.0): days;
- Mozilla's readability (Apache-2.0; the pages are their publishers'): titles, bylines and days;
- Zyte's article-extraction-benchmark (MIT): whole texts of 181 pages of news; precision and
  recall of runs of four words, as its own script counts them.

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
import gzip
import hashlib
import json
import re
import tarfile
import tempfile
import unicodedata
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import trafilatura

from variorum.errors import UnreadableDocument
from variorum.read.content import Content, Source
from variorum.read.publication_dates import dates_in, edtf_date
from variorum.read.web import byline, html, page_metadata
from variorum.settings import Settings

SUITES = {
    "trafilatura": ("adbar/trafilatura", "e90b0ef51ab026fdb905fb6c5b3c84dd3d784fd5"),
    "htmldate": ("adbar/htmldate", "b8952828329abaeeb3be21387b526f2be614ce67"),
    "readability": ("mozilla/readability", "ab4027a8b37669745016869a37a504727992b2ba"),
}
ARTICLES = "articles"
SUITES_UNSEEN = {
    ARTICLES: (
        "scrapinghub/article-extraction-benchmark",
        "4a3bc979f76c0df73cb95fe272e2fc1b96f9f010",
    ),
}
RUN = 4
"""So many words in a row are one run."""
ADDRESS = "https://codeload.github.com/{}/tar.gz/{}"
LEARNED = 0
"""The half of the sites that `training/page_weights.py` learns from."""
FOLDER = Path(tempfile.gettempdir()) / "page-suites"
_BETWEEN = re.compile(r";|,|/|\||\band\b|\bund\b|&")
_BY = re.compile(r"^(?:by|von|par|por|автор)\b:?\s*", re.IGNORECASE)
_AUTHOR = re.compile(
    r"""<meta[^>]{0,80}=["'](?:\w+[:.])?author["'] content=["']([^"']{4,60})"""
    r"""|"author"\s*:\s*\[?\s*\{[^{}]{0,200}"name"\s*:\s*"([^"]{4,60})\""""
)
FOLDERS = ("cache", "eval", "test_set")


@dataclass(frozen=True)
class Page:
    """A page with its gold; a field that the gold does not have is missing in `gold`."""

    path: Path
    gold: dict[str, Any]


def snapshot(folder: Path, suite: str) -> Path:
    """Return the folder of a suite, fetched first where it is not there."""
    name, commit = (SUITES | SUITES_UNSEEN)[suite]
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


def source(page: Page) -> Source:
    """Return a page as a file that is read."""
    return Source("page.html", ".html", page.path.read_bytes(), Settings())


def half(page: Page) -> int:
    """Return the half of the suites, 0 or 1, that all pages of a site fall into."""
    return part(page, 2)


def part(page: Page, parts: int) -> int:
    """Return the part of the suites, of so many, that all pages of a site fall into."""
    named = page.path.parent.name if page.path.name == "source.html" else page.path.name
    site = ".".join(named.split(".")[:2]).split("-")[0]
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % parts


def is_person(author: Any) -> bool:
    """Return whether a gold names persons, each by two words or more, and no body or login."""
    given = author if isinstance(author, list) else _BETWEEN.split(author)
    found = [_BY.sub("", " ".join(name.split())) for name in given if name.strip()]
    return bool(found) and all(" " in name and byline.is_person(name, set()) for name in found)


def agreed(page: Page) -> dict[str, Any]:
    """Return the gold that a reader of the page can agree with, told by the page alone.

    A title, or a day in any of its shapes, stands somewhere in the page. An author is a person
    whose name stands there: a login, an agency or the outlet is none; and there is none only where
    the page states no person for machines. A marked sentence stands there once, so that it is told
    which is meant: "Chris Eubank Jr." is in the report and in a link beside it.
    """
    data = page.path.read_bytes().decode("utf-8", "replace")
    whole = unescape(data)
    seen = " ".join(re.sub(r"<(?:script|style).*?</(?:script|style)>|<[^>]+>", " ", whole).split())
    gold = dict(page.gold)
    if bare(gold.get("title")) not in bare(seen) + bare(whole):
        del gold["title"]
    if gold.get("author"):
        kept = is_person(gold["author"]) and all(n in bare(whole) for n in names(gold["author"]))
    else:
        stated = [one[1] or one[2] for one in _AUTHOR.finditer(whole)]
        kept = not any(map(is_person, [*stated, *_stated(whole)]))
    if not kept:
        gold.pop("author", None)
    if gold.get("day") and not _stands(str(gold["day"]), whole):
        del gold["day"]
    for key in ("with", "without"):
        given = [" ".join(str(one).split()) for one in gold.get(key) or ()]
        gold[key] = [one for one in given if seen.count(one) <= 1]
    return gold


def _stated(page: str) -> list[str]:
    """Return the authors of the article in JSON-LD, who may stand elsewhere in its graph."""
    tree = trafilatura.load_html(page)
    return page_metadata.people(page_metadata.article(tree)) if tree is not None else []


def _stands(day: str, words: str) -> bool:
    """Return whether a day stands in some words, be it as 2031-05-07 or as 7 May 2031."""
    if day in words or day.replace("-", "/") in words or day.replace("-", "") in words:
        return True
    around = (words[max(0, m.start() - 30) : m.end() + 15] for m in re.finditer(day[:4], words))
    return any(
        found == day
        for piece in around
        for language in ("en", "en-us")
        for found, _, _ in dates_in(" ".join(re.sub("<[^>]*>?", " ", piece).split()), language)
    )


def bare(words: str | None) -> str:
    """Return words by their letters and digits alone, in small letters."""
    plain = unicodedata.normalize("NFKC", words or "").casefold()
    return " ".join(re.findall(r"\w+", plain))


def names(author: Any) -> frozenset[str]:
    """Return the names in a byline, which may be a list, or joined by several signs."""
    joined = "; ".join(author) if isinstance(author, list) else author or ""
    parts = _BETWEEN.split(_BY.sub("", joined.strip()))
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


@dataclass(frozen=True)
class Article:
    """A page with the whole text that is the report's, and the half that it falls into."""

    name: str
    data: bytes
    text: str

    @property
    def half(self) -> int:
        """0 or 1, told by its name, which is a hash."""
        return int(self.name[:8], 16) % 2


def articles(folder: Path, half: int) -> Iterator[Article]:
    """Yield the pages of a half with their whole texts."""
    tests = snapshot(folder, ARTICLES)
    for name, told in json.loads((tests / "ground-truth.json").read_text("utf-8")).items():
        data = gzip.decompress((tests / "html" / f"{name}.html.gz").read_bytes())
        article = Article(name, data, told["articleBody"])
        if article.half == half:
            yield article


def runs(words: str) -> Counter[tuple[str, ...]]:
    """Return the runs of some words."""
    found = re.findall(r"\w+", words)
    return Counter(tuple(found[n : n + RUN]) for n in range(max(1, len(found) - RUN + 1)))


def matched(article: Article) -> dict[str, tuple[float, float]]:
    """Return the precision and recall of each reader on the text of an article."""
    right, told = runs(article.text), {}
    for name, reader in READERS.items():
        found = reader(article.data)
        read = runs(found.text if found else "")
        same = sum((right & read).values())
        told[name] = same / sum(read.values()), same / sum(right.values())
    return told


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


def failure(part: str | None, page: Page, found: Content | None) -> str | None:
    """Return a line on what is wrong of a part of a page, None where it is right."""
    if part is None:
        return None
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


def read_by_all(page: Page) -> tuple[Page, dict[str, Content | None], dict[str, Any]]:
    """Return a page with what each reader says of it, and the gold that can be agreed with."""
    data = page.path.read_bytes()
    return page, {name: reader(data) for name, reader in READERS.items()}, agreed(page)


READERS = {"variorum": ours, "trafilatura": theirs}


def main() -> None:
    """Read the pages and print the figures of both readers: all, of the held half, and agreed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--failures", choices=("title", "author", "day", "text"))
    asked = parser.parse_args()
    every = (page for suite in SUITES for page in pages(asked.folder, suite))
    given = [page for page in every if page.path.exists()][:: asked.each]
    tallies = {(part, name): Counter[str]() for part in PARTS for name in READERS}
    with Pool(asked.jobs) as pool:
        for page, found, gold in pool.imap(read_by_all, given, chunksize=10):
            held = half(page) != LEARNED
            for name, content in found.items():
                tallies["all pages", name] += score(content, page.gold)
                if held:
                    tallies["pages that nothing was learned from", name] += score(
                        content, page.gold
                    )
                    tallies["of those, gold that a page shows", name] += score(content, gold)
            line = failure(asked.failures, Page(page.path, gold), found["variorum"])
            if asked.failures and held and line:
                print(line)
        given_whole = list(articles(asked.folder, 1 - LEARNED))[:: asked.each]
        whole = list(pool.imap(matched, given_whole, chunksize=10))
    print("whole texts of pages that nothing was learned from")
    for name in READERS:
        precision, recall = (sum(one[name][n] for one in whole) / len(whole) for n in (0, 1))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {name:12} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    for part in PARTS:
        print(part)
        for name in READERS:
            print(*lines(name, tallies[part, name]), sep="\n")


PARTS = ("all pages", "pages that nothing was learned from", "of those, gold that a page shows")

if __name__ == "__main__":
    main()
