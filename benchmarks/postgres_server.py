"""A PostgreSQL server of one's own: on the loopback alone, in a temporary folder, never as root.

Tests and benchmarks that need a server start one of these and end it by its process id.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["Server", "programs", "server"]

# Who runs the server where root asks for it, which PostgreSQL refuses to be run by.
USERS = ("postgres", "nobody")
SECONDS = 60


def programs() -> Path | None:
    """Return the folder with `initdb` and `postgres`, or None where there is none."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next(
        (f for f in folders if (f / "postgres").is_file() and (f / "initdb").exists()), None
    )


class Server:
    """A server that runs; it can be killed and started again on the same data."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._programs = folder, programs
        self._user = next((u for u in USERS if _known(u)), None) if os.getuid() == 0 else None
        self._password = secrets.token_hex(16)
        self._port = _free_port()
        self._running: subprocess.Popen[bytes] | None = None
        secret = folder / "password"
        secret.write_text(self._password, encoding="utf-8")
        if self._user:
            for place in (folder, secret):
                shutil.chown(place, self._user)
        told = ["-U", "variorum", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8"]
        made = [str(programs / "initdb"), "-D", str(folder / "data"), "--locale=C", "-N", *told]
        subprocess.run(made, check=True, capture_output=True, user=self._user, cwd="/")

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"postgresql://variorum:{self._password}@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Start it, and return when it can be connected to."""
        told = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        options = [part for name, value in told.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), "-D", str(self._folder / "data")]
        self._running = subprocess.Popen(
            [*command, "-p", str(self._port), *options],
            user=self._user,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ends = time.monotonic() + SECONDS
        ready = [str(self._programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self._port)]
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > ends or self._running.poll() is not None:
                raise RuntimeError("PostgreSQL did not start")
            time.sleep(0.05)

    def end(self, how: int = signal.SIGINT) -> None:
        """End it; SIGKILL leaves it no time to write anything."""
        if self._running is not None:
            self._running.send_signal(how)
            self._running.wait(SECONDS)
            self._running = None


@contextmanager
def server(programs: Path) -> Iterator[Server]:
    """Give a server that runs until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="variorum-postgres-", dir="/tmp") as folder:
        one = Server(Path(folder), programs)
        one.start()
        try:
            yield one
        finally:
            one.end()


def _known(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])
