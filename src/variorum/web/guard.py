"""Who is let in, and what is asked of each request.

Any page in the same browser could send the desk requests, so that: its Host is the desk's own (no
other name may be bound to it: DNS rebinding), it comes from somebody who was let in and may ask so
(see `access`), and one that writes comes from the desk's own pages (Sec-Fetch-Site, Origin) with
the session's token in the form (OWASP, Cross-Site Request Forgery Prevention Cheat Sheet).
"""

import hmac
import re
import secrets
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum.store import Role
from variorum.web.access import HEADERS, Visitor, least_of
from variorum.web.responses import answered

COOKIE = "variorum_session"
# Bytes that a request may have; a decision is a form of a few kilobytes.
MOST_BYTES = 1_000_000
# Bytes that reports may have which are sent together.
MOST_UPLOADED = 25_000_000
_OWN_NAME = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?")

Next = Callable[[Request], Awaitable[Response]]


class Guard(ABC):
    """What every request has to pass; who asks stands then in `request.state.visitor`."""

    host: str | None = None
    """The name under which others reach the desk; None is this machine alone."""

    async def __call__(self, request: Request, go_on: Next) -> Response:
        """Answer a request, or refuse it in one sentence."""
        response = await run_in_threadpool(self._refusal, request) or await go_on(request)
        response.headers.update(HEADERS)
        return response

    @abstractmethod
    def visitor(self, request: Request) -> Visitor | None:
        """Return who asks, or None for a stranger."""

    @abstractmethod
    def turned_away(self, request: Request) -> Response:
        """Return what a stranger is told."""

    def let_in(self, request: Request) -> Response | None:  # noqa: ARG002  (one lets in by address)
        """Return the answer to an address that lets somebody in, else None."""
        return None

    def _refusal(self, request: Request) -> Response | None:
        request.state.visitor = None
        host = request.headers.get("host", "")
        if host != self.host and not _OWN_NAME.fullmatch(host):
            return answered(request, 403, "The desk answers to its own name alone.")
        let_in = self.let_in(request)
        if let_in:
            return let_in
        request.state.visitor = visitor = self.visitor(request)
        status, least = least_of(request.method, request.scope["path"])
        if least and not visitor:
            return self.turned_away(request)
        told = _refused(request, status, least, visitor)
        return told and answered(request, *told)


class Alone(Guard):
    """Lets in whoever has the address that was printed, once, and then that browser alone.

    Args:
        name: who signs; where it is empty the first decision says, and the others keep it.
    """

    def __init__(self, name: str = "") -> None:
        self.token: str | None = secrets.token_urlsafe(24)
        self.session = secrets.token_urlsafe(32)
        self.owner = Visitor(name, Role.OWNER, secrets.token_urlsafe(32), alone=True)

    def visitor(self, request: Request) -> Visitor | None:
        """Return the one who is let in."""
        return self.owner if _same(request.cookies.get(COOKIE, ""), self.session) else None

    def turned_away(self, request: Request) -> Response:
        """Say where the address is."""
        return answered(request, 403, "Open the address that 'variorum serve' printed.")

    def let_in(self, request: Request) -> Response | None:
        """Return the answer to the printed address: the cookie, and the page without the token."""
        given = request.query_params.get("token")
        if given is None or request.method != "GET":
            return None
        if self.token is None or not _same(given, self.token):
            why = "This address was used already, or is not the one that was printed."
            return answered(request, 403, why)
        self.token = None
        answer = RedirectResponse(request.url.path, status_code=303)
        answer.set_cookie(COOKIE, self.session, httponly=True, samesite="strict", path="/")
        return answer


async def sent_form(request: Request) -> FormData:
    """Return the form that was sent."""
    return await request.form()


async def own_form(request: Request) -> FormData:
    """Return the form that was sent, if it has the token of the visitor's session.

    Raises:
        HTTPException: when it has not.
    """
    form = await request.form()
    visitor: Visitor | None = request.state.visitor
    if visitor and not _same(str(form.get("token", "")), visitor.form_token):
        raise HTTPException(403, "The desk was started anew; open the page again.")
    return form


SentForm = Annotated[FormData, Depends(sent_form)]
OwnForm = Annotated[FormData, Depends(own_form)]


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(*(text.encode("utf-8", "replace") for text in (one, other)))


def _refused(
    request: Request, status: int, least: Role | None, visitor: Visitor | None
) -> tuple[int, str] | None:
    """Return the status and the reason of what somebody may not ask, or not so."""
    most = MOST_UPLOADED if request.scope["path"] == "/upload" else MOST_BYTES
    size = int(request.headers.get("content-length") or most + 1)
    writes = request.method in {"POST", "PUT", "PATCH", "DELETE"}
    if status != HTTPStatus.OK:
        return status, "There is no such page."
    if writes and size > most:
        return 413, f"That is more than {most // 1_000_000} MB."
    if writes and not _from_own_pages(request):
        return 403, "This is done from the desk's own pages alone."
    if least and visitor and not visitor.role.reaches(least):
        return 403, f"This asks for the role of {least} at least."
    return None


def _from_own_pages(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return site in (None, "same-origin", "none") and origin in (None, own)
