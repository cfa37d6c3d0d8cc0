"""Reads whom somebody charges with a deed of violence, and who denies one, in all languages.

"The army said that the rebels opened fire", "Kyiv blamed the separatists", "denied that they had
done it": a charge tells of a party that is not the speaker's own.
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from variorum.language.files import LANGUAGES
from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Match, Phrases, plain_phrases
from variorum.model import Claim, Document, Form, SpeakerKind, Stance
from variorum.statements.charges.named_parties import (
    NEAR,
    REBELS,
    SIDES,
    STATE,
    Party,
    bodies_in,
    is_nation,
    is_party,
    listed,
)
from variorum.statements.charges.party_reader import SHORT, PartyReader, led
from variorum.statements.doers import Doer
from variorum.statements.events_told import unseen, untrue
from variorum.statements.statement import CHARGED, RUINED, Statement
from variorum.statements.statement_phrases import ENGLISH, Clause, Place, Words, lexicon, told
from variorum.yaml_files import word_file

# A deed that is not named.
UNTOLD = "event"
# How far down a report what one tells is of the attack that it is about.
LEAD = 600
_start = attrgetter("start")
_INFINITIVES = ("ar", "er", "ir", "re", "ing", "ción", "tion")
_rows = functools.partial(word_file, __package__, "charges.yaml")


def read_charges(
    claims: Iterable[Claim], document: Document, states: frozenset[str]
) -> list[Statement]:
    """Return whom the claims of a document charge with a deed of violence, and who denies one.

    Args:
        claims: all claims of the document.
        document: the document.
        states: the ids of the claims that state something surely enough.

    Returns:
        Statements of the family `charged`: the party that did it, or did not, by `doers`, the
        party that says so by `charge`, whom it harmed by `target`.
    """
    own = list(claims)
    language = document.language or ""
    if language not in {ENGLISH, *LANGUAGES}:
        return []
    words, bodies = lexicon(language), bodies_in(own)
    return [
        said
        for claim in own
        if claim.id in states and claim.form is not Form.NARRATED
        if claim.speaker.name != SpeakerKind.UNNAMED  # whoever can be told says it
        for part in Words.of(claim, document)
        if part.content_start < len(part.words)
        for said in _ChargeReader(part, document, words, bodies).read()
    ]


@functools.cache
def _phrases(name: str, language: str) -> Phrases[str]:
    return plain_phrases([(word, name) for word in told(_rows()[name], language)], clauses)


@functools.cache
def _deeds(name: str, language: str) -> Phrases[str]:
    """Return the verbs of deeds ("deeds") or their nouns ("done"), each with its topic."""
    rows = [(w, topic) for topic, own in _rows()[name].items() for w in told(own, language)]
    return plain_phrases(rows, clauses)


class _ChargeReader(PartyReader):
    """Reads the words of one part of a claim."""

    def read(self) -> Iterator[Statement]:
        """Yield whom the words charge, or who denies it."""
        words, whole = self.words, (self.first, len(self.words.words))
        verbs = list(_deeds("deeds", self.language).find(words.cut, *whole, self.lexicon.slots))
        nouns = list(_deeds("done", self.language).find(words.cut, *whole))
        blamed = list(_phrases("blame", self.language).find(words.cut, *whole))
        told = min((*verbs, *nouns), key=_start, default=None)
        topic = next((m.meaning for m in (*verbs, *nouns)), UNTOLD)
        known = bool(verbs or nouns or blamed)
        if words.denied:
            bound = len(self.claim.content) > 1  # "it" with what it answers before it
            short = len(words.words) - self.first <= SHORT and (bound or self._has("unsaid", whole))
            harmed = listed("bystanders", self.language).find(words.cut, *whole)
            # "Denied that it hit civilians", "that 500 were killed" leaves the attack standing.
            slain = told is not None and told.meaning == "killing"
            left = bool(self.claim.measures) if slain else next(harmed, None) is not None
            # "Involvement in attacks on them", "plotting an attack": no certain one.
            lead = words.words[max(0, told.start - NEAR) : told.start] if told else ()
            any_of = self.language == ENGLISH and told in nouns and not self.claim.measures
            left |= any_of and self.lexicon.definite.isdisjoint(w.form for w in lead)
            if (known or short) and not left:
                yield self._denied(topic, whole)
        elif self.claim.stance is not Stance.ASSERTS:
            return
        elif self.charges():
            yield from self._charged(topic, [*verbs, *nouns], whole)
        elif self._has("undone", whole):
            yield self._denied(topic, whole, next((p.name for p in self.named()), ""))
        elif known:
            near = [m for m in nouns[:1] if m.start - self.first <= NEAR]
            by = [*(replace(m, meaning=UNTOLD) for m in blamed), *near]
            yield from itertools.islice(self._done(sorted(verbs, key=_start), by), 1)

    def _charged(
        self, topic: str, deeds: Sequence[Match[str]], whole: Place
    ) -> Iterator[Statement]:
        """Read "blamed the rebels for the attack", "accused the army of shelling the town"."""
        own = self.own()
        inside = [p for p in self.named() if p.name != own and self._is_target(p, deeds)]
        told = [p for p in self.in_cue() if p.name != own] or inside
        # "Accused the rebels of holding back the water" is of another deed.
        at = min(map(_start, deeds), default=self.first)
        far = at - self.first > SHORT and self._is_other((self.first, at))
        known = (topic != UNTOLD and not far) or self._has("blame", whole)
        if told and (known or (told is inside and self._is_alone(told[0]))):
            yield self._said(told[0].name, topic, own, whole, holds=True)

    def _done(self, verbs: Sequence[Match[str]], by: Sequence[Match[str]]) -> Iterator[Statement]:
        """Read who did what verbs tell, or who stands behind "by" of a noun."""
        own, named = self.own(), self.named()
        for deed in (*verbs, *by):
            place = self.around(deed)
            if self._is_idle(deed, place, noun=deed in by):
                continue
            inside = [p for p in named if place[0] <= p.start < place[1]]
            agent = self.agent(deed, inside, place, by_alone=deed in by)
            target = next((p.name for p in inside if p.people and p.name != agent), "")
            if self.lexicon.negator(self.words, deed.start, self.first) is not None:
                # "The army did not fire" is of itself; "we did not fire" names nobody.
                itself = agent in {own, STATE} if agent and own else agent or not inside
                if itself:
                    yield self._denied(deed.meaning, place, agent)
                    return
                continue
            others = [p for p in inside if p.name != own]
            if not agent and own and len(others) == 1 < len(inside) and deed not in by:
                agent, target = others[0].name, own
            behind = any(p.name == agent and p.start >= deed.end for p in inside)
            # Who tells of a blow against rebels lays no deed at anybody's door.
            fought = target == REBELS and agent not in SIDES
            # What nobody placed tells of a state further down a report may be of any attack.
            far = self.words.place(deed.start, deed.end)[0] > LEAD
            fought |= far and not own and is_nation(agent)
            if agent and agent != own and not fought:
                struck = target or (own if behind else "")
                yield self._said(agent, deed.meaning, own, place, holds=True, target=struck)

    def _is_idle(self, deed: Match[str], place: Place, *, noun: bool) -> bool:
        """Return whether a deed is left open, told untrue, or only what befell those before it."""
        words, text = self.words.words, self.words.text
        at = words[deed.start].start
        lead, rest = text[words[place[0]].start : at], text[at:]
        doubted = unseen(lead, self.language) or untrue(rest, self.language)
        before = words[deed.start - 1].form if deed.start > place[0] else ""
        known = not noun and before in self.lexicon.definite  # "the bombing"
        bare = self.language == ENGLISH and (
            deed.end >= len(words)
            or words[deed.end].form in ",.;:)"
            or _phrases("slain", ENGLISH).at(self.words.cut, deed.start) is not None
        )
        slain = bare and deed.meaning == "killing" and not noun  # "soldiers killed in the raid"
        return doubted or known or slain or self.lexicon.is_open(self.words, Clause(*place))

    def _has(self, name: str, place: Place) -> bool:
        return next(_phrases(name, self.language).find(self.words.cut, *place), None) is not None

    def _is_target(self, party: Party, deeds: Sequence[Match[str]]) -> bool:
        """Return whether a party is charged, and not what the deed was done to."""
        before = not deeds or party.start < min(map(_start, deeds))
        lead = self.words.words[max(self.first, party.start - NEAR - 1) : party.start]
        return before or any(word.form in _rows()["charged_on"] for word in lead)

    def _is_alone(self, party: Party) -> bool:
        """Return whether a party is all that is charged, and no other deed is told behind it."""
        end = self.words.clause(party.start, party.end).last
        near = 0 <= party.start - self.first <= NEAR and end - party.end <= SHORT
        return near and not self._is_other((party.end, end))

    def _is_other(self, place: Place) -> bool:
        """Return whether words lead to another deed: "of hiding the traces of the attack"."""
        small = led(self.language)
        return any(
            (a.form in small and b.form.endswith(_INFINITIVES))
            or (a.form == "of" and self.words.text[b.start].islower())
            for a, b in itertools.pairwise(self.words.words[place[0] : place[1]])
        )

    def _denied(self, topic: str, place: Place, of: str = "") -> Statement:
        own = self.own()
        who = own or of or self.claim.speaker.name
        return self._said(who, topic, own, place, holds=False)

    def _said(  # noqa: PLR0913  (what is said of a deed)
        self, who: str, topic: str, own: str, place: Place, *, holds: bool, target: str = ""
    ) -> Statement:
        doer = Doer(who, known=False, written="" if is_party(who) else who)
        return Statement(
            self.claim,
            CHARGED,
            topic,
            self.words.span(self.document, *place),
            holds=holds,
            doers=(doer,),
            charge=own,
            target=target,
            certain=self._is_certain(topic, place),
            place=self._destroyed(place) if topic == "destruction" else "",
        )

    def _destroyed(self, place: Place) -> str:
        """Return which of the things that are destroyed words name, or ""."""
        things = self.lexicon.families[RUINED]["topics"]
        named = (m for i in range(*place) for m in self.lexicon.topics.meanings(self.words.cut, i))
        return next((thing for thing in named if thing in things), "")

    def _is_certain(self, topic: str, place: Place) -> bool:
        """Return whether words are of who began, or of one certain deed: "the attack"."""
        blamed = self.charges() and topic == UNTOLD
        nouns = _deeds("done", self.language).find(self.words.cut, *place)
        before = {self.words.words[m.start - 1].form for m in nouns if m.start > place[0]}
        certain = not before.isdisjoint(self.lexicon.definite)
        return blamed or certain or self._has("began", place)
