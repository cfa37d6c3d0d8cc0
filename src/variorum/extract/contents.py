"""Contents: which words are attributed, as token ranges, for each construction."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.extract.relations import Range, ranges_of

__all__ = [
    "accorded",
    "clause_end",
    "clause_start",
    "complement",
    "infinitive",
    "object_of",
    "prepositional",
]

CLAUSES = frozenset({"ccomp", "acl", "relcl"})
TRAILS = frozenset({"prep", "advcl", "advmod", "npadvmod", "dep", "ccomp", "oprd", "punct", "conj"})
LEADS = frozenset({"prep", "advcl", "advmod", "npadvmod", "punct", "dep", "mark", "nsubj", "ccomp"})


def complement(cue: Token) -> list[Range]:
    """Return the clause that the cue takes: "said that ...", "..., he said", "..., he said, ..."."""
    clause = _clause(cue)
    if clause is not None:
        return _after(cue, clause) if clause.i > cue.i else _before(cue, clause)
    if cue.dep_ in {"parataxis", "ccomp"} and _intrudes(cue):
        return _around(cue)
    return []


def _clause(cue: Token) -> Token | None:
    wanted = {"acl", "ccomp", "relcl"} if cue.pos_ in {"NOUN", "PROPN"} else {"ccomp"}
    found = [c for c in cue.children if c.dep_ in wanted and _is_finite(c, cue)]
    return max(found, key=lambda c: (c.i > cue.i, c.right_edge.i - c.left_edge.i), default=None)


def _is_finite(clause: Token, cue: Token) -> bool:
    """Whether a clause of a noun is what the noun says: "the claim that ..."; verbs take any."""
    if cue.pos_ not in {"NOUN", "PROPN"}:
        return True
    return any(c.dep_ == "mark" and c.lower_ in {"that", "whether"} for c in clause.lefts) or (
        clause.dep_ == "acl" and clause.left_edge.lower_ == "that"
    )


def _after(cue: Token, clause: Token) -> list[Range]:
    """Return the content that follows its cue, with what trails the clause in the sentence."""
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if start <= cue.i:
        start = cue.i + 1
    for child in cue.rights:
        if child.i <= clause.i:
            continue
        if child.dep_ not in TRAILS or (child.dep_ == "conj" and _speaks_for_itself(child)):
            break
        if child.dep_ == "punct" and child.text == ";":
            break
        end = max(end, child.right_edge.i + 1)
    return [(start, end)]


def _speaks_for_itself(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "AUX"}


def _before(cue: Token, clause: Token) -> list[Range]:
    """Return the content that precedes its cue: back to the start of the cue's clause."""
    first = clause.left_edge.i
    for child in cue.lefts:
        if child.dep_ in LEADS and child.right_edge.i < clause.i:
            first = min(first, child.left_edge.i)
    stop = min(clause_start(cue), cue.i)
    end = min(clause.right_edge.i + 1, stop) if clause.right_edge.i < cue.i else stop
    ranges = [(first, max(end, clause.i + 1))]
    if clause.right_edge.i > cue.i:
        ranges.append((clause_end(cue), clause.right_edge.i + 1))
    return ranges


def clause_start(cue: Token) -> int:
    """Return the first token of "he said" in "..., he said"."""
    own = {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "expl"}
    return min([c.left_edge.i for c in cue.lefts if c.dep_ in own] + [cue.i])


def clause_end(cue: Token) -> int:
    """Return the token after the last of "said the man" in "..., said the man"."""
    own = {"nsubj", "dobj", "dative", "npadvmod", "prt"}
    return max([c.right_edge.i for c in cue.rights if c.dep_ in own] + [cue.i]) + 1


def _intrudes(cue: Token) -> bool:
    """Whether "the BBC notes" stands between commas inside the clause it comments on."""
    before = cue.doc[cue.left_edge.i - 1] if cue.left_edge.i else None
    first_inside = cue.left_edge.i > cue.sent.start
    return first_inside and before is not None and before.is_punct and cue.head.i != cue.i


def _around(cue: Token) -> list[Range]:
    """Return the clause of the cue's head without the cue's own words."""
    head = cue.head
    inside = range(head.left_edge.i, head.right_edge.i + 1)
    own = range(clause_start(cue), clause_end(cue))
    return ranges_of([i for i in inside if i not in own])


def infinitive(cue: Token) -> list[Range]:
    """Return the infinitive that the cue takes: "plans to ..."."""
    for child in cue.rights:
        if child.dep_ in {"xcomp", "acl", "ccomp", "advcl"} and child.tag_ == "VB":
            to = [c for c in child.lefts if c.dep_ == "aux" and c.lower_ == "to"]
            if to:
                return [(min(to[0].i, child.left_edge.i), child.right_edge.i + 1)]
    return []


def object_of(cue: Token) -> list[Range]:
    """Return the object of the cue with what belongs to it: "denied the charge of ..."."""
    objects = [c for c in cue.rights if c.dep_ in {"dobj", "oprd"}]
    if not objects:
        passive = [c for c in cue.lefts if c.dep_ == "nsubjpass"]
        return [(c.left_edge.i, c.right_edge.i + 1) for c in passive[:1]]
    start, end = objects[0].left_edge.i, objects[0].right_edge.i + 1
    for child in cue.rights:
        if child.i > objects[0].i and child.dep_ in {"prep", "oprd", "xcomp"}:
            end = max(end, child.right_edge.i + 1)
    return [(start, end)]


def prepositional(cue: Token, preposition: str) -> list[Range]:
    """Return what follows a preposition of the cue: "called for ..."."""
    for child in cue.rights:
        if child.dep_ in {"prep", "prt"} and child.lower_ == preposition:
            if child.i < child.right_edge.i:
                return [(child.i + 1, child.right_edge.i + 1)]
    return []


def accorded(phrase: Token) -> list[Range]:
    """Return the clause that "according to X" stands in, without that phrase."""
    head = phrase.head
    while head.dep_ in {"prep", "pobj", "pcomp", "advmod", "amod", "npadvmod", "attr", "dobj"}:
        if head.head.i == head.i:
            break
        head = head.head
    inside = range(head.left_edge.i, head.right_edge.i + 1)
    own = range(phrase.left_edge.i, phrase.right_edge.i + 1)
    return ranges_of([i for i in inside if i not in own])
