"""What a big case takes: time and memory of building it, and of what is asked of it afterwards.

    python benchmarks/scale.py --polnear DIR [--articles N ...] [--database URL]

Builds cases of 200 and 800 articles (or of each N) of DIR/train.jsonl with two workers. Beyond the
corpus its articles come again with other numbers. For each case: the seconds and the most memory of
the parent until all claims are read, until they are compared and until all is saved, and the most
of one worker. Then, each in a process of its own, the seconds and the most memory of an unchanged
build, of `show`, of `find`, of the export as JSON, and of a build with one more report.
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
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from variorum.pipeline import build
from variorum.settings import Settings
from variorum.store import Store

MEGABYTE = 1024
NUMBER = re.compile(r"\b\d+\b")
ONE_MORE = "The minister said on Tuesday that 23 people were killed when a ferry sank off Ardel."
MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run([sys.executable, "-m", "variorum", *sys.argv[1:]], stdout=subprocess.DEVNULL)
spent = time.perf_counter() - start
print(done.returncode, spent, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
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


def built(folder: str, case: str) -> list[tuple[str, float, float]]:
    """Build in this process; return each stage with its seconds and the most memory until then."""
    start, stages = time.perf_counter(), []

    def progress(stage: str, done: int, total: int) -> None:
        if done == total:
            stages.append((stage, time.perf_counter() - start, _most(resource.RUSAGE_SELF)))

    with Store(case) as store:
        build(folder, store=store, settings=Settings(workers=2), progress=progress)
    return [
        *stages,
        ("save", time.perf_counter() - start, _most(resource.RUSAGE_SELF)),
        ("a worker", 0.0, _most(resource.RUSAGE_CHILDREN)),
    ]


def _most(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / MEGABYTE


def command(*words: str) -> str:
    """Run a command; return its seconds and the most memory that it held."""
    run = [sys.executable, "-c", MEASURE, *words]
    told = subprocess.run(run, check=True, capture_output=True, text=True, cwd="/tmp").stdout
    code, spent, most = told.split()
    failed = f" (exit code {code})" if code != "0" else ""
    return f"{float(spent):7.2f} s {float(most) / MEGABYTE:7.0f} MB{failed}"


def measure(texts: Iterator[str], many: int, database: str | None) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        write(folder, texts, many)
        case = f"{database}#scale{many}-{os.getpid()}" if database else str(Path(place) / "case.db")
        print(f"\n{many:,} articles; load {os.getloadavg()[0]:.1f}", flush=True)
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            for stage, spent, most in apart.submit(built, str(folder), case).result():
                print(f"  {stage:22}{spent:7.1f} s {most:7.0f} MB", flush=True)
        if not database:
            print(f"  {'the file':22}{'':9} {Path(case).stat().st_size / 1e6:7.0f} MB")
        asked: dict[str, Sequence[str]] = {
            "build, unchanged": ("build", str(folder), "-o", case),
            "show": ("show", case),
            "find": ("find", case, "minister", "said"),
            "export, JSON": ("export", case, "--format", "json"),
        }
        for name, words in asked.items():
            print(f"  {name:22}{command(*words)}", flush=True)
        (folder / "one more.txt").write_text(ONE_MORE, encoding="utf-8")
        print(f"  {'build, one more':22}{command('build', str(folder), '-o', case)}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--polnear", type=Path, metavar="DIR", required=True)
    options.add_argument("--articles", type=int, nargs="+", default=[200, 800], metavar="N")
    options.add_argument("--database", metavar="URL", help="a PostgreSQL database")
    given = options.parse_args()
    for many in given.articles:
        measure(articles(given.polnear), many, given.database)


if __name__ == "__main__":
    main()
