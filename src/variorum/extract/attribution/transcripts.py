"""Speakers shown by the layout: labels in a transcript, names under quotations, ends of headlines.

MAYOR LEE: The bridge was closed at nine.
“We are safe.” — Ann Lee
Raid kills ten: monitor
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from variorum.extract.document.outlets import is_outlet, is_page_word
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.language.english_words import CueWord, cue_words, is_amount, role_of
from variorum.language.features import is_finite, is_verb_form
from variorum.language.name_spans import is_acronym
from variorum.language.word_lists import words
from variorum.model import Certainty, Stance

SPOKEN = CueWord("say", "VERB", frozenset({"quote"}), Stance.ASSERTS, Certainty.CERTAIN)
MARKS = frozenset({"-", "–", "—"})
TELLERS = words("extract", "tellers")
FEWEST_TURNS = 2
LEAST_TOLD = 4
LONGEST_HEADLINE = 30
STOPS = frozenset(".!?")
LONGEST_LABEL = 6
_LABEL = re.compile(
    r"(?:^[ \t]*|(?<=[.?!] )(?=[QA]:))((?:[A-Z][A-Z.'’-]+|Q|A)(?:[ ,]+(?:[A-Z][A-Z.'’-]*|\d+)){0,5}"
    r"|(?:[A-Z][a-z.'’-]+ )?[A-Z][a-z.'’-]+ [A-Z][\w.'’-]+)(:)[ \t]+(?=\S)",
    re.MULTILINE,
)
_NO_SPEAKER = re.compile(
    r"^(?:UPDATE|NOTE|CORRECTION|PHOTO|WATCH|READ|VIDEO|MORE|BREAKING|RELATED)"
)
_ANYBODY = frozenset({"Q", "A", "QUESTION", "ANSWER", "REPORTER", "INTERVIEWER", "MODERATOR"})
_SIGNED = re.compile(
    r"[”\"»’]\s{0,3}(—|–|--)\s?((?:[A-Z][\w.'’-]*[ ]?){2,5})(?:,[^\n.]{2,60})?\s*$", re.MULTILINE
)


def laid_out(reading: Reading) -> list[Attribution]:
    """Return the attributions that the layout of a document shows, in order."""
    return [*_turns(reading), *_signatures(reading), *_headlines(reading)]


def with_layout(found: list[Attribution], shown: list[Attribution]) -> list[Attribution]:
    """Return the attributions with those shown by the layout, which take the place of the same."""
    own = {quote for attribution in shown for quote in attribution.quotes}
    cues = {attribution.cue for attribution in shown}
    others = (a for a in found if not own & {*a.quotes} and a.cue not in cues)
    return [*others, *shown] if shown else found


def _turns(reading: Reading) -> Iterator[Attribution]:
    """Yield what each label of a transcript introduces, up to the next label or paragraph."""
    text = reading.document.text
    labels = [m for m in _LABEL.finditer(text) if not _NO_SPEAKER.match(m.group(1))]
    if len({m.group(1) for m in labels}) < FEWEST_TURNS:
        return
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        _, end = reading.paragraph_range(reading.paragraph_at(label.start(2)))
        stop = min(end, following.start() if following is not None else end)
        if label.end() < stop:
            yield from _attributed(reading, label.span(1), label.span(2), (label.end(), stop))


def _signatures(reading: Reading) -> Iterator[Attribution]:
    """Yield each quotation that a dash and a name follow at the end of a line."""
    ends = {quote.end: quote for quote in reading.quotes}
    for signed in _SIGNED.finditer(reading.document.text):
        quote = ends.get(signed.start() + 1)
        if quote is not None:
            name = signed.start(2), signed.start(2) + len(signed.group(2).rstrip())
            yield from _attributed(reading, name, signed.span(1), (quote.start, quote.end))


def _headlines(reading: Reading) -> Iterator[Attribution]:
    """Yield what a headline tells on the word of whom it ends with."""
    for i in range(reading.paragraph_count):
        tokens = list(reading.tokens_in(*reading.paragraph_range(i)))
        while tokens and (is_page_word(tokens[-1]) or tokens[-1].is_space):
            tokens.pop()
        stopped = any(t.text in STOPS or t.text.endswith(".") for t in tokens)
        if LEAST_TOLD < len(tokens) <= LONGEST_HEADLINE and not stopped:
            yield from _ended(reading, tokens)


def _ended(reading: Reading, tokens: list[Token]) -> Iterator[Attribution]:
    """Yield the attribution of a headline's words to the source at its end, if there is one."""
    last, doc = tokens[-1], reading.doc
    marks = [
        t.i for t in tokens[-LONGEST_LABEL:-1] if t.text in MARKS and t.i and t.nbor(-1).whitespace_
    ]
    marks += [t.i for t in tokens[-LONGEST_LABEL:-1] if t.text == ":"]
    at = max(marks, default=last.i)
    told = [t for t in tokens if t.i < at]
    somebody = role_of(last) is not None or is_outlet(last) or is_acronym(last.text)
    teller = last.lower_ in TELLERS or (at < last.i and somebody)
    states = any(is_finite(t) or is_amount(t) for t in told) and len(told) >= LEAST_TOLD
    if not teller or not states or is_verb_form(last.nbor(-1)):
        return
    start = last.i if at == last.i else at + 1
    cue = (at, at + 1)
    content = [reading.chars((told[0].i, at))]
    yield Attribution(doc[at], SPOKEN, "clause", cue, last, (start, last.i + 1), content)


def _attributed(
    reading: Reading, name: Range, sign: Range, content: Range
) -> Iterator[Attribution]:
    """Yield the attribution of content to a name, with the sign between them as its cue."""
    named, cue = reading.tokens_in(*name), reading.tokens_in(*sign)
    if not len(named) or not len(cue) or len(named) > LONGEST_LABEL:
        return
    quotes = [
        i
        for i in reading.quotes_in(*content)
        if content == (reading.quotes[i].start, reading.quotes[i].end)
    ]
    nobody = named.text in _ANYBODY
    asks = reading.document.text[slice(*content)].rstrip().endswith("?")
    yield Attribution(
        cue[0],
        cue_words()["ask", "VERB"] if asks else SPOKEN,
        "quote",
        (cue.start, cue.end),
        None if nobody else named[-1],
        None if nobody else (named.start, named.end),
        [content],
        quotes,
        spoken=True,
    )
