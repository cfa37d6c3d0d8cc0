"""The source words of a language, ready for matching."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale

from variorum.language import Phrases, phrases, section
from variorum.model import Certainty, Role, SpeakerKind, Stance


@dataclass(frozen=True)
class Cue:
    """The stance and certainty of a cue."""

    stance: Stance
    certainty: Certainty


@dataclass(frozen=True)
class Lexicon:
    """The words of one language that attribute: cues, roles, pronouns, and where a source ends.

    Each list of `sources` in its file is an attribute of the same name; common.yaml tells of each.
    """

    order: str
    verbs: Phrases[Cue]
    figures: Phrases[Cue]
    put: Phrases[Cue]
    roles: Phrases[tuple[SpeakerKind, Role]]
    hedges: Phrases[Certainty]
    by_stands: str
    comma_opens: bool
    particles: frozenset[str]
    agreed: tuple[str, ...]
    listing: frozenset[str]
    month_parts: frozenset[str]
    capital_nouns: bool
    lists: Mapping[str, Phrases[bool]]

    def __getattr__(self, name: str) -> Phrases[bool]:
        """Return the words of a list by its name."""
        if name not in vars(self).get("lists", ()):
            raise AttributeError(name)
        found = vars(self)[name] = self.lists[name]
        return found

    def is_noun_with(self, prefix: str) -> bool:
        """Return whether a prefix ends with the article, which no verb has."""
        return bool(prefix) and any(prefix.endswith(word) for word in self.articles.firsts)


@functools.cache
def lexicon_of(language: str) -> Lexicon:
    """Return the source words of `language`.

    Raises:
        KeyError: when there is no file for the language.
    """
    raw, places = section(language, "sources"), section(language, "places")
    dates, things = section(language, "dates"), section(language, "things")
    cues, objects = _cues(raw, raw["verbs"]), _cues(raw, raw["takes_object"])

    def words(**rows: Iterable[str]) -> dict[str, Phrases[bool]]:
        """Return the words of each list."""
        return {
            name: phrases(language, [(str(word), True) for word in words])
            for name, words in rows.items()
        }

    plain = {name: rows for name, rows in raw.items() if isinstance(rows, list)}
    plain |= {name: rows for name, rows in raw["according"].items() if name != "as"}
    lists = words(
        objects=[word for word, _ in objects],
        counts=raw["figures"]["verbs"].get("counts", ()),
        raises=raw["figures"]["verbs"].get("raises", ()),
        toll=raw["figures"]["toll"],
        by=raw["figures"]["by"],
        as_said=raw["according"]["as"],
        about=raw["about"]["before"],
        tells_about=raw["about"]["verbs"],
        bare_verbs=raw["bare"]["verbs"],
        bare_before=raw["bare"]["before"],
        joins=raw["and"],
        negations=raw["not"],
        # What makes a sentence a claim: numbers, "none" and events.
        telling=[
            *_numbers(language, "vague", "shares"),
            *_listed([things["events"], things["pairs"]]),
            *things["none"],
        ],
        numbers=_numbers(language, "scales"),
        events=_listed([things["events"]]),
        attacks=things["kinds"].get("attacks", ()),
        weekdays=[*dates["weekdays"], *_listed([dates["days"]])],
        units=_listed([section(language, "agreements")["units"]]),
        months=_listed([dates["months"], dates["solar_months"]]),
        prepositions=places["before"],
        types=_listed([places["types"]]),
        states=_states(language),
    )
    return Lexicon(
        order=raw["order"],
        verbs=phrases(language, [*cues, *objects]),
        figures=phrases(language, _cues(raw, raw["figures"]["verbs"])),
        put=phrases(language, _cues(raw, raw["figures"]["passive"])),
        by_stands=raw["figures"]["by_stands"],
        comma_opens=bool(raw["comma_opens"]),
        roles=phrases(language, _roles(raw, bool(places["capital_nouns"]))),
        particles=frozenset(raw["particles"]),
        agreed=tuple(raw["agreed"]),
        listing=frozenset(places["and"]),
        hedges=phrases(
            language, [(w, Certainty(c)) for c, rows in raw["hedges"].items() for w in rows]
        ),
        month_parts=frozenset(
            row.split()[0].lower() for row in _listed([dates["parts"]]) if row.endswith(" M")
        ),
        capital_nouns=bool(places["capital_nouns"]),
        lists=words(**plain) | lists,
    )


def _cues(raw: dict[str, Any], rows: dict[str, list[str]]) -> list[tuple[str, Cue]]:
    """Return the cues of some rows, each with what the table of stances says of its group."""
    stances = {
        how: Cue(Stance(row["stance"]), Certainty(row["certainty"]))
        for how, row in raw["stances"].items()
    }
    return [(word, stances[how]) for how, words in rows.items() for word in words]


def _roles(raw: dict[str, Any], genitives: bool) -> list[tuple[str, tuple[SpeakerKind, Role]]]:
    """Return the roles; where nouns have capitals, one word has its genitive: "Bewohners"."""
    return [
        (form, (SpeakerKind(kind), Role(role)))
        for kind, rows in raw["roles"].items()
        for role, names in rows.items()
        for word in names
        for form in (
            [word, f"{word.replace('|', 's|')}s"] if genitives and " " not in word else [word]
        )
    ]


def _states(language: str) -> list[str]:
    """Return what a language calls the states, and the large towns that time zones have."""
    locale = Locale(language)
    states = [name for code, name in locale.territories.items() if code.isalpha()]
    return [*states, *(zone["city"] for zone in locale.time_zones.values() if "city" in zone)]


def _listed(tables: Iterable[dict[Any, list[str]]]) -> list[str]:
    return [str(word) for table in tables for words in table.values() for word in words]


def _numbers(language: str, *more: str) -> list[str]:
    """Return the words of numbers, without those that are articles as well."""
    numbers = section(language, "numbers")
    tables = [numbers[name] for name in ("words", "near", "exactly", *more)]
    return [word for word in _listed(tables) if word not in numbers["one"] and " N" not in word]
