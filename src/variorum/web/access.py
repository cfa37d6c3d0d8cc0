"""Who may do what at the desk: one table of routes, and one of decisions.

A route that is not in the table is not there for anybody.
"""

from dataclasses import dataclass

from starlette.routing import compile_path

from variorum.model import DecisionKind
from variorum.store import Role
from variorum.web.responses import API
from variorum.yaml_files import word_file

LISTS: dict[str, str] = word_file(__package__, "lists.yaml")
# The least role that each route asks for; None lets in those who have not said who they are.
_ROUTES_OF: dict[Role | None, tuple[str, ...]] = {
    None: (
        "GET /static/{name}", "GET /favicon.ico", "GET /login", "POST /login", "GET /join",
        "POST /join",
    ),
    Role.READER: (
        "POST /logout", "GET /", "GET /disputes/{key}", "GET /reports", "GET /reports/{number}",
        "GET /claims/{key}", "GET /names", "GET /names/{key}", "GET /search", "GET /log",
        "GET /log.jsonl", "GET /happenings", "GET /stemma", "GET /timeline", "GET /map",
        "GET /agreements", "GET /new", "GET /corrections", "POST /seen",
        f"GET {API}/openapi.json", f"GET {API}/", *(f"GET {API}/{name}" for name in LISTS),
        *(f"GET {API}/{name}/{{key}}" for name in LISTS if name != "gaps"),
    ),
    Role.REVIEWER: (
        "POST /decide", "GET /blind", "GET /blind/{key}", "POST /judge", f"POST {API}/decisions",
    ),
    Role.EDITOR: (
        "GET /adjudicate", "GET /upload", "POST /upload", "GET /publish", "GET /publish/{name}",
    ),
    Role.OWNER: ("GET /people", "POST /people"),
}  # fmt: skip
LEAST = {route: role for role, routes in _ROUTES_OF.items() for route in routes}
# The least role that each decision asks for: what reaches beyond one claim is an editor's.
_OF_EDITORS = (
    DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.RESTRICT, DecisionKind.REDACT,
)  # fmt: skip
LEAST_TO_DECIDE = dict.fromkeys(DecisionKind, Role.REVIEWER) | dict.fromkeys(
    _OF_EDITORS, Role.EDITOR
)
LEAST_TO_READ_RESTRICTED = Role.REVIEWER
_ROUTES = [
    (method, compile_path(path)[0], least)
    for (method, _, path), least in ((row.partition(" "), least) for row, least in LEAST.items())
]


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
