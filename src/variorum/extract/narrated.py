"""Narrated claims: what a document says in its own voice, where it says something checkable."""

import bisect
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span, Token

from variorum.extract.document.outlets import is_page_word
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import Floats
from variorum.language import relations
from variorum.language.dependents import VERBS
from variorum.language.english_words import is_amount, is_moment, word_list
from variorum.language.word_lists import words
from variorum.text import left_over, trim

ARGUMENTS = relations.of("SUBJECTS OBJ COMPLEMENT IOBJ AGENT ATTRIBUTE")
CLAUSES = relations.of("ADVCL RELCL ACL CCOMP COMPLEMENT_CLAUSE PARATAXIS CSUBJ ROOT")
BOUND = relations.ADVCL | relations.RELCL | relations.ACL
WITHIN = relations.RELCL | relations.ACL | relations.XCOMP | relations.COMPLEMENT_CLAUSE
OPEN = words("extract", "whether") | words("extract", "who")
CONTRASTS = words("extract", "contrasts")
JOINING = relations.CC | relations.MARK | relations.PRECONJ
DANGLING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PRON"})
LIKELY = 0.5


def narrated(
    reading: Reading, found: Sequence[Attribution], taken: list[Range], facts: Floats | None = None
) -> list[list[Range]]:
    """Return, for each sentence that the document answers for itself, its own character ranges.

    Of a sentence that is partly attributed, only what is left counts.

    `taken` are the ranges of the contents of all claims so far, sorted; `facts` tell for each token
    how likely it is part of a fact without a source; without them the rules decide alone.
    """
    told = _told(reading, found)
    heads = {a.head.i for a in found}
    bound = [place for a in found if (place := _bound(reading, a, heads))]
    heads |= {a.head.head.head.i for a in found if a.head.head.lower_ == "as"}
    claimed = []
    for i, sentence in _outside(reading, taken):
        place = trim(reading.document.text, sentence.start_char, sentence.end_char)
        held = [*told.get(i, ()), *_within(taken, place)]
        held = [(a, b) for a, b in held if not any(x <= a and b <= y for x, y in bound)]
        pieces = _whole_clauses(reading, left_over(place, held), heads) if held else [place]
        tokens = [t for start, end in pieces for t in reading.tokens_in(start, end)]
        if _is_checkable(tokens, sentence, bool(held), facts):
            claimed.append(pieces)
    return claimed


def _bound(reading: Reading, told: Attribution, heads: set[int]) -> Range | None:
    """Return the place of a clause that is part of what the document states by itself, or None.

    So is "until a judge ordered it", which no comma parts. What is counted there is another's, and
    "after Lee said that ..." can be left out.
    """
    clause = _clause(told.head)
    said = told.frame == "clause" and told.source is not None and told.source.head == clause
    loose = relations.ADVCL if said and clause.pos_ == "VERB" else frozenset()
    above = any(t.pos_ in VERBS for t in clause.ancestors) and clause.dep_ in BOUND - loose
    parted = clause.left_edge.i == 0 or clause.left_edge.nbor(-1).is_punct
    low, high = clause.left_edge.idx, _end(clause.right_edge)
    if not above or parted or reading.quotes_in(low, high):
        return None
    inner = [t for t in clause.subtree if not (t.is_punct or t.is_space)]
    own = heads.isdisjoint(t.i for t in clause.ancestors) and len(inner) > 1
    return (low, high) if own and not any(map(is_amount, inner)) else None


def _whole_clauses(reading: Reading, pieces: list[Range], heads: set[int]) -> list[Range]:
    """Return what the pieces left of a partly attributed sentence still say by themselves.

    Those are its clauses with a verb and a subject of their own, and whatever holds a number.
    """
    told = [
        [t for t in reading.tokens_in(*piece) if not t.is_punct and not t.is_space]
        for piece in pieces
    ]
    left = {t.i: t for piece in told for t in piece}
    kept = {
        t.i
        for verb in left.values()
        if verb.i not in heads and _is_whole(verb, left) and not _is_cleft(verb, heads)
        for t in verb.subtree
    }
    return [place for piece in told if (place := _trimmed(piece, kept)) is not None]


def _is_whole(verb: Token, left: Mapping[int, Token]) -> bool:
    """Whether a verb of a main clause is left with the whole of its subject, and what it is.

    The parse may hang the subject of the main verb on a participle: "the men, said to be armed,".
    """
    opening = verb.doc[verb.left_edge.i : min(verb.i, verb.left_edge.i + 2)]
    opened = any(t.lower_ in OPEN for t in opening)  # "whether it is safe", "of which many"
    if verb.pos_ not in VERBS or verb.dep_ in WITHIN | relations.HELPERS or opened:
        return False
    subject = next((c for c in verb.children if c.dep_ in relations.SUBJECTS), None)
    if subject is None:
        main = verb.dep_ in relations.ROOT
        return main and any(t.i < verb.i and t.dep_ in relations.SUBJECTS for t in left.values())
    said = verb.pos_ == "VERB" or any(c.i in left for c in verb.rights)
    return said and subject.i in left and subject.left_edge.i in left


def _is_cleft(verb: Token, heads: set[int]) -> bool:
    """Whether a clause only sets off who says it: "it was Silo who announced"."""
    it = any(c.dep_ in relations.SUBJECTS and c.lower_ == "it" for c in verb.lefts)
    clauses = (t for c in verb.rights for t in c.subtree if t.dep_ in relations.RELCL)
    return it and verb.lemma_ == "be" and any(t.i in heads for t in clauses)


def _trimmed(piece: Sequence[Token], kept: set[int]) -> Range | None:
    """Return the place of what a piece says of some clauses, without what joins it to others."""
    told = [i for i, t in enumerate(piece) if t.i in kept]
    if not told:
        return (piece[0].idx, _end(piece[-1])) if any(map(is_amount, piece)) else None
    start, end = told[0], told[-1] + 1
    if start and piece[start - 1].dep_ not in JOINING and piece[start].i == piece[start - 1].i + 1:
        start = 0
    while start < end and (piece[start].dep_ in relations.CC or piece[start].lower_ in CONTRASTS):
        start += 1
    while end > start and (piece[end - 1].dep_ in JOINING or piece[end - 1].pos_ in DANGLING):
        end -= 1
    return (piece[start].idx, _end(piece[end - 1])) if start < end else None


def _end(token: Token) -> int:
    return token.idx + len(token)


def _outside(reading: Reading, taken: list[Range]) -> Iterator[tuple[int, Span]]:
    """Yield the sentences, with their indices, that do not lie within a taken range."""
    i, reach = 0, 0
    for index, sentence in enumerate(reading.sentences):
        start, end = trim(reading.document.text, sentence.start_char, sentence.end_char)
        while i < len(taken) and taken[i][0] <= start + 1:
            reach = max(reach, taken[i][1])
            i += 1
        if reach < end - 2:
            yield index, sentence


def _told(reading: Reading, found: Sequence[Attribution]) -> dict[int, list[Range]]:
    """Return, by sentence, the ranges of the clauses that attribute, from source to content.

    Where the main clause does so, it is all up to the end of what is attributed.
    """
    told: dict[int, list[Range]] = {}
    heads = {a.head.i for a in found}
    for attribution in found:
        index = reading.sentence_at(attribution.head.i)
        sentence = reading.sentences[index]
        clause = _clause(attribution.head)
        up = clause.head
        argument = clause.dep_ in relations.CCOMP and up.i < clause.i
        places = [*attribution.content, reading.chars(attribution.cue)]
        source = attribution.source
        joined = source is not None and attribution.head in (source.head, source.head.head)
        if attribution.source_range and (joined or attribution.citer is not None):
            places.append(reading.chars(attribution.source_range))
        if clause.dep_ in relations.ROOT:
            places.append((sentence.start_char, sentence.start_char + 1))
        elif argument and up.i not in heads:
            places = [*attribution.content]  # "confirmed what X reported"
        elif source is not None:
            places.append(reading.chars((clause.left_edge.i, clause.i + 1)))
        inside = _within(sorted(places), (sentence.start_char, sentence.end_char))
        if not inside:
            continue
        start, end = min(a for a, _ in inside), max(b for _, b in inside)
        told.setdefault(index, []).append((start, end))
    return told


def _clause(head: Token) -> Token:
    """Return the word that heads the smallest clause, or phrase at its side, that holds a cue."""
    token = head
    while token.dep_ not in CLAUSES:
        joined = token.dep_ in relations.CONJ and token.pos_ in VERBS
        aside = token.dep_ in relations.ADPOSITION and token.head.pos_ in VERBS
        if joined or aside or token.head.i == token.i:
            break
        token = token.head
    return token


def _within(places: list[Range], outer: Range) -> list[Range]:
    """Return those of the sorted ranges that reach into another, cut to it."""
    low = bisect.bisect_left(places, (outer[0], 0))
    low = max(0, low - 3)
    high = bisect.bisect_left(places, (outer[1], 0))
    cut = [(max(a, outer[0]), min(b, outer[1])) for a, b in places[low:high]]
    return [(a, b) for a, b in cut if a < b]


def _is_checkable(
    tokens: Sequence[Token], sentence: Span, in_part: bool, facts: Floats | None
) -> bool:
    """Whether words carry a number, or state something that can be checked.

    The model may say so; so does a dated event, or somebody who takes part in an event, which it
    passes over more often in the middle of a text than in a sentence alone. What is left of a
    sentence told by another counts only with a verb of its own.
    """
    if all(is_page_word(token) for token in tokens if token.text.isalnum()):
        return False
    if facts is not None and facts[[t.i for t in tokens]].mean() > LIKELY:
        return True
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"}]
    if not verbs or sentence.text.rstrip().endswith("?"):
        return False
    if any(is_amount(token) for token in tokens):
        return True
    events = [t for t in verbs if t.pos_ == "VERB"]
    dated = any(is_moment(token) for token in tokens)
    if in_part:
        return sentence.root in events and (dated or any(_takes_part(t) for t in tokens))
    return dated or (bool(events) and any(_takes_part(t) for t in tokens))


def _takes_part(token: Token) -> bool:
    """Whether a token is a participant of an event."""
    if token.dep_ not in ARGUMENTS:
        return False
    if token.pos_ == "PROPN":
        return True
    return token.lemma_.lower() in word_list("group")
