"""Workers on a Ray cluster: actors that hold the models and read one document at a time.

Actors of Ray and not its data sets: these try a document that ends its process again without end,
or give up the whole run, and do not tell which one it was.
"""

import os
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stdout
from typing import Any

from variorum import lazy
from variorum.errors import UsageError
from variorum.settings import Settings
from variorum.work.spread import Begin

LOCAL = "local"


@contextmanager
def on_cluster(settings: Settings, most: int) -> Iterator[tuple[int, Begin]]:
    """Join the cluster; give how many workers it is to have and what begins one, and leave it.

    One of this machine is started and ended; Ray listens on all interfaces, and a token keeps out
    whoever else would join it.

    Args:
        settings: the cluster, and how many workers are wanted; 0 is one for each processor.
        most: no more workers than this.

    Raises:
        UsageError: when Ray is not installed, or no cluster answers at the address.
    """
    alone = settings.cluster == LOCAL
    if alone and "ray" not in sys.modules:
        # Ray takes these in when it is first imported.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    ray = lazy.extra("ray", "", "cluster")
    wanted = settings.workers or len(os.sched_getaffinity(0))
    own: dict[str, Any] = {"num_cpus": wanted, "include_dashboard": False} if alone else {}
    try:
        _see(settings.cluster or LOCAL)
        ray.init(settings.cluster, log_to_driver=False, logging_level="ERROR", **own)
    except Exception as error:
        ray.shutdown()
        raise UsageError(f"The cluster {settings.cluster} cannot be joined: {error}") from error
    try:
        many = settings.workers or int(ray.cluster_resources().get("CPU", 1))
        with redirect_stdout(sys.stderr):  # where Ray is to tell of workers that died
            yield max(1, min(many, most)), lambda: _RayWorker(ray)
    finally:
        ray.shutdown()


def _see(address: str) -> None:
    """Raise OSError where nobody listens at HOST:PORT, which Ray would try for very long."""
    host, _, port = address.rpartition(":")
    if host and port.isdecimal() and "//" not in host:
        socket.create_connection((host, int(port)), timeout=10).close()


class _Reader:
    """The actor: a process that stays, and with it the models that it has loaded."""

    def do(self, work: Callable[..., Any], *given: Any) -> Any:
        """Return what some work gives."""
        return work(*given)


class _RayWorker:
    """An actor as a worker."""

    def __init__(self, ray: Any) -> None:
        self._ray = ray
        self._actor = ray.remote(num_cpus=1, max_restarts=0)(_Reader).remote()

    def submit(self, work: Callable[..., Any], /, *given: Any) -> Future[Any]:
        """Have some work done; what it gives comes later."""
        told: Future[Any] = Future()
        sent: Future[Any] = self._actor.do.remote(work, *given).future()
        sent.add_done_callback(lambda done: self._tell(done, told))
        return told

    def _tell(self, done: Future[Any], told: Future[Any]) -> None:
        error = done.exception()
        if error is None:
            told.set_result(done.result())
        elif isinstance(error, self._ray.exceptions.RayTaskError):
            told.set_exception(error.cause)
        else:
            told.set_exception(BrokenProcessPool(str(error)))

    def shutdown(self, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """End the actor with what it does."""
        self._ray.kill(self._actor)
