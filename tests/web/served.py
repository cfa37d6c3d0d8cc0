"""A desk that is really served: on a port of this machine, ended by the test that began it."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn

from variorum.web.app import create_app
from variorum.web.desk import Desk
from variorum.web.guard import COOKIE, Guard


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
    guard: Guard
    port: int
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

    def send(self, **form: str | list[str]) -> Answer:
        """Send a form as one of the desk's own pages does."""
        told = {"token": self.guard.form_token, "who": "Ada", "why": "Read again."} | form
        return self.ask(
            "/decide",
            "POST",
            urlencode(told, doseq=True),
            Content_Type="application/x-www-form-urlencoded",
            Origin=self.address,
            Sec_Fetch_Site="same-origin",
        )


@contextmanager
def serving(case_file: Path, reviewer: str = "") -> Iterator[Served]:
    """Serve a case file until the block ends."""
    desk, guard = Desk(case_file), Guard()
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(desk, guard, reviewer), log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield Served(desk, guard, listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
        desk.close()
