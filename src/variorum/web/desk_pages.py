"""The pages of the desk, made of the views of the report and of forms to decide."""

import re
from collections.abc import Mapping
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from variorum.case import Json
from variorum.decisions import UNFOUND, agreement, as_read, audit, to_lines
from variorum.decisions.claim_fields import FIELDS
from variorum.decisions.decision_log import GRADES
from variorum.errors import UsageError
from variorum.model import Actor, Claim, DecisionKind
from variorum.publish.base.quoted_claims import quotation
from variorum.publish.views.decisions_view import DecisionView
from variorum.publish.views.documents_view import document_views
from variorum.publish.views.overview.summary_view import folded
from variorum.web import record_pages
from variorum.web.access import Visitor
from variorum.web.actor_view import actor_view
from variorum.web.blind import blind_rows, judgement, pairs_of
from variorum.web.claim_form import fields_of, figure_fields, set_fields
from variorum.web.desk import CLAIM, Shown, Stale
from variorum.web.desk_views import MOST_FOUND, MOST_OPEN, named_of, overview_of, places_with
from variorum.web.guard import OwnForm
from variorum.web.in_and_out import CLAIMS, InAndOut

# So many characters of the report are shown around a claim.
AROUND = 600
# What a form says of a claim that answers the question of another.
ALIKE = "alike"
BLIND = "/blind/"
Words = Annotated[str, Query(max_length=200)]


class Pages(InAndOut):
    """The pages of one case file."""

    def overview(self, request: Request) -> Response:
        """Show the record on one page: its disputes, what may be disputed, what is missing."""
        shown = self._shown(request)
        told = shown.once("overview", lambda: overview_of(shown))
        since = record_pages.fresh(shown.case, self.desk.people.seen(request.state.visitor.name))
        told = {**told, "unread": shown.following(None), "fresh": since}
        return self._page("overview.html", request, "/", **told)

    def dispute(self, request: Request, key: str) -> Response:
        """Show one dispute with every quotation and the proof."""
        shown = self._shown(request)
        cards = (*shown.board.cards, *shown.board.folded)
        card = next((card for card in cards if card.id == key), None)
        if card is None:
            raise HTTPException(404, "There is no such dispute; a decision may have settled it.")
        told: Json = {"title": card.label, "d": card, "log": self._log(shown, key)}
        return self._page("dispute.html", request, f"/disputes/{key}", **told)

    def reports(self, request: Request, after: Annotated[int, Query(ge=0)] = 0) -> Response:
        """List the reports, so many at once."""
        shown = self._shown(request)
        documents = shown.case.documents
        views = document_views(shown.index, documents[after : after + MOST_FOUND], text=False)
        more = after + MOST_FOUND if len(documents) > after + MOST_FOUND else 0
        told: Json = {"documents": views, "more": more}
        return self._page("reports.html", request, "/reports", title="Reports", **told)

    def report(self, request: Request, number: int) -> Response:
        """Show a report with its claims, and forms to grade it and to add a claim."""
        shown = self._shown(request)
        if not 0 < number <= len(shown.case.documents):
            raise HTTPException(404, f"There is no report {number}.")
        document = shown.case.documents[number - 1]
        (view,) = document_views(shown.index, [document])
        told: Json = {"title": view.name, "d": view, "document": document, "number": number}
        numbers = shown.index.claim_number
        told |= {"disputed": {numbers[claim] for claim in shown.index.contradictions_of}}
        told |= {"actor": shown.case.actor_by_name.get(view.name, "")}
        told |= {"grades": GRADES["reliability"], "log": self._log(shown, view.name, document.id)}
        return self._page("report_page.html", request, f"/reports/{number}", **told)

    def claim(self, request: Request, key: str) -> Response:
        """Show a claim in its report, as it is read, with the form to decide about it."""
        shown = self._shown(request)
        if key not in shown.case.claim_by_id:
            raise HTTPException(404, f"There is no claim '{key}' in this case.")
        return self._claim(request, shown.case.claim_by_id[key])

    def _claim(  # noqa: PLR0913  (what a form that comes back has)
        self,
        request: Request,
        claim: Claim,
        status: int = 200,
        error: str = "",
        entered: Mapping[str, str] | None = None,
        *,
        blind: bool = False,
    ) -> Response:
        shown = self._shown(request)
        document = shown.case.document_by_id[claim.document]
        actor = shown.case.actor_by_name.get(claim.speaker.name, "")
        start, end = claim.start, claim.content[-1].end
        own = shown.index.claims_of.get(document.id, [])
        own = as_read(own) if blind else own
        # What was rejected is in no view; to one who judges apart nothing is shown of others.
        kept = claim.id in shown.index.claim_number and not (blind and claim.review)
        claim = as_read([claim])[0] if blind else claim
        following = "" if blind else shown.following(claim)
        return self._page(
            "claim.html",
            request,
            f"{BLIND}{claim.id}" if blind else f"{CLAIMS}{claim.id}",
            status,
            title=f"A claim in {document.name}",
            claim=claim,
            quotation=quotation(shown.index, claim) if kept else None,
            document=document,
            number=shown.index.document_number[document.id],
            direction=shown.index.direction(document),
            before=document.text[max(0, start - AROUND) : start],
            words=document.text[start:end],
            after=document.text[end : end + AROUND],
            fields=fields_of(claim, entered or {}),
            figure=figure_fields(claim, entered or {}),
            actor="" if blind else actor,
            asked=[] if blind else record_pages.asked_of(shown, claim),
            happenings=["main", *dict.fromkeys(shown.moved_to)],
            speakers=sorted({other.speaker.name for other in own}),
            terms=[] if blind else shown.terms.get(claim.id, []),
            grades=GRADES["credibility"],
            log=[] if blind else self._log(shown, claim.id),
            blind=blind,
            seen=len(shown.about(claim.id)),
            error=error,
            why=(entered or {}).get("why", "Read against the report."),
            following=f"{CLAIMS}{following}" if following else "",
        )

    @staticmethod
    def _log(shown: Shown, *names: str) -> list[DecisionView]:
        """Return the decisions about some things, the newest first."""
        about = {made.id for name in names for made in shown.about(name)}
        return [view for view in shown.log if view[0].id in about]

    def names(self, request: Request, q: Words = "") -> Response:
        """Show who is named, with all names, and forms to merge and to split."""
        named = _named(self._shown(request), q)
        told: Json = {"actors": named[:MOST_FOUND], "total": len(named), "q": q}
        return self._page("names.html", request, "/names", title="Names", **told)

    def actor(self, request: Request, key: str) -> Response:
        """Show a source or an actor: its names, what it says, and how its answers changed."""
        shown = self._shown(request)
        view = shown.once(f"actor: {key}", lambda: actor_view(shown, key, MOST_FOUND))
        if view is None:
            raise HTTPException(404, "There is no such actor; a decision may have merged it.")
        log = self._log(shown, *(name.name for name in view.actor.names))
        told: Json = {"title": view.actor.label, "view": view, "log": log}
        told |= {"grades": GRADES["reliability"], "others": _named(shown, "")[:MOST_FOUND]}
        return self._page("actor.html", request, f"/names/{key}", **told)

    def search(self, request: Request, q: Words = "", beside: Words = "") -> Response:
        """Show the claims that have some words, a speaker or a number, to set beside another."""
        shown = self._shown(request)
        held, claims = places_with(shown, q), shown.index.case.claims
        found = [quotation(shown.index, claims[place]) for place in held[:MOST_FOUND]]
        one = shown.case.claim_by_id.get(beside)
        said = quotation(shown.index, one) if one and one.id in shown.index.claim_number else None
        told: Json = {"found": found, "total": len(held), "q": q, "beside": said}
        told["actors"] = _named(shown, q)[:MOST_OPEN] if q and not said else []
        back = f"{CLAIMS}{beside}" if said else "/search"
        return self._page("search.html", request, back, title="Search", **told)

    def log(self, request: Request) -> Response:
        """Show what was decided, with buttons to undo it, and how often the machine was right."""
        shown = self._shown(request)
        figures = shown.once("audit", lambda: audit(shown.case))
        lost = [gap for gap in shown.case.gaps if gap.kind == UNFOUND][:MOST_FOUND]
        told: Json = {"log": shown.log[:MOST_FOUND], "total": len(shown.log), "audit": figures}
        told["lost"] = [
            (gap.why, CLAIM.search(gap.why.rpartition("; the likeliest is ")[2])) for gap in lost
        ]
        return self._page("log.html", request, "/log", title="Decisions", **told)

    def lines(self, request: Request) -> Response:
        """Return the log as JSON Lines."""
        text = to_lines(self._shown(request).case.decisions)
        self.desk.noted(request.state.visitor, request.url.path, text)
        return PlainTextResponse(text)

    def part(self, part: str, request: Request) -> Response:
        """Show sections of the report on a page of their own, with forms to decide."""
        shown = self._shown(request)
        told: Json = {"ids": shown.id_by_number}
        title, _, template = record_pages.PARTS[part]
        told["view"] = shown.once(part, lambda: record_pages.view_of(shown, part, MOST_FOUND))
        if part == "agreements":
            said = shown.once("verdicts", lambda: record_pages.verdicts(shown.case))
            told["verdicts"] = said[:MOST_FOUND]
        return self._page(template, request, f"/{part}", title=title, **told)

    def happenings(self, request: Request) -> Response:
        """Show what occurred, with the claims that tell of it, and forms to split and to merge."""
        shown = self._shown(request)
        found = shown.once(
            "happenings", lambda: record_pages.told_happenings(shown, MOST_FOUND, MOST_OPEN)
        )
        told: Json = {"title": "Happenings", "told": found, "grades": GRADES["incident"]}
        return self._page("record/happenings.html", request, "/happenings", **told)

    def new(self, request: Request) -> Response:
        """Show what is new since the visitor has last said that they have seen it all."""
        shown, who = self._shown(request), request.state.visitor.name
        seen = self.desk.people.seen(who)
        lines, log = record_pages.news(shown.case, seen) if seen else ((), ())
        told: Json = {"lines": lines, "log": shown.log[: len(log)][:MOST_FOUND], "seen": seen}
        return self._page("record/new.html", request, "/new", title="What is new", **told)

    def see(self, request: Request, _sent: OwnForm) -> Response:
        """Keep that the visitor has seen the record as it is."""
        state = record_pages.state_of(self._shown(request).case)
        self.desk.people.note_seen(request.state.visitor.name, state)
        return RedirectResponse("/new", status_code=303)

    def blind(self, request: Request) -> Response:
        """List the reports with how many claims the visitor has judged apart from others."""
        shown, told = self._shown(request), self.desk.people.judgements()
        mine = {made.about[0] for made in told if made.who == request.state.visitor.name}
        rows = blind_rows(shown, mine, {made.about[0] for made in told}, MOST_FOUND)
        return self._page("team/blind.html", request, "/blind", title="Blind review", rows=rows)

    def blind_claim(self, request: Request, key: str) -> Response:
        """Show a claim as the machine reads it, and nothing of what others say of it."""
        claim = self._shown(request).case.claim_by_id.get(key)
        if claim is None or not as_read([claim]):
            raise HTTPException(404, f"There is no claim '{key}' in this case.")
        return self._claim(request, claim, blind=True)

    def judge(self, request: Request, sent: OwnForm) -> Response:
        """Keep what somebody judges apart from others, and lead to their next claim."""
        form = {name: str(value) for name, value in sent.items()}
        shown, visitor = self._shown(request), request.state.visitor
        claim = shown.case.claim_by_id.get(form.get("about", ""))
        if claim is None:
            raise HTTPException(404, "There is no such claim in this case.")
        visitor.name = who = visitor.signed(form.get("who", ""))
        try:
            made = judgement(shown.case, claim, form, who)
        except UsageError as error:
            return self._claim(request, claim, 422, str(error), form, blind=True)
        self.desk.people.judge(made)
        mine = {m.about[0] for m in self.desk.people.judgements() if m.who == who}
        own = (c.id for c in shown.case.claims_of(claim.document))
        rest = next((key for key in own if key not in mine), "")
        return RedirectResponse(f"{BLIND}{rest}" if rest else "/blind", status_code=303)

    def adjudicate(self, request: Request) -> Response:
        """Show what several have judged apart, how far they agree, and where they do not."""
        shown, log = self._shown(request), self.desk.people.judgements()
        told: Json = {"pairs": pairs_of(shown, log), "agreement": agreement(log)}
        told |= {"title": "Adjudication"}
        return self._page("team/adjudicate.html", request, "/adjudicate", **told)

    def decide(self, request: Request, sent: OwnForm) -> Response:
        """Carry out a form, and lead back to the page that it is on."""
        form = [(name, str(value)) for name, value in sent.multi_items()]
        told = dict(form)
        visitor: Visitor = request.state.visitor
        kind, back = told.get("decision", ""), _inside(told.get("back", "/"))
        about = [value for name, value in form if name == "about"]
        seen = int(told["seen"]) if told.get("seen", "").isdecimal() else None
        who = told.get("who", "").strip() or visitor.name
        known = GRADES if kind == "grade" else FIELDS if kind in ("correct", "add") else ()
        fields = set_fields(told, known)
        case = self._shown(request).case
        if "into" in told:
            about, name = record_pages.moved(case, told.get("of", ""), told["into"])
            fields = {"happening": name}
        elif kind == ALIKE:
            fields = record_pages.as_asked(case, *about)
            kind, about = DecisionKind.CORRECT, about[:1]
        try:
            _, changed = self.desk.decide(
                visitor, kind, about, fields, who=who, why=told.get("why", ""), seen=seen
            )
        except (UsageError, Stale) as error:
            claim = self._shown(request).case.claim_by_id.get(back.removeprefix(CLAIMS))
            if claim is None:
                raise
            status = 409 if isinstance(error, Stale) else 422
            return self._claim(request, claim, status, str(error), told)
        if visitor.alone:
            visitor.name = who
        self.changed[visitor.form_token] = changed
        return RedirectResponse(back, status_code=303)


def _named(shown: Shown, words: str) -> list[Actor]:
    """Return the actors with some words in a name, those of most names first."""
    every, wanted = shown.once("names", lambda: named_of(shown)), folded(words)
    return [actor for names, actor in every if any(wanted in name for name in names)]


def _inside(path: str) -> str:
    """Return a path of the desk, and its overview in place of any other address."""
    return path if re.fullmatch(r"/[\w/.-]*", path) and not path.startswith("//") else "/"
