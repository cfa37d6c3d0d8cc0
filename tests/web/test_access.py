"""Every route by every role, and every decision by every role: each cell is tried."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute
from served import Served
from starlette.routing import BaseRoute, Route

from decisions.weighed import claim_of
from variorum.model import DecisionKind
from variorum.store import Role
from variorum.web.access import LEAST, LEAST_TO_DECIDE, least_of
from variorum.web.app import create_app
from variorum.web.team import Team
from variorum.web.uploads import Uploads

ROLES: tuple[Role | None, ...] = (None, *Role)


def routes_of(found: list[BaseRoute], prefix: str = "") -> Iterator[str]:
    """Yield the routes of an application, those of routers that it includes among them."""
    for route in found:
        if isinstance(route, APIRoute | Route):
            for method in (route.methods or set()) - {"HEAD"}:
                yield f"{method} {prefix}{route.path}"
        else:
            inner = route.original_router  # type: ignore[attr-defined]
            context = route.include_context  # type: ignore[attr-defined]
            yield from routes_of(inner.routes, prefix + context.prefix)


def test_every_route_of_the_application_has_a_row_and_every_row_a_route(team: Served):
    app = create_app(team.desk, Team(team.desk.people), Uploads(team.desk.place, None))
    assert sorted(routes_of(app.routes)) == sorted(LEAST)


def filled(served: Served, path: str) -> str:
    """Return a route with the ids of what is there."""
    case = served.desk.shown().case
    name = path.split("/")[2] if path.startswith("/api/") else path.split("/")[1]
    kept = {"names": "actors", "blind": "claims"}.get(name, name)
    rows = case.to_dict().get(kept) or [{"id": "none"}]
    file = "record.json" if name == "publish" else "desk.css"
    values = {"name": file, "number": "1", "key": str(rows[0].get("id", "none"))}
    return path.format(**values)


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_each_route_is_for_whom_the_table_says(team: Served, role: Role | None):
    for row, least in LEAST.items():
        method, _, path = row.partition(" ")
        team.cookie = ""
        if role:
            team.admit(role)
        before = team.desk.shown().revision
        if method == "GET":
            answer = team.ask(filled(team, path))
        elif path.startswith("/api"):
            answer = team.ask(path, method, json.dumps({}), Content_Type="application/json")
        else:
            answer = team.send(path)
        if least is None or (role and role.reaches(least)):
            wanted = {200, 303, 422} | ({401} if path == "/login" else set())
            wanted |= (
                {204} if "favicon" in path else {404} if path in {"/join", "/judge"} else set()
            )
            wanted |= {404} if "none" in filled(team, path) else set()
            assert answer.status in wanted, row
            assert "back=" not in answer.headers.get("location", ""), row
        elif role is None:
            page = method == "GET" and not path.startswith("/api")
            assert answer.status == (303 if page else 401), row
            assert not page or answer.headers["location"].startswith("/login?back="), row
        else:
            assert (answer.status, "asks for the role" in answer.text) == (403, True), row
        assert team.desk.shown().revision == before, row


@pytest.mark.parametrize("role", Role)
def test_each_decision_is_for_whom_the_table_says(team: Served, role: Role):
    team.admit(role)
    assert set(LEAST_TO_DECIDE) == set(DecisionKind)
    for kind, least in LEAST_TO_DECIDE.items():
        row = {"kind": kind, "about": ["nothing of that name"] * 2, "why": "So."}
        told = json.dumps(row)
        answer = team.ask("/api/decisions", "POST", told, Content_Type="application/json")
        if role.reaches(least):
            assert answer.status in {201, 422}, kind
        else:
            assert answer.status == 403, kind


def test_what_is_in_no_row_is_there_for_nobody(team: Served):
    assert least_of("GET", "/nothing") == (404, Role.READER)
    assert least_of("PUT", "/decide") == (405, Role.READER)
    team.admit(Role.OWNER)
    for method, path, status in (("GET", "/docs", 404), ("PUT", "/decide", 405)):
        assert team.ask(path, method).status == status


def test_a_role_is_not_taken_from_what_is_sent(team: Served):
    claim = claim_of(team.desk.shown().case, "55 people")
    team.admit(Role.READER)
    for path in ("/decide", "/people"):
        answer = team.send(path, role="owner", name="reader", what="role", about=claim)
        assert answer.status == 403
    team.admit(Role.REVIEWER)
    assert team.send(decision="note", about=claim, who="owner", role="owner").status == 303
    assert team.desk.shown().case.decisions[-1].who == "reviewer"
    assert team.desk.people.person("reader").role is Role.READER
