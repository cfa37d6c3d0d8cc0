"""Contents: which words are attributed, as token ranges, for each construction."""

import itertools

from spacy.tokens import Token

from variorum.extract.attribution.conjuncts import ANY_SUBJECT, only_leads, resumed
from variorum.extract.attribution.cues import cue_entry, said_before
from variorum.extract.document.raw_attribution import Range, ranges_of
from variorum.language import features, relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import children_of, has_child
from variorum.language.english_words import cue_words, word_list
from variorum.language.word_lists import words

_ACL_OR_RELCL = relations.ACL | relations.RELCL
_ADJ_COMPL_OBJECT_PR_PARTICLE_OBJ = relations.of("ADJ_COMPLEMENT OBJECT_PREDICATE PARTICLE OBJ")
_ADPOSITION_OR_OBJ = relations.ADPOSITION | relations.OBJ
_ADPOSITION_OR_PARTICLE = relations.ADPOSITION | relations.PARTICLE
_HUNG = relations.of("ADPOSITION COMPLEMENT COMPLEMENT_CLAUSE ADVMOD AMOD MEASURE ATTRIBUTE OBJ")
_SAID_TO_BE = relations.of("ATTRIBUTE ADJ_COMPLEMENT CCOMP XCOMP ADPOSITION")
_XCOMP_OR_CCOMP_OR_OBJ = relations.XCOMP | relations.CCOMP | relations.OBJ
CLAUSES = relations.CCOMP | relations.ACL | relations.RELCL
TRAILS = relations.of("ADPOSITION ADVCL ADVMOD MEASURE DEP CCOMP OBJECT_PREDICATE PUNCT CONJ")
STRAYS = relations.OBJ | relations.NSUBJ | relations.CCOMP
RAISING = words("extract", "raising")
OBJECT_PREPOSITIONS = words("extract", "object_prepositions")
CONTRASTS = words("extract", "contrasts")
COUNTING = words("extract", "counting")
LEADS = relations.of("ADPOSITION ADVCL ADVMOD MEASURE PUNCT DEP MARK NSUBJ CCOMP")


def predicate(cue: Token) -> list[Range]:
    """Return what a noun is said to be: "the coalition's estimate was about 300 fighters"."""
    verb, before = cue.head, said_before(cue)
    if before is not None:
        return [(before.left_edge.i, before.right_edge.i + 1)]
    if cue.dep_ not in relations.NSUBJ or verb.lemma_ != "be":
        return []
    after = [c for c in verb.rights if c.dep_ in _SAID_TO_BE]
    return [(after[0].left_edge.i, after[-1].right_edge.i + 1)] if after else []


def complement(cue: Token) -> list[Range]:
    """Return the clause the cue takes: "said that ...", "..., he said", "..., he said, ..."."""
    clause = _clause(cue)
    end = cue.i if clause is None else clause.right_edge.i
    if any(t.text == ":" for t in cue.doc[end : min(end + 3, cue.i)]):
        return []  # a colon parts it from the cue after it
    if clause is not None and clause.i > cue.i:
        return [*_also_before(cue, clause), *_after(cue, clause)]
    if clause is not None:
        return _before(cue, clause)
    edge = clause_start(cue)
    aside = edge > sentence_of(cue).start and cue.doc[edge - 1].is_punct
    if aside and (cue.dep_ in relations.PARATAXIS | relations.CCOMP or _is_inserted(cue)):
        return _around(cue)  # "the BBC notes" within the clause it comments on
    first = next((c for c in cue.lefts if c.dep_ in relations.NSUBJ), cue)
    first = cue.head if cue.dep_ in relations.CONJ else first
    if aside and first.i < edge < cue.i and not has_child(cue, relations.OBJ):
        return [(first.left_edge.i, edge)]  # "it hit a school, the mission concluded in May"
    return _that_clause(cue) if cue.pos_ in {"VERB", "AUX"} else []


def _is_inserted(cue: Token) -> bool:
    """Whether a cue with its subject stands between commas, whatever the parse makes of it."""
    marked = any(c.dep_ in relations.MARK for c in cue.lefts)
    after = cue.doc[clause_end(cue) : clause_end(cue) + 1].text
    return cue.dep_ in relations.ADVCL and not marked and after == "," and clause_start(cue) < cue.i


def _also_before(cue: Token, clause: Token) -> list[Range]:
    """Return what stands before the cue as well: "The road is open, she said; it is safe too"."""
    front = next((c for c in cue.lefts if c.dep_ in relations.CCOMP), None)
    if front is None or not any(t.text == ";" for t in cue.doc[cue.i + 1 : clause.left_edge.i]):
        return []
    return _before(cue, front)


def _that_clause(cue: Token) -> list[Range]:
    """Return a "that" clause that the parse hung on a noun between: "said in the suit that ..."."""
    for child in (c for c in cue.rights if c.dep_ in relations.OBJ):
        that = child.left_edge
        mistaken = that.lower_ == "that" and features.is_preposition(that)
        return [(that.i, sentence_of(cue).end)] if mistaken else []
    phrases = (c for c in cue.rights if c.dep_ in relations.ADPOSITION)
    for noun in (n for phrase in phrases for n in children_of(phrase, relations.COMPLEMENT)):
        for clause in noun.rights:
            that = clause.left_edge
            joined = clause.dep_ in _ACL_OR_RELCL and that.lower_ == "that"
            if joined and that.dep_ not in ANY_SUBJECT:
                return [(that.i, clause.right_edge.i + 1)]
    return []


def _clause(cue: Token) -> Token | None:
    wanted = {"acl", "ccomp", "relcl"} if cue.pos_ in {"NOUN", "PROPN"} else {"ccomp"}
    holders = [cue, *(c for c in cue.rights if c.dep_ in _ADJ_COMPL_OBJECT_PR_PARTICLE_OBJ)]
    if cue.lemma_ != "make":
        joined = (h for h in holders if (f"{cue.lemma_} {h.lemma_}", "VERB") in cue_words())
        holders = [cue, *joined]  # "have no doubt that"
    found = [
        c
        for h in holders
        for c in h.children
        if c.dep_ in wanted and _is_finite(c, cue) and resumed(c) is None
    ]
    return max(found, key=lambda c: (c.i > cue.i, c.right_edge.i - c.left_edge.i), default=None)


def _is_finite(clause: Token, cue: Token) -> bool:
    """Whether a clause of a noun is what the noun says: "the claim that ..."; verbs take any."""
    if cue.pos_ not in {"NOUN", "PROPN"}:
        return True
    return any(
        c.dep_ in relations.MARK and c.lower_ in {"that", "whether"} for c in clause.lefts
    ) or (clause.dep_ in relations.ACL and clause.left_edge.lower_ == "that")


def _after(cue: Token, clause: Token) -> list[Range]:
    """Return the content that follows its cue, with what trails the clause in the sentence."""
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if start <= cue.i:
        start = cue.i + 1
    if cue.pos_ in {"VERB", "AUX"} and cue.lemma_ not in word_list("addressing"):
        strays = [c.left_edge.i for c in cue.rights if c.dep_ in STRAYS and c.i < start]
        start = min([start, *(i for i in strays if i > cue.i)])
    for child in cue.rights:
        if child.i <= clause.i:
            continue
        if resumed(child) is not None:
            return [(start, end)]
        own = not any(c.dep_ in ANY_SUBJECT for c in child.lefts)
        own = own or (child.lemma_, "VERB") in cue_words()
        if child.dep_ not in TRAILS or (child.dep_ in relations.CONJ and own):
            break
        if child.dep_ in relations.PUNCT and child.text == ";":
            break
        end = max(end, child.right_edge.i + 1)
    end = min([end, *(c.left_edge.i for c in clause.rights if sets_against(c))])
    back = _return_to_cue(cue, clause, end)
    return [(start, back if back < end else _to_the_end(cue, start, end))]


def sets_against(clause: Token) -> bool:
    """Whether a clause tells what another says to the contrary: "while the ministry says ..."."""
    marks = {c.lower_ for c in clause.lefts if c.dep_ in relations.MARK}
    before = {c.lower_ for c in clause.head.rights if c.i < clause.i and c.dep_ in relations.CC}
    joined = clause.dep_ in relations.CONJ and "but" in before and not marks
    against = joined or (clause.dep_ in relations.ADVCL and bool(marks & CONTRASTS))
    tells = against and (cue_entry(clause) is not None or clause.lemma_ in COUNTING)
    return tells and any(c.dep_ in relations.NSUBJ for c in clause.lefts)


def _to_the_end(cue: Token, start: int, end: int) -> int:
    """Return the end of the sentence where all of it is content: "X said that ... ."."""
    doc = cue.doc
    if doc[start].lower_ != "that":
        return end
    sentence = sentence_of(cue)
    rest = doc[end : sentence.end]
    if len(rest) < 2:
        return end
    if any((t.lemma_.lower(), "VERB") in cue_words() and t.pos_ == "VERB" for t in rest):
        return end
    return sentence.end if cue.dep_ in relations.ROOT or cue.i < sentence.root.i else end


def _return_to_cue(cue: Token, clause: Token, end: int) -> int:
    """Return where "expects X to go and believes that ..." goes back to the cue's own subject."""
    for verb in clause.conjuncts:
        if verb.i > clause.i and resumed(verb) == cue:
            before = [c.i for c in verb.head.rights if c.dep_ in relations.CC and c.i < verb.i]
            return before[-1] if before else verb.i
    return end


def _before(cue: Token, clause: Token) -> list[Range]:
    """Return the content that precedes its cue: back to the start of the cue's clause."""
    first = clause.left_edge.i
    for child in cue.lefts:
        if child.dep_ in LEADS and child.right_edge.i < clause.i:
            first = min(first, child.left_edge.i)
    stop = min(clause_start(cue), cue.i)
    end = min(clause.right_edge.i + 1, stop) if clause.right_edge.i < cue.i else stop
    ranges = [(first, max(end, clause.i + 1))]
    after = cue.doc[clause_end(cue) : clause_end(cue) + 2]
    if clause.right_edge.i < cue.i and [t.lower_ for t in after] == [",", "that"]:
        ranges.append((after.end - 1, sentence_of(cue).end))  # "it found, she went on, that ..."
    if clause.right_edge.i > cue.i:
        ranges.append((clause_end(cue), clause.right_edge.i + 1))
    return ranges


def clause_start(cue: Token) -> int:
    """Return the first token of "he said" in "..., he said"."""
    own = {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "expl"}
    words = [c for c in cue.lefts if c.dep_ in own]
    for before, after in itertools.pairwise(words):
        if after.dep_ in relations.NSUBJ and only_leads(before, after):
            words = [c for c in words if c.i >= after.i]
    return min([c.left_edge.i for c in words] + [cue.i])


def clause_end(cue: Token) -> int:
    """Return the token after the last of "said the man" in "..., said the man"."""
    own = {"nsubj", "dobj", "dative", "npadvmod", "prt"}
    return max([c.right_edge.i for c in cue.rights if c.dep_ in own] + [cue.i]) + 1


def _around(cue: Token) -> list[Range]:
    """Return the clause of the cue's head without the cue's own words."""
    head = cue.head
    inside = range(head.left_edge.i, head.right_edge.i + 1)
    own = range(clause_start(cue), clause_end(cue))
    return ranges_of([i for i in inside if i not in own])


def infinitive(cue: Token) -> list[Range]:
    """Return the infinitive the cue takes: "plans to ..."; a passive adds what it is said of."""
    for child in cue.rights:
        if child.dep_ in relations.XCOMP | relations.ACL | relations.CCOMP | relations.ADVCL and (
            features.is_base_form(child) or features.is_past_participle(child)
        ):
            to = [c for c in child.lefts if c.dep_ in relations.AUX and c.lower_ == "to"]
            if to:
                start = min(to[0].i, child.left_edge.i)
                told = [
                    c.left_edge.i for c in cue.rights if c.dep_ in relations.OBJ and c.i < start
                ]
                return [*_said_of(cue), (min([start, *told]), child.right_edge.i + 1)]
    return []


def gerund(cue: Token) -> list[Range]:
    """Return the gerund the cue takes: "denied taking the money"."""
    for child in cue.rights:
        if child.dep_ in _XCOMP_OR_CCOMP_OR_OBJ and features.is_present_participle(child):
            return [(child.left_edge.i, child.right_edge.i + 1)]
    return []


def _said_of(cue: Token) -> list[Range]:
    """Return the subject that a passive, or "seems", says something of."""
    wanted = {"nsubjpass", "nsubj"} if cue.lemma_ in RAISING else {"nsubjpass"}
    subject = next((c for c in cue.lefts if c.dep_ in wanted), None)
    return [] if subject is None else [(subject.left_edge.i, subject.right_edge.i + 1)]


def object_of(cue: Token) -> list[Range]:
    """Return the object of the cue with what belongs to it: "denied the charge of ..."."""
    objects = [c for c in cue.rights if c.dep_ in relations.OBJ | relations.OBJECT_PREDICATE]
    said_of = _said_of(cue)
    if not objects:
        return said_of if any(c.dep_ in relations.AGENT for c in cue.rights) else []
    if any(
        c.dep_ in _ACL_OR_RELCL and (c.lemma_, "VERB") in cue_words() for c in objects[0].rights
    ):
        return []
    start, end = objects[0].left_edge.i, objects[0].right_edge.i + 1
    for child in cue.rights:
        if child.i > objects[0].i and (
            child.dep_ in relations.OBJECT_PREDICATE | relations.XCOMP
            or (child.dep_ in relations.ADPOSITION and child.lower_ in OBJECT_PREPOSITIONS)
            or (cue.lemma_ in word_list("giving") and child.dep_ in _ADPOSITION_OR_OBJ)
        ):
            end = max(end, child.right_edge.i + 1)
    return [*(r for r in said_of if objects[0].dep_ in relations.OBJECT_PREDICATE), (start, end)]


def prepositional(cue: Token, preposition: str) -> list[Range]:
    """Return what follows a preposition of the cue: "called for ..."."""
    phrases = (
        c for c in cue.rights if c.dep_ in _ADPOSITION_OR_PARTICLE and c.lower_ == preposition
    )
    for phrase in phrases:
        end = phrase.right_edge.i + 1
        if phrase.i + 1 < end and preposition == "as":
            return [*_said_of(cue), (phrase.i, end)]
        if phrase.i + 1 < end:
            return [(phrase.i + 1, end)]
    return []


def accorded(phrase: Token) -> list[Range]:
    """Return the clause that "according to X" stands in, without that phrase."""
    head = phrase.head
    while head.dep_ in _HUNG:
        if head.head.i == head.i:
            break
        head = head.head
    while head.dep_ in relations.CONJ and not any(c.dep_ in ANY_SUBJECT for c in head.lefts):
        head = head.head
    inside = range(head.left_edge.i, head.right_edge.i + 1)
    own = range(phrase.left_edge.i, phrase.right_edge.i + 1)
    return ranges_of([i for i in inside if i not in own])
