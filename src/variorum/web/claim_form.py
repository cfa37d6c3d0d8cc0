"""The form of a claim: what is read of it now, what may be set, and what somebody has set."""

from collections.abc import Iterable, Mapping

from variorum.decisions.claim_fields import FIELDS
from variorum.model import Certainty, Claim, FigureRole, SceneRole, SpeakerKind, Stance

CHOICES: dict[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "certainty": tuple(Certainty),
    "part": tuple(FigureRole),
    "speaker_kind": tuple(SpeakerKind),
}
UNKNOWN = "unknown"


Field = tuple[str, str, str, str, tuple[str, ...]]
"""A field of the form: its name, its help, what is read now, what is entered, and the choices."""


def fields_of(claim: Claim, entered: Mapping[str, str]) -> list[Field]:
    """Return the fields that every claim has; those of its figures are apart."""
    days = [when.edtf for when in claim.when if when.role is SceneRole.HAPPENING]
    scenes = [place.name for place in claim.places if place.role is SceneRole.HAPPENING]
    values = {
        "speaker": claim.speaker.name,
        "speaker_kind": claim.speaker.kind.value,
        "relay": " > ".join(link.name for link in claim.relay),
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        "when": days[0] if days else UNKNOWN,
        "place": scenes[0] if scenes else UNKNOWN,
        "happening": "",
        "content": claim.text if len(claim.content) == 1 else "",
    }
    places = (UNKNOWN, *dict.fromkeys(place.name for place in claim.places))
    return _made(values, entered, CHOICES | {"place": places})


def figure_fields(claim: Claim, entered: Mapping[str, str]) -> list[Field]:
    """Return the fields of a claim's figure; of several nothing is filled in."""
    if not claim.measures:
        return []
    one = claim.measures[0] if len(claim.measures) == 1 else None
    values = {
        "low": _bound(one.low) if one else "",
        "high": _bound(one.high) if one else "",
        "kind": one.kind if one else "",
        "noun": one.noun if one else "",
        "part": one.role.value if one else "",
    }
    words = ("", *(measure.text for measure in claim.measures))
    choice = {"number": words[1]} if one else {"number": ""}
    return _made(choice | values, entered, CHOICES | {"number": words[1:] if one else words})


def _bound(value: float | None) -> str:
    return "open" if value is None else f"{value:.15g}"


def _made(
    values: Mapping[str, str], entered: Mapping[str, str], choices: Mapping[str, tuple[str, ...]]
) -> list[Field]:
    return [
        (name, FIELDS[name], value, entered.get(name, value), choices.get(name, ()))
        for name, value in values.items()
    ]


def set_fields(form: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """Return the fields of a form that were changed: each comes with what it was.

    The figure that others are of is no change by itself.
    """
    given = {name: form[name].strip() for name in known if name in form}
    changed = {n: v for n, v in given.items() if v and v != form.get(f"was-{n}", "").strip()}
    number = given.get("number", "")
    of_figure = {"kind", "noun", "low", "high", "unit", "per", "part"} & changed.keys()
    return changed | ({"number": number} if of_figure and number else {})
