"""Scanned pages: their lines by the program tesseract, where it is installed (Smith 2007)."""

import csv
import functools
import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from variorum.grouping import grouped
from variorum.read.lines import Line
from variorum.text import clean

PROGRAM = "tesseract"
# What the program calls the languages that are read, and their scripts.
LANGUAGES = frozenset("ara deu eng spa fas fra ind nor pol por rus tur ukr".split())  # noqa: SIM905
DOTS = 300  # Dots to the inch at which a page is drawn
POINTS = 72
INK = 0.1  # A band with ink over so much of the page's width may be a line
WORD = "5"


@dataclass(frozen=True)
class Scanned:
    """The lines of a page, how sure the program is of its words (0 to 100), and bands left over."""

    lines: list[Line]
    sure: list[float]
    unread: int


def is_there() -> bool:
    """Return whether the program is installed."""
    return shutil.which(PROGRAM) is not None


def scanned(page: Any) -> Scanned | None:
    """Return what a page of a PDF shows; None where the program fails or takes too long.

    Ink in which no text is found is counted: the program leaves out lines without a word.
    """
    picture = page.render(scale=DOTS / POINTS, grayscale=True).to_numpy()
    dots = np.ascontiguousarray(picture.reshape(picture.shape[:2]))
    head = f"P5 {dots.shape[1]} {dots.shape[0]} 255\n".encode()
    call = [PROGRAM, "stdin", "stdout", "-l", _languages(), "--dpi", str(DOTS), "tsv"]
    try:
        done = subprocess.run(
            call, input=head + dots.tobytes(), capture_output=True, timeout=120, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    words = list(_words(done.stdout.decode("utf-8", "replace")))
    return Scanned(
        lines=list(_lines(words, dots.shape[0])),
        sure=[float(word["conf"]) for word in words],
        unread=_bands(dots, words),
    )


@functools.cache
def _languages() -> str:
    """Return the languages that are installed for the program and read here, joined by '+'."""
    try:
        told = subprocess.run(
            [PROGRAM, "--list-langs"], capture_output=True, timeout=120, check=True, text=True
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        told = []
    return "+".join(sorted(LANGUAGES.intersection(told))) or "eng"


def _words(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the program's table that are words."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == WORD and (row.get("text") or "").strip():
            yield row


def _box(word: dict[str, str]) -> tuple[int, int, int, int]:
    left, top = int(word["left"]), int(word["top"])
    return left, top, left + int(word["width"]), top + int(word["height"])


def _lines(words: list[dict[str, str]], height: int) -> Iterator[Line]:
    """Yield the lines with their places in points from the lower left."""
    parts = ("block_num", "par_num", "line_num")
    held = grouped((tuple(word[part] for part in parts), word) for word in words)
    for line in held.values():
        lefts, tops, rights, bottoms = zip(*map(_box, line), strict=True)
        scale = POINTS / DOTS
        yield Line(
            words=clean(" ".join(word["text"] for word in line)),
            left=min(lefts) * scale,
            right=max(rights) * scale,
            bottom=(height - max(bottoms)) * scale,
            height=(max(bottoms) - min(tops)) * scale,
        )


def _bands(dots: Any, words: list[dict[str, str]]) -> int:
    """Return how many bands of ink, as high as a line, no word of the text stands in."""
    ink = dots < 128
    heights = []
    for left, top, right, bottom in map(_box, words):
        ink[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2] = False
        heights.append(bottom - top)
    least = max(4, int(np.median(heights)) // 2) if heights else DOTS // 20
    wide = np.array([_span(row) for row in ink]) >= INK * ink.shape[1]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], wide.astype(int), [0]))))
    return int(
        sum(end - begin >= least for begin, end in zip(edges[::2], edges[1::2], strict=True))
    )


def _span(row: Any) -> int:
    """Return how far apart the first and the last ink of a row of dots are."""
    dark = np.flatnonzero(row)
    return int(dark[-1] - dark[0]) if len(dark) else 0
