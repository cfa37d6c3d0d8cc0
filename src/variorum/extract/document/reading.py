"""A document laid open: its parse, its quotations, and which token stands in which."""

import bisect
import re
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from variorum.extract.document.quotations import Quotation, quotations
from variorum.language.words.page_lines import page_blocks
from variorum.model import Document

LONGEST_DATELINE = 90
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/-]*[ ,]+){1,8}?\d{0,2},? ?\([A-Z][\w ./]+\) ?[-–—]+ "
    r"|(?:[A-Z]{3,}[ ,]+){1,4}(?:[A-Z][\w.]*,? ){0,3}(?:\d{1,2} )?[-–—]+ (?:[A-Z]\w+ [-–—]+ )?"
    r"|(?:[A-Z][\w'’-]+[ ,]+){1,3}(?:[A-Z][a-z]+\.? \d{1,2},? )?[A-Z]{3,}\.? ?[-–—]+ "
    r"|(?:[A-Z]{3,}[ ,]+){1,4}\([A-Z][\w ./]+\) (?=[A-Z\"“])"
    r"|(?:UPDATE|CORRECTION|NOTE)(?: ?\d+)?: "
)


@dataclass(frozen=True)
class Reading:
    """What every part of the stage looks things up in; `doc` is the parse of `document`."""

    document: Document
    doc: Doc

    @cached_property
    def quotes(self) -> list[Quotation]:
        """The outermost quotations, in order."""
        return quotations(self.document.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, in order."""
        return list(self.doc.sents)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in page_blocks(self.document.text, self.document.title)]

    @cached_property
    def _quote_of(self) -> list[int]:
        """For each token the index of the quotation it stands in, marks included, or -1."""
        found, i = [], 0
        for offset in self._offsets:
            while i < len(self.quotes) and self.quotes[i].end <= offset:
                i += 1
            inside = i < len(self.quotes) and self.quotes[i].start <= offset
            found.append(i if inside else -1)
        return found

    @cached_property
    def quote_tokens(self) -> list[tuple[int, int]]:
        """For each quotation the range of its tokens, marks included."""
        found = [(len(self.doc), 0)] * len(self.quotes)
        for i, quote in enumerate(self._quote_of):
            if quote >= 0:
                found[quote] = (min(found[quote][0], i), i + 1)
        return found

    def told_from(self, offset: int) -> int:
        """Return where the text of the paragraph at `offset` begins, after a dateline if any."""
        index = self.paragraph_at(offset)
        if index not in self._told_from:
            start, end = self.paragraph_range(index)
            match = _DATELINE.match(self.document.text, start, min(end, start + LONGEST_DATELINE))
            self._told_from[index] = match.end() if match else start
        return self._told_from[index]

    @cached_property
    def _told_from(self) -> dict[int, int]:
        return {}

    @cached_property
    def _offsets(self) -> list[int]:
        return [int(offset) for offset in self.doc.to_array("IDX")]

    def tokens_in(self, start: int, end: int) -> Span:
        """Return the tokens that begin in a character range."""
        low = bisect.bisect_left(self._offsets, start)
        return self.doc[low : bisect.bisect_left(self._offsets, end, low)]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def quotes_in(self, start: int, end: int) -> range:
        """Return the indices of the quotations that overlap a character range."""
        low = bisect.bisect_right(self._quote_starts, start)
        low -= bool(low and self.quotes[low - 1].end > start)
        return range(low, bisect.bisect_left(self._quote_starts, end, low))

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs there are."""
        return len(self._paragraph_starts)

    def chars(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """Return the character range of a token range that is not empty."""
        last = self.doc[tokens[1] - 1]
        return self.doc[tokens[0]].idx, last.idx + len(last)

    def quote_at(self, token: Token) -> int:
        """Return the index of the quotation that `token` stands in, or -1."""
        return self._quote_of[token.i]

    def sentence_at(self, token: int) -> int:
        """Return the index of the sentence that holds the token with index `token`."""
        return bisect.bisect_right(self._sentence_starts, token) - 1

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds the character `offset`."""
        return bisect.bisect_right(self._paragraph_starts, offset) - 1

    def paragraph_range(self, index: int) -> tuple[int, int]:
        """Return the offsets of paragraph `index`."""
        starts = self._paragraph_starts
        last = index + 1 >= len(starts)
        return starts[index], len(self.document.text) if last else starts[index + 1]
