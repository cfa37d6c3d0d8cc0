"""What happened to the counted thing, read off the dependency parse from its noun upwards.

The taxonomy says which verbs tell it of their subject and which of their object. What the grammar
of the sentence does not say stays unsaid.
"""

from spacy.tokens import Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import VERBS, children_of, first_child, verb_above
from variorum.language.english_words import is_amount, word_list
from variorum.language.features import (
    is_common_plural,
    is_past,
    is_past_participle,
    is_present,
    is_proper,
    is_relative,
)
from variorum.language.verbs import has_aux, has_passive, is_negated
from variorum.language.word_lists import words
from variorum.normalise.nouns.nouns import is_part_of, lemma_of
from variorum.normalise.outcomes.outcome_verbs import COMPOSED, LIVED, OBJECTS, VEHICLES, Verbs

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
INNER = relations.of("NUMMOD QUANTMOD CONJ APPOS COMPOUND POSS AMOD NMOD")
KILLED = "killed"
# What people suffered who are counted as one or the other.
HARMS = frozenset({KILLED, "injured", "missing"})
# Who is lost of these, is lost to life: "lost 11 fighters".
BEARING_ARMS = frozenset({"people.fighters", "people.soldiers", "people.police"})
TAKING = words("normalise", "taking_verbs")
FINDING = words("normalise", "finding_verbs")
RIDDEN = words("normalise", "ridden_prepositions")
FOUND = frozenset({"recovered", "rescued", "returned", "delivered", "screened", "left"})
COUNTING = words("normalise", "counting_verbs")
HOLDING = words("normalise", "containing_verbs")
CONTAINING = words("normalise", "containing_prepositions")
DWELT = words("normalise", "dwelling_prepositions")
COUNTED_AS = words("normalise", "estimating_verbs")
RANGE_WORDS = words("normalise", "range_openings")
BREAKS = frozenset({"—", "–", "-", ",", "("})
QUANTIFIERS = words("normalise", "quantifiers")
SOME_OF = words("normalise", "partitive_pronouns")
REACH = 12
BACK = 40
AS_REACH = 8
CLIMBS = 4
LONGEST_CLIMB = 8


def top_of(noun: Token, number: Token) -> Token:
    """Climb from the noun to the word that stands to the verb as subject, object or the like."""
    token = noun
    for _ in range(LONGEST_CLIMB):
        if (
            token.dep_ in relations.COMPLEMENT
            and token.head.lower_ == "of"
            and _is_amount(token, number)
        ):
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


def is_whole(noun: Token, number: Token) -> bool:
    """Return whether another number counts some of these: the 3,500 of "300 of the 3,500".

    So are the soldiers of "no casualties among the 30 soldiers", and both of "of the nine men and
    four women, three are held".
    """
    if noun.dep_ in relations.CONJ and noun.head.pos_ == "NOUN":
        noun = noun.head
    of = noun.head
    if of.lower_ == "among" and noun.dep_ in relations.COMPLEMENT:
        return any(c.lower_ == "the" for c in noun.lefts)
    if (
        noun.dep_ not in relations.COMPLEMENT
        or of.lower_ != "of"
        or of.i > number.i
        or number.pos_ == "NOUN"
    ):
        return False
    part = of.head
    fronted = (
        of.dep_ in relations.ADPOSITION and part.pos_ in VERBS and of.i == sentence_of(of).start
    )
    some = part.pos_ == "NUM" or part.lower_ in SOME_OF
    return fronted or (some and part.i != number.i)


def event_of(noun: Token, number: Token, kind: str, denied: bool = False) -> str | None:
    """Return the taxonomy id of what happened to the counted thing, or None.

    Where the sentence denies the verb nothing happened, unless `denied` asks what it was.
    """
    return _Reader(kind, denied).read(noun, number)


def event_by_clause(noun: Token, kind: str) -> str | None:
    """Return what the noun or a clause of it tells: "the toll", "the fighters who left"."""
    reader = _Reader(kind, denied=False)
    return reader.word(noun) or reader.modified(noun)


def named_as(number: Token) -> Token | None:
    """Return the noun that screening found: "300 of the men were identified as fighters"."""
    verb = verb_above(number)
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
    wholes = (c for prep in preps if prep.dep_ in relations.ADPOSITION for c in prep.children)
    reader = _Reader(kind, denied=False)
    return next(
        filter(None, (reader.modified(w) for w in wholes if w.dep_ in relations.COMPLEMENT)), None
    )


class _Reader(Verbs):
    """Reads the event of one counted thing, accepting only events that can happen to its kind."""

    def read(self, noun: Token, number: Token) -> str | None:
        """Try the thing's own words, its verb, its modifiers, what holds it, what it restates."""
        top = top_of(noun, number)
        counts = (number, *children_of(top, relations.NUMMOD))
        if self._of_two_fates(noun) or any(map(self._of_either, counts)):
            return None
        if is_whole(noun, number):
            found = self._said_of(noun, number) or self.modified(noun)
        elif is_part_of(noun, number) and self.known.kind(lemma_of(noun)):
            found = self._of_part(noun, number, top)
        else:
            found = self._any(noun, number, top)
        if found == LIVED and self.modified(noun) == LIVED:
            return None  # "met 40 people who lived there": more may have
        found = self._in_degree(found, noun)
        if lemma_of(noun) in self.known.corpses and self._are_corpses(noun, found):
            return KILLED
        if found == COMPOSED and self.known.is_people(self.kind):
            return self._fate_of_whole(top) or found
        return found

    def _of_two_fates(self, noun: Token) -> bool:
        """Tell "100 dead and wounded", who are both, from "100 dead and wounded 20"."""
        joined = noun.doc[noun.i + 1 : noun.i + 4]
        if len(joined) < 3 or joined[0].lower_ != "and" or not (fate := self.word(noun)):
            return False
        ends = joined[2].is_punct or joined[2].dep_ in relations.ADPOSITION
        return ends and self.word(joined[1]) not in {None, fate}

    def _of_either(self, number: Token) -> bool:
        """Read "100 were killed or wounded", "killed and wounded 100", of whom some were killed."""
        before = number.doc[max(0, number.left_edge.i - 3) : number.left_edge.i]
        if before[-2:-1].text in {"and", "or"}:
            fates = {self.lookup(t, self.known.undergoes) for t in (before[0], before[-1])}
            if len(fates & HARMS) > 1:
                return True
        for word in number.doc[number.i + 1 : sentence_of(number).end - 1]:
            if word.pos_ == "NUM" or word.text in BREAKS:
                break
            if word.lower_ == "or":
                either = (word.nbor(-1), word.nbor(1))
                fates = {self.word(t) or self.lookup(t, self.known.undergoes) for t in either}
                return len(fates) > 1 and fates <= HARMS
        return False

    def _are_corpses(self, noun: Token, event: str | None) -> bool:
        """Tell "39 bodies" from "39 governing bodies"; whatever is done to them, they are dead."""
        described = any(c.dep_ in relations.AMOD | relations.COMPOUND for c in noun.lefts)
        plain = event is None and not described and is_common_plural(noun)
        verbs = (noun.head, *children_of(noun, relations.ACL))
        return event in FOUND or (plain and any(verb.lemma_ in FINDING for verb in verbs))

    def _of_part(self, noun: Token, number: Token, top: Token) -> str | None:
        """Read "seven of the injured died"; "seven of the dead were children" died like the rest.

        Of "seven of the dead lived here" nothing is told that would count the dead again.
        """
        verb = number.head if number.head.lemma_ == "be" else None
        named = verb is not None and any(
            c.dep_ in relations.ATTRIBUTE and self.known.kind(lemma_of(c)) for c in verb.children
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
        verb = verb_above(noun)
        holders = (noun, verb, *children_of(noun, relations.AMOD | relations.ACL))
        words = (c.lower_ for holder in holders for c in holder.children)
        return next((degrees[word] for word in words if word in degrees), event)

    def _fate_of_whole(self, top: Token) -> str | None:
        """Read "the dead included 12 women", "those evacuated were 300 men", who were too."""
        wholes = children_of(verb_above(top), relations.SUBJECTS)
        told = (self.word(whole) or self.modified(whole) for whole in wholes)
        return next(filter(None, told), None)

    def _any(self, noun: Token, number: Token, top: Token) -> str | None:
        said = self._said_of(noun, number)
        before = children_of(noun, relations.AMOD)
        said_more = said not in {None, KILLED}
        # "The toll was put at 40 killed, with 200 hurt".
        beside = top.dep_ in relations.COMPLEMENT and top.head.lower_ in CONTAINING
        done = self._governed(top) or self._governed(number) if said_more and not beside else None
        if done in self.known.later.get(said or "", ()) or any(
            self.word(c) == said for c in before
        ):
            said = done or said  # "40 displaced people were killed", "brought out 40 wounded"
        return (
            said
            or self._governed(top)
            or self.modified(noun)
            or (self.modified(top) if top.i != noun.i else None)
            or self._contained(top)
            or self._above(top)
            or self._restated(top)
            or self._exchanged(top)
            or self._verb_left(noun, number)
            or self._verb_right(noun)
            or self._joined(number)
        )

    def _said_of(self, noun: Token, number: Token) -> str | None:
        """Read "12 dead", "300 injured people"."""
        found = self.word(noun) if self.known.kind(lemma_of(noun)) else None
        before = (c for c in children_of(noun, relations.AMOD) if number.i < c.i < noun.i)
        return found or next(filter(None, map(self.word, before)), None)

    def _governed(self, top: Token) -> str | None:
        """Read the verb that the thing is subject or object of."""
        verb = top.head
        if top.dep_ in relations.MEASURE and verb.pos_ == "ADJ":
            return self.word(verb)  # "300 strong"
        if top.dep_ in relations.SUBJECTS:
            did = verb.lemma_ == "do"
            return self._conjoined(verb, top) if did else self.of_verb(verb, subject=True)
        if top.dep_ in OBJECTS:
            return self._of_object(verb, top)
        if (
            top.dep_ in relations.COMPLEMENT
            and verb.lower_ in RANGE_WORDS
            and verb.head.pos_ in VERBS
        ):
            return self.of_verb(verb.head, subject=False) or self._counted_by(verb.head, top)
        above = verb.head.head if verb.head.lower_ == "from" else verb.head  # "from 12 to 17"
        if (
            top.dep_ in relations.COMPLEMENT
            and top.head.dep_ in relations.ADPOSITION | relations.AGENT
            and above.pos_ in VERBS
        ):
            phrasal = self.fit(self.known.undergoes.get(f"{above.lemma_} {verb.lower_}"))
            counted = None if verb.lower_ == "among" else self._counted_by(above, top)
            return counted or phrasal or self._ridden(above, verb)
        return None

    def _of_object(self, verb: Token, top: Token) -> str | None:
        if verb.lemma_ == "number" and (counted := self._counted_by(verb, top)):
            return counted
        if verb.lemma_ == "lose" and self.kind in BEARING_ARMS:
            return self.fit(KILLED)
        if event := self._left_so(verb, top) or self._fronted(verb):
            return event
        event = self._carried(verb) or self.of_verb(verb, subject=False)
        return event or self._counted_by(verb, top)

    def _left_so(self, verb: Token, top: Token) -> str | None:
        """Read "left dead 13 soldiers and 40 others", "left hundreds, perhaps thousands, dead"."""
        if verb.lemma_ != "leave":
            return None
        held = [c for t in (top, *children_of(top, relations.APPOS)) for c in t.children]
        states = (
            c for c in held if c.dep_ in relations.AMOD and (c.i == verb.i + 1 or c.i > top.i)
        )
        return next(filter(None, map(self.word, states)), None)

    def _fronted(self, verb: Token) -> str | None:
        """Read "among the dead were 12 women"."""
        fronted = children_of(verb, relations.ADPOSITION) if verb.lemma_ == "be" else []
        states = (self._in_state(c, n) for c in fronted if c.i < verb.i for n in c.rights)
        return next(filter(None, states), None)

    def _ridden(self, verb: Token, prep: Token) -> str | None:
        """Read "left the town in 11 buses": vehicles share what those in them do together."""
        if prep.lower_ not in RIDDEN or not self.known.within(self.kind, VEHICLES):
            return None
        event = self.lookup(verb, self.known.undergoes if has_passive(verb) else self.known.does)
        return self.fit(event) if event in self.known.joint else None

    def _counted_by(self, verb: Token, top: Token) -> str | None:
        """Read "the death toll rose to 12", "the dead were 12", from the verb's other part."""
        if verb.lemma_ not in COUNTING or (not self.denied and is_negated(verb, adverbs=False)):
            return None
        # "put the number of dead at 30 and that of the wounded at 100"
        again = [c for c in children_of(verb, relations.CONJ) if c.lower_ == "that" and c.i < top.i]
        for child in again or verb.children:
            after = (
                child.dep_ in relations.OBJ and child.i > top.i
            )  # "brings to 53 the number of the dead"
            held = again or child.dep_ in relations.SUBJECTS | relations.OBJ
            if held and child.i != top.i:
                told = [word for word in child.subtree if after or word.i < top.i]
                for word in told:
                    if found := self.word(word) or self.modified(word):
                        return found
            elif child.dep_ in relations.ADVMOD and child.i < top.i and (found := self.word(child)):
                return found  # "put the number of men underground at 78"
        return None

    def _carried(self, verb: Token) -> str | None:
        """Read "the convoy took 300 men"."""
        subjects = children_of(verb, relations.SUBJECTS)
        clause = relations.RELCL if subjects else relations.ACL
        if verb.dep_ in clause and all(is_relative(c) for c in subjects):
            subjects = [verb.head]  # "a hall that holds 300 men"
        if any(c.lower_ == "it" for c in subjects) and self.known.is_people(self.kind):
            subjects = [t for t in verb.doc[max(0, verb.i - BACK) : verb.i] if t.pos_ == "NOUN"]
        lemmas = [lemma_of(c) for c in reversed(subjects)]
        holders = self.known.containers | self.known.enclosures
        held = [lemma for lemma in lemmas if lemma in holders]
        if not held or verb.lemma_ not in HOLDING:
            return None
        subject = self.known.subjects.get(held[0], "")
        if verb.lemma_ == "have" and not subject:
            return None  # what a group has, it need not have with it
        return self.fit(self.known.implied_event(COMPOSED, subject, self.kind))

    def _contained(self, top: Token) -> str | None:
        """Read "a convoy of 50 trucks", whose fate people share, and "a camp of 13,000"."""
        if top.dep_ not in relations.COMPLEMENT:
            return None
        holder, tallied = top.head.head, self._tallied(top)
        dwelt = top.head.lower_ in DWELT and lemma_of(holder) in self.known.dwellings
        if tallied or dwelt or top.head.lower_ not in CONTAINING:
            lives = dwelt and self.kind in self.known.settled
            return tallied or (self.fit(LIVED) if lives else None)
        if top.head.lower_ == "with" and (found := self._accompanied(holder, top)):
            return found
        if holder.pos_ in VERBS:
            if top.head.lower_ == "of":
                return None  # "knows of 87 arrests" holds nothing
            holder = first_child(holder, relations.SUBJECTS) or holder
        if lemma_of(holder) not in self.known.containers:
            return None
        shared = self.known.is_people(self.kind) and (
            self._governed(holder) or self.modified(holder)
        )
        return shared or self.fit(COMPOSED)

    def _tallied(self, top: Token) -> str | None:
        """Read "a toll of 40", "a toll in the hundreds"."""
        ranged = top.head.lower_ == "in" and is_amount(top)
        holder = top.head.head
        if holder.pos_ in VERBS or not (ranged or top.head.lower_ == "of"):
            return None
        lemma = lemma_of(holder)
        if holder.lower_ in word_list("claimed") and holder.head.lemma_ in TAKING:
            return self.fit(KILLED)
        told = KILLED if lemma in self.known.corpses else self.known.is_words.get(lemma)
        return self.fit(told) if told else None

    def _exchanged(self, top: Token) -> str | None:
        """Read "freed in exchange for 120 prisoners", who went free too."""
        bargain = (
            top.dep_ in relations.COMPLEMENT and top.head.lower_ == "for" and top.head.head.lower_
        )
        people = self.known.is_people(self.kind)
        return self.fit("released") if bargain in {"exchange", "return"} and people else None

    def _accompanied(self, holder: Token, top: Token) -> str | None:
        """Read "flew commanders with their families, 45 people in all"."""
        if holder.pos_ in VERBS:
            after = top.head.i > holder.i  # "with 107 at stake, she won 56" tells only of the 56
            return self.fit(self.lookup(holder, self.known.undergoes)) if after else None
        is_container = lemma_of(holder) in self.known.containers
        return None if is_container else self._governed(top_of(holder, holder))

    def _above(self, top: Token) -> str | None:
        """Read the verb of the noun that the thing restates: "the rest, some 300 men, left"."""
        token = top
        for _ in range(CLIMBS):
            if token.dep_ in relations.of(
                "ATTRIBUTE OBJECT_PREDICATE XCOMP ACL RELCL APPOS DEP CONJ"
            ):
                token = token.head
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
            return (
                self.fit(self.lookup(verb, self.known.does)) if top.dep_ in relations.CONJ else None
            )
        doc = verb.doc
        before = (
            doc[i] for i in range(verb.i - 1, sentence_of(verb).start, -1) if doc[i].pos_ in VERBS
        )
        found = (self.fit(self.lookup(one, self.known.does)) for one in before)
        return next(filter(None, found), None)

    def _restated(self, top: Token) -> str | None:
        """Read "the rest of the men (said to be 300) left" by the noun before the bracket."""
        doc, start = top.doc, sentence_of(top).start
        told = next(
            (
                i
                for i in range(top.i - 1, max(start, top.i - REACH), -1)
                if doc[i].lemma_ in COUNTED_AS and is_past(doc[i])
            ),
            None,
        )
        if told is None or told - 2 < start or doc[told - 1].text not in BREAKS:
            return None
        noun = doc[told - 2]
        return self._governed(top_of(noun, noun)) if noun.pos_ in NOMINAL else None

    def _joined(self, number: Token) -> str | None:
        """Read "hurting a teacher and 19 others", where the parse joins the others elsewhere."""
        doc, i = number.doc, number.left_edge.i
        if i < 2 or doc[i - 1].lower_ != "and" or doc[i - 2].pos_ not in NOMINAL:
            return None
        before = top_of(doc[i - 2], doc[i - 2])
        return self._governed(before) if before.dep_ in OBJECTS else None

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
                # "Blocks that housed 300 people lie flat", where the parse has another verb.
                next_to = word.i == number.left_edge.i - 1 and is_past(word)
                lemma = found or (word.lemma_ if next_to else "")
                return self.fit(self.known.undergoes.get(lemma))
            if word.pos_ in NOMINAL - {"NUM"} and word.i < number.i - 1:
                return None
        return None

    def _verb_right(self, noun: Token) -> str | None:
        doc = noun.doc
        for i in range(noun.i + 1, min(sentence_of(noun).end, noun.i + REACH)):
            word = doc[i]
            if word.pos_ in NOMINAL and word.lower_ not in QUANTIFIERS and not is_proper(word):
                return None
            if word.pos_ == "VERB" and (is_past(word) or is_present(word)):
                subjects = children_of(word, relations.SUBJECTS)
                free = all(c.lower_ in QUANTIFIERS for c in subjects)
                if any(c.pos_ == "NOUN" and c.i < noun.i for c in subjects):
                    return None  # "a funeral for 26 victims was held"
                return (
                    self.of_verb(word, subject=True)
                    if (free and not is_past_participle(word)) or has_aux(word)
                    else None
                )
        return None
