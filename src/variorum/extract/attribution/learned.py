"""From the relations of the learned model to attributions: words, heads and boundaries.

The model says which words belong together; the lexicon says what the cue does with them, the parse
which word heads each part, and the quotation marks where quoted content begins and ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.extract.attribution.cues import cue_entry, cue_range, says_nothing
from variorum.extract.attribution.denials import as_denial
from variorum.extract.attribution.quoting import with_quotations
from variorum.extract.attribution.sources import (
    CITING,
    accorded_to,
    addressee,
    noun_range,
    source_of,
    speaker_after,
)
from variorum.extract.document.claimants import (
    ASSAILANTS,
    does_only,
    hung_before,
    hung_from,
    may_claim,
    only_names,
)
from variorum.extract.document.descriptions import head_of
from variorum.extract.document.raw_attribution import Attribution, Range, ranges_of
from variorum.extract.document.reading import Reading
from variorum.extract.model.tagger import Relation
from variorum.language import relations
from variorum.language.dependents import NOUNS, VERBS
from variorum.language.english_words import CueWord, is_moment, noun_lemma, word_list
from variorum.language.features import is_past_participle, is_possessive_marker, is_preposition
from variorum.language.word_lists import words
from variorum.model import Certainty, Stance

_MARK_OR_ADVMOD = relations.MARK | relations.ADVMOD
IMPERSONAL = words("extract", "impersonal")
BACKING = words("extract", "backing")
DATING = words("extract", "dating")
TELLING = words("extract", "telling")
HAPPENINGS = words("extract", "happenings")
BEFORE_NOUN = relations.DET | relations.COMPOUND | relations.AMOD | relations.NMOD
HEADS = ("VERB", "NOUN", "ADJ", "AUX", "ADP", "SCONJ", "PROPN")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def learned(reading: Reading, found: Sequence[Relation]) -> list[Attribution]:
    """Return the attributions that the relations of a document amount to, in order."""
    whole = (relation for relation in found if not _misses_verb(reading.doc, relation))
    return [a for relation in whole if (a := _attribution(reading, relation)) is not None]


def _attribution(reading: Reading, relation: Relation) -> Attribution | None:
    doc = reading.doc
    cue = relation.cue[0], relation.cue[-1] + 1
    head, word = _head([doc[i] for i in relation.cue])
    end = cue_range(head)[1]
    if word.stance is Stance.DENIES and end < cue[1] <= relation.content[0]:
        denied = [*range(end, cue[1]), *relation.content]  # "denied" knowing of it
        cue, relation = (cue[0], end), replace(relation, content=tuple(denied))
    ranges = _with_tail(doc, list(_runs(reading, relation.content)), relation)
    joins = (c for c in head.lefts if c.dep_ in _MARK_OR_ADVMOD and c.lower_ in DATING)
    if (opens := next(joins, None)) is not None:  # "before victory was declared"
        ranges = _cut(ranges, opens.i, head.right_edge.i + 1)
    ranges = _past_aside(head, _from_that(head, _past_listeners(head, ranges)))
    if not ranges or says_nothing(head) or only_names(head, [doc[i] for i in relation.content]):
        return None
    frame = _frame(head, word, [doc[i] for i in relation.content])
    word, ranges = as_denial(head, word, ranges, frame)
    source, source_range = _source(reading, relation.source)
    if (accorded := _accorded(doc, relation)) is not None:
        source, source_range = accorded, noun_range(accorded, head)
        ranges = _without(ranges, source_range)
    if source is not None and source.pos_ == "VERB" and head.pos_ == "ADP":
        return None  # "spoke of hundreds": the rules know who spoke
    aside = head.dep_ in relations.ACL | relations.ADVCL and is_past_participle(head)
    told = aside and head.lemma_ in TELLING and _agent(head)[0] is not None
    if told or (source is not None and _is_told(source, head)):  # "came in, told by the army that"
        source, source_range = _agent(head)
        ranges = _cut(ranges, head.left_edge.i, head.right_edge.i + 1)
    elif head.lemma_ in IMPERSONAL and source_of(head) is None:
        source, source_range = None, None  # "he was away; rumours that he would stand came"
    elif source is None or (is_moment(source) and (frame, head.pos_) == ("clause", "VERB")):
        source, source_range, ranges = _by_the_parse(head, frame, ranges)
    content, quotes = with_quotations(reading, head, ranges)
    if not content or (source is None and opens is not None):
        return None
    if not quotes and (does_only(head, frame) or _is_described(source, head)):
        return None
    if source is not None and _only_happens(source, head):
        return None
    return Attribution(
        head, word, frame, cue, source, source_range, content, quotes, role=relation.role
    )


def _misses_verb(doc: Doc, relation: Relation) -> bool:
    """Whether the verb of saying stands in the content; the rules read it.

    It begins it, "yesterday" said that, or has the cue for its adverb, "has reportedly" claimed.
    """
    last = doc[relation.cue[-1]]
    verb = last.head if last.head.i in relation.content else doc[relation.content[0]]
    apart = verb.pos_ == "VERB" and (verb == last.head or verb.i == last.i + 1)
    bare = all(doc[i].pos_ == "ADV" or is_moment(doc[i]) for i in relation.cue)
    return apart and bare and cue_entry(verb) is not None


def _accorded(doc: Doc, relation: Relation) -> Token | None:
    """Return the noun of "according to" where the model took another source, or none.

    In "according to extracts that the agency saw" the agency says nothing; in "according to the
    union thousands marched" the union is no part of what is said.
    """
    noun, _ = accorded_to(doc[relation.cue[0]])
    if noun is not None and not relation.source:
        return noun
    inner = noun is not None and any(
        noun.is_ancestor(doc[i]) for i in relation.source if i > noun.i
    )
    return noun if inner else None


def _with_tail(doc: Doc, ranges: list[Range], relation: Relation) -> list[Range]:
    """Return the content with the phrase that ends it whole: "strikes" on more than one day."""
    if not ranges:
        return ranges
    start, end = ranges[-1]
    last = doc[end - 1]
    phrases = [c for c in last.rights if c.dep_ in relations.ADPOSITION and c.i == end]
    if not phrases or last.pos_ not in NOUNS:
        return ranges
    reach = phrases[0].right_edge.i + 1
    taken = {*relation.cue, *relation.source}
    if taken & set(range(end, reach)) or any(t.pos_ == "VERB" for t in doc[end:reach]):
        return ranges
    return [*ranges[:-1], (start, reach)]


def _from_that(head: Token, ranges: list[Range]) -> list[Range]:
    """Return content from its "that" on, without a time or an aside before: "said on Monday that".

    So is it with "says, as the president had on Monday, that".
    """
    clauses = (c for c in head.rights if c.dep_ in relations.CCOMP | relations.ADVCL)
    thats = (t for c in clauses for t in c.lefts if t.lower_ == "that" and t.dep_ in relations.MARK)
    that = next((t.i for t in thats), head.i)
    before = [i for a, b in ranges for i in range(a, min(b, that)) if i > head.i]
    aside = head.doc[before[0]].lower_ == "as" if before else False
    if not before or not (aside or all(head.doc[i].pos_ not in VERBS for i in before)):
        return ranges
    return [(max(a, that), b) for a, b in ranges if b > that]


def _past_aside(head: Token, ranges: list[Range]) -> list[Range]:
    """Return content that goes on behind who says it: "The bridge, Lee told us, | was shut"."""
    main, tail = head.head, (head.right_edge.i + 1, head.head.right_edge.i + 1)
    opens = any(
        c.dep_ in relations.SUBJECTS and ranges[-1:] == [(c.left_edge.i, c.right_edge.i + 1)]
        for c in main.lefts
    )
    aside = opens and head.dep_ in relations.PARATAXIS and head.i < main.i
    return [*ranges, tail] if aside else ranges


def _only_happens(source: Token, head: Token) -> bool:
    """Whether a source happened, and at most shows something, or only does a deed."""
    shows = word_list("showing") | BACKING
    lemma = noun_lemma(source)
    does = lemma in ASSAILANTS and head.lemma_ in word_list("bodily")
    return does or (lemma in HAPPENINGS and head.lemma_ not in shows)


def _is_described(source: Token | None, head: Token) -> bool:
    """Whether a participle only tells of a noun what it is: "fighters opposed to the junta"."""
    beside = head.dep_ in relations.ACL and is_past_participle(head) and head.head == source
    return beside and any(c.dep_ in relations.ADPOSITION and c.lower_ == "to" for c in head.rights)


def _past_listeners(head: Token, ranges: list[Range]) -> list[Range]:
    """Return content from its "that" on, where it begins with those who are told.

    The parse hangs it on what tells of them: "told the traders who had met them that ...".
    """
    told = addressee(head) if head.lemma_ in TELLING else None
    if told is None or not ranges or not told.left_edge.i <= ranges[0][0] <= told.right_edge.i:
        return ranges
    thats = (t.i for t in told.subtree if t.lower_ == "that" and t.dep_ in relations.MARK)
    return _cut(ranges, next(thats, 0), head.doc[-1].i + 1)


def _is_told(source: Token, head: Token) -> bool:
    """Whether whom the model takes for the source is the one told: "drivers had been promised"."""
    if not is_past_participle(head):
        return False
    if head.dep_ in relations.ACL and head.head == source:
        return head.lemma_ in TELLING
    return source.dep_ in relations.NSUBJ_PASS and source.head == head


def _cut(ranges: list[Range], low: int, high: int) -> list[Range]:
    """Return what of some words stands from `low` on and before `high`, or all where nothing is."""
    return [(max(a, low), min(b, high)) for a, b in ranges if a < high and b > low] or ranges


def _agent(head: Token) -> tuple[Token | None, Range | None]:
    """Return who says it by a passive cue, "were promised by the army", if anybody is named."""
    found = source_of(head)
    return (None, None) if found is None else (found, noun_range(found, head))


def _by_the_parse(
    head: Token, frame: str, ranges: list[Range]
) -> tuple[Token | None, Range | None, list[Range]]:
    """Return the subject of a saying verb as its source, and what is left of the content.

    The model at times takes the subject behind its verb, "said its director", for content.
    """
    found = source_of(head) or speaker_after(head) if head.pos_ == "VERB" else None
    hung = hung_before(head) if head.pos_ == "VERB" and source_of(head) is None else None
    if hung is not None:
        return hung, noun_range(hung, head), _cut(ranges, 0, hung_from(hung))
    joined = found is not None and found.i < head.i
    if found is None or not (frame == "clause" or joined) or not may_claim(found, head, frame):
        return None, None, ranges
    own = noun_range(found, head)
    left = _without(ranges, own)
    if not left or any(
        start <= found.i < end and end - start > own[1] - own[0] for start, end in ranges
    ):
        return None, None, ranges
    return found, own, left


def _without(ranges: list[Range], own: Range) -> list[Range]:
    """Return some ranges of tokens without those of another."""
    return ranges_of([i for a, b in ranges for i in range(a, b) if not own[0] <= i < own[1]])


def _head(cue: Sequence[Token]) -> tuple[Token, CueWord]:
    """Return the word of a cue that attributes, with what the lexicon says of it.

    The last verb the lexicon knows comes first ("has repeatedly said"), then any word it knows.
    """
    known = [(token, word) for token in cue if (word := cue_entry(token)) is not None]
    saying = [pair for pair in known if pair[0].lemma_ not in CITING]  # "reported, citing"
    known = saying or known
    verbal = [pair for pair in known if pair[1].pos == "VERB"]
    if known:
        denying = [pair for pair in verbal if pair[1].stance is Stance.DENIES]
        return (denying or (verbal or known)[-1:])[0]
    ranked = sorted(cue, key=lambda t: HEADS.index(t.pos_) if t.pos_ in HEADS else len(HEADS))
    head = ranked[0]
    pos = "VERB" if head.pos_ in VERBS else head.pos_
    return head, CueWord(
        head.lemma_.lower(), pos, frozenset({"clause"}), Stance.ASSERTS, Certainty.CERTAIN
    )


def _frame(head: Token, word: CueWord, content: Sequence[Token]) -> str:
    """Return the construction in which the cue takes its content."""
    if any(token.tag_ in FINITE for token in content):
        return "clause"
    if content[0].lower_ == "to" and content[0].i > head.i:
        return "to"
    return "obj" if content[0].i > head.i and word.pos == "VERB" else "clause"


def _runs(reading: Reading, tokens: Sequence[int]) -> Iterator[Range]:
    """Yield the runs of tokens; what is left out between two is more than white space and marks."""
    doc = reading.doc
    start = last = -1
    for i in tokens:
        if start < 0:
            start = last = i
        elif i == last + 1 or all(t.is_space or t.is_punct for t in doc[last + 1 : i]):
            last = i
        else:
            yield start, last + 1
            start = last = i
    if start >= 0:
        yield start, last + 1


def _source(reading: Reading, tokens: Sequence[int]) -> tuple[Token | None, Range | None]:
    """Return the head and the range of a source; of several stretches the longest is it."""
    runs = list(_runs(reading, tokens))
    if not runs:
        return None, None
    start, end = max(runs, key=lambda run: run[1] - run[0])
    doc = reading.doc
    while start < end and (
        doc[start].is_punct or doc[start].is_space or is_preposition(doc[start])
    ):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ";", ":", "—"}):
        end -= 1
    if end - start > 1 and is_possessive_marker(doc[end - 1]):
        end -= 1
    if start >= end:
        return None, None
    end = _whole(doc, start, end)
    return _nominal(doc, start, end), (start, end)


def _whole(doc: Doc, start: int, end: int) -> int:
    """Return the end of a source with the noun that its words belong to: "the U.N." report."""
    while end < len(doc) and any(
        t.head.i == end and t.dep_ in (BEFORE_NOUN if doc[end].pos_ in NOUNS else relations.DET)
        for t in doc[start:end]
    ):
        end += 1
    return end


def _nominal(doc: Doc, start: int, end: int) -> Token:
    """Return the noun that heads a source, past a title that the parse cut off: "Brig. Gen. Bo"."""
    head = head_of(doc, (start, end))
    at = head.i
    while at + 1 < end and (doc[at + 1].pos_ == "PROPN" or doc[at + 1].text == "."):
        at += 1
    named = head.text[:1].isupper() and doc[at].pos_ == "PROPN"
    return doc[at] if named else head
