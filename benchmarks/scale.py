"""What a big case takes: time and memory of building it, and of what is asked of it afterwards.

    python benchmarks/scale.py [--polnear DIR] [--articles N ...] [--database URL] [--reports N]

Builds cases of 200 and 800 articles (or of each N) of DIR/train.jsonl with two workers. Beyond the
corpus its articles come again with other numbers. For each case: the seconds, those of the
processors, and the most memory of the parent until all files and all claims are read, until they
are compared and until all is saved; and the seconds of the workers together with the most memory of
one. Then, each in a process of its own, the same of an unchanged build, of `show`, of `find`, of
the export as JSON, and of a build with one more report.

With `--reports N` nothing is built: the bundled case is saved with its reports and their claims
again and again under other names until there are N reports, and then asked the same.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from variorum.pipeline import build
from variorum.settings import Settings
from variorum.store import Store

DEMO = Path(__file__).resolve().parents[1] / "examples" / "raqqa-2017"
MEGABYTE = 1024
NUMBER = re.compile(r"\b\d+\b")
ONE_MORE = "The minister said on Tuesday that 23 people were killed when a ferry sank off Ardel."
MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run([sys.executable, "-m", "variorum", *sys.argv[1:]], stdout=subprocess.DEVNULL)
spent = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, spent, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def articles(folder: Path) -> Iterator[str]:
    """Yield the articles, and again and again with other numbers."""
    lines = (folder / "train.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    turn = 0
    while True:
        for text in texts:
            yield _changed(text, turn)
        turn += 1


def _changed(text: str, turn: int) -> str:
    return NUMBER.sub(lambda found: str(int(found[0]) + turn), text) if turn else text


def write(folder: Path, texts: Iterator[str], many: int) -> None:
    for place, text in enumerate(islice(texts, many)):
        (folder / f"{place:06}.txt").write_text(text, encoding="utf-8")


def built(folder: str, case: str) -> list[Taken]:
    """Build in this process; return what each stage took until it was done."""
    start, stages = time.perf_counter(), []

    def until(stage: str, who: int = resource.RUSAGE_SELF) -> None:
        used = resource.getrusage(who)
        spent = time.perf_counter() - start
        stages.append(Taken(stage, spent, used.ru_utime + used.ru_stime, used.ru_maxrss))

    def progress(stage: str, done: int, total: int) -> None:
        if done == total:
            until(stage)

    with Store(case) as store:
        build(folder, store=store, settings=Settings(workers=2), progress=progress)
    until("save")
    until("the workers", resource.RUSAGE_CHILDREN)
    return stages


class Taken(NamedTuple):
    """What something took: seconds, seconds of the processors, and the most memory in kB."""

    what: str
    spent: float
    used: float
    most: float

    def __str__(self) -> str:
        most = self.most / MEGABYTE
        return f"  {self.what:22}{self.spent:8.2f} s{self.used:8.2f} s CPU{most:7.0f} MB"


def command(name: str, *words: str) -> Taken:
    """Run a command and return what it took."""
    run = [sys.executable, "-c", MEASURE, *words]
    told = subprocess.run(run, check=True, capture_output=True, text=True, cwd="/tmp").stdout
    code, *taken = told.split()
    return Taken(name if code == "0" else f"{name}: exit code {code}", *map(float, taken))


def measure(texts: Iterator[str], many: int, database: str | None) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        write(folder, texts, many)
        case = f"{database}#scale{many}-{os.getpid()}" if database else str(Path(place) / "case.db")
        print(f"\n{many:,} articles; load {os.getloadavg()[0]:.1f}", flush=True)
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            for taken in apart.submit(built, str(folder), case).result():
                print(taken, flush=True)
        if not database:
            print(f"  {'the file':44}{Path(case).stat().st_size / 1e6:7.0f} MB")
        print(command("build, unchanged", "build", str(folder), "-o", case), flush=True)
        ask(case)
        (folder / "one more.txt").write_text(ONE_MORE, encoding="utf-8")
        print(command("build, one more", "build", str(folder), "-o", case), flush=True)


def ask(case: str) -> None:
    asked: dict[str, Sequence[str]] = {
        "show": ("show", case),
        "show 1": ("show", case, "1"),
        "find": ("find", case, "minister", "said"),
        "export, CSV": ("export", case, "--format", "csv"),
        "export, JSON": ("export", case, "--format", "json"),
    }
    for name, words in asked.items():
        print(command(name, *words), flush=True)


def copied(many: int) -> None:
    whole = build(DEMO)
    documents, claims, turn = list(whole.documents), list(whole.claims), 0
    while len(documents) < many:
        turn += 1
        for document in whole.documents:
            other = {"id": f"{document.id}-{turn}", "path": f"{document.path}-{turn}"}
            documents.append(document.model_copy(update=other))
        for claim in whole.claims:
            other = {"id": f"{claim.id}-{turn}", "document": f"{claim.document}-{turn}"}
            part = claim.part_of and f"{claim.part_of}-{turn}"
            claims.append(claim.model_copy(update={**other, "part_of": part}))
    with tempfile.TemporaryDirectory() as place:
        case = str(Path(place) / "case.db")
        start = time.perf_counter()
        with Store(case) as store:
            store.save(replace(whole, documents=tuple(documents), claims=tuple(claims)))
        spent = time.perf_counter() - start
        size = Path(case).stat().st_size / 1e6
        told = f"{len(documents):,} reports, {len(claims):,} claims: saved in {spent:.0f} s"
        print(f"\n{told}, {size:.0f} MB; load {os.getloadavg()[0]:.1f}", flush=True)
        ask(case)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--polnear", type=Path, metavar="DIR", help="a folder with train.jsonl")
    options.add_argument("--reports", type=int, metavar="N", help="a case of N reports, not built")
    options.add_argument("--articles", type=int, nargs="+", default=[200, 800], metavar="N")
    options.add_argument("--database", metavar="URL", help="a PostgreSQL database")
    given = options.parse_args()
    if given.reports:
        copied(given.reports)
    for many in given.articles if given.polnear else ():
        measure(articles(given.polnear), many, given.database)


if __name__ == "__main__":
    main()
