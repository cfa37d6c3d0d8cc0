"""How a page is made, and the pages where reports come in and the record goes out."""

import re
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from variorum.case import Json, in_force
from variorum.model import DecisionKind
from variorum.publish.page import render
from variorum.publish.views.overview.title_view import title_of
from variorum.read import FORMATS
from variorum.web.access import Visitor
from variorum.web.desk import Desk, Shown
from variorum.web.desk_views import MOST_FOUND
from variorum.web.guard import MOST_UPLOADED, OwnForm
from variorum.web.responses import page
from variorum.web.uploads import MOST_FILES, Uploads

CLAIMS = "/claims/"
FILES = {"report.html": "text/html", "record.json": "application/json"}
_TO_CLAIM = re.compile(r'href="#[tn](\d+)"')
_TO_REPORT = re.compile(r'href="#(?!main")')


class InAndOut:
    """Makes pages; those to add reports and to hand the record on among them.

    Args:
        desk: the case file.
        uploads: what takes reports.
    """

    def __init__(self, desk: Desk, uploads: Uploads) -> None:
        self.desk, self.uploads = desk, uploads
        self.changed: dict[str, tuple[str, ...]] = {}

    def _page(
        self, name: str, request: Request, back: str, status: int = 200, **told: Any
    ) -> Response:
        """Return a page, which also says what the visitor's last decision has changed."""
        visitor: Visitor = request.state.visitor
        shown = self._shown(request)
        changed = self.changed.pop(visitor.form_token, ())
        common = {"token": visitor.form_token, "reviewer": visitor.name, "changed": changed}
        made = _led(page(name, visitor, **common, back=back, **told), shown)
        self.desk.noted(visitor, back, made, told.get("number"))
        return HTMLResponse(made, status)

    def _shown(self, request: Request) -> Shown:
        """Return the case as far as the visitor may read it."""
        return self.desk.shown(request.state.visitor.role)

    def upload(self, request: Request) -> Response:
        """Show the form to add reports, and how far those are that were added."""
        batches = self.uploads.batches
        told: Json = {"kinds": ",".join(FORMATS), "batches": batches[:MOST_FOUND]}
        told |= {"most_files": MOST_FILES, "most_mb": MOST_UPLOADED // 1_000_000}
        told |= {"working": any(b.working for b in batches), "open": self.uploads.folder}
        return self._page("upload.html", request, "/upload", title="Add reports", **told)

    def take(self, request: Request, sent: OwnForm) -> Response:
        """Keep the files of a form, and have them read."""
        own = [f for f in sent.getlist("files") if isinstance(f, UploadFile)]
        files = [(file.filename or "", file.file.read()) for file in own]
        self.uploads.add(files, request.state.visitor.name)
        return RedirectResponse("/upload", status_code=303)

    def publish(self, request: Request) -> Response:
        """Show what can be handed on, which names are blacked out, and the form to add to them."""
        shown = self._shown(request)
        held = in_force(shown.case.decisions)
        chosen = {n for made in held if made.kind is DecisionKind.REDACT for n in made.about}
        claims = shown.case.claims
        reviewed = shown.once("reviewed", lambda: sum(claim.review is not None for claim in claims))
        told: Json = {"redacted": sorted(chosen), "reviewed": reviewed, "files": [*FILES]}
        told["hidden"] = len(shown.restricted)
        return self._page("publish.html", request, "/publish", title="Publish", **told)

    def published(
        self, request: Request, name: str, *, reviewed: bool = False, public: bool = True
    ) -> Response:
        """Return the record as a file: all of it, or what was reviewed, with names blacked out."""
        if name not in FILES:
            raise HTTPException(404, f"There is no file '{name}'.")
        case = self.desk.published(reviewed=reviewed, public=public)
        text = case.to_json() if name.endswith(".json") else render(case, title_of(case))
        told = "" if public else " ".join(self._shown(request).restricted)
        self.desk.noted(request.state.visitor, request.url.path, told)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text.encode("utf-8", "replace"), media_type=FILES[name], headers=headers)


def _led(html: str, shown: Shown) -> str:
    """Return a page whose links to claims lead to their pages, all others to the overview."""

    def to_claim(found: re.Match[str]) -> str:
        claim = shown.id_by_number.get(int(found[1]))
        return f'href="{CLAIMS}{claim}"' if claim else 'href="/"'

    return _TO_REPORT.sub('href="/#', _TO_CLAIM.sub(to_claim, html))
