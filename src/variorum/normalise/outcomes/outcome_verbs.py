"""What a verb, an adjective or a clause says about a thing.

The taxonomy says which verbs tell it of their subject and which of their object.
"""

from spacy.tokens import Token

from variorum import taxonomy
from variorum.language import features, relations
from variorum.language.dependents import children_of, has_child
from variorum.language.verbs import chain, has, has_aux, has_passive, is_negated
from variorum.language.word_lists import words
from variorum.normalise.nouns.nouns import lemma_of

OBJECTS = relations.of("OBJ ATTRIBUTE OBJECT_PREDICATE IOBJ MEASURE")
PARTICLES = relations.of(
    "PARTICLE ADVMOD ADPOSITION OBJ OBJECT_PREDICATE ADJ_COMPLEMENT ADVCL MEASURE"
)
STAYING = words("normalise", "copular_verbs")
WITHIN = words("normalise", "state_prepositions")
BESIDE = words("normalise", "inside_prepositions")
ELSEWHERE = words("normalise", "not_departing")
INSIDE = "inside"
SURRENDERED = "surrendered"
HARMED = words("normalise", "harmed_nouns")
HELD = words("normalise", "held_prepositions")
RIDING = words("normalise", "riding_prepositions")
REPORTING = words("normalise", "reporting_participles")
COMPOSED = "composed"
LIVED = "lived"
VEHICLES = "vehicles"


class Verbs:
    """Reads the event of one kind of thing, accepting only events that can happen to it."""

    def __init__(self, kind: str, denied: bool) -> None:
        self.kind = kind
        self.denied = denied
        self.known = taxonomy.load()

    def fit(self, event: str | None) -> str | None:
        """Return the event if it can happen to the kind."""
        return event if event and self.known.can_befall(event, self.kind) else None

    def word(self, token: Token) -> str | None:
        """Return what an adjective or noun says of the thing: "dead", "casualties"."""
        table = self.known.is_words
        if self.denied and lemma_of(token) in HARMED:
            return self.fit("killed")  # "no casualties": some may be hurt, none are dead
        return self.fit(table.get(token.lower_) or table.get(lemma_of(token)))

    def of_verb(self, verb: Token, subject: bool) -> str | None:
        """Return the event of `verb` for its subject or object, following "was able to leave"."""
        for one in chain(verb) if subject else (verb,):
            if not self.denied and is_negated(one, adverbs=False):
                return None
            passive = has_passive(one)
            if passive and one.lemma_ == "leave" and not has(one, {"out"}):
                states = children_of(one, relations.OBJECT_PREDICATE | relations.ADJ_COMPLEMENT)
                return next(filter(None, map(self.word, states)), self.fit("remained"))
            table = self.known.does if subject and not passive else self.known.undergoes
            # "Police have arrested" does not tell that they were arrested.
            active = not passive and has_aux(one) and self.lookup(one, self.known.undergoes)
            told = subject and not active and features.is_participle(one) and one.lemma_ != "leave"
            stated = self.word(one) if told else None
            if one.lemma_ in STAYING and subject and (found := self._predicate(one)):
                return found
            if one.lemma_ == "go" and has(one, set(ELSEWHERE)):
                stated = None
            if found := self.fit(self.lookup(one, table)) or stated:
                return self._then(one, found) if subject else found
        return self._predicate(verb) if subject else None

    def _then(self, verb: Token, event: str) -> str:
        """Return what they did last where all did it: "laid down their arms and left"."""
        for one in chain(verb):
            joined = (
                one.i != verb.i
                and one.dep_ in relations.CONJ
                and not is_negated(one, adverbs=False)
            )
            # Those who surrendered may be few of those who then left; arms alone count nobody.
            disarmed = event == SURRENDERED and verb.lemma_ == "lay"
            for done in chain(one) if joined and disarmed else ():
                table = self.known.undergoes if has_passive(done) else self.known.does
                if (found := self.fit(self.lookup(done, table))) in self.known.joint:
                    return str(found)
        return event

    def _predicate(self, verb: Token) -> str | None:
        """Read "were dead", "remain missing", "are in custody", "are still in the city"."""
        reported = verb.lemma_ in REPORTING and has_passive(verb)
        for child in verb.children if verb.lemma_ in STAYING or reported else ():
            if (
                child.dep_ in relations.ADJ_COMPLEMENT
                and child.lower_ == "able"
                and (found := self._could(child))
            ):
                return found
            states = relations.of("ADJ_COMPLEMENT ATTRIBUTE OBJECT_PREDICATE ADVMOD ADPOSITION")
            enclosed = any(lemma_of(c) in self.known.enclosures for c in child.children)
            if child.dep_ in relations.ADPOSITION and child.lower_ in BESIDE and enclosed:
                return self.fit(INSIDE)
            if child.dep_ in states and (found := self.word(child)):
                return found
            for below in child.children if child.dep_ in relations.ADPOSITION else ():
                if below.dep_ in relations.COMPLEMENT and (found := self._in_state(child, below)):
                    return found
        return None

    def _could(self, able: Token) -> str | None:
        """Read "were able to leave", who left."""
        verbs = (c for c in children_of(able, relations.XCOMP) if c.pos_ == "VERB")
        return next(filter(None, (self.fit(self.lookup(v, self.known.does)) for v in verbs)), None)

    def _in_state(self, prep: Token, noun: Token) -> str | None:
        """Read "in custody", "among the dead", "below ground", "in the mine"."""
        if prep.lower_ in WITHIN and (found := self.word(noun)):
            return found
        phrase = self.fit(self.known.is_words.get(f"{prep.lower_} {noun.lower_}"))
        if prep.lower_ in HELD and lemma_of(noun) in self.known.containers:
            subject = self.known.subjects.get(lemma_of(noun), "")
            return self.fit(self.known.implied_event(COMPOSED, subject, self.kind))
        if prep.lower_ in RIDING and self._is_ridden(noun):
            return self.fit("aboard")
        enclosed = prep.lower_ in BESIDE and lemma_of(noun) in self.known.enclosures
        return phrase or (self.fit(INSIDE) if enclosed else None)

    def _is_ridden(self, noun: Token) -> bool:
        kind = self.known.kind(lemma_of(noun)) or ""
        rate = any(c.lower_ in {"each", "every"} for c in noun.lefts)
        people = self.known.is_people(self.kind)
        return people and not rate and self.known.within(kind, VEHICLES)

    def lookup(self, verb: Token, table: dict[str, str], phrasal_only: bool = False) -> str | None:
        """Return the event that a table has for the verb, with its particle or object first."""
        lemma = str(verb.lemma_).lower()
        for child in verb.children:
            if child.dep_ in PARTICLES:
                nouns = children_of(child, relations.COMPLEMENT)
                held = (word.lemma_ for c in nouns for word in (c, *c.lefts))
                phrases = (f"{lemma} {child.lower_} {word}" for word in held)
                if phrase := next((p for p in phrases if p in table), None):
                    return self._entry(table, phrase)
                for word in (child.lower_, child.lemma_):
                    if f"{lemma} {word}" in table:
                        return self._entry(table, f"{lemma} {word}")
        return None if phrasal_only else self._entry(table, lemma)

    def _entry(self, table: dict[str, str], words: str) -> str | None:
        """Return the event of the verb that can happen to the kind."""
        event = table.get(words)
        other = table is self.known.undergoes and not self.fit(event)
        return self.known.undergoes_else.get(words) if event and other else event

    def modified(self, noun: Token) -> str | None:
        """Read "people killed in the raid", "civilians who came out"."""
        for child in noun.children:
            if child.i > noun.i and (found := self._by_clause(child)):
                return found
            if child.i > noun.i and child.dep_ in relations.ADVMOD and (found := self.word(child)):
                return found
            for below in (
                child.children if child.dep_ in relations.ADPOSITION and child.i > noun.i else ()
            ):
                told = below.dep_ in relations.COMPLEMENT and below.lower_ != "strike"
                if told and (found := self._in_state(child, below)):
                    return found
        return None

    def _by_clause(self, clause: Token) -> str | None:
        if has_child(clause, relations.MARK):
            return None  # "no doubt that 12 people were killed"
        if clause.dep_ in relations.ACL and features.is_past_participle(clause):
            if clause.lemma_ == "leave":
                return self.fit("left" if self._by_vehicle(clause) else "remained")
            passive = self.fit(self.lookup(clause, self.known.undergoes))
            return passive or self.fit(self.lookup(clause, self.known.does))
        if clause.dep_ in relations.ACL and features.is_present_participle(clause):
            return self.fit(self.lookup(clause, self.known.does))
        if clause.dep_ in relations.RELCL:
            own = {word.dep_ for word in clause.children if features.is_relative(word)}
            return self.of_verb(clause, subject=not own & OBJECTS)
        return None

    def _by_vehicle(self, verb: Token) -> bool:
        """Tell "people left in the convoy", who went, from "people left in the city"."""
        objects = [p for c in children_of(verb, relations.ADPOSITION) for p in c.children]
        lemmas = {lemma_of(token) for token in objects}
        kinds = [self.known.kind(lemma) or "" for lemma in lemmas]
        carried = any(self.known.within(kind, "vehicles") for kind in kinds)
        return carried or bool(lemmas & self.known.containers)
