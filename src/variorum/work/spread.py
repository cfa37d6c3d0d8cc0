"""Documents spread over processes, or read here one after another; the results are the same.

Each worker process is a pool of its own and is given one document at a time, the longest first, so
that it is known which document a process died with. That one is tried once more in a new process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from spacy.tokens import Doc

from variorum.case import DocumentResult
from variorum.errors import DocumentFailed, UsageError
from variorum.extract import has_model, load_encoder, read_ahead
from variorum.extract.extractors import LEARNED
from variorum.language import parsing
from variorum.language.backends import backend_of
from variorum.model import Document
from variorum.settings import Settings
from variorum.work.unit import Job, lost, read_claims

__all__ = ["processes", "ready", "results"]

# A process is ready after some seconds, in which another one reads about so much.
CHARS_A_WORKER = 80_000
DIED = "Its claims could not be read: its process was ended twice, as when memory runs out."
Pools = list[ProcessPoolExecutor]


def results(
    jobs: Sequence[Job], settings: Settings, pools: Pools | None = None
) -> Iterator[tuple[Job, DocumentResult]]:
    """Yield each job with its result, as it is done.

    Args:
        jobs: the documents to read.
        settings: how many workers there are to be, and what reading depends on.
        pools: warm processes from `ready`; made and ended here when left out.

    Raises:
        ModelMissing: when a model that a document needs is not installed.
        DocumentFailed: when a document cannot be read and the settings are strict.
    """
    if pools is not None:
        yield from _spread(jobs, settings, pools)
        return
    many = min(processes(jobs, settings.workers), len(jobs))
    if many <= 1:
        yield from _here(jobs, settings)
        return
    with ready(many, settings, _languages(jobs)) as made:
        yield from _spread(jobs, settings, made)


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


def _load(languages: Sequence[str], settings: Settings) -> None:
    """Load the models, so that one that is missing is no fault of a document."""
    for language in languages:
        backend_of(language).parse(
            Document.from_text("", language=language), settings.language_model
        )
    if has_model():
        load_encoder()


@contextmanager
def ready(many: int, settings: Settings, languages: Sequence[str] = ("en",)) -> Iterator[Pools]:
    """Give worker processes that have loaded their models, and end them after the block.

    Raises:
        ModelMissing: when a model is not installed.
        UsageError: when the processes cannot be started.
    """
    pools = [_pool() for _ in range(many)]
    try:
        for loading in [pool.submit(_load, languages, settings) for pool in pools]:
            loading.result()
        yield pools
    except BrokenProcessPool as error:
        raise UsageError(
            "The worker processes cannot be started; guard the script that builds with"
            " if __name__ == '__main__', or set workers to 1."
        ) from error
    finally:
        for pool in pools:
            pool.shutdown(cancel_futures=True)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_start)


def _start() -> None:
    """Begin a worker: the keyboard's interrupt is for the parent, and it ends with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _spread(
    jobs: Sequence[Job], settings: Settings, pools: Pools
) -> Iterator[tuple[Job, DocumentResult]]:
    """Give each free process the longest document that is left, and yield results as they come."""
    left = sorted(jobs, key=lambda job: len(job.document.text))
    running: dict[Future[DocumentResult], tuple[int, Job]] = {}
    died: set[str] = set()

    def give(place: int) -> None:
        if left:
            job = left.pop()
            sent = pools[place].submit(read_claims, job.document, job.original, settings)
            running[sent] = place, job

    for place in range(len(pools)):
        give(place)
    while running:
        for done in wait(running, return_when=FIRST_COMPLETED).done:
            place, job = running.pop(done)
            if isinstance(done.exception(), BrokenProcessPool):
                pools[place].shutdown()
                pools[place] = _pool()
                if job.key not in died:
                    died.add(job.key)
                    left.append(job)
                    give(place)
                    continue
                give(place)
                yield job, _ended(job, settings)
                continue
            give(place)
            yield job, done.result()


def _ended(job: Job, settings: Settings) -> DocumentResult:
    if settings.strict:
        raise DocumentFailed(str(job.document.path), DIED)
    return lost(job.document, DIED)
