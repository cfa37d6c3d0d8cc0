"""Contradictions of a war's reports: of one attack after another, not of one event told often.

    python benchmarks/war_reports.py --reports FA-KES-Dataset.csv [--least 9] [--most N] [--show]

The reports are those of FA-KES (Abu Salem et al. 2019, CC BY 4.0, zenodo.org/record/2607278): 804
articles of fifteen outlets on the war in Syria, with most of their commas lost. They are laid in
folders by their place and month, and each folder of `--least` to `--most` reports becomes a case.

Printed are the contradictions of each case, to be read with `--show` and judged by a person; and
of the pairs of reports that `war_incidents.tsv` marks, how many of those held to tell of one event
do (precision), and how many of those that do are held to (recall).
"""

from __future__ import annotations

import argparse
import csv
import itertools
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from variorum.case import Case
from variorum.compare.happenings.event_groups import event_groups
from variorum.compare.happenings.incidents import incidents
from variorum.pipeline import build

LABELS = Path(__file__).with_name("war_incidents.tsv")
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# How a report tells its day among its first words: the order of day, month and year in each.
DAYS = (
    (rf"(\d{{1,2}})\s?({MONTHS})[a-z]*\.? (20\d\d)", (2, 1, 0)),
    (rf"({MONTHS})[a-z]*\.? (\d{{1,2}}) ?(20\d\d)", (2, 0, 1)),
    (r"(\d\d)[.-](\d\d)[.-](20\d\d)", (2, 1, 0)),
)
HEAD, NEAR, SAME = 400, 40, 300
Row = dict[str, str]


def published(row: Row) -> date:
    """Return the day that a report tells, or else the data set's, which is often of its event."""
    month, day, year = map(int, row["date"].split("/"))
    known = date(year, month, day)
    for pattern, order in DAYS:
        if found := re.search(pattern, row["article_content"].strip()[:HEAD]):
            parts = [found[1 + n] for n in order]
            month_told = parts[1]
            number = MONTHS.split("|").index(month_told) + 1 if month_told[0].isalpha() else 0
            try:
                told = date(int(parts[0]), number or int(month_told), int(parts[2]))
            except ValueError:
                continue
            if abs((told - known).days) < NEAR:
                return told
    return known


def folders(path: Path) -> dict[str, list[Row]]:
    """Return the reports by place and month; of those that begin alike only the first."""
    groups: dict[str, list[Row]] = defaultdict(list)
    seen: set[str] = set()
    with path.open(encoding="cp1252", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            text = row["article_content"].strip()
            if text[:SAME] not in seen:
                seen.add(text[:SAME])
                month, _, year = row["date"].split("/")
                place = re.sub("[^a-z]+", "-", row["location"].strip().lower())
                groups[f"{place}-{year}-{int(month):02}"].append(row)
    return groups


def written(rows: Iterable[Row], folder: Path) -> None:
    """Write reports as text files, two sentences a paragraph."""
    for number, row in enumerate(rows):
        text = re.sub(r'(?<=[.!?"]) (?=[A-Z"“])', "\n", row["article_content"].strip())
        lines = text.split("\n")
        body = "\n\n".join(" ".join(lines[n : n + 2]) for n in range(0, len(lines), 2))
        title = row["article_title"].strip().replace(":", " -")
        head = f"title: {title}\npublisher: {row['source']}\npublished: {published(row)}"
        name = f"{number:02}-{row['unit_id']}-{row['source']}.txt"
        (folder / name).write_text(f"---\n{head}\nlanguage: en\n---\n\n{body}\n", encoding="utf-8")


def pairs(case: Case, labels: Mapping[tuple[str, str], str]) -> Counter[tuple[bool, bool]]:
    """Count the pairs of labelled reports: whether they are of one event, and are held to be."""
    groups = event_groups(case.documents, case.claims)
    named = {document: str(number) for document, number in groups.items()}
    named |= incidents(case.documents, case.claims, named).group_of
    marked = []
    for document in case.documents:
        _, unit, source = Path(document.path or "").stem.split("-", 2)
        if label := labels.get((unit, source)):
            marked.append((label, named[document.id]))
    both = itertools.combinations(marked, 2)
    return Counter((one[0] == other[0], one[1] == other[1]) for one, other in both)


def shown(case: Case) -> Iterator[str]:
    """Yield the contradictions with the words of their claims."""
    claims = {claim.id: claim for claim in case.claims}
    for found in case.contradictions:
        yield f"  {found.rule}: {found.because}"
        yield from (f"      {' … '.join(s.exact for s in claims[i].content)}" for i in found.claims)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--reports", type=Path, required=True)
    arguments.add_argument("--least", type=int, default=9)
    arguments.add_argument("--most", type=int, default=10_000)
    arguments.add_argument("--show", action="store_true")
    chosen = arguments.parse_args()
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    told: Counter[tuple[bool, bool]] = Counter()
    contradictions = 0
    for name, reports in sorted(folders(chosen.reports).items()):
        if not chosen.least <= len(reports) <= chosen.most:
            continue
        labels = {(r["report"], r["source"]): r["incident"] for r in rows if r["folder"] == name}
        with tempfile.TemporaryDirectory() as folder:
            written(reports, Path(folder))
            case = build(folder)
        told += pairs(case, labels)
        contradictions += len(case.contradictions)
        print(f"{name}: {len(reports)} reports, {len(case.contradictions)} contradictions")
        if chosen.show:
            print(*shown(case), sep="\n")
    print(f"{contradictions} contradictions")
    if right := told[True, True]:
        precision, recall = right / (right + told[False, True]), right / (right + told[True, False])
        print(f"pairs of one event: precision {precision:.2f}, recall {recall:.2f}")


if __name__ == "__main__":
    main()
