"""Score who is meant by the words beside a cue: pronouns, surnames, roles, acronyms and the rest.

    python benchmarks/speakers.py [--without entities ...] [--errors] [--gold DIR]

The gold is marked-up text in tests/cases/speakers (see its README). Each marked mention is handed
to `variorum.extract.speakers` with its tokens, so that the figures do not depend on whether the
attribution was found. A mention is right where the name is the fullest that the text gives, the
span is the mention, `full_span` is where that name stands (or null where the mention holds it), and
who has no name is not given one. *Organisation* is whom a spokesperson speaks for. Texts whose
number divides by three are held: no rule was chosen by looking at them.

`--without entities` empties what named-entity recognition found before anything is resolved, and
`--without lemmas` and `--without parts` the lemmas and the universal parts of speech, to show what
each of those is worth.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from gold_marks import Mark, marked
from variorum.extract.document.descriptions import head_of
from variorum.extract.document.reading import Reading
from variorum.extract.speakers.speakers import Speakers
from variorum.language.parsers.pipelines import ENGLISH
from variorum.language.parsing import parse
from variorum.model import Document, Speaker, SpeakerKind
from variorum.text import span

GOLD = Path(__file__).resolve().parents[1] / "tests" / "cases" / "speakers"
KINDS = (
    "name", "pronoun", "role", "surname", "first", "acronym", "plural", "possessive", "self",
    "unnamed",
)  # fmt: skip
PARTS = ("entities", "lemmas", "parts")
HOLDING = 3


@dataclass(frozen=True)
class Text:
    """One marked-up text: the document, its mentions and what they mean."""

    name: str
    document: Document
    marks: tuple[Mark, ...]

    @property
    def held(self) -> bool:
        """Whether the text was set aside before any rule was chosen."""
        return int(self.name.split("-")[0]) % HOLDING == 0

    @property
    def mentions(self) -> list[Mark]:
        """The mentions to resolve, in order."""
        return [mark for mark in self.marks if mark.label in KINDS]

    def full(self, number: int) -> list[Mark]:
        """Return the marks of the fullest names of a party; a few have two that will do."""
        return [m for m in self.marks if number and m.label == "full" and m.number == number]

    def holder(self, mention: Mark) -> Speaker | None:
        """Return the gold speaker of the quotation around a mention."""
        around = [m for m in self.marks if m.label == "said" and _within(mention, m)]
        if not around:
            return None
        gold = self.full(around[-1].number)[0]
        place = span(self.document, gold.start, gold.end)
        return Speaker(name=gold.words, kind=SpeakerKind(gold.value), span=place)

    def stands_for(self, number: int) -> list[str]:
        """Return the names of the body that somebody speaks for, or nothing."""
        for mark in self.marks:
            if mark.label == "for" and number and mark.number == number:
                if mark.value:
                    return [full.words for full in self.full(int(mark.value))]
                return [mark.words.removeprefix("the ")]
        return []


@dataclass(frozen=True)
class Outcome:
    """What came of one mention; `organisation` is None where nobody speaks for a body."""

    text: Text
    mention: Mark
    found: Speaker
    right: bool
    organisation: bool | None


def _within(inner: Mark, outer: Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def read(folder: Path = GOLD) -> list[Text]:
    """Return the marked-up texts of a folder, by name."""
    texts = []
    for path in sorted(folder.glob("*.txt")):
        plain, marks = marked(path.read_text(encoding="utf-8"))
        texts.append(Text(path.stem, Document.from_text(plain), tuple(marks)))
    return texts


def stripped(doc: Doc, without: Sequence[str]) -> Doc:
    """Return the parse without what some components add."""
    if "entities" in without:
        doc.ents = ()
    for token in doc:
        if "lemmas" in without:
            token.lemma_ = ""
        if "parts" in without:
            token.pos_ = ""
    return doc


def is_right(text: Text, mention: Mark, found: Speaker) -> bool:
    """Whether a mention was given the name, the kind of name and the places that the gold has."""
    here = found.span
    if here is None or (here.start, here.end) != (mention.start, mention.end):
        return False
    gold = [full for full in text.full(mention.number) if full.words == found.name]
    if not text.full(mention.number):
        return found.kind is SpeakerKind.UNNAMED and found.full_span is None
    unnamed = found.kind is SpeakerKind.UNNAMED
    if not gold or unnamed != (gold[0].value == "unnamed"):
        return False
    if found.full_span is None:
        return gold[0].words in mention.words
    return found.full_span.exact == gold[0].words


def spoken_at(
    speakers: Speakers, tokens: tuple[int, int], quoting: Speaker | None = None
) -> Speaker:
    """Return the speaker whom a range of tokens, which is not empty, names.

    `quoting` is the speaker of the quotation that the words stand in, if any.
    """
    return speakers.speaker(head_of(speakers.reading.doc, tokens), tokens, quoting)


def outcomes(text: Text, doc: Doc) -> Iterator[Outcome]:
    """Yield what comes of each mention of a text."""
    speakers = Speakers(Reading(text.document, doc))
    for mention in text.mentions:
        tokens = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        found = spoken_at(speakers, (tokens.start, tokens.end), text.holder(mention))
        names = text.stands_for(mention.number)
        stands = getattr(found, "organisation", None)
        right = (stands.exact if stands else None) in (names or [None])
        asked = names and mention.label != "self"
        yield Outcome(
            text, mention, found, is_right(text, mention, found), right if asked else None
        )


def share(rows: Sequence[bool]) -> str:
    return f"{sum(rows) / len(rows):.2f} ({len(rows):3})" if rows else "   -"


def show(found: Sequence[Outcome]) -> None:
    print(f"{'':12} {'all':>12} {'open':>12} {'held':>12}")
    for kind in (*KINDS, "all", "organisation"):
        rows = [o for o in found if kind in (o.mention.label, "all", "organisation")]
        if kind == "organisation":
            rows = [o for o in rows if o.organisation is not None]
        right = [(o.right if kind != "organisation" else o.organisation, o.text.held) for o in rows]
        parts = ([r for r, _ in right], [r for r, h in right if not h], [r for r, h in right if h])
        print(f"{kind:12} " + " ".join(f"{share([bool(r) for r in p]):>12}" for p in parts))


def show_errors(found: Sequence[Outcome]) -> None:
    """Print what went wrong in the open texts only."""
    for o in found:
        if o.text.held or (o.right and o.organisation is not False):
            continue
        gold = [full.words for full in o.text.full(o.mention.number)] or ["unnamed"]
        full = o.found.full_span
        where = f" at {full.start} {full.exact!r}" if full else ""
        stands = getattr(o.found, "organisation", None)
        print(
            f"{o.text.name} {o.mention.start} {o.mention.label} {o.mention.words!r}: "
            f"{gold[0]!r}, not {o.found.name!r} ({o.found.kind}){where}"
            f"{'' if o.organisation is not False else f' for {stands}'}"
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--gold", type=Path, default=GOLD, help="folder of marked-up texts")
    options.add_argument("--without", nargs="*", default=[], choices=PARTS, metavar="PART")
    options.add_argument("--errors", action="store_true", help="list what is wrong in open texts")
    chosen = options.parse_args()
    ENGLISH.load()
    found: list[Outcome] = []
    words, taken = 0, 0.0
    for text in read(chosen.gold):
        doc = stripped(parse(text.document), chosen.without)
        begun = time.perf_counter()
        found += outcomes(text, doc)
        taken += time.perf_counter() - begun
        words += sum(not token.is_punct for token in doc)
    show(found)
    print(f"{len({o.text.name for o in found})} texts, {words / taken:,.0f} words/s")
    if chosen.errors:
        show_errors(found)


if __name__ == "__main__":
    main()
