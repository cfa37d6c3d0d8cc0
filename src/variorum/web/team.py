"""A desk for several people: they sign in, and an owner says who may do what.

Passwords are kept as argon2id hashes (RFC 9106), tokens as SHA-256. A sign-in is given a new token
(no fixation of sessions); so many tries are allowed for a name and for an address.
"""

import threading
from typing import Annotated
from urllib.parse import quote, urlsplit

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from fastapi import Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.exceptions import HTTPException

from variorum.errors import UsageError
from variorum.store import PassKind, People, Role
from variorum.web.access import Visitor
from variorum.web.guard import COOKIE, Guard, OwnForm, SentForm
from variorum.web.responses import API, answered, page

TRIES_OF_NAME, TRIES_OF_ADDRESS, MINUTES = 10, 100, 15
SHORTEST, LONGEST = 12, 200
MOST_READS = 200
WRONG = "That is not the name and the password of somebody here."
# A hash takes 64 MB: no more at once than this.
_HASHING = threading.BoundedSemaphore(4)
Token = Annotated[str, Query(max_length=200)]


class Team(Guard):
    """Lets in people who sign in.

    Args:
        people: the accounts of the case.
        address: the address under which others reach the desk, such as `https://desk.example.org`;
            None is this machine alone.
        hasher: what hashes passwords.
    """

    def __init__(
        self, people: People, address: str | None = None, hasher: PasswordHasher | None = None
    ) -> None:
        self._people, self._hasher = people, hasher or PasswordHasher()
        where = urlsplit(address or "")
        self.host = where.netloc or None
        self._secure = where.scheme == "https"
        self._cookie = f"__Host-{COOKIE}" if self._secure else COOKIE
        self._tries = MovingWindowRateLimiter(MemoryStorage())
        self._nobody = self._hasher.hash("nobody has this password")

    def visitor(self, request: Request) -> Visitor | None:
        """Return the person whose session it is."""
        token = request.cookies.get(self._cookie)
        session = self._people.session(token) if token else None
        if session is None:
            return None
        return Visitor(session.person.name, session.person.role, session.form_token)

    def turned_away(self, request: Request) -> Response:
        """Lead to the page to sign in."""
        if request.method == "GET" and not request.url.path.startswith(API):
            return RedirectResponse(f"/login?back={quote(request.url.path)}", status_code=303)
        return answered(request, 401, "Sign in first.")

    def login(self, back: Token = "/") -> Response:
        """Show the form to sign in."""
        return HTMLResponse(page("team/login.html", None, title="Sign in", back=back))

    def sign_in(self, request: Request, sent: SentForm) -> Response:
        """Let somebody in who has the password."""
        name, password = (str(sent.get(field, "")) for field in ("name", "password"))
        back = str(sent.get("back", "/"))
        address = request.client.host if request.client else ""
        for many, key in ((TRIES_OF_ADDRESS, f"at {address}"), (TRIES_OF_NAME, f"as {name}")):
            if not self._tries.hit(RateLimitItemPerMinute(many, MINUTES), key):
                why = f"There were too many tries; wait {MINUTES} minutes."
                return self._refused(429, why, back, {"Retry-After": str(MINUTES * 60)})
        person = self._people.person(name) if name.isprintable() else None
        if not self._is_password(person.password if person else None, password) or not person:
            return self._refused(401, WRONG, back)
        self._people.end(request.cookies.get(self._cookie, ""))
        inside = back.startswith("/") and not back.startswith(("//", "/\\"))
        answer = RedirectResponse(back if inside else "/", status_code=303)
        token = self._people.admit(name, PassKind.SESSION)
        answer.set_cookie(
            self._cookie, token, httponly=True, samesite="strict", path="/", secure=self._secure
        )
        return answer

    def _refused(
        self, status: int, why: str, back: str, headers: dict[str, str] | None = None
    ) -> Response:
        made = page("team/login.html", None, title="Sign in", back=back, error=why)
        return HTMLResponse(made, status, headers)

    def _is_password(self, known: str | None, password: str) -> bool:
        """Return whether a password is the one; where nobody has one it takes as long."""
        with _HASHING:
            try:
                self._hasher.verify(known or self._nobody, password[: LONGEST + 1])
            except (VerifyMismatchError, InvalidHashError):
                return False
        return known is not None

    def sign_out(self, request: Request, _sent: OwnForm) -> Response:
        """End a session."""
        self._people.end(request.cookies.get(self._cookie, ""))
        answer = RedirectResponse("/login", status_code=303)
        answer.delete_cookie(self._cookie, path="/", secure=self._secure)
        return answer

    def invited(self, invitation: Token = "") -> Response:
        """Show the form in which somebody who is invited chooses a password."""
        return self._joining(invitation)

    def _joining(self, invitation: str, status: int = 200, error: str = "") -> Response:
        session = self._people.session(invitation, PassKind.INVITATION)
        if session is None:
            raise HTTPException(
                404, "This invitation has been used, or has ended; ask for another."
            )
        told = {"name": session.person.name, "invitation": invitation, "shortest": SHORTEST}
        return HTMLResponse(page("team/join.html", None, title="Join", error=error, **told), status)

    def join(self, sent: SentForm) -> Response:
        """Keep the password that somebody has chosen, and lead them to sign in."""
        invitation, password = (str(sent.get(field, "")) for field in ("invitation", "password"))
        session = self._people.session(invitation, PassKind.INVITATION)
        if session and not SHORTEST <= len(password) <= LONGEST:
            why = f"A password here has {SHORTEST} to {LONGEST} characters."
            return self._joining(invitation, 422, why)
        if session is None:
            return self._joining(invitation)
        with _HASHING:
            hashed = self._hasher.hash(password)
        self._people.set_password(session.person.name, hashed)
        return RedirectResponse("/login", status_code=303)

    def people(self, request: Request) -> Response:
        """Show who may do what, and who has read restricted reports."""
        return self._people_page(request)

    def _people_page(self, request: Request, invited: str = "", invitation: str = "") -> Response:
        told = {"people": self._people.everyone(), "reads": self._people.reads(MOST_READS)}
        link = f"{request.base_url}join?invitation={invitation}" if invitation else ""
        more = {"roles": list(Role), "invited": invited, "link": link, **told}
        return HTMLResponse(page("team/people.html", request.state.visitor, title="People", **more))

    def appoint(self, request: Request, sent: OwnForm) -> Response:
        """Invite somebody, give them another role, or take their account away."""
        name, role, what = (str(sent.get(field, "")) for field in ("name", "role", "what"))
        name = name.strip()
        if what == "remove":
            self._people.remove(name)
            return self._people_page(request)
        if role not in {*Role}:
            raise UsageError(f"'{role}' is no role; it is one of: {', '.join(Role)}.")
        self._people.put(name, Role(role))
        if what != "invite":
            return self._people_page(request)
        return self._people_page(request, name, self._people.admit(name, PassKind.INVITATION))
