"""The fullest name that a document gives for each of its mentions, and why it is that one's."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from variorum.language.name_spans import NameWords, is_acronym, plain
from variorum.language.spelling import initials, spelled_alike
from variorum.model import NameRule, SpeakerKind
from variorum.normalise.actors.typing import Found
from variorum.normalise.places.place_tables import adjectives

Words = tuple[str, ...]


class Fuller:
    """Finds the one fuller name in a document that a mention can stand for."""

    def __init__(self, doc: Doc, here: Iterable[Found], words: NameWords) -> None:
        self._doc = doc
        self._known = words
        self._named: dict[Words, Found] = {}
        self._titles: dict[Words, set[str]] = defaultdict(set)
        self._genders: dict[Words, set[str]] = defaultdict(set)
        self._ends: dict[str, list[Words]] = defaultdict(list)
        self._begins: dict[str, list[Words]] = defaultdict(list)
        self._heads: dict[str, list[Words]] = defaultdict(list)
        self._initials: dict[str, list[Words]] = defaultdict(list)
        self._acronyms: dict[Words, set[Words]] = defaultdict(set)
        here = sorted(here, key=lambda one: one.start)
        for one in here:
            self._add(one)
        for before, after in itertools.pairwise(here):
            self._bracketed(before, after)
        for one in here:
            self._office(one)

    def _add(self, one: Found) -> None:
        core = self._core(one.words)
        if one.title:
            self._titles[one.words].add(one.title)
        if one.gender:
            self._genders[one.words].add(one.gender)
        if one.words in self._named:
            return
        self._named[one.words] = one
        if len(core) > 1:
            self._ends[core[-1]].append(one.words)
            self._begins[core[0]].append(one.words)
            if one.kind is not SpeakerKind.PERSON:
                self._heads[_head(core)].append(one.words)
                self._initials[initials(one.words)].append(one.words)

    def _core(self, words: Words) -> Words:
        """Return a name without "Jr." behind it."""
        return words[:-1] if words[-1] in self._known.suffixes and len(words) > 1 else words

    def _bracketed(self, before: Found, after: Found) -> None:
        """Record "Farmers Union (FU)", and "FU (Farmers Union)"."""
        doc = self._doc
        if after.start - before.end != 1 or doc[before.end].text != "(":
            return
        if after.end < len(doc) and doc[after.end].text == ")":
            short, full = (after, before) if len(after.words) == 1 else (before, after)
            acronym = len(short.words) == 1 and is_acronym(doc[short.start].text)
            if acronym and len(full.words) > 1 and full.kind is not SpeakerKind.PERSON:
                self._acronyms[short.words].add(full.words)

    def _office(self, one: Found) -> None:
        """Give a title of a short name to the full name that it stands for."""
        full = self.of(one) if one.title else None
        if full and one.title:
            self._titles[full[0].words].add(one.title)

    def of(self, one: Found) -> tuple[Found, NameRule] | None:
        """Return the fuller name of a mention and why, or None where it has none for sure."""
        if one.definite and one.kind is SpeakerKind.PERSON:
            return self._only(self._holders(one), NameRule.ROLE)
        if one.words in self._acronyms:
            return self._only(self._acronyms[one.words], NameRule.ACRONYM)
        if one.kind is not SpeakerKind.PERSON:
            return self._body(one)
        suffix = {w for w in self._ends[one.words[-1]] if self._longer(w, one.words)}
        people = {w for w in suffix if self._named[w].kind is SpeakerKind.PERSON}
        surname = self._only(self._fitting(people, one), NameRule.SURNAME)
        if people or len(one.words) > 1:
            return surname
        given = {w for w in self._begins[one.words[0]] if len(w) > 1}
        given = {w for w in given if self._named[w].kind is SpeakerKind.PERSON}
        return None if one.title else self._only(given, NameRule.GIVEN_NAME)

    def courteous(self, one: Found) -> Found:
        """Return a last name that several have with its "Mr" or "Ms", which tells some apart."""
        before = self._doc[one.start - 1] if one.start else None
        several = len(one.words) == 1 and len(self._ends[one.words[0]]) > 1
        if several and one.gender and before is not None and plain(before) in self._known.polite:
            return replace(one, start=one.start - 1)
        return one

    def _longer(self, full: Words, short: Words) -> bool:
        core = self._core(full)
        return len(core) > len(short) and core[-len(short) :] == short

    def _fitting(self, people: set[Words], one: Found) -> set[Words]:
        """Return those of several of one last name whose office or gender is the one told."""
        apart = {
            w
            for w in people
            if not (one.gender and self._genders[w] and one.gender not in self._genders[w])
        }
        titled = {w for w in apart if one.title and one.title in self._titles[w]}
        gendered = {w for w in apart if one.gender and one.gender in self._genders[w]}
        return titled or (gendered if len(apart) > 1 and gendered else apart)

    def _body(self, one: Found) -> tuple[Found, NameRule] | None:
        if len(one.words) == 1 and is_acronym(self._doc[one.start].text):
            return self._only(self._initials[one.words[0]], NameRule.INITIALS)
        longer = {w for w in self._ends[one.words[-1]] if self._longer(w, one.words)}
        if one.words[-1] in self._known.bodies and len(one.words) == 1:
            longer |= {w for w in self._heads[one.words[0]] if w != one.words}
        bodies = {w for w in longer if self._named[w].kind is not SpeakerKind.PERSON}
        bodies = {w for w in bodies if not self._of_country(w, one.words)}
        before = {w for w in bodies if self._named[w].start < one.start}
        return self._only(bodies, NameRule.SHORT_NAME) if before else None

    def _of_country(self, full: Words, short: Words) -> bool:
        """Return whether a name has only its country before a body's that is no state's own.

        "Syrian Red Crescent" is a part of the Red Crescent, not a longer name for all of it.
        """
        first = self._doc[self._named[full].start].text
        own = full[-1] in self._known.state or len(short) == 1
        return not own and len(full) == len(short) + 1 and first in adjectives()

    def _holders(self, one: Found) -> set[Words]:
        """Return the people whose office ends in the words of a mention, and none of the former."""
        found = set()
        for words, titles in self._titles.items():
            if any(f" {title}".endswith(" " + " ".join(one.words)) for title in titles):
                found.add(words)
        found = {self._last(w) for w in found}
        former = self._known.former
        held = {w for w in found if not any(former & {*t.split()} for t in self._titles[w])}
        return held if all(self._named[w].start < one.start for w in held) else set()

    def _last(self, words: Words) -> Words:
        full = self.of(self._named[words]) if len(words) == 1 else None
        return full[0].words if full else words

    def _only(self, several: Iterable[Words], rule: NameRule) -> tuple[Found, NameRule] | None:
        """Return the one of several, taking two spellings of a name for one; None of more."""
        names = sorted(set(several), key=lambda w: self._named[w].start)
        if not names or any(not spelled_alike(names[0], other) for other in names[1:]):
            return None
        return self._named[names[0]], rule


def _head(words: Words) -> str:
    """Return the noun of a body's name: "Observatory" for Human Rights, Lifeboat "Service"."""
    links = (i for i, word in enumerate(words) if word in {"of", "for"} and i > 0)
    return words[next(links, len(words)) - 1]
