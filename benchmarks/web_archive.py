"""Read a large web archive: what it takes, and whether anything differs from page by page.

    python benchmarks/web_archive.py [--pages 10000] [--compare 200] [--no-parse]

writes a WARC (gzip) of so many invented pages by warcio, lists and reads every record, and prints
the seconds and the most memory that the process held before and after. `--compare N` reads N of the
pages as files of their own too: their documents must be the same. `--no-parse` reads the bytes of
each record and makes no document of them, which is what the archive itself costs.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import tempfile
import time
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from variorum.read import find, read

WORDS = "The mayor said that {} people were killed in the market on Sunday, and {} were hurt."
MENU = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(200))


def page(number: int) -> bytes:
    """Return an invented page, another for each number."""
    told = random.Random(number)
    body = "".join(
        f"<p>{WORDS.format(told.randint(1, 900), told.randint(1, 900))}</p>" for _ in "abcdef"
    )
    head = f"<title>Market {number} | The Gull</title><meta name='author' content='Ana Ruiz'>"
    whole = f"<html lang='en'><head>{head}</head><body><nav><ul>{MENU}</ul></nav><article>"
    return (
        f"{whole}<h1>Market {number}</h1><p>4 May 2031</p>{body}</article></body></html>".encode()
    )


def write(path: Path, count: int) -> None:
    """Write the archive."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number in range(count):
            headers = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"
            )
            writer.write_record(
                writer.create_warc_record(
                    f"https://gull.example/{number}",
                    "response",
                    payload=io.BytesIO(page(number)),
                    http_headers=headers,
                )
            )


def held() -> float:
    """Return the most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Write, read and compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--compare", type=int, default=200)
    parser.add_argument("--no-parse", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "web.warc.gz"
        write(archive, asked.pages)
        begun = time.monotonic()
        found = find([archive])
        print(f"{len(found)} records of {archive.stat().st_size / 1e6:.0f} MB listed", end="")
        print(f" in {time.monotonic() - begun:.1f} s, {held():.0f} MB held")
        read(found[0])
        before, begun = held(), time.monotonic()
        for file in found:
            file.read_bytes() if asked.no_parse else read(file)
        print(f"read in {time.monotonic() - begun:.1f} s, {before:.0f} MB held, then {held():.0f}")
        alone = Path(folder) / "alone.html"
        step = max(1, len(found) // max(1, asked.compare))
        same = 0
        for number in range(0, len(found), step):
            alone.write_bytes(page(number))
            one, other = read(found[number]), read(alone)
            same += (one.id, one.title, one.author, one.published) == (
                other.id,
                other.title,
                other.author,
                other.published,
            )
        print(f"{same} of {len(range(0, len(found), step))} compared are the same")


if __name__ == "__main__":
    main()
