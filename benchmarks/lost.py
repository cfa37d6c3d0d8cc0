"""Lists the sentences with a number and an attribution from which nothing is read, and no gap told.

    .venv/bin/python benchmarks/lost.py FOLDER-OR-FILE ...

A sentence counts where it holds a number, in digits or words, and a word that attributes: a verb of
saying, or "according to". It is lost where no claim has words in it and no gap names its document.
Exit status 1 where any is lost.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from variorum.extract.lexical.lexical_sources import Sources
from variorum.extract.lexical.source_words import lexicon_of
from variorum.language import cut, parsing
from variorum.language.backends import is_read
from variorum.language.english_words import cue_words
from variorum.model import Document
from variorum.read import find, read_with_gaps
from variorum.settings import Settings
from variorum.work import read_claims

DIGIT = re.compile(r"\d")


def attributed_numbers(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the places of the sentences that hold a number and a word that attributes."""
    if document.language == "en":
        for sentence in parsing.parse(document).sents:
            numbers = any(token.like_num for token in sentence)
            if numbers and any(
                (token.lemma_.lower(), token.pos_) in cue_words() for token in sentence
            ):
                yield sentence.start_char, sentence.end_char
        return
    text, words = cut(document.text, document.language or ""), lexicon_of(document.language or "")
    sources = Sources(text, words)
    phrases = (words.verbs, words.figures, words.before, words.after)
    for first, end in text.sentences:
        says = any(next(iter(found.find(text, first, end)), None) for found in phrases)
        if says and sources.holds_number(first, end):
            yield text.words[first].start, text.words[end - 1].end


def lost(document: Document, settings: Settings) -> Iterator[str]:
    """Yield the sentences of a document that give neither a claim nor a gap."""
    result = read_claims(document, None, settings)
    if result.gaps:
        return
    held = [(span.start, span.end) for claim in result.claims for span in claim.content]
    for start, end in attributed_numbers(document):
        if not any(low < end and start < high for low, high in held):
            yield document.text[start:end].strip()


def main() -> int:
    """Print what is lost, and how much."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    settings, count, read = Settings.from_environment(), 0, 0
    for path in find(parser.parse_args().paths):
        document, gaps = read_with_gaps(path, settings)
        if document is None or gaps or not is_read(document.language):
            continue
        read += 1
        for sentence in lost(document, settings):
            count += 1
            print(f"{path}: {sentence}")
    print(f"lost {count} in {read} documents")
    return int(count > 0)


if __name__ == "__main__":
    raise SystemExit(main())
