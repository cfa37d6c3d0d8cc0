"""What a quantity counts: the noun after it, and the kind that its words name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.normalise.quantities import Quantity

__all__ = ["Counted", "counted", "kind_of", "lemma_of"]

NOUNS = frozenset({"NOUN", "PROPN"})
MODIFIERS = frozenset({"ADJ", "DET", "ADV", "NUM", "PART"})
SIGNS = frozenset("\"'“”‘’«»[]()-–")
PRONOUNS = frozenset({"them", "us", "those", "these", "whom", "which", "you"})
STATES = frozenset(
    {"dead", "wounded", "injured", "missing", "killed", "hurt", "displaced", "homeless"}
)
POSSESSIVES = frozenset({"their", "his", "her", "its", "own"})
LONGEST = 14


@dataclass(frozen=True)
class Counted:
    """The counted thing: its words, its head in the parse (None where unsaid), and its kind."""

    noun: str
    head: Token | None
    kind: str | None
    anchor: Token
    end: int


def lemma_of(token: Token) -> str:
    """Return the lemma that the taxonomy knows: lower case, singular where the parser left it."""
    known = taxonomy.load()
    lemma = str(token.lemma_).lower()
    if lemma in known.kind_by_word:
        return lemma
    word = str(token.lower_)
    for ending, instead in (("ies", "y"), ("men", "man"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + instead in known.kind_by_word:
            return word[: -len(ending)] + instead
    return lemma


def counted(doc: Doc, quantity: Quantity) -> Counted | None:
    """Return what `quantity` counts; its kind is None where the sentence leaves it unsaid."""
    place = doc.char_span(*quantity.core, alignment_mode="expand")
    whole = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if place is None or whole is None or not len(place):
        return None
    noun = list(_phrase(doc, whole.end, doc[place.start].sent.end))
    if not noun:
        return Counted("", None, None, doc[place.end - 1], whole.end)
    head = noun[-1]
    words = _trimmed(noun)
    text = doc.text[words[0].idx : head.idx + len(head)]
    return Counted(text, head, kind_of(head, noun[:-1]), doc[place.end - 1], head.i + 1)


def _phrase(doc: Doc, start: int, limit: int) -> Iterator[Token]:
    """Yield the tokens of the noun phrase at `start`, its head last; nothing where none stands."""
    taken: list[Token] = []
    best = 0
    for i in range(start, min(limit, start + LONGEST)):
        token = doc[i]
        if token.lower_ == "of" and not best:
            continue
        if token.lower_ in PRONOUNS and not best:
            continue
        if _is_head(token):
            taken.append(token)
            best = len(taken)
        elif best and token.tag_ == "POS":
            best = 0
        elif best and not (token.text in SIGNS and _goes_on(doc, i, limit)):
            break
        elif not best and not _may_precede(token):
            break
        else:
            taken.append(token)
    yield from taken[:best]


def _goes_on(doc: Doc, i: int, limit: int) -> bool:
    """A bracket or hyphen inside a noun phrase is followed by another noun at once."""
    return any(_is_head(doc[k]) for k in range(i + 1, min(i + 3, limit))) and doc[i].text in "[-"


def _is_head(token: Token) -> bool:
    return token.pos_ in NOUNS or token.lower_ in STATES


def _may_precede(token: Token) -> bool:
    return (
        token.pos_ in MODIFIERS
        or token.text in SIGNS
        or token.tag_ in {"VBN", "VBG", "PRP$", "POS"}
        and token.head.i > token.i
    )


def _trimmed(noun: list[Token]) -> list[Token]:
    start = 0
    while start < len(noun) - 1 and (
        noun[start].text in SIGNS or noun[start].pos_ in {"DET", "PART"}
    ):
        start += 1
    return noun[start:]


def kind_of(head: Token, before: list[Token]) -> str:
    """Return the taxonomy kind that `head` names, narrowed by the words `before` it."""
    known = taxonomy.load()
    lemma = lemma_of(head)
    modifiers = [lemma_of(token) for token in before]
    phrase = f"{modifiers[-1]} {lemma}" if modifiers else lemma
    kind = known.kind_by_phrase.get(phrase) or known.kind(lemma)
    if kind is None and head.ent_type_ == "NORP":
        kind = "people"
    if kind is None:
        return f"things.{lemma}"
    for modifier in modifiers:
        kind = known.narrow(kind, modifier)
    if kind == "people.members" and _of_fighters(head, before):
        kind = "people.fighters"
    if kind == "people.fighters" and any(_is_home_demonym(token) for token in before):
        kind = known.narrow(kind, "local")
    return kind


def _of_fighters(head: Token, before: list[Token]) -> bool:
    """Members of a group are fighters where the text elsewhere calls the group's people so."""
    names = {token.lower_ for token in before if token.pos_ == "PROPN"}
    return any(
        lemma_of(token) in {"fighter", "militant", "terrorist", "jihadist", "insurgent", "rebel"}
        and token.i > 0
        and token.nbor(-1).lower_ in names
        for token in head.doc
        if names and token.pos_ == "NOUN"
    )


def _is_home_demonym(token: Token) -> bool:
    """Whether the text is set in the country that the demonym is of ("Syrian", "Syria")."""
    stem = token.lower_[:4]
    if token.ent_type_ != "NORP" or len(token) < 5:
        return False
    return any(
        other.ent_type_ == "GPE" and other.lower_.startswith(stem) and other.i != token.i
        for other in token.doc
    )
