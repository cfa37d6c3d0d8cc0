"""What speaks for a capitalised name being a place, and against it: one short word a reason.

The reasons are weighed by `place_weights.tsv`. They are read off the words, the gazetteer
and the grammar, where there is one; what a tagger of names says is not asked, as it adds nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.language import relations as rel
from variorum.language.alignment import tokens_at
from variorum.language.words.lexers import NameWord
from variorum.normalise.places.place_candidates import Candidate
from variorum.normalise.places.place_tables import adjectives
from variorum.normalise.places.place_words import PlaceWords

# The relations of `relations.py` that tell something, by name.
RELATIONS = ("AMOD", "APPOS", "COMPLEMENT", "COMPOUND", "CONJ", "NSUBJ", "OBJ", "POSS")
# Towns are told apart by the largest of these numbers of inhabitants that they reach.
SIZES = (1_000_000, 100_000, 15_000, 0)
SENTENCE_END = frozenset(".!?\n")
NAME_LIKE = 2
CUES = ("prep=", "type-", "in-region", "list", "and-", "speaks")


@dataclass
class Reader:
    """Reads the reasons for the candidates of one document."""

    words: list[NameWord]
    known: PlaceWords
    doc: Doc | None
    found: Sequence[Candidate]
    at: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)
    acting: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._starts = {c.first: c for c in self.found if c.entries}
        self._ends = {c.last: c for c in self.found if c.entries}
        for candidate in self.found:
            if self._is_clear(candidate):
                self.at[candidate.name(self.words)] += 1
            first, last = candidate.first, candidate.last
            if not candidate.entries and last - first == 1 and self._is_person(first):
                self.surnames[self.words[last].text] += 1
            if self._acts(candidate):
                self.acting[candidate.name(self.words)] += 1

    def is_actor(self, candidate: Candidate) -> bool:
        """Return whether a name that few places have is somebody's who acts in the document.

        So does Hamas, whose name a town bears in another language.
        """
        name = candidate.name(self.words)
        if not candidate.entries:
            return name.isupper() and len(name) > 1
        other = all(entry.alias and entry.feature == "town" for entry in candidate.entries)
        return other and self.acting[name] > self.at[name]

    def _acts(self, candidate: Candidate) -> bool:
        """Return whether somebody of that name says or does something: "by Hamas", "Hamas said"."""
        before = self.words[candidate.first - 1].text.lower() if candidate.first else ""
        return before == "by" or "speaks" in self._right(candidate)

    def reasons(self, candidate: Candidate) -> list[str]:
        """Return the reasons, in no order that matters."""
        around = self._around(candidate)
        return [
            *self._what(candidate),
            *self._together(candidate, around),
            *self._elsewhere(candidate),
            *self._grammar(candidate),
            *around,
        ]

    def _together(self, candidate: Candidate, around: list[str]) -> Iterator[str]:
        """Yield what the gazetteer says and what stands around the name, told together."""
        kind = "unknown" if not candidate.entries else candidate.entries[0].feature
        kind = kind if kind in {"unknown", "town", "country"} else "other"
        alone = not any(reason.startswith("run-") for reason in around)
        yield f"{kind}&{'alone' if alone else 'run'}"
        cues = {r for r in around if r.startswith(CUES)}
        yield from (f"{kind}&{cue}" for cue in cues if alone)
        yield from (
            f"{kind}&{r}" for r in around if r.startswith("run-left=") and kind != "unknown"
        )
        if not cues:
            yield f"{kind}&nothing"
            if self.words[candidate.first].text in self.known.persons:
                yield "first-name&nothing"

    def _is_clear(self, candidate: Candidate) -> bool:
        """Return whether the words around the name alone say that it is a place."""
        if self._preposition(candidate) == "at":
            return candidate.run[0] == candidate.first
        return any(reason.startswith("type-") for reason in self._around(candidate))

    def _around(self, candidate: Candidate) -> list[str]:
        return [*self._left(candidate), *self._right(candidate)]

    def _is_person(self, i: int) -> bool:
        word = self.words[i].text
        before = self.words[i - 1].text if i else ""
        return (
            word in self.known.persons or word in self.known.titles or before in self.known.titles
        )

    def _what(self, candidate: Candidate) -> Iterator[str]:
        """Yield what the gazetteer has of that name."""
        yield "bias"
        yield from self._kind(candidate)
        length = candidate.last - candidate.first + 1
        first = self.words[candidate.first].text
        last = self.words[candidate.last].text
        if length > 1:
            yield "words=many" if length > NAME_LIKE else "words=2"
        if candidate.base:
            yield "typed"
        elif last in self.known.ending and length > 1:
            yield "ending"
        if length > 1 and first in self.known.beginning:
            yield "beginning"
        if first in self.known.common and length == 1:
            yield "common"
        if first in self.known.persons and length == 1:
            yield "first-name"
        if length > 1 and first in self.known.persons and not candidate.entries:
            yield "person"
        if length == NAME_LIKE and first in self.known.titles:
            yield "titled"
        if last in self.known.organisation and not candidate.entries:
            yield "org-last"
        if first.isupper() and len(first) <= 4:
            yield "letters"
        if any(
            self.words[i].text in self.known.organisation
            for i in range(candidate.first, candidate.last)
        ):
            yield "org-within"

    def _kind(self, candidate: Candidate) -> Iterator[str]:
        if not candidate.entries:
            word = self.words[candidate.first].text
            yield "unknown"
            if word in adjectives() or candidate.name(self.words) in adjectives():
                yield "adjective"
            return
        best = candidate.entries[0]
        if best.feature != "town":
            yield (
                f"is={best.feature}"
                if best.feature in {"country", "region", "continent"}
                else "is=other"
            )
            return
        most = max(candidate.entries, key=lambda e: e.population)
        size = next(least for least in SIZES if most.population >= least)
        yield f"town={size}"
        if all(entry.alias for entry in candidate.entries):
            yield f"alias={size}"
        if candidate.name(self.words) in adjectives():
            yield "adjective"

    def _preposition(self, candidate: Candidate) -> str | None:
        """Return the kind of preposition before the name, past "the" and a word of direction."""
        i = candidate.first - 1
        while (
            i >= 0
            and self.words[i + 1].joined
            and (
                self.words[i].text.lower() in self.known.directions
                or self.words[i].text in {"the", "The"}
            )
        ):
            i -= 1
        if i < 0 or not self.words[i + 1].joined:
            return None
        return self.known.prepositions.get(self.words[i].text.lower())

    def _left(self, candidate: Candidate) -> Iterator[str]:
        """Yield what stands before the name."""
        i = candidate.first
        if preposition := self._preposition(candidate):
            yield f"prep={preposition}"
        if i == 0 or SENTENCE_END & set(self.words[i].before):
            yield "opens"
            return
        before = self.words[i - 1]
        if self.words[i].joined:
            yield from self._joined_left(candidate, before)
        elif "," in self.words[i].before and i - 1 in self._ends:
            yield "list-left"
        elif "(" in self.words[i].before:
            yield "bracket"

    def _joined_left(self, candidate: Candidate, before: NameWord) -> Iterator[str]:
        word, i = before.text, candidate.first
        if word.lower() in self.known.directions:
            yield "direction"
        if word == "the":
            yield "the"
        if word == "and" and i - 2 in self._ends:
            yield "and-left"
        if i > candidate.run[0] and not self._opens_only(i - 1, candidate):
            yield "run-left=" + self._class(word, left=True)
        elif word in self.known.features:
            yield "type-left"
        if word == "of" and i > 1:
            head = self.words[i - 2].text
            if head in self.known.features:
                yield "type-of"
            elif head in self.known.organisation_of or head in self.known.organisation:
                yield "org-of"

    def _opens_only(self, i: int, candidate: Candidate) -> bool:
        """Return whether the word has its capital only from the sentence that it opens."""
        word = self.words[i].text
        return i == candidate.run[0] and word in self.known.never and word not in self.known.titles

    def _class(self, word: str, left: bool) -> str:
        """Return what sort of word stands against the name inside its run."""
        sorts = (
            ("title", self.known.titles if left else self.known.title_after),
            ("person", self.known.persons),
            ("org", self.known.organisation),
            ("adjective", adjectives()),
            ("never", self.known.never),
        )
        sort = next((name for name, words in sorts if word in words), None)
        if sort is None and not word[:1].isupper():
            return "small"
        return sort or ("initial" if len(word) == 1 else "other")

    def _right(self, candidate: Candidate) -> Iterator[str]:
        """Yield what stands after the name."""
        after = candidate.last + 1
        if after >= len(self.words):
            return
        word = self.words[after]
        if word.joined:
            yield from self._joined_right(candidate, after)
        elif "," in word.before and after in self._starts:
            yield "list-right"
            if self._starts[after].entries[0].feature in {"country", "region"}:
                yield "in-region"
        elif word.before in {"'s ", "’s "}:
            yield "possessive"
        elif word.before.startswith("-") or word.before.startswith("–"):
            yield "hyphen"

    def _joined_right(self, candidate: Candidate, after: int) -> Iterator[str]:
        word = self.words[after].text
        if after < candidate.run[1]:
            known = self._starts.get(after)
            yield "run-right=" + ("place" if known else self._class(word, left=False))
        elif word in self.known.features:
            yield "type-right"
        elif word.lower() in self.known.speaks and self._preposition(candidate) is None:
            yield "speaks"
        elif word == "and" and after + 1 in self._starts:
            yield "and-right"
        elif word[:1].isdigit():
            yield "number-right"

    def _elsewhere(self, candidate: Candidate) -> Iterator[str]:
        """Yield what the rest of the document makes of the same name."""
        name = candidate.name(self.words)
        own = self._is_clear(candidate)
        if self.at[name] > own:
            yield "elsewhere-at"
        if self.surnames[name]:
            yield "surname"

    def _grammar(self, candidate: Candidate) -> Iterator[str]:
        """Yield the part of speech and the place in the sentence, where there is a parse."""
        if self.doc is None:
            return
        start, end = self.words[candidate.first].start, self.words[candidate.last].end
        tokens = tokens_at(self.doc, start, end)
        if tokens is None or not len(tokens):
            return
        last = tokens[-1]
        yield f"pos={last.pos_}" if last.pos_ in {"PROPN", "ADJ", "NOUN"} else "pos=rest"
        yield from (f"relation={name}" for name in RELATIONS if last.dep_ in getattr(rel, name))
