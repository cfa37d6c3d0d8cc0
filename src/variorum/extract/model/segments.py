"""Windows: a document cut into stretches of paragraphs that fit the encoder, as arrays of numbers.

The encoder reads word pieces in lower case, so what it cannot see is given beside each piece as one
number: the shape of its word (capitals, digits, marks) and whether the word stands in a quotation.
"""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from variorum.extract.document.reading import Reading

Ints = NDArray[np.int64]

LONGEST = 254
VOCABULARY = Path(__file__).parents[1] / "models" / "vocabulary.txt"
MOST_PIECES = 8
FAR = 24
START, BREAK, UNKNOWN = 101, 102, 100
SHAPES = ("lower", "title", "upper", "letter", "mixed", "digit", "opens", "closes", "mark")
STATES = 3
FEATURES = len(SHAPES) * STATES + 1
_OPENERS = frozenset({"“", "``", "„", "«", "‘"})
_CLOSERS = frozenset({"”", "''", "»", "’"})
_ENDS = frozenset(".!?")
_CLOSING = frozenset("”’\"'»)")


@dataclass(frozen=True)
class Window:
    """Some paragraphs of a document.

    `tokens`, `firsts` and `paragraphs` have one number for each word: its index among the tokens of
    the parse, the index of its first piece, and the paragraph it stands in. `pieces` and `features`
    have one number for each piece.
    """

    tokens: Ints
    firsts: Ints
    paragraphs: Ints
    quotes: Ints
    pieces: Ints
    features: Ints


@dataclass(frozen=True)
class _Words:
    """The words of a whole document: token, paragraph, quotation, feature and pieces of each."""

    tokens: list[int]
    paragraphs: list[int]
    quotes: list[int]
    features: list[int]
    pieces: list[list[int]]
    ends: list[bool]


def windows(reading: Reading, longest: int = LONGEST, first: int | None = None) -> list[Window]:
    """Return the windows of a document in order; each word of the document is in exactly one.

    `longest` is the most pieces that a window holds; `first` that of the first, where it differs.
    """
    words = _words(reading)
    made = []
    budget = first or longest
    stretches: list[tuple[int, int]] = []
    used = 1
    for low, high in _stretches(words, longest):
        size = sum(len(words.pieces[i]) for i in range(low, high)) + 1
        if stretches and used + size > budget:
            made.append(_window(words, stretches))
            stretches, used, budget = [], 1, longest
        stretches.append((low, high))
        used += size
    if stretches:
        made.append(_window(words, stretches))
    return made


def distances(words: Ints, first: int, last: int) -> Ints:
    """Return how far each word stands from a cue of words `first` to `last`, as a bucket above 0.

    Words before and after are told apart; those further off than `FAR` share a bucket.
    """
    away = np.minimum(words - first, 0) + np.maximum(words - last, 0)
    return np.asarray(np.clip(away, -FAR, FAR) + FAR + 1, dtype=np.int64)


def ties(quotes: Ints, own: int) -> Ints:
    """Return how words stand towards quotations: in none, in that of the cue, or in another.

    `quotes` has the index of the quotation of each word, -1 for none, and `own` is that of the cue.
    """
    stands = np.where(quotes < 0, 0, np.where(quotes == own, 1, 2))
    return np.asarray(stands + (3 if own >= 0 else 0), dtype=np.int64)


def _words(reading: Reading) -> _Words:
    words = _Words([], [], [], [], [], [])
    known = _pieces()
    for token in reading.doc:
        if token.is_space:
            continue
        words.tokens.append(token.i)
        words.paragraphs.append(reading.paragraph_at(token.idx))
        quote = reading.quote_at(token)
        words.quotes.append(quote)
        words.features.append(_feature(reading, token, quote))
        words.pieces.append(known(token.text))
        ends = token.text in _ENDS
        if not ends and token.text in _CLOSING and len(words.ends) and words.ends[-1]:
            words.ends[-1], ends = False, True
        words.ends.append(ends)
    return words


def _feature(reading: Reading, token: Token, quote: int) -> int:
    """Return the number of a word's shape and of its place towards the quotations."""
    state = 0
    if quote >= 0:
        within = reading.quotes[quote]
        state = 2 if within.joins or not within.closed else 1
    return 1 + SHAPES.index(_shape(token.text)) * STATES + state


def _shape(text: str) -> str:
    if text in _OPENERS or text in _CLOSERS:
        return "opens" if text in _OPENERS else "closes"
    if not any(c.isalnum() for c in text):
        return "mark"
    if any(c.isdigit() for c in text):
        return "digit"
    return _case(text)


def _case(text: str) -> str:
    if text.isupper():
        return "upper" if len(text) > 1 else "letter"
    if text[:1].isupper() and text[1:] == text[1:].lower():
        return "title"
    return "lower" if text == text.lower() else "mixed"


class _Pieces:
    """Word to pieces, remembering what it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._seen: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        found = self._seen.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
            found = self._seen[word] = ids or [UNKNOWN]
        return found


@functools.lru_cache(maxsize=1)
def _pieces() -> _Pieces:
    tokenizer = Tokenizer(WordPiece.from_file(str(VOCABULARY), unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return _Pieces(tokenizer)


def _stretches(words: _Words, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs as ranges of words, overlong ones cut at sentence ends if there are."""
    start = 0
    for end in _paragraph_ends(words.paragraphs):
        while start < end:
            stop = _fitting(words, start, end, longest - 2)
            yield start, stop
            start = stop


def _paragraph_ends(paragraphs: list[int]) -> Iterator[int]:
    for i, paragraph in enumerate(paragraphs):
        if i + 1 == len(paragraphs) or paragraphs[i + 1] != paragraph:
            yield i + 1


def _fitting(words: _Words, start: int, end: int, room: int) -> int:
    """Return where a stretch that begins at `start` ends: at `end`, or where the room runs out."""
    used, last_sentence = 0, 0
    for i in range(start, end):
        used += len(words.pieces[i])
        if used > room:
            return last_sentence or i
        if words.ends[i]:
            last_sentence = i + 1
    return end


def _window(words: _Words, stretches: Iterable[tuple[int, int]]) -> Window:
    pieces, features, firsts, indices = [START], [0], [], []
    for low, high in stretches:
        for i in range(low, high):
            indices.append(i)
            firsts.append(len(pieces))
            pieces += words.pieces[i]
            features += [words.features[i]] * len(words.pieces[i])
        pieces.append(BREAK)
        features.append(0)
    return Window(
        tokens=np.array([words.tokens[i] for i in indices], dtype=np.int64),
        firsts=np.array(firsts, dtype=np.int64),
        paragraphs=np.array([words.paragraphs[i] for i in indices], dtype=np.int64),
        quotes=np.array([words.quotes[i] for i in indices], dtype=np.int64),
        pieces=np.array(pieces, dtype=np.int64),
        features=np.array(features, dtype=np.int64),
    )
