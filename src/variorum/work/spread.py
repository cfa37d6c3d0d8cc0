"""Documents spread over workers, or read here one after another; the results are the same.

A worker is a process here, or one of a cluster (see `cluster`). It is given one document at a time,
the longest first, so that it is known which document it died with. That one is tried once more, and
a new worker takes part as soon as it has loaded its models.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Protocol

from spacy.tokens import Doc

from variorum import lazy
from variorum.case import DocumentResult
from variorum.errors import DocumentFailed, UsageError
from variorum.extract import has_model, load_encoder, read_ahead
from variorum.extract.extractors import LEARNED
from variorum.language import parsing
from variorum.language.backends import backend_of
from variorum.model import Document
from variorum.settings import Settings
from variorum.work.result_keys import reader_key
from variorum.work.unit import Job, lost, read_claims

# A process is ready after some seconds, in which another one reads about so much.
CHARS_A_WORKER = 80_000
DIED = "Its claims could not be read: its process was ended twice, as when memory runs out."
# When so many workers have died before they were ready, none can be started.
MOST_FALLEN = 8


class Worker(Protocol):
    """A process that reads documents; where it has died, its work ends in BrokenProcessPool."""

    def submit(self, work: Callable[..., Any], /, *given: Any) -> Future[Any]:
        """Have some work done; what it gives comes later."""

    def shutdown(self, *, cancel_futures: bool = False) -> None:
        """End the worker."""


Begin = Callable[[], Worker]


def results(
    jobs: Sequence[Job], settings: Settings, workers: list[Worker] | None = None
) -> Iterator[tuple[Job, DocumentResult]]:
    """Yield each job with its result, as it is done.

    Args:
        jobs: the documents to read.
        settings: how many workers there are to be and where, and what reading depends on.
        workers: warm ones from `ready`; made and ended here when left out.

    Raises:
        ModelMissing: when a model that a document needs is not installed.
        DocumentFailed: when a document cannot be read and the settings are strict.
        UsageError: when no worker can be started, or the cluster cannot be reached.
    """
    if workers is not None:
        yield from _spread(jobs, settings, workers, _process)
    elif jobs and settings.cluster:
        on_cluster = lazy.attribute("variorum.work.cluster.ray_workers", "on_cluster")
        with on_cluster(settings, len(jobs)) as (many, begin):
            yield from _begun(jobs, settings, many, begin)
    elif (many := min(processes(jobs, settings.workers), len(jobs))) > 1 or settings.shards:
        yield from _begun(jobs, settings, many, _process)
    else:
        yield from _here(jobs, settings)


def processes(jobs: Iterable[Job], wanted: int) -> int:
    """Return how many processes to read with; `wanted` is 0 where the amount of text decides."""
    if wanted:
        return wanted
    text = sum(len(job.document.text) for job in jobs)
    return max(1, min(len(os.sched_getaffinity(0)), text // CHARS_A_WORKER))


def _languages(jobs: Iterable[Job]) -> list[str]:
    return sorted({job.document.language or "" for job in jobs})


def _here(jobs: Sequence[Job], settings: Settings) -> Iterator[tuple[Job, DocumentResult]]:
    """Read the documents in this process, the model looking ahead in a second thread."""
    _load(_languages(jobs), settings)

    def cut(document: Document) -> Doc | None:
        asked = settings.extractor == LEARNED
        return parsing.words(document, settings.language_model) if asked else None

    seen = read_ahead((job.document for job in jobs), cut)
    for job, (_, tagged) in zip(jobs, seen, strict=True):
        yield job, read_claims(job.document, job.original, settings, tagged)


def _load(languages: Sequence[str], settings: Settings, reader: str | None = None) -> None:
    """Load the models, so that one that is missing is no fault of a document.

    Raises:
        UsageError: when what reads here is not what has the key `reader`.
    """
    if reader not in {None, reader_key(frozenset(languages), settings)}:
        raise UsageError(
            "A worker has another Variorum, another model or other libraries than this machine;"
            " install the same on all of them."
        )
    for language in languages:
        backend_of(language).parse(
            Document.from_text("", language=language), settings.language_model
        )
    if has_model():
        load_encoder()


@contextmanager
def ready(
    many: int, settings: Settings, languages: Sequence[str] = ("en",)
) -> Iterator[list[Worker]]:
    """Give worker processes that have loaded their models, and end them after the block.

    Raises:
        ModelMissing: when a model is not installed.
    """
    workers = [_process() for _ in range(many)]
    try:
        for loading in [worker.submit(_load, languages, settings) for worker in workers]:
            loading.result()
        yield workers
    finally:
        _end(workers)


def _end(workers: Iterable[Worker]) -> None:
    for worker in workers:
        worker.shutdown(cancel_futures=True)


def _process() -> Worker:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_start)


def _start() -> None:
    """Begin a worker: the keyboard's interrupt is for the parent, and it ends with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _collect_rarely()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _collect_rarely() -> None:
    """Have Python look for circles of garbage less often: it takes an eighth of a build's time.

    Records are very many, and make no circles.
    """
    gc.set_threshold(50_000, 20, 20)


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Have garbage looked for less often within the block."""
    before = gc.get_threshold()
    _collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _begun(
    jobs: Sequence[Job], settings: Settings, many: int, begin: Begin
) -> Iterator[tuple[Job, DocumentResult]]:
    workers: list[Worker] = []
    try:
        yield from _spread(jobs, settings, workers, begin, many)
    finally:
        _end(workers)


def _spread(
    jobs: Sequence[Job], settings: Settings, workers: list[Worker], begin: Begin, many: int = 0
) -> Iterator[tuple[Job, DocumentResult]]:
    """Give each free worker the longest document that is left, and yield results as they come.

    Args:
        jobs: the documents to read.
        settings: what reading depends on.
        workers: warm ones; one that dies is replaced by another.
        begin: begins a worker.
        many: how many workers to begin besides.
    """
    work = _Work(jobs, settings, workers, begin)
    for worker in workers:
        work.give(worker)
    for _ in range(many):
        work.begin_worker()
    while work.is_left():
        for done in wait(work.running, return_when=FIRST_COMPLETED).done:
            worker, job = work.running.pop(done)
            died = isinstance(done.exception(), BrokenProcessPool)
            if died and work.is_over(worker, job):
                assert job is not None
                yield job, _ended(job, settings)
            elif not died:
                work.give(worker)
                if job is not None:
                    yield job, done.result()
                else:
                    done.result()


class _Work:
    """What is left to read, and who is at it."""

    def __init__(
        self, jobs: Sequence[Job], settings: Settings, workers: list[Worker], begin: Begin
    ) -> None:
        languages = _languages(jobs)
        key = reader_key(frozenset(languages), settings) if settings.cluster else None
        self._load = languages, settings, key
        self._left = sorted(jobs, key=lambda job: len(job.document.text))
        self._settings, self._workers, self._begin = settings, workers, begin
        shards = "variorum.work.cluster.shards"
        self._read = lazy.attribute(shards, "read_or_taken") if settings.shards else _read
        self._died: set[str] = set()
        self._fallen = 0
        self.running: dict[Future[Any], tuple[Worker, Job | None]] = {}

    def is_left(self) -> bool:
        """Return whether a document is not read yet."""
        return bool(self._left) or any(job for _, job in self.running.values())

    def begin_worker(self) -> None:
        """Begin a worker, which is given no document before it is ready."""
        worker = self._begin()
        self._workers.append(worker)
        self.running[worker.submit(_load, *self._load)] = worker, None

    def give(self, worker: Worker) -> None:
        """Give the longest document that is left to a worker."""
        if self._left:
            job = self._left.pop()
            self.running[worker.submit(self._read, job, self._settings)] = worker, job

    def is_over(self, worker: Worker, job: Job | None) -> bool:
        """Replace a worker that died; return whether it was the second that died with this job.

        Raises:
            UsageError: when too many have died before they were ready.
        """
        self._workers.remove(worker)
        worker.shutdown()
        again = job is not None and job.key in self._died
        if job is None:
            self._fallen += 1
        elif not again:
            self._died.add(job.key)
            self._left.append(job)
        if self._fallen == MOST_FALLEN:
            raise UsageError(
                "The worker processes cannot be started; guard the script that builds with"
                " if __name__ == '__main__', or set workers to 1."
            )
        if self._left:
            self.begin_worker()
        return again


def _read(job: Job, settings: Settings) -> DocumentResult:
    return read_claims(job.document, job.original, settings)


def _ended(job: Job, settings: Settings) -> DocumentResult:
    if settings.strict:
        raise DocumentFailed(str(job.document.path), DIED)
    return lost(job.document, DIED)
