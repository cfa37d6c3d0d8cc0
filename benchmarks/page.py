"""How fast the page of a large case is drawn and filtered, in a headless Chromium.

    python benchmarks/page.py [CASE.db] [--claims 1000 10000] [--repeat N]

The case is the bundled one, or the one named; its reports are repeated under other ids until there
are as many claims as are asked for. *First paint* is the browser's own first-contentful-paint after
the file was asked for; a *filter* is one change of one field, with the layout that follows. Aims,
for 1,000 claims: 300 ms and 100 ms.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from variorum.case import Case
from variorum.model import Claim
from variorum.pipeline import build
from variorum.publish.page import render
from variorum.store import Store

DEMO = Path(__file__).resolve().parents[1] / "examples" / "raqqa-2017"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FILTER = """([id, value]) => {
  const field = document.getElementById(id);
  const start = performance.now();
  field.value = value || field.options[1].value;
  field.dispatchEvent(new Event("input"));
  document.documentElement.getBoundingClientRect();
  const spent = performance.now() - start;
  document.getElementById("clear").click();
  return spent;
}"""
FIELDS = {"find": "fighters", "by-source": "", "by-actor": "", "by-day": "", "by-position": ""}


def _again(case: Case, number: int) -> Case:
    """Return the documents and claims of a case under other ids, with all that they name."""
    ids = {d.id: hashlib.sha256(f"{d.id}{number}".encode()).hexdigest() for d in case.documents}
    claims = []
    for claim in case.claims:
        row = claim.model_dump_json().replace(claim.document, ids[claim.document])
        row = row.replace('"claim-', f'"claim-{number}-')
        claims.append(Claim.model_validate_json(row))
    documents = tuple(d.model_copy(update={"id": ids[d.id]}) for d in case.documents)
    return Case(documents, tuple(claims))


def grown(case: Case, claims: int) -> Case:
    """Return a case with at least so many claims, its reports repeated."""
    many = [case]
    while sum(len(one.claims) for one in many) < claims:
        many.append(_again(case, len(many)))
    return replace(
        case,
        documents=tuple(document for one in many for document in one.documents),
        claims=tuple(claim for one in many for claim in one.claims),
    )


def _times(page: Page, address: str, repeat: int) -> Iterator[tuple[str, float]]:
    for _ in range(repeat):
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_function(f"{PAINT} > 0")
        yield "first paint", page.evaluate(PAINT)
        yield from (
            (field, page.evaluate(FILTER, [field, value])) for field, value in FIELDS.items()
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("case", nargs="?", type=Path)
    parser.add_argument("--claims", nargs="+", type=int, default=[1_000, 10_000])
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    case = Store(args.case).load() if args.case else build([DEMO])
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for wanted in args.claims:
            large = grown(case, wanted)
            start = time.perf_counter()
            text = render(large, "A large case")
            seconds = time.perf_counter() - start
            path = Path(folder) / f"{wanted}.html"
            path.write_text(text, "utf-8")
            print(f"{len(large.claims):,} claims: {len(text) / 1e6:.1f} MB in {seconds:.1f} s")
            times: dict[str, list[float]] = {}
            for name, spent in _times(page, path.as_uri(), args.repeat):
                times.setdefault(name, []).append(spent)
            for name, row in times.items():
                print(
                    f"  {name:12} median {statistics.median(row):6.0f} ms, most {max(row):6.0f} ms"
                )
        browser.close()


if __name__ == "__main__":
    main()
