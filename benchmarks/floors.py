"""Holds the figures that the program reaches on the gold of tests/cases: they only rise.

    python benchmarks/floors.py            fails where a figure is below its floor
    python benchmarks/floors.py --raise    writes what is higher; refuses to lower anything
    python benchmarks/floors.py --regold SECTION ...    measures anew what has other gold now

`floors.json` holds for each section the SHA-256 of its gold and, by figure, the least that is
accepted. A figure is a count of what is right. What should not be there (a measure where none is
marked, a breach that is none) is counted below zero, so that more is better throughout. Where the
gold has changed, no figure can be compared: the section is measured anew by `--regold`, which
prints the old figures beside the new ones for the one who reviews the change.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import json
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "cases"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import statement_pairs
from gold import Gold

import actors
import agreements
import compliance
import gold_lines
import languages
import measures
import pairs
import relay
import speakers
import stance
import variorum
from policy_constants import constants, read_tables
from variorum.language.parsing import parse

__all__ = ["below", "fingerprint", "raised"]

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
FLOORS = Path(__file__).with_name("floors.json")
WORKERS = 2
RAQQA = ROOT / "examples" / "raqqa-2017"
Figures = Mapping[str, int]


def _measures() -> Figures:
    scores = {part: measures.score(part) for part in measures.PARTS}
    return {
        **{f"{part} sentences": score.right for part, score in scores.items()},
        **{f"{part} numbers": score.numbers for part, score in scores.items()},
        **{f"{part} not marked": -score.spare for part, score in scores.items()},
    }


def _languages() -> Figures:
    counts: Counter[str] = Counter()
    for path in sorted(languages.GOLD.glob("*.txt")):
        for part, lines, published in languages.parts(path):
            for line in lines:
                for column, right, _ in languages.score(path.stem, line, published):
                    wrong = column == "extra"
                    counts[f"{path.stem} {part} {column}"] += right - 1 if wrong else right
    return counts


def _speakers() -> Figures:
    counts: Counter[str] = Counter()
    for text in speakers.read():
        part = "held" if text.held else "open"
        for outcome in speakers.outcomes(text, parse(text.document)):
            counts[f"{part} {outcome.mention.label}"] += outcome.right
            counts[f"{part} organisation"] += bool(outcome.organisation)
    return counts


def _actors() -> Figures:
    counts: Counter[str] = Counter()
    for case in actors.cases():
        right, given = actors.pairs(case)
        part = "held" if case.held else "open"
        counts[f"{part} pairs"] += len(right & given)
        counts[f"{part} false pairs"] -= len(given - right)
    return counts


def _relay() -> Figures:
    return {
        f"{part} {name}": tally[name]
        for part, tally in relay.tallies().items()
        for name in ("chain", "exact", "found")
    }


def _stance() -> Figures:
    return {
        f"{part} {name}": tally[name]
        for part, tally in stance.tallies().items()
        for name in ("found", *stance.FIELDS, "banded_right")
    }


def _pairs() -> Figures:
    counts: Counter[str] = Counter()
    for name in (
        f"{kind}{part}" for part in pairs.PARTS for kind in ("compatible", "incompatible")
    ):
        for pair in statement_pairs.pairs(name):
            counts[f"{name} {'held' if pair.held else 'open'}"] += pairs.right(pair, name)
    return counts


def _lines() -> Figures:
    judges = {
        "dates.txt": gold_lines.dated,
        "dates-timeml.txt": gold_lines.timed,
        "places.txt": gold_lines.placed,
        "places-derived.txt": gold_lines.placed_from_others,
    }
    return {
        name: sum(found == wanted for found, wanted in map(judge, gold_lines.lines(name)))
        for name, judge in judges.items()
    }


def _agreements() -> Figures:
    counts: Counter[str] = Counter()
    for part in ("open", "held", "more", "third"):
        score = agreements.Score()
        for passage in agreements.passages(agreements.CASES / f"{part}.txt"):
            agreements.compare(passage, score)
        for name in (n for n in score.counts if not n.endswith(" of") and n != "precision"):
            counts[f"{part} {name}"] = score.counts[name]
        counts[f"{part} not marked"] = score.counts["precision"] - score.counts["precision of"]
    return counts


def _compliance() -> Figures:
    counts: Counter[str] = Counter()
    for path in sorted(compliance.CASES.glob("pairs*.txt")):
        for pair in compliance.pairs(path):
            said, _ = compliance.answer(pair)
            counts[f"{path.stem} {pair.wanted}"] += said == pair.wanted
            counts[f"{path.stem} false breaches"] -= said == "breached" and pair.wanted == "none"
    return counts


def _small_cases() -> Figures:
    counts: Counter[str] = Counter()
    for path in sorted(CASES.glob("*/expected.yaml")):
        record: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        gold = Gold(variorum.build(sorted(path.parent.glob("*.txt"))))
        for wanted in record["must_find"]:
            sides = gold.sides(wanted["claims"])
            counts[f"{path.parent.name} claims"] += sum(map(bool, sides))
            counts[f"{path.parent.name} found"] += bool(gold.clashes(wanted["rule"], sides))
        for wanted in record["must_not_find"]:
            counts[f"{path.parent.name} false"] -= bool(gold.set_against(wanted["claims"]))
    return counts


def _raqqa() -> Figures:
    answers = yaml.safe_load((CASES / "raqqa" / "answers.yaml").read_text("utf-8"))
    gold = Gold(variorum.build([RAQQA]))
    return {"answers": sum(bool(gold.meant(wanted)) for wanted in answers.values())}


def _constants() -> Figures:
    """Count the policy constants that no test notices; see scripts/policy_constants.py."""
    rows = read_tables()
    counts: Counter[str] = Counter()
    for constant in constants():
        noticed = constant in rows and rows[constant].noticed
        counts[f"{constant.room or 'top'} unnoticed"] -= not noticed
    return counts


# Each section: what measures it, and the files of its gold. The longest come first.
SECTIONS: dict[str, tuple[Callable[[], Figures], tuple[str, ...]]] = {
    "languages": (_languages, ("tests/cases/languages/*.txt",)),
    "compliance": (_compliance, ("tests/cases/agreements/pairs*.txt",)),
    "pairs": (_pairs, ("tests/cases/pairs-*.txt",)),
    "agreements": (_agreements, tuple(
        f"tests/cases/agreements/{part}.txt" for part in ("open", "held", "more", "third"))),
    "raqqa": (_raqqa, ("examples/raqqa-2017/*", "tests/cases/raqqa/answers.yaml")),
    "lines": (_lines, ("tests/cases/dates*.txt", "tests/cases/places*.txt")),
    "small cases": (_small_cases, tuple(
        f"tests/cases/{path.parent.name}/*" for path in sorted(CASES.glob("*/expected.yaml")))),
    "relay": (_relay, ("tests/cases/relay/*.txt",)),
    "stance": (_stance, ("tests/cases/stance/*.txt",)),
    "speakers": (_speakers, ("tests/cases/speakers/*.txt",)),
    "measures": (_measures, ("tests/cases/measures-*.txt",)),
    "actors": (_actors, ("tests/cases/actors/*.txt",)),
    "constants": (_constants, ()),
}  # fmt: skip


def fingerprint(files: Iterable[Path]) -> str:
    """Return one SHA-256 over the names and the bytes of files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def gold_of(section: str) -> str:
    """Return the fingerprint of a section's gold."""
    patterns = SECTIONS[section][1]
    return fingerprint(p for pattern in patterns for p in ROOT.glob(pattern) if p.is_file())


def below(floors: Figures, figures: Figures) -> Iterator[str]:
    """Yield a sentence for each figure that is below its floor, or is no longer measured."""
    for name, floor in floors.items():
        if name not in figures:
            yield f"{name} is no longer measured; its floor is {floor}"
        elif figures[name] < floor:
            yield f"{name} is {figures[name]}, below its floor of {floor}"


def raised(floors: Figures, figures: Figures) -> dict[str, int]:
    """Return the floors with every higher and every new figure; none is lowered."""
    names = sorted({*floors, *figures})
    return {name: max(each[name] for each in (floors, figures) if name in each) for name in names}


def _measured(section: str) -> tuple[str, dict[str, int], float]:
    begun = time.perf_counter()
    figures = {name: int(figure) for name, figure in sorted(SECTIONS[section][0]().items())}
    return section, figures, time.perf_counter() - begun


def _write(held: Mapping[str, Any]) -> None:
    FLOORS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _faults(section: str, held: Mapping[str, Any], figures: Figures) -> list[str]:
    if section not in held:
        return ["it has no floors yet; run with --regold and its name"]
    if held[section]["gold"] != gold_of(section):
        return ["its gold has changed; run with --regold and its name"]
    return list(below(held[section]["floors"], figures))


def main() -> int:
    """Measure the sections, and return 1 where one falls below its floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--raise", action="store_true", dest="lift", help="write higher figures")
    parser.add_argument("--regold", nargs="+", default=[], choices=SECTIONS, metavar="SECTION")
    parser.add_argument("--only", nargs="+", default=list(SECTIONS), choices=SECTIONS)
    options = parser.parse_args()
    held = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    failed = False
    chosen = [name for name in SECTIONS if name in (options.regold or options.only)]
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        for section, figures, seconds in pool.imap(functools.partial(_measured), chosen, 1):
            print(f"{section:12} {len(figures):4} figures, {seconds:.1f} s", flush=True)
            if section in options.regold:
                before = held.get(section, {}).get("floors", {})
                changed = {n: (before.get(n), f) for n, f in figures.items() if before.get(n) != f}
                print("".join(f"    {n}: {old} -> {new}\n" for n, (old, new) in changed.items()))
                held[section] = {"gold": gold_of(section), "floors": figures}
                continue
            faults = _faults(section, held, figures)
            failed |= bool(faults)
            print("".join(f"    {fault}\n" for fault in faults), end="")
            if options.lift and not faults:
                held[section]["floors"] = raised(held[section]["floors"], figures)
    if options.regold or (options.lift and not failed):
        _write(held)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
