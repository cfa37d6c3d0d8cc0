"""A case file that is open at the desk: what is shown of it, and decisions one after the other."""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from variorum.case import Case
from variorum.decisions import decision_of, restricted
from variorum.errors import VariorumError
from variorum.grouping import grouped
from variorum.model import Claim, Decision, DecisionKind
from variorum.pipeline import as_known, as_published, decide
from variorum.publish.base.index import Index
from variorum.publish.views.board_view import Board, board_view
from variorum.publish.views.decisions_view import DecisionView, decision_views
from variorum.publish.views.overview.difference_view import NOTHING_CHANGED, differences
from variorum.store import People, Role, Store
from variorum.web.access import LEAST_TO_READ_RESTRICTED, Visitor
from variorum.work import with_own_values

# Decisions of which one is made for each claim, where there are several.
OF_EACH = (DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.CORRECT)
# What hangs on ids and on what was compared alone, and not on how claims are marked.
UNMARKED: tuple[Any, ...] = (
    *(Case.claim_heads, Case.document_by_id, Case.question_by_id, Case.happening_by_claim),
    *(Case.actor_by_name, Case.actor_by_place, Case.origin_by_claim),
    *(Index.claim_number, Index.document_number, Index.question_number, Index.superseded),
    *(Index.contradictions_of, Index.position_labels, Index.questions_of, Index.origins),
    *(Index.badge, Index.origin_by_document, Index.origin_by_id),
)
LASTING = {"id_by_number", "places", "names", "words", "dispute_of"} | {
    one.attrname for one in UNMARKED
}
T = TypeVar("T")
CLAIM = re.compile(r"claim-[0-9a-f]+")


class Forbidden(VariorumError):
    """Somebody asks for what their role does not allow."""


class Stale(VariorumError):
    """Somebody else has decided about the same thing since the page was opened."""


@dataclass(frozen=True)
class Shown:
    """One state of the case, with what all pages need of it."""

    case: Case
    revision: int
    index: Index = field(init=False)
    _made: dict[str, Any] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Index the case once."""
        object.__setattr__(self, "index", Index(self.case))

    @cached_property
    def board(self) -> Board:
        """The disputes."""
        return board_view(self.index)

    @property
    def id_by_number(self) -> dict[int, str]:
        """The id of the claim that each number on a page leads to."""
        numbers = self.index.claim_number
        return self.once("id_by_number", lambda: {n: c for c, n in reversed([*numbers.items()])})

    def marked(self, case: Case, revision: int, ids: Iterable[str]) -> Shown:
        """Return the state after decisions that at most mark claims, of these ids.

        Numbers stay as they are, and of the other claims all that was worked out.
        """
        made = Shown(case, revision)
        places = self.places
        changed = {key: case.claims[places[key]] for key in ids if key in places}
        pairs = (self.index, made.index), (self.index.case, made.index.case), (self.case, case)
        for old, new in (*((vars(o), vars(n)) for o, n in pairs), (self._made, made._made)):
            new.update({name: value for name, value in old.items() if name in LASTING})
        for was, now in pairs[1:]:
            known = was.claim_by_id
            own = {key: claim for key, claim in changed.items() if key in known}
            vars(now)["claim_by_id"] = {**known, **own}
        claims_of = dict(self.index.claims_of)
        for claim in changed.values():
            told = claims_of.get(claim.document, [])
            claims_of[claim.document] = [changed.get(one.id, one) for one in told]
        vars(made.index)["claims_of"] = claims_of
        return made

    @property
    def places(self) -> dict[str, int]:
        """Where each claim stands among those of the case."""
        return self.once("places", lambda: {c.id: n for n, c in enumerate(self.case.claims)})

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what a page shows of this state; it is made when it is first asked for."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def following(self, claim: Claim | None) -> str:
        """Return the id of the next claim that nobody has decided on; of none the first."""
        claims = self.case.claims
        after = self.places[claim.id] + 1 if claim else 0
        rest = itertools.chain(itertools.islice(claims, after, None), claims[:after])
        return next((c.id for c in rest if not c.review and c is not claim), "")

    @cached_property
    def log(self) -> tuple[DecisionView, ...]:
        """The decisions, the newest first."""
        return decision_views(self.index)

    @cached_property
    def terms(self) -> dict[str, list[tuple[str, str, str]]]:
        """The terms that each claim bears on: id, what is to be done, and what it says of it."""
        return grouped(
            (one.claim, (term.id, f"{term.obligor} {term.modality} {term.act}", one.status.value))
            for agreement in self.case.agreements
            for term in agreement.terms
            for one in term.compliance
        )

    @cached_property
    def moved_to(self) -> list[str]:
        """The names of happenings that people moved claims to."""
        return [m.fields["happening"] for m in self.case.decisions if "happening" in m.fields]

    def records(self, name: str) -> Sequence[Any]:
        """Return the records of a list of the export."""
        return self.once(f"records: {name}", lambda: self.case.records(name))

    @cached_property
    def restricted(self) -> frozenset[str]:
        """The ids of the reports that not everybody may read."""
        return restricted(self.case)

    def restricted_in(self, told: str, number: int | None = None) -> set[str]:
        """Return the names of restricted reports of which an answer shows claims or the text."""
        if not self.restricted:
            return set()
        ids = {key for key in CLAIM.findall(told) if key in self.case.claim_by_id}
        shown = {self.case.claim_by_id[key].document for key in ids} | {
            key for key in self.restricted if key in told
        }
        if number is not None:
            shown.add(self.case.documents[number - 1].id)
        known = self.case.document_by_id
        return {known[key].name for key in shown & self.restricted if key in known}

    def about(self, name: str) -> list[Decision]:
        """Return the decisions about a claim, a name or anything else, in order."""
        return [decision for decision in self.case.decisions if name in decision.about]


class Desk:
    """Keeps a case open for the pages; every decision is written before it is shown.

    Args:
        place: the case file, or the address of a case in a database.

    Raises:
        StoreError: when there is no case.
    """

    def __init__(self, place: str | Path) -> None:
        self.place = place
        self._store = Store(place, create=False)
        self.people = People(place, create=False)
        self._lock = threading.Lock()
        self._shown = self._read()
        self._open: tuple[Shown, Shown] | None = None

    def close(self) -> None:
        """Let go of the case."""
        self.people.close()
        self._store.close()

    def shown(self, role: Role = Role.OWNER) -> Shown:
        """Return the case as it stands, as far as somebody may read it.

        One that another program has changed is read again.
        """
        if self._shown.revision != self._store.revision():
            with self._lock:
                if self._shown.revision != self._store.revision():
                    self._shown = self._read()
        shown = self._shown
        if role.reaches(LEAST_TO_READ_RESTRICTED) or not shown.restricted:
            return shown
        with self._lock:
            if self._open is None or self._open[0] is not shown:
                case = as_known(shown.case, store=self._store, without=shown.restricted)
                self._open = shown, Shown(case, shown.revision)
            return self._open[1]

    def published(self, *, reviewed: bool, public: bool) -> Case:
        """Return the record as it is handed on; see `as_published`."""
        return as_published(self.shown().case, self._store, reviewed=reviewed, public=public)

    def noted(self, visitor: Visitor, page: str, told: str, number: int | None = None) -> None:
        """Keep that a visitor was shown words of restricted reports, if there are any."""
        found = self._shown.restricted_in(told, number)
        if found and visitor.role.reaches(LEAST_TO_READ_RESTRICTED):
            self.people.note_reads(visitor.name, found, page)

    def decide(  # noqa: PLR0913  (what a line of the log has)
        self,
        visitor: Visitor,
        kind: str,
        about: Sequence[str],
        fields: Mapping[str, str],
        *,
        why: str,
        who: str = "",
        seen: int | None = None,
    ) -> tuple[Decision, tuple[str, ...]]:
        """Write a decision, compare the case again, and return it with what it changed.

        Args:
            visitor: who decides.
            kind: a value of `DecisionKind`.
            about: ids or names; of several claims each is accepted, rejected or corrected.
            fields: what is set.
            who: how somebody who is alone signs.
            why: the reason.
            seen: how many decisions about the first of these the page had shown; None does not ask.

        Raises:
            Forbidden: when the visitor may not decide so.
            Stale: when there are others by now.
            UsageError: when it cannot be decided so.
        """
        if not visitor.may(kind):
            raise Forbidden(f"Your role, {visitor.role}, does not allow '{kind}'.")

        def check(case: Case) -> None:
            others = [made for made in case.decisions if about and about[0] in made.about]
            if seen is not None and len(others) != seen:
                raise Stale(_told(others[seen:] or others))

        with self._lock:
            if self._shown.revision != self._store.revision():
                self._shown = self._read()
            before = self._shown.case
            check(before)
            signed = visitor.signed(who)
            each = [[name] for name in about] if kind in OF_EACH and about else [about]
            made = [
                decision_of(
                    before, kind, one, who=signed, why=why, fields=fields, valued=with_own_values
                )
                for one in each
            ]
            known = self._shown.revision
            after = decide(self._store, made, check, (known, before))
            alone = self._store.revision() == known + 1
            only_marked = after.comparison is before.comparison
            if not alone:
                self._shown = self._read()
            elif only_marked:
                self._shown = self._shown.marked(after, known + 1, about)
            else:
                self._shown = Shown(after, known + 1)
        if only_marked:
            return made[0], (NOTHING_CHANGED,)
        return made[0], differences(before, after)

    def _read(self) -> Shown:
        revision = self._store.revision()
        return Shown(self._store.load(), revision)


def _told(others: Iterable[Decision]) -> str:
    said = "; ".join(f"{made.who} {made.kind}: {made.why}" for made in others)
    return f"Somebody has decided about this since you opened the page ({said}). Look again."
