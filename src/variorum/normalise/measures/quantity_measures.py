"""A measure made of a quantity, whichever reader found what it counts."""

from collections.abc import Sequence

from variorum import taxonomy
from variorum.model import Document, FigureRole, Measure, Mood, Scope
from variorum.normalise.numbers.quantity import Quantity, Role
from variorum.text import span

PEOPLE = "people"
UNSAID = "things"


def kind_of_quantity(quantity: Quantity, noun_kind: str | None) -> str:
    """Return the taxonomy kind that a quantity measures by its unit, or else by its noun."""
    if quantity.unit:
        return taxonomy.load().units[quantity.unit].kind
    return noun_kind or UNSAID


def as_rest(measure: Measure, found: Sequence[Measure], sentence: int) -> Measure:
    """Return the measure of "and 30 others" as a part of all to whom the same happened.

    `sentence` is the offset of its sentence, in which those before them are counted.
    """
    before = found[-1] if found else None
    if before is None or before.span.start < sentence or not measure.scope.event:
        return measure
    same = not before.unit and taxonomy.load().is_people(measure.kind)
    same = same and measure.scope.event == before.scope.event
    return measure.model_copy(update={"role": FigureRole.PART}) if same else measure


def scope_by_role(scope: Scope, quantity: Quantity, document: Document) -> Scope:
    """Return the scope of a number that is not how many there were.

    Nothing happened to the whole of "two of the 40". What a figure was before stands as of an
    earlier day, which the text tells, or else of some day up to that of the document.
    """
    if quantity.role is Role.FIGURE:
        return scope
    changes: dict[str, object] = {"event": None}
    if quantity.role is Role.FORMER:
        told = (scope.as_of or scope.window or "").rpartition("/")[2].strip(".")
        day = told or (document.published or "").partition("T")[0]
        changes |= {"as_of": f"../{day}" if day else None, "window": None}
    return scope.model_copy(update=changes)


def measure_of(  # noqa: PLR0913  (a measure's own parts)
    document: Document,
    quantity: Quantity,
    *,
    kind: str,
    scope: Scope,
    noun: str = "",
    mood: Mood | None = None,
    share_of: str | None = None,
    difference: bool = False,
    polarity: bool = False,
) -> Measure:
    """Return the measure of a quantity that counts `noun`, with its restatement in another unit.

    `polarity` says that the words name no number, only some or none.
    """
    where, other = span(document, quantity.start, quantity.end), quantity.also
    also: tuple[Measure, ...] = ()
    if other is not None and other.unit is not None:
        kind_told = kind_of_quantity(other, None)
        also = (measure_of(document, other, kind=kind_told, scope=Scope()),)
    return Measure(
        kind=kind,
        noun=noun,
        low=quantity.low,
        high=quantity.high,
        nominal_low=None if polarity else quantity.nominal_low,
        nominal_high=None if polarity else quantity.nominal_high,
        unit=quantity.unit,
        approximate=quantity.approximate,
        share_of=share_of,
        difference=difference or (quantity.role is Role.CHANGE and not quantity.unit),
        role=FigureRole(quantity.role),
        polarity=polarity,
        mood=mood,
        scope=scope,
        also=also,
        text=where.exact,
        span=where,
    )


def with_event(measure: Measure, event: str | None, **changes: object) -> Measure:
    """Return the measure with what happened to it, and with other changes."""
    scope = measure.scope.model_copy(update={"event": event})
    return measure.model_copy(update={"scope": scope, **changes})
