"""Blacking out names of people and places in all that is published of a case.

Every letter of a name is replaced by a block, so that all offsets stay as they are. Ids are hashes
of what they name, from which a name could be guessed and tried; they are hashed again with a key
that is never published (HMAC, RFC 2104), and stay the same from one publication to the next.
"""

import hashlib
import hmac
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from enum import Enum
from typing import Any, TypeVar

from variorum.case import Case, in_force
from variorum.errors import VariorumError
from variorum.model import DecisionKind, SpeakerKind
from variorum.model.base import Record

BLOCK = "█"
# Of the name of a person each word of so many letters is blacked out where it stands alone.
SHORTEST = 3
# A name may have an ending of so many letters; in Arabic script as many may stand before it.
LONGEST_ENDING = 3
_ID = re.compile(r"\b(?:[a-z]+-)?[0-9a-f]{16}(?:[0-9a-f]{48})?\b")
_VOWEL = re.compile(r"(?<=\w{4})[aeiouyаеиоуыэюяё]$", re.IGNORECASE)
_WHERE = ("lat", "lon", "geonames", "radius_km")
R = TypeVar("R", bound=Record)


def redacted(case: Case, key: str) -> Case:
    """Return a case in which the names that people decided to redact are blacked out.

    Args:
        case: the case.
        key: a secret of the case.

    Raises:
        VariorumError: when a name would still stand somewhere.
    """
    chosen = {
        name
        for made in in_force(case.decisions)
        if made.kind is DecisionKind.REDACT
        for name in made.about
    }
    if not chosen:
        return case
    pattern = _pattern(_every_name(case, chosen))
    pattern = _pattern({*_every_name(case, chosen), *_parts(case, pattern)})
    made = _Redactor(case, pattern, key)
    comparison = case.comparison
    found = {f.name: made.records(getattr(comparison, f.name)) for f in fields(comparison)}
    public = Case(
        made.records(case.documents),
        made.records(case.claims),
        made.records(case.gaps),
        replace(comparison, **found),
        made.records(case.decisions),
    )
    if left := pattern.search(public.to_json(indent=None)):
        raise VariorumError(f"'{left[0]}' could not be blacked out everywhere; nothing is written.")
    return public


def _every_name(case: Case, chosen: Iterable[str]) -> set[str]:
    """Return names with all others of the same actors and places, and the words of people's."""
    names = set(chosen)
    known = {name.casefold() for name in names}
    for actor in case.actors:
        own = {actor.label, *(name.name for name in actor.names)}
        if known & {name.casefold() for name in own}:
            names |= own
            if actor.kind in {None, SpeakerKind.PERSON}:
                names |= {w for name in own for w in re.findall(r"\w+", name) if _tells(w)}
    for claim in case.claims:
        for place in claim.places:
            if {place.name.casefold(), (place.known_as or "").casefold()} & known:
                names |= {place.name, place.known_as or place.name}
    return names


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST and not word.islower()


def _parts(case: Case, pattern: re.Pattern[str]) -> set[str]:
    """Return the names that stand whole within a place where one is blacked out, as 'Lund' may."""
    inside: dict[str, list[range]] = {
        d.id: [range(m.start(), m.end() + 1) for m in pattern.finditer(d.text)]
        for d in case.documents
    }
    named = [(c.speaker.name, c.speaker.span) for c in case.claims]
    named += [(link.name, link.span) for c in case.claims for link in c.relay]
    named += [(mention.name, mention.span) for c in case.claims for mention in c.actors]
    named += [(place.name, place.span) for c in case.claims for place in c.places]
    return {
        name
        for name, span in named
        if span and any(span.start in at and span.end in at for at in inside.get(span.document, ()))
    }


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds names, in any case, with or without accents, and with their endings."""
    forms = {form for name in names for form in (name.strip(), _plain(name.strip())) if form}
    told = sorted(map(_form, forms), key=lambda form: (-len(form), form))
    before = rf"(?:[\u0621-\u064a]{{0,{LONGEST_ENDING}}})"
    after = rf"\w{{0,{LONGEST_ENDING}}}"
    return re.compile(rf"(?<!\w){before}(?:{'|'.join(told)}){after}(?!\w)", re.IGNORECASE)


def _form(name: str) -> str:
    """Return a name as a pattern: between its words may stand anything but words."""
    return r"[\W_]+".join(re.escape(word) for word in re.findall(r"\w+", _VOWEL.sub("", name)))


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


class _Redactor:
    """Black out names in records of all kinds."""

    def __init__(self, case: Case, pattern: re.Pattern[str], key: str) -> None:
        self._pattern, self._key = pattern, key.encode()
        self._text = {d.id: self.masked(d.text) for d in case.documents}
        parts = [getattr(case.comparison, f.name) for f in fields(case.comparison)]
        every = [case.documents, case.claims, case.decisions, *parts]
        self._ids = {record.id for part in every for record in part if hasattr(record, "id")}

    def records(self, found: Iterable[R]) -> tuple[R, ...]:
        """Return records with all names in them blacked out."""
        return tuple(type(r).model_validate(self._value(r.model_dump())) for r in found)

    def masked(self, text: str) -> str:
        """Return a text in which every letter of a name is a block."""
        return self._pattern.sub(lambda found: re.sub(r"\w", BLOCK, found[0]), text)

    def _value(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            if value.startswith('{"'):  # a record within a record: a claim as it was read
                return json.dumps(self._value(json.loads(value)), ensure_ascii=False)
            return _ID.sub(self._renamed, self.masked(value))
        if isinstance(value, Mapping):
            return self._row(value)
        if isinstance(value, list | tuple | set | frozenset):
            return type(value)(map(self._value, value))
        return value

    def _row(self, row: Mapping[Any, Any]) -> dict[Any, Any]:
        made = {self._value(name): self._value(value) for name, value in row.items()}
        if "exact" in row and row.get("document") in self._text:
            made |= self._span(row)
        if "lat" in row and "derived_from" in row:
            named = [made[name] for name in ("name", "known_as", "derived_from")]
            if BLOCK in json.dumps(named, ensure_ascii=False):
                made |= dict.fromkeys(_WHERE)
        return made

    def _span(self, row: Mapping[str, Any]) -> dict[str, str]:
        """Return the words of a span as they stand in the blacked out text."""
        text, start, end = self._text[row["document"]], row["start"], row["end"]
        before = len(row.get("prefix") or "")
        told = {"exact": text[start:end], "prefix": text[start - before : start]}
        return {**told, "suffix": text[end : end + len(row.get("suffix") or "")]}

    def _renamed(self, found: re.Match[str]) -> str:
        known = found[0]
        if known not in self._ids:
            return known
        prefix, dash, digits = known.rpartition("-")
        made = hmac.new(self._key, known.encode(), hashlib.sha256).hexdigest()
        return f"{prefix}{dash}{made[: len(digits)]}"
