"""Who may ask what of the desk: one person on this machine, from the desk's own pages.

The server listens on the loopback interface alone. Even so any page in the same browser could send
it requests, so four things are asked of each one: its Host is this machine's (no other name may be
bound to it: DNS rebinding), it carries the session's cookie, and one that writes comes from the
desk's own pages (Sec-Fetch-Site, Origin) with the session's token in the form (OWASP, Cross-Site
Request Forgery Prevention Cheat Sheet).
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

__all__ = ["COOKIE", "Guard"]

COOKIE = "variorum_session"
# Bytes that a request may have; a decision is a form of a few kilobytes.
MOST_BYTES = 1_000_000
_OWN_NAME = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})

Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """Lets in whoever has the address that was printed, once, and then that browser alone."""

    def __init__(self) -> None:
        self.token: str | None = secrets.token_urlsafe(24)
        self.session = secrets.token_urlsafe(32)
        self.form_token = secrets.token_urlsafe(32)

    async def __call__(self, request: Request, go_on: Next) -> Response:
        """Answer a request, or refuse it in one sentence."""
        response = self._let_in(request) or self._refusal(request) or await go_on(request)
        response.headers.update(HEADERS)
        return response

    def _let_in(self, request: Request) -> Response | None:
        """Return the answer to the printed address: the cookie, and the page without the token."""
        given = request.query_params.get("token")
        if given is None or request.method != "GET" or not _is_here(request):
            return None
        if self.token is None or not hmac.compare_digest(given, self.token):
            return _refused("This address was used already, or is not the one that was printed.")
        self.token = None
        answer = RedirectResponse(request.url.path, status_code=303)
        answer.set_cookie(COOKIE, self.session, httponly=True, samesite="strict", path="/")
        return answer

    def _refusal(self, request: Request) -> Response | None:
        if not _is_here(request):
            return _refused("The desk answers to this machine's own name alone.")
        if not hmac.compare_digest(request.cookies.get(COOKIE, ""), self.session):
            return _refused("Open the address that 'variorum serve' printed.")
        if request.method in WRITING:
            if int(request.headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
                return _refused("That is more than a decision can be.", 413)
            if not _from_own_pages(request):
                return _refused("Decisions are taken from the desk's own pages alone.")
        return None

    def is_own_form(self, token: str | None) -> bool:
        """Return whether a form has the session's token."""
        return hmac.compare_digest(token or "", self.form_token)


def _is_here(request: Request) -> bool:
    return _OWN_NAME.fullmatch(request.headers.get("host", "")) is not None


def _from_own_pages(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return site in (None, "same-origin", "none") and origin in (None, own)


def _refused(why: str, status: int = 403) -> Response:
    return PlainTextResponse(f"{why}\n", status_code=status)
