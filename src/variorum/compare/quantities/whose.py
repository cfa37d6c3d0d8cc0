"""Whose people a number counts, where two sides each count their own dead.

"Osten: 59 dead", "Westen put the toll at 35": each state counts its own, though neither says so.
Where the reports show that, a number is of a side by its own words, by who tells it, or because the
same number is told of that side elsewhere. What is of no side is comparable with nothing then.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.comparability import ROUND, SMALLEST_SIGN
from variorum.compare.quantities.surroundings import sentence_of
from variorum.grouping import distinct, grouped
from variorum.language.words.lexers import bare_words
from variorum.language.words.nations import nations_in, nations_told
from variorum.model import Document, Form
from variorum.statements import revisions
from variorum.statements.revisions import is_marked
from variorum.statements.states import state_of

Nations = frozenset[str]


def sided(found: Sequence[Reply], documents: Mapping[str, Document]) -> tuple[list[Reply], Whose]:
    """Return the replies, those of one side as of this population, and whose people they count."""
    whose = Whose(found, documents)

    def told(reply: Reply) -> Reply:
        side = whose.side.get(reply.key, ())
        plain = len(side) == 1 and not reply.variable.population
        return reply.about(population=tuple(side)) if plain else reply

    return [told(reply) for reply in found], whose


class Whose:
    """The nations of those whom each number counts, as far as the reports tell."""

    def __init__(self, found: Sequence[Reply], documents: Mapping[str, Document]) -> None:
        """Take every reply, and the reports by id."""
        self.documents = documents
        self._told: dict[str, tuple[Nations, Nations]] = {}
        self.side: dict[str, Nations] = {}
        """In an event that has sides, those of each number by its key; empty where none is told."""
        hurt = ((r.variable.event_group, r) for r in found if r.variable.event in HURT)
        for own in grouped(hurt).values():
            self.side |= self._sides(own)

    def apart(self, one: Reply, other: Reply) -> bool:
        """Return whether two numbers may count the people of two sides.

        "36 of its people" are of the nation of who says so, and another number is of another's
        where it is told of that alone. In an event with sides both must be known to be of one.
        """
        x, y = self._nations(one), self._nations(other)
        two = any(w and told and w.isdisjoint(told) for w, told in ((x[0], y[1]), (y[0], x[1])))
        sides = [self.side[r.key] for r in (one, other) if r.key in self.side]
        other_body = self._body(one) != self._body(other)
        return two or other_body or (len(sides) == 2 and not (sides[0] and sides[0] == sides[1]))

    def _body(self, reply: Reply) -> str:
        """Return which body of no nation counts its own people, if one does."""
        own = is_marked(self._sentence(reply), revisions.OWN) and not self._teller(reply)
        return reply.claim.speaker.name if own else ""

    def _nations(self, reply: Reply) -> tuple[Nations, Nations]:
        """Return of which nation those counted are, and which is told of them, or with them."""
        if reply.key not in self._told:
            sentence, teller = self._sentence(reply), self._teller(reply)
            own = teller if is_marked(sentence, revisions.OWN) else Nations()
            whose = nations_in(" ".join(reply.variable.population))[0] or own
            told = whose or teller | nations_told(sentence, self._language(reply))
            self._told[reply.key] = whose, told
        return self._told[reply.key]

    def _sides(self, found: Sequence[Reply]) -> dict[str, Nations]:
        """Return of which sides the numbers of an event are, by key, if its dead fall into sides.

        They do if voices of two nations each tell of dead of their own, or a report sums them up.
        """
        by = {r.key: own for r in found if len(own := self._teller(r)) == 1}
        if len(set(by.values())) < 2:
            return {}
        sums = _sums(found, by)
        counted = Nations().union(*(by[r.key] & self._nations(r)[0] for r in found if r.key in by))
        sides = (counted if len(counted) > 1 else Nations()).union(*sums.values())
        if not sides:
            return {}

        def side(reply: Reply) -> Nations:
            """Return the side that its words, its teller or the first words beside it name."""
            opening = " ".join(self._sentence(reply).split()[:2])
            opens = nations_told(opening, self._language(reply))
            told = (self._nations(reply)[0], self._teller(reply), opens)
            named = next((own & sides for own in told if own & sides), Nations())
            return sums.get(reply.key) or (named if len(named) == 1 else Nations())

        found_on = {r.key: side(r) for r in found}
        same = distinct((_number(r), found_on[r.key]) for r in found if found_on[r.key])

        def met(reply: Reply) -> Nations:
            told = same.get(_number(reply), set())
            exact = reply.figure >= SMALLEST_SIGN and reply.figure % ROUND
            return next(iter(told)) if exact and len(told) == 1 else Nations()

        return {r.key: found_on[r.key] or met(r) for r in found}

    def _teller(self, reply: Reply) -> Nations:
        """Return the nations that the name of a voice tells; that of an outlet is no voice's."""
        name = reply.claim.speaker.name if reply.claim.form is not Form.NARRATED else ""
        language = self._language(reply)
        # "The ministry in Paris" is of the country whose capital it names.
        states = {state_of(word, language) for word in bare_words(name)}
        return nations_told(name, language) or nations_in(" ".join(states))[0]

    def _language(self, reply: Reply) -> str | None:
        return self.documents[reply.claim.document].language

    def _sentence(self, reply: Reply) -> str:
        return sentence_of(self.documents[reply.claim.document], reply)[0]


def _number(reply: Reply) -> tuple[str, float]:
    return reply.variable.event, reply.figure


def _sums(found: Sequence[Reply], by: Mapping[str, Nations]) -> dict[str, Nations]:
    """Return the numbers to which those that voices of two nations tell a report add up, by key."""
    reports = grouped(((r.claim.document, r.variable.event), r) for r in found)
    return {
        r.key: by[one.key] | by[other.key]
        for own in reports.values()
        for one, other in itertools.combinations([r for r in own if r.key in by], 2)
        if by[one.key] != by[other.key] and min(one.figure, other.figure) >= SMALLEST_SIGN
        for r in own
        if r.figure == one.figure + other.figure
    }
