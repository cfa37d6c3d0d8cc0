"""Several processes read as one does; a process that dies costs its own document alone."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

import variorum
from variorum.case import Case
from variorum.errors import DocumentFailed, ModelMissing, UsageError
from variorum.model import Document
from variorum.settings import Settings
from variorum.work.spread import (
    CHARS_A_WORKER,
    _begun,
    _load,
    processes,
    rarely_collected,
    ready,
    results,
)
from variorum.work.unit import Job

TOLD = "{} people left the town, the mayor said."


class Deadly(Document):
    """A document that ends the process it is sent to."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:  # type: ignore[override]
        return os._exit, (9,)


def jobs(*counts: int) -> list[Job]:
    texts = [TOLD.format(count) for count in counts]
    return [Job(text, Document.from_text(text, language="en")) for text in texts]


def deadly() -> Job:
    text = TOLD.format("Ten thousand")
    return Job("deadly", Deadly(**Document.from_text(text, path="deadly.txt").model_dump()))


def test_two_processes_give_what_one_gives() -> None:
    todo = jobs(*range(10, 18))
    here = {job.key: result for job, result in results(todo, Settings(workers=1))}
    apart = {job.key: result for job, result in results(todo, Settings(workers=2))}
    assert here == apart
    assert all(result.claims for result in here.values())


def test_warm_processes_may_be_used_again() -> None:
    with ready(1, Settings()) as pools:
        first = [result for _, result in results(jobs(1, 2), Settings(), pools)]
        again = [result for _, result in results(jobs(1, 2), Settings(), pools)]
    assert first == again
    assert len(first) == 2


def test_a_process_that_dies_costs_its_own_document_alone() -> None:
    todo = [*jobs(11, 12), deadly(), *jobs(13, 14)]
    found = {job.key: result for job, result in results(todo, Settings(workers=2))}
    assert found.keys() == {job.key for job in todo}
    (gap,) = found.pop("deadly").gaps
    assert (gap.what, gap.why[:60]) == (
        "deadly.txt",
        "Its claims could not be read: its process was ended twice, a",
    )
    assert all(result.claims and not result.gaps for result in found.values())
    with pytest.raises(DocumentFailed, match=r"deadly\.txt: "):
        list(results([*jobs(11), deadly()], Settings(workers=2, strict=True)))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_model_that_is_missing_is_no_fault_of_a_document(workers: int) -> None:
    settings = Settings(language_model="no_such_model", workers=workers)
    with pytest.raises(ModelMissing, match="no_such_model is not installed"):
        list(results(jobs(1, 2), settings))


def test_little_text_is_read_by_one_process_unless_told_otherwise() -> None:
    assert [processes(jobs(1, 2), wanted) for wanted in (0, 1, 3)] == [1, 1, 3]
    long = Job("long", Document.from_text("x" * CHARS_A_WORKER * 1000))
    assert processes([long], 0) == len(os.sched_getaffinity(0))


def test_a_case_is_the_same_whatever_the_workers(
    ferry_files: list[Path], ferry_built: Case
) -> None:
    case = variorum.build(reversed(ferry_files), settings=Settings(workers=2))
    assert case.to_json() == ferry_built.to_json()


class Fallen:
    """A worker that died before it was ready."""

    def submit(self, *_: object) -> Future[Any]:
        ended: Future[Any] = Future()
        ended.set_exception(BrokenProcessPool())
        return ended

    def shutdown(self, **_: object) -> None:
        """End nothing."""


@pytest.mark.parametrize("many", [1, 3])
def test_workers_that_never_are_ready_are_given_up(many: int) -> None:
    begun = []

    def begin() -> Fallen:
        begun.append(Fallen())
        return begun[-1]

    with pytest.raises(UsageError, match="The worker processes cannot be started"):
        list(_begun(jobs(1, 2), Settings(), many, begin))
    assert 7 + many <= len(begun) <= 8 + many


def test_a_worker_with_another_reader_is_not_used() -> None:
    with pytest.raises(UsageError, match="install the same on all of them"):
        _load(["en"], Settings(), "extractor-another")


def test_garbage_is_looked_for_less_often_in_a_build_and_not_after() -> None:
    before = gc.get_threshold()
    with rarely_collected():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before
