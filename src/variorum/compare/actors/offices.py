"""Who speaks for whom: spokespeople, officials and offices, and the body whose word theirs is.

That somebody speaks for a body is taken from the words beside the name ("Jane Roe, spokeswoman for
the Army", "Omar Bey of the Town Council"). It holds in all reports of the case, until one says that
the person has left: then only where a report tells it. What deals with a body ("envoy to the
Army") is none of it, and where two bodies are named nothing follows.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.compare.actors.actor_mentions import has_name
from variorum.compare.actors.case_actors import Cast
from variorum.grouping import distinct
from variorum.language.spelling import either, fold
from variorum.language.words.body_names import of_bodies
from variorum.model import Claim, Document, Role, SpeakerKind

# What Arabic writes together with the next word: "for the rights of man".
FOR_IN_ARABIC = "ل"
_SENTENCE = re.compile(r"[^.!?؟\n]+")
_WORD = re.compile(r"[^\W_][\w'’-]*")


class Offices:
    """The body for which each speaker of a case speaks, where a report tells it."""

    def __init__(
        self, documents: Iterable[Document], claims: Sequence[Claim], people: Cast
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._people = people
        self._actors = {actor.id: actor for actor in people.actors}
        self._bodies = dict(self._names_of_bodies())
        names = either(self._bodies) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
        self._told: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for claim in claims:
            speaker = claim.speaker
            if speaker.kind is SpeakerKind.PERSON and has_name(speaker):
                actor = people.actor_of(speaker.name, claim.document)
                if body := self._beside(claim):
                    self._told[actor][claim.document][body] += 1
        self._body: dict[str, str | None] = {}
        self._left = frozenset(actor for actor in self._told if self._has_left(actor))

    def _names_of_bodies(self) -> Iterator[tuple[str, str]]:
        """Yield the names that mean one body wherever they stand.

        They have two words or are an acronym, or stand for a longer name: "the Coalition".
        """
        bodies = (a for a in self._people.actors if a.kind is SpeakerKind.ORGANISATION)
        found = distinct(
            (name, actor.id)
            for actor in bodies
            for each in actor.names
            for name in (each.name, _short(each.name))
            if " " in name
            or (len(name) > 1 and (name.isupper() or (len(actor.names) > 1 and name[:1].isupper())))
        )
        yield from ((name, ids.pop()) for name, ids in found.items() if len(ids) == 1)

    def body_of(self, claim: Claim) -> str | None:
        """Return the id of the body whose word a claim is, or None where nobody tells of one."""
        speaker = claim.speaker
        if speaker.kind is not SpeakerKind.PERSON or not has_name(speaker):
            return self._beside(claim)
        actor = self._people.actor_of(speaker.name, claim.document)
        told = self._told.get(actor, {})
        if actor in self._left:
            return _foremost(told.get(claim.document, Counter()))
        if actor not in self._body:
            self._body[actor] = _foremost(sum(told.values(), Counter()))
        return self._body[actor]

    def _beside(self, claim: Claim) -> str | None:
        """Return the body that the words for a speaker name as his."""
        speaker, document = claim.speaker, self._documents[claim.document]
        language = document.language
        if speaker.organisation is not None and speaker.kind is not SpeakerKind.ORGANISATION:
            return self._people.actor_of(speaker.organisation.exact, document.id)
        words = speaker.span.exact if speaker.span else speaker.name
        if speaker.kind is SpeakerKind.ORGANISATION:
            # What its name begins with is the office itself: "the press office of the Army".
            office = _any_of(speaker.name, "offices", language)
            return self._only(speaker.name, language, 1) if office else None
        if speaker.role is not Role.OFFICIAL or _any_of(words, "former", language):
            return None
        return self._only(words, language)

    def _only(self, words: str, language: str | None, start: int = 0) -> str | None:
        """Return the one body that words name, unless they say that somebody deals with it."""
        found = list(self._pattern.finditer(words, start))
        outside = of_bodies(language, "outside") | of_bodies(None, "outside")
        small = of_bodies(language, "small")
        for match in found:
            before = [fold(word) for word in _WORD.findall(words[: match.start()])]
            last = [word for word in before if word not in small or word in outside][-1:]
            if outside & set(last):
                return None
        ids = {self._bodies[match[0]] for match in found}
        return ids.pop() if len(ids) == 1 else None

    def _has_left(self, actor: str) -> bool:
        """Return whether a report says beside the name that somebody is no longer what he was."""
        known = self._actors[actor]
        names = re.compile("|".join(re.escape(each.name) for each in known.names))
        for place in {span.document for span in known.mentions}:
            document = self._documents[place]
            for sentence in _SENTENCE.findall(document.text):
                if names.search(sentence) and _any_of(sentence, "former", document.language):
                    return True
        return False


def _short(name: str) -> str:
    """Return the beginning of a long name that reports use for it: "the Syrian Observatory"."""
    words = name.split()
    small = of_bodies(None, "small") | of_bodies("ar", "small")
    first = next((i for i, w in enumerate(words) if w in small or w.startswith(FOR_IN_ARABIC)), 0)
    return " ".join(words[:first]) if first > 1 else name


def _any_of(words: str, name: str, language: str | None) -> bool:
    told = f" {' '.join(fold(word) for word in _WORD.findall(words))} "
    return any(
        f" {word[:-1]}" in told if word.endswith("*") else f" {word} " in told
        for word in of_bodies(language, name)
    )


def _foremost(found: Mapping[str, int]) -> str | None:
    """Return what is told most, or None where two are told as often."""
    most = max(found.values(), default=0)
    best = [body for body, count in found.items() if count == most]
    return best[0] if len(best) == 1 else None
