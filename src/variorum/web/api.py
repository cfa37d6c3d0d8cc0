"""The record over REST: lists in pages, filters, ETags, and decisions to be added.

Errors are problems (RFC 9457). Ids are those of the export, and records have its fields.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from variorum.model import DecisionKind
from variorum.publish.views.overview.summary_view import folded
from variorum.web.desk import Desk, Shown

__all__ = ["problem", "router"]

MOST_ROWS = 500
Json = dict[str, Any]
Responses = dict[int | str, Json]
LISTS = {
    "documents": "the reports",
    "claims": "who claims what, in which words",
    "actors": "those named, with all their names",
    "happenings": "what occurred",
    "questions": "what several claims answer",
    "disputes": "positions that cannot all be true",
    "contradictions": "the proofs",
    "distortions": "figures that changed on the way",
    "suggestions": "claims that may disagree, proved by nothing",
    "origins": "the independent origins",
    "agreements": "what was agreed, and whether it was kept",
    "commitments": "what was promised",
    "decisions": "what people decided",
    "gaps": "what is missing",
}


class NewDecision(BaseModel):
    """A decision to be added to the log."""

    kind: DecisionKind
    about: list[str] = Field(description="ids, or names as written", min_length=1, max_length=50)
    fields: dict[str, str] = Field(default_factory=dict, description="what is set")
    who: str = Field(min_length=1)
    why: str = Field(min_length=1)
    seen: int | None = Field(
        default=None, description="how many decisions about the first of these are known", ge=0
    )


class Added(BaseModel):
    """A decision that was added, and what it changed in the record, a sentence each."""

    id: str
    changed: list[str]


PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}
WHY = {
    304: "The asker has it already",
    400: "The body is no JSON",
    403: "Not asked from the browser that was let in",
    404: "There is no such record",
    409: "Somebody has decided about it meanwhile",
    413: "More than a decision can be",
    422: "It cannot be done so",
}


def told(*statuses: int) -> Responses:
    """Return what the description says of answers other than the one that was hoped for."""
    content: dict[int, Json] = {
        304: {},
        403: {"text/plain": {"schema": {"type": "string"}}},
        413: {"text/plain": {"schema": {"type": "string"}}},
    }
    as_problem: Json = {"application/problem+json": {"schema": PROBLEM}}
    return {s: {"description": WHY[s], "content": content.get(s, as_problem)} for s in statuses}


def problem(status: int, why: str) -> Json:
    """Return an error as RFC 9457 lays it out."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": why,
    }


def router(desk: Desk) -> APIRouter:
    """Return the routes of the API of one case file."""
    routes = APIRouter()
    record = _Record(desk)

    @routes.get("/", summary="How many there are of each", responses=told(304, 403))
    def counts(request: Request) -> Response:
        return _tagged(request, {name: len(record.rows(name)) for name in LISTS})

    for name, what in LISTS.items():
        routes.add_api_route(
            f"/{name}",
            _listed(record, name),
            methods=["GET"],
            summary=f"List {what}",
            name=name,
            responses=told(304, 403, 422),
        )
        if name != "gaps":
            routes.add_api_route(
                f"/{name}/{{key}}",
                _one(record, name),
                methods=["GET"],
                summary=f"One of {what}",
                name=f"{name} by id",
                responses=told(304, 403, 404, 422),
            )

    @routes.post(
        "/decisions",
        status_code=201,
        summary="Decide about the record",
        responses=told(400, 403, 409, 413, 422),
    )
    def decide(new: NewDecision) -> Added:
        made, changed = desk.decide(
            new.kind, new.about, new.fields, who=new.who, why=new.why, seen=new.seen
        )
        return Added(id=made.id, changed=list(changed))

    return routes


class _Record:
    """The export of the case as it stands, made once for each state."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._of: Shown | None = None
        self._rows: Json = {}

    def rows(self, name: str) -> list[Json]:
        shown = self._desk.shown()
        if shown is not self._of:
            self._rows, self._of = shown.case.to_dict(), shown
        rows: list[Json] = self._rows[name]
        return rows


def _listed(record: _Record, name: str) -> Callable[..., Response]:
    def listed(
        request: Request,
        limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 50,
        offset: Annotated[int, Query(ge=0)] = 0,
        q: Annotated[str, Query(max_length=200, description="words that a row has to hold")] = "",
        document: Annotated[str, Query(max_length=100, description="id of a document")] = "",
    ) -> Response:
        rows = list(_chosen(record.rows(name), q, document))
        found = {"total": len(rows), "offset": offset, "items": rows[offset : offset + limit]}
        return _tagged(request, found)

    return listed


def _chosen(rows: Iterable[Json], words: str, document: str) -> Iterable[Json]:
    wanted = folded(words)
    for row in rows:
        held = row.get("document") == document or document in (row.get("documents") or ())
        if (not document or held) and (
            not wanted or wanted in folded(json.dumps(row, ensure_ascii=False))
        ):
            yield row


def _one(record: _Record, name: str) -> Callable[..., Response]:
    def one(request: Request, key: str) -> Response:
        for row in record.rows(name):
            if row.get("id") == key:
                return _tagged(request, row)
        raise HTTPException(404, f"There is no '{key}' among the {name}.")

    return one


def _tagged(request: Request, found: Json) -> Response:
    """Return JSON with its tag, or 304 where the asker has it already."""
    body = json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, media_type="application/json", headers={"ETag": tag})
