"""The names of a case: who is called what, by whom and where."""

import functools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from variorum.language.name_keys import ARTICLE, TITLE
from variorum.language.spelling import in_english, initials, name_words
from variorum.language.words.body_names import Parts, meanings
from variorum.model import Claim, Document, NameRule, Span, Speaker, SpeakerKind, content_id

Words = tuple[str, ...]
_WITH_ACRONYM = re.compile(r"^(?P<long>.+?) \((?P<short>[A-Z][A-Z.]+)\)$")


def merge_id(short: Words, full: Words) -> str:
    """Return the id of taking one name for another, the same in every run."""
    return content_id("merge", " ".join(short), " ".join(full))


def full_words(name: str) -> Words:
    """Return the folded words of a name without offices before it or an acronym behind."""
    return name_words(_parted(name)[0])


@functools.lru_cache(maxsize=1 << 14)
def _parted(name: str) -> tuple[str, str | None]:
    """Return a name without offices and the acronym behind it that its words spell, and that.

    What stands before the words that spell it is no part of the name: "Kurdish".
    """
    name = TITLE.sub("", name).lstrip(" .,") or name
    both = _WITH_ACRONYM.match(name)
    if both is None:
        return name, None
    short, words = both["short"].replace(".", "").lower(), both["long"].split()
    ends = (" ".join(words[start:]) for start in range(1, len(words)))
    exact = next((end for end in ends if initials(name_words(end)) == short), None)
    letters = iter(initials(name_words(both["long"])))
    spelled = exact or all(letter in letters for letter in short)
    return (exact or both["long"], both["short"]) if spelled else (name, None)


class Usage(NamedTuple):
    """One place where a document names somebody: as written, and by the fullest name it gives."""

    document: str
    name: str
    full: str
    kind: SpeakerKind
    span: Span | None = None
    title: str | None = None
    rule: NameRule | None = None
    evidence: tuple[Span, ...] = ()


@dataclass
class Naming:
    """All that the case says of one full name."""

    words: Words
    usages: list[Usage] = field(default_factory=list)
    kinds: Counter[SpeakerKind] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    acronyms: set[Words] = field(default_factory=set)
    parts: Parts = frozenset()
    abroad: set[Words] = field(default_factory=set)
    """How English reports may write the name that those of another language write so."""

    @property
    def forms(self) -> list[Words]:
        """How a person's name may be written, the name itself first."""
        return [self.words, *sorted(self.abroad - {self.words})] if self.person else [self.words]

    @property
    def person(self) -> bool:
        """Whether it is more often told as a person's name than as a body's."""
        return 2 * self.kinds[SpeakerKind.PERSON] > self.kinds.total()

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals alone."""
        written = self.usages[0].full.replace(".", "")
        return len(self.words) == 1 and len(written) > 1 and written.isupper()

    def add(self, usage: Usage) -> None:
        """Count one more place where somebody has this name."""
        self.usages.append(usage)
        self.kinds[usage.kind] += 1
        if usage.title:
            self.titles.add(usage.title)
        if usage.rule is NameRule.ACRONYM:
            self.acronyms.add(name_words(usage.name))


def gather(
    documents: Iterable[Document], claims: Iterable[Claim], undone: Collection[str] = ()
) -> dict[Words, Naming]:
    """Return what the claims call everybody, by the folded words of the full names.

    `undone` are the ids of merges that are not to be made.
    """
    documents = list(documents)
    publishers = {document.id: document.name for document in documents}
    languages = {document.id: document.language for document in documents}
    voices: dict[tuple[str, int, str], Usage] = {}
    mentions: dict[tuple[str, int, str], Usage] = {}
    for claim in claims:
        for usage in _voices(claim, publishers[claim.document]):
            voices.setdefault(_where(usage), usage)
        for m in claim.actors:
            told = (m.name, m.full, m.kind, m.span, m.title, m.rule, m.evidence)
            usage = Usage(claim.document, *told)
            mentions.setdefault(_where(usage), usage)
    # Where somebody speaks, the attribution has told who it is.
    spoken = {(usage.document, usage.span.end) for usage in voices.values() if usage.span}
    named = [u for u in mentions.values() if u.span and (u.document, u.span.end) not in spoken]
    namings: dict[Words, Naming] = {}
    for usage in sorted([*voices.values(), *named], key=_where):
        _put(namings, _undo(usage, undone))
    for naming in namings.values():
        first = naming.usages[0]
        naming.abroad = {in_english(naming.words, languages[u.document]) for u in naming.usages}
        naming.parts = meanings(first.full, languages[first.document])
    return namings


def _where(usage: Usage) -> tuple[str, int, str]:
    return usage.document, usage.span.start if usage.span else -1, f"{usage.full}\x1f{usage.name}"


def _undo(usage: Usage, undone: Collection[str]) -> Usage:
    """Return a usage by its own name where taking it for a fuller one was undone."""
    if usage.rule and merge_id(name_words(usage.name), name_words(usage.full)) in undone:
        return usage._replace(full=usage.name, rule=None, evidence=())
    return usage


def _put(namings: dict[Words, Naming], usage: Usage) -> None:
    words = name_words(usage.full)
    if words:
        namings.setdefault(words, Naming(words)).add(usage)


def _voices(claim: Claim, publisher: str) -> Iterator[Usage]:
    """Yield the speaker and those who passed the claim on, where they have a name."""
    for link in claim.relay[:-1]:
        yield from _named(claim.document, link.name, SpeakerKind.ORGANISATION, link.span)
    speaker = claim.speaker
    if not has_name(speaker):
        return
    kind = SpeakerKind.ORGANISATION if speaker.name == publisher else speaker.kind
    yield from _named(claim.document, speaker.name, kind, speaker.span or speaker.full_span)
    if speaker.organisation is not None:
        body = speaker.organisation
        yield from _named(claim.document, body.exact, SpeakerKind.ORGANISATION, body)


def has_name(speaker: Speaker) -> bool:
    """Return whether a speaker is called by a name: a group and a person by one with a capital."""
    if speaker.kind in {SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT}:
        return False
    words = TITLE.sub("", speaker.name)
    first = ARTICLE.sub("", words)[:1]
    cased = speaker.name.lower() != speaker.name.upper()
    described = cased and not any(c.isupper() for c in words)
    if speaker.kind is SpeakerKind.PERSON:
        return not described
    return speaker.kind is SpeakerKind.ORGANISATION or first.isupper()


def _named(document: str, name: str, kind: SpeakerKind, span: Span | None) -> Iterator[Usage]:
    """Yield a usage; of a name with its acronym behind it in brackets, two."""
    long, short = _parted(name)
    yield Usage(document, long, long, kind, span)
    if short is None:
        return
    yield Usage(document, short, long, kind, None, None, NameRule.ACRONYM, (span,) if span else ())
