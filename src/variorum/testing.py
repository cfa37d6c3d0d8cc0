"""Gold as marked-up text: the span is seen in its sentence, and nobody counts offsets.

A mark is ``{label|words}`` or ``{label:number|words}``; marks may nest, and marks that share a
number belong together::

    {source:1|The drivers} {cue:1|said} {content:1|the trip took {measure|three days}}.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Document, Measure

__all__ = ["Expected", "Mark", "expected_measures", "marked", "marked_document", "unexpected"]

_OPEN = re.compile(r"\{(?P<label>[\w-]+)(?::(?P<number>\d+))?(?:=(?P<value>[^|{}]*))?\|")


@dataclass(frozen=True)
class Mark:
    """One marked stretch of text; `value` is what stands after '=' in the mark, if anything."""

    label: str
    number: int
    start: int
    end: int
    words: str
    value: str | None = None


def marked(source: str) -> tuple[str, list[Mark]]:
    """Return the text without its marks, and the marks in order of their start.

    Raises:
        ValueError: when a mark is never closed.
    """
    plain: list[str] = []
    length = 0
    opened: list[tuple[re.Match[str], int]] = []
    found: list[tuple[re.Match[str], int, int]] = []
    position = 0
    while position < len(source):
        if match := _OPEN.match(source, position):
            opened.append((match, length))
            position = match.end()
        elif source[position] == "}" and opened:
            begun, start = opened.pop()
            found.append((begun, start, length))
            position += 1
        else:
            plain.append(source[position])
            length += 1
            position += 1
    if opened:
        raise ValueError(f"the mark {opened[-1][0].group()!r} is never closed")
    text = "".join(plain)
    marks = [
        Mark(m["label"], int(m["number"] or 0), start, end, text[start:end], m["value"])
        for m, start, end in found
    ]
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


def marked_document(source: str, **metadata: str) -> tuple[Document, list[Mark]]:
    """Return a Document of the text without its marks, and the marks."""
    text, marks = marked(source)
    return Document.from_text(
        text, published=metadata.get("published"), publisher=metadata.get("publisher")
    ), marks


@dataclass(frozen=True)
class Expected:
    """The measure that a mark ``{m=LOW..HIGH unit:mile kind:people new|words}`` stands for.

    The bounds and the unit are always said, the unit by its absence too; of the rest, what the mark
    leaves out is not asked.
    """

    mark: Mark
    low: float | None
    high: float | None
    traits: dict[str, str]

    @classmethod
    def of(cls, mark: Mark) -> Expected:
        """Return what the mark expects.

        Raises:
            ValueError: when its bounds are no numbers.
        """
        bounds, *traits = (mark.value or "..").split()
        low, _, high = bounds.partition("..")
        named = dict(trait.partition(":")[::2] for trait in traits)
        return cls(mark, _number(low), _number(high), named)

    def lies_over(self, measure: Measure) -> bool:
        """Return whether the measure shares words with the mark."""
        return measure.span.start < self.mark.end and self.mark.start < measure.span.end

    def faults(self, measure: Measure) -> list[str]:
        """Return what of the measure is not as expected, as ``what: found``."""
        scope = measure.scope
        told = {
            "kind": measure.kind,
            "per": measure.per,
            "of": measure.share_of,
            "event": scope.event,
        }
        right = {name: told[name] == value for name, value in self.traits.items() if name in told}
        right["bounds"] = _close(self.low, measure.low) and _close(self.high, measure.high)
        right["unit"] = self.traits.get("unit", "").replace("_", " ") == (measure.unit or "")
        right["noun"] = self.traits.get("noun", "") in measure.noun.lower()
        populations = [name.lower() for name in scope.population]
        right["pop"] = self.traits.get("pop") in (None, *populations)
        right["new"] = "new" not in self.traits or scope.cumulative is False
        right["total"] = "total" not in self.traits or scope.cumulative is True
        right["difference"] = ("difference" in self.traits) == measure.difference
        right["none"] = "none" not in self.traits or measure.high == 0
        return [name for name, fits in right.items() if not fits]


def _number(words: str) -> float | None:
    return float(words) if words else None


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-3 * max(1.0, abs(one))


def expected_measures(marks: Sequence[Mark]) -> list[Expected]:
    """Return what the marks named ``m`` expect, in their order."""
    return [Expected.of(mark) for mark in marks if mark.label == "m"]


def unexpected(expected: Sequence[Expected], found: Sequence[Measure]) -> list[str]:
    """Return what is wrong with the measures found in a text: missed, misread or too many.

    A measure that says no more than that there were some, without a number, may always be there.
    """
    wrong = []
    used: set[int] = set()
    for one in expected:
        over = [n for n, measure in enumerate(found) if one.lies_over(measure) and n not in used]
        if not over:
            wrong.append(f"{one.mark.words!r} missed")
            continue
        best = min(over, key=lambda n: len(one.faults(found[n])))
        used.add(best)
        if faults := one.faults(found[best]):
            wrong.append(f"{one.mark.words!r} wrong in {', '.join(faults)}")
    spare = [m for n, m in enumerate(found) if n not in used and not (m.polarity and m.low)]
    return wrong + [f"{measure.text!r} is no measure" for measure in spare]
