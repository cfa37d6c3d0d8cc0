"""What can be counted or measured, and what happens to it: the loader of `taxonomy.yaml`.

Every stage may ask it: normalise names kinds and events by it, compare reasons over its tree.
"""

import functools
from dataclasses import dataclass
from typing import Any

from variorum.yaml_files import yaml_file

__all__ = ["Taxonomy", "Unit", "load"]

# Kinds that are measured, and that other events can befall than those made for them.
OF_THINGS = frozenset({"money", "weight", "volume"})


@dataclass(frozen=True)
class Unit:
    """A unit: the kind it measures, and its factor to that kind's first unit, if it has one."""

    name: str
    kind: str
    factor: float | None


class Taxonomy:
    """Kinds, units, events and subjects, each with the words that name it.

    Each list of the file is an attribute of the same name. `measured` are the kinds that are
    measured in a unit, not counted in whole things. `undergoes_else` is what a verb tells of a kind
    that its first event cannot befall: of attacks carried out. `later` is what befalls those
    afterwards of whom an event is told already: the wounded are moved.
    """

    def __init__(self) -> None:
        raw: dict[str, Any] = yaml_file("variorum.taxonomy", "taxonomy.yaml")
        # A kind below people for each noun that names persons.
        persons = {f"people.{n}": {"label": _plural(n), "words": [n]} for n in raw["persons"]}
        kinds, events = raw["kinds"] | persons, raw["events"]
        lists = {name: row for name, row in raw.items() if isinstance(row, list)}
        self._lists = {n: frozenset(row) for n, row in lists.items() if isinstance(row[0], str)}
        self.labels: dict[str, str] = {kind: row["label"] for kind, row in kinds.items()}
        self.kind_by_word: dict[str, str] = _by_word(kinds, "words")
        self.kind_by_phrase: dict[str, str] = _by_word(kinds, "phrases")
        self.modifiers: dict[tuple[str, str], str] = {
            (kind.rpartition(".")[0], word): kind
            for kind, row in kinds.items()
            for word in row.get("modifiers", ())
        }
        self.units: dict[str, Unit] = {
            n: Unit(n, row["kind"], row.get("factor")) for n, row in raw["units"].items()
        }
        self.event_labels: dict[str, str] = {event: row["label"] for event, row in events.items()}
        self.does: dict[str, str] = _by_word(events, "does")
        self.undergoes: dict[str, str] = _by_word(events, "undergoes")
        self.undergoes_else: dict[str, str] = _by_word(dict(reversed(events.items())), "undergoes")
        self.is_words: dict[str, str] = _by_word(events, "is")
        self.befalls: dict[str, tuple[str, ...]] = {
            event: tuple(row.get("of", ())) for event, row in events.items()
        }
        self.occurring: dict[str, str] = raw["occurring"]
        self.degrees: dict[tuple[str, str], str] = {
            (event, adverb): degree
            for event, rows in raw["degrees"].items()
            for degree, adverbs in rows.items()
            for adverb in adverbs
        }
        self.later: dict[str, frozenset[str]] = {
            event: frozenset(row) for event, row in raw["later"].items()
        }
        self.also: dict[str, str] = raw["also"]
        self.disjoint: tuple[tuple[str, ...], ...] = tuple(
            tuple(group) for group in raw["disjoint"]
        )
        self.implied: tuple[dict[str, Any], ...] = tuple(raw["implied"])
        self.subjects: dict[str, str] = {
            word: name for name, words in raw["subjects"].items() for word in words
        }

    def __getattr__(self, name: str) -> frozenset[str]:
        """Return the words or kinds of a list by its name."""
        if name not in vars(self).get("_lists", ()):
            raise AttributeError(name)
        found: frozenset[str] = self._lists[name]
        return found

    def kind(self, lemma: str) -> str | None:
        """Return the kind that the noun `lemma` names, or None."""
        return self.kind_by_word.get(lemma)

    def label(self, kind: str) -> str:
        """Return what a question calls `kind`, e.g. "foreign fighters"."""
        return self.labels.get(kind) or kind.rpartition(".")[2].replace("_", " ")

    def parent(self, kind: str) -> str | None:
        """Return the kind above `kind`, or None at the top."""
        return kind.rpartition(".")[0] or None

    def within(self, kind: str, ancestor: str) -> bool:
        """Return whether everything of `kind` is also of `ancestor`."""
        own = kind == ancestor or kind.startswith(ancestor + ".")
        return own or self.also.get(kind) == ancestor

    def narrow(self, kind: str, modifier: str) -> str:
        """Return the kind that `modifier` before a noun of `kind` makes of it."""
        return self.modifiers.get((kind, modifier), kind)

    def convert(self, value: float, unit: str, target: str) -> float | None:
        """Return `value` in `target`, or None where the two units do not measure the same."""
        a, b = self.units.get(unit), self.units.get(target)
        if a is None or b is None or a.kind != b.kind:
            return None
        if a.name == b.name:
            return value
        return value * a.factor / b.factor if a.factor and b.factor else None

    def countable(self, kind: str) -> bool:
        """Return whether `kind` is counted in whole things, rather than measured in a unit."""
        return kind.partition(".")[0] not in self.measured

    def implied_event(self, event: str, subject: str, kind: str) -> str:
        """Return the event of `kind` that being in `subject` implies, or `event` as it was."""
        for row in self.implied:
            fits = subject == row["subject"] and event in row["events"]
            if fits and self.within(kind, row["within"]):
                return str(row["becomes"])
        return event

    def can_befall(self, event: str, kind: str) -> bool:
        """Return whether `event` is one that happens to an amount or count of `kind`."""
        allowed = self.befalls.get(event)
        if allowed:
            return any(self.within(kind, ancestor) for ancestor in allowed)
        return kind in OF_THINGS or kind not in self.measured

    def is_people(self, kind: str) -> bool:
        """Return whether `kind` counts persons."""
        return self.within(kind, "people")


# The taxonomy that comes with the package, read once.
load = functools.cache(Taxonomy)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _by_word(rows: dict[str, Any], field: str) -> dict[str, str]:
    """Return word -> id; the first row that lists a word has it."""
    found: dict[str, str] = {}
    for name, row in rows.items():
        for word in row.get(field, ()):
            found.setdefault(str(word), name)
    return found
