"""Every store keeps what is read as it is done: the case file, and the one in memory."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import variorum
from variorum.case import Case, DocumentResult
from variorum.model import Document, Gap
from variorum.settings import Settings
from variorum.store import CaseStore, MemoryStore, Store
from variorum.work import versions
from variorum.work.unit import read_claims

TOLD = Document.from_text("Ten people left the town, the mayor said.", path="a.txt")


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseStore]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with Store(tmp_path / "case.db") as opened:
        yield opened


class Stopped(BaseException):
    """What ends a build from outside."""


def stop_after(documents: int) -> Callable[[str, int, int], None]:
    def step(stage: str, done: int, _total: int) -> None:
        if stage == "extract" and done == documents:
            raise Stopped

    return step


def test_what_is_kept_is_given_back_before_and_after_the_case_is_saved(store: CaseStore) -> None:
    result = read_claims(TOLD, None, Settings())
    gap = Gap(what="a.txt", why="Torn.", document=TOLD.id)
    store.keep("one", TOLD.id, DocumentResult(result.claims, (gap,)))
    store.keep("two", "another", DocumentResult(()))
    assert store.load() == Case()
    assert {k: (r.document, r.waits, r.gaps) for k, r in store.readings().items()} == {
        "one": (TOLD.id, True, (gap,)),
        "two": ("another", True, ()),
    }
    assert sorted(store.claims_of(["one", "two"]), key=lambda c: c.start) == [*result.claims]
    case = Case((TOLD,), result.claims, (gap,))
    store.save(case, ["one"])
    assert (store.load(), store.documents(), store.gaps()) == (case, (TOLD,), (gap,))
    assert {key: reading.waits for key, reading in store.readings().items()} == {"one": False}
    assert sorted(store.claims_of(["one"]), key=lambda c: c.start) == [*result.claims]
    store.save(case)
    assert list(store.readings()) == ["one"]


def test_a_build_that_was_ended_goes_on_where_it_was(
    store: CaseStore, ferry_files: list[Path], ferry_built: Case
) -> None:
    for documents in (2, 1):
        with pytest.raises(Stopped):
            variorum.build(ferry_files, store=store, progress=stop_after(documents))
        assert store.load() == Case()
    assert len(store.readings()) == 3
    told: list[str] = []
    case = variorum.build(ferry_files, store=store, tell=told.append)
    assert told == ["resumed: 3 of 5 were done"]
    assert case.to_json() == ferry_built.to_json()
    variorum.build(ferry_files, store=store, tell=told.append)
    assert len(told) == 1


def test_documents_are_read_again_when_it_is_asked(store: CaseStore, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD.text, encoding="utf-8")
    first = variorum.build(tmp_path / "a.txt", store=store)
    told: list[str] = []
    again = variorum.build(tmp_path / "a.txt", store=store, again=True, tell=told.append)
    assert told == ["read again: 1 document, as asked"]
    assert again.to_json() == first.to_json()


def test_only_what_a_change_of_the_extractor_concerns_is_read_again(
    store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = "Zehn Menschen verließen am Montag die Stadt, sagte der Bürgermeister der Zeitung."
    (tmp_path / "a.txt").write_text(TOLD.text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(german, encoding="utf-8")
    first = variorum.build(tmp_path, store=store)
    assert {d.language for d in first.documents} == {"en", "de"}
    other = tuple({**dict(versions._hashes()), "language/data/de.yaml": "another"}.items())
    monkeypatch.setattr(versions, "_hashes", lambda: other)
    versions._extractor.cache_clear()
    told: list[str] = []
    done: list[tuple[str, int, int]] = []
    case = variorum.build(
        tmp_path, store=store, tell=told.append, progress=lambda *step: done.append(step)
    )
    versions._extractor.cache_clear()
    assert told == ["read again: 1 document, because the extractor changed"]
    assert ("extract", 1, 1) in done
    assert case.to_json() == first.to_json()


def test_a_file_from_before_readings_were_kept_opens_and_is_read_again(
    ferry_files: list[Path], ferry_built: Case, tmp_path: Path
) -> None:
    path = tmp_path / "old.db"
    with Store(path) as store:
        variorum.build(ferry_files[:2], store=store)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE readings")
    told: list[str] = []
    with Store(path, create=False) as store:
        assert len(store.load().documents) == 2
        case = variorum.build(ferry_files, store=store, tell=told.append)
    assert told == ["read again: 2 documents, because the extractor changed"]
    assert case.to_json() == ferry_built.to_json()


KILLED = """
import os, signal, sys, threading
import variorum
from variorum.store import Store

def step(stage, done, total):
    if stage == "extract" and not started:
        started.append(threading.Timer(float(sys.argv[2]), os.kill, (os.getpid(), signal.SIGKILL)))
        started[0].start()

started = []
with Store(sys.argv[1]) as store:
    variorum.build(sys.argv[3:], store=store, progress=step)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_build_that_is_killed_again_and_again_loses_no_finished_document(
    ferry_files: list[Path], ferry_built: Case, tmp_path: Path
) -> None:
    path, chance, kept = tmp_path / "case.db", random.Random(13), 0
    for _ in range(5):
        told = [str(path), str(chance.uniform(0, 0.6)), *map(str, ferry_files)]
        done = subprocess.run([sys.executable, "-c", KILLED, *told], check=False, timeout=300)
        assert done.returncode == -signal.SIGKILL
        with closing(sqlite3.connect(path)) as connection:
            (now,) = connection.execute("SELECT count(*) FROM readings").fetchone()
        assert now >= kept
        kept = now
    with Store(path) as store:
        assert variorum.build(ferry_files, store=store).to_json() == ferry_built.to_json()
