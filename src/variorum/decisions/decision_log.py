"""Making a decision about a case, and reading and writing many."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from variorum.case import Case
from variorum.decisions.claim_fields import FIELDS, claim_by_hand, one_of, with_fields
from variorum.errors import UsageError
from variorum.model import Claim, Decision, DecisionKind, Document, Span, content_id

# NATO's Admiralty system, and the grades of incidents as Airwars defines them.
GRADES = {
    "reliability": tuple("ABCDEF"),
    "credibility": tuple("123456"),
    "incident": ("confirmed", "fair", "weak", "contested", "discounted"),
}
# How many things each kind of decision is about; of the others any number.
ABOUT = {
    **dict.fromkeys(("accept", "reject", "correct", "add", "grade", "restrict", "undo"), 1),
    **dict.fromkeys(("merge", "split", "verify", "contradict", "dismiss"), 2),
}
OF_CLAIMS = ("accept", "reject", "correct", "dismiss", "contradict")


def decision_of(  # noqa: PLR0913  (what a line of the log has)
    case: Case,
    kind: str,
    about: Sequence[str],
    *,
    who: str,
    why: str,
    fields: Mapping[str, str] | None = None,
    when: str | None = None,
    valued: Callable[[Claim, Document], Claim] = lambda claim, _: claim,
    places: tuple[Span, ...] = (),
) -> Decision:
    """Return a decision about a case, checked against it.

    Args:
        case: the case.
        kind: a value of `DecisionKind`.
        about: ids, or as much of an id as no other begins with; names as written.
        who: who decides.
        why: the reason.
        fields: what to set (see `claim_fields.FIELDS` and `GRADES`).
        when: ISO 8601; None is now.
        valued: gives a claim that was added the values that its words state.
        places: where the words of a claim that is added stand; where none are given, the first
            place of the words `content`.

    Raises:
        UsageError: when there is nothing of that id or name, or a field cannot be set so.
    """
    chosen, fields = one_of(DecisionKind, "decision", kind), dict(fields or {})
    for given, word in ((who, "who decides"), (why, "the reason")):
        if not given.strip():
            raise UsageError(f"'{kind}' cannot be decided without {word}; name it.")
    _counted(chosen, about)
    meant = tuple(_meant(case, chosen, name, place) for place, name in enumerate(about))
    added = None
    if chosen is DecisionKind.ADD:
        document = case.document_by_id[meant[0]]
        own = case.claims_of(document.id)
        made = valued(claim_by_hand(document, fields, own, places), document)
        rest = {n: v for n, v in fields.items() if n not in {"content", "speaker", "speaker_kind"}}
        added = with_fields(made, rest, document, own).model_dump_json()
    elif chosen is DecisionKind.CORRECT:
        _check(case, meant[0], fields)
    elif chosen is DecisionKind.GRADE:
        _check_grade(fields)
    stamp = when or datetime.now(UTC).isoformat(timespec="seconds")
    claims = (case.claim_by_id[name] for name in meant if name in case.claim_by_id)
    told = (json.dumps(fields, sort_keys=True), who, stamp, why)
    stand = (f"{place.start}-{place.end}" for place in places)
    return Decision(
        id=content_id("decision", chosen, *meant, *told, *stand),
        kind=chosen,
        about=meant,
        fields=fields,
        anchors=tuple(claim.content[0].bare() for claim in claims),
        claim=added,
        who=who,
        when=stamp,
        why=why,
    )


def _counted(kind: DecisionKind, about: Sequence[str]) -> None:
    wanted = ABOUT.get(kind, len(about) or 1)
    if len(about) != wanted:
        raise UsageError(f"'{kind}' is about {wanted} of them, not {len(about)}; name each once.")


def _check(case: Case, claim: str, fields: Mapping[str, str]) -> None:
    if not fields:
        raise UsageError(
            f"Say what to correct, as field=value; the fields are: {', '.join(FIELDS)}."
        )
    meant = case.claim_by_id[claim]
    document = case.document_by_id[meant.document]
    with_fields(meant, fields, document, case.claims_of(document.id))


def _check_grade(fields: Mapping[str, str]) -> None:
    told = "; ".join(f"{name}={'|'.join(values)}" for name, values in GRADES.items())
    if not fields or any(value not in GRADES.get(name, ()) for name, value in fields.items()):
        given = ", ".join(f"{name}={value}" for name, value in fields.items())
        raise UsageError(f"'{given}' is no grade; give one as {told}.")


def _meant(case: Case, kind: DecisionKind, name: str, place: int) -> str:
    """Return the id, or the name, that somebody means."""
    if kind in (DecisionKind.MERGE, DecisionKind.SPLIT):
        if name not in case.actor_by_name:
            raise UsageError(f"No actor is called '{name}'; write the name as the reports do.")
        return name
    if kind in (DecisionKind.ADD, DecisionKind.RESTRICT):
        return _document(case, name)
    if kind is DecisionKind.UNDO:
        return _whole(name, (decision.id for decision in case.decisions), "decision")
    if kind in OF_CLAIMS or name.startswith("claim-") or (kind is DecisionKind.VERIFY and place):
        return _whole(name, case.claim_by_id, "claim")
    return name


def _document(case: Case, name: str) -> str:
    named = [d.id for d in case.documents if name in (d.path, d.title, d.url)]
    return named[0] if len(named) == 1 else _whole(name, case.document_by_id, "document")


def _whole(begins: str, ids: Iterable[str], what: str) -> str:
    if isinstance(ids, Mapping) and begins in ids:
        return begins
    found = [known for known in ids if known.startswith(begins)]
    if begins in found:
        return begins
    if len(found) != 1:
        many = "no" if not found else f"{len(found)}"
        raise UsageError(
            f"'{begins}' begins the id of {many} {what}s; 'variorum export' prints them all."
        )
    return found[0]


def to_lines(log: Iterable[Decision]) -> str:
    """Return decisions as JSON Lines, in their order."""
    return "".join(f"{decision.model_dump_json(exclude_defaults=True)}\n" for decision in log)


def from_lines(text: str, case: Case, name: str, **more: Any) -> list[Decision]:
    """Return the decisions of JSON Lines that are not in the log of a case yet.

    A line that `to_lines` wrote is taken as it is. Another has at least `kind`, `about`, `who` and
    `why`, and may have `fields` and `when`; it is checked against the case.

    Args:
        text: the lines.
        case: the case.
        name: what the lines are called in errors.
        more: what else `decision_of` takes.

    Raises:
        UsageError: naming the line, when it is no decision.
    """
    known = {decision.id for decision in case.decisions}
    found: dict[str, Decision] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            made = _of_line(json.loads(line), case, more)
        except (ValueError, TypeError, KeyError, UsageError) as error:
            ours = isinstance(error, UsageError)
            why = str(error) if ours else "It is no decision; give kind, about, who and why."
            raise UsageError(f"{name}, line {number}: {why}") from error
        if made.id not in known:
            found.setdefault(made.id, made)
    return list(found.values())


def _of_line(row: dict[str, Any], case: Case, more: dict[str, Any]) -> Decision:
    if "id" in row:
        try:
            return Decision.model_validate_json(json.dumps(row))
        except ValidationError as error:
            raise UsageError(f"It is no decision: {error.errors()[0]['msg']}.") from error
    about = [row["about"]] if isinstance(row["about"], str) else row["about"]
    rest = {key: row[key] for key in ("who", "why", "fields", "when") if key in row}
    return decision_of(case, row["kind"], about, **rest, **more)
