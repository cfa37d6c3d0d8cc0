"""Names: every mention of somebody in a document, and the fullest form of each name.

A surname or a first name stands for the last full name that has it, the short name of a body for
the longer one, and an acronym for the name it was put in brackets after.
"""

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from variorum.language import name_spans, relations, word_lists
from variorum.language.alignment import sentence_of
from variorum.language.english_words import given_names, noun_lemma, role_of, word_list
from variorum.language.features import is_common_singular, is_determiner, is_number
from variorum.model import SpeakerKind

_COMPOUND_OR_NMOD = relations.COMPOUND | relations.NMOD
REACH = 40
WHERE = word_lists.words("extract", "where")
JOINING = word_lists.words("extract", "joining")
SHORTEST_ACRONYM, SHORTEST_WORD = 2, 3
HEADLINE = 0.75
CLOSE, CERTAIN = 60, 2
LONGEST_PERSON = 4


@dataclass(frozen=True)
class Mention:
    """One place where somebody is named: its tokens, without titles.

    `weight` is the evidence there that it is a person, below zero that it is not; `gender` is what
    a title or a first name tells.
    """

    tokens: tuple[int, int]
    name: str
    weight: int
    gender: str | None = None


class Cast:
    """Who appears in a document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._by_last: dict[str, list[Mention]] = defaultdict(list)
        self._by_first: dict[str, list[Mention]] = defaultdict(list)
        self._at: dict[int, Mention] = {}
        self._weights: dict[str, int] = defaultdict(int)
        self._acronyms: dict[str, Mention] = {}
        self._spelled: dict[str, Mention] = {}
        self._places: set[str] = set()
        self._headlines: dict[int, bool] = {}
        self._common = {t.lower_ for t in doc if is_common_singular(t) and t.is_lower}
        for start, end in name_spans.name_runs(doc):
            self._add(start, end)
        self._add_acronyms()

    def _add(self, start: int, end: int) -> None:
        """Record the mention at a range of tokens."""
        doc = self.doc
        low, high = name_spans.bare_name(doc, start, end, self._common)
        gender = _gender(doc, start, low, high)
        mention = Mention((low, high), doc[low:high].text, _weight(doc, start, low, high), gender)
        for i in range(start, end):
            self._at[i] = mention
        self._weights[mention.name.lower()] += mention.weight
        if high - low > 1 and self._heads(low, high):
            return
        if high - low > 1:
            self._weights[doc[high - 1].lower_] += mention.weight
            self._by_last[doc[high - 1].lower_].append(mention)
            self._by_first[doc[low].lower_].append(mention)
        elif start > 0 and doc[start - 1].lower_ in WHERE:
            self._places.add(mention.name.lower())

    def _heads(self, low: int, high: int) -> bool:
        """Whether a name stands in a headline, where capitals do not show where a name ends."""
        sentence = sentence_of(self.doc[low])
        if sentence.start not in self._headlines:
            words = [t for t in sentence if len(t) > SHORTEST_WORD and t.is_alpha]
            capital = sum(t.text[0].isupper() for t in words)
            headed = len(words) > high - low and capital > HEADLINE * len(words)
            self._headlines[sentence.start] = headed and not sentence[-1].is_punct
        return self._headlines[sentence.start]

    def _add_acronyms(self) -> None:
        """Record each "(WHO)" right after the name whose initials it has."""
        doc = self.doc
        opening = doc.vocab.strings["("]
        for i in (i + 1 for i, orth in enumerate(doc.to_array("ORTH")) if orth == opening):
            if not 2 <= i < len(doc) - 1:
                continue
            short = doc[i].text
            if doc[i + 1].text != ")" or not short.isupper():
                continue
            if len(short) < SHORTEST_ACRONYM or short.lower() in self._acronyms:
                continue
            start = name_spans.spelled_out(doc, i)
            before = self._at.get(i - 2)
            if start is None and before is not None and before.tokens[1] == i - 1:
                start = before.tokens[0] if before.tokens[1] - before.tokens[0] > 1 else None
            if start is not None:
                self._spell(start, i, before)

    def _spell(self, start: int, acronym: int, before: Mention | None) -> None:
        """Record that the name from `start` has the acronym behind it in brackets."""
        doc = self.doc
        if before is not None:
            start = min(start, before.tokens[0])
        full = Mention((start, acronym + 2), doc[start : acronym + 2].text, -LONGEST_PERSON)
        self._acronyms[doc[acronym].lower_] = full
        long = doc[start : acronym - 1]
        self._spelled[long.text.lower()] = full
        self._by_last[long[-1].lower_].append(full)
        self._by_first[long[0].lower_].append(full)
        self._weights[full.name.lower()] = full.weight
        self._at.update(dict.fromkeys(range(*full.tokens), full))

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every mention, in order."""
        return list(dict.fromkeys(self._at[i] for i in sorted(self._at)))

    def mention(self, token: Token) -> Mention | None:
        """Return the mention that a token is part of."""
        found = self._at.get(token.i)
        if found is None and token.is_title and token.lower_ in self._by_last:
            return Mention((token.i, token.i + 1), token.text, 0)
        return found

    def is_person(self, mention: Mention) -> bool:
        """Whether a name is more often a person's than not."""
        full = self.fullest(mention)
        weight = self._weights[full.name.lower()]
        if full is mention and full.tokens[1] - full.tokens[0] == 1:
            return weight > 0
        return weight + (mention.weight if mention is not full else 0) > 0

    def is_place(self, mention: Mention) -> bool:
        """Whether the text tells where something is by a name of one word: "in Arden"."""
        return mention.name.lower() in self._places

    def fullest(self, mention: Mention) -> Mention:
        """Return the mention with the fullest form of a name: the last before it, or the next."""
        low, high = mention.tokens
        words = mention.name.lower()
        if words in self._spelled:
            return self._spelled[words]
        if high - low > 1 and self.doc[low].lower_ not in word_list("particle"):
            same = self._by_first.get(words.split()[0], ())
            return self._nearest(mention, same, lambda n: n.startswith(words + " ")) or mention
        if words in self._acronyms:
            return self._acronyms[words]
        by_last = self._nearest(
            mention, self._by_last.get(words.split()[-1], ()), lambda n: _ends(n, words)
        )
        if by_last is not None or (mention.gender is not None and words not in given_names()):
            return by_last or mention
        return self._by_short(mention, words) or mention

    def _by_short(self, mention: Mention, words: str) -> Mention | None:
        """Return the longer name that a first name, or the first word of a body's name, means."""
        if self.is_place(mention) or name_spans.is_acronym(mention.name):
            return None
        return self._nearest(
            mention, self._by_first.get(words, ()), lambda n: n.startswith(words + " ")
        )

    def _nearest(
        self, mention: Mention, known: Sequence[Mention], fits: Callable[[str], bool]
    ) -> Mention | None:
        """Return the nearest of the known mentions, in order, whose longer name fits."""
        i = bisect.bisect_right(known, mention.tokens[0], key=lambda m: m.tokens[0])
        found: Mention | None = None
        for other in reversed(known[max(0, i - REACH) : i]):
            if found is not None and found.tokens[0] - other.tokens[0] > CLOSE:
                return found
            if len(other.name) <= len(mention.name) or not fits(other.name.lower()):
                continue
            if not self._may_mean(mention, other):
                continue
            if found is None or self._outweighs(other, found):
                found = other
            if self._is_subject(found):
                return found
        if found is not None:
            return found
        later = (m for m in known[i : i + REACH] if len(m.name) > len(mention.name))
        return next((m for m in later if fits(m.name.lower()) and self._may_mean(mention, m)), None)

    def _outweighs(self, other: Mention, found: Mention) -> bool:
        """Whether an earlier name is the better guess: a subject, or surer to be a person's."""
        if other.name == found.name:
            return False
        sure, unsure = (self._weights[m.name.lower()] for m in (other, found))
        return self._is_subject(other) or (sure > CERTAIN and unsure < CERTAIN)

    def _is_subject(self, mention: Mention) -> bool:
        return self.doc[mention.tokens[1] - 1].dep_ in relations.SUBJECTS

    def _may_mean(self, mention: Mention, other: Mention) -> bool:
        """Whether a name may be short for a longer one."""
        first = self.doc[other.tokens[0]]
        if first.lower_ in word_list("circle"):
            return False
        if None not in {mention.gender, other.gender} and mention.gender != other.gender:
            return False
        if self._weights[other.name.lower()] > 0:
            return True
        if mention.gender is not None or self._weights[mention.name.lower()] > CERTAIN:
            return False
        return name_spans.is_name(first)


def _ends(name: str, words: str) -> bool:
    ends = name.endswith(f" {words}") and not name.endswith((f" of {words}", f" in {words}"))
    return ends or (name.endswith(")") and f" {words} (" in name)


def _gender(doc: Doc, start: int, low: int, high: int) -> str | None:
    """Return the gender that the titles before a name, or the first name itself, tell."""
    before = {t.lower_ for t in doc[max(0, start - 1) : low]}
    for gender in ("female", "male"):
        if before & word_list(gender):
            return gender
    return given_names().get(doc[low].lower_) if high - low > 1 else None


def _weight(doc: Doc, start: int, low: int, high: int) -> int:
    """Return the evidence that a name is a person's, below zero that it is not.

    Titles, first names and what stands in apposition speak for it; the names of bodies, "the",
    capitals throughout and places against.
    """
    first, last = doc[low], doc[high - 1]
    words = [t.lower_ for t in doc[low:high]]
    before = doc[start - 1] if start else None
    titled = low > start and any(not is_determiner(t) for t in doc[start:low])
    titled = titled or (before is not None and before.lower_ in word_list("title"))
    weight = 3 * titled + _beside(doc, low, last)
    weight += 2 * (first.lower_ in given_names() and high - low <= LONGEST_PERSON)
    weight -= 4 * any(name_spans.is_body_noun(w) for w in (words[0], words[-1], noun_lemma(last)))
    weight -= 3 * bool(JOINING & set(words[1:]))
    weight += 2 * bool(word_list("particle") & set(words[1:-1]))
    weight -= 3 * (high - low == 1 and last.text.isupper() and len(last) > 1)
    if before is not None and not titled:
        weight -= 2 * (before.lower_ == "the") + (before.lower_ in WHERE and high - low == 1)
    return weight + (1 < high - low < LONGEST_PERSON and all(w.isalpha() for w in words))


def _beside(doc: Doc, low: int, last: Token) -> int:
    """Return what apposition and relative clauses tell: for a person above zero, against below."""
    weight = 0
    nouns: Iterable[Token] = (
        [*last.children, last.head] if last.dep_ in relations.APPOS else last.children
    )
    for noun in nouns:
        if noun.dep_ in relations.APPOS or noun == last.head:
            found = role_of(noun)
            person = found is not None and found.kind is SpeakerKind.PERSON
            if person or is_number(noun) or noun.lower_.endswith(("man", "woman")):
                weight += 2
            elif found is not None and found.kind is SpeakerKind.ORGANISATION:
                weight -= 2
        elif noun.dep_ in relations.RELCL:
            relative = {t.lower_ for t in noun.lefts}
            weight += 2 * ("who" in relative) - 2 * ("which" in relative)
    prior = doc[low - 1] if low else None
    if prior is not None and is_common_singular(prior) and prior.dep_ in _COMPOUND_OR_NMOD:
        found = role_of(prior)
        weight += 2 * (found is not None and found.kind is SpeakerKind.PERSON)
    return weight
