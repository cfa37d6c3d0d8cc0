"""Who may do what at the desk: one table of routes, and one of decisions.

A route that is not in the table is not there for anybody.
"""

import functools
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.routing import compile_path

from variorum.model import DecisionKind
from variorum.store import Role
from variorum.web.responses import API
from variorum.yaml_files import word_file

_TOLD = word_file(__package__, "access.yaml")
LISTS: dict[str, str] = _TOLD["lists"]
# What every answer tells the browser.
HEADERS: dict[str, str] = _TOLD["headers"]
_LISTED = [f"{API}/{name}{key}" for name in LISTS for key in ("", "/{key}")]
# The least role that each route asks for; None lets in those who have not said who they are.
LEAST: dict[str, Role | None] = {
    route: None if role == "anybody" else Role(role)
    for role, routes in _TOLD["routes"].items()
    for route in routes
}
LEAST |= {f"GET {path}": Role.READER for path in _LISTED if path != f"{API}/gaps/{{key}}"}
# The least role that each decision asks for: what reaches beyond one claim is an editor's.
LEAST_TO_DECIDE = {
    kind: Role.EDITOR if kind in _TOLD["of_editors"] else Role.REVIEWER for kind in DecisionKind
}
LEAST_TO_READ_RESTRICTED = Role.REVIEWER
_ROUTES = [
    (method, compile_path(path)[0], least)
    for (method, _, path), least in ((row.partition(" "), least) for row, least in LEAST.items())
]


def routes_of(owner: object) -> APIRouter:
    """Return the routes that are answered by an object: by its methods, as the table says."""
    found = APIRouter(include_in_schema=False)
    rows = (row for routes in _TOLD["routes"].values() for row in routes.items())
    for route, told in rows:
        (method, path), (of, *name) = route.split(), told.split(".")
        if of == type(owner).__name__:
            answer = functools.partial(getattr(owner, name[0]), *name[1:])
            found.add_api_route(path, answer, methods=[method], response_model=None)
    return found


@dataclass
class Visitor:
    """Who asks: the name that signs, what they may do, and the token that their forms carry.

    One who is `alone` at the desk may sign as they like.
    """

    name: str
    role: Role
    form_token: str
    alone: bool = False

    def may(self, kind: str) -> bool:
        """Return whether somebody may decide so; what is no decision is told later."""
        least = LEAST_TO_DECIDE.get(kind, Role.REVIEWER)  # type: ignore[call-overload]
        return self.role.reaches(least)

    def signed(self, given: str) -> str:
        """Return the name under which a decision is signed."""
        return given.strip() or self.name if self.alone else self.name


def least_of(method: str, path: str) -> tuple[int, Role | None]:
    """Return 200, 404 or 405 by the table of routes, and the least role that is asked for."""
    held = [(verb, least) for verb, known, least in _ROUTES if known.match(path)]
    found = [least for verb, least in held if verb == method]
    return (200, found[0]) if found else (405 if held else 404, Role.READER)
