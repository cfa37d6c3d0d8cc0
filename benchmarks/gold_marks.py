"""Gold as marked-up text: the span is seen in its sentence, and nobody counts offsets.

A mark is ``{label|words}`` or ``{label:number|words}``; marks may nest, and marks that share a
number belong together::

    {source:1|The drivers} {cue:1|said} {content:1|the trip took {measure|three days}}.

A file of gold holds cases: a title, with the publisher in square brackets where it matters, the
marked-up text, and a line for each claim that is looked for. Every third case of a file is held
back, to measure on and never to tune by::

    ## [The Paper] told an agency
    {source:1|Omar Haddad} {cue:1|told} Reuters {content:1|that thirty rebels had surrendered}.
    => 1: The Paper > Reuters > Omar Haddad
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.language.words.lexers import bare_places
from variorum.model import Claim, Document, Measure

HELD_EVERY = 3
LEAST_OVERLAP = 0.5
_TITLE = re.compile(r"(?:\[(?P<publisher>[^\]]+)\] )?(?P<title>.+)")
_EXPECTED = re.compile(r"^=> (?P<number>\d+):? (?P<what>.+)$", re.MULTILINE)

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


@dataclass(frozen=True)
class GoldCase:
    """One case of a file of gold; `expected` holds what is said of each claim, by its number.

    `held` says that the case is set aside: figures are reported on it, and no rule looks at it.
    """

    title: str
    held: bool
    document: Document
    marks: tuple[Mark, ...]
    expected: dict[int, str]

    def places(self, label: str, number: int) -> list[tuple[int, int]]:
        """Return the character ranges of the marks with that label and number."""
        return [(m.start, m.end) for m in self.marks if (m.label, m.number) == (label, number)]


def gold_cases(folder: Path, publisher: str = "The Paper") -> list[GoldCase]:
    """Return the cases of the files `*.txt` in a folder, by file name and place.

    Args:
        folder: where the files are.
        publisher: who published a text whose title names no publisher.

    Raises:
        ValueError: when a mark is never closed.
    """
    return [
        _gold_case(block, f"{path.stem}: ", number % HELD_EVERY == 0, publisher)
        for path in sorted(folder.glob("*.txt"))
        for number, block in enumerate(
            re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:], start=1
        )
    ]


def _gold_case(block: str, prefix: str, held: bool, publisher: str) -> GoldCase:
    first, body = block.split("\n", 1)
    heading = _TITLE.fullmatch(first)
    if heading is None:
        raise ValueError(f"the case {first!r} has no title; write one after '## '")
    text, marks = marked(_EXPECTED.sub("", body).strip())
    document = Document.from_text(text, publisher=heading["publisher"] or publisher)
    expected = {int(m["number"]): m["what"] for m in _EXPECTED.finditer(body)}
    return GoldCase(prefix + heading["title"], held, document, tuple(marks), expected)


def claim_meant(claims: Sequence[Claim], case: GoldCase, number: int) -> Claim | None:
    """Return the claim that a number of a case means, or None where there is none.

    Its content has at least half of all words in common with the content marked, and, where a cue
    is marked and some claim has it, its cue overlaps that; of several it is the closest.
    """
    wanted = _words(case.document.text, case.places("content", number))
    cues = case.places("cue", number)
    fits = []
    for claim in claims:
        content = _words(case.document.text, [(s.start, s.end) for s in claim.content])
        overlap = len(content & wanted) / max(1, len(content | wanted))
        if overlap >= LEAST_OVERLAP:
            cue = claim.cue
            shared = cue is not None and any(a < cue.end and cue.start < b for a, b in cues)
            fits.append((shared, overlap, claim))
    return max(fits, key=lambda fit: fit[:2])[2] if fits else None


def _words(text: str, places: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(word[0] for place in places for word in bare_places(text, *place))
