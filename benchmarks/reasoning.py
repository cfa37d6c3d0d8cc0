"""Times the reasoning on synthetic cases, from a thousand claims to a million.

    python benchmarks/reasoning.py [--sizes 1000 10000 100000] [--shape many|few] [--stages]

A case is made as records, without reading any text: reports of ten claims, each a number of people
killed, injured or gone at a place, most of them as it was, one in twenty a lie, some about or at
least. In the shape `many` each question has some twenty answers; in `few` a handful of questions
have all of them, as when the whole world reports one event.

Each size runs in a process of its own, which prints the seconds that comparing took, its peak
memory, what was found, the largest component and what was cut, and how long the solver alone takes
for the same constraints. `--stages` tells the time of each stage. The last lines give the exponents
of time and memory in the number of claims, by least squares over the logarithms.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import multiprocessing
import random
import resource
import sys
import time
from collections import Counter
from typing import Any

import z3

from variorum import compare as stage
from variorum.compare.solver import constraints as world_module
from variorum.model import Claim, Document, Form, Link, Measure, Scope, Speaker, SpeakerKind
from variorum.settings import Settings
from variorum.text import span

# The package names a function like the module, so that the module is asked for by its path.
components_module = importlib.import_module("variorum.compare.quantities.components")
CLAIMS_A_REPORT = 10
ANSWERS_A_QUESTION = 20
QUESTIONS_OF_FEW = 8
LIES = 0.05
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "al", "en", "or")]
WHAT = (
    ("people", "people", "killed", "were killed"),
    ("people.children", "children", "killed", "were killed"),
    ("people", "people", "injured", "were injured"),
    ("people.fighters", "fighters", "left", "left"),
    ("people", "people", "left", "left"),
    ("vehicles.trucks", "trucks", "left", "left"),
)
SPEAKERS = ("The mayor", "Police", "A doctor", "The army", "The ministry", "The Red Crescent")


class World:
    """The truth of a synthetic case: places with what happened there."""

    def __init__(self, size: int, shape: str, chance: random.Random) -> None:
        questions = size // ANSWERS_A_QUESTION if shape == "many" else QUESTIONS_OF_FEW
        self._chance = chance
        self.places = [self._name() for _ in range(max(1, questions // len(WHAT)))]
        self._truth: dict[tuple[str, int], int] = {}

    def _name(self) -> str:
        """Return a name unlike the others: places spelled much the same count as one."""
        return "".join(self._chance.choice(SYLLABLES) for _ in range(5)).title()

    def truth(self, place: str, what: int) -> int:
        """Return how many it truly were; parts are never more than what holds them."""
        if (place, what) not in self._truth:
            whole = self._chance.randint(20, 900)
            self._truth[place, 0] = whole
            self._truth[place, 1] = self._chance.randint(1, whole)
            self._truth[place, 2] = self._chance.randint(20, 900)
            self._truth[place, 4] = self._chance.randint(200, 4000)
            self._truth[place, 3] = self._chance.randint(1, self._truth[place, 4])
            self._truth[place, 5] = self._chance.randint(5, 80)
        return self._truth[place, what]


def made(size: int, shape: str, seed: int = 1) -> tuple[list[Document], list[Claim]]:
    """Return the reports and claims of a synthetic case of about `size` claims."""
    chance = random.Random(seed)
    world = World(size, shape, chance)
    documents: list[Document] = []
    claims: list[Claim] = []
    for number in range(size // CLAIMS_A_REPORT):
        rows = [_sentence(world, chance) for _ in range(CLAIMS_A_REPORT)]
        text = f"Report {number}. " + " ".join(sentence for sentence, *_ in rows)
        day = f"2020-05-{1 + number % 28:02d}"
        publisher = f"Outlet {number % (1 + size // 200)}"
        document = Document.from_text(text, publisher=publisher, published=day)
        documents.append(document)
        at = len(f"Report {number}. ")
        for sentence, words, low, high, speaker, place, what in rows:
            claims.append(_claim(document, at, sentence, words, low, high, speaker, place, what))
            at += len(sentence) + 1
    return documents, claims


def _sentence(world: World, chance: random.Random) -> tuple[Any, ...]:
    place, what = chance.choice(world.places), chance.randrange(len(WHAT))
    number = world.truth(place, what)
    if chance.random() < LIES:
        number = max(1, int(number * chance.choice((0.3, 0.5, 2, 3))))
    words, low, high = str(number), float(number), float(number)
    if chance.random() < 0.2:
        words, low, high = f"about {number}", number * 0.9, number * 1.1
    elif chance.random() < 0.1:
        words, high = f"at least {number}", math.inf
    speaker = chance.choice(SPEAKERS)
    _, noun, _, verb = WHAT[what]
    sentence = f"{speaker} said {words} {noun} {verb} in {place}."
    return sentence, words, low, None if high == math.inf else high, speaker, place, what


def _claim(  # noqa: PLR0913, PLR0917  (the parts of a row)
    document: Document,
    at: int,
    sentence: str,
    words: str,
    low: float,
    high: float | None,
    speaker: str,
    place: str,
    what: int,
) -> Claim:
    kind, noun, event, _ = WHAT[what]
    start = at + len(speaker) + len(" said ")
    content = (span(document, start, at + len(sentence) - 1),)
    measure = Measure(
        kind=kind,
        noun=noun,
        low=low,
        high=high,
        approximate=" " in words,
        scope=Scope(event=event, place=place),
        text=words,
        span=span(document, start, start + len(words)),
    )
    who = Speaker(name=speaker, kind=SpeakerKind.ORGANISATION)
    return Claim(
        id=Claim.identify(document.id, who, None, content, Form.INDIRECT),
        document=document.id,
        speaker=who,
        relay=(Link(name=document.name), Link(name=speaker)),
        content=content,
        form=Form.INDIRECT,
        measures=(measure,),
    )


class Watch:
    """Sums the time of the stages, and keeps the worlds that were asked."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.worlds: list[world_module.World] = []

    def time_stages(self) -> None:
        """Put a clock around each function that `compare` calls."""
        for name, thing in list(vars(stage).items()):
            inner = getattr(thing, "__module__", "").startswith("variorum.compare.")
            if inner and callable(thing) and not isinstance(thing, type):
                setattr(stage, name, self._timed(name, thing))

    def keep_worlds(self) -> None:
        """Remember every world that a component is made of."""
        make = components_module.World
        kept = self.worlds

        def remembered(*parts: Any, **named: Any) -> world_module.World:
            kept.append(make(*parts, **named))
            return kept[-1]

        components_module.World = remembered

    def _timed(self, name: str, call: Any) -> Any:
        def timed(*parts: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return call(*parts, **named)
            finally:
                self.seconds[name] += time.perf_counter() - start

        return timed


def bare(worlds: list[world_module.World]) -> float:
    """Return the seconds that the solver takes to be given every world and to judge it once."""
    start = time.perf_counter()
    for world in worlds:
        solver = z3.Solver()
        numbers = {v: z3.Real(v.key) for v in world.variables()}
        for number in numbers.values():
            solver.add(number >= 0)
        switches = [z3.Bool(f"s{i}") for i in range(len(world.answers))]
        for switch, answer in zip(switches, world.answers, strict=True):
            bound, x = answer.bound, numbers[answer.bound.variable]
            if bound.low is not None:
                solver.add(z3.Implies(switch, x >= bound.low))
            if bound.high is not None:
                solver.add(z3.Implies(switch, x <= bound.high))
        for part in world.parts:
            solver.add(numbers[part.smaller] <= numbers[part.larger])
        solver.check(switches)
    return time.perf_counter() - start


def measured(size: int, shape: str, stages: bool) -> dict[str, Any]:
    """Return what comparing a case of that size took and found."""
    documents, claims = made(size, shape)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    watch = Watch()
    watch.keep_worlds()
    if stages:
        watch.time_stages()
    start = time.perf_counter()
    found = stage.compare(documents, claims, Settings())
    seconds = time.perf_counter() - start
    return {
        "claims": len(claims),
        "seconds": round(seconds, 2),
        "made_mb": round(before),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "questions": len(found.questions),
        "contradictions": len(found.contradictions),
        "versions": len(found.versions),
        "components": len(watch.worlds),
        "largest": max((len(world.answers) for world in watch.worlds), default=0),
        "cut": sum(gap.kind == "limit" for gap in found.gaps),
        "solver": round(bare(watch.worlds), 2),
        "stages": {k: round(v, 2) for k, v in watch.seconds.most_common()} if stages else {},
    }


def _child(pipe: Any, size: int, shape: str, stages: bool) -> None:
    pipe.send(json.dumps(measured(size, shape, stages)))
    pipe.close()


def exponent(rows: list[dict[str, Any]], field: str) -> float:
    """Return the slope of the logarithm of a field over that of the claims."""
    xs = [math.log(row["claims"]) for row in rows]
    ys = [math.log(max(row[field], 1e-3)) for row in rows]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - mx) ** 2 for x in xs
    )


def main() -> None:
    """Run the sizes and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--shape", choices=("many", "few"), default="many")
    parser.add_argument("--stages", action="store_true")
    args = parser.parse_args()
    rows = []
    for size in args.sizes:
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        call = (theirs, size, args.shape, args.stages)
        child = multiprocessing.get_context("spawn").Process(target=_child, args=call)
        child.start()
        theirs.close()
        row = json.loads(ours.recv())
        child.join()
        rows.append(row)
        ratio = row["seconds"] / max(row["solver"], 1e-6)
        print(
            f"{row['claims']:9,} claims  {row['seconds']:8.2f} s  {row['peak_mb']:6,} MB "
            f"({row['made_mb']:,} before)  {row['questions']:,} questions  "
            f"{row['contradictions']:,} contradictions  {row['versions']:,} versions  "
            f"largest component {row['largest']:,}  cut {row['cut']}  "
            f"solver alone {row['solver']:.2f} s ({ratio:.2f} times)"
        )
        for name, seconds in row["stages"].items():
            print(f"              {name:16} {seconds:8.2f} s")
        sys.stdout.flush()
    if len(rows) > 1:
        print(f"time n^{exponent(rows, 'seconds'):.2f}, memory n^{exponent(rows, 'peak_mb'):.2f}")


if __name__ == "__main__":
    main()
