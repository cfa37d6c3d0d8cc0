"""Whoever is killed, writer or server: what was said to be kept is there, and it goes on."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from test_writers import report, result

from postgres_server import Server, server
from variorum.case import Case
from variorum.store import Made, Store
from variorum.store.asked import WAITS

KILLS = 4
# Keeps one result after the other and, between them, saves the case; says of each that it is done.
WRITER = """
import sys
sys.path[:0] = sys.argv[3:]
from test_writers import report, result
from variorum.case import Case
from variorum.store import Made, Store

with Store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2]), 10_000):
        store.keep(f"key {number}", report(number).id, result(number))
        print(number, flush=True)
        if number % 7 == 3:
            known = tuple(report(n) for n in range(number + 1))
            store.save(Case(documents=known), Made(tuple(f"key {n}" for n in range(number + 1))))
            print(number, flush=True)
"""


@pytest.fixture(scope="module")
def mortal(installed: Path) -> Iterator[Server]:
    """A server of these tests' own, to be killed."""
    with server(installed) as one:
        yield one


def writer(place: str, start: int) -> subprocess.Popen[str]:
    paths = [path for path in sys.path if path]
    command = [sys.executable, "-c", WRITER, place, str(start), *paths]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kept(place: str, told: int) -> int:
    """Check that all is there that was told, and return how many results are."""
    with Store(place) as store:
        numbers = {int(key.split()[1]) for key in store.readings()}
        assert numbers >= set(range(told + 1))
        assert store.load().documents == store.documents()
        return len(numbers)


def test_a_killed_writer_loses_nothing_and_the_next_goes_on(place: str) -> None:
    told = -1
    for kill in range(KILLS):
        running = writer(place, told + 1)
        assert running.stdout is not None
        for _ in range(5 + 3 * kill):
            told = int(running.stdout.readline())
        running.send_signal(signal.SIGKILL)
        rest = running.communicate()[0].split()
        told = kept(place, max([told, *map(int, rest)])) - 1
    if not place.startswith("postgresql"):
        with closing(sqlite3.connect(place)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_killed_server_is_waited_for_and_nothing_is_lost(mortal: Server) -> None:
    place = f"{mortal.url}#killed"
    with Store(place) as store:
        done = threading.Event()
        told: list[int] = []

        def write() -> None:
            while not done.is_set():
                number = len(told)
                store.keep(f"key {number}", report(number).id, result(number))
                told.append(number)

        writing = threading.Thread(target=write)
        writing.start()
        for _ in range(KILLS):
            before = len(told)
            mortal.end(signal.SIGKILL)
            mortal.start()
            ends = time.monotonic() + 60
            while len(told) < before + 5 and time.monotonic() < ends:
                time.sleep(0.05)
            assert len(told) >= before + 5
        done.set()
        writing.join(60)
        assert len(kept_keys(store)) == len(told)
        store.save(Case(documents=(report(0),)), Made(("key 0",)), store.revision())
    with Store(place, create=False) as store:
        assert store.documents() == (report(0),)


def kept_keys(store: Store) -> set[str]:
    return set(store.readings())


def test_a_server_is_waited_for_as_long_as_one_takes_to_start() -> None:
    assert sum(WAITS) > 30
