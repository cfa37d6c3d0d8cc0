"""One document is one unit of work: what a kill costs, what workers gain, what memory is held.

    python benchmarks/resume.py [PATH ...] [--kills N] [--postgres] [--repeat N] [--polnear DIR]
                                [--endless] [--workers]

Kills a build of the reports (default: the bundled case) at N random moments, lets it go on, and
compares what it exports with an unbroken build. With `--postgres` the case is in a PostgreSQL
server of its own, and then it is the server that is killed N times under a build that goes on by
itself; with `--workers` it is workers of a Ray cluster on this machine that are killed. Times
reading the claims with two warm workers against one; the aim is 1.6 times as fast. With
`--polnear DIR` the most memory that a build of 200 and of 800 articles of DIR/train.jsonl holds;
the aim is 900 MB, and no more for 800. With `--endless` the time that texts without a full stop
take at 20 and at 40 kB; the aim is a ratio below 2.5.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, suppress
from multiprocessing import get_context
from pathlib import Path

from postgres_server import Server, programs, server
from variorum.model import Document
from variorum.pipeline import build, extract
from variorum.read import find, read_with_gaps
from variorum.settings import Settings
from variorum.store import Store
from variorum.work import Job, key_of, ready, results

DEMO = Path(__file__).resolve().parents[1] / "examples" / "raqqa-2017"
ENDLESS = {
    "a chain": "ten people and twenty soldiers and ",
    "nested": "he said that she said that ",
    "prose": "the men went on to the town and said that they had seen ten people leave with it ",
}


def killed_build(paths: Sequence[str], kills: int, place: str, longest: float) -> bool:
    """Kill a build again and again; return whether it then gives what an unbroken one gives."""
    chance, kept = random.Random(1), 0
    more: tuple[str, ...] = ()
    for _ in range(kills):
        running = started(paths, place, *more)
        time.sleep(chance.uniform(1, longest))
        # A build that has come to its end is made anew, so that each kill meets one.
        more = ("--again",) if running.poll() == 0 else more
        running.send_signal(signal.SIGKILL)
        told = running.communicate()[1].decode().strip()
        with Store(place) as store:
            now = len(store.readings())
        print(f"killed; {now} documents are kept; {told or 'nothing told'}", flush=True)
        if now < kept or not sound(place):
            return False
        kept = now
    with Store(place) as store:
        return build(paths, store=store).to_json() == build(paths).to_json()


def started(paths: Sequence[str], place: str, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "variorum", "build", *paths, "-o", place, *more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def sound(place: str) -> bool:
    """Return whether SQLite finds nothing wrong with the file; of a server nothing is asked."""
    if "://" in place:
        return True
    with closing(sqlite3.connect(place)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def killed_server(paths: Sequence[str], kills: int, one: Server) -> bool:
    """Kill the server under a build; return whether the build ends as if nothing had been."""
    chance, place = random.Random(1), f"{one.url}#served"
    running, done = started(paths, place), 0
    with Store(place) as store:
        while not store.readings() and running.poll() is None:
            time.sleep(0.5)
    while done < kills:
        time.sleep(chance.uniform(0.5, 3))
        if running.poll() is not None:
            if running.returncode:
                print(running.communicate()[1].decode())
                return False
            running = started(paths, place, "--again")
        one.end(signal.SIGKILL)
        one.start()
        done += 1
    told = running.communicate()[1].decode().strip()
    print(f"the server was killed {done} times; exit code {running.returncode}; {told}")
    with Store(place) as store:
        return not running.returncode and store.load().to_json() == build(paths).to_json()


def killed_workers(paths: Sequence[str], kills: int) -> bool:
    """Kill workers of a cluster under a build; return whether the build ends as if none had been.

    A document with which two workers die is a gap by design, so that who reads the same one again
    is let live: the next kill waits for another document to be done.
    """
    chance, done = random.Random(1), 0
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "case.db")
        with Store(place) as store:
            running = started(paths, place, "--cluster", "local", "--workers", "2")
            before = -1
            while done < kills and running.poll() is None:
                time.sleep(chance.uniform(0.2, 1))
                readers, now = list(_readers(running.pid)), len(store.readings())
                if readers and now > before + 1:
                    os.kill(chance.choice(readers), signal.SIGKILL)
                    done, before = done + 1, now
            print(running.communicate()[1].decode().strip())
            same = store.load().to_json() == build(paths).to_json()
    print(f"{done} workers were killed; exit code {running.returncode}")
    return same and done == kills and not running.returncode


def _readers(ancestor: int) -> Iterator[int]:
    """Yield the processes of Ray that read for a process, itself their ancestor."""
    parents, names = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int(
                (folder / "stat").read_text().rpartition(")")[2].split()[1]
            )
            names[int(folder.name)] = (folder / "cmdline").read_text()
    for process, name in names.items():
        above = process
        while above in parents and above != ancestor:
            above = parents[above]
        if above == ancestor and name.startswith("ray::_Reader.do"):
            yield process


def kill(paths: Sequence[str], kills: int, longest: float, *, postgres: bool) -> None:
    if not postgres:
        with tempfile.TemporaryDirectory() as folder:
            same = killed_build(paths, kills, str(Path(folder) / "case.db"), longest)
        print(f"after {kills} kills the build is {'the same' if same else 'ANOTHER'}")
        return
    found = programs()
    if found is None:
        sys.exit("no PostgreSQL is installed; 'apt-get install postgresql' installs one")
    with server(found) as one:
        same = killed_build(paths, kills, f"{one.url}#killed", longest)
        print(f"PostgreSQL: after {kills} kills the build is {'the same' if same else 'ANOTHER'}")
        same = killed_server(paths, kills, one)
        print(
            f"PostgreSQL: after {kills} kills of it the build is {'the same' if same else 'OTHER'}"
        )


def speedup(paths: Sequence[str], repeat: int) -> float:
    """Return how many times as fast two warm workers read the claims as one does."""
    settings = Settings()
    documents = [read_with_gaps(file, settings)[0] for file in find(paths)]
    jobs = [
        Job(key_of(document, None, settings), document)
        for document in documents
        if document is not None and document.language == "en"
    ]
    ratios = []
    with ready(1, settings) as one, ready(2, settings) as two:
        for _ in range(repeat + 1):
            spent = []
            for pools in (one, two):
                start = time.perf_counter()
                for _ in results(jobs, settings, pools):
                    pass
                spent.append(time.perf_counter() - start)
            print(
                f"one worker {spent[0]:.2f} s, two {spent[1]:.2f} s; load {os.getloadavg()[0]:.1f}"
            )
            ratios.append(spent[0] / spent[1])
    return statistics.median(ratios[1:])


def memory_of(texts: Sequence[str]) -> float:
    """Return the most megabytes that a build of some texts in a process of its own holds."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(1, get_context("spawn")) as apart,
    ):
        for place, text in enumerate(texts):
            (Path(folder) / f"{place:04}.txt").write_text(text, encoding="utf-8")
        return apart.submit(_build_and_measure, folder).result()


def _build_and_measure(folder: str) -> float:
    with Store(Path(folder) / "case.db") as store:
        build(folder, store=store)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def endless() -> None:
    for name, words in ENDLESS.items():
        spent = []
        for size in (20_000, 20_000, 40_000):
            text = (words * (size // len(words) + 1))[:size]
            start = time.process_time()
            extract(Document.from_text(text, language="en"))
            spent.append(time.process_time() - start)
        print(f"{name}: 20 kB {spent[1]:.1f} s, 40 kB {spent[2]:.1f} s: {spent[2] / spent[1]:.2f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("paths", nargs="*", default=[str(DEMO)], help="reports")
    options.add_argument("--kills", type=int, default=20, help="kills (default: 20)")
    options.add_argument(
        "--longest", type=float, default=12, help="seconds until a kill (default: 12)"
    )
    options.add_argument("--postgres", action="store_true", help="kills with PostgreSQL, and of it")
    options.add_argument("--workers", action="store_true", help="kills of a cluster's workers")
    options.add_argument("--repeat", type=int, default=3, help="timed runs (default: 3)")
    options.add_argument("--polnear", type=Path, metavar="DIR", help="a folder with train.jsonl")
    options.add_argument("--endless", action="store_true", help="texts without full stops")
    given = options.parse_args()
    if given.workers:
        same = killed_workers(given.paths, given.kills)
        print(
            f"after {given.kills} kills of workers the build is {'the same' if same else 'ANOTHER'}"
        )
    elif given.kills:
        kill(given.paths, given.kills, given.longest, postgres=given.postgres)
    if given.repeat:
        print(f"two workers are {speedup(given.paths, given.repeat):.2f} times as fast as one")
    if given.endless:
        endless()
    if given.polnear:
        lines = (given.polnear / "train.jsonl").read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
        for many in (200, 800):
            print(f"{many} articles: at most {memory_of(texts[:many]):.0f} MB")


if __name__ == "__main__":
    main()
