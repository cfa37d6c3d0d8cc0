"""Where a language model is asked, and whether text leaves this machine by that."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from variorum.errors import UsageError
from variorum.settings import Settings

__all__ = ["checked_endpoint", "is_loopback"]


def checked_endpoint(settings: Settings) -> str:
    """Return the address that a model is asked at, without a slash at its end.

    Raises:
        UsageError: when no model or address is named, it is none, or it is another machine's and
            that was not allowed.
    """
    endpoint = (settings.llm_endpoint or "").rstrip("/")
    if not settings.llm_model or not endpoint:
        raise UsageError(
            "Name the model and its server, as --model NAME --endpoint http://127.0.0.1:8080/v1."
        )
    try:
        parts = urlsplit(endpoint)
        host = parts.hostname if parts.scheme in {"http", "https"} else None
    except ValueError:
        host = None
    if not host:
        raise UsageError(f"'{endpoint}' is no address; give one as http://127.0.0.1:8080/v1.")
    if not is_loopback(endpoint) and not settings.llm_allow_remote:
        raise UsageError(
            f"'{host}' is not this machine, and the texts of the reports would be sent there; allow"
            " it by --allow-remote."
        )
    return endpoint


def is_loopback(endpoint: str) -> bool:
    """Return whether an address is this machine's own."""
    host = urlsplit(endpoint).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
