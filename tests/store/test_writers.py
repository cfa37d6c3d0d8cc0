"""Many write to one case at once, and nothing of what they wrote is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from variorum.case import Case, DocumentResult
from variorum.model import Document, Gap
from variorum.statements import DocumentStatements
from variorum.store import CaseChanged, Made, Store

WRITERS = 20


def report(number: int) -> Document:
    return Document.from_text(f"Report {number}: ten people left.", path=f"{number:02}.txt")


def result(number: int) -> DocumentResult:
    return DocumentResult((), (Gap(what=f"{number:02}.txt", why="None."),), DocumentStatements())


def test_twenty_writers_at_once_lose_nothing(place: str) -> None:
    Store(place).close()
    together = Barrier(WRITERS)

    def write(number: int) -> None:
        own = report(number)
        with Store(place, create=False) as store:
            together.wait(60)
            store.keep(f"key {number}", own.id, result(number))
            while True:
                since = store.revision()
                case = store.load()
                documents = sorted((*case.documents, own), key=lambda d: d.order)
                keys = tuple(f"key {document.path}" for document in documents)
                try:
                    store.save(replace(case, documents=tuple(documents)), Made(keys), since)
                    return
                except CaseChanged:
                    continue

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(write, range(WRITERS)))
    with Store(place, create=False) as store:
        assert store.documents() == tuple(map(report, range(WRITERS)))
        assert store.revision() == WRITERS


def test_twenty_make_one_case_at_once(place: str) -> None:
    together = Barrier(WRITERS)

    def write(number: int) -> None:
        together.wait(60)
        with Store(place) as store:
            store.keep(f"key {number}", report(number).id, result(number))

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(write, range(WRITERS)))
    with Store(place, create=False) as store:
        assert set(store.readings()) == {f"key {number}" for number in range(WRITERS)}


def test_what_somebody_else_saved_meanwhile_is_not_written_over(place: str) -> None:
    with Store(place) as one, Store(place) as other:
        since = one.revision()
        other.save(Case(documents=(report(1),)))
        with pytest.raises(CaseChanged, match="was saved by somebody else; build again"):
            one.save(Case(documents=(report(2),)), since=since)
        assert one.documents() == (report(1),)
        one.save(Case(documents=(report(1), report(2))), since=one.revision())
        assert other.documents() == (report(1), report(2))


def test_readings_of_others_who_have_not_saved_stay(place: str) -> None:
    with Store(place) as store:
        for key, number in (("old", 1), ("new", 1), ("another's", 2)):
            store.keep(key, report(number).id, result(number))
        store.save(Case(documents=(report(1),)), Made(("new",)))
        assert {key: r.waits for key, r in store.readings().items()} == {
            "new": False,
            "another's": True,
        }


def test_a_comparison_holds_until_something_it_rests_on_is_written(place: str) -> None:
    with Store(place) as store:
        store.save(Case(), Made(basis="basis", files={"/a.txt": "key"}))
        assert (store.basis(), store.files_read()) == ("basis", {"/a.txt": "key"})
        store.save(Case())
        assert store.basis() == ""
        store.save(Case(), Made(basis="basis", files={"/b.txt": "key"}))
        assert store.files_read() == {"/a.txt": "key", "/b.txt": "key"}
        store.add_events([])
        assert store.basis() == ""
        store.save(Case(), Made(basis="basis"))
        store.save(Case())
        assert store.basis() == ""


def test_a_reader_sees_the_case_as_it_was_when_it_began(place: str) -> None:
    with Store(place) as one, Store(place) as other:
        one.save(Case(documents=(report(1),)))
        with one.reading() as case:
            other.save(Case(documents=(report(2),), gaps=(Gap(what="x", why="y"),)))
            assert (len(case.claims), case.happenings) == (0, ())
            assert case.documents == (report(1),)
            assert case.whole() == Case(documents=(report(1),))
        assert one.documents() == (report(2),)
