"""Score the relays of claims: through whom each reached the page, from publisher to speaker.

    python benchmarks/relay.py [--failures]

reads the gold of tests/cases/relay, extracts the claims of each text, and asks of each marked one:
is its chain just the one expected, with every link in order, none missing and none too many? A
name may be a longer or shorter form of the one expected ("the mayor", "the mayor of Vik"); *letter
for letter* counts the names that are the same. A claim that is not found is wrong; such cases are
also counted apart, as their fault lies before the relay. Two of three cases are open, to work
with; the third is held back, and `--failures` never shows it.

What counts as a link, in the gold: a publisher of news who was told, interviewed, carried, quoted,
saw or translated it; the speaker of every claim that holds this one; whoever is cited for it; an
agency whose dispatch the text is by its dateline, byline or credit. No link are a public that was
told (reporters, a court), a platform, whoever contributed to a part, and the publisher again.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from gold_marks import GoldCase, claim_meant, gold_cases
from variorum.extract import extract
from variorum.language.parsing import parse

GOLD = Path(__file__).parent.parent / "tests" / "cases" / "relay"
ARTICLES = re.compile(r"^(?:the|a|an) ")


def same(name: str, wanted: str) -> bool:
    """Return whether one name is the other, or a longer form of it."""
    one, other = (set(re.findall(r"\w+", each.casefold())) - {"the"} for each in (name, wanted))
    return bool(one and other) and (one <= other or other <= one)


def letters(name: str) -> str:
    return ARTICLES.sub("", name.casefold())


def score(case: GoldCase, claims: list, number: int) -> tuple[Counter[str], str]:
    """Return what is right of one expected chain, and what was found in its place."""
    wanted = case.expected[number].split(" > ")
    claim = claim_meant(claims, case, number)
    found = [link.name for link in claim.relay] if claim is not None else []
    chain = len(found) == len(wanted) and all(map(same, found, wanted))
    exact = chain and [*map(letters, found)] == [*map(letters, wanted)]
    cues = case.places("cue", number)
    cue = claim.cue if claim is not None else None
    met = cue is not None and any(a < cue.end and cue.start < b for a, b in cues)
    missed = claim is None or (bool(cues) and not met and not chain)
    kind = "long" if len(found) > len(wanted) else "short" if len(found) < len(wanted) else "other"
    tally = Counter(all=1, chain=chain, exact=exact, missed=missed, found=not missed)
    tally.update({kind: not chain and not missed, f"{len(wanted)} right": chain})
    tally[f"{len(wanted)} links"] += 1
    return tally, " > ".join(found) or "nothing"


def show(part: str, tally: Counter[str]) -> None:
    print(
        f"{part:5} {tally['chain']}/{tally['all']} chains exact"
        f" = {tally['chain'] / tally['all']:.3f};"
        f" letter for letter {tally['exact'] / tally['all']:.3f};"
        f" of those whose attribution was found {tally['chain'] / max(1, tally['found']):.3f}"
    )
    print(
        f"      wrong: {tally['missed']} attribution not found, {tally['long']} too long,"
        f" {tally['short']} too short, {tally['other']} another name"
    )
    for length in range(1, 6):
        if total := tally[f"{length} links"]:
            print(f"      {length} links: {tally[f'{length} right']}/{total}")


def tallies(failures: bool = False) -> dict[str, Counter[str]]:
    """Return the counts of the open and of the held cases; `failures` prints what fails."""
    cases = gold_cases(GOLD)
    found = {"open": Counter[str](), "held": Counter[str]()}
    for case, doc in zip(cases, map(parse, (c.document for c in cases)), strict=True):
        claims = extract(case.document, doc)
        for number in case.expected:
            tally, made = score(case, claims, number)
            found["held" if case.held else "open"] += tally
            if failures and not case.held and not tally["chain"]:
                why = "not found, " if tally["missed"] else ""
                print(f"{case.title}: {why}{made}\n    for {case.expected[number]}")
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--failures", action="store_true", help="show what fails, open cases only")
    for part, tally in tallies(options.parse_args().failures).items():
        show(part, tally)


if __name__ == "__main__":
    main()
