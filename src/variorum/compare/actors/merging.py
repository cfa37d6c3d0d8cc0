"""Which full names of a case are one actor's: each merge with its reason, and none on a guess.

A name that could stand for two actors stands for neither: it is then kept apart, document by
document. What a source calls somebody is that source's usage, and no ground for a merge.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from variorum.compare.actors.actor_mentions import Naming, Words, merge_id
from variorum.grouping import distinct, grouped
from variorum.language import spelling, word_lists
from variorum.language.words.body_names import GENERAL, Parts, is_telling
from variorum.model import NameRule

SUFFIXES = word_lists.words("compare", "name_suffixes")
PARTICLES = word_lists.words("compare", "name_particles")
STATE = word_lists.words("compare", "bodies_of_states")
CALLED_BY_KIND = word_lists.words("compare", "called_by_kind")
SHORTEST_INITIALS = 3
Alike = Callable[[Words, Words], bool]


@dataclass(frozen=True)
class Names:
    """The full names grouped by actor.

    `parent` leads from each name to the one that it is taken for, with the rule. `loose` are the
    names that mean somebody else in each document.
    """

    parent: Mapping[Words, tuple[Words, NameRule]]
    loose: frozenset[Words]

    def head(self, words: Words) -> Words:
        """Return the name under which all names of the actor are grouped."""
        while words in self.parent:
            words = self.parent[words][0]
        return words


def merge(
    namings: Mapping[Words, Naming],
    undone: Collection[str] = (),
    same: Iterable[tuple[Words, Words]] = (),
) -> Names:
    """Return the names of a case grouped by actor.

    Args:
        namings: the full names, by their folded words.
        undone: ids of merges not to be made, whatever the rules say; nor may two such names come
            together by way of others.
        same: names that are one actor's, whatever the rules say.
    """
    merging = _Merging(namings, frozenset(undone))
    for pair in sorted(same):
        short, full = sorted(map(merging.head, pair), key=lambda words: (len(words), words))
        merging.take(short, full, NameRule.DECIDED)
    for step in (
        _spellings,
        _word_for_word,
        _scripts,
        _middle_names,
        _acronyms,
        _surnames,
        _short,
        _kinds,
    ):
        step(merging)
    return Names(merging.parent, frozenset(merging.loose))


class _Merging:
    def __init__(self, namings: Mapping[Words, Naming], undone: frozenset[str]) -> None:
        self.namings = namings
        self.order = sorted(namings, key=lambda words: (-len(words), words))
        self.parent: dict[Words, tuple[Words, NameRule]] = {}
        self.loose: set[Words] = set()
        self._undone = undone
        self._group: dict[Words, list[Words]] = {}

    def people(self) -> Iterator[Words]:
        return (w for w in self.order if self.namings[w].person and w not in self.parent)

    def bodies(self) -> Iterator[Words]:
        return (w for w in self.order if not self.namings[w].person and w not in self.parent)

    def head(self, words: Words) -> Words:
        while words in self.parent:
            words = self.parent[words][0]
        return words

    def take(self, short: Words, full: Words, rule: NameRule) -> bool:
        """Take one name for another, unless that was undone."""
        full = self.head(full)
        if short in self.parent or short == full or self._kept_apart(short, full):
            return False
        self.parent[short] = (full, rule)
        self._group[full] = [*self._names(full), *self._names(short)]
        return True

    def _names(self, head: Words) -> list[Words]:
        return self._group.get(head, [head])

    def _kept_apart(self, short: Words, full: Words) -> bool:
        """Return whether a person found any two names of two groups not to be one actor's."""
        return bool(self._undone) and any(
            merge_id(one, other) in self._undone
            for one in self._names(short)
            for other in self._names(full)
        )

    def forms_of(self, head: Words) -> Iterator[Words]:
        """Yield each name of an actor as any language may write it."""
        return (form for words in self._names(head) for form in self.namings[words].forms)

    def any_form(self, alike: Alike, one: Words, other: Words) -> bool:
        """Return whether two names are alike as any language may write them."""
        forms = (self.namings[words].forms for words in (one, other))
        return any(itertools.starmap(alike, itertools.product(*forms)))

    def take_for_one(self, short: Words, several: Iterable[Words], rule: NameRule) -> bool:
        """Take a name for the only one of several; where there are more it stays loose."""
        heads = {self.head(words) for words in several} - {short}
        if len(heads) > 1:
            self.loose.add(short)
        return len(heads) == 1 and self.take(short, heads.pop(), rule)


def _blocks(merging: _Merging, names: Iterable[Words]) -> Iterable[list[Words]]:
    """Return the names that sound alike, in their order; only those of a block are compared."""
    keys = (
        (tuple(spelling.sound(word) for word in spelling.without_articles(form)), words)
        for words in names
        for form in merging.namings[words].forms
        if len(words) > 1
    )
    return grouped(dict.fromkeys(keys)).values()


def _spellings(merging: _Merging) -> None:
    """Join full names that differ as romanisations do; each must be like every other."""
    for block in _blocks(merging, merging.people()):
        _join_spellings(merging, block, spelling.spelled_alike)
    for block in _blocks(merging, merging.bodies()):
        _join_spellings(merging, block, partial(spelling.spelled_alike, vowels_too=True))


def _join_spellings(merging: _Merging, block: list[Words], alike: Alike) -> None:
    groups: list[list[Words]] = []
    for words in block:
        fits = [group for group in groups if all(merging.any_form(alike, words, o) for o in group)]
        if len(fits) == 1 and merging.take(words, fits[0][0], NameRule.SPELLING):
            fits[0].append(words)
        else:
            groups.append([words])


def _word_for_word(merging: _Merging) -> None:
    """Join the names of one body whose words mean the same: "Ministry of Health" and another."""
    found: dict[Parts, Words] = {}
    for words in list(merging.bodies()):
        parts = merging.namings[words].parts
        if is_telling(parts) and found.setdefault(parts, words) != words:
            merging.take(words, found[parts], _translated(words, found[parts]))


def _translated(one: Words, other: Words) -> NameRule:
    """Return why two names that mean the same are joined: one writes the other's words."""
    alike = any(spelling.spelled_alike((a, a), (b, b)) for a in one for b in other)
    return NameRule.SPELLING if alike else NameRule.TRANSLATION


def _scripts(merging: _Merging) -> None:
    """Join a full name in another script with the only Latin one that sounds the same."""
    for block in _blocks(merging, merging.people()):
        latin = [words for words in block if "".join(words).isascii()]
        for words in block:
            if not "".join(words).isascii():
                fits = [
                    w for w in latin if merging.any_form(spelling.same_in_two_scripts, words, w)
                ]
                merging.take_for_one(words, fits, NameRule.SCRIPT)


def _middle_names(merging: _Merging) -> None:
    """Join "James Nolan" with the only James ... Nolan."""
    people = list(merging.people())
    longer = grouped(
        ((words[0], words[-1]), words)
        for words in people
        if len(words) > 2 and not SUFFIXES & set(words) and not PARTICLES & set(words[1:-1])
    )
    for words in people:
        if len(words) == 2:
            merging.take_for_one(words, longer.get((words[0], words[1]), ()), NameRule.MIDDLE_NAME)


def _acronyms(merging: _Merging) -> None:
    """Join an acronym with the only body that has it, by a bracket or by its initials."""
    bodies = list(merging.bodies())
    given = distinct((short, w) for w in bodies for short in merging.namings[w].acronyms)
    lettered = distinct((spelling.initials(words), words) for words in bodies if len(words) > 1)
    for words in (w for w in bodies if merging.namings[w].acronym):
        if words in given:
            merging.take_for_one(words, given[words], NameRule.ACRONYM)
        elif len(words[0]) >= SHORTEST_INITIALS:
            merging.take_for_one(words, lettered.get(words[0], ()), NameRule.INITIALS)


def _surnames(merging: _Merging) -> None:
    """Join a last name with the only full name of the case that has it and may hold its office."""
    people = list(merging.people())
    written = ((form, words) for words in people for form in merging.forms_of(words))
    cores = ((form[:-1] if form[-1] in SUFFIXES else form, words) for form, words in written)
    ends = distinct(
        (spelling.without_articles(core[start:]), words)
        for core, words in cores
        for start in range(1, len(core))
    )
    for words in people:
        short = spelling.without_articles(words)
        if len(short) > 1 and not PARTICLES & set(words[:1]):
            continue
        named = [w for form in merging.namings[words].forms for w in ends.get(form, ())]
        full = {w for w in (*ends.get(short, ()), *named) if w != words and len(w) > len(words)}
        titles = merging.namings[words].titles
        clash = {w for w in full if _clash(titles, merging.namings[w].titles)}
        same = {w for w in full if titles & merging.namings[w].titles}
        offices = {title.split()[-1] for title in titles}
        if (full and clash == full) or (not full and len(offices) > 1):
            merging.loose.add(words)
        else:
            merging.take_for_one(words, same or full - clash, NameRule.SURNAME)


def _clash(one: set[str], other: set[str]) -> bool:
    """Return whether two sets of offices have none in common, by the noun that ends them."""
    ends = [{title.split()[-1] for title in titles} for titles in (one, other)]
    return bool(ends[0] and ends[1]) and not ends[0] & ends[1]


def _short(merging: _Merging) -> None:
    """Keep a body's short name loose where two end so; join that of a state's own body."""
    bodies = list(merging.bodies())
    ends = distinct((words[start:], words) for words in bodies for start in range(1, len(words)))
    for words in (w for w in bodies if not merging.namings[w].acronym):
        longer = {merging.head(w) for w in ends.get(words, ())} - {words}
        if len(longer) > 1:
            merging.loose.add(words)
        elif longer and words[-1] in STATE and len(words) > 1:
            merging.take_for_one(words, longer, NameRule.SHORT_NAME)


def _kinds(merging: _Merging) -> None:
    """Join "the coalition" and "international coalition" with the one that most reports name."""
    for kind in sorted(CALLED_BY_KIND):
        named: Counter[Words] = Counter()
        plain: list[Words] = []
        for words in merging.order:
            naming = merging.namings[words]
            if kind in naming.parts and not naming.person:
                if naming.parts <= {kind} | GENERAL:
                    plain.append(words)
                else:
                    named[merging.head(words)] += len({u.document for u in naming.usages})
        best, reports = next(iter(named.most_common(1)), ((), 0))
        for words in plain if 2 * reports > named.total() else ():
            merging.take(words, best, NameRule.SHORT_NAME)
