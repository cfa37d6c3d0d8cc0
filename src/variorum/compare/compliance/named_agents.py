"""Who may have acted for a party: what words have to share with it, so that few are compared.

`who_acted.party_in` says whether words name a party. They can only where they have a word of it, in
some spelling, its nation or its initials, or where they are those of any state's forces.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator

from rapidfuzz import fuzz, process

from variorum.compare.actors.sides import ALIKE, Parties, content_words, initials, parts, short
from variorum.compare.compliance.action_lexicon import load, stems
from variorum.compare.compliance.who_acted import SHORT, STATES, names_written
from variorum.grouping import distinct
from variorum.language.words.nations import nations_in, state_named

Sign = Hashable
"""A word in small letters, a nation, initials, or all words of a name."""
# Whose the forces of a state may be, beside those that bear its name.
_RULE = frozenset({"government", "president"}) | STATES


class Agents:
    """Words for who acted, by what they may share with the names of a party."""

    def __init__(self, agents: Iterable[str]) -> None:
        self._by_sign = distinct((sign, agent) for agent in agents for sign in _signs(agent))
        self._words = sorted(sign for sign in self._by_sign if isinstance(sign, str))
        self._alike: dict[str, list[str]] = {}

    def near(self, parties: Parties, told: Iterable[str] = ()) -> set[str]:
        """Return all words of which `party_in` may say that they name one of the parties.

        And those with one of some stems.
        """
        signs: set[Sign] = {("stem", stem) for stem in told}
        signs |= set[Sign]().union(*map(_signs_of, parties.names), *parties.called)
        signs.update(*(pair for pair in parties.aliases if not pair.isdisjoint(signs)))
        for word in frozenset().union(*map(content_words, parties.names)):
            signs.update(self._like(word))
        return set().union(*(self._by_sign[sign] for sign in signs & self._by_sign.keys()))

    def _like(self, word: str) -> list[str]:
        """Return the words that begin as a word does or are spelled alike."""
        if word not in self._alike:
            first = self._words[self._place(word[0]) : self._place(chr(ord(word[0]) + 1))]
            alike = process.extract(word, first, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
            begun = word[:-1] if len(word) > SHORT else word
            own = self._words[self._place(begun) : self._place(begun + chr(0x10FFFF))]
            self._alike[word] = [*(row[0] for row in alike), *own]
        return self._alike[word]

    def _place(self, word: str) -> int:
        return bisect_left(self._words, word)


def _signs(agent: str) -> Iterator[Sign]:
    yield from content_words(agent)
    yield from nations_in(agent)[0]
    yield from (("stem", stem) for stem in stems(agent))
    for part in (p for name in (agent, *names_written(agent)) for p in parts(name)):
        yield content_words(part) or None
        yield "short", short(part)
        yield from (("full", end) for end in _ends(part))


def _signs_of(party: str) -> Iterator[Sign]:
    own, nation = content_words(party), state_named(party)
    yield from own
    if nation is not None:
        yield nation
    if nation is not None or not own or own & _RULE:
        yield from load().lists["forces_of_states"]
    for part in parts(party):
        yield content_words(part) or "no words"
        yield "full", short(part)
        yield from (("short", end) for end in _ends(part))


def _ends(name: str) -> Iterator[str]:
    letters = initials(name)
    return (letters[n:] for n in range(len(letters)))
