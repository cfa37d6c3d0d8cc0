"""A desk that is really served: on a port of this machine, ended by the test that began it."""

from __future__ import annotations

import http.client
import json
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn
from argon2 import PasswordHasher, profiles

from variorum.store import PassKind, Role
from variorum.web.app import create_app
from variorum.web.desk import Desk
from variorum.web.guard import COOKIE, Alone, Guard
from variorum.web.team import Team
from variorum.web.uploads import Uploads

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class Served:
    """A running desk, and a browser's part of the talk with it."""

    desk: Desk
    guard: Alone
    port: int
    uploads: Uploads
    cookie: str = field(default="")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: str | bytes | None = None,
        *,
        cookie: str | None = None,
        **headers: str,
    ) -> Answer:
        """Send one request; `headers` are named with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        held = self.cookie if cookie is None else cookie
        if held:
            told["Cookie"] = f"{COOKIE}={held}"
        connection.request(method, path, body, told)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        connection.close()
        return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, text)

    def let_in(self) -> None:
        """Go to the address that is printed, and keep the cookie."""
        answer = self.ask(f"/?token={self.guard.token}")
        assert answer.status == 303, answer
        self.cookie = answer.headers["set-cookie"].split(";")[0].split("=", 1)[1]

    def admit(self, name: str) -> None:
        """Let a person of a team in, as signing in does."""
        self.cookie = self.desk.people.admit(name, PassKind.SESSION)

    @property
    def token(self) -> str:
        """The token that forms carry."""
        session = self.desk.people.session(self.cookie)
        return session.form_token if session else self.guard.owner.form_token

    def send(self, path: str = "/decide", **form: str | list[str]) -> Answer:
        """Send a form as one of the desk's own pages does."""
        told = {"token": self.token, "who": "Ada", "why": "Read again."} | form
        return self.ask(
            path,
            "POST",
            urlencode(told, doseq=True),
            Content_Type="application/x-www-form-urlencoded",
            Origin=self.address,
            Sec_Fetch_Site="same-origin",
        )


@contextmanager
def serving(case_file: Path | str, reviewer: str = "") -> Iterator[Served]:
    """Serve a case to one person until the block ends."""
    guard = Alone(reviewer)
    with _run(Desk(case_file), guard) as (uploads, desk, port):
        yield Served(desk, guard, port, uploads)


@contextmanager
def serving_team(case_file: Path | str, address: str | None = None) -> Iterator[Served]:
    """Serve a case to people, of whom there is one of each role, called as it."""
    desk = Desk(case_file)
    hasher = PasswordHasher.from_parameters(profiles.CHEAPEST)
    for role in reversed(Role):
        desk.people.put(role, role)
        desk.people.set_password(role, hasher.hash(PASSWORD))
    guard = Team(desk.people, address, hasher)
    with _run(desk, guard) as (uploads, _, port):
        yield Served(desk, Alone(), port, uploads)


@contextmanager
def _run(desk: Desk, guard: Guard) -> Iterator[tuple[Uploads, Desk, int]]:
    listener = socket.create_server(("127.0.0.1", 0))
    kept = tempfile.TemporaryDirectory(prefix="variorum-uploads-")
    uploads = Uploads(desk.place, Path(kept.name))
    app = create_app(desk, guard, uploads)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield uploads, desk, listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
        uploads.close()
        desk.close()
        kept.cleanup()
