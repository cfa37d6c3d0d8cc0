"""Whether a number counts or measures anything: ages, labels, models and a bare "one" do not."""

from collections.abc import Collection

from spacy.tokens import Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import children_of, governed
from variorum.language.features import is_common_singular, is_noun_form, is_plural
from variorum.language.files import table
from variorum.language.word_lists import words
from variorum.model import Scope
from variorum.normalise.nouns.nouns import Counted, lemma_of
from variorum.normalise.numbers.quantity import Quantity

OLDEST = 120
AFTER_AGE = frozenset({",", ".", ")", ";", ":"})
WHO = words("normalise", "aged_pronouns")
PERSONS = words("normalise", "aged_persons")
AGE_BOUNDS = words("normalise", "age_bounds")
RATES = words("normalise", "rate_openings")
GROUPS = words("normalise", "numbered_groups")
AGED = words("normalise", "aging_verbs")


def counts(quantity: Quantity, thing: Counted, kind: str, scope: Scope) -> bool:
    """Return whether the words count something: "one" and "18-wheeler" often do not.

    "One" counts where something happened to one of a known kind ("one person was killed"); before
    other nouns it is an article ("one resident said").
    """
    if quantity.unit is None and (_is_age(quantity, thing) or _is_label(quantity, thing)):
        return False
    if quantity.is_one and quantity.unit and _is_next(thing, {"before", "after", "of", "when"}):
        return False
    if quantity.is_one and quantity.unit is None and _is_ranked(thing.anchor):
        return False
    if quantity.is_one and quantity.unit is None and not quantity.approximate:
        befell = scope.event not in {None, taxonomy.load().occurring.get(kind)}
        return befell and not kind.startswith("things") and thing.noun != ""
    if quantity.attributive and quantity.unit is None:
        return thing.noun != "" and not kind.startswith("things")
    told = thing.noun != "" or kind != "things" or quantity.approximate
    return told or quantity.nominal_low >= 3 or _is_next(thing, RATES)


def _is_ranked(one: Token) -> bool:
    """Read "one of the worst attacks", "was one of two gunmen": such a one is no count."""
    after = one.doc[one.i + 1 : one.i + 4]
    worst = any(t.tag_ in {"JJS", "RBS"} for t in after)
    return after[:1].text.lower() == "of" and (worst or one.dep_ in relations.ATTRIBUTE)


def _is_next(thing: Counted, openings: Collection[str]) -> bool:
    doc = thing.anchor.doc
    return thing.end < len(doc) and doc[thing.end].lower_ in openings


def _is_age(quantity: Quantity, thing: Counted) -> bool:
    """Read the 34 in "Jane Smith, 34, said", "a student of 20", "anyone under 35"."""
    number, doc = thing.anchor, thing.anchor.doc
    if thing.noun or not 0 < quantity.nominal_high <= OLDEST or number.i + 1 >= len(doc):
        return False
    if _is_bound_of_age(quantity, thing) or (doc[number.i - 1].lower_ == "of" and _is_one(number)):
        return True
    after = doc[number.i + 1 : number.i + 3]
    ended = after[0].text in AFTER_AGE or (after[0].lower_ == "and" and after[-1].like_num)
    return not quantity.approximate and ended and (_is_apposed(number) or _is_said_of_one(number))


def _is_one(number: Token) -> bool:
    """Read "a student of 20", "an Albanian of 77", but not "a crew of 20"."""
    noun = number.nbor(-2)
    led = noun.i > 0 and noun.nbor(-1).lower_ in {"a", "an"}
    person = is_common_singular(noun) and taxonomy.load().is_people(_kind(noun))
    group = lemma_of(noun) in taxonomy.load().companies | taxonomy.load().containers
    return not group and (person or (led and noun.pos_ == "PROPN"))


def _is_apposed(number: Token) -> bool:
    """Read ", 34," after a name or person, and both ages of "the brothers, 16 and 19,"."""
    i, doc = number.i, number.doc
    if i > 3 and doc[i - 1].lower_ == "and" and doc[i - 2].text.isdigit():
        return _is_apposed(doc[i - 2])
    if i < 2 or doc[i - 1].text not in {",", "("} or not number.text.isdigit():
        return False
    before = doc[i - 2]
    return before.pos_ == "PROPN" or taxonomy.load().is_people(_kind(before))


def _kind(noun: Token) -> str:
    return taxonomy.load().kind(lemma_of(noun)) or "things"


def _is_said_of_one(number: Token) -> bool:
    """Read "who is 61", "he turned 70"."""
    verb = number.head
    subjects = children_of(verb, relations.SUBJECTS)
    return verb.lemma_ in AGED and any(c.lower_ in PERSONS for c in subjects)


def _is_bound_of_age(quantity: Quantity, thing: Counted) -> bool:
    """Read "anyone under 35", "those held were under 25", "people over 65"."""
    doc = thing.anchor.doc
    first = thing.anchor.i - 1
    if first < 1 or doc[first].lower_ not in AGE_BOUNDS or quantity.start == quantity.core[0]:
        return False
    before = doc[first - 1]
    if before.lower_ in WHO or (before.pos_ == "NOUN" and _kind(before).startswith("people")):
        return True
    subjects = children_of(before, relations.SUBJECTS)
    return before.lemma_ == "be" and any(_is_people(c) for c in subjects)


def _is_people(subject: Token) -> bool:
    """Return whether the subject, or what it is a part of, are persons."""
    return any(
        token.lower_ in WHO or (token.pos_ == "NOUN" and _kind(token).startswith("people"))
        for token in subject.subtree
    )


def _is_label(quantity: Quantity, thing: Counted) -> bool:
    """Read the 4 of "deck 4", the Seven of "the Group of Seven", the 737 of "the 737 crash"."""
    number, doc = thing.anchor, thing.anchor.doc
    if _ends_name(number):
        return True
    if thing.noun:
        return _is_model(quantity, thing)
    before = doc[number.i - 1] if number.i else number
    if number.text.istitle() and number.i > sentence_of(number).start and not quantity.approximate:
        return before.lower_ == "of"
    names = is_noun_form(before) and not is_plural(before) and number.head.i == before.i
    if (
        names
        and number.dep_ in relations.NUMMOD | relations.APPOS | relations.NMOD
        and _kind(before) == "things"
    ):
        return True
    if number.head.lemma_ != "be" or not number.text.isdigit():
        return False
    subjects = children_of(number.head, relations.SUBJECTS)
    return any(
        lemma_of(c) in table("names")["en"]["numbered"] and not _is_tally(c) for c in subjects
    )


def _ends_name(number: Token) -> bool:
    """Read the Six of "SEAL Team Six landed", the 20 of "the Group of 20 nations"."""
    around = number.doc[max(0, number.i - 1) : number.i + 2]
    counted = number.i > 1 and number.nbor(-2).pos_ in {"NUM", "DET"} and number.text.isdigit()
    if counted and around[0].pos_ == "PROPN":  # "two Mirage 2000 jets"
        return True
    inside = number.i > sentence_of(number).start and len(around) > 2
    written = number.text.isalpha() and number.text.istitle() and inside
    if around[0].lower_ == "of" and around[0].i > 1:  # the Group of 20 nations
        return str(around[0].nbor(-1).text) in GROUPS
    return written and around[0].text[0].isupper() and not around[2].text[0].isupper()


def _is_tally(label: Token) -> bool:
    """Return whether "the number of the dead" is meant, and not that of a room."""
    of = governed(label, {"of"})
    return any(is_plural(noun) or _kind(noun) != "things" for noun in of)


def _is_model(quantity: Quantity, thing: Counted) -> bool:
    """Return whether digits stand before one thing, and so do not say how many there were."""
    noun, number = thing.head, thing.anchor
    if noun is None or quantity.attributive or not number.text.isdigit():
        return False
    one = is_common_singular(noun) and noun.lower_ == lemma_of(noun) and quantity.nominal_low > 1
    unchanging = noun.lower_ in table("names")["en"]["unchanging"]
    before = number.nbor(-1) if number.i > 0 else None  # "the 737 crash", "Salyut 6 spacecraft"
    opens = before is not None and (before.lower_ in {"the", "a"} or before.pos_ == "PROPN")
    follows = noun.i == number.i + 1 and opens
    return one and follows and not unchanging and not taxonomy.load().is_people(_kind(noun))
