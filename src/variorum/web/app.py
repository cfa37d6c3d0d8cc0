"""The application: its guard, its pages and its API, put together."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from variorum.errors import UsageError
from variorum.publish.page import asset
from variorum.web.api import problem, router
from variorum.web.desk import Desk, Stale
from variorum.web.desk_pages import Pages, message
from variorum.web.guard import Guard

__all__ = ["create_app"]

STATIC = {"report.css": "text/css", "desk.css": "text/css", "desk.js": "text/javascript"}
API = "/api"


def create_app(desk: Desk, guard: Guard, reviewer: str = "") -> FastAPI:
    """Return the application of one case file.

    Args:
        desk: the case file.
        guard: who may ask.
        reviewer: the name under which decisions are signed; where it is empty each form asks.
    """
    app = FastAPI(
        title="Variorum",
        version=version("variorum"),
        description="The record of one event: who claims what, and what cannot all be true.",
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
    )
    app.middleware("http")(guard)
    app.include_router(router(desk), prefix=API)
    app.include_router(Pages(desk, guard, reviewer).routes())

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in STATIC:
            raise HTTPException(404, f"There is no file '{name}'.")
        own = files(__package__).joinpath("static", name)
        text = own.read_text("utf-8") if own.is_file() else asset(name)
        return Response(text, media_type=STATIC[name])

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return Response(status_code=204)

    @app.exception_handler(UsageError)
    def refused(request: Request, error: UsageError) -> Response:
        return _answered(request, 422, str(error))

    @app.exception_handler(Stale)
    def stale(request: Request, error: Stale) -> Response:
        return _answered(request, 409, str(error))

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        return _answered(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return _answered(request, 422, f"{first['loc'][-1]}: {first['msg']}.")

    return app


def _answered(request: Request, status: int, why: str) -> Response:
    """Return an error as a page, or to a program as a problem (RFC 9457)."""
    if request.url.path.startswith(API):
        return JSONResponse(problem(status, why), status, media_type="application/problem+json")
    return message(status, why)
