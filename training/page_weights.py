"""Learn which places of a web page tell its title, author, day and text.

    python training/page_weights.py [--folder FOLDER] [--jobs N]

reads the pages of `benchmarks/pages.py` that fall into the half for learning, fits a
conditional logit for each (McFadden 1974; for blocks of text a logistic regression) by L-BFGS with
a quadratic penalty, and writes the weights to `src/variorum/read/web/page_weights.yaml`. The other
half is what the benchmark measures.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
import yaml
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import pages
from variorum.read.content import Source
from variorum.read.web import html
from variorum.read.web.byline import candidates
from variorum.read.web.day import days
from variorum.read.web.headline import bare, headline, titles
from variorum.read.web.page_blocks import UNMISTAKABLE, Block, marked, weighed_again
from variorum.read.web.page_metadata import people
from variorum.read.web.weighing import NONE, chance, marks_of
from variorum.settings import Settings

OUT = Path(__file__).parents[1] / "src/variorum/read/web/page_weights.yaml"
PENALTY = {"title": 2.0, "author": 2.0, "day": 4.0, "text": 5.0, "text again": 3.0}
LEAST = 3
"""A mark that stands in fewer choices is not learned."""
SILVER = 0.003
"""How much a block without gold counts on which trafilatura's three readings agree."""

WHOLE = 0.02
"""How much a block counts of a page whose whole text is told, beside one in which one sentence is
marked."""
PARTS = 3
"""Into so many parts the sites are cut that teach what blocks are weighed by again."""

Choice = tuple[list[Iterable[str]], int, float]
"""The marks of each value, which of them is right (-1: none), and how much it counts."""


def title_choices(page: pages.Page) -> dict[str, list[Choice]]:
    """Return what a page teaches of titles, from which its heading is told."""
    opened = html.opened(pages.source(page))
    if opened is None or not page.gold.get("title"):
        return {}
    _, values = titles(opened.tree, opened.headline, opened.sites)
    return {"title": _choice(values, bare(page.gold["title"]))}


def choices(page: pages.Page) -> dict[str, list[Any]]:
    """Return what else a page teaches, kind by kind."""
    opened = html.opened(pages.source(page))
    if opened is None:
        return {}
    tree, told, gold = opened.tree, opened.told, page.gold
    heading, _ = headline(tree, opened.headline, opened.sites)
    learned: dict[str, list[Any]] = {}
    if "author" in gold:
        _, named = candidates(tree, heading, people(told), opened.sites, opened.stated.author)
        right = frozenset(bare(name) for name in pages.names(gold["author"]))
        learned["author"] = _choice(named, right)
    if gold.get("day"):
        learned["day"] = _choice(marks_of(days(tree, heading, told)), gold["day"])
    if gold.get("with") or gold.get("without"):
        told = list(marked(tree))
        learned["blocks"] = [marks for _, marks in told]
        learned["right"] = list(_blocks(told, gold))
        learned["part"] = [pages.part(page, PARTS)]
    return learned


def article_choices(article: pages.Article) -> dict[str, list[Any]]:
    """Return what a page whose whole text is told teaches of blocks."""
    opened = html.opened(Source("page.html", ".html", article.data, Settings()))
    if opened is None:
        return {}
    told = list(marked(opened.tree))
    lines, whole = set(map(bare, article.text.split("\n"))), bare(article.text)
    names = enumerate(bare(block.words) for block, _ in told)
    own = [(n, name in lines or (len(name) >= UNMISTAKABLE and name in whole)) for n, name in names]
    return {
        "blocks": [marks for _, marks in told],
        "right": [(n, 0 if right else -1, WHOLE) for n, right in own],
        "part": [int(article.name[8:16], 16) % PARTS],
    }


def _choice(values: dict[Any, set[str]], right: Any) -> list[Choice]:
    names = list(values)
    place = names.index(right) if right in values else -1
    return [([values[name] for name in names], place, 1.0)] if names else []


def _blocks(
    told: list[tuple[Block, set[str]]], gold: dict[str, Any]
) -> Iterable[tuple[int, int, float]]:
    """Yield which blocks the marked sentences stand in, and, lightly, the others.

    With each stands 0 where it is of the text and -1 where it is not, and how much it counts.
    """
    seen: set[int] = set()
    for key, right in (("with", 0), ("without", -1)):
        for sentence in (" ".join(str(one).split()) for one in gold.get(key) or ()):
            hits = [number for number, (block, _) in enumerate(told) if sentence in block.words]
            seen |= set(hits)
            yield from ((number, right, 1 / len(hits)) for number in hits)
    for number, (_, marks) in enumerate(told):
        if number not in seen and marks & {"in usual+strict+broad", "in "}:
            yield number, -1 if "in " in marks else 0, SILVER


def _taught(taught: Iterable[dict[str, list[Any]]], key: str = "blocks") -> list[Choice]:
    """Return what the blocks of some pages teach."""
    return [([page[key][n]], right, count) for page in taught for n, right, count in page["right"]]


def text_weights(taught: Sequence[dict[str, list[Any]]]) -> dict[str, dict[str, float]]:
    """Return the weights of blocks, and those by which they are weighed again.

    The latter are learned from what weights tell that were learned from other sites.
    """
    for part in range(PARTS):
        others = [page for page in taught if page["part"] != [part]]
        weights = fitted(_taught(others), PENALTY["text"])
        for page in (page for page in taught if page["part"] == [part]):
            sure = [chance(weights, marks) for marks in page["blocks"]]
            page["again"] = list(weighed_again(page["blocks"], sure))
    return {
        "text": fitted(_taught(taught), PENALTY["text"]),
        "text again": fitted(_taught(taught, "again"), PENALTY["text again"]),
    }


def fitted(given: Sequence[Choice], penalty: float) -> dict[str, float]:
    """Return the weight of each mark, and that of no value, that make the right ones likeliest."""
    seen = Counter(mark for values, *_ in given for marks in values for mark in marks)
    names = [NONE, *sorted(mark for mark, count in seen.items() if count >= LEAST)]
    place = {name: number for number, name in enumerate(names)}
    rows, columns, starts, right = [], [], [0], []
    for values, which, _ in given:
        first = starts[-1]
        rows.append(first)
        columns.append(0)
        for number, marks in enumerate(values, first + 1):
            known = [place[mark] for mark in marks if mark in place]
            rows += [number] * len(known)
            columns += known
        right.append(first + which + 1)
        starts.append(first + len(values) + 1)
    shape = (starts[-1], len(names))
    table = scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    counts = np.array([count for *_, count in given])
    ends, owner = np.array(starts[:-1]), np.repeat(np.arange(len(given)), np.diff(starts))

    def loss(weights: Any) -> tuple[float, Any]:
        score = table @ weights
        most = np.maximum.reduceat(score, ends)
        raised = np.exp(score - most[owner])
        whole = np.add.reduceat(raised, ends)
        likely = (score[right] - most - np.log(whole)) @ counts
        told = np.zeros(len(score))
        np.add.at(told, right, counts)
        slope = table.T @ (told - raised / whole[owner] * counts[owner])
        return penalty * (weights @ weights) / 2 - likely, penalty * weights - slope

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    weights = {name: round(float(weight), 2) for name, weight in zip(names, best, strict=True)}
    return {name: weight for name, weight in weights.items() if weight or name == NONE}


def main() -> None:
    """Learn the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--folder", type=Path, default=pages.FOLDER)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--half", type=int, default=pages.LEARNED)
    asked = parser.parse_args()
    every = (page for suite in pages.SUITES for page in pages.pages(asked.folder, suite))
    given = [page for page in every if page.path.exists() and pages.half(page) == asked.half]
    weights = {kind: {NONE: 0.0} for kind in PENALTY}
    for teach in (title_choices, choices):
        write(asked.out, weights)
        with Pool(asked.jobs) as pool:
            learned = pool.map(teach, given, chunksize=10)
        for kind in PENALTY.keys() & set().union(*learned):
            taught = [one for page in learned for one in page.get(kind, ())]
            weights[kind] = fitted(taught, PENALTY[kind])
    with Pool(asked.jobs) as pool:
        learned += pool.map(article_choices, pages.articles(asked.folder, asked.half), chunksize=10)
    weights |= text_weights([page for page in learned if "right" in page])
    write(asked.out, weights)
    print({kind: len(table) for kind, table in weights.items()})


def write(path: Path, weights: dict[str, dict[str, float]]) -> None:
    """Write the weights where the package reads them."""
    made = "# How much each mark of a place on a page weighs; made by training/page_weights.py.\n"
    path.write_text(made + yaml.safe_dump(weights, allow_unicode=True, width=100), "utf-8")


if __name__ == "__main__":
    main()
