"""The role of each place and time of a claim: of the happening, of the speaking, or mentioned.

A place in the name of an actor ("the Atlanta police"), an accord or a firm says nothing of where
things happened, and a date in a relative clause belongs to what that clause tells.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from variorum.language import relations as rel
from variorum.language.alignment import tokens_at
from variorum.language.backends import Readers
from variorum.language.dependents import VERBS, children_of
from variorum.language.english_words import cue_words
from variorum.language.files import table
from variorum.language.word_lists import words
from variorum.model import Claim, Document, Place, SceneRole, When
from variorum.normalise.scene.scene_by_lexicon import roles_by_lexicon

EVENTS = words("normalise", "event_nouns")
SAID = words("normalise", "speech_nouns")
AREAS = words("normalise", "place_nouns") | words("normalise", "area_nouns")
AT = words("normalise", "where_prepositions") | words("normalise", "scene_prepositions")
WAYS = words("normalise", "way_prepositions")
AT_ONCE = words("normalise", "when_conjunctions") | {"as", "where"}
LOCATING = words("normalise", "where_prepositions") | {"the"}
ATTRIBUTIVE = rel.COMPOUND | rel.AMOD | rel.NMOD | rel.POSS
GOES_ON = rel.CONJ | rel.XCOMP | rel.CCOMP | rel.PARATAXIS
HIGHEST = 12

Role = Callable[[Claim, Place | When], SceneRole]


def in_scene(claims: Iterable[Claim], document: Document, doc: Doc) -> list[Claim]:
    """Return the claims with the role of each of their places and times; `doc` is the parse."""
    reader = READERS.of(document)
    return [_settled(claim, reader(document, doc)) if reader else claim for claim in claims]


def _settled(claim: Claim, role: Role) -> Claim:
    if not claim.places and not claim.when:
        return claim
    places: list[Place] = []
    for one in claim.places:
        own = role(claim, one)
        # "Tyler, Texas", "Tabqa, on the Euphrates": the larger place has the role of the smaller.
        between = _between(claim, places[-1], one) if places else None
        if between is not None and (between or own is SceneRole.MENTIONED):
            own = places[-1].role
        places.append(one.model_copy(update={"role": own}))
    whens = [one.model_copy(update={"role": role(claim, one)}) for one in claim.when]
    return claim.model_copy(update={"places": tuple(places), "when": tuple(whens)})


def _between(claim: Claim, one: Place, other: Place) -> list[str] | None:
    """Return the words that place one in another behind a comma, or None where others stand."""
    for part in claim.content:
        if part.start <= one.span.end <= other.span.start <= part.end:
            gap = part.exact[one.span.end - part.start : other.span.start - part.start]
            between = gap.strip(" ,(").lower().split()
            closed = gap[:1] in {",", "("} or gap[:2] == " ("
            return between if closed and set(between) <= LOCATING else None
    return None


def _by_parse(_document: Document, doc: Doc) -> Role:
    telling = frozenset(table("times")["en"]["tense"]["telling"])

    def role(claim: Claim, one: Place | When) -> SceneRole:
        found = tokens_at(doc, one.span.start, one.span.end)
        if found is None or not len(found):
            return SceneRole.MENTIONED
        cue = tokens_at(doc, claim.cue.start, claim.cue.end) if claim.cue else None
        speech = {token.i for token in cue or ()}
        climb = _Climb(_mains(claim, doc), speech, telling, isinstance(one, When))
        return climb.role(found.root)

    return role


def _mains(claim: Claim, doc: Doc) -> frozenset[int]:
    """Return the heads of what the claim says: its main verbs, without clauses beside them."""
    todo = [found.root for part in claim.content if (found := tokens_at(doc, part.start, part.end))]
    seen: set[int] = set()
    while todo:
        token = todo.pop()
        if token.i not in seen:
            seen.add(token.i)
            todo += children_of(token, GOES_ON)
            todo += [c for c in children_of(token, rel.ADVCL) if _is_at_once(c)]
    return frozenset(seen)


def _is_at_once(verb: Token) -> bool:
    """Return whether a clause tells of the same time: "when a bomb went off", "killing ten"."""
    marks = [c.lower_ for c in verb.children if c.dep_ in rel.MARK | rel.ADVMOD]
    return bool(AT_ONCE & set(marks)) or not any(c.dep_ in rel.MARK for c in verb.children)


class _Climb:
    """The way from a name up to the verb that it is told with."""

    def __init__(
        self, mains: frozenset[int], speech: set[int], telling: frozenset[str], is_time: bool
    ) -> None:
        self._mains, self._speech, self._telling, self._time = mains, speech, telling, is_time

    def role(self, token: Token, name: Token | None = None) -> SceneRole:
        """Return the role of the name whose head is `token`, or of a name beneath it."""
        name = name or token
        if self._time and children_of(token, rel.RELCL):
            return SceneRole.MENTIONED  # "the worst since 1971, when a dam broke"
        for _ in range(HIGHEST):
            if token.pos_ in VERBS or token.i in self._mains or token.head.i == token.i:
                return self._of(token)
            above = self._above(token, token.i == name.i)
            if isinstance(above, SceneRole):
                return above
            token = above
        return SceneRole.MENTIONED

    def _of(self, token: Token) -> SceneRole:
        if self._is_speech(token):
            return SceneRole.SPEAKING
        while token.dep_ in rel.CONJ and token.head.pos_ in VERBS:
            token = token.head
        if token.i in self._mains:
            return SceneRole.HAPPENING
        if token.dep_ in rel.ACL and token.tag_ in {"VBN", "VBG"}:
            if token.tag_ == "VBN" and children_of(token, rel.OBJ):
                return SceneRole.HAPPENING  # what the parse hung on a noun: "the raid killed ten"
            return self.role(token.head)  # "people killed in Homs" in what the claim says of them
        if token.dep_ in rel.RELCL and token.head.lemma_.lower() in EVENTS:
            return self.role(token.head, token)  # "strikes that hit Homs killed ten"
        return SceneRole.MENTIONED

    def _is_speech(self, verb: Token) -> bool:
        return verb.i in self._speech or verb.lower_ in self._telling

    def _above(self, token: Token, is_name: bool) -> Token | SceneRole:
        """Return the word to go on from, or the role where this one decides."""
        head = token.head
        if token.dep_ in ATTRIBUTIVE:
            area = head.lemma_.lower() in AREAS
            event = self._time and head.lemma_.lower() in EVENTS
            return head if area or event else self._spoken(head)
        if token.dep_ in rel.COMPLEMENT:
            return self._behind(head)
        if token.dep_ in rel.NSUBJ:
            if self._is_speech(head) and not is_name:
                return SceneRole.SPEAKING
            return SceneRole.MENTIONED if is_name and not self._time else head
        told = is_name and not self._time and token.dep_ in rel.OBJ | rel.NSUBJ_PASS
        if told and (head.lemma_.lower(), "VERB") in cue_words():
            return SceneRole.MENTIONED  # "Israel is accused of", "they blame Israel"
        return SceneRole.MENTIONED if token.dep_ in rel.AGENT else head

    def _spoken(self, noun: Token) -> SceneRole:
        of_speech = self._time and noun.lemma_.lower() in SAID
        return SceneRole.SPEAKING if of_speech else SceneRole.MENTIONED

    def _behind(self, preposition: Token) -> Token | SceneRole:
        """Return what the preposition before a name hangs on, where it tells where or when."""
        word, above = preposition.lower_, preposition.head
        if preposition.dep_ in rel.AGENT:
            return SceneRole.MENTIONED
        lemma = above.lemma_.lower()
        if above.pos_ in VERBS:
            return above if self._time or word in AT | WAYS else SceneRole.MENTIONED
        if lemma in SAID:
            return SceneRole.SPEAKING
        if lemma in EVENTS or (lemma in AREAS and not self._time):
            return above
        told = self._time and above.dep_ in rel.OBJ | rel.SUBJECTS  # "killed ten on Monday"
        if above.pos_ == "ADP" or word in AT or told:
            return above
        return SceneRole.MENTIONED


READERS: Readers[Callable[[Document, Doc], Role]] = Readers(
    {"english": _by_parse, "lexicon": lambda document, _doc: roles_by_lexicon(document)}
)
