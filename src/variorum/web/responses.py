"""Answers of the desk: pages made of its templates, and errors as pages or as problems."""

import functools
from http import HTTPStatus
from importlib.resources import files
from typing import Any

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from variorum.publish.page import asset, environment

API = "/api"


@functools.cache
def _environment() -> jinja2.Environment:
    def source(name: str) -> str:
        own = files(__package__).joinpath("templates", name)
        return own.read_text("utf-8") if own.is_file() else asset(name)

    return environment().overlay(loader=jinja2.FunctionLoader(source))


def page(template: str, visitor: Any, /, **told: Any) -> str:
    """Return the page that a template gives; its forms are those of the visitor, or None's."""
    return _environment().get_template(template).render(visitor=visitor, **told)


def problem(status: int, why: str) -> dict[str, Any]:
    """Return an error as RFC 9457 lays it out."""
    title = HTTPStatus(status).phrase
    return {"type": "about:blank", "title": title, "status": status, "detail": why}


def answered(request: Request, status: int, why: str) -> Response:
    """Return an error as a page, or to a program as a problem."""
    if request.url.path.startswith(API):
        return JSONResponse(problem(status, why), status, media_type="application/problem+json")
    visitor = getattr(request.state, "visitor", None)
    return HTMLResponse(page("message.html", visitor, title="That cannot be done", why=why), status)
