"""Memory: whom the text has spoken of so far, and which of them a pronoun means.

One pass over a document, so that the time is linear in its length. Each pronoun is given the
candidate of its number, kind and gender who stands out most: the subject of a main clause before
other subjects, the speaker of the sentence before, somebody with a name before somebody without,
and who is near before who is far (the salience factors of Lappin and Leass 1994, with weights set
on the open texts of our gold). Once a pronoun has shown the gender of a name, the name keeps it.
"""

import bisect
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from variorum.extract.document.descriptions import (
    PRONOUNS,
    SINGULAR,
    Known,
    agrees,
    is_candidate,
    is_prominent,
)
from variorum.extract.document.reading import Reading
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import has_child
from variorum.language.english_words import noun_lemma, word_list
from variorum.language.features import is_pronoun
from variorum.language.word_lists import words
from variorum.model import SpeakerKind

_CONJ_OR_CCOMP_OR_ADVCL = relations.CONJ | relations.CCOMP | relations.ADVCL
ASKED = relations.OBJ | relations.IOBJ
ASKING = words("extract", "asking")
ANSWERING = words("extract", "answering")
WORKS = words("extract", "works")
THIRD = frozenset({*PRONOUNS, *PRONOUNS.values()})
MAIN, SUBJECT, MADE, NAMED, SPEAKING = 2.5, 1.5, 1.0, 1.0, 0.7
SAME_CLAUSE, FAR_SENTENCE, FAR_PARAGRAPH, QUOTED = 2.0, 1.0, 0.7, 1.5
GENDERED, GUESSED, GROUPED = 1.0, 1.5, 1.0
OWNED = 0.5
MARGIN = 2.0
MEMORY = 60
LONGEST_REACH = 3


@dataclass(frozen=True)
class _Place:
    """One place where somebody stands whom a pronoun may mean, and how much they stand out."""

    known: Known
    sentence: int
    paragraph: int
    weight: float


@dataclass
class Memory:
    """Who has been spoken of up to each place of a document; `describe` tells who a noun names."""

    reading: Reading
    describe: Callable[[Token], Known | None]
    _places: list[_Place] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _meant: dict[int, Known | None] = field(default_factory=dict)
    _genders: dict[str, str] = field(default_factory=dict)
    _read_to: int = 0
    _asked: _Place | None = None

    def meant(self, pronoun: Token) -> Known | None:
        """Return whom a pronoun of the third person means, or None where nobody fits."""
        self._read(pronoun.i + 1)
        return self._meant.get(pronoun.i)

    def between(self, start: int, end: int) -> list[Known]:
        """Return who is spoken of from one token to another."""
        self._read(end)
        low, high = (bisect.bisect_left(self._starts, i) for i in (start, end))
        return [place.known for place in self._places[low:high]]

    def before(self, token: Token) -> list[Known]:
        """Return who is spoken of before a token, the last first."""
        self._read(token.i)
        until = bisect.bisect_left(self._starts, token.i)
        return [p.known for p in reversed(self._places[max(0, until - MEMORY) : until])]

    def _read(self, end: int) -> None:
        """Read on up to a token; what is read is never read again."""
        doc = self.reading.doc
        while self._read_to < min(end, len(doc)):
            token = doc[self._read_to]
            self._read_to += 1
            if token.idx < self.reading.told_from(token.idx):
                continue  # who stands in a dateline is nobody's "they"
            if token.lower_ in THIRD and is_pronoun(token):
                known = self._choose(token)
                self._meant[token.i] = known
                if known is not None and token.dep_ in relations.SUBJECTS:
                    self._add(token, replace(known, head=known.head))
            elif (prominent := is_prominent(token)) or is_candidate(token):
                known = self.describe(token)
                if known is not None:
                    human = known.human or _says(token)
                    self._add(token, replace(known, prominent=prominent, human=human))
                    if token.dep_ in ASKED and token.head.lemma_ in ASKING:
                        self._asked = self._places[-1]

    def _add(self, token: Token, known: Known) -> None:
        reading = self.reading
        self._places.append(
            _Place(
                replace(known, gender=known.gender or self._genders.get(known.name)),
                reading.sentence_at(token.i),
                reading.paragraph_at(token.idx),
                self._standing(token, known),
            )
        )
        self._starts.append(token.i)

    def _standing(self, token: Token, known: Known) -> float:
        """Return how much somebody stands out at a place."""
        weight = NAMED * known.named - GUESSED * known.guessed
        if token.dep_ in relations.SUBJECTS and token.head.dep_ not in relations.RELCL:
            verb = token.head
            # "Bo Ray was not there, they said" is about him; a body that it is told of is not "it".
            told = known.kind is SpeakerKind.PERSON and verb.dep_ in relations.CCOMP
            beside = (told and verb.i < verb.head.i) or verb.dep_ in relations.CONJ
            main = verb.dep_ in relations.ROOT or (beside and verb.head.dep_ in relations.ROOT)
            weight += MAIN if main else SUBJECT
            weight += SPEAKING * _says(token)
        elif known.prominent:
            clauses = [c for c in token.rights if c.dep_ in relations.RELCL]
            quoted = any(has_child(c, relations.CCOMP) for c in clauses)  # "a report, which says"
            weight += MADE + (MAIN + SPEAKING) * quoted
        weight += MAIN * _is_author(token)
        if token.dep_ in relations.POSS:
            weight += OWNED if known.prominent else -OWNED
        return weight - QUOTED * (self.reading.quote_at(token) >= 0)

    def _choose(self, pronoun: Token) -> Known | None:
        """Return whom a pronoun means; who answers is who was asked, or accused, before."""
        lower = PRONOUNS.get(pronoun.lower_, pronoun.lower_)
        subject = _opens_for(pronoun)
        ahead = self.describe(subject) if subject is not None else None
        if ahead is not None and agrees(lower, ahead):
            return ahead
        asked = self._asked
        if asked is not None and pronoun.head.lemma_ in ANSWERING and agrees(lower, asked.known):
            near = self.reading.sentence_at(pronoun.i) - asked.sentence in {0, 1}
            return asked.known if near else self._likeliest(pronoun, lower)
        return self._likeliest(pronoun, lower)

    def _likeliest(self, pronoun: Token, lower: str) -> Known | None:
        """Return the candidate who stands out most, and learn their gender where it is clear."""
        best: dict[str, tuple[float, int]] = {}
        told = _told_by(pronoun)
        low = max(0, len(self._places) - MEMORY)
        for i in range(low, len(self._places)):
            known = self._up_to_date(self._places[i].known)
            if not agrees(lower, known) or (score := self._score(pronoun, i, lower)) is None:
                continue
            word = self.reading.doc[self._starts[i]]
            if word.i not in told or (lower == "it" and word.head != pronoun.head):
                best[known.name] = max((score, i), best.get(known.name, (score, i)))
        ranked = sorted(best.values(), reverse=True)
        if not ranked:
            return self._alone(lower)
        clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= MARGIN
        known = self._up_to_date(self._places[ranked[0][1]].known)
        if clear and lower in SINGULAR and known.named and known.gender is None:
            self._genders[known.name] = "female" if lower == "she" else "male"
        return known

    def _up_to_date(self, known: Known) -> Known:
        learned = self._genders.get(known.name) if known.gender is None else None
        return replace(known, gender=learned) if learned is not None else known

    def _score(self, pronoun: Token, i: int, lower: str) -> float | None:
        """Return how well a candidate fits a pronoun, or None where it is out of reach."""
        place, at = self._places[i], self._starts[i]
        reading = self.reading
        apart = reading.paragraph_at(pronoun.idx) - place.paragraph
        quoted = reading.quote_at(pronoun) >= 0
        if apart > LONGEST_REACH or (apart and (quoted or place.weight < SUBJECT)):
            return None
        sentences = reading.sentence_at(pronoun.i) - place.sentence
        score = place.weight - FAR_SENTENCE * sentences - FAR_PARAGRAPH * apart
        if not sentences:
            score += SAME_CLAUSE * _shares_clause(reading.doc[at], pronoun)
        score += GENDERED * (place.known.gender is not None and lower in SINGULAR)
        return score + GROUPED * (lower == "they" and place.known.kind is SpeakerKind.GROUP)

    def _alone(self, lower: str) -> Known | None:
        """Return the only person of the text so far whom "he" or "she" can mean."""
        if lower not in SINGULAR:
            return None
        recent = [self._up_to_date(p.known) for p in self._places[-MEMORY:]]
        fits = [known for known in recent if agrees(lower, known)]
        return fits[-1] if len({known.name for known in fits}) == 1 else None


def _opens_for(pronoun: Token) -> Token | None:
    """Return the subject behind "in its statement", whose it is; a view may be another's."""
    phrase = pronoun.head.head
    if pronoun.dep_ not in relations.POSS or phrase.dep_ not in relations.ADPOSITION:
        return None
    verb, seen = phrase.head, noun_lemma(pronoun.head) in word_list("account")
    own = (c for c in verb.lefts if c.dep_ in relations.SUBJECTS and c.i > pronoun.i)
    subject = next(own, None)
    apart = subject is None or seen or is_pronoun(subject) or phrase.left_edge.i > subject.i
    return None if apart else subject


def _told_by(pronoun: Token) -> set[int]:
    """Return where it is told what a pronoun's verb says in an aside, or behind it.

    Whoever stands there is somebody else; so is a subject that the parse gives the verb besides.
    """
    verb = pronoun.head
    if pronoun.dep_ not in relations.SUBJECTS:
        return set()
    told = [c for c in verb.lefts if c.dep_ in relations.CCOMP | relations.SUBJECTS]
    if verb.dep_ in relations.PARATAXIS:
        told.append(verb.head)
    return {t.i for clause in told for t in clause.subtree if t.head != verb or t.i < pronoun.i}


def _says(subject: Token) -> bool:
    """Whether a subject's verb takes a clause, as those of saying and thinking do."""
    verb = subject.head
    says = verb.lemma_ == "say" or any(c.dep_ in relations.CCOMP for c in verb.children)
    return subject.dep_ in relations.SUBJECTS and says


def _is_author(name: Token) -> bool:
    """Whether a work is said to be by somebody: "a documentary by Ann Lee and Bo Ray"."""
    by = name.head
    if by.lower_ != "by" or by.i == sentence_of(by).start or name.dep_ not in relations.COMPLEMENT:
        return False
    work = by.nbor(-1)
    return any(t.lower_ in WORKS for t in (work, work.head, *work.lefts))


def _shares_clause(candidate: Token, pronoun: Token) -> bool:
    """Whether a pronoun's clause goes on with, or hangs on, the one whose subject a candidate is.

    So do "the banker said ..., and he insisted", and "Bakkal said he knew them".
    """
    if candidate.dep_ not in relations.SUBJECTS or pronoun.dep_ not in {
        *relations.SUBJECTS,
        "poss",
    }:
        return False
    verb = pronoun.head
    return verb.dep_ in _CONJ_OR_CCOMP_OR_ADVCL and verb.head == candidate.head
