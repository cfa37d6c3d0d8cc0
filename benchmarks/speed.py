"""How long the whole build of a case takes, against spaCy's default pipeline on the same texts.

    python benchmarks/speed.py [PATH ...] [--repeat N] [--polnear DIR] [--memory]

Both run in this one process, in turn, after the model is loaded and each has run once untimed. The
build is the one of `variorum build`, with reading, comparing, keeping in a new case file and
writing the report; spaCy reads the texts of the documents in English, which are the ones that
claims are read from. The aim is a ratio of at most 3.0.

Beside it stands the way to the claims alone: read, extract and normalise, as `build` does them, on
the same texts, and with `--polnear DIR` on the texts of DIR/dev.jsonl. There the aim is 1.3.
`--memory` reads a text of 2 MB in a process of its own and tells the most memory it took.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import platform
import resource
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import spacy
from spacy.language import Language

from variorum.agreements import with_agreements
from variorum.case import Case
from variorum.compare import compare
from variorum.extract import extract, read_ahead
from variorum.language import LANGUAGES, parsing
from variorum.language.backends import is_read
from variorum.language.parsers.pipelines import ENGLISH
from variorum.model import Claim, Document
from variorum.normalise import in_parts, values, with_values
from variorum.pipeline import build
from variorum.publish.page import render
from variorum.read import find, read_with_gaps
from variorum.settings import Settings
from variorum.store import Store
from variorum.work.unit import claims_of

DEMO = Path(__file__).resolve().parents[1] / "examples" / "raqqa-2017"
AIM = 3.0
CLAIMS_AIM = 1.3
LONG_TEXT = 2_000_000


@dataclass
class Watch:
    """Adds up the seconds of each stage."""

    seconds: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Add the time spent inside to `stage`."""
        start = time.perf_counter()
        yield
        self.seconds[stage] += time.perf_counter() - start


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spacy_alone(texts: Iterable[str]) -> None:
    for _ in default_pipeline().pipe(texts):
        pass


@functools.cache
def default_pipeline() -> Language:
    """Return spaCy's pipeline as it comes, with all its parts."""
    return spacy.load(ENGLISH.name())


def to_claims(paths: list[str]) -> None:
    """Read, extract and normalise, as `build` does."""
    read = [read_with_gaps(file, Settings())[0] for file in find(paths)]
    count_claims(document for document in read if document)


def count_claims(documents: Iterable[Document]) -> int:
    """Return how many claims are read from some documents, the next tagged while one is parsed."""
    found = 0
    for document, tagged in read_ahead(english(documents), parsing.words):
        grammar = parsing.parse(document)
        found += len(claims_of(document, grammar, tagged()))
    return found


def whole_build(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "case.db") as store:
        render(build(paths, store=store), "Speed")


def stage_by_stage(paths: list[str]) -> Watch:
    """Do what `build` does, one stage after the other, each under the watch."""
    watch, settings = Watch(), Settings()
    with watch("find and read"):
        read = [read_with_gaps(file, settings)[0] for file in find(paths)]
    documents = [document for document in read if document]
    claims: list[Claim] = []
    for document in (d for d in documents if is_read(d.language)):
        with watch("parse"):
            grammar = parsing.parse(document)
        with watch("extract"):
            found = extract(document, grammar)
        with watch("normalise"):
            meant = values(document, grammar)
            found = with_values(found, meant)
        with watch("agreements"):
            if document.language not in LANGUAGES:
                found = with_agreements(found, document, grammar, meant.whens, meant.places)
            claims += in_parts(found)
    with watch("compare"):
        comparison = compare(documents, claims, settings)
    case = Case(tuple(documents), tuple(claims), (), comparison)
    with (
        tempfile.TemporaryDirectory() as folder,
        watch("store"),
        Store(Path(folder) / "case.db") as store,
    ):
        store.save(case)
    with watch("report"):
        render(case, "Speed")
    return watch


def english(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if document.language == "en"]


def report(alone: list[float], whole: list[float], watches: list[Watch]) -> None:
    ratio = statistics.median(whole) / statistics.median(alone)
    print(f"spaCy alone   {statistics.median(alone):7.2f} s")
    print(f"whole build   {statistics.median(whole):7.2f} s")
    print(f"ratio         {ratio:7.2f}   aim: at most {AIM}")
    print("\nwhere the time goes, stage by stage (medians)")
    stages = {
        name: statistics.median(w.seconds[name] for w in watches) for name in watches[0].seconds
    }
    for name, spent in stages.items():
        print(f"{name:13} {spent:7.2f} s {spent / sum(stages.values()):6.0%}")


def compare_claims(name: str, texts: list[str], work: Callable[[], object], repeat: int) -> None:
    """Time spaCy and the way to the claims in turn, after an untimed run, and print the ratio."""
    spacy_alone(texts)
    work()
    alone, own = [], []
    for _ in range(repeat):
        alone.append(seconds(lambda: spacy_alone(texts)))
        own.append(seconds(work))
    words = sum(len(text.split()) for text in texts)
    one, two = statistics.median(alone), statistics.median(own)
    print(f"\nread, extract and normalise, {name}: {words:,} words; load {os.getloadavg()[0]:.1f}")
    print(f"spaCy alone   {one:7.2f} s {words / one:8,.0f} words/s")
    print(f"to the claims {two:7.2f} s {words / two:8,.0f} words/s")
    print(f"ratio         {two / one:7.2f}   aim: at most {CLAIMS_AIM}")


def polnear(folder: Path) -> list[Document]:
    lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [Document.from_text(json.loads(line)["text"]) for line in lines]


def read_long(texts: list[str]) -> None:
    """Read a text of 2 MB, made of the others again and again, and print the most memory held."""
    joined = "\n\n".join(texts)
    long = (joined + "\n\n") * (LONG_TEXT // len(joined) + 1)
    start = time.perf_counter()
    found = count_claims([Document.from_text(long[:LONG_TEXT], language="en")])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = time.perf_counter() - start
    print(f"\na text of {LONG_TEXT:,} characters: {found} claims, {spent:.0f} s, {most:.0f} MB")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument(
        "paths", nargs="*", default=[str(DEMO)], help="reports (default: the demo)"
    )
    options.add_argument("--repeat", type=int, default=3, help="timed runs of each (default: 3)")
    options.add_argument("--polnear", type=Path, metavar="DIR", help="a folder with dev.jsonl")
    options.add_argument("--memory", action="store_true", help="the memory that 2 MB of text take")
    given = options.parse_args()
    read = [read_with_gaps(file, Settings())[0] for file in find(given.paths)]
    texts = [document.text for document in english(d for d in read if d)]
    print(
        f"Python {platform.python_version()}, spaCy {version('spacy')}, {ENGLISH.name()}, "
        f"{platform.machine()}\n{len(read)} files, {len(texts)} in English, "
        f"{sum(map(len, texts)):,} characters, median of {given.repeat}\n"
    )
    if given.memory:
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            apart.submit(read_long, texts).result()
    compare_claims("the reports", texts, lambda: to_claims(given.paths), given.repeat)
    if given.polnear:
        articles = polnear(given.polnear)
        told = [article.text for article in articles]
        compare_claims("PolNeAR dev", told, lambda: count_claims(articles), given.repeat)
    print("\nthe whole build")
    whole_build(given.paths)
    alone, whole, watches = [], [], []
    for _ in range(given.repeat):
        alone.append(seconds(lambda: spacy_alone(texts)))
        whole.append(seconds(lambda: whole_build(given.paths)))
        watches.append(stage_by_stage(given.paths))
    report(alone, whole, watches)


if __name__ == "__main__":
    main()
