"""The places that a text names, with their points where the gazetteer has them."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from spacy.tokens import Doc

from variorum.language import parsing
from variorum.language.backends import Readers
from variorum.language.word_lists import alternatives, words
from variorum.language.words.lexers import NameWord, names
from variorum.model import Document, Place
from variorum.normalise.places import gazetteer
from variorum.normalise.places import place_words as place_lexicon
from variorum.normalise.places.disambiguation import Mentioned, lies_in, placed
from variorum.normalise.places.place_candidates import Candidate, candidates
from variorum.normalise.places.place_evidence import Reader
from variorum.normalise.places.place_tables import adjectives, romanised, rows
from variorum.normalise.places.place_words import PlaceWords
from variorum.normalise.places.places_by_lexicon import places as by_lexicon
from variorum.normalise.places.relative_places import derived

MOST_COUNTRIES = 3
SHORTEST = 3
# "Bakhmut, which Russia calls Artemovsk", "Kryvyi Rih (formerly Krivoy Rog)".
LONGEST_BETWEEN = 60
_OTHERWISE = re.compile(
    rf"(?:, | \()(?:\w+ )?(?:(?:[A-Z][\w.]*|the|its) ){{0,3}}"
    rf"(?:{alternatives('normalise', 'otherwise_called')}) (?:in [A-Z]\w+ )?(?:as )?"
)
LARGER = frozenset({"country", "region", "continent", "island"})


@functools.cache
def _weights() -> dict[str, float]:
    """Return what each reason weighs for a name being a place; above 0 in sum, it is one."""
    return {reason: float(weight) for reason, weight, *_ in rows("place_weights")}


def places(document: Document, doc: Doc | None = None) -> list[Place]:
    """Return every place that `document` names or tells from others, in order of its start.

    A name that the gazetteer does not know, or that could mean several places between which nothing
    in the document decides, has neither an id nor a point.

    English documents are parsed when there is no `doc`.
    """
    reader = READERS.of(document)
    return reader(document, doc) if reader else []


def _english(document: Document, doc: Doc | None) -> list[Place]:
    doc = parsing.parse(document) if doc is None else doc
    reading = _Reading.of(document.text, doc)
    named = placed(document, reading.mentioned(), reading.spoken_of())
    told = derived(document, named)
    return sorted((*named, *told), key=lambda p: (p.span.start, -p.span.end))


@dataclass
class _Reading:
    """The words of a document and those of them that name places."""

    text: str
    words: list[NameWord]
    known: PlaceWords
    mentions: list[Candidate]

    @classmethod
    def of(cls, text: str, doc: Doc | None) -> _Reading:
        """Find the mentions: of names that overlap, the one with the stronger reasons stays."""
        known, words = place_lexicon.load(), names(text)
        found = _sounded(candidates(text, words, gazetteer.load(), known), words, known)
        reader, weights = Reader(words, known, doc, found), _weights()
        sums = [sum(weights.get(r, 0.0) for r in reader.reasons(c)) for c in found]
        order = sorted(range(len(found)), key=lambda i: (-sums[i], i))
        taken: set[int] = set()
        mentions: list[Candidate] = []
        for i in order:
            own = range(found[i].first, found[i].last + 1)
            if sums[i] > 0 and taken.isdisjoint(own) and not reader.is_actor(found[i]):
                taken.update(own)
                mentions.append(found[i])
        return cls(text, words, known, sorted(mentions, key=lambda c: c.first))

    def mentioned(self) -> list[Mentioned]:
        """Return the mentions with what the words around them say."""
        return [
            Mentioned(
                start=self.words[one.first].start,
                end=self.words[one.last].end,
                name=one.name(self.words),
                entries=one.entries,
                typed=bool(one.base),
                features=self._called(one),
                within=self._within(i),
                same=self._same(i),
            )
            for i, one in enumerate(self.mentions)
        ]

    def spoken_of(self) -> dict[str, float]:
        """Return how much the document speaks of countries by their adjectives."""
        codes = Counter(adjectives()[w.text] for w in self.words if w.text in adjectives())
        return {code: math.sqrt(times) for code, times in codes.items()}

    def _called(self, mention: Candidate) -> list[str]:
        """Return the kinds of place that the words against the name call it."""
        features, found = self.known.features, []
        after, before = mention.last + 1, mention.first - 1
        last = self.words[mention.last].text.lower()
        if mention.base and last in features:
            found.append(features[last])
        if after < len(self.words) and self.words[after].joined:
            found.append(features.get(self.words[after].text, ""))
        if before > 0 and self.words[before].text == "of" and self.words[before].joined:
            found.append(features.get(self.words[before - 1].text, ""))
        return [feature for feature in found if feature]

    def _within(self, i: int) -> list[str]:
        """Return the larger places named right behind, as in "Tyler, Texas", "Van in Turkey"."""
        mention, found = self.mentions[i], []
        for other in self.mentions[i + 1 : i + 3]:
            if not self._leads(mention.last + 1, other.first):
                break
            if self._may_hold(other, mention):
                found.append(other.name(self.words))
            mention = other
        return found

    def _same(self, i: int) -> str:
        """Return the other name of the place, of which this one is told as another."""
        here = self.words[self.mentions[i].first].start
        for other in self.mentions[max(0, i - 2) : i]:
            between = self.text[self.words[other.last].end : here]
            if len(between) <= LONGEST_BETWEEN and _OTHERWISE.fullmatch(between):
                return other.name(self.words)
        return ""

    def _may_hold(self, outer: Candidate, inner: Candidate) -> bool:
        """Return whether one place may hold the other.

        Of two names of regions in a row the first is held where it is a town's too ("Moscow,
        Idaho") and no third one makes them a list.
        """
        first = inner.entries[0].feature if inner.entries else ""
        kinds = {e.feature for e in outer.entries} & LARGER
        own = {e.feature for e in inner.entries} & LARGER
        if first in {"continent", "ocean"}:
            return False
        if first == "country" and "country" in kinds:
            return self._holds_a(("region",), outer, inner)
        if inner.entries and "country" not in kinds and "region" in own:
            return bool(inner.base) or self._holds_a(("town",), outer, inner)
        return bool(outer.entries) and bool(outer.base or kinds)

    def _holds_a(self, features: Collection[str], outer: Candidate, inner: Candidate) -> bool:
        """Return whether a place of these features lies in the other, and they are no list."""
        held = (e for e in inner.entries if e.feature in features)
        outers = [e for e in outer.entries if e.feature in LARGER]
        return any(lies_in(e, o) for e in held for o in outers) and not self._listed(outer)

    def _listed(self, mention: Candidate) -> bool:
        """Return whether another region stands behind the name, after a comma or "and"."""
        after = mention.last + 1
        if after >= len(self.words):
            return False
        joined = self.words[after].text == "and"
        following = next((m for m in self.mentions if m.first == after + joined), None)
        first = following.entries[:1] if following else ()
        return any(entry.feature in LARGER for entry in first)

    def _leads(self, first: int, last: int) -> bool:
        """Return whether only a comma, or "in" and words of direction, stand between two names."""
        between = self.words[first:last]
        gap = self.words[last].before
        if not between:
            return gap.strip() in {",", "(", ""}
        small = words("normalise", "located") | self.known.directions
        return all(word.text in small for word in between) and "." not in gap


def _sounded(found: list[Candidate], words: list[NameWord], known: PlaceWords) -> list[Candidate]:
    """Return the candidates, with unknown names taken for towns that sound like them.

    Only for towns of the countries that the document speaks of, where names are romanised in
    several ways.
    """
    spoken = Counter(adjectives()[w.text] for w in words if w.text in adjectives())
    for one in found:
        spoken.update(e.countries[0] for e in one.entries[:1] if e.feature == "country")
    countries = [code for code, _ in spoken.most_common() if code in romanised()][:MOST_COUNTRIES]
    for one in found if countries else ():
        own = words[one.first : one.last + 1]
        name = " ".join(word.text for word in own)
        if not one.entries and (one.first, one.last + 1) == one.run and len(name) > SHORTEST:
            personal = any(w.text in known.persons or w.text in known.titles for w in own)
            if not personal and name not in adjectives():
                one.entries = gazetteer.load().sounding(name, countries)
    return found


READERS: Readers[Callable[[Document, Doc | None], list[Place]]] = Readers(
    {"english": _english, "lexicon": lambda document, _: by_lexicon(document)}
)
