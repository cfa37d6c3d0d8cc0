"""A server of the OpenAI protocol, on this machine alone, whose answers a test chooses."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["Answer", "Server", "answering", "claims_of", "serving"]

Answer = Callable[[dict[str, Any]], bytes | int]


class Server:
    """What was asked of a server, and where it listens."""

    def __init__(self, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}/v1"
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []


def answering(content: str, model: str = "fake-1") -> bytes:
    """Return an answer of the protocol that says something."""
    message = {"role": "assistant", "content": content}
    return json.dumps({"model": model, "choices": [{"message": message}]}).encode()


def claims_of(*rows: dict[str, Any]) -> bytes:
    """Return an answer that proposes claims."""
    return answering(json.dumps({"claims": list(rows)}))


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    """Serve answers within a block; a number is a status without a body."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append(body)
            server.headers.append(dict(self.headers))
            told = answer(body)
            self.send_response(told if isinstance(told, int) else 200)
            self.send_header("Location", "http://192.0.2.1/v1")
            self.end_headers()
            if not isinstance(told, int):
                self.wfile.write(told)

        def log_message(self, *_given: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server = Server(listening.server_address[1])
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        listening.shutdown()
        thread.join()
