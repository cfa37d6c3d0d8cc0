"""Where a text may name a place: capitalised words, known to the gazetteer or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.language.words.lexers import NameWord
from variorum.normalise.places.gazetteer import Gazetteer
from variorum.normalise.places.place_tables import Entry
from variorum.normalise.places.place_words import PlaceWords

LONGEST_NAME = 6
LONGEST_UNKNOWN = 4


@dataclass(slots=True)
class Candidate:
    """Words that may name a place: their range in the words, and the places of that name."""

    first: int
    last: int
    run: tuple[int, int]
    entries: tuple[Entry, ...]
    base: str = ""
    """The name inside a longer one that the entries are of, such as Scott in Scott County."""

    def name(self, words: list[NameWord]) -> str:
        """Return the name as written, its words joined by single spaces."""
        return " ".join(word.text for word in words[self.first : self.last + 1])


def runs(words: list[NameWord], known: PlaceWords) -> Iterator[tuple[int, int]]:
    """Yield the ranges of capitalised words that stand together, with small words between them."""
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        end = i + 1
        while (longer := _longer(words, end, known)) is not None:
            end = longer
        yield i, end
        i = end


def _longer(words: list[NameWord], end: int, known: PlaceWords) -> int | None:
    """Return the end of the run when it goes on behind `end`, past two small words at most."""
    owned = known.states if words[end - 1].text == "People" else known.ending
    if end < len(words) and words[end].before[1:] == "s " and words[end].text in owned:
        return end + 1
    for ahead in range(end, min(end + 3, len(words))):
        if not words[ahead].joined:
            return None
        if words[ahead].capital:
            return ahead + 1
        if words[ahead].text not in known.inside:
            return None
    return None


def candidates(
    text: str, words: list[NameWord], gazetteer: Gazetteer, known: PlaceWords
) -> list[Candidate]:
    """Return the candidates of a text in order; those that look like a name may overlap others."""
    found: list[Candidate] = []
    for run in runs(words, known):
        here = list(_of_run(text, words, run, gazetteer, known))
        found += here
        found += _unknown(words, run, here, known)
    return _without_parts(found)


def _without_parts(found: list[Candidate]) -> list[Candidate]:
    """Return the candidates without those in a longer name of the same place."""
    held: set[tuple[int, str]] = set()
    for one in found:
        held.update((i, e.key) for e in one.entries[:1] for i in range(one.first + 1, one.last + 1))
    return [one for one in found if not (one.entries and (one.first, one.entries[0].key) in held)]


def _of_run(
    text: str, words: list[NameWord], run: tuple[int, int], gazetteer: Gazetteer, known: PlaceWords
) -> Iterator[Candidate]:
    """Yield the longest names of the run that the gazetteer knows, from left to right."""
    i, end = run
    while i < end:
        found = _longest(text, words, i, run, gazetteer, known) if words[i].capital else None
        if found is None:
            i += 1
            continue
        yield found
        i = found.last + 1


def _longest(  # noqa: PLR0913, PLR0917  (where to look, and what is known)
    text: str,
    words: list[NameWord],
    i: int,
    run: tuple[int, int],
    gazetteer: Gazetteer,
    known: PlaceWords,
) -> Candidate | None:
    end = run[1]
    if words[i].text in known.never and i + 1 >= end:
        return None
    for last in range(_reach(words, i, end, known), i - 1, -1):
        if not words[last].capital or (last == i and words[i].text in known.never):
            continue
        entries = gazetteer.find(text[words[i].start : words[last].end])
        if entries:
            return _with_type(Candidate(i, last, run, entries), words, known)
    return None


def _reach(words: list[NameWord], i: int, end: int, known: PlaceWords) -> int:
    """Return the last word that a name from `i` may have: names may hold an "of" or "D.C."."""
    most = min(i + LONGEST_NAME, len(words))
    if end < most and words[end].joined and words[end].text in known.bridges:
        while (
            end < most
            and words[end].joined
            and (words[end].capital or words[end].text in known.bridges | known.inside)
        ):
            end += 1
    elif end < len(words) and words[end].before == ", " and words[end].text in {"D.C.", "DC"}:
        end += 1
    return min(i + LONGEST_NAME, end) - 1


def _with_type(found: Candidate, words: list[NameWord], known: PlaceWords) -> Candidate:
    """Return the candidate with a word such as County that ends its name taken in."""
    after = found.last + 1
    if after < found.run[1] and words[after].text in known.ending:
        return Candidate(found.first, after, found.run, found.entries, found.name(words))
    return found


def _unknown(
    words: list[NameWord], run: tuple[int, int], within: list[Candidate], known: PlaceWords
) -> Iterator[Candidate]:
    """Yield the whole run, less what opens a sentence, where the gazetteer does not know it."""
    first, end = run
    while first < end and (words[first].text in known.never or not words[first].capital):
        first += 1
    taken = {(c.first, c.last) for c in within}
    if 0 < end - first <= LONGEST_UNKNOWN and (first, end - 1) not in taken:
        yield Candidate(first, end - 1, run, ())
