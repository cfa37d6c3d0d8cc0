"""Counts the copies and derived documents of a case that the stemma finds, and those it makes up.

    python benchmarks/copies.py CASE [--show]

CASE is a folder of reports with a README.md whose table has a row a file and, in its last column,
what the file is a copy or derivative of: "copy of 07", "derived from 11 (BBC)", "quotes 11 (BBC)",
or nothing. A copy is right where kind, original and direction are; a derived document where a line
leads from it to the named file, or to the named source where that is no file.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

import variorum
from variorum.case import Case
from variorum.model import Derivation, DerivationKind

ROW = re.compile(r"^\| (?P<file>\S+\.\w+) \|.*\| *(?P<told>[^|]*?) *\|$", re.MULTILINE)
FILE = re.compile(r"\b(\d\d)\b")
NAME = re.compile(r"(?:from|of|adapted copy of|other) (?:The )?([A-Z]\w+)")


@dataclass(frozen=True)
class Told:
    """What the table says of one file: whether it is a copy, of which file, or of what source."""

    file: str
    copy: bool
    source: str | None
    name: str | None


def table(case: Path) -> list[Told]:
    """Return the rows of the case's table that say what a file goes back to."""
    rows = []
    for match in ROW.finditer((case / "README.md").read_text("utf-8")):
        told = match["told"]
        if told:
            number, name = FILE.search(told), NAME.search(told)
            source = number[1] if number else None
            copy = "copy of" in told
            rows.append(Told(match["file"], copy, source, name[1] if name else None))
    return rows


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("--show", action="store_true", help="list what is missed and made up")
    args = parser.parse_args()
    files = [row.file for row in table(args.case)]
    case = variorum.build(sorted(args.case.glob("*.txt")))
    paths = {d.id: Path(d.path or "").name for d in case.documents}
    found = {(paths[d.document], paths.get(d.source or "", "")): d for d in case.stemma}
    told = table(args.case)
    copies = {(t.file, t.source) for t in told if t.copy}
    hits = {
        (file, source)
        for (file, source), line in found.items()
        if line.kind is DerivationKind.COPY and (file, source[:2]) in copies
    }
    made_up = [
        line
        for (file, source), line in found.items()
        if line.kind is DerivationKind.COPY and (file, source[:2]) not in copies
    ]
    derived = [t for t in told if not t.copy]
    missed = [t for t in derived if not any(leads(line, t, paths) for line in case.stemma)]
    print(f"reports {len(case.documents)}, with a source told {len(files)}")
    print(f"copies found with their direction {len(hits)} of {len(copies)}, made up {len(made_up)}")
    print(f"derived documents linked {len(derived) - len(missed)} of {len(derived)}")
    kinds = sorted({line.kind for line in case.stemma})
    counts = [f"{kind} {sum(line.kind is kind for line in case.stemma)}" for kind in kinds]
    print("lines: " + ", ".join(counts))
    if args.show:
        show(case, made_up, missed)


def leads(line: Derivation, told: Told, paths: dict[str, str]) -> bool:
    """Return whether a line leads from the told file to its source."""
    if paths[line.document] != told.file:
        return False
    by_file = told.source is not None and paths.get(line.source or "", "").startswith(told.source)
    return by_file or (told.name is not None and told.name.casefold() in line.name.casefold())


def show(case: Case, made_up: list[Derivation], missed: list[Told]) -> None:
    """List the errors."""
    names = {d.id: d.name for d in case.documents}
    for line in made_up:
        print(f"    made up: {names[line.document]}: {line.because}")
    for row in missed:
        print(f"    missed: {row.file} from {row.source or row.name}")


if __name__ == "__main__":
    main()
