"""Noun phrases as names: "the Government of Sarvia", without the clauses that describe it."""

import re

from spacy.tokens import Doc, Token

from variorum.language import relations
from variorum.language.dependents import children_of, first_child, has_child
from variorum.language.features import is_common_plural
from variorum.language.word_lists import words

INSIDE = relations.of("DET COMPOUND AMOD NMOD POSS CASE NUMMOD QUANTMOD PREDET PUNCT MEASURE NEG")
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM"})
DESCRIBING = relations.AMOD | relations.COMPOUND | relations.MEASURE | relations.CASE
QUOTES = frozenset({"“", "”", '"', "'", "‘", "’", "-"})
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
# Two names and the words between them have at most so many tokens.
LONGEST = 30
_NUMBERING = re.compile(r"^\(?\d+(?:\.\d+)*[.)]?\s+(?=[A-Z])")


def phrase_range(head: Token) -> tuple[int, int]:
    """Return the tokens of a noun and of its article, its adjectives and its "of"."""
    doc, first, last = head.doc, head.i, head.i
    for child in head.lefts:
        if child.dep_ in INSIDE and (child.dep_ not in relations.PUNCT or child.text in QUOTES):
            first = min(first, child.left_edge.i)
    for child in head.rights:
        if _is_of(child) and child.i == last + 1:
            held = first_child(child, relations.COMPLEMENT)
            if held is not None:
                last = max(last, phrase_range(held)[1] - 1)
    if last == head.i and last + 1 < len(doc) and doc[last + 1].text == "”":
        last += 1
    return first, last + 1


def _is_of(token: Token) -> bool:
    return token.dep_ in relations.ADPOSITION and token.lower_ == "of"


def phrase(head: Token) -> str:
    """Return the words of a noun with its article, its adjectives and its "of"."""
    first, last = phrase_range(head)
    return _NUMBERING.sub("", str(head.doc[first:last].text)).strip(" ,;•*-")


def pair_after(word: Token) -> list[str]:
    """Return the names behind "between", read word by word: brackets mislead the parser."""
    return pair_from(word.doc, word.i + 1)


def pair_from(doc: Doc, first: int) -> list[str]:
    """Return the names of "A, B and C" that start at a token; empty without an "and"."""
    depth = 0
    names: list[list[Token]] = [[]]
    ended = False
    for token in doc[first : first + LONGEST]:
        depth += (token.text in OPENING) - (token.text in CLOSING)
        if depth or token.text in CLOSING:
            continue
        if token.text == "," and not ended:
            names.append([])
        elif token.lower_ == "and" and not ended:
            names.append([])
            ended = True
        elif _is_of_name(token, names[-1]):
            names[-1].append(token)
        else:
            break
    kept = [tokens for tokens in names if any(t.pos_ in {"NOUN", "PROPN"} for t in tokens)]
    dated = any(t.lower_ in words("language", "calendar") for tokens in kept for t in tokens)
    return [_said(tokens) for tokens in kept] if ended and not dated else []


def _is_of_name(token: Token, before: list[Token]) -> bool:
    """Return whether a token may continue a name of which some words have been read."""
    return (
        token.pos_ in NAMING
        or token.text in QUOTES
        or (token.lower_ == "of" and bool(before))
        or token.dep_ in DESCRIBING
    )


def _said(tokens: list[Token]) -> str:
    """Return the words of a name without an "of" that nothing follows."""
    while tokens and tokens[-1].lower_ == "of":
        tokens.pop()
    return "".join(t.text_with_ws for t in tokens).strip(" ,;-")


def joined(head: Token) -> list[str]:
    """Return the names of "A, B and C", one by one."""
    listed = _listed(head)
    if len(listed) > 1:
        return listed
    names = [phrase(head)]
    for child in head.children:
        if child.dep_ in relations.CONJ and child.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}:
            names += joined(child)
        elif _is_of(child) and head.lemma_.lower() in words("language", "states"):
            # "The Republic of Vell and Orsund" may hang the second party on the first one's name.
            held = first_child(child, relations.COMPLEMENT)
            if held is not None and held.pos_ == "PROPN":
                names += [n for c in children_of(held, relations.CONJ) for n in joined(c)]
    return names


def _listed(head: Token) -> list[str]:
    """Return the names behind a plural: "the three guarantors, A, B and C", "clans, A and B"."""
    if not is_common_plural(head):
        return []
    several = children_of(head, relations.CONJ)
    counted = has_child(head, relations.NUMMOD)
    if several:
        named = counted and several[0].pos_ == "PROPN"
        return [name for c in several for name in joined(c)] if named else []
    apposed = first_child(head, relations.APPOS)
    return joined(apposed) if apposed is not None and apposed.pos_ == "PROPN" else []
