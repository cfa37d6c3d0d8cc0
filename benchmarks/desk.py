"""The desk under kills, and how long it lets people wait.

    python benchmarks/desk.py [PATH ...] [--kills N] [--decisions N] [--postgres]
    python benchmarks/desk.py CASE.db --claims 1000 100000
    python benchmarks/desk.py CASE.db --gold GOLD.json

Builds the reports (default: the bundled case) and serves the case as a process of its own. The
server is killed (-9) `--kills` times at a random moment while decisions are sent over its API. Each
that it had acknowledged must be in the log afterwards, the file must be whole, and the log must
give the same record when it is replayed over a case that was built afresh. Then the seconds that
one correction of a speaker takes, from the request to the record compared anew, and that each page
takes. With `--postgres` the case is in a PostgreSQL server of its own, its owner is signed in, and
at every other kill the database is killed as well.

With `--claims` the reports of a case are repeated until there are so many claims, and the seconds
are printed that each page takes when it is asked for again, and a decision of each of `--kinds`
with the page after it: all sizes are asked in turn, so that other work slows them alike.

With `--gold` every claim of the case whose speaker is wrong by the answers of a careful reader is
corrected over the API, with the page of the claim before and after.
"""

from __future__ import annotations

import argparse
import http.client
import http.cookiejar
import json
import random
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import URLError

import variorum
from page import grown
from postgres_server import Server, programs, server
from variorum.store import PassKind, People, Role, Store
from variorum.web.guard import COOKIE

DEMO = Path(__file__).resolve().parents[1] / "examples" / "raqqa-2017"
MORE_PAGES = (
    "/happenings",
    "/agreements",
    "/stemma",
    "/timeline",
    "/map",
    "/new",
    "/blind",
    "/publish",
    "/api/claims?q=fighters",
)
OWNER = "Owner"
PAGES = ("/", "/reports", "/reports/1", "/names", "/search?q=fighters", "/log", "/api/claims")


@dataclass
class Running:
    """A desk that is served by a process of its own, and the browser that it has let in."""

    process: subprocess.Popen[str]
    address: str
    opener: urllib.request.OpenerDirector = field(
        default_factory=lambda: urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )
    )

    def get(self, path: str) -> str:
        """Return a page."""
        text: str = self.opener.open(f"{self.address}{path}", timeout=120).read().decode()
        return text

    def decide(self, **row: Any) -> str:
        """Return the id of a decision that the server has acknowledged."""
        request = urllib.request.Request(
            f"{self.address}/api/decisions",
            json.dumps({"who": "Ada", "why": "Read again."} | row).encode(),
            {"Content-Type": "application/json"},
        )
        told: str = json.loads(self.opener.open(request, timeout=120).read())["id"]
        return told


@contextmanager
def served(case: str) -> Iterator[Running]:
    """Serve a case until the block ends, or until somebody kills it."""
    command = [sys.executable, "-m", "variorum", "serve", case]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"(http://[\d.:]+)(/\S*)", process.stdout.readline())
        assert found is not None, "the desk did not start"
        running = Running(process, found[1])
        if case.startswith("postgresql"):
            with People(case, create=False) as people:
                token = people.admit(OWNER, PassKind.SESSION)
            running.opener.addheaders = [("Cookie", f"{COOKIE}={token}")]
        running.get(found[2])
        try:
            yield running
        finally:
            process.kill()


def acknowledged(
    case: str, claims: list[str], chance: random.Random, database: Server | None = None
) -> list[str]:
    """Return the ids of the decisions that a server acknowledged until it was killed."""
    kept = []

    def kill() -> None:
        if database is not None:
            database.end(signal.SIGKILL)
        desk.process.send_signal(signal.SIGKILL)

    with served(case) as desk:
        threading.Timer(chance.uniform(0.2, 4), kill).start()
        while True:
            try:
                claim = chance.choice(claims)
                kept.append(desk.decide(kind="note", about=[claim], why=f"{chance.random()}"))
            except (URLError, OSError, http.client.HTTPException):
                return kept


def whole(case: str) -> bool:
    """Return whether the case can be read whole; of a file, whether SQLite finds nothing wrong."""
    if case.startswith("postgresql"):
        with Store(case, create=False) as store:
            return bool(store.load().claims)
    with closing(sqlite3.connect(case)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def replayed(case: str, afresh: str) -> bool:
    """Return whether the log of a case, over another that was just built, gives the same record."""
    with Store(case, create=False) as one, Store(afresh, create=False) as other:
        return variorum.decide(other, one.decisions()).to_json() == one.load().to_json()


def timed(desk: Running, claims: list[str], speaker: str) -> list[float]:
    """Return the seconds that each correction takes."""
    taken = []
    for claim in claims:
        began = time.perf_counter()
        desk.decide(kind="correct", about=[claim], fields={"speaker": speaker})
        taken.append(time.perf_counter() - began)
    return taken


def misattributed(case: variorum.Case, gold: Path) -> dict[str, str]:
    """Return the claims whose speaker and relay have no word of the right speaker, and who it is.

    Args:
        case: the case.
        gold: as JSON, `questions` with `answers`, each of a file, a speaker and the exact words.
    """
    wrong: dict[str, str] = {}
    for answer in (
        a for q in json.loads(gold.read_text("utf-8"))["questions"] for a in q["answers"]
    ):
        held = [
            claim
            for claim in case.claims
            if Path(case.document_by_id[claim.document].path or "").name == answer["file"]
            and answer["value"] in claim.text
        ]
        names = set(answer["speaker"].casefold().split())
        said = [
            " ".join((c.speaker.name, *(link.name for link in c.relay))).casefold().split()
            for c in held
        ]
        if held and not any(names & set(words) for words in said):
            wrong[min(held, key=lambda claim: len(claim.text)).id] = answer["speaker"]
    return wrong


def corrected(source: str, gold: Path) -> None:
    """Correct every wrong speaker as a reader does: open the claim, send the form, see the page."""
    with tempfile.TemporaryDirectory() as folder:
        place = shutil.copy(source, folder)
        with Store(place, create=False) as store:
            wrong = misattributed(store.load(), gold)
        taken = []
        with served(place) as desk:
            for claim, speaker in wrong.items():
                began = time.perf_counter()
                desk.get(f"/claims/{claim}")
                desk.decide(kind="correct", about=[claim], fields={"speaker": speaker})
                desk.get(f"/claims/{claim}")
                taken.append(time.perf_counter() - began)
        with Store(place, create=False) as store:
            left = misattributed(store.load(), gold)
        print(f"{len(wrong)} wrong speakers, {len(left)} after being corrected", flush=True)
        if taken:
            print(f"{statistics.median(taken):.1f} s each, at most {max(taken):.1f} s")


def sizes(source: str, wanted: list[int], kinds: list[str]) -> None:
    """Print the seconds of each page, and of decisions, for a case of two sizes, asked in turn."""
    with Store(source, create=False) as store:
        case = store.load()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ends:
        desks: list[tuple[Running, list[str], str]] = []
        for many in wanted:
            place, big = source, case
            if len(case.claims) < many:
                place, big = f"{folder}/{many}.db", grown(case, many)
                with Store(place) as store:
                    store.save(big)
            else:
                place = shutil.copy(source, folder)
            claims = [claim.id for claim in big.claims[:: len(big.claims) // 10]]
            actor = max(big.actors, key=lambda actor: len(actor.names)).id
            desks.append((ends.enter_context(served(place)), claims, actor))
            print(f"{len(big.claims)} claims", flush=True)
            del big
        for page in (*PAGES, *MORE_PAGES, "/claims/{claim}", "/names/{actor}"):
            asks = [
                partial(desk.get, page.format(claim=claims[5], actor=actor))
                for desk, claims, actor in desks
            ]
            _told(page, _in_turn(asks))
        for kind in kinds:
            _told(kind, _in_turn([_deciding(desk, claims, kind) for desk, claims, _ in desks], 3))


def _deciding(desk: Running, claims: list[str], kind: str) -> Callable[[], object]:
    """Return what decides about another claim each time, and opens its page after it."""
    others = iter(claims)

    def decide() -> None:
        claim = next(others)
        fields = {"speaker": f"The speaker of {claim}"} if kind == "correct" else {}
        desk.decide(kind=kind, about=[claim], fields=fields)
        desk.get(f"/claims/{claim}")

    return decide


def _in_turn(asks: list[Callable[[], object]], times: int = 25) -> list[list[float]]:
    """Return the seconds that each takes when it is asked again, all in turn."""
    taken: list[list[float]] = [[] for _ in asks]
    for _ in range(times + 1):
        for ask, own in zip(asks, taken, strict=True):
            began = time.perf_counter()
            ask()
            own.append(time.perf_counter() - began)
    return [own[1:] for own in taken]


def _told(what: str, taken: list[list[float]]) -> None:
    """Print the medians, and the ratio of the last to the first: of medians, and of the least."""
    medians = [statistics.median(own) for own in taken]
    each = " ".join(f"{seconds:.4f}" for seconds in medians)
    least = min(taken[-1]) / min(taken[0])
    print(
        f"{what[:20]}: {each} s, ratio {medians[-1] / medians[0]:.2f}, least {least:.2f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="*", default=[str(DEMO)])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--decisions", type=int, default=10)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--claims", type=int, nargs="+", default=[])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--kinds", nargs="+", default=["note", "accept"])
    told = parser.parse_args()
    if told.gold:
        corrected(told.paths[0], told.gold)
        return
    if told.claims:
        sizes(told.paths[0], told.claims, told.kinds)
        return
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ends:
        if told.postgres:
            found = programs()
            assert found is not None, "PostgreSQL is not installed"
            database = ends.enter_context(server(found))
            case, afresh = f"{database.url}#case", f"{database.url}#afresh"
        else:
            database = None
            case, afresh = f"{folder}/case.db", f"{folder}/afresh.db"
        for place in (case, afresh):
            with Store(place) as store:
                built = variorum.build(told.paths, store=store)
        if told.postgres:
            with People(case, create=False) as people:
                people.put(OWNER, Role.OWNER)
        claims = [claim.id for claim in built.claims]
        promised: list[str] = []
        sound = 0
        for number in range(told.kills):
            too = database if number % 2 else None
            promised += acknowledged(case, claims, chance, too)
            if too is not None:
                too.start()
            sound += whole(case)
        with Store(case, create=False) as store:
            held = {made.id for made in store.decisions()}
        lost = len([one for one in promised if one not in held])
        print(f"{told.kills} kills: {len(promised)} decisions acknowledged, {lost} lost; ", end="")
        print(f"{sound} times the case was whole; ", end="")
        print(f"the log replays to the same record: {replayed(case, afresh)}", flush=True)
        with served(case) as desk:
            taken = timed(desk, claims[: told.decisions], built.claims[0].speaker.name)
            print(f"a correction: {statistics.median(taken):.1f} s, at most {max(taken):.1f} s")
            for page in PAGES:
                began = time.perf_counter()
                desk.get(page)
                print(f"{page}: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
