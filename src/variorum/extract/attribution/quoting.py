"""Which quotation goes with which cue."""

from spacy.tokens import Token

from variorum.extract.attribution.contents import clause_start
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.language import relations
from variorum.language.alignment import sentence_of

SHORTEST_ALONE = 4
LONGEST_INTERRUPTION = 12
LONGEST_TAG = 80


def with_quotations(
    reading: Reading, cue: Token, ranges: list[Range]
) -> tuple[list[Range], list[int]]:
    """Return content as characters, widened to the quotations that it begins or ends in.

    The second value holds the indices of the quotations that are content as a whole.
    """
    inside = reading.quote_at(cue)
    chars: list[Range] = []
    whole: list[int] = []
    for tokens in ranges:
        start, end = _trimmed(reading, tokens)
        if start >= end:
            continue
        first = reading.quote_at(reading.doc[start])
        last = reading.quote_at(reading.doc[end - 1])
        begin, stop = reading.chars((start, end))
        if first >= 0 and first != inside:
            begin = reading.quotes[first].start
            whole.append(first)
            if last == first:
                stop = reading.quotes[first].end
        if last >= 0 and last not in {inside, first}:
            stop = reading.quotes[last].end
        chars.append((begin, stop))
    return _clipped(reading, inside, chars), whole


def _trimmed(reading: Reading, tokens: Range) -> Range:
    """Return the token range without punctuation and space at its ends."""
    start, end = tokens
    doc = reading.doc
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ in relations.CC
    ):
        end -= 1
    return start, end


def _clipped(reading: Reading, inside: int, chars: list[Range]) -> list[Range]:
    """Return the ranges cut to the quotation the cue stands in, if it stands in one."""
    if inside < 0:
        return chars
    low, high = reading.quotes[inside].inner
    cut = [(max(low, start), min(high, end)) for start, end in chars]
    return [(start, end) for start, end in cut if start < end]


def quotation_beside(reading: Reading, cue: Token) -> int:
    """Return the index of the quotation next to "he said", or -1."""
    inside = reading.quote_at(cue)
    paragraph = reading.paragraph_at(cue.idx)
    for found in (_before(reading, cue), _after(reading, cue)):
        if found not in {-1, inside}:
            start, end = reading.quotes[found].start, reading.quotes[found].end
            if paragraph in {reading.paragraph_at(start), reading.paragraph_at(end - 1)}:
                return found
    return -1


def _before(reading: Reading, cue: Token) -> int:
    """Return the quotation that ends right before the words of the cue's clause."""
    i = clause_start(cue) - 1
    while i >= 0 and reading.quote_at(reading.doc[i]) < 0:
        if not (reading.doc[i].is_punct or reading.doc[i].is_space):
            return -1
        i -= 1
    return reading.quote_at(reading.doc[i]) if i >= 0 else -1


def _after(reading: Reading, cue: Token) -> int:
    """Return the quotation that begins after the cue, with only the cue's own words between."""
    doc = reading.doc
    i = cue.i + 1
    reach = max(sentence_of(cue).end, i + 1)
    while i < min(reach + 2, len(doc)):
        found = reading.quote_at(doc[i])
        if found >= 0:
            start, end = reading.quote_tokens[found]
            long = end - start > SHORTEST_ALONE + 4
            introduced = doc[i - 1].text in {",", ":"} or doc[i - 1].pos_ == "VERB" or long
            return found if start == i and introduced else -1
        if doc[i].pos_ in {"VERB", "AUX"} and doc[i].dep_ not in relations.ACL:
            return -1
        i += 1
    return -1


def continue_quotations(reading: Reading, found: list[Attribution]) -> None:
    """Give each quotation without a cue of its own to the attribution it carries on.

    `found` is in order of place; its attributions are extended where they stand.
    """
    owner: dict[int, Attribution] = {}
    for attribution in found:
        for quote in attribution.quotes:
            owner.setdefault(quote, attribution)
    covered = _covered(reading, found)
    for i, quotation in enumerate(reading.quotes):
        if i in owner or covered[i]:
            continue
        previous = owner.get(i - 1)
        if previous is None:
            continue
        if quotation.joins or _goes_on(reading, i, previous) or _resumes(reading, i, previous):
            previous.content.append((quotation.start, quotation.end))
            previous.quotes.append(i)
            owner[i] = previous


def _covered(reading: Reading, found: list[Attribution]) -> list[bool]:
    """For each quotation, whether some content already holds its first words."""
    outer = (a for a in found if reading.quote_at(a.head) < 0)
    edges = sorted(r for a in outer for r in a.content)
    covered, i, reach = [], 0, -1
    for quote in reading.quotes:
        while i < len(edges) and edges[i][0] <= quote.inner[0]:
            reach = max(reach, edges[i][1])
            i += 1
        covered.append(reach > quote.inner[0])
    return covered


def _resumes(reading: Reading, i: int, previous: Attribution) -> bool:
    """Whether quotation `i` goes on after the cue that broke it off: "A," he said, "b."."""
    start, cue = reading.quote_tokens[i][0], previous.cue[1]
    between = reading.doc[cue:start]
    if not 0 < len(between) <= LONGEST_INTERRUPTION or reading.quote_at(previous.head) >= 0:
        return False
    if any(t.pos_ in {"VERB", "AUX"} or t.text in {".", "!", "?"} for t in between):
        return False
    return between[-1].text == ","


def _goes_on(reading: Reading, i: int, previous: Attribution) -> bool:
    """Whether quotation `i` plainly carries on the one before it."""
    quote, before = reading.quotes[i], reading.quotes[i - 1]
    start, end = reading.quote_tokens[i]
    if start >= end:
        return False
    here, there = reading.paragraph_at(quote.start), reading.paragraph_at(before.end - 1)
    if not _opens_sentence(reading, start):
        return False
    if here == there:
        return end - start >= SHORTEST_ALONE
    text = reading.document.text
    begins = not text[reading.paragraph_range(here)[0] : quote.start].strip()
    rest = text[before.end : reading.paragraph_range(there)[1]].strip(" \t\n.,")
    said = before.end <= previous.head.idx and len(rest) <= LONGEST_TAG and ". " not in rest
    finished = not rest or said
    return here == there + 1 and begins and finished


def _opens_sentence(reading: Reading, start: int) -> bool:
    doc = reading.doc
    i = start - 1
    while i >= 0 and (doc[i].is_space or doc[i].text in {"”", '"', "''", "(", "’"}):
        i -= 1
    return (
        i < 0 or doc[i].text in {".", "!", "?", "…", ":", "..."} or doc[start].is_sent_start is True
    )
