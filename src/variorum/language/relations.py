"""Dependency relations in Universal Dependencies terms, whichever scheme a parser writes.

The English pipelines of spaCy label by the scheme of ClearNLP, most others by Universal
Dependencies (de Marneffe and others 2021). Each name here is a relation of Universal Dependencies
and holds its labels in both, so that a rule asks for the relation and no rule holds a label.
Where the schemes draw another tree, the name says what is meant: English hangs a noun on its
preposition (`ADPOSITION` above `COMPLEMENT`), Universal Dependencies the preposition on the noun.
"""

import functools

Labels = frozenset[str]

ROOT: Labels = frozenset({"ROOT", "root"})
# Who or what a verb is said of.
NSUBJ: Labels = frozenset({"nsubj"})
NSUBJ_PASS: Labels = frozenset({"nsubjpass", "nsubj:pass"})
CSUBJ: Labels = frozenset({"csubj", "csubjpass", "csubj:pass"})
EXPL: Labels = frozenset({"expl", "expl:subj"})
SUBJECTS: Labels = NSUBJ | NSUBJ_PASS
# What a verb acts on, and what it says of its subject or object.
OBJ: Labels = frozenset({"dobj", "obj"})
IOBJ: Labels = frozenset({"dative", "iobj"})
ATTRIBUTE: Labels = frozenset({"attr"})
ADJ_COMPLEMENT: Labels = frozenset({"acomp"})
OBJECT_PREDICATE: Labels = frozenset({"oprd"})
AGENT: Labels = frozenset({"agent", "obl:agent"})
# A preposition, and the noun or the clause that it governs.
ADPOSITION: Labels = frozenset({"prep"})
COMPLEMENT: Labels = frozenset({"pobj"})
COMPLEMENT_CLAUSE: Labels = frozenset({"pcomp"})
# Clauses.
CCOMP: Labels = frozenset({"ccomp"})
XCOMP: Labels = frozenset({"xcomp"})
ADVCL: Labels = frozenset({"advcl"})
ACL: Labels = frozenset({"acl"})
RELCL: Labels = frozenset({"relcl", "acl:relcl"})
PARATAXIS: Labels = frozenset({"parataxis"})
# Coordination.
CONJ: Labels = frozenset({"conj"})
CC: Labels = frozenset({"cc"})
PRECONJ: Labels = frozenset({"preconj", "cc:preconj"})
# What stands with a verb.
AUX: Labels = frozenset({"aux", "aux:tense"})
AUX_PASS: Labels = frozenset({"auxpass", "aux:pass"})
HELPERS: Labels = AUX | AUX_PASS
NEG: Labels = frozenset({"neg"})
PARTICLE: Labels = frozenset({"prt", "compound:prt"})
MARK: Labels = frozenset({"mark"})
ADVMOD: Labels = frozenset({"advmod"})
MEASURE: Labels = frozenset({"npadvmod", "obl:npmod", "obl:unmarked"})
INTJ: Labels = frozenset({"intj", "discourse"})
# What stands with a noun.
DET: Labels = frozenset({"det"})
PREDET: Labels = frozenset({"predet", "det:predet"})
POSS: Labels = frozenset({"poss", "nmod:poss"})
CASE: Labels = frozenset({"case"})
AMOD: Labels = frozenset({"amod"})
NMOD: Labels = frozenset({"nmod"})
NUMMOD: Labels = frozenset({"nummod"})
QUANTMOD: Labels = frozenset({"quantmod"})
COMPOUND: Labels = frozenset({"compound"})
FLAT: Labels = frozenset({"flat", "flat:foreign", "flat:name"})
FIXED: Labels = frozenset({"fixed"})
APPOS: Labels = frozenset({"appos"})
PUNCT: Labels = frozenset({"punct"})
DEP: Labels = frozenset({"dep"})


@functools.cache
def of(names: str) -> Labels:
    """Return the labels of several relations, by their names here with blanks between."""
    return frozenset().union(*(globals()[name] for name in names.split()))
