"""The evidence package: the reports, their texts, the record, and the decisions about it."""

import io
import mimetypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.case import Case, Json
from variorum.model import Document
from variorum.publish.base.index import Index
from variorum.publish.exports.archive import stem
from variorum.publish.exports.export_formats import FORMATS
from variorum.publish.packages.bag import Bag
from variorum.publish.packages.crate import METADATA, crate
from variorum.publish.page import render

# The exports in a package, with the file and the media type of each.
EXPORTS = {
    "json": ("record.json", "application/json"),
    "csv": ("claims.csv", "text/csv"),
    **{
        name: (f"{name}.csv", "text/csv")
        for name in (
            "disputes", "answers", "sources", "origins", "agreements", "compliance", "decisions",
            "gaps",
        )
    },
    "prov": ("provenance.json", "application/json"),
    "web-annotation": ("annotations.jsonld", "application/ld+json"),
}  # fmt: skip
AS_READ = "The file as it was read."
UNSURE = "The file as it is now; whether it was the same when it was read is not known."
LICENCE = (
    "The reports belong to their publishers; what was quoted of them is in the record as evidence."
)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


@dataclass(frozen=True)
class Original:
    """A file that documents were read from; `sure` where its bytes are those that were read."""

    path: Path
    documents: tuple[Document, ...]
    sure: bool


@dataclass(frozen=True)
class About:
    """What a package is called, the day it is made, as 2017-12-03, and by which Variorum."""

    title: str
    day: str
    version: str


def write_package(  # noqa: PLR0913  (what goes into it, by keyword)
    case: Case,
    folder: Path,
    about: About,
    *,
    case_file: Path,
    log: str,
    originals: Iterable[Original],
) -> None:
    """Fill an empty folder with a bag around a crate.

    The names of files are our own, made of numbers and plain signs; what the originals were called
    stands in the metadata.

    Args:
        case: the record, with what people rejected.
        folder: the empty folder.
        about: what is said of the whole.
        case_file: a case file to go into it.
        log: the decisions, a line each.
        originals: the files that the reports were read from.

    Raises:
        OSError: when a file cannot be read or written.
    """
    index, bag = Index(case), Bag(folder)
    members = _members(index, about.title, case_file, log, originals)
    files = [(bag.add(name, parts), facts) for name, parts, facts in members]
    bag.add(METADATA, [crate(_whole(case, about), files, about.version).encode("utf-8")])
    bag.close(
        {
            "Bagging-Date": about.day,
            "Bag-Software-Agent": f"Variorum {about.version}",
            "External-Description": about.title,
        }
    )


def _whole(case: Case, about: About) -> Json:
    count = f"{len(case.documents)} reports, {len(case.claims)} claims"
    return {
        "name": about.title,
        "description": f"The record of an event as its reports tell it: {count}.",
        "datePublished": about.day,
        "license": LICENCE,
    }


def _members(
    index: Index, title: str, case_file: Path, log: str, originals: Iterable[Original]
) -> Iterator[tuple[str, Iterable[bytes], Json]]:
    """Yield the name of each file, what it holds, and what is said of it."""
    for original in originals:
        suffix = original.path.suffix
        plain = suffix if _SUFFIX.fullmatch(suffix) else ""
        name = f"files/{stem(index, original.documents[0])}{plain}"
        yield name, _chunks(original.path), _facts_of(original)
    for document in index.case.documents:
        facts = {**_facts(document), "encodingFormat": "text/plain; charset=utf-8"}
        facts["description"] = "The text that was read, in which all offsets count."
        yield f"texts/{stem(index, document)}.txt", [_bytes(document.text)], facts
    for name, (file, kind) in EXPORTS.items():
        stream = io.StringIO(newline="")
        FORMATS[name].write(index.case, stream)
        facts = {"name": f"Export: {FORMATS[name].holds}", "encodingFormat": kind}
        yield f"exports/{file}", [_bytes(stream.getvalue())], facts
    page = _bytes(render(index.case, title))
    yield "report.html", [page], {"name": "The report", "encodingFormat": "text/html"}
    facts = {"name": "The log of decisions, a line each", "encodingFormat": "application/jsonl"}
    yield "decisions.jsonl", [_bytes(log)], facts
    facts = {"name": "The case, for Variorum", "encodingFormat": "application/vnd.sqlite3"}
    yield "case.db", _chunks(case_file), facts


def _bytes(text: str) -> bytes:
    """Return a text as UTF-8; half of a pair of UTF-16 units, which is none, becomes "?"."""
    return text.encode("utf-8", "replace")


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from iter(lambda: stream.read(1 << 20), b"")


def _facts(document: Document) -> Json:
    return {
        "name": document.title or document.name,
        "author": document.author,
        "publisher": document.publisher,
        "url": document.url,
        "datePublished": document.published,
        "inLanguage": document.language,
        "identifier": document.id,
        "alternateName": document.path,
    }


def _facts_of(original: Original) -> Json:
    one = original.documents[0]
    facts = _facts(one) if len(original.documents) == 1 else {"name": original.path.name}
    kind, _ = mimetypes.guess_type(original.path.name)
    return {
        **facts,
        "description": AS_READ if original.sure else UNSURE,
        "encodingFormat": kind or "application/octet-stream",
        "alternateName": str(original.path),
    }
