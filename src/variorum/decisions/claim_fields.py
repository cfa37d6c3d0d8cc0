"""Setting a field of a claim to what a person says it is."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from variorum import model
from variorum.decisions.anchors import span_of
from variorum.edtf import days
from variorum.errors import UsageError
from variorum.yaml_files import word_file

Kind = TypeVar("Kind", bound=StrEnum)
UNKNOWN = "unknown"
OF_MEASURE = ("kind", "noun", "low", "high", "unit", "per", "part")
OF_FIGURE = ("number", *OF_MEASURE)
# What may be set, and what each means.
FIELDS: dict[str, str] = word_file(__package__, "claim_fields.yaml")


def with_fields(
    claim: model.Claim,
    fields: Mapping[str, str],
    document: model.Document,
    others: Iterable[model.Claim] = (),
) -> model.Claim:
    """Return a claim with fields set, by their names in FIELDS; its id stays.

    Args:
        claim: the claim.
        fields: what to set, as written.
        document: the document that it stands in.
        others: further claims of the document; a speaker of theirs is taken whole.

    Raises:
        UsageError: when there is no such field, a value is none of its kind, or words do not stand
            in the document.
    """
    if wrong := sorted(set(fields) - set(FIELDS)):
        raise UsageError(f"A claim has no field '{wrong[0]}'; there are: {', '.join(FIELDS)}.")
    if "content" in fields:
        claim = _with_content(claim, fields["content"], document)
    if "speaker" in fields or "speaker_kind" in fields:
        claim = _with_speaker(claim, fields, document, others)
    setters: dict[str, tuple[str, Callable[[str], object]]] = {
        "relay": ("relay", lambda value: _relay(claim, value, document)),
        "stance": ("stance", partial(one_of, model.Stance, "stance")),
        "certainty": ("certainty", partial(one_of, model.Certainty, "certainty")),
        "when": ("when", partial(_whens, claim)),
        "place": ("places", partial(_places, claim)),
    }
    told = ((name, *setter) for name, setter in setters.items() if name in fields)
    changed = {field: made(fields[name]) for name, field, made in told}
    if any(name in fields for name in OF_MEASURE):
        changed["measures"] = _measures(claim, fields)
    return claim.model_copy(update=changed)


def claim_by_hand(
    document: model.Document,
    fields: Mapping[str, str],
    others: Iterable[model.Claim],
    places: tuple[model.Span, ...] = (),
) -> model.Claim:
    """Return a claim that the machine missed, with its words and speaker and nothing else yet.

    Its words are those at `places`, or else the first in the document that are its `content`.

    Raises:
        UsageError: when no words are named, or they do not stand in the document.
    """
    spans = places or (_span_in(document, fields.get("content", ""), 0),)
    made = model.Claim.narrated(document, spans)
    if "speaker" not in fields:
        return made
    made = _with_speaker(made, fields, document, others)
    form = model.Form.INDIRECT
    key = model.Claim.identify(document.id, made.speaker, None, made.content, form)
    return made.model_copy(update={"id": key, "form": form})


def one_of(kinds: type[Kind], name: str, value: str) -> Kind:
    """Return the value of a kind.

    Raises:
        UsageError: when there is none such.
    """
    try:
        return kinds(value)
    except ValueError:
        raise UsageError(f"'{value}' is no {name}; it is one of: {', '.join(kinds)}.") from None


def _span_in(document: model.Document, words: str, near: int) -> model.Span:
    span = span_of(document, words, near)
    if span is None:
        told = f"The content '{words}' does not stand in {document.name}"
        raise UsageError(f"{told}; copy its words from the text.")
    return span


def _with_content(claim: model.Claim, words: str, document: model.Document) -> model.Claim:
    """Return a claim with other words; values that these do not hold are dropped."""
    span = _span_in(document, words, claim.start)

    def inside(value: model.Span) -> bool:
        return span.start <= value.start and value.end <= span.end

    update = {
        "content": (span,),
        "measures": tuple(m for m in claim.measures if inside(m.span)),
        "when": tuple(w for w in claim.when if inside(w.span)),
        "places": tuple(p for p in claim.places if inside(p.span)),
        "propositions": tuple(p for p in claim.propositions if inside(p.span)),
    }
    return claim.model_copy(update=update)


def _with_speaker(
    claim: model.Claim,
    fields: Mapping[str, str],
    document: model.Document,
    others: Iterable[model.Claim],
) -> model.Claim:
    name = fields.get("speaker", claim.speaker.name)
    speaker = next((o.speaker for o in others if o.speaker.name == name), None) or model.Speaker(
        name=name,
        kind=model.SpeakerKind.DOCUMENT if name == document.name else model.SpeakerKind.PERSON,
        role=model.Role.NEWS_REPORT if name == document.name else model.Role.UNKNOWN,
        span=None if name == document.name else span_of(document, name, claim.start),
    )
    if "speaker_kind" in fields:
        kind = one_of(model.SpeakerKind, "kind of speaker", fields["speaker_kind"])
        speaker = speaker.model_copy(update={"kind": kind})
    before = claim.relay[:-1] if claim.relay[:-1] else claim.relay[:1]
    own = speaker.kind is model.SpeakerKind.DOCUMENT
    relay = claim.relay[:1] if own else (*before, model.Link(name=speaker.name, span=speaker.span))
    return claim.model_copy(update={"speaker": speaker, "relay": relay, "inferred": None})


def _relay(claim: model.Claim, value: str, document: model.Document) -> tuple[model.Link, ...]:
    names = [name.strip() for name in value.split(">")]
    if not all(names):
        raise UsageError(f"'{value}' is no relay; write names as 'Gazette > Reuters > mayor'.")
    return tuple(model.Link(name=n, span=span_of(document, n, claim.start)) for n in names)


def _whens(claim: model.Claim, value: str) -> tuple[model.When, ...]:
    told = [w.model_copy(update={"role": model.SceneRole.MENTIONED}) for w in claim.when]
    if value == UNKNOWN:
        return tuple(told)
    if days(value) is None:
        raise UsageError(f"'{value}' is no EDTF date; write it as 2017-10-12, 2017-10 or 2017.")
    span = claim.content[0]
    day = model.When(edtf=value, text=span.exact, span=span, role=model.SceneRole.HAPPENING)
    return (day, *told)


def _places(claim: model.Claim, name: str) -> tuple[object, ...]:
    names = [place.name for place in claim.places]
    if name not in (*names, UNKNOWN):
        told = ", ".join(names) or "none"
        raise UsageError(f"The claim names no place '{name}'; it names: {told}.")
    roles = {True: model.SceneRole.HAPPENING, False: model.SceneRole.MENTIONED}
    return tuple(p.model_copy(update={"role": roles[p.name == name]}) for p in claim.places)


def _measures(claim: model.Claim, fields: Mapping[str, str]) -> tuple[model.Measure, ...]:
    words = fields.get("number")
    meant = [m for m in claim.measures if words in (None, m.text)]
    if len(meant) != 1:
        told = ", ".join(f"'{m.text}'" for m in claim.measures) or "none"
        raise UsageError(f"Say which figure by number=WORDS; the claim has: {told}.")
    if fields.get("kind") == "nothing":
        return tuple(m for m in claim.measures if m is not meant[0])
    update: dict[str, object] = {
        n: fields[n] for n in ("kind", "noun", "unit", "per") if n in fields
    }
    for name in ("low", "high"):
        if name in fields:
            update[name] = update[f"nominal_{name}"] = _bound(name, fields[name])
    if "part" in fields:
        update["role"] = one_of(model.FigureRole, "part", fields["part"])
    low, high = update.get("low", meant[0].low), update.get("high", meant[0].high)
    if isinstance(low, float) and isinstance(high, float) and low > high:
        raise UsageError(f"The lower bound {low:g} is above the upper one {high:g}; swap them.")
    mended = meant[0].model_copy(update=update)
    return tuple(mended if m is meant[0] else m for m in claim.measures)


def _bound(name: str, value: str) -> float | None:
    if value == "open":
        return None
    try:
        return float(value)
    except ValueError:
        raise UsageError(f"'{value}' is no {name} bound; write a number, or 'open'.") from None
