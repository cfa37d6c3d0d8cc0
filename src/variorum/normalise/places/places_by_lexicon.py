"""Places by lexicon: which names of a text are places, told by the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from variorum.language import Text, code_of, cut
from variorum.language.words.patterns import Phrases
from variorum.model import Document, Place
from variorum.normalise.places.disambiguation import Mentioned, placed
from variorum.normalise.places.names_by_lexicon import Name, PlaceNames, place_names

ENOUGH = 1.0  # What speaks for a name being a place, and what against; from 1 on, it is one
PREPOSITION, TYPE, SUFFIX = 2.0, 3.0, 2.0
WIDE, CITY, TOWN, VILLAGE = 2.0, 1.5, 0.5, -0.5
CITY_SIZE, TOWN_SIZE, VILLAGE_SIZE = 1_000_000, 100_000, 15_000
FIRST_WORD, NO_CAPITAL, TITLE, CUE, LONGER, WEAK = -1.0, -1.0, -4.0, -1.5, -2.0, -3.0
AGAIN, LISTED = 1.5, 1.5
LONGEST_LEAD = 4


@dataclass
class _Found:
    """A name with what speaks for it; `told` says whether the words beside it call it a place."""

    name: Name
    sum: float
    told: bool
    borne: bool = False
    """Whether it is part of a longer name here, or stands behind a title, as a person's does."""
    features: list[str] = field(default_factory=list)


def places(document: Document) -> list[Place]:
    """Return the places that the document names, in order of their start.

    A name that words such as "the village of" call a place is kept where the gazetteer does not
    know it, without a point.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    reader = _Reader(cut(document.text, language), place_names(language))
    found = list(reader.found())
    sure = {one.name.base for one in found if one.told and one.sum >= ENOUGH}
    borne = {one.name.base for one in found if one.borne} - sure
    found = [one for one in found if one.name.base not in borne]
    kept = [f for f in found if f.sum + AGAIN * (f.name.base in sure and not f.told) >= ENOUGH]
    return placed(document, [_mentioned(reader, kept, i) for i in range(len(kept))], {})


def _mentioned(reader: _Reader, kept: list[_Found], i: int) -> Mentioned:
    """Return a mention with what the words around it say."""
    one, name = kept[i], kept[i].name
    after = kept[i + 1].name if i + 1 < len(kept) else None
    wide = after and any(entry.feature in {"country", "region"} for entry in after.entries)
    within = [after.base] if after and wide and reader.leads(name.end, after.first) else []
    end = reader.text.words[name.end - 1].end
    before = (other.name for other in reversed(kept[max(0, i - 2) : i]))
    other = (
        b
        for b in before
        for m in reader.names.otherwise.all_at(reader.text, b.end)
        if m.end == name.first
    )
    same = next((b.base for b in other), "")
    return Mentioned(
        name.start, end, name.base, name.entries,
        features=one.features, within=within, same=same, sure=one.told,
    )  # fmt: skip


@dataclass
class _Reader:
    """A text with what finds the places in it."""

    text: Text
    names: PlaceNames

    def found(self) -> Iterator[_Found]:
        """Yield every name of a place there may be, with what speaks for it."""
        i = 0
        last: _Found | None = None
        while i < len(self.text.words):
            one = self._at(i)
            if one is not None:
                if last is not None and last.told and self._listed(last.name.end, one.name):
                    one.sum, one.told = one.sum + LISTED, True
                last = one if one.sum >= ENOUGH else None
                yield one
            i = one.name.end if one is not None else i + 1

    def _listed(self, end: int, name: Name) -> bool:
        """Whether nothing but "and" or a comma stands between a place and the name."""
        between = self.text.words[end : name.first]
        if not between:
            return name.start > self.text.words[name.first].start
        return len(between) == 1 and between[0].form in {",", "،", *self.names.joins}

    def _at(self, i: int) -> _Found | None:
        word, names = self.text.words[i], self.names
        if not word.is_word or (names.capitals and not self._capital(i)):
            return None
        name = names.at(self.text, i)
        if name is None or (name.end == i + 1 and self._is_other(i, name)):
            return self._unknown(i)
        return self._weighed(name)

    def _is_other(self, i: int, name: Name) -> bool:
        """Whether the one word is listed for something else, such as a month."""
        wide = any(entry.feature != "town" for entry in name.entries)
        return not wide and self.text.words[i].form in self.names.listed

    def _capital(self, i: int) -> bool:
        return self.text.text[self.text.words[i].start].isupper()

    def _unknown(self, i: int) -> _Found | None:
        """Return the name that no gazetteer has, where the word before says what it is."""
        kind = self._ending(self.names.types, i)
        word = self.text.words[i]
        titled = kind is not None and self._ending(self.names.titles, i - 1)
        if kind is None or titled or not self.names.capitals or word.form in self.names.listed:
            return None
        end = i + 1
        while end < len(self.text.words) and self._joined(end) and self._capital(end):
            end += 1
        base = self.text.slice(i, end)
        return _Found(Name(i, end, word.start, base, ()), TYPE, told=True, features=[kind])

    def _weighed(self, name: Name) -> _Found:
        """Return the name with the sum of what speaks for it."""
        i, end, names = name.first, name.end, self.names
        prefix = self.text.text[self.text.words[i].start : name.start] in names.leading
        kinds = [self._ending(names.types, i), self._opening(names.types_after, end)]
        features = [kind for kind in kinds if kind]
        led = prefix or bool(self._ending(names.before, i))
        suffix = bool(self._opening(names.after, end))
        total = PREPOSITION * led + TYPE * bool(features) + SUFFIX * suffix + _size(name)
        titled = bool(self._ending(names.titles, i))
        part = names.capitals and self._is_part(i, end, led or bool(features))
        total += TITLE * titled + LONGER * part
        total += CUE * self._is_source(name)
        total += WEAK * (end == i + 1 and self.text.words[i].form in names.weak)
        if not names.capitals or names.nouns:
            total += NO_CAPITAL * (_size(name) < WIDE)
        if names.capitals:
            total += FIRST_WORD * self._is_first(i) * (_size(name) < WIDE)
        told = bool(led or features or suffix)
        return _Found(name, total, told, titled or part, features)

    def _is_source(self, name: Name) -> bool:
        """Whether a word of saying stands beside a name that is no country."""
        if _size(name) >= WIDE:
            return False
        return bool(self._ending(self.names.cues, name.first)) or bool(
            self._opening(self.names.cues, name.end)
        )

    def _is_first(self, i: int) -> bool:
        """Whether the word opens its sentence, so that its capital says nothing."""
        first, _ = self.text.sentence_of(i)
        return not any(word.is_word for word in self.text.words[first:i])

    def _is_part(self, i: int, end: int, led: bool) -> bool:
        """Whether it is part of a longer name, as the town in the name of a person is."""
        after = end < len(self.text.words) and self._joined(end) and self._capital(end)
        before = i > 0 and self._joined(i) and self._capital(i - 1) and not self._is_first(i - 1)
        return (before and not led) or (after and not self.names.nouns)

    def _joined(self, i: int) -> bool:
        """Whether nothing but one space stands before word `i`."""
        words = self.text.words
        return self.text.text[words[i - 1].end : words[i].start] == " "

    def _ending(self, known: Phrases[str] | Phrases[bool], i: int) -> str | None:
        """Return the meaning of the phrase that ends right before word `i`, or None."""
        first, _ = self.text.sentence_of(i)
        for start in range(max(first, i - LONGEST_LEAD), i):
            for match in known.all_at(self.text, start):
                if match.end == i:
                    return str(match.meaning)
        return None

    def _opening(self, known: Phrases[str] | Phrases[bool], end: int) -> str | None:
        """Return the meaning of the phrase that stands right behind the name, or None."""
        match = known.at(self.text, end)
        return str(match.meaning) if match else None

    def leads(self, first: int, end: int) -> bool:
        """Whether only a comma, a bracket or a preposition stands between two names."""
        between = self.text.words[first:end]
        return len(between) <= 2 and all(
            word.form in {",", "(", "،"} or bool(self._ending(self.names.before, i + 1))
            for i, word in enumerate(between, first)
        )


def _size(name: Name) -> float:
    """Return what the largest place of the name says for it."""
    features = {entry.feature for entry in name.entries}
    if features & {"country", "continent"}:
        return WIDE
    if features - {"town"}:
        return CITY
    most = max((entry.population for entry in name.entries), default=0)
    if most >= CITY_SIZE:
        return CITY
    return 2 * TOWN if most >= TOWN_SIZE else TOWN if most >= VILLAGE_SIZE else VILLAGE
