"""The record over REST: lists in pages, filters, ETags, and decisions to be added.

Errors are problems (RFC 9457). Ids are those of the export, and records have its fields.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from variorum.case import Json
from variorum.grouping import grouped
from variorum.model import DecisionKind
from variorum.publish.views.overview.summary_view import folded
from variorum.web.access import LISTS
from variorum.web.desk import Desk, Shown
from variorum.web.desk_views import places_with
from variorum.yaml_files import yaml_file

MOST_ROWS = 500


class NewDecision(BaseModel):
    """A decision to be added to the log."""

    kind: DecisionKind
    about: list[str] = Field(description="ids, or names as written", min_length=1, max_length=50)
    fields: dict[str, str] = Field(default_factory=dict, description="what is set")
    who: str = Field(default="", description="who signs; at a desk of several, who is signed in")
    why: str = Field(min_length=1)
    seen: int | None = Field(
        default=None, description="how many decisions about the first of these are known", ge=0
    )


class Added(BaseModel):
    """A decision that was added, and what it changed in the record, a sentence each."""

    id: str
    changed: list[str]


_STRING, _INTEGER = {"type": "string"}, {"type": "integer"}
_PROBLEM = {"type": _STRING, "title": _STRING, "status": _INTEGER, "detail": _STRING}
PROBLEM = {"type": "object", "properties": _PROBLEM, "required": [*_PROBLEM]}
# Why each status is answered, but for those that are hoped for.
WHY: dict[int, str] = yaml_file(__package__, "refusals.yaml")


def told(*statuses: int) -> dict[int | str, Json]:
    """Return what the description says of answers other than the one that was hoped for."""
    problem: Json = {"application/problem+json": {"schema": PROBLEM}}
    return {s: {"description": WHY[s], "content": {} if s == 304 else problem} for s in statuses}


def router(desk: Desk) -> APIRouter:
    """Return the routes of the API of one case file."""
    routes = APIRouter()

    @routes.get("/", summary="How many there are of each", responses=told(304, 401, 403))
    def counts(request: Request) -> Response:
        shown = desk.shown(request.state.visitor.role)
        return _tagged(desk, request, {name: len(shown.records(name)) for name in LISTS})

    for name, what in LISTS.items():
        routes.add_api_route(
            f"/{name}",
            _listed(desk, name),
            methods=["GET"],
            summary=f"List {what}",
            name=name,
            responses=told(304, 401, 403, 422),
        )
        if name != "gaps":
            routes.add_api_route(
                f"/{name}/{{key}}",
                _one(desk, name),
                methods=["GET"],
                summary=f"One of {what}",
                name=f"{name} by id",
                responses=told(304, 401, 403, 404, 422),
            )

    @routes.post(
        "/decisions",
        status_code=201,
        summary="Decide about the record",
        responses=told(400, 401, 403, 409, 413, 422),
    )
    def decide(request: Request, new: NewDecision) -> Added:
        visitor, who, why, seen = request.state.visitor, new.who, new.why, new.seen
        made, changed = desk.decide(
            visitor, new.kind, new.about, new.fields, who=who, why=why, seen=seen
        )
        return Added(id=made.id, changed=list(changed))

    return routes


def _listed(desk: Desk, name: str) -> Callable[..., Response]:
    def listed(
        request: Request,
        limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 50,
        offset: Annotated[int, Query(ge=0)] = 0,
        q: Annotated[
            str,
            Query(
                max_length=200, description="words of a row; of claims: said, of a name, a number"
            ),
        ] = "",
        document: Annotated[str, Query(max_length=100, description="id of a document")] = "",
    ) -> Response:
        shown = desk.shown(request.state.visitor.role)
        records = shown.records(name)
        if document:
            of_document = shown.once(f"{name} by document", lambda: _by_document(records))
            records = of_document.get(document, [])
        if q:
            records = _with_words(shown, name, records, q)
        items = [shown.case.row(name, record) for record in records[offset : offset + limit]]
        return _tagged(desk, request, {"total": len(records), "offset": offset, "items": items})

    return listed


def _by_document(records: Iterable[Any]) -> dict[str, list[Any]]:
    return grouped(
        (document, record)
        for record in records
        for own in [getattr(record, "document", None)]
        for document in ([own] if own else getattr(record, "documents", ()))
    )


def _with_words(shown: Shown, name: str, records: Sequence[Any], words: str) -> list[Any]:
    if name == "claims":
        claims = shown.index.case.claims
        held = [claims[place] for place in places_with(shown, words)]
        few = {claim.id for claim in records} if len(records) < len(claims) else None
        return held if few is None else [claim for claim in held if claim.id in few]
    rows = ((record, shown.case.row(name, record)) for record in records)
    wanted = folded(words)
    return [r for r, row in rows if wanted in folded(json.dumps(row, ensure_ascii=False))]


def _one(desk: Desk, name: str) -> Callable[..., Response]:
    def one(request: Request, key: str) -> Response:
        shown = desk.shown(request.state.visitor.role)
        records = shown.records(name)
        by_id = shown.once(f"{name} by id", lambda: {r.id: r for r in records if hasattr(r, "id")})
        if key not in by_id:
            raise HTTPException(404, f"There is no '{key}' among the {name}.")
        return _tagged(desk, request, shown.case.row(name, by_id[key]))

    return one


def _tagged(desk: Desk, request: Request, found: Json) -> Response:
    """Return JSON with its tag, or 304 where the asker has it already."""
    text = json.dumps(found, ensure_ascii=False)
    desk.noted(request.state.visitor, request.url.path, text)
    body = text.encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, media_type="application/json", headers={"ETag": tag})
