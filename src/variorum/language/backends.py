"""How is a language read? The one table of languages, and what each must offer.

A backend turns a document into a Doc and names the readers that understand it. Each stage (claims,
dates, measures, places, actors, ...) has a table of its readers by these names, a `Readers`, and
takes the first one it has. A stage that has none offers nothing for the language.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum.language.alignment import pieces
from variorum.language.files import LANGUAGES
from variorum.language.parsers.pipelines import ENGLISH, FRENCH, SPANISH, Pipeline
from variorum.language.parsers.slovnet_parser import Slovnet
from variorum.language.words.tokens import cut
from variorum.model import Document

R = TypeVar("R")


class Backend(Protocol):
    """What a language must offer to be read."""

    @property
    def readers(self) -> tuple[str, ...]:
        """The names of the readers that read it, best first."""

    def parse(self, document: Document, model: str | None = None) -> Doc:
        """Return the document as a Doc with sentences; its offsets are those of the text.

        Args:
            document: the document.
            model: the English pipeline that the settings name, if any.
        """

    def words(self, document: Document, model: str | None = None) -> Doc | None:
        """Return the tokens of `parse` alone; None where no model asks for them."""

    def models(self, model: str | None = None) -> list[str]:
        """Return the names and versions of the models that `parse` uses."""


@dataclass(frozen=True)
class Parsed:
    """A language that is read from its parse, which must be there."""

    pipeline: Pipeline
    readers: tuple[str, ...]

    def parse(self, document: Document, model: str | None = None) -> Doc:
        """Return the parse; raise ModelMissing when no pipeline is installed."""
        return self.pipeline.parse(document.text, model, document.title)

    def words(self, document: Document, model: str | None = None) -> Doc | None:
        """Return the tokens of the parse; raise ModelMissing when no pipeline is installed."""
        return self.pipeline.words(document.text, model, document.title)

    def models(self, model: str | None = None) -> list[str]:
        """Return the pipeline's name and version; raise ModelMissing when none is installed."""
        return [self.pipeline.version(model)]


@dataclass(frozen=True)
class Lexical:
    """A language that is read by its data file, with the help of a parse where there is one."""

    pipeline: Pipeline | Slovnet | None = None
    readers: tuple[str, ...] = ("lexicon",)

    def parse(self, document: Document, model: str | None = None) -> Doc:  # noqa: ARG002
        """Return the parse where its pipeline is installed, else the words and sentences."""
        if self.pipeline is not None and self.pipeline.is_installed():
            return self.pipeline.parse(document.text, title=document.title)
        return _unparsed(document)

    def words(self, document: Document, model: str | None = None) -> Doc | None:  # noqa: ARG002
        """Return None: no model looks at the words of these languages."""
        return None

    def models(self, model: str | None = None) -> list[str]:  # noqa: ARG002
        """Return the name and version of the pipeline that helps, if it is installed."""
        helps = self.pipeline is not None and self.pipeline.is_installed()
        return [self.pipeline.version()] if self.pipeline is not None and helps else []


_vocabulary = functools.cache(Vocab)


def _unparsed(document: Document) -> Doc:
    """Return a Doc of the words of a text, with its sentences marked."""
    text = cut(document.text, document.language or "")
    starts = {first for first, _ in text.sentences}
    every = pieces(document.text, ((word.start, word.end) for word in text.words))
    words = [written for written, _ in every]
    begins: list[bool | int | None] = [number in starts for _, number in every]
    spaces = [False] * len(words)
    return Doc(_vocabulary(), words=words, spaces=spaces, sent_starts=begins or None)


BACKENDS: dict[str, Backend] = {
    **dict.fromkeys(sorted(LANGUAGES), Lexical()),
    "en": Parsed(ENGLISH, ("english",)),
    "es": Lexical(SPANISH),
    "fr": Lexical(FRENCH),
    "ru": Lexical(Slovnet("ru")),
}


def backend_of(language: str | None) -> Backend:
    """Return the backend of a language code; that of English for a language that has none."""
    return BACKENDS.get(language or "en", BACKENDS["en"])


def is_read(language: str | None) -> bool:
    """Return whether claims are read from documents in this language."""
    return language in BACKENDS


@dataclass(frozen=True)
class Readers(Generic[R]):
    """The readers of one stage by their names."""

    by_name: Mapping[str, R]

    def of(self, document: Document) -> R | None:
        """Return the reader for a document; None where the stage offers nothing for it."""
        return self.of_language(document.language)

    def of_language(self, language: str | None) -> R | None:
        """Return the reader for a language code; None where the stage offers nothing for it."""
        names = backend_of(language).readers
        return next((self.by_name[name] for name in names if name in self.by_name), None)
