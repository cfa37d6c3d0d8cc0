"""How fast an event data set is read into a case file, and how much memory that takes.

    python benchmarks/events.py [--rows N]

Writes a made-up file of N rows in the layout of UCDP GED, reads a tenth of it and then all of it
into a new case file, each in a process of its own, and asks the file for the events of a month. The
most memory a process ever held must not grow with the rows; the aim is at most a tenth more.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import os
import platform
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from variorum.model import Event
from variorum.read.event_data.event_data import read_events
from variorum.store import Store

ROWS = 1_000_000
AIM = 1.1
FIRST_DAY = datetime.date(1989, 1, 1)
DAYS = 12_000
WORDS = ("the", "a", "port", "road", "north", "of town", "fire", "bridge", "at dawn,", "they said:")
HEADER = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob"
)


def made_up(number: int, dice: random.Random) -> dict[str, object]:
    """Return one row; what it tells is nonsense, as long as such rows are."""
    start = FIRST_DAY + datetime.timedelta(days=dice.randrange(DAYS))
    end = start + datetime.timedelta(days=dice.choice([0, 0, 0, 0, 1, 6, 30]))
    sides = [f"Group {dice.randrange(900)}", f"Government of Country {dice.randrange(90)}"]
    lat, lon = dice.uniform(-60, 70), dice.uniform(-170, 170)
    low = dice.randrange(9)
    return {
        "id": number,
        "relid": f"CTY-{start.year}-1-{number}",
        "year": start.year,
        "active_year": 1,
        "code_status": "Clear",
        "type_of_violence": dice.randrange(1, 4),
        "conflict_new_id": dice.randrange(900),
        "conflict_name": ": ".join(sides),
        "dyad_new_id": dice.randrange(900),
        "dyad_name": " - ".join(sides),
        "side_a": sides[0],
        "side_b": sides[1],
        "number_of_sources": 2,
        "source_article": f'"Wire One,{start},{said(12, dice)}";"Wire Two,{start},{said(9, dice)}"',
        "source_office": "Wire One;Wire Two",
        "source_date": f"{start};{start}",
        "source_headline": said(12, dice),
        "source_original": said(3, dice),
        "where_prec": dice.randrange(1, 8),
        "where_coordinates": said(2, dice),
        "where_description": said(10, dice),
        "adm_1": said(2, dice),
        "latitude": f"{lat:.6f}",
        "longitude": f"{lon:.6f}",
        "geom_wkt": f"POINT ({lon:.6f} {lat:.6f})",
        "priogrid_gid": dice.randrange(250_000),
        "country": sides[1].partition(" of ")[2],
        "event_clarity": 1,
        "date_prec": dice.randrange(1, 6),
        "date_start": f"{start} 00:00:00.000",
        "date_end": f"{end} 00:00:00.000",
        "deaths_a": low,
        "deaths_b": 0,
        "best": low + 1,
        "high": low + 5,
        "low": low,
    }


def said(words: int, dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=words))


def write(path: Path, rows: int) -> None:
    dice = random.Random(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, next(csv.reader([HEADER])))
        table.writeheader()
        table.writerows(made_up(number, dice) for number in range(rows))


def kept(path: Path, gaps: list[str]) -> Iterator[Event]:
    for found in read_events(path):
        if isinstance(found, Event):
            yield found
        else:
            gaps.append(found.why)


def measure(path: Path, case: Path) -> tuple[int, float, float, float]:
    """Return the rows written, the seconds, those that a month takes, and the peak in MB."""
    gaps: list[str] = []
    begin = time.perf_counter()
    with Store(case) as store:
        rows = store.add_events(kept(path, gaps))
        read = time.perf_counter()
        found = sum(1 for _ in store.events_between("2015-03-01", "2015-03-31"))
        month = time.perf_counter() - read
    if gaps or rows != store_count(case) or not found:
        raise SystemExit(f"{len(gaps)} rows were not read, the first because: {gaps[:1]}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return rows, read - begin, month, peak


def store_count(case: Path) -> int:
    with Store(case, create=False) as store:
        return store.event_count()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rows", type=int, default=ROWS, help=f"rows (default: {ROWS:,})")
    most = options.parse_args().rows
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors\n\n"
        f"{'rows':>10} {'file':>8} {'seconds':>8} {'rows/s':>8} {'a month':>9} {'peak':>8}"
    )
    peaks = []
    for rows in (most // 10, most):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made-up.csv"
            write(path, rows)
            with ProcessPoolExecutor(1, get_context("spawn")) as apart:
                told = apart.submit(measure, path, Path(folder) / "case.db").result()
            written, seconds, month, peak = told
            print(
                f"{written:>10,} {path.stat().st_size / 1e6:>5.0f} MB {seconds:>8.1f}"
                f" {written / seconds:>8,.0f} {month:>7.2f} s {peak:>5.0f} MB",
                flush=True,
            )
            peaks.append(peak)
    print(f"\nmemory for ten times the rows: {peaks[1] / peaks[0]:.2f}   aim: at most {AIM}")


if __name__ == "__main__":
    main()
