"""What a quantity counts: the noun after it, and the kind that its words name."""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.language import features, relations
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import NOUNS, has_child
from variorum.language.english_words import cue_words, is_moment
from variorum.language.word_lists import words
from variorum.normalise.nouns.population_words import load as load_populations
from variorum.normalise.numbers.quantity import Quantity

MODIFIERS = frozenset({"ADJ", "DET", "ADV", "NUM", "PART"})
SIGNS = frozenset("\"'“”‘’«»[]()-–")
CALENDAR = words("language", "calendar")
PRONOUNS = words("normalise", "people_pronouns")
STATES = words("normalise", "states_of_people")
JOINED = frozenset({"ADJ", "PROPN", "NUM", "CCONJ"})
HYPHENS = frozenset("-‐‑–")
FIGHTERS = "people.fighters"
WHOLE = words("normalise", "determiners_of_wholes")
SIBLINGS = words("normalise", "siblings")
LONGEST = 14
BACK = 60
FARTHEST = 4  # "and" between two nouns takes one token, "and/or" up to three


@dataclass(frozen=True)
class Counted:
    """The counted thing: its words, its head in the parse (None where unsaid), and its kind.

    `anchor` is the last token of the number or of its unit, `start` the offset of the quantity,
    `end` the token after the noun; `meant` is the noun before that a number without one counts.
    """

    noun: str
    head: Token | None
    kind: str | None
    anchor: Token
    start: int
    end: int
    meant: Token | None = None


def lemma_of(token: Token) -> str:
    """Return the lemma that the taxonomy knows: lower case, singular where the parser left it."""
    return _lemma_of(str(token.lemma_).lower(), str(token.lower_))


@functools.lru_cache(maxsize=20_000)
def _lemma_of(lemma: str, word: str) -> str:
    known = taxonomy.load().kind_by_word
    if word in STATES or lemma in known:
        return word if word in STATES else lemma
    for ending, instead in (("ies", "y"), ("men", "man"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + instead in known:
            return word[: -len(ending)] + instead
    return lemma


def counted(doc: Doc, quantity: Quantity) -> Counted | None:
    """Return what `quantity` counts; its kind is None where the sentence leaves it unsaid."""
    place = tokens_at(doc, *quantity.core)
    whole = tokens_at(doc, quantity.start, quantity.end)
    if place is None or whole is None or not len(place):
        return None
    anchor = doc[place.end - 1]
    may_count = _may_count(doc, whole.end, quantity) and not _turns(doc, whole.end, quantity)
    noun = list(_phrase(doc, whole.end, sentence_of(anchor).end)) if may_count else []
    if quantity.attributive and quantity.unit is None:
        # The seat of "a 2,400-seat stadium", where it is of a known kind.
        led = whole.end < len(doc) and doc[whole.end].text in HYPHENS
        told = doc[whole.end + 1 : whole.end + 2] if led else ()
        noun = [t for t in told if taxonomy.load().kind(lemma_of(t))]
    if not noun and _of_them(doc, whole.end):
        noun = _named_next(doc, whole.end + 2, sentence_of(anchor).end)
    if not noun and quantity.noun_at is not None:
        noun = _shared(doc, anchor, quantity.noun_at)
    if not noun:
        those = _of_them(doc, whole.end) and doc[whole.end + 1].lower_ == "those"
        meant = None if those and doc[whole.end + 2 :] else _meant(anchor, whole.end)
        meant = _adjoined(anchor) or meant
        known = None if meant is None else _kind_meant(meant)
        if meant is not None and known is not None:
            known = _of_all(meant, known)
        kind = _company(whole[0]) or known
        return Counted("", None, kind, anchor, quantity.start, whole.end, meant)
    head, words = noun[-1], _trimmed(noun)
    kind = kind_of(head, [token for token in noun[:-1] if token.text not in SIGNS])
    last, kind = _coordinated(head, kind)
    text = doc[words[0].i : last.i + 1].text
    end = whole.end if quantity.noun_at is not None else last.i + 1
    return Counted(text, head, kind, anchor, quantity.start, end)


def _adjoined(number: Token) -> Token | None:
    """Return the prisoners of "15 Saudi and four Sudanese prisoners"."""
    between = number.doc[number.i + 1 : number.head.i]
    joins = len(between) > 1 and number.dep_ in relations.NUMMOD
    return number.head if joins and all(t.pos_ in JOINED for t in between) else None


def _kind_meant(noun: Token) -> str:
    """Return the kind that a noun before a number names; a toll is one of people."""
    known = taxonomy.load()
    toll = known.kind(lemma_of(noun)) is None and lemma_of(noun) in known.is_words
    return "people" if toll else kind_of(noun, list(noun.lefts))


def _shared(doc: Doc, number: Token, offset: int) -> list[Token]:
    """Return the bodies of "5 and 6 bodies", where the parse lets both numbers count them."""
    last = tokens_at(doc, offset - 1, offset)
    limit = sentence_of(number).end
    start = limit if last is None else last.end
    start += start < limit and doc[start].text == ","
    noun = list(_phrase(doc, start, limit))
    joined = {number.i, number.head.i, *(token.i for token in number.conjuncts)}
    told = bool(noun) and not joined.isdisjoint({noun[-1].i, *(t.i for t in last or ())})
    after = doc[number.i + 1 : number.i + 2]
    parted = any(token.is_punct or token.lower_ == "out" for token in after)
    return noun if told or parted else []


def _company(first: Token) -> str | None:
    """Return who is counted in "a crew of six", "a crowd of 300"."""
    doc, known = first.doc, taxonomy.load()
    if first.i < 2 or doc[first.i - 1].lower_ != "of":
        return None
    lemma = lemma_of(doc[first.i - 2])
    if lemma not in known.companies:
        return None
    kind = known.kind(lemma)
    return kind if kind and known.is_people(kind) else "people"


def is_part_of(noun: Token, number: Token) -> bool:
    """Return whether the number counts some of the noun: "seven of the dead"."""
    doc, i = number.doc, number.i + 1
    return i + 1 < noun.i + 1 and doc[i].lower_ == "of" and doc[i + 1].lower_ in WHOLE


def _of_them(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i].lower_ == "of" and doc[i + 1].lower_ in PRONOUNS


def _named_next(doc: Doc, start: int, limit: int) -> list[Token]:
    """Return the noun that says what they are: "250 of them fighters"; a known kind only."""
    noun = list(_phrase(doc, start, limit))
    known = taxonomy.load().kind(lemma_of(noun[-1])) if noun and noun[0].i == start else None
    return noun if known else []


def _coordinated(head: Token, kind: str) -> tuple[Token, str]:
    """Return the last noun of "women and children" and the kind above both.

    "300 fighters and their relatives" counts fighters, but "4,000 members of the group and their
    relatives" counts both, as the members of a group are counted as people.
    """
    known = taxonomy.load()
    for other in head.conjuncts:
        owned = any(
            c.dep_ in relations.POSS | relations.NUMMOD | relations.DET | relations.QUANTMOD
            for c in other.lefts
        )
        if kind == "people.members" and any(c.lower_ == "their" for c in other.lefts):
            return head, "people"
        if not 0 < other.i - head.i <= FARTHEST or owned or other.pos_ != "NOUN":
            continue
        joining, *more = head.doc[head.i + 1 : other.i] or [other]
        if joining.lower_ not in {"and", "or", "and/or"} or any(t.pos_ != "ADJ" for t in more):
            continue
        second = kind_of(other, [])
        if {lemma_of(head), lemma_of(other)} == SIBLINGS:
            return other, "people"  # "thousands of our brothers and sisters" are no family
        if known.is_people(kind) and known.is_people(second):
            return other, _common(kind, second)
    return head, kind


def _of_all(noun: Token, kind: str) -> str:
    """Return the kind above all of "nine men and four women", of whom a bare number counts some."""
    for other in noun.conjuncts:
        if other.pos_ == "NOUN" and has_child(other, relations.NUMMOD):
            kind = _common(kind, kind_of(other, [])) or kind
    return kind


def _common(one: str, two: str) -> str:
    """Return the nearest kind that holds both."""
    pairs = zip(one.split("."), two.split("."), strict=False)
    return ".".join(a for a, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _may_count(doc: Doc, i: int, quantity: Quantity) -> bool:
    """Return whether a noun may be counted: with units only in "tonnes of X", "a four-month X"."""
    if quantity.unit is None or quantity.attributive or i >= len(doc):
        return True
    if (
        quantity.unit == "percent"
        and i
        and doc[i - 1].like_num
        and doc[i].dep_ not in relations.ADPOSITION
    ):
        return True  # "one in four conscripts"
    return doc[i].lower_ == "of" or (quantity.unit == "percent" and doc[i].lower_ in {"the", "its"})


def _turns(doc: Doc, i: int, quantity: Quantity) -> bool:
    """Return whether another phrase begins: "brings to 53 the number of the dead"."""
    plain = quantity.unit is None and not quantity.vague and quantity.nominal_low >= 3
    return plain and i < len(doc) and doc[i].lower_ in {"the", "a", "an"}


def _phrase(doc: Doc, start: int, limit: int) -> Iterator[Token]:
    """Yield the tokens of the noun phrase at `start`, its head last; nothing where none stands."""
    taken: list[Token] = []
    best = 0
    for i in range(start, min(limit, start + LONGEST)):
        token = doc[i]
        if not best and (token.lower_ == "of" or token.lower_ in PRONOUNS):
            continue
        last = taken[-1] if best and token.pos_ == "PROPN" and taken[-1].text.islower() else None
        if last is not None and (features.is_common_plural(last) or last.lower_ in STATES):
            break  # the plural "others" before whoever says it
        day = token.pos_ == "PROPN" and token.lower_ in CALENDAR
        if day or (token.dep_ in relations.MEASURE and is_moment(token)):
            break  # "the toll rose to 323 today", "to 13 Sunday afternoon"
        if _is_head(token):
            taken.append(token)
            best = len(taken)
        elif best and features.is_possessive_marker(token):
            if features.is_plural(taken[-1]):
                break  # of "the two nations' parliaments" the nations are two
            taken.append(token)
            best = 0
        elif best and _joins_describing(token):
            taken.append(token)
            best = 0
        elif not (_goes_on(doc, i, limit) if best else _may_precede(token)):
            break
        else:
            taken.append(token)
    yield from taken[:best]


def _goes_on(doc: Doc, i: int, limit: int) -> bool:
    """Return whether a bracket or hyphen is followed by another noun of the phrase at once."""
    tied = i > 0 and doc[i - 1].text in HYPHENS and features.is_past(doc[i])
    # "Short-range ballistic missiles": the noun so far and the adjective are of one noun behind.
    of_next = doc[i].dep_ in relations.AMOD and doc[i].head.i == doc[i - 1].head.i > i
    dash = doc[i].text == "-" and bool(doc[i - 1].whitespace_)  # "400 people - half of them"
    inner = tied or of_next or (doc[i].text in {"[", "]", "-", "/"} and not dash)
    return inner and any(_is_head(doc[k]) for k in range(i + 1, min(i + 3, limit)))


def _joins_describing(token: Token) -> bool:
    """Return whether an "and" joins two words that describe a noun: "security and army" staff."""
    before = token.nbor(-1)
    inner = before.dep_ in relations.NMOD | relations.COMPOUND and before.head.i > token.i
    return token.dep_ in relations.CC and inner and before.head.pos_ in NOUNS


def _is_tied(token: Token) -> bool:
    """Return whether a word is tied to the next by a hyphen: the "off" of "off-duty officers"."""
    after = token.doc[token.i + 1 : token.i + 2].text
    return after in HYPHENS and not token.whitespace_


def _is_head(token: Token) -> bool:
    return token.pos_ in NOUNS or (
        token.lower_ in STATES and token.dep_ not in relations.ROOT | relations.RELCL
    )


def _may_precede(token: Token) -> bool:
    if (
        token.pos_ in MODIFIERS
        or token.text in SIGNS
        or features.is_possessive_marker(token)
        or features.is_possessive_pronoun(token)
        or _is_tied(token)
    ):
        return True
    # Capitals are a name, whatever the parser takes "IS" for.
    name = len(token) > 1 and token.text.isupper()
    return name or (
        (features.is_past(token) or features.is_participle(token))
        and token.dep_ in relations.AMOD | relations.COMPOUND
    )


def _trimmed(noun: list[Token]) -> list[Token]:
    start = 0
    while start < len(noun) - 1 and (
        noun[start].text in SIGNS or noun[start].pos_ in {"DET", "PART", "NUM"}
    ):
        start += 1
    return noun[start:]


def _meant(number: Token, after: int) -> Token | None:
    """Return the noun that "of them" or a bare number stands for: the nearest countable before.

    "The number of militants was put at 500" counts militants; "300 were identified" those of the
    sentence before or, failing that, nobody we can name.
    """
    doc = number.doc
    told = _of_them(doc, after)
    first = max(0, number.i - BACK) if told else sentence_of(number).start
    known = taxonomy.load()
    for i in range(number.i - 1, first - 1, -1):
        token = doc[i]
        if token.dep_ in relations.COMPLEMENT and token.head.lower_ == "by":
            continue  # "the toll of an attack by gunmen climbed to 150"
        kind = known.kind(lemma_of(token)) if token.pos_ == "NOUN" else None
        several = features.is_common_plural(token) or token.lower_ in STATES
        plural = several and not _speaks(token)
        if kind and kind.startswith(("people", "vehicles")) and (told or plural):
            return token
        if kind is None and token.pos_ == "NOUN" and lemma_of(token) in known.is_words:
            return token  # "the toll came to 45"
    return None


def _speaks(noun: Token) -> bool:
    """Return whether the noun is who says the number, or is told it, and not what it counts."""
    verb = noun.head
    if noun.dep_ in relations.OBJ | relations.IOBJ:
        return (verb.lemma_.lower(), "VERB") in cue_words()
    return noun.dep_ in relations.NSUBJ and verb.lemma_ not in {"be", "number", "total"}


def kind_of(head: Token, before: list[Token]) -> str:
    """Return the taxonomy kind that `head` names, narrowed by the words `before` it."""
    known = taxonomy.load()
    lemma = lemma_of(head)
    modifiers = [lemma_of(token) for token in before]
    phrase = f"{modifiers[-1]} {lemma}" if modifiers else lemma
    kind = known.kind_by_phrase.get(phrase) or known.kind(lemma)
    if kind is None and (
        (features.is_proper(head) and features.is_plural(head))
        or lemma in load_populations().nations
    ):
        return "people" if head.text[0].isupper() else f"things.{lemma}"
    if kind is None:
        return f"things.{lemma}"
    if kind == "people.members" and _of_fighters(head, before):
        kind = FIGHTERS
    for modifier in modifiers:
        own = known.kind(modifier) or ""
        # "Civilian deaths" are of civilians, "women fighters" are fighters first.
        kind = own if kind == "people" and known.is_people(own) else known.narrow(kind, modifier)
    return kind


def _of_fighters(head: Token, before: list[Token]) -> bool:
    """Members of a group are fighters where the text elsewhere calls the group's people so."""
    names = group_names(head.doc)
    after = head.i + 1
    told = after < len(head.doc) and head.doc[after].lower_ == "of"
    below = [token for token in head.rights for token in token.subtree] if told else []
    return any(token.lower_ in names for token in (*before, *below))


def group_names(doc: Doc) -> frozenset[str]:
    """Return the names that stand right before "fighters", "militants" and the like in `doc`."""
    names = doc.user_data.get("variorum.groups")
    if names is None:
        known = taxonomy.load()
        names = frozenset(
            doc[token.i - 1].lower_
            for token in doc
            if token.i and token.pos_ == "NOUN" and known.kind(lemma_of(token)) == FIGHTERS
            if doc[token.i - 1].pos_ == "PROPN"
        )
        doc.user_data["variorum.groups"] = names
    return names
