"""What happened to the counted thing, read off the dependency parse from its noun upwards.

The taxonomy says which verbs tell it of their subject and which of their object. What the grammar
of the sentence does not say stays unsaid.
"""

from __future__ import annotations

from spacy.tokens import Token

from variorum import taxonomy
from variorum.normalise.alignment import sentence_of
from variorum.normalise.nouns import is_part_of, lemma_of
from variorum.normalise.verbs import chain, has, has_aux, has_passive, is_negated

__all__ = ["event_by_clause", "event_of", "event_of_whole", "named_as", "top_of"]

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative", "npadvmod"})
VERBS = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
NAMED = frozenset({"NNP", "NNPS"})
INNER = frozenset({"nummod", "quantmod", "conj", "appos", "compound", "poss", "amod", "nmod"})
PARTICLES = frozenset({"prt", "advmod", "prep", "dobj", "oprd", "acomp", "advcl"})
# With these a state is told: "are dead", "remain unaccounted for".
STAYING = frozenset({"be", "remain", "stay", "lie"})
WITHIN = frozenset({"in", "among", "amongst", "under", "below"})
BESIDE = frozenset({"in", "inside", "within", "under", "below", "aboard", "on"})
# "Had gone to the polls" tells of no departure.
ELSEWHERE = frozenset({"to", "on", "into", "through", "along", "over", "without"})
INSIDE = "inside"
KILLED = "killed"
SURRENDERED = "surrendered"
# What is done to the dead, and so counts them.
FOUND = frozenset({"recovered", "rescued", "returned", "delivered", "screened", "left"})
# Verbs that only put a figure to what their subject or object names: "the toll rose to 12".
COUNTING = frozenset(
    {
        "be",
        "rise",
        "stand",
        "climb",
        "reach",
        "put",
        "exceed",
        "top",
        "total",
        "pass",
        "hit",
        "estimate",
        "include",
        "bring",
        "number",
        "amount",
        "raise",
        "lower",
        "revise",
        "cut",
        "correct",
        "give",
        "set",
    }
)
HOLDING = frozenset(
    {"take", "carry", "hold", "have", "number", "include", "contain", "comprise", "transport"}
)
CONTAINING = frozenset({"of", "with", "including", "carrying", "by"})
COUNTED_AS = frozenset(
    {"say", "believe", "estimate", "think", "report", "put", "reckon", "number", "suppose"}
)
# "Seven were reported dead": what they were reported to be.
REPORTING = frozenset(
    {"report", "fear", "presume", "confirm", "believe", "declare", "find", "list"}
)
# These open a number of two ends, which stands to the verb as one number would.
RANGE_WORDS = frozenset({"between", "from", "up", "at", "of"})
BREAKS = frozenset({"—", "–", "-", ",", "("})
QUANTIFIERS = frozenset(
    {"all", "most", "some", "many", "who", "which", "they", "that", "them", "none", "half", "each"}
)
STATIVE = frozenset({"VBG", "VBN"})
COMPOSED = "composed"
VEHICLES = "vehicles"
# "None of the nine was found": the nine are a whole of whom that is not told.
SOME_OF = frozenset({"none", "some", "most", "many", "few", "half", "several", "any", "neither"})
REACH = 12
BACK = 40
AS_REACH = 8
CLIMBS = 4
LONGEST_CLIMB = 8


def top_of(noun: Token, number: Token) -> Token:
    """Climb from the noun to the word that stands to the verb as subject, object or the like."""
    token = noun
    for _ in range(LONGEST_CLIMB):
        if token.dep_ == "pobj" and token.head.lower_ == "of" and _is_amount(token, number):
            token = token.head.head
        elif token.dep_ in INNER and token.head.pos_ in NOMINAL:
            token = token.head
        else:
            break
    return token


def _is_amount(token: Token, number: Token) -> bool:
    above = token.head.head
    partitive = lemma_of(above) in taxonomy.load().partitives
    return above.i == number.i or above.pos_ == "NUM" or partitive


def _is_whole(noun: Token, number: Token) -> bool:
    """Return whether another number counts some of these: the 3,500 of "300 of the 3,500"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.i > number.i or noun.i == number.i:
        return False
    part = of.head
    fronted = of.dep_ == "prep" and part.pos_ in VERBS and of.i == sentence_of(of).start
    some = part.pos_ == "NUM" or part.lower_ in SOME_OF
    return fronted or (some and part.i != number.i)


def event_of(noun: Token, number: Token, kind: str, denied: bool = False) -> str | None:
    """Return the taxonomy id of what happened to the counted thing, or None.

    Where the sentence denies the verb nothing happened, unless `denied` asks what it was.
    """
    return _Reader(kind, denied).read(noun, number)


def event_by_clause(noun: Token, kind: str) -> str | None:
    """Return what a clause of the noun tells: "the figure for the fighters who left"."""
    return _Reader(kind, denied=False).modified(noun)


def named_as(number: Token) -> Token | None:
    """Return the noun that screening found: "300 of the men were identified as fighters"."""
    verb = number
    while verb.pos_ not in VERBS and verb.head.i != verb.i:
        verb = verb.head
    # By the words alone: an unknown name before the noun easily misleads the parse.
    known, limit = taxonomy.load(), sentence_of(verb).end
    opened = next((i for i in range(verb.i + 1, limit) if verb.doc[i].lower_ == "as"), limit)
    if opened > verb.i + AS_REACH:
        return None
    after = verb.doc[opened + 1 : min(limit, opened + AS_REACH)]
    return next((t for t in after if t.pos_ == "NOUN" and known.kind(lemma_of(t))), None)


def event_of_whole(number: Token, kind: str) -> str | None:
    """Return what happened to all of whom a number counts some: "300 of those who came out"."""
    verb = number.head
    preps = [c for c in number.children if c.lower_ == "of"]
    preps += [c for c in verb.children if c.lower_ == "of" and c.i < number.i]
    wholes = (c for prep in preps if prep.dep_ == "prep" for c in prep.children)
    reader = _Reader(kind, denied=False)
    return next(filter(None, (reader.modified(w) for w in wholes if w.dep_ == "pobj")), None)


class _Reader:
    """Reads the event of one counted thing, accepting only events that can befall its kind."""

    def __init__(self, kind: str, denied: bool) -> None:
        self.kind = kind
        self.denied = denied
        self.known = taxonomy.load()

    def read(self, noun: Token, number: Token) -> str | None:
        """Try the thing's own words, its verb, its modifiers, what holds it, what it restates."""
        top = top_of(noun, number)
        if _is_whole(noun, number):
            found = self._said_of(noun, number) or self.modified(noun)
        elif is_part_of(noun, number) and self.known.kind(lemma_of(noun)):
            found = self._of_part(noun, number, top)
        else:
            found = self._any(noun, number, top)
        found = self._in_degree(found, noun)
        if found in FOUND and lemma_of(noun) in self.known.corpses:
            return KILLED
        if found == COMPOSED and self.known.is_people(self.kind):
            return self._fate_of_whole(top) or found
        return found

    def _of_part(self, noun: Token, number: Token, top: Token) -> str | None:
        """Read "seven of the injured died"; "seven of the dead were children" died like the rest.

        Of "seven of the dead lived here" nothing is told that would count the dead again.
        """
        verb = number.head if number.head.lemma_ == "be" else None
        named = verb is not None and any(
            c.dep_ == "attr" and self.known.kind(lemma_of(c)) for c in verb.children
        )
        if named:
            return self._said_of(noun, number) or self.modified(noun)
        found = self._governed(top) or self._above(top)
        return None if found == self._said_of(noun, number) else found

    def _in_degree(self, event: str | None, noun: Token) -> str | None:
        """Tell "were critically injured" from "were injured"."""
        degrees = {w: d for (e, w), d in self.known.degrees.items() if e == event}
        if not degrees:
            return event
        verb = noun
        while verb.pos_ not in VERBS and verb.head.i != verb.i:
            verb = verb.head
        holders = (noun, verb, *(c for c in noun.children if c.dep_ in {"amod", "acl"}))
        words = (c.lower_ for holder in holders for c in holder.children)
        return next((degrees[word] for word in words if word in degrees), event)

    def _fate_of_whole(self, top: Token) -> str | None:
        """Read "the group evacuated at night was made up of 300 men", who were evacuated too."""
        verb = top
        while verb.pos_ not in VERBS and verb.head.i != verb.i:
            verb = verb.head
        wholes = (c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE)
        return next(filter(None, map(self.modified, wholes)), None)

    def _any(self, noun: Token, number: Token, top: Token) -> str | None:
        return (
            self._said_of(noun, number)
            or self._governed(top)
            or self.modified(noun)
            or (self.modified(top) if top.i != noun.i else None)
            or self._contained(top)
            or self._above(top)
            or self._restated(top)
            or self._exchanged(top)
            or self._beside(noun, number)
        )

    def _fit(self, event: str | None) -> str | None:
        return event if event and self.known.can_befall(event, self.kind) else None

    def _word(self, token: Token) -> str | None:
        """Return what an adjective or noun says of the thing: "dead", "casualties"."""
        table = self.known.is_words
        return self._fit(table.get(token.lower_) or table.get(lemma_of(token)))

    def _said_of(self, noun: Token, number: Token) -> str | None:
        """Read "12 dead", "300 injured people"."""
        found = self._word(noun) if self.known.kind(lemma_of(noun)) else None
        before = (c for c in noun.children if c.dep_ == "amod" and number.i < c.i < noun.i)
        return found or next(filter(None, map(self._word, before)), None)

    def _governed(self, top: Token) -> str | None:
        """Read the verb that the thing is subject or object of."""
        verb = top.head
        if top.dep_ == "npadvmod" and verb.pos_ == "ADJ":
            return self._word(verb)  # "300 strong"
        if top.dep_ in SUBJECTS | PASSIVE:
            did = top.dep_ in SUBJECTS and verb.lemma_ == "do"
            return self._conjoined(verb, top) if did else self._of_verb(verb, subject=True)
        if top.dep_ in OBJECTS:
            event = self._carried(verb) or self._of_verb(verb, subject=False)
            return event or self._counted_by(verb, top)
        if top.dep_ == "pobj" and verb.lower_ in RANGE_WORDS and verb.head.pos_ in VERBS:
            return self._of_verb(verb.head, subject=False) or self._counted_by(verb.head, top)
        above = verb.head.head if verb.head.lower_ == "from" else verb.head  # "from 12 to 17"
        if top.dep_ == "pobj" and top.head.dep_ in {"prep", "agent"} and above.pos_ in VERBS:
            phrasal = self.known.undergoes.get(f"{above.lemma_} {verb.lower_}")
            return self._fit(phrasal) or self._counted_by(above, top) or self._ridden(above, verb)
        return None

    def _ridden(self, verb: Token, prep: Token) -> str | None:
        """Read "left the town in 11 buses": vehicles share what those in them do together."""
        if prep.lower_ not in {"in", "aboard", "by"} or not self.known.within(self.kind, VEHICLES):
            return None
        event = self._lookup(verb, self.known.undergoes if has_passive(verb) else self.known.does)
        return self._fit(event) if event in self.known.joint else None

    def _of_verb(self, verb: Token, subject: bool) -> str | None:
        """Return the event of `verb` for its subject or object, following "was able to leave"."""
        for one in chain(verb) if subject else (verb,):
            if not self.denied and is_negated(one):
                return None
            passive = has_passive(one)
            if passive and one.lemma_ == "leave" and not has(one, {"out"}):
                return self._fit("remained")
            table = self.known.does if subject and not passive else self.known.undergoes
            stated = (
                self._word(one)
                if subject and one.tag_ in STATIVE and one.lemma_ != "leave"
                else None
            )
            if one.lemma_ in STAYING and subject and (found := self._predicate(one)):
                return found
            if one.lemma_ == "go" and has(one, set(ELSEWHERE)):
                stated = None
            if found := self._fit(self._lookup(one, table)) or stated:
                return self._then(one, found) if subject else found
        return self._predicate(verb) if subject else None

    def _then(self, verb: Token, event: str) -> str:
        """Return what they did last where all did it: "laid down their arms and left"."""
        for one in chain(verb):
            joined = one.i != verb.i and one.dep_ == "conj" and not is_negated(one)
            # Those who surrendered may be few of those who then left; arms alone count nobody.
            disarmed = event == SURRENDERED and verb.lemma_ == "lay"
            for done in chain(one) if joined and disarmed else ():
                table = self.known.undergoes if has_passive(done) else self.known.does
                if (found := self._fit(self._lookup(done, table))) in self.known.joint:
                    return str(found)
        return event

    def _predicate(self, verb: Token) -> str | None:
        """Read "were dead", "remain missing", "are in custody", "are still in the city"."""
        reported = verb.lemma_ in REPORTING and has_passive(verb)
        for child in verb.children if verb.lemma_ in STAYING or reported else ():
            states = {"acomp", "attr", "oprd", "advmod", "prep"}
            if child.dep_ in states and (found := self._word(child)):
                return found
            for below in child.children if child.dep_ == "prep" else ():
                if below.dep_ == "pobj" and (found := self._in_state(child, below)):
                    return found
        return None

    def _in_state(self, prep: Token, noun: Token) -> str | None:
        """Read "in custody", "among the dead", "below ground", "in the mine"."""
        if prep.lower_ in WITHIN and (found := self._word(noun)):
            return found
        phrase = self._fit(self.known.is_words.get(f"{prep.lower_} {noun.lower_}"))
        if prep.lower_ in {"in", "aboard", "among"} and lemma_of(noun) in self.known.containers:
            subject = self.known.subjects.get(lemma_of(noun), "")
            return self._fit(self.known.implied_event(COMPOSED, subject, self.kind))
        if prep.lower_ in {"on", "aboard", "in"} and self._is_ridden(noun):
            return self._fit("aboard")
        enclosed = prep.lower_ in BESIDE and lemma_of(noun) in self.known.enclosures
        return phrase or (self._fit(INSIDE) if enclosed else None)

    def _is_ridden(self, noun: Token) -> bool:
        kind = self.known.kind(lemma_of(noun)) or ""
        return self.known.within(kind, VEHICLES) and self.known.is_people(self.kind)

    def _counted_by(self, verb: Token, top: Token) -> str | None:
        """Read "the death toll rose to 12", "the dead were 12", from the verb's other part."""
        if verb.lemma_ not in COUNTING:
            return None
        for child in verb.children:
            after = (
                child.dep_ == "dobj" and child.i > top.i
            )  # "brings to 53 the number of the dead"
            if child.dep_ in SUBJECTS | PASSIVE | {"dobj"} and child.i != top.i:
                told = [word for word in child.subtree if after or word.i < top.i]
                for word in told:
                    if found := self._word(word) or self.modified(word):
                        return found
            elif child.dep_ == "advmod" and child.i < top.i and (found := self._word(child)):
                return found  # "put the number of men underground at 78"
        return None

    def _carried(self, verb: Token) -> str | None:
        """Read "the convoy took 300 men"."""
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        if any(c.lower_ == "it" for c in subjects) and self.known.is_people(self.kind):
            subjects = [t for t in verb.doc[max(0, verb.i - BACK) : verb.i] if t.pos_ == "NOUN"]
        lemmas = [lemma_of(c) for c in reversed(subjects)]
        held = [lemma for lemma in lemmas if lemma in self.known.containers]
        if not held or verb.lemma_ not in HOLDING:
            return None
        subject = self.known.subjects.get(held[0], "")
        if verb.lemma_ == "have" and not subject:
            return None  # what a group has, it need not have with it
        return self._fit(self.known.implied_event(COMPOSED, subject, self.kind))

    def _lookup(self, verb: Token, table: dict[str, str], phrasal_only: bool = False) -> str | None:
        lemma = str(verb.lemma_).lower()
        for child in verb.children:
            if child.dep_ in PARTICLES:
                for word in (child.lower_, child.lemma_):
                    if f"{lemma} {word}" in table:
                        return self._entry(table, f"{lemma} {word}")
                held = (c.lemma_ for c in child.children if c.dep_ == "pobj")
                phrases = (f"{lemma} {child.lower_} {word}" for word in held)
                if phrase := next((p for p in phrases if p in table), None):
                    return self._entry(table, phrase)
        return None if phrasal_only else self._entry(table, lemma)

    def _entry(self, table: dict[str, str], words: str) -> str | None:
        """Return the event of the verb; where it cannot befall the kind, the verb's other one."""
        event = table.get(words)
        other = table is self.known.undergoes and not self._fit(event)
        return self.known.undergoes_else.get(words) if event and other else event

    def modified(self, noun: Token) -> str | None:
        """Read "people killed in the raid", "civilians who came out"."""
        for child in noun.children:
            if child.i > noun.i and (found := self._by_clause(child)):
                return found
            if child.i > noun.i and child.dep_ == "advmod" and (found := self._word(child)):
                return found
            for below in child.children if child.dep_ == "prep" and child.i > noun.i else ():
                told = below.dep_ == "pobj" and below.lower_ != "strike"
                if told and (found := self._in_state(child, below)):
                    return found
        return None

    def _by_clause(self, clause: Token) -> str | None:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            if clause.lemma_ == "leave":
                return self._fit("left" if self._by_vehicle(clause) else "remained")
            passive = self._fit(self._lookup(clause, self.known.undergoes))
            return passive or self._fit(self._lookup(clause, self.known.does))
        if clause.dep_ == "acl" and clause.tag_ == "VBG":
            return self._fit(self._lookup(clause, self.known.does))
        if clause.dep_ == "relcl":
            own = {word.dep_ for word in clause.children if word.tag_ in {"WDT", "WP"}}
            return self._of_verb(clause, subject=not own & OBJECTS)
        return None

    def _by_vehicle(self, verb: Token) -> bool:
        """Tell "people left in the convoy", who went, from "people left in the city"."""
        objects = [p for c in verb.children if c.dep_ == "prep" for p in c.children]
        lemmas = {lemma_of(token) for token in objects}
        kinds = [self.known.kind(lemma) or "" for lemma in lemmas]
        carried = any(self.known.within(kind, "vehicles") for kind in kinds)
        return carried or bool(lemmas & self.known.containers)

    def _contained(self, top: Token) -> str | None:
        """Read "a convoy of 50 trucks", "the convoy, with 250 fighters"; people share its fate."""
        if top.dep_ != "pobj" or top.head.lower_ not in CONTAINING:
            return None
        holder = top.head.head
        if top.head.lower_ == "with" and (found := self._accompanied(holder, top)):
            return found
        if holder.pos_ in VERBS:
            if top.head.lower_ == "of":
                return None  # "knows of 87 arrests" holds nothing
            holder = next((c for c in holder.children if c.dep_ in SUBJECTS | PASSIVE), holder)
        lemma = lemma_of(holder)
        told = KILLED if lemma in self.known.corpses else self.known.is_words.get(lemma)
        if told and top.head.lower_ == "of":
            return self._fit(told)
        if lemma not in self.known.containers:
            return None
        shared = self.known.is_people(self.kind) and (
            self._governed(holder) or self.modified(holder)
        )
        return shared or self._fit(COMPOSED)

    def _exchanged(self, top: Token) -> str | None:
        """Read "freed in exchange for 120 prisoners", who went free too."""
        bargain = top.dep_ == "pobj" and top.head.lower_ == "for" and top.head.head.lower_
        people = self.known.is_people(self.kind)
        return self._fit("released") if bargain in {"exchange", "return"} and people else None

    def _accompanied(self, holder: Token, top: Token) -> str | None:
        """Read "flew commanders with their families, 45 people in all"."""
        if holder.pos_ in VERBS:
            after = top.head.i > holder.i  # "with 107 at stake, she won 56" tells only of the 56
            return self._fit(self._lookup(holder, self.known.undergoes)) if after else None
        is_container = lemma_of(holder) in self.known.containers
        return None if is_container else self._governed(top_of(holder, holder))

    def _above(self, top: Token) -> str | None:
        """Read the verb of the noun that the thing restates: "the rest, some 300 men, left"."""
        token = top
        for _ in range(CLIMBS):
            if token.dep_ in {"attr", "oprd", "xcomp", "acl", "relcl", "appos", "dep", "conj"}:
                token = token.head
            elif token.dep_ == "pobj" and token.head.lower_ == "of":
                token = token.head.head
            else:
                break
            if token.pos_ in NOMINAL and (found := self._governed(token)):
                return found
            if token.pos_ in VERBS and (found := self._conjoined(token, top)):
                return found
        return None

    def _conjoined(self, verb: Token, top: Token) -> str | None:
        """Read "some travelled in the convoy and so did 300 others"."""
        if verb.lemma_ != "do":
            return self._fit(self._lookup(verb, self.known.does)) if top.dep_ == "conj" else None
        doc = verb.doc
        before = (
            doc[i] for i in range(verb.i - 1, sentence_of(verb).start, -1) if doc[i].pos_ in VERBS
        )
        found = (self._fit(self._lookup(one, self.known.does)) for one in before)
        return next(filter(None, found), None)

    def _restated(self, top: Token) -> str | None:
        """Read "the rest of the men (said to be 300) left" by the noun before the bracket."""
        doc, start = top.doc, sentence_of(top).start
        told = next(
            (
                i
                for i in range(top.i - 1, max(start, top.i - REACH), -1)
                if doc[i].lemma_ in COUNTED_AS and doc[i].tag_ in {"VBN", "VBD"}
            ),
            None,
        )
        if told is None or told - 2 < start or doc[told - 1].text not in BREAKS:
            return None
        noun = doc[told - 2]
        return self._governed(top_of(noun, noun)) if noun.pos_ in NOMINAL else None

    def _beside(self, noun: Token, number: Token) -> str | None:
        """Read the verb that stands next to the words, where the parse did not join them.

        To the left a verb with this object ("let 300 men out"), to the right one with this subject
        ("300 men, though not all, had gone from the city").
        """
        return self._verb_left(noun, number) or self._verb_right(noun)

    def _verb_left(self, noun: Token, number: Token) -> str | None:
        doc = noun.doc
        for i in range(number.i - 1, max(sentence_of(number).start, number.i - 4) - 1, -1):
            word = doc[i]
            if word.pos_ == "VERB":
                after = {
                    doc[k].lower_ for k in range(noun.i + 1, min(noun.i + 3, sentence_of(noun).end))
                }
                phrases = (f"{word.lemma_} {particle}" for particle in sorted(after))
                found = next((p for p in phrases if p in self.known.undergoes), None)
                return self._fit(self.known.undergoes[found]) if found else None
            if word.pos_ in NOMINAL - {"NUM"} and word.i < number.i - 1:
                return None
        return None

    def _verb_right(self, noun: Token) -> str | None:
        doc = noun.doc
        for i in range(noun.i + 1, min(sentence_of(noun).end, noun.i + REACH)):
            word = doc[i]
            if word.pos_ in NOMINAL and word.lower_ not in QUANTIFIERS and word.tag_ not in NAMED:
                return None
            if word.pos_ == "VERB" and word.tag_ in {"VBD", "VBN", "VBP", "VBZ"}:
                subjects = [c for c in word.children if c.dep_ in SUBJECTS | PASSIVE]
                free = all(c.lower_ in QUANTIFIERS for c in subjects)
                return (
                    self._of_verb(word, subject=True)
                    if (free and word.tag_ != "VBN") or has_aux(word)
                    else None
                )
        return None
