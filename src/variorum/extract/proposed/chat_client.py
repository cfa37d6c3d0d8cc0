"""Asking a server of the OpenAI protocol (llama.cpp, Ollama, vLLM, hosted); answers are kept.

An answer is kept under a hash of all that it depends on, so that the same input gives the same
record. Proxies and redirects are not followed to or from this machine: its texts stay on it.
"""

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.model import content_id
from variorum.settings import Settings, checked_endpoint, is_loopback

Json = dict[str, Any]
# An answer of more bytes is none, and so often is one asked for.
MOST_BYTES, TRIES = 1_000_000, 2
FEWEST_TOKENS = 128  # An answer quotes a text: beside its frame it has a token for two characters
# Answers of a server that is busy or ill, which is asked once more.
PASSING = frozenset({429, 500, 502, 503, 504})
LONGEST_NAME = 80


class NoAnswer(Exception):
    """The server gave no usable answer; the message says why, as the end of a sentence."""


@dataclass(frozen=True)
class Said:
    """What a model said, and the name under which its server answered."""

    content: str
    model: str


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for an answer that is none: it may lead off this machine."""

    def redirect_request(self, *_given: Any, **_named: Any) -> None:
        """Return nothing to ask instead."""


class ChatClient:
    """Asks one model.

    Args:
        settings: which model, where, how long, and where answers are kept.

    Raises:
        UsageError: when the settings name no model or no address that may be asked.
    """

    def __init__(self, settings: Settings) -> None:
        self._endpoint = checked_endpoint(settings)
        self.model = settings.llm_model or ""
        self._seconds = settings.llm_seconds
        key = settings.llm_key.get_secret_value() if settings.llm_key else ""
        self._headers = {"Content-Type": "application/json", "User-Agent": "variorum"}
        self._headers |= {"Authorization": f"Bearer {key}"} if key else {}
        caches = os.environ.get("XDG_CACHE_HOME") or f"{os.environ.get('HOME', '.')}/.cache"
        self._folder = Path(settings.llm_cache or f"{caches}/variorum/llm")
        proxies: dict[str, str] | None = {} if is_loopback(self._endpoint) else None
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler(proxies), _NoRedirect
        )

    def ask(self, system: str, user: str, schema: Json) -> Said:
        """Return what the model says, from what is kept where it was asked before.

        Raises:
            NoAnswer: when it says nothing that can be used.
        """
        body = {
            "model": self.model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "temperature": 0,
            "seed": 0,
            "max_tokens": FEWEST_TOKENS + len(user) // 2,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": schema},
            },
        }
        asked = json.dumps(body, sort_keys=True)
        kept = self._folder / f"{content_id('answer', self._endpoint, asked)}.json"
        found = _said(_read(kept)) if kept.is_file() else None
        if found is None:
            raw = self._answer(asked.encode("utf-8"))
            found = _said(raw)
            if found is None:
                raise NoAnswer("is none of the protocol")
            _keep(kept, raw)
        return found

    def _answer(self, body: bytes) -> bytes:
        """Return the bytes of an answer; a server that is busy or gone is asked once more."""
        why = ""
        for _ in range(TRIES):
            try:
                return self._asked(body)
            except urllib.error.HTTPError as error:
                why = f"was refused with the status {error.code}"
                error.close()
                if error.code not in PASSING:
                    break
            except TimeoutError:
                why = f"did not come within {self._seconds:g} seconds"
                break
            except (OSError, http.client.HTTPException, ValueError) as error:
                why = f"did not come ({type(error).__name__})"
        raise NoAnswer(why)

    def _asked(self, body: bytes) -> bytes:
        url = f"{self._endpoint}/chat/completions"
        request = urllib.request.Request(url, body, self._headers)
        ends = time.monotonic() + self._seconds
        with self._opener.open(request, timeout=self._seconds) as response:
            parts, size = [], 0
            while part := response.read1(1 << 16):
                parts.append(part)
                size += len(part)
                if size > MOST_BYTES:
                    raise NoAnswer(f"has more than {MOST_BYTES:,} bytes")
                if time.monotonic() > ends:
                    raise TimeoutError
            return b"".join(parts)


def _said(raw: bytes) -> Said | None:
    """Return what an answer of the protocol says, or None where it is none."""
    try:
        answer = json.loads(raw)
        content = answer["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    name = answer.get("model")
    shown = "".join(c for c in name if c.isprintable()) if isinstance(name, str) else ""
    return Said(content, shown[:LONGEST_NAME]) if isinstance(content, str) else None


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _keep(file: Path, raw: bytes) -> None:
    """Keep an answer, whole or not at all; where nothing can be written it is asked for again."""
    part = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(raw)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
