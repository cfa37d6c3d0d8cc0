"""Score the languages that are read by lexicon against the marked-up gold of tests/cases/languages.

    .venv/bin/python benchmarks/languages.py [CODE ...] [--show] [--held]

Each line of a gold file is a text of its own, published on the day that the file's first line
names. Every second line is held: it was not looked at when the lexicons were tuned, and --show
prints the misses of the open lines only, unless --held is given.

    measures    bounds and kind right (and the unit, where the gold has one), of all marked
    events      the event right too, of the measures that the gold gives one
    extra       measures where the gold has none
    dates       the EDTF value right, of all marked
    sources     a claim whose cue and speaker overlap the marked ones, and whose content covers at
                least half of what it and the marked content cover together
    places      the name found, and its country or a point within 161 km of it, of all marked
                and of all names found where the gold has none
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from gold_marks import Mark, marked
from variorum.extract import extract
from variorum.language import parsing
from variorum.model import Claim, Document, Measure, Place
from variorum.normalise.measures.measures import measures
from variorum.normalise.places.place_tables import distance_km
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

GOLD = Path(__file__).resolve().parents[1] / "tests" / "cases" / "languages"
VALUE = re.compile(r"(?P<low>[\d.]*?)\.\.(?P<high>[\d.]*) (?P<kind>[\w.]+)(?P<rest>.*)")
NEAR_KM = 161
COLUMNS = ("measures", "events", "extra", "dates", "sources", "places")


def overlap(mark: Mark, start: int, end: int) -> int:
    """Return how many characters a mark shares with text[start:end]."""
    return max(0, min(mark.end, end) - max(mark.start, start))


def near(wanted: str, found: float | None) -> bool:
    """Whether a bound is the one wanted; nothing stands for an open one."""
    if not wanted or found is None:
        return not wanted and found is None
    return abs(float(wanted) - found) <= 0.011 * max(1.0, abs(float(wanted)))


def measured(mark: Mark, found: Iterable[Measure]) -> tuple[bool, bool | None]:
    """Return whether a marked measure is right, and its event (None where the gold has none)."""
    wanted = VALUE.fullmatch(mark.value or "")
    assert wanted, mark
    event = re.search(r"\((\w+)\)", wanted["rest"])
    unit = re.sub(r"\(.*?\)", "", wanted["rest"]).strip()
    for measure in found:
        here = overlap(mark, measure.span.start, measure.span.end) > 0
        right = near(wanted["low"], measure.low) and near(wanted["high"], measure.high)
        named = measure.kind == wanted["kind"] and (not unit or measure.unit == unit)
        if here and right and named:
            return True, measure.scope.event == event[1] if event else None
    return False, False if event else None


def said(marks: list[Mark], number: int, claims: Iterable[Claim]) -> bool:
    """Whether a claim has the cue, the speaker and the content of the marks of a number."""
    own = {m.label: m for m in marks if m.number == number}
    cue, source, content = own["cue"], own.get("source"), own["content"]
    for claim in claims:
        if claim.cue is None or not overlap(cue, claim.cue.start, claim.cue.end):
            continue
        speaker = claim.speaker.span
        named = source is None or (
            speaker is not None and overlap(source, speaker.start, speaker.end) > 0
        )
        shared = sum(overlap(content, s.start, s.end) for s in claim.content)
        union = content.end - content.start + sum(len(s.exact) for s in claim.content) - shared
        if named and shared >= 0.5 * union:
            return True
    return False


def located(mark: Mark, found: Iterable[Place]) -> bool:
    """Return whether a marked place is found under its whole name, and in the right country."""
    for place in found:
        if (place.span.start, place.span.end) != (mark.start, mark.end):
            continue
        if "," not in (mark.value or ""):
            return place.feature == "country" and place.country == mark.value
        lat, lon = map(float, (mark.value or "").split(","))
        if place.lat is None or place.lon is None:
            return False
        return distance_km((lat, lon), (place.lat, place.lon)) <= NEAR_KM
    return False


def score(language: str, line: str, published: str) -> Iterator[tuple[str, bool, str]]:
    """Yield each thing that the gold of one line asks, whether it was found, and its words."""
    text, marks = marked(line)
    document = Document.from_text(text, language=language, published=published)
    whens = dates(document)
    found = measures(document, None, whens)
    for mark in (m for m in marks if m.label == "m"):
        right, event = measured(mark, found)
        yield "measures", right, mark.words
        if event is not None:
            yield "events", event, mark.words
    # Sentences that mark places mark nothing else.
    for measure in found if not any(m.label == "p" for m in marks) else ():
        place = measure.span.start, measure.span.end
        known = any(m.label == "m" and overlap(m, *place) for m in marks)
        yield "extra", known, measure.text
    for mark in (m for m in marks if m.label == "w"):
        right = any(w.edtf == mark.value and overlap(mark, w.span.start, w.span.end) for w in whens)
        yield "dates", right, mark.words
    for when in whens:
        known = any(m.label == "w" and overlap(m, when.span.start, when.span.end) for m in marks)
        yield "dates", known, f"no date: {when.text}" if not known else when.text
    claims = extract(document, parsing.parse(document))
    for number in sorted({m.number for m in marks if m.label == "cue"}):
        cue = next(m for m in marks if m.label == "cue" and m.number == number)
        yield "sources", said(marks, number, claims), cue.words
    named = places(document)
    for mark in (m for m in marks if m.label == "p"):
        yield "places", located(mark, named), mark.words
    for place in named:
        if not any(m.label == "p" and overlap(m, place.span.start, place.span.end) for m in marks):
            yield "places", False, f"no place: {place.name}"


def told(counts: Counter[tuple[str, bool]], column: str) -> str:
    """Return one cell of the table."""
    right, wrong = counts[column, True], counts[column, False]
    if column == "extra":
        return f"{wrong:>9}"
    share = right / (right + wrong) if right + wrong else 0.0
    return f"{share:>5.2f} /{right + wrong:<3}"


def parts(path: Path) -> Iterator[tuple[str, list[str], str]]:
    """Yield the open and the held lines of a gold file, with the day that they are published on."""
    lines = path.read_text("utf-8").splitlines()
    published = re.findall(r"PUBLISHED (\S+)", lines[0])[0]
    texts = [line for line in lines if line and not line.startswith("#")]
    yield "open", texts[::2], published
    yield "held", texts[1::2], published


def main() -> None:
    """Print the table, and with --show what was missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--held", action="store_true")
    arguments = parser.parse_args()
    print(f"{'':14}" + "".join(f"{column:>11}" for column in COLUMNS))
    for path in sorted(GOLD.glob("*.txt")):
        if arguments.codes and path.stem not in arguments.codes:
            continue
        for part, lines, published in parts(path):
            counts: Counter[tuple[str, bool]] = Counter()
            for line in lines:
                for column, right, words in score(path.stem, line, published):
                    counts[column, right] += 1
                    if not right and arguments.show and (part == "open" or arguments.held):
                        print(f"  {column}: {words!r} in {line}")
            name = f"{path.stem} {part} {len(lines)}"
            print(f"{name:14}" + "".join(f"{told(counts, c):>11}" for c in COLUMNS))


if __name__ == "__main__":
    main()
