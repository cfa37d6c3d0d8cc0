"""Attributions of a document: what the model finds, what the rules add, what the layout shows."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.extract.attribution.blocks import add_blocks
from variorum.extract.attribution.contents import sets_against
from variorum.extract.attribution.figures import figure_word, with_ellipses
from variorum.extract.attribution.learned import learned
from variorum.extract.attribution.nesting import holders_of, passing_on
from variorum.extract.attribution.quoting import continue_quotations
from variorum.extract.attribution.rule_attributions import by_rules
from variorum.extract.attribution.short_answers import with_questions
from variorum.extract.attribution.sources import AS_SAYING, CITING, noun_range, source_of
from variorum.extract.attribution.transcripts import laid_out, with_layout
from variorum.extract.document.claimants import may_claim
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.extract.model.tagger import Tagged
from variorum.language import relations
from variorum.language.english_words import is_moment
from variorum.language.features import is_present_participle
from variorum.language.word_lists import words
from variorum.text import merge

_CLAUSE = relations.XCOMP | relations.CCOMP
ADDING = words("extract", "adding")
NAMING = words("extract", "identifying")
STOPS = frozenset({".", "!", "?"})


def attributions(reading: Reading, tagged: Tagged | None = None) -> list[Attribution]:
    """Return the attributions of a document in order of their cues.

    Without what the model sees in it, the rules find them all.
    """
    outer = learned(reading, tagged.relations) if tagged is not None else []
    found = with_ellipses(reading, with_rules(reading, outer))
    found = [_of_one_sentence(reading, a) for a in _without_citing(reading, found) if _tells(a)]
    found = [a for a in found if not _is_open(reading, a)]
    add_blocks(reading, found)
    found = with_layout(found, laid_out(reading))
    found = with_questions(reading, sorted(found, key=lambda a: a.cue))
    continue_quotations(reading, found)
    return passing_on(reading, _of_inner(reading, found))


def _of_inner(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, each inner one with its own subject where it was given the outer's.

    "The Times reports that Silo defected and disclosed that ..." tells what Silo disclosed. A
    speaker who goes on by "adding that" ends there what came before.
    """
    made: list[Attribution] = []
    ends: dict[int, int] = {}
    for inner, i in zip(found, holders_of(reading, found), strict=True):
        outer = found[i].source if i >= 0 else None
        if outer is not None and _adds(inner, outer):
            ends[i] = min(inner.head.idx, ends.get(i, inner.head.idx))
            made.append(replace(inner, source=outer, source_range=found[i].source_range))
            continue
        own = source_of(inner.head) if outer is not None and inner.source == outer else None
        shared = own is None or own == outer or not may_claim(own, inner.head, inner.frame)
        place = noun_range(own, inner.head) if own is not None else None
        made.append(inner if shared else replace(inner, source=own, source_range=place))
    for i, end in ends.items():
        kept = [(a, min(b, end)) for a, b in made[i].content if a < end]
        made[i] = replace(made[i], content=kept) if kept else made[i]
    return made


def _adds(inner: Attribution, outer: Token) -> bool:
    """Whether a cue is "adding", with no subject but that of the verb before it."""
    going_on = is_present_participle(inner.head) and inner.head.lemma_ in ADDING
    hung = inner.source is None or inner.source.dep_ not in relations.SUBJECTS
    return going_on and (hung or inner.source == outer)


def _tells(attribution: Attribution) -> bool:
    """Whether anybody tells anything: nothing does, no day, nor who asks "not to be named"."""
    source, head = attribution.source, attribution.head
    named = [c for c in head.children if c.dep_ in _CLAUSE and c.lemma_ in NAMING]
    hidden = any(c.dep_ in relations.NEG for n in named for c in (*n.children, *head.children))
    return not hidden and (source is None or not (source.lower_ == "nothing" or is_moment(source)))


def _is_open(reading: Reading, attribution: Attribution) -> bool:
    """Whether only a relative is left of what is told: "contrary to what the ministry said"."""
    told = [t for place in attribution.content for t in reading.tokens_in(*place)]
    return [(t.lower_, t.tag_) for t in told] in ([("what", "WP")], [("that", "WDT")])


def _without_citing(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without those that only say from whom another has what it tells.

    So do "quoted by" in "the report, quoted by Reuters, says that", and "citing" in "media said,
    citing the ministry, that".
    """
    said = {place for a in found if a.head.lemma_ not in CITING for place in a.content}
    sources = [reading.chars(a.source_range) for a in found if a.source_range is not None]

    def passes(a: Attribution) -> bool:
        if a.head.lemma_ in AS_SAYING and any(_is_cited_as(b.head, a.head) for b in found):
            return True
        if a.head.lemma_ in CITING and is_present_participle(a.head):
            return any(x <= start and end <= y for x, y in a.content for start, end in said)
        held = (any(x <= start and end <= y for x, y in sources) for start, end in a.content)
        return a.head.lemma_ in CITING and all(held)

    return [a for a in found if not passes(a)]


def _is_cited_as(verb: Token, citing: Token) -> bool:
    """Whether a verb is the second of "cited the ministry as saying"."""
    joins = verb.dep_ in relations.COMPLEMENT_CLAUSE and verb.head.lower_ == "as"
    return joins and verb.head.head in (citing, citing.head)


def _of_one_sentence(reading: Reading, attribution: Attribution) -> Attribution:
    """Return an attribution without the sentences before the one that the cue closes.

    The parse at times joins two: "Try now. “Forty people” died, the mayor said."
    """
    if len(attribution.content) != 1 or attribution.content[0][1] > attribution.head.idx:
        return attribution
    start, end = attribution.content[0]
    if (start, end) in {
        (reading.quotes[i].start, reading.quotes[i].end) for i in attribution.quotes
    }:
        return attribution
    for token in reversed(reading.tokens_in(start, end)):
        begins = token.text in STOPS and (token.nbor().is_quote or token.nbor().is_title)
        if begins and reading.quote_at(token) < 0:
            return replace(attribution, content=[(token.nbor().idx, end)])
    return attribution


def with_rules(reading: Reading, outer: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions given with those that the rules find by cues of their own.

    A model trained on a corpus that marks each word in one relation at most finds no "drivers say"
    in "the BBC reports that drivers say ...", and passes over some plain cues. What the rules find
    within a content is nested in it and cut to it; what they find beside it counts where it is not
    mostly the same words. Those given stay as they are.
    """
    own = {i for a in outer for i in range(*a.cue)}
    own |= {i for a in outer if a.source_range for i in range(*a.source_range)}
    contents = merge([place for a in outer for place in a.content], reading.document.text)
    ruled = by_rules(reading, (t for t in reading.doc if t.i not in own))
    return [_without_contrary(reading, a) for a in (*outer, *_fitted(ruled, contents))]


def _without_contrary(reading: Reading, attribution: Attribution) -> Attribution:
    """Return an attribution without what a further cue says beside it.

    So does a clause that sets another's words against it, and a verb joined to the cue itself.
    """
    if attribution.quotes or not attribution.content:
        return attribution
    start, end = attribution.content[-1]
    own = (t for t in reading.tokens_in(start, end) if t.dep_ in relations.CONJ)
    clauses = [t for t in own if t.head == attribution.head and figure_word(t) is not None]
    clauses += [t for t in reading.tokens_in(start, end) if sets_against(t)]
    edges = (t.left_edge.i - (t.dep_ in relations.CONJ) for t in clauses)  # with its "and"
    cut = min((i for i in (reading.doc[max(0, k)].idx for k in edges) if i > start), default=end)
    if cut == end:
        return attribution
    return replace(attribution, content=[*attribution.content[:-1], (start, cut)])


def _fitted(ruled: Sequence[Attribution], contents: list[Range]) -> Iterator[Attribution]:
    """Yield the attributions within the sorted contents, cut to them, or apart from them all."""
    starts = [start for start, _ in contents]
    for attribution in ruled:
        at = bisect.bisect_right(starts, attribution.head.idx) - 1
        if at >= 0 and attribution.head.idx < contents[at][1]:
            cut = _shared(attribution.content, contents)
            if cut:
                yield replace(attribution, content=cut)
        elif 2 * _size(_shared(attribution.content, contents)) <= _size(attribution.content):
            yield attribution


def _shared(places: Sequence[Range], contents: list[Range]) -> list[Range]:
    """Return what of some places lies within the sorted contents."""
    found = []
    for start, end in places:
        at = max(0, bisect.bisect_right(contents, (start, start)) - 1)
        while at < len(contents) and contents[at][0] < end:
            low, high = max(start, contents[at][0]), min(end, contents[at][1])
            if low < high:
                found.append((low, high))
            at += 1
    return sorted(found)


def _size(places: Sequence[Range]) -> int:
    return sum(end - start for start, end in places)
