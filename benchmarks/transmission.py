"""Scores who first said what, and what was changed on the way, against one reader's count.

    python benchmarks/transmission.py EXPORT.json ... [--show]

Each EXPORT is a case as `variorum export --format json` prints it, named for its case in
`transmission.yaml`: raqqa-2017.json. A position is right where its answers fall into the origins
that the reader names, no more and no fewer; answers that the case lacks are left out. A distortion
is found where the record has it of the same words and kind, and made up where the reader has none.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

GOLD = Path(__file__).with_suffix(".yaml")
Json = dict[str, Any]


class Record:
    """A case as exported, by the numbers that its files begin with."""

    def __init__(self, path: Path) -> None:
        self.case = path.stem
        self.json: Json = json.loads(path.read_text("utf-8"))
        self.file = {d["id"]: Path(d["path"]).name[:2] for d in self.json["documents"]}
        self.claims = {claim["id"]: claim for claim in self.json["claims"]}
        self.origin = {c: o["id"] for o in self.json["origins"] for c in o.get("claims", ())}

    def origins_of(self, answer: str) -> set[str]:
        """Return the origins of the claims of a file that hold an answer's words."""
        file, words = answer.split(" ", 1)
        return {
            self.origin[claim["id"]]
            for claim in self.claims.values()
            if self.file[claim["document"]] == file
            and claim["id"] in self.origin
            and words in told(claim)
        }

    def distortions(self) -> set[tuple[str, str, str]]:
        """Return the file, the words and the kind of each distortion."""
        return {
            (self.file[self.claims[d["to"]]["document"]], d["span"]["exact"].strip(), d["what"])
            for d in self.json["distortions"]
        }


def told(claim: Json) -> str:
    """Return the content of a claim."""
    return " ".join(span["exact"] for span in claim["content"])


def position(row: Json, record: Record) -> tuple[bool, str]:
    """Return whether the answers of a position have the origins that the reader counts."""
    found = {
        name: set().union(*(record.origins_of(answer) for answer in answers))
        for name, answers in row["origins"].items()
    }
    everyone = set().union(*found.values())
    apart = sum(map(len, found.values())) == len(everyone)
    right = apart and all(len(origins) == 1 for origins in found.values())
    return right, f"{len(everyone)} for {len(found)}"


def main() -> None:
    """Print the figures of each case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exports", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="list what differs")
    args = parser.parse_args()
    gold = yaml.safe_load(GOLD.read_text("utf-8"))
    for record in map(Record, args.exports):
        rows = [row for row in gold["positions"] if row["case"] == record.case]
        scored = [(row, *position(row, record)) for row in rows]
        wanted = {
            (*row["to"].split(" ", 1), row["what"])
            for row in gold["distortions"]
            if row["case"] == record.case
        }
        found = record.distortions()
        counted = f", of {len(gold['origins'])}" if record.case == "raqqa-2017" else ""
        print(f"{record.case}: origins {len(record.json['origins'])}{counted}")
        print(
            f"  positions with the reader's origins {sum(r for _, r, _ in scored)} of {len(rows)}"
        )
        hits = len(wanted & found)
        print(f"  distortions {hits} of {len(wanted)}, made up {len(found - wanted)}")
        if args.show:
            for row, right, counts in scored:
                if not right:
                    print(f"    position {row['asked']}: {counts}")
            for sign, rows_ in (("missed", wanted - found), ("made up", found - wanted)):
                for each in sorted(rows_):
                    print(f"    {sign}: {' '.join(each)}")


if __name__ == "__main__":
    main()
