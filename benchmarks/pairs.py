"""Counts false alarms on compatible pairs of statements, and conflicts found on incompatible ones.

    python benchmarks/pairs.py [--show]

The pairs are those of tests/cases/pairs-*.txt. Every third of the first two files is held back from
tuning, and all of the two that end in -held, which another hand wrote. `--show` lists the open
pairs that go wrong; the held ones are only ever counted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "cases"))

from statement_pairs import Pair, contradictions, pairs

PARTS = ("", "-more", "-held")


def right(pair: Pair, name: str) -> bool:
    """Return whether the pair of that file is judged as its author judged it."""
    return bool(contradictions(pair)) == name.startswith("incompatible")


def main() -> None:
    """Print the counts, open and held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    for name in (f"{kind}{part}" for part in PARTS for kind in ("compatible", "incompatible")):
        for held in (False, True):
            chosen = [pair for pair in pairs(name) if pair.held == held]
            if not chosen:
                continue
            wrong = [pair for pair in chosen if not right(pair, name)]
            part = "held" if held else "open"
            print(f"{name:18} {part}  right {len(chosen) - len(wrong)} of {len(chosen)}")
            for pair in wrong if show and not held else ():
                found = " ".join(c.because for c in contradictions(pair))
                print(f"    [{pair.why}] {pair.name}  {found}")


if __name__ == "__main__":
    main()
