"""The parse of Russian by the models for news of the Natasha project (Kukushkin 2020).

The package natasha brings the models, slovnet runs them; both are an extra. Words are parsed within
the sentences of the text as its language file tells them.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum import lazy
from variorum.language.alignment import pieces
from variorum.language.parsers.pipelines import LONGEST_SENTENCE
from variorum.language.words.tokens import cut

Offsets = tuple[int, int]
VECTORS = "navec_news_v1_1B_250K_300d_100q.tar"
MODELS = {"Morph": "slovnet_morph_news_v1.tar", "Syntax": "slovnet_syntax_news_v1.tar"}


@dataclass(frozen=True)
class Slovnet:
    """The parser of slovnet, with the models that the package natasha brings."""

    language: str

    def is_installed(self) -> bool:
        """Return whether both packages are installed."""
        return all(find_spec(name) for name in ("natasha", "slovnet"))

    def version(self) -> str:
        """Return the name and the version of the models."""
        return f"natasha {version('natasha')}"

    def parse(self, text: str, title: str | None = None) -> Doc:  # noqa: ARG002
        """Return the parse of a text; its token offsets are offsets into the text."""
        morphology, syntax, vocabulary = _models()
        razdel = lazy.extra("razdel", "tokenize", "ru")
        sentences: list[list[Offsets]] = []
        read = cut(text, self.language)
        for first, end in read.sentences:
            low, high = read.words[first].start, read.words[end - 1].end
            own = [(low + t.start, low + t.stop) for t in razdel(text[low:high])]
            bounds = range(0, len(own), LONGEST_SENTENCE)
            sentences += [own[at : at + LONGEST_SENTENCE] for at in bounds]
        words = [[text[start:end] for start, end in sentence] for sentence in sentences]
        parts = (word.pos for sentence in morphology.map(words) for word in sentence.tokens)
        hung = (_tree(sentence.tokens) for sentence in syntax.map(words))
        known = (link for tree in hung for link in tree)
        spans = [span for sentence in sentences for span in sentence]
        return _doc(vocabulary, text, spans, list(parts), list(known))


@functools.cache
def _models() -> tuple[Any, Any, Vocab]:
    """Return the models of parts of speech and of syntax, and the words that their Docs share."""
    # Importing natasha would load a dictionary that nothing here needs, so its files are found.
    spec = find_spec("natasha")
    data = Path((spec.submodule_search_locations or [""])[0] if spec else "") / "data"
    vectors = lazy.extra("navec", "Navec", "ru").load(data / "emb" / VECTORS)
    morphology, syntax = (
        lazy.extra("slovnet", kind, "ru").load(str(data / "model" / name)).navec(vectors)
        for kind, name in MODELS.items()
    )
    return morphology, syntax, Vocab()


def _tree(tokens: Sequence[Any]) -> list[tuple[int, str]]:
    """Return how far each word of a sentence is from its head, and their relation.

    The model chooses each head by itself. A word without a way up to the first root is hung on it.
    """
    said = [int(token.head_id) - 1 for token in tokens]
    root = next((i for i, head in enumerate(said) if head not in range(len(said))), 0)
    heads = [head if head in range(len(said)) else root for head in said]
    heads[root] = root
    for i in range(len(heads)):
        seen, at = {root}, i
        while at not in seen:
            seen.add(at)
            at = heads[at]
        if at != root:
            heads[i] = root
    return [
        (head - i, "ROOT" if i == root else token.rel)
        for i, (head, token) in enumerate(zip(heads, tokens, strict=True))
    ]


def _doc(
    vocabulary: Vocab,
    text: str,
    spans: Sequence[Offsets],
    parts: Sequence[str],
    links: Sequence[tuple[int, str]],
) -> Doc:
    """Return a Doc of the words and of what stands between them, which hangs on the word before.

    A single space belongs to the word before it, as spaCy has it.
    """
    words: list[str] = []
    spaces: list[bool] = []
    numbers: list[int | None] = []
    for written, number in pieces(text, spans):
        if written == " " and words and not spaces[-1]:
            spaces[-1] = True
            continue
        words.append(written)
        spaces.append(False)
        numbers.append(number)
    at = [i for i, number in enumerate(numbers) if number is not None]
    heads = [max(0, i - 1) if n is None else at[n + links[n][0]] for i, n in enumerate(numbers)]
    relations = ["dep" if n is None else links[n][1] for n in numbers]
    tags = ["SPACE" if n is None else parts[n] for n in numbers]
    return Doc(vocabulary, words=words, spaces=spaces, pos=tags, heads=heads, deps=relations)
