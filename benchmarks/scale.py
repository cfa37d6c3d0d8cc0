"""What a big case takes: time and memory of building it, and of what is asked of it afterwards.

    python benchmarks/scale.py [--polnear DIR] [--articles N ...] [--database URL] [--reports N]
                               [--cluster local|ADDRESS]

Builds cases of 200 and 800 articles (or of each N) of DIR/train.jsonl with two workers. Beyond the
corpus its articles come again with other numbers, days and names. For each case: the seconds, those
of the processors, and the most memory of the parent until all files and all claims are read, until
they are compared and until all is saved; and the seconds of the workers together with the most
memory of one. Then, each in a process of its own, the same of an unchanged build, of `show`, of
`find`, of each export, and of a build with one more report; and when the first byte comes.

With `--cluster` nothing is built: the first N articles are read by one worker of a Ray cluster and
then by two, and their throughput is set side by side, by the clock and by the seconds of the
busiest worker's processor, which others on the machine change less; the aim is 0.85 of twice.

With `--reports N` nothing is built: the bundled case is saved with its reports and their claims
again and again under other names until there are N reports, and then asked the same.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from variorum.model import Document
from variorum.pipeline import build, extract
from variorum.publish.exports.export_formats import FORMATS
from variorum.settings import Settings
from variorum.store import Store
from variorum.work import Job, results
from variorum.work.cluster.ray_workers import on_cluster
from variorum.work.spread import Worker

DEMO = Path(__file__).resolve().parents[1] / "examples" / "raqqa-2017"
MEGABYTE = 1024
WORD = re.compile(r"\b\w+\b")
ONE_MORE = "The minister said on Tuesday that 23 people were killed when a ferry sank off Ardel."
MEASURE = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.Popen([sys.executable, "-m", "variorum", *sys.argv[1:]], stdout=subprocess.PIPE)
os.read(done.stdout.fileno(), 1)
first = time.perf_counter() - start
while os.read(done.stdout.fileno(), 1 << 20):
    pass
code, spent = done.wait(), time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, spent, used.ru_utime + used.ru_stime, used.ru_maxrss, first)
"""


def articles(folder: Path) -> Iterator[str]:
    """Yield the articles, and again and again with other numbers, days and names."""
    lines = (folder / "train.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    words = Counter(word for text in texts for word in WORD.findall(text))
    names = sorted(w for w in words if w.istitle() and len(w) > 3 and not words[w.lower()])
    turn = 0
    while True:
        other = list(names)
        random.Random(turn).shuffle(other)
        named = dict(zip(names, other, strict=True)) if turn else {}
        for text in texts:
            yield _changed(text, turn, named) if turn else text
        turn += 1


def _changed(text: str, turn: int, named: Mapping[str, str]) -> str:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        return str(int(word) + turn) if word.isdecimal() else named.get(word, word)

    return WORD.sub(other, text)


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
    """What something took: seconds, seconds of the processors, and the most memory in kB.

    `first` are the seconds until it wrote its first byte.
    """

    what: str
    spent: float
    used: float
    most: float
    first: float = 0.0

    def __str__(self) -> str:
        most = self.most / MEGABYTE
        first = f"{self.first:8.2f} s to the first byte" if self.first else ""
        return f"  {self.what:22}{self.spent:8.2f} s{self.used:8.2f} s CPU{most:7.0f} MB{first}"


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
        **{f"export, {name}": ("export", case, "--format", name) for name in FORMATS},
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


def throughput(texts: Iterator[str], many: int, cluster: str) -> None:
    """Print the characters a second that one worker and two workers read, all of them warm."""
    settings = Settings(cluster=cluster, workers=2)
    documents = [Document.from_text(text, language="en") for text in islice(texts, many)]
    jobs = [Job(document.id, document) for document in documents]
    size = sum(len(document.text) for document in documents)
    with on_cluster(settings, 2) as (_, begin):
        workers = [begin(), begin()]
        for worker in workers:
            worker.submit(extract, documents[0]).result()
        rates: list[tuple[float, float]] = []
        for crew in (workers[:1], workers, workers[:1], workers):
            start, before = time.perf_counter(), _used(crew)
            for _ in results(jobs, settings, crew):
                pass
            spent = time.perf_counter() - start
            busiest = max(b - a for a, b in zip(before, _used(crew), strict=True))
            rates.append((size / spent, size / busiest))
            told = f"{len(crew)} of {cluster}: {size / spent:8,.0f} characters/s by the clock"
            told += f", {size / busiest:8,.0f} by the processor of the busiest"
            print(f"{told}; load {os.getloadavg()[0]:.1f}", flush=True)
    for n, what in enumerate(("by the clock", "by the processors")):
        gain = (rates[1][n] + rates[3][n]) / (rates[0][n] + rates[2][n])
        print(f"two workers read {gain:.2f} times as much, {what}")


def _used(workers: Sequence[Worker]) -> list[float]:
    """Return the seconds of the processors that each worker has used."""
    return [worker.submit(time.process_time).result() for worker in workers]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--polnear", type=Path, metavar="DIR", help="a folder with train.jsonl")
    options.add_argument("--reports", type=int, metavar="N", help="a case of N reports, not built")
    options.add_argument("--articles", type=int, nargs="+", default=[200, 800], metavar="N")
    options.add_argument("--database", metavar="URL", help="a PostgreSQL database")
    options.add_argument("--cluster", metavar="local|ADDRESS", help="a Ray cluster")
    given = options.parse_args()
    if given.reports:
        copied(given.reports)
    for many in given.articles if given.polnear else ():
        texts = articles(given.polnear)
        if given.cluster:
            throughput(texts, many, given.cluster)
        else:
            measure(texts, many, given.database)


if __name__ == "__main__":
    main()
