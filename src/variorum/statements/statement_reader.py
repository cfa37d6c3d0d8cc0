"""Reads the statements of one document: was it secret, who did it, when was it.

They are read by a lexicon of predicates, `statements.yaml`. What leaves it open whether it is so
("may be a forgery") states nothing.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum.edtf import NO_YEAR, days
from variorum.language.words.patterns import Phrases
from variorum.model import Certainty, Claim, Document, Mood, SceneRole, Stance, When
from variorum.statements import doers as find
from variorum.statements.charges import BY_BEFORE, SIDES, STATE, PartyReader, bodies_in
from variorum.statements.doers import Doers
from variorum.statements.events_told import calls_untrue, names_it, read_events, unseen
from variorum.statements.revisions import FIRST, marks_in
from variorum.statements.statement import NO_YEAR_YET, Statement, has_mark
from variorum.statements.statement_phrases import (
    LOOK_BACK,
    Clause,
    Family,
    Lexicon,
    Named,
    Place,
    Words,
    lexicon,
)
from variorum.statements.times.times_told import TimeReader
from variorum.text import span

STATED = frozenset({Stance.ASSERTS, Stance.DENIES})
SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE, Certainty.CERTAINLY_NOT})

RELATIVE = frozenset({"whom", "that"})
# How far into its content a claim may name what it flatly denies or confirms.
HEAD = 6
# A day is told by a time no longer than this.
LONGEST_DAY = 3
APART = 2
REACH = 6


def states(claim: Claim) -> bool:
    """Return whether a claim states that something is so or is not so, and surely enough.

    "Nothing showed that it was so" is nobody's claim that it was.
    """
    sure = claim.certainty in SURE or names_it(claim)
    return _is_whole(claim) and claim.stance in STATED and sure


def _is_whole(claim: Claim) -> bool:
    # "Nobody said so", and "Kiev jamais admitiu", whose speaker takes in the negator.
    first, *_, last = claim.speaker.name.casefold().split() * 2 or ("", "")
    return (
        claim.part_of is None and first not in lexicon().none and last not in lexicon("").negators
    )


def read_statements(claims: Iterable[Claim], document: Document) -> list[Statement]:
    """Return what the claims of a document state; of nested claims only the innermost counts."""
    words, own = lexicon(document.language or ""), list(claims)
    bodies = bodies_in(own)
    whens = (w for claim in own for w in claim.when if w.role is not SceneRole.SPEAKING)
    told = frozenset(d[0] for w in whens if (d := _day(w, document)) and d[0] == d[1])
    readers = (_Reader(claim, document, words, bodies) for claim in own)
    found = innermost([said for reader in readers for said in reader.read()])
    return [
        replace(said, beside=told) if has_mark(said.family, "dated") else said for said in found
    ]


def is_early(said: Statement, document: Document) -> bool:
    """Return whether it opens as what was said at first: "At first the army denied it"."""
    spans = (said.span, said.claim.content[0], said.claim.cue)
    start = min(span.start for span in spans if span is not None)
    opening = document.text[max(0, start - LOOK_BACK) : start].rpartition("\n")[2]
    return FIRST in marks_in(opening.rpartition(". ")[2])


@dataclass(frozen=True)
class _Reader:
    claim: Claim
    document: Document
    lexicon: Lexicon
    bodies: Phrases[str]

    def read(self) -> Iterable[Statement]:
        """Return the statements of the claim."""
        sure, doubted = states(self.claim), self.claim.stance is Stance.DOUBTS
        doubted |= self.claim.certainty is Certainty.PROBABLY_NOT
        for words in Words.of(self.claim, self.document):
            if calls_untrue(words, self.document.language or ""):
                return
            if sure or (_is_whole(self.claim) and (doubted or self._leaves_a_part_open(words))):
                yield from read_events(self.claim, words, self.document, self.lexicon)
                for (name, which), first, last in self._said(words, self.lexicon.filled):
                    yield from self._filled(words, name, which, (first, last), doubted)
            if not sure:
                continue
            flat = list(self._flat(words))
            yield from flat
            taken = {statement.family for statement in flat}
            for (name, which), first, last in self._said(words, self.lexicon.said):
                if name not in taken:
                    yield from self._statement(words, name, which, (first, last))
            if self.claim.stance is Stance.ASSERTS:
                days = [
                    (when.span, day)
                    for when in self.claim.when
                    if when.role is not SceneRole.SPEAKING and (day := _day(when, self.document))
                ]
                yield from TimeReader(self.claim, words, self.document, self.lexicon).read(days)
        if sure and self.claim.stance is Stance.ASSERTS:
            yield from self._dead_civilians()

    def _dead_civilians(self) -> Iterable[Statement]:
        """Read what a count says that is no number: of "killed 30 civilians" that some were."""
        counting = [(n, f) for n, f in self.lexicon.families.items() if "counted" in f]
        for (name, family), m in itertools.product(counting, self.claim.measures):
            kind, event = family["counted"]
            some = bool(m.low) and m.mood is not Mood.POSSIBLE
            if some and m.kind.startswith(kind) and m.scope.event == event:
                yield Statement(self.claim, name, str(family["itself"]), m.span)

    def _leaves_a_part_open(self, words: Words) -> bool:
        """Return whether its own words leave some of it open: another clause of it may be sure."""
        clause = Clause(words.content_start, len(words.words))
        asserted = (self.claim.stance, self.claim.certainty) == (Stance.ASSERTS, Certainty.POSSIBLE)
        return asserted and self.lexicon.is_open(words, clause)

    def _said(self, words: Words, phrases: Phrases[Named]) -> Iterable[tuple[Named, int, int]]:
        """Yield each phrase of the lexicon, the longer before what it holds."""
        matches = [
            (match.meaning, first, match.end)
            for first in range(len(words.words))
            for match in phrases.all_at(words.cut, first, self.lexicon.slots)
        ]
        matches.sort(key=lambda m: (m[1] - m[2], m[1], m[0]))
        taken: dict[str, set[int]] = {}
        for (name, which), first, last in matches:
            places = taken.setdefault(name, set())
            if places.isdisjoint(range(first, last)):
                places.update(range(first, last))
                yield (name, which), first, last

    def _flat(self, words: Words) -> Iterable[Statement]:
        """Read "dismissed the document" by its cue."""
        cue = self.claim.cue.exact.casefold() if self.claim.cue else ""
        begin = words.content_start
        for name, family in self.lexicon.families.items():
            if cue in family.get("denied", ()) and self.claim.stance is Stance.DENIES:
                topic = self.lexicon.topic(words, (begin, begin), {**family, "reach": HEAD})
                if topic and len(words.words) > begin:
                    place = words.span(self.document, begin, min(begin + HEAD, len(words.words)))
                    yield Statement(self.claim, name, topic, place, holds=False)

    def _statement(self, words: Words, name: str, which: str, place: Place) -> Iterable[Statement]:
        family = self.lexicon.families[name]
        first, last = place
        clause = words.clause(first, last)
        in_cue = first < words.content_start
        if not in_cue:
            clause = replace(clause, first=max(clause.first, words.content_start))
        # "The Secret" within a sentence is a title.
        titled = first > clause.first and words.cut.is_capital(first) and self.document_in_english
        if titled or self.lexicon.is_open(words, clause):
            return
        itself = which.startswith("says_itself")
        topic = str(family["itself"]) if itself else self.lexicon.topic(words, place, family)
        if not topic and family["asks"] == "when":
            # "The convoy, with 250 on board, left on Monday."
            start = words.place(words.sentence_start(first), clause.last)[0]
            text = self.document.text[start : words.place(first, last)[0]]
            head, comma, _ = text.partition(",")
            head = head if comma and len(head.split()) <= APART + 1 else ""
            topic = self.lexicon.told_in(head, family)
        if self.lexicon.is_another(words, place, clause, topic):
            return
        floor = words.content_start
        negator = None if in_cue else self.lexicon.negator(words, first, floor)
        nobody = not in_cue and self.lexicon.nobody(words, first, floor)
        none = last < len(words.words) and words.words[last].form in self.lexicon.none
        none = none and not self.lexicon.affirms(words, last, last + 1)  # "left no doubt"
        turned = negator is not None or nobody or none
        # "No existe ningún acuerdo" is denied once; in English each word for no counts.
        turned &= self.document_in_english or not which.endswith("_not")
        if which.endswith("_not") and self.lexicon.affirms(words, last - 1, last):
            return  # "no accident they used tear gas"
        longer = any(word.form == "longer" for word in words.words[max(0, first - APART) : first])
        said = Statement(
            self.claim,
            name,
            topic,
            words.span(self.document, first if negator is None else negator, last),
            holds=not which.endswith("_not") ^ turned ^ (words.denied and not in_cue),
            place=self.lexicon.place_of(words, place, family, self.claim),
            became=which.endswith("_not") or longer,
        )
        match family["asks"]:
            case "who":
                yield from self._who(words, said, which, place, family)
            case "when":
                yield from self._when(words, said, place)
            case _:
                yield from self._whether(words, said, which, place, family)

    def _filled(
        self, words: Words, name: str, which: str, place: Place, doubted: bool
    ) -> Iterable[Statement]:
        """Read what slots tell; who doubts it says at least that nothing speaks for it."""
        family, clause = self.lexicon.families[name], words.clause(*place)
        clause = replace(clause, first=max(clause.first, words.content_start))
        topic = self.lexicon.named(words, place, family)
        negative = which.endswith("_not")
        left = self.lexicon.is_another(words, place, clause, topic)
        left |= doubted and (negative or bool(family.get("party")))
        # "326 of the dead were fighters": what is told of some of them is not told of all.
        lead = words.words[max(clause.first, place[0] - APART) : place[0]]
        of_some = any(word.form[0].isdigit() for word in lead)
        left |= negative and of_some and "," not in words.span(self.document, *place).exact
        behind = words.words[place[1] : min(clause.last, place[1] + REACH)]
        # "They were not killed by the raid": only what they died of is denied.
        turned = self._turned(words, place, clause, negative)
        left |= any(w.form in self.lexicon.by_cause for w in behind) and (negative or turned)
        denied = words.denied and place[0] >= words.content_start  # "denied firing on them"
        # "Denied a part in the rocket attack": that there was one is taken for granted.
        led = {w.form for w in words.words[max(clause.first, place[0] - 1) : place[0]]}
        far = place[0] - words.content_start
        granted = far > APART and bool(led & self.lexicon.definite - find.SUBORDINATORS)
        flat = denied and far < APART  # "denied reports of civilian casualties", not guilt of them
        left |= not flat if which == "says_itself_denied" else granted and (denied or doubted)
        # "Negó ningún ataque" denies it once, "did not fire on peaceful protesters" not at all.
        left |= denied and (turned or (negative and not self.document_in_english))
        left |= bool(family.get("granted")) and (turned or denied)
        if left or self.lexicon.is_open(words, clause):
            return
        holds = not negative ^ turned ^ denied and not doubted
        said = Statement(self.claim, name, topic, words.span(self.document, *place), holds=holds)
        reader = PartyReader(words, self.document, self.lexicon, self.bodies)
        if which == "says_own" and (holds or far > APART + 1 or self._is_of_others(reader, place)):
            return
        if family.get("party"):
            anybody = family["party"] == "anybody"
            if not anybody and reader.is_of_both():
                return
            state, own = reader.doer_of(place), reader.own()
            alone = words.denied or place[0] - clause.first <= APART  # "it observes the truce"
            own_part = own if alone and not anybody and not holds else ""
            state = "" if negative and anybody else state or own_part
            if (not state and (holds or not anybody)) or (holds and not anybody and state == own):
                return
            doers = (find.Doer(state, known=False, written=state),) if state else ()
            said = replace(said, doers=doers, charge=own if holds else "")
        yield said
        if holds and (ruled := family.get("rules_out")):
            topic = str(self.lexicon.families[ruled]["itself"])
            yield replace(said, family=ruled, topic=topic, holds=False)

    def _is_of_others(self, reader: PartyReader, place: Place) -> bool:
        """Return whether others than forces speak, or the clause names others who did it."""
        own = reader.own()
        named = any(p.end <= place[0] and p.name not in {own, STATE} for p in reader.named())
        return own in SIDES or named

    def _turned(self, words: Words, place: Place, clause: Clause, negative: bool) -> bool:
        """Return whether words before a pattern, in it or behind it turn it around."""
        before = self.lexicon.negator(words, place[0], words.content_start) is not None
        lead = words.text[words.words[clause.first].start : words.words[place[0]].start]
        before |= unseen(lead, self.document.language or "")
        end = place[1] if self.document_in_english else min(clause.last, place[1] + APART)
        forms = [word.form for word in words.words[place[0] : end]]
        inside = sum(form in self.lexicon.negators for form in forms) if not negative else 0
        return (before + inside * self.lexicon.but.isdisjoint(forms)) % 2 == 1

    @property
    def document_in_english(self) -> bool:
        """Whether capitals within a sentence are names."""
        return self.document.language == "en"

    def _whether(
        self, words: Words, said: Statement, which: str, place: Place, family: Family
    ) -> Iterable[Statement]:
        clause = words.clause(*place)
        if not said.topic and family.get("near"):
            at, _ = words.place(clause.first, clause.last)
            said = replace(said, topic=self.lexicon.told_before(self.document, at, family))
        alone = bool(family.get("alone")) and which.endswith("_not")  # "foi um acidente"
        alone &= place[0] - words.content_start <= APART + 1
        meant = self.lexicon.refers(words, clause.first, place[0]) and not family.get("named")
        if not said.topic and not (meant or alone):
            return
        said = replace(said, topic=said.topic or str(family.get("alone", "")))
        if family.get("own"):
            yield from self._of_its_doer(words, said, which, place, family)
            return
        if not family.get("actor"):
            yield said
            return
        doers = self._doers(words, which, place)
        if family["actor"] == "person":
            named = find.within(words, clause.first, place[0], self.lexicon)
            doers = tuple(doer for doer in named if not doer.role)
        if said.topic or self.lexicon.refers(words, place[1], clause.last):
            for doer in doers[:1]:
                yield replace(said, actor=doer)

    def _of_its_doer(
        self, words: Words, said: Statement, which: str, place: Place, family: Family
    ) -> Iterable[Statement]:
        """Yield it as told of who did it: that one did not leaves open whether another did."""
        passive = not self.lexicon.topic(words, place, family, before=False)
        doers = () if passive else self._doers(words, which, place, "who")
        known = tuple(doer for doer in doers if doer.known)
        if said.holds or known or not doers:
            yield said.of(*known)

    def _doers(self, words: Words, which: str, place: Place, asks: str = "yes") -> Doers:
        clause = words.clause(*place)
        if not self.document_in_english:
            side = self._side(words, which, place) if asks == "who" else None
            return find.beside(words, place, self.lexicon, side)
        if which == "by":
            named = find.within(words, place[1], clause.last, self.lexicon)
            if named or place[1] >= clause.last:
                return named
            end = min(clause.last, place[1] + APART)
            return tuple(
                doer
                for i in range(place[1] + 1, end + 1)
                for doer in find.before(words, place[1], i, self.lexicon)
                if doer.role
            )[:1]
        first = max(clause.first, words.content_start if place[0] >= words.content_start else 0)
        if first == place[0] and first > words.content_start:
            # "The front, backed by others, struck a deal": of several the first.
            first = words.sentence_start(place[0])
            return find.heading(words, first, place[0], self.lexicon)
        return find.before(words, first, place[0], self.lexicon)

    def _side(self, words: Words, which: str, place: Place) -> range:
        """Return where the doer stands: before an active verb, in Arabic also right behind it."""
        clause = words.clause(*place)
        if which == "by":
            inside = place[1] - place[0] > APART + 1 or words.words[place[0]].form == BY_BEFORE
            first = clause.first if inside else place[1]
            return range(first, place[1] if inside else min(clause.last, place[1] + REACH))
        before = range(clause.first, place[0])
        if self.document.language == "ar" and not find.named_in(words, before, self.lexicon):
            return range(place[1], min(clause.last, place[1] + APART))
        return before

    def _who(
        self, words: Words, said: Statement, which: str, place: Place, family: Family
    ) -> Iterable[Statement]:
        topic = said.topic
        if which != "by" and not which.startswith("says_itself"):
            # "Drivers whom it hired", "a deal that it made": what it is done to stands first.
            clause = words.clause(*place)
            led = range(clause.first + 1, place[0])
            turned = any(
                words.words[i].form in RELATIVE and self.lexicon.topics.at(words.cut, i - 1)
                for i in led
            )
            anywhere = turned or not self.document_in_english
            topic = self.lexicon.topic(words, place, family, before=anywhere)
        any_of_them = family.get("certain") and self.lexicon.is_any(words, place, family)
        if not topic or any_of_them or self._is_counted(words, place):
            return
        doers = self._doers(words, which, place, "who")
        if doers:
            clause = words.clause(*place)
            first, last = (
                (place[0], min(clause.last, place[1] + REACH))
                if which == "by"
                else (max(clause.first, words.content_start), place[1])
            )
            told = words.span(self.document, min(first, place[0]), max(last, place[1]))
            yield replace(said, topic=topic, doers=doers, span=told)

    def _is_counted(self, words: Words, place: Place) -> bool:
        """Return whether several are told of right behind: "carried out 46 strikes"."""
        _, end = words.place(*place)
        return any(
            0 <= m.span.start - end <= APART and (m.low or 0) > 1 for m in self.claim.measures
        )

    def _when(self, words: Words, said: Statement, place: Place) -> Iterable[Statement]:
        clause = words.clause(*place)
        start, end = words.place(clause.first, clause.last)
        at, _ = words.place(*place)
        near = [
            when
            for when in self.claim.when
            if start <= when.span.start
            and when.span.end <= end
            and self.lexicon.tells(words, place, when.span.start)
        ]
        if not said.topic or not said.holds or not near:
            return
        when = min(near, key=lambda w: (abs(w.span.start - at), w.span.start))
        told = _day(when, self.document)
        if told is not None and not self.lexicon.is_around(words, when.span.start):
            where = span(self.document, when.span.start, when.span.end)
            yield replace(said, span=where, days=told)


def _day(when: When, document: Document) -> tuple[date, date] | None:
    """Return the day of what happened: none that the report could not know of."""
    # A day of no year is of that of the case, which only `compare` knows.
    told = days(when.edtf.replace(NO_YEAR, f"{NO_YEAR_YET:04}"))
    if told is None or (told[1] - told[0]).days >= LONGEST_DAY:
        return None
    out = days(document.published or "")
    return None if out is not None and told[0] > out[1] else told


def innermost(found: Sequence[Statement]) -> list[Statement]:
    """Return one statement for the same words: that of the claim nearest to who says so."""
    for end in (False, True):
        best: dict[tuple[str, str, int], Statement] = {}
        for each in found:
            at = each.span.end if end else each.span.start
            place = (each.family, each.span.document, at)
            if place not in best or _size(each) < _size(best[place]):
                best[place] = each
        found = list(best.values())
    return list(found)


def _size(statement: Statement) -> tuple[int, int, str]:
    claim = statement.claim
    return (sum(len(part.exact) for part in claim.content), -len(claim.relay), claim.id)
