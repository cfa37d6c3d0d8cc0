"""Conjuncts: when "... and believes that ..." goes back to the subject of the cue before it."""

from spacy.tokens import Token

from variorum.language import relations
from variorum.language.english_words import cue_words, is_moment
from variorum.language.features import is_base_form, is_finite

FINITE = frozenset({"VBZ", "VBD", "VBP"})
PAST = {"VBD": "VBN"}
ANY_SUBJECT = relations.SUBJECTS | relations.EXPL | relations.CSUBJ
CLOSING = frozenset({"”", "’", '"', "''", "»"})


def resumed(verb: Token) -> Token | None:
    """Return the cue whose subject `verb` shares, though the parse put it inside that cue's clause.

    "The council expects the road to open and believes ...", "The union said the roof was rotten and
    warned that ...", "He said it was “a disaster” and promised ...".
    """
    if verb.tag_ not in FINITE | {"VBN"} or (verb.lemma_, "VERB") not in cue_words():
        return None
    if (
        verb.dep_ in relations.CCOMP
        and verb.doc[verb.i - 1].dep_ in relations.CC
        and _follows(verb)
    ):
        return verb.head
    if verb.dep_ not in relations.CONJ or not (is_finite(verb) or _is_perfect(verb)):
        return None
    clause = verb.head
    while clause.dep_ in relations.CONJ and clause.head.i != clause.i:
        clause = clause.head
    cue = clause.head
    goes_back = clause.dep_ in relations.CCOMP and cue.i < clause.i and _subject(verb) is None
    if not goes_back or (cue.lemma_, "VERB") not in cue_words():
        return None
    return cue if is_base_form(clause) or _differs(cue, clause, verb) else None


def _follows(verb: Token) -> bool:
    """Whether a second clause of one cue stands where a conjunct of the cue would."""
    cue = verb.head
    first = [c for c in cue.rights if c.dep_ in relations.CCOMP and c.i < verb.i]
    bare = _subject(verb) is None and not any(c.dep_.startswith("aux") for c in verb.lefts)
    return bool(first) and bare and verb.tag_ in {cue.tag_, PAST.get(cue.tag_)}


def _differs(cue: Token, clause: Token, verb: Token) -> bool:
    """Whether a conjunct matches the cue, and not the clause between them."""
    past = _is_perfect(verb) or (clause.lemma_ == "be" and verb.tag_ in PAST)
    if _is_perfect(cue) and not _is_perfect(clause) and past:
        return True
    if verb.tag_ != cue.tag_:
        return False
    conjunction = verb.doc[verb.i - 1]
    return conjunction.dep_ in relations.CC and verb.doc[max(0, verb.i - 2)].text in CLOSING


def _is_perfect(verb: Token) -> bool:
    """Whether a verb is told with "have": "had promised"."""
    return any(c.dep_ in relations.AUX and c.lemma_ == "have" for c in verb.lefts)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ in ANY_SUBJECT), None)


def only_leads(first: Token, second: Token) -> bool:
    """Whether the first of two subjects is a date, a heading, or the end of what is said.

    So it is in "it hit 40 people, the mission has concluded".
    """
    between = first.doc[first.i : second.i]
    cut = second.doc[second.left_edge.i - 1].text == ","
    return cut or is_moment(first) or any(t.text == ":" for t in between)
