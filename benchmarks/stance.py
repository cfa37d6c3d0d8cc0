"""Score form, stance, certainty, hedges and estimative band of claims against marked-up gold.

    python benchmarks/stance.py [--failures]

reads the gold of tests/cases/stance, extracts the claims of each text, and compares each marked one
field by field. A claim that is not found is wrong in all fields; such cases are also counted apart,
as their fault lies before the stance. Two of three cases are open, to work with; the third is held
back, and `--failures` never shows it.

Certainty in the gold is FactBank's (Saurí and Pustejovsky 2009), of the content as worded and as
its speaker commits to it: a negation in the content stays part of it ("the line was not damaged" is
CT+), a hedge is read out of it ("it was unlikely that X" is PR- of X). A claim under an open
condition is Uu. The band is ICD 203's (Office of the Director of National Intelligence 2015).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from gold_marks import GoldCase, claim_meant, gold_cases
from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Claim

GOLD = Path(__file__).parent.parent / "tests" / "cases" / "stance"
FIELDS = ("form", "stance", "certainty", "band", "hedges")


def wanted(case: GoldCase, number: int) -> dict[str, object]:
    form, stance, certainty, *band = case.expected[number].split(", ")
    hedges = [case.document.text[a:b] for a, b in case.places("hedge", number)]
    return dict(zip(FIELDS, (form, stance, certainty, (band or [None])[0], hedges), strict=True))


def made(claim: Claim) -> dict[str, object]:
    band = getattr(claim, "band", None)
    values = (claim.form.value, claim.stance.value, claim.certainty.value, band)
    return dict(zip(FIELDS, (*values, [h.exact for h in claim.hedges]), strict=True))


def score(case: GoldCase, claims: Sequence[Claim], number: int) -> tuple[Counter[str], str]:
    """Return which fields of one expected claim are right, and what was found in its place."""
    gold, claim = wanted(case, number), claim_meant(claims, case, number)
    found = made(claim) if claim is not None else {}
    right = {name: claim is not None and found[name] == gold[name] for name in FIELDS}
    tally = Counter(all=1, found=claim is not None, every=all(right.values()), **right)
    banded = gold["band"] is not None or found.get("band") is not None
    tally.update(banded=banded, banded_right=banded and right["band"])
    wrong = [f"{n} {found.get(n)} for {gold[n]}" for n in FIELDS if not right[n]]
    return tally, "; ".join(wrong) if claim is not None else "not found"


def show(part: str, tally: Counter[str]) -> None:
    total, found = tally["all"], max(1, tally["found"])
    print(f"{part:5} {total} claims, {total - tally['found']} not found")
    for name in (*FIELDS, "every"):
        print(f"      {name:9} {tally[name] / total:.3f}  of those found {tally[name] / found:.3f}")
    share = tally["banded_right"] / max(1, tally["banded"])
    print(f"      band      {share:.3f}  of the {tally['banded']} that have or were given one")


def tallies(failures: bool = False) -> dict[str, Counter[str]]:
    """Return the counts of the open and of the held cases; `failures` prints what fails."""
    cases = gold_cases(GOLD)
    found = {"open": Counter[str](), "held": Counter[str]()}
    for case, doc in zip(cases, map(parse, (c.document for c in cases)), strict=True):
        claims = extract(case.document, doc)
        for number in case.expected:
            tally, wrong = score(case, claims, number)
            found["held" if case.held else "open"] += tally
            if failures and not case.held and wrong:
                print(f"{case.title} [{number}]: {wrong}")
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--failures", action="store_true", help="show what fails, open cases only")
    for part, tally in tallies(options.parse_args().failures).items():
        show(part, tally)


if __name__ == "__main__":
    main()
