"""The application: its guard, its pages and its API, put together."""

from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from variorum.errors import StoreError, UsageError
from variorum.publish.page import asset
from variorum.web.access import routes_of
from variorum.web.api import router
from variorum.web.desk import Desk, Forbidden, Stale
from variorum.web.desk_pages import Pages
from variorum.web.guard import Guard
from variorum.web.responses import API, answered
from variorum.web.uploads import Uploads

STATIC = {"report.css": "text/css", "desk.css": "text/css", "desk.js": "text/javascript"}


def create_app(desk: Desk, guard: Guard, uploads: Uploads) -> FastAPI:
    """Return the application of one case file.

    Args:
        desk: the case file.
        guard: who may ask; a Team has pages of its own.
        uploads: what takes reports.
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
    app.include_router(routes_of(Pages(desk, uploads)))
    app.include_router(routes_of(guard))

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

    for kind, status in {UsageError: 422, Stale: 409, Forbidden: 403, StoreError: 503}.items():
        app.add_exception_handler(
            kind, lambda request, error, status=status: answered(request, status, str(error))
        )

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        return answered(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return answered(request, 422, f"{first['loc'][-1]}: {first['msg']}.")

    return app
