"""Score the times that `variorum.normalise.dates` finds against TimeML, as TempEval-3 did.

    python benchmarks/dates.py --timebank DIR [--limit N] [--errors FILE] [--parse]

DIR holds .tml files (TimeBank or AQUAINT in the TempEval-3 edition; UzZaman et al. 2013). The
document's date is the DCT of the header, its text what stands in TEXT.

A gold and a found time are paired when they overlap (*relaxed*), each at most once, longest overlap
first; *strict* pairs have the same offsets. *Value* and *type* count the relaxed pairs whose TIMEX3
value or type is the same, over all found and all gold. Times with no value in the gold are read
like the rest. `--errors` writes what is missed, spurious or has another value, one a line;
`--parse` also parses the texts, to set the time that dates take against it.
"""

from __future__ import annotations

import argparse
import html
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.language.parsers.pipelines import ENGLISH
from variorum.language.parsing import parse
from variorum.model import Document
from variorum.normalise.times.dates import dates

TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
CREATED = re.compile(r'<DCT>.*?value="([^"]*)"', re.DOTALL)


@dataclass(frozen=True)
class Time:
    """A time expression with its TIMEX3 type and value."""

    start: int
    end: int
    kind: str
    value: str
    words: str


def read(path: Path) -> tuple[Document, list[Time]]:
    """Return the text of a TimeML file as a document, and its times."""
    source = path.read_text("utf-8")
    body, created = BODY.search(source), CREATED.search(source)
    if body is None or created is None:
        raise SystemExit(f"{path} has no TEXT or no DCT; give a folder of TimeML files.")
    plain: list[str] = []
    opened: list[tuple[int, dict[str, str]]] = []
    times, length, last = [], 0, 0
    for tag in TAG.finditer(body[1]):
        piece = html.unescape(body[1][last : tag.start()])
        plain.append(piece)
        length, last = length + len(piece), tag.end()
        if tag[0].startswith("<TIMEX3"):
            opened.append((length, dict(ATTRIBUTE.findall(tag[0]))))
        elif tag[0] == "</TIMEX3>" and opened:
            start, marks = opened.pop()
            words = "".join(plain)[start:length]
            times.append(Time(start, length, marks["type"], marks["value"], words))
    plain.append(html.unescape(body[1][last:]))
    return Document.from_text("".join(plain), published=created[1], path=path.name), times


def found_in(document: Document) -> list[Time]:
    return [
        Time(w.span.start, w.span.end, w.timex_type or "", w.timex or "", w.text)
        for w in dates(document)
    ]


def pairs(gold: Sequence[Time], found: Sequence[Time]) -> Iterator[tuple[Time, Time]]:
    """Yield the pairs that overlap, the longest overlap first, each time at most once."""
    shared = [
        (min(g.end, f.end) - max(g.start, f.start), -abs(g.start - f.start), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.start < f.end and f.start < g.end
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(shared, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield gold[i], found[j]


def score(gold: Sequence[Time], found: Sequence[Time]) -> tuple[Counter[str], list[str]]:
    """Return the counts of one document, and its errors in words."""
    matched = list(pairs(gold, found))
    counts = Counter(
        gold=len(gold),
        found=len(found),
        relaxed=len(matched),
        strict=sum((g.start, g.end) == (f.start, f.end) for g, f in matched),
        value=sum(g.value == f.value for g, f in matched),
        type=sum(g.kind == f.kind for g, f in matched),
    )
    errors = [
        f"VALUE\t{g.words!r}\t{f.words!r}\t{g.kind} {g.value}\t{f.kind} {f.value}"
        for g, f in matched
        if g.value != f.value
    ]
    kept, seen = {g for g, _ in matched}, {f for _, f in matched}
    errors += [f"MISSED\t{g.words!r}\t\t{g.kind} {g.value}\t" for g in gold if g not in kept]
    errors += [f"EXTRA\t\t{f.words!r}\t\t{f.kind} {f.value}" for f in found if f not in seen]
    return counts, [" ".join(error.split("\n")) for error in errors]


def rates(total: Counter[str], name: str) -> str:
    precision = total[name] / max(total["found"], 1)
    recall = total[name] / max(total["gold"], 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{name:8} P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--timebank", type=Path, required=True, help="folder of TimeML files")
    options.add_argument("--limit", type=int, help="score only the first N documents")
    options.add_argument("--errors", type=Path, help="write every error here")
    options.add_argument("--parse", action="store_true", help="also time the parse")
    chosen = options.parse_args()
    total: Counter[str] = Counter()
    taken, parsed, lines = 0.0, 0.0, []
    dates(Document.from_text("to load the grammar"))
    if chosen.parse:
        ENGLISH.load()
    for path in sorted(chosen.timebank.glob("*.tml"))[: chosen.limit]:
        document, gold = read(path)
        begun = time.process_time()
        found = found_in(document)
        done = time.process_time()
        taken += done - begun
        if chosen.parse:
            parse(document)
            parsed += time.process_time() - done
        counts, errors = score(gold, found)
        total += counts
        total["words"] += len(document.text.split())
        lines += [f"{document.path}\t{document.published}\t{error}" for error in errors]
    print(f"gold {total['gold']}  found {total['found']}")
    for name in ("relaxed", "strict", "value", "type"):
        print(rates(total, name))
    print(f"dates {total['words'] / taken:,.0f} words/s of processor time")
    if parsed:
        print(f"dates take {taken / parsed:.1%} of the parse's time")
    if chosen.errors:
        chosen.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
