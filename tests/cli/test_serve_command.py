"""`variorum serve`: a real process that answers its printed address and ends when it is told to."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

import variorum
from decisions.weighed import made_in
from variorum.cli import app
from variorum.cli.serve_command import HERE


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_in(tmp_path_factory.mktemp("serve"))


def test_the_printed_address_opens_the_desk_and_an_interrupt_ends_it(case_file: Path):
    environment = {**os.environ, "PYTHONPATH": str(Path(variorum.__file__).parents[1])}
    command = [sys.executable, "-m", "variorum", "serve", str(case_file), "--by", "Ada"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            told = running.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]+", told)
            assert found, told
            jar = urllib.request.HTTPCookieProcessor()
            opener = urllib.request.build_opener(jar)
            page = opener.open(found[0], timeout=60).read().decode()
            assert "Overview" in page
        finally:
            running.send_signal(signal.SIGINT)
            _, errors = running.communicate(timeout=60)
    assert "Traceback" not in errors
    assert running.returncode == 128 + signal.SIGINT


def test_a_port_that_is_taken_and_a_case_that_is_missing_are_one_sentence(case_file: Path):
    with socket.create_server((HERE, 0)) as taken:
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(app, ["serve", str(case_file), "--port", port])
    assert str(done.exception).startswith(f"127.0.0.1:{port} cannot be listened on (")
    gone = CliRunner().invoke(app, ["serve", "none.db"])
    assert "none.db does not exist" in str(gone.exception)


def test_nobody_else_is_let_in_where_nobody_may_sign_in(case_file: Path):
    for more in (["--host", "0.0.0.0"], ["--address", "https://desk.example.org"]):
        done = CliRunner().invoke(app, ["serve", str(case_file), *more])
        assert str(done.exception).startswith("Nobody may sign in yet; add the first by 'variorum")


def test_a_case_with_people_is_served_to_those_who_sign_in(tmp_path: Path):
    case_file = made_in(tmp_path)
    told = CliRunner().invoke(app, ["people", str(case_file), "Ada Lund", "--role", "owner"])
    found = re.search(r"join\?invitation=[\w-]+", told.output)
    assert found, told.output
    environment = {**os.environ, "PYTHONPATH": str(Path(variorum.__file__).parents[1])}
    command = [sys.executable, "-m", "variorum", "serve", str(case_file)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            address = running.stdout.readline().split()[-1]
            assert "Sign in" in urllib.request.urlopen(address, timeout=60).read().decode()
            page = urllib.request.urlopen(f"{address}{found[0]}", timeout=60).read().decode()
            assert "You are invited as" in page
        finally:
            running.send_signal(signal.SIGINT)
            _, errors = running.communicate(timeout=60)
    assert "Traceback" not in errors
