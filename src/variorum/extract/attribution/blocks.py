"""Block quotations: paragraphs that a sentence ending in a colon introduces, without marks."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from variorum.extract.attribution.cues import cue_range
from variorum.extract.attribution.sources import noun_range, source_of
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.language import relations
from variorum.language.english_words import CueWord, cue_words
from variorum.model import Certainty, Stance

MAIN = relations.ROOT | relations.ACL | relations.CONJ
LONGEST_BLOCK = 12
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Mm]y)\b|(?<![’'\w])I(?=\s)")
_QUOTE_MARKS = "“\"«‘'„"
_HEADING = re.compile(r"^(?:UPDATE\b|[A-Z][A-Z0-9 ]{3,40}:?$|[*\-_#=]{3,})")
_ITEM = re.compile(r"^(?:[-*•–>]|\(?\d{1,2}[.)])\s")
FALLBACK = CueWord("say", "VERB", frozenset({"clause"}), Stance.ASSERTS, Certainty.CERTAIN)


def add_blocks(reading: Reading, found: list[Attribution]) -> None:
    """Add the block quotations of a document to the attributions found so far."""
    last = reading.paragraph_count
    index = 0
    while index + 1 < last:
        start, end = _inner(reading, index)
        index += 1
        ended = reading.document.text[start:end].endswith(":")
        head = _introduction(reading, end - 1) if ended else None
        if head is None:
            continue
        quote, stop = _quoted_block(reading, index, found), _last_paragraph(reading, index)
        if quote is not None:
            place = reading.quotes[quote].start, reading.quotes[quote].end
            _attach(found, head, [place], [quote])
        elif stop > index:
            blocks = [_inner(reading, i) for i in range(index, stop)]
            _attach(found, head, [b for b in blocks if b[0] < b[1]])
            index = stop


def _quoted_block(reading: Reading, index: int, found: list[Attribution]) -> int | None:
    """Return the quotation that opens a paragraph, where no cue has it."""
    start, end = reading.paragraph_range(index)
    opens = (
        i
        for i, quote in enumerate(reading.quotes)
        if start <= quote.start < end and not reading.document.text[start : quote.start].strip()
    )
    quote = next(opens, None)
    if quote is None:
        return None
    place = reading.quotes[quote].inner[0]
    told = any(low <= place < high for one in found for low, high in one.content)
    return None if told else quote


def _inner(reading: Reading, index: int) -> Range:
    start, end = reading.paragraph_range(index)
    return start, start + len(reading.document.text[start:end].rstrip())


def _last_paragraph(reading: Reading, first: int) -> int:
    """Return the index after the block's last paragraph; `first` itself where there is no block.

    A block runs on through list items, and through paragraphs in the first person with at most one
    other between them: that is where the voice of a statement shows.
    """
    opening = _words(reading, first)
    if not opening or opening[0] in _QUOTE_MARKS or _HEADING.match(opening):
        return first
    stop = first + 1
    items = bool(_ITEM.match(opening))
    for index in range(first + 1, min(first + LONGEST_BLOCK, reading.paragraph_count)):
        words = _words(reading, index)
        if _HEADING.match(words) or words[:1] in _QUOTE_MARKS:
            break
        if (items and _ITEM.match(words)) or (not items and _FIRST_PERSON.search(words)):
            stop = index + 1
        elif items or index > stop:
            break
    return stop


def _words(reading: Reading, index: int) -> str:
    start, end = reading.paragraph_range(index)
    return reading.document.text[start:end].strip()


def _introduction(reading: Reading, colon: int) -> Token | None:
    """Return the cue of the sentence that ends in the colon at a character offset."""
    tokens = reading.tokens_in(colon, colon + 1)
    if not len(tokens):
        return None
    words = cue_words()
    sentence = reading.sentences[reading.sentence_at(tokens[0].i)]
    cues = [
        t
        for t in sentence
        if t.pos_ == "VERB"
        and (t.lemma_.lower(), "VERB") in words
        and t.dep_ not in relations.RELCL
        and words[t.lemma_.lower(), "VERB"].frames & {"clause", "quote"}
    ]
    nouns = [t for t in sentence if (t.lemma_.lower(), "NOUN") in words]
    root = sentence.root if sentence.root.pos_ == "VERB" else None
    main = [t for t in cues if t.dep_ in MAIN]
    if main or cues:
        return main[-1] if main else cues[0]
    return root or (nouns[-1] if nouns else None)


def _attach(
    found: list[Attribution], head: Token, content: list[Range], quotes: Sequence[int] = ()
) -> None:
    """Add the attribution of a block to `found`."""
    if not content:
        return
    word = cue_words().get((head.lemma_.lower(), "VERB"), FALLBACK)
    cue, source, block = cue_range(head), source_of(head), not quotes
    place = noun_range(source, head) if source is not None else None
    found.append(
        Attribution(head, word, "clause", cue, source, place, content, [*quotes], block=block)
    )
