"""The source words of a language, ready for matching."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from variorum.language import Phrases, phrases, section
from variorum.model import Certainty, Role, SpeakerKind, Stance


@dataclass(frozen=True)
class Cue:
    """The stance and certainty of a cue."""

    stance: Stance
    certainty: Certainty


@dataclass(frozen=True)
class Lexicon:
    """The words of one language that attribute: cues, roles, pronouns, and where a source ends."""

    order: str
    verbs: Phrases[Cue]
    objects: Phrases[bool]
    figures: Phrases[Cue]
    counts: Phrases[bool]
    raises: Phrases[bool]
    toll: Phrases[bool]
    put: Phrases[Cue]
    fronted: Phrases[Cue]
    by: Phrases[bool]
    by_stands: str
    as_said: Phrases[bool]
    this: Phrases[bool]
    that: Phrases[bool]
    infinitives: Phrases[bool]
    comma_opens: bool
    before: Phrases[bool]
    after: Phrases[bool]
    own: Phrases[bool]
    closing: Phrases[bool]
    itself: Phrases[bool]
    nouns: Phrases[bool]
    estimates: Phrases[bool]
    passives: Phrases[bool]
    relatives: Phrases[bool]
    pronouns: Phrases[bool]
    nobody: Phrases[bool]
    hearsay: Phrases[bool]
    citing: Phrases[bool]
    ends: Phrases[bool]
    auxiliaries: Phrases[bool]
    articles: Phrases[bool]
    these: Phrases[bool]
    finite: Phrases[bool]
    object_marks: Phrases[bool]
    adverbial: Phrases[bool]
    participles: Phrases[bool]
    plurals: Phrases[bool]
    goes_on: Phrases[bool]
    told: Phrases[bool]
    adjoined: Phrases[bool]
    names_of: Phrases[bool]
    noun_behind: Phrases[bool]
    occasions: Phrases[bool]
    about: Phrases[bool]
    tells_about: Phrases[bool]
    reported: Phrases[bool]
    leads: Phrases[bool]
    joins: Phrases[bool]
    roles: Phrases[tuple[SpeakerKind, Role]]
    particles: frozenset[str]
    agreed: tuple[str, ...]
    listing: frozenset[str]
    hedges: Phrases[Certainty]
    negations: Phrases[bool]
    neither: Phrases[bool]
    including: Phrases[bool]
    no_verbs: Phrases[bool]
    owned: Phrases[bool]
    although: Phrases[bool]
    bare_verbs: Phrases[bool]
    bare_before: Phrases[bool]
    oblique: Phrases[bool]
    several: Phrases[bool]
    telling: Phrases[bool]
    links: Phrases[bool]
    numbers: Phrases[bool]
    events: Phrases[bool]
    attacks: Phrases[bool]
    prepositions: Phrases[bool]
    types: Phrases[bool]
    weekdays: Phrases[bool]
    months: Phrases[bool]
    month_parts: frozenset[str]
    capital_nouns: bool

    def is_noun_with(self, prefix: str) -> bool:
        """Return whether a prefix ends with the article, which no verb has."""
        return bool(prefix) and any(prefix.endswith(word) for word in self.articles.firsts)

    def joins_within(self, prefix: str) -> bool:
        """Return whether a prefix holds "and", where a language writes it as part of a word."""
        return bool(prefix) and any(prefix.startswith(word) for word in self.joins.firsts)


@functools.cache
def lexicon_of(language: str) -> Lexicon:
    """Return the source words of `language`.

    Raises:
        KeyError: when there is no file for the language.
    """
    raw, places = section(language, "sources"), section(language, "places")
    cues, objects = _cues(raw, raw["verbs"]), _cues(raw, raw["takes_object"])

    def words(entries: Iterable[str]) -> Phrases[bool]:
        return phrases(language, [(str(word), True) for word in entries])

    return Lexicon(
        **{
            f.name: words(raw[f.name])
            for f in fields(Lexicon)
            if _is_plain(f.type, raw.get(f.name))
        },
        **{name: words(rows) for name, rows in raw["according"].items() if name != "as"},
        order=raw["order"],
        verbs=phrases(language, [*cues, *objects]),
        objects=words(word for word, _ in objects),
        figures=phrases(language, _cues(raw, raw["figures"]["verbs"])),
        counts=words(raw["figures"]["verbs"].get("counts", ())),
        raises=words(raw["figures"]["verbs"].get("raises", ())),
        toll=words(raw["figures"]["toll"]),
        put=phrases(language, _cues(raw, raw["figures"]["passive"])),
        fronted=phrases(language, _cues(raw, {"says": raw["figures"]["fronted"]})),
        by=words(raw["figures"]["by"]),
        by_stands=raw["figures"]["by_stands"],
        as_said=words(raw["according"]["as"]),
        comma_opens=bool(raw["comma_opens"]),
        estimates=words(raw["figures"]["estimates"]),
        about=words(raw["about"]["before"]),
        bare_verbs=words(raw["bare"]["verbs"]),
        bare_before=words(raw["bare"]["before"]),
        tells_about=words(raw["about"]["verbs"]),
        joins=words(raw["and"]),
        roles=phrases(language, _roles(raw)),
        particles=frozenset(raw["particles"]),
        agreed=tuple(raw["agreed"]),
        listing=frozenset(places["and"]),
        hedges=phrases(
            language, [(w, Certainty(c)) for c, rows in raw["hedges"].items() for w in rows]
        ),
        negations=words(raw["not"]),
        telling=words(_telling(language)),
        numbers=words(_numbers(language)),
        events=words(_listed([section(language, "things")["events"]])),
        attacks=words(section(language, "things")["kinds"].get("attacks", ())),
        weekdays=words(_days(section(language, "dates"))),
        months=words(_months(section(language, "dates"))),
        month_parts=frozenset(
            row.split()[0].lower()
            for row in _listed([section(language, "dates")["parts"]])
            if row.endswith(" M")
        ),
        prepositions=words(places["before"]),
        types=words(_listed([places["types"]])),
        capital_nouns=bool(places["capital_nouns"]),
    )


def _is_plain(kind: object, rows: object) -> bool:
    """Whether a field has the words of the list of the same name, and no more."""
    return kind == Phrases[bool] and isinstance(rows, list)


def _cues(raw: dict[str, Any], rows: dict[str, list[str]]) -> list[tuple[str, Cue]]:
    """Return the cues of some rows, each with what the table of stances says of its group."""
    stances = {
        how: Cue(Stance(row["stance"]), Certainty(row["certainty"]))
        for how, row in raw["stances"].items()
    }
    return [(word, stances[how]) for how, words in rows.items() for word in words]


def _roles(raw: dict[str, Any]) -> list[tuple[str, tuple[SpeakerKind, Role]]]:
    return [
        (word, (SpeakerKind(kind), Role(role)))
        for kind, rows in raw["roles"].items()
        for role, names in rows.items()
        for word in names
    ]


def _listed(tables: Iterable[dict[Any, list[str]]]) -> list[str]:
    return [str(word) for table in tables for words in table.values() for word in words]


def _days(dates: dict[str, Any]) -> list[str]:
    """Return the words for days, by their names or as seen from today."""
    return [*dates["weekdays"], *_listed([dates["days"]])]


def _months(dates: dict[str, Any]) -> list[str]:
    return _listed([dates["months"], dates["solar_months"]])


def _numbers(language: str) -> list[str]:
    """Return the words of numbers, without those that are articles as well."""
    numbers = section(language, "numbers")
    one = set(numbers["one"])
    tables = [numbers["words"], numbers["scales"], numbers["near"], numbers["exactly"]]
    return [word for word in _listed(tables) if word not in one and " N" not in word]


def _telling(language: str) -> list[str]:
    """Return the words that make a sentence a claim: numbers, "none" and events."""
    numbers, things = section(language, "numbers"), section(language, "things")
    tables = [numbers["words"], numbers["vague"], numbers["near"], numbers["exactly"]]
    tables += [numbers["shares"], things["events"], things["pairs"]]
    one = set(numbers["one"])
    return [
        word for word in [*_listed(tables), *things["none"]] if word not in one and " N" not in word
    ]
