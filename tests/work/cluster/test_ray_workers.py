"""A cluster tells what one machine tells, whoever is killed; each test is bounded in time."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from variorum.case import Case
from variorum.errors import UsageError
from variorum.settings import Settings
from variorum.store import Store
from variorum.work.cluster.ray_workers import on_cluster

SESSION = Path(__file__).with_name("cluster_session.py")
SECONDS = 400


def run(*command: str, **more: str) -> str:
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths, **more}
    done = subprocess.run(
        [sys.executable, *command],
        env=environment,
        timeout=SECONDS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    lines = run(str(SESSION), str(tmp_path_factory.mktemp("ray"))).splitlines()
    found: dict[str, Any] = json.loads(lines[-1])  # Ray may print of the worker that was killed
    return found


def test_a_worker_that_is_killed_loses_nothing(told: dict[str, Any]) -> None:
    cluster, here = told["cluster"], told["here"]
    assert cluster.keys() == here.keys()
    assert {key for key in here if cluster[key] != here[key]} == {"key-30"}


def test_a_document_that_ends_two_workers_is_a_gap(told: dict[str, Any]) -> None:
    assert "30.txt" in told["cluster"]["key-30"]
    assert "its process was ended twice" in told["cluster"]["key-30"]


def test_each_result_has_its_shard(told: dict[str, Any]) -> None:
    assert told["written"] == sorted(f"{key}.parquet" for key in told["here"] if key != "key-30")


@pytest.fixture
def head() -> Iterator[tuple[str, dict[str, str]]]:
    """A cluster that runs by itself, and what its users need in their environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(16)}
    paths = os.pathsep.join(path for path in sys.path if path)
    command = [str(Path(sys.executable).with_name("ray")), "start", "--head", "--block"]
    command += [f"--port={port}", "--num-cpus=2", "--include-dashboard=false"]
    command += ["--node-ip-address=127.0.0.1", "--disable-usage-stats"]
    running = subprocess.Popen(
        command,
        env={**os.environ, **token, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + SECONDS
        while not _answers(port):
            assert running.poll() is None
            assert time.monotonic() < until
        yield f"127.0.0.1:{port}", token
    finally:
        running.send_signal(signal.SIGTERM)  # it ends the processes that it started
        running.wait(SECONDS)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def test_a_build_on_a_cluster_that_runs_gives_the_same_bytes(
    head: tuple[str, dict[str, str]], ferry_files: list[Path], ferry_built: Case, tmp_path: Path
) -> None:
    address, token = head
    case = str(tmp_path / "case.db")
    files = [str(file) for file in ferry_files]
    run("-m", "variorum", "build", *files, "-o", case, "--cluster", address, **token)
    with Store(case) as store:
        assert store.load().to_json() == ferry_built.to_json()


def test_an_address_where_nobody_answers_is_told() -> None:
    with (
        pytest.raises(UsageError, match=r"The cluster 127\.0\.0\.1:1 cannot be joined"),
        on_cluster(Settings(cluster="127.0.0.1:1"), 1),
    ):
        pass
