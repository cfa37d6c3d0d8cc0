"""Claimants: whether a noun phrase may claim anything, and which one beside it does.

The parse at times takes words before the speaker for the subject: the object of what was said ("The
deal gives two options, Ann Lee said"), a date, a heading ("Correction: A story said").
"""

from collections.abc import Iterable

from spacy.tokens import Token

from variorum.extract.document.descriptions import is_agent
from variorum.extract.document.outlets import is_outlet
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.english_words import cue_words, noun_lemma, role_of, word_list
from variorum.language.features import is_common_noun, is_common_plural, is_determiner
from variorum.language.name_spans import is_body_noun, is_name
from variorum.language.word_lists import words

ASSAILANTS = words("extract", "assailants")
MOMENTS = words("extract", "moments")
THINGS = words("extract", "things")
RELATIVE = words("extract", "relative")


def hung_before(cue: Token) -> Token | None:
    """Return the person right before a cue whom the parse made a part of what is said, or None."""
    first = sentence_of(cue).start
    last = cue.i - 1 - (cue.i > first + 1 and cue.doc[cue.i - 1].text == ",")
    token = cue.doc[last] if cue.i > first else cue
    while token.dep_ not in relations.APPOS and token.head.i < token.i:
        token = token.head
    before = token.doc[token.left_edge.i - 1].text if token.left_edge.i else ""
    person = is_name(token) and not is_body_noun(noun_lemma(token))
    hung = token.dep_ in relations.APPOS and person and before == ","
    end = token.right_edge.i
    # "..., the capital, a doctor, Naim Mangal, told AFP": commas on both sides of the name.
    apart = end == cue.i - 2 and cue.doc[end + 1].text == ","
    beside = end == cue.i - 1 and is_common_plural(token.head)
    return token if hung and (apart or beside) else None


def hung_from(person: Token) -> int:
    """Return where the words for a person hung before a cue begin: "a doctor, Naim Mangal"."""
    office = person.doc[max(0, person.left_edge.i - 2)]
    described = is_common_noun(office) and office.dep_ in relations.APPOS and role_of(office)
    return office.left_edge.i if described else person.left_edge.i


def may_claim(source: Token, cue: Token, frame: str) -> bool:
    """Whether a source is somebody, or a text, who says something by a cue in that frame.

    A thing, a date and "you" claim nothing. A clause that only tells which people are meant
    ("fighters who attacked the town", "delegates who pledged to come") reports no words; nor does
    a deed of many ("rebels hit the town") or of an attacker.
    """
    lower = source.lower_
    moment = lower in word_list("calendar") or noun_lemma(source) in MOMENTS  # "last week"
    if lower == "you" or moment:
        return False
    if not is_common_noun(source) and lower in THINGS:
        return False
    relative = lower in RELATIVE and not is_determiner(source)
    if relative and (frame == "to" or cue.lemma_ in word_list("showing")):
        return False
    if lower == "that" and (not relative or frame != "clause"):
        return False
    many = is_common_plural(source) or relative or noun_lemma(source) in ASSAILANTS
    return not (many and cue.lemma_ in word_list("bodily"))


def may_speak(noun: Token) -> bool:
    """Whether a noun is somebody, or a text, and no mere thing: "officials", "the report"."""
    if (
        is_name(noun)
        or role_of(noun) is not None
        or is_outlet(noun)
        or is_body_noun(noun_lemma(noun))
    ):
        return True
    return noun_lemma(noun) in word_list("evidence") or is_agent(noun)


def only_names(cue: Token, content: Iterable[Token]) -> bool:
    """Whether a verb only gives a name for something: "which they call Northport".

    So it is where it tells which thing is meant: "the city that they call their capital".
    """
    aside = any(t.lower_ == "which" for t in cue.lefts)
    called = any(c.dep_ in relations.OBJECT_PREDICATE | relations.OBJ for c in cue.rights)
    meant = cue.dep_ in relations.RELCL and called and not aside
    return cue.lemma_ in word_list("naming") and (meant or all(t.pos_ == "PROPN" for t in content))


def does_only(cue: Token, frame: str) -> bool:
    """Whether a verb with an object tells a deed and no words: "charged the cordon"."""
    done = frame == "obj" or any(c.dep_ in relations.OBJ for c in cue.rights)
    word = cue_words().get((cue.lemma_, "VERB"))
    frames = word.frames if word is not None else ()
    said = any(c.dep_ in relations.CCOMP or f"p:{c.lower_}" in frames for c in cue.rights)
    return done and not said and cue.lemma_.lower() in word_list("deed")
