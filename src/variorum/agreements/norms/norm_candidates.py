"""Which norms may be the terms of an agreement, by their own words and those around them."""

from spacy.tokens import Token

from variorum.agreements.norms.agreement_words import AgreementWords, load
from variorum.agreements.norms.norm_grammar import Norm, Strength
from variorum.language.alignment import sentence_of
from variorum.language.dependents import first_child, has_child, object_of
from variorum.language.relations import ACL, ADVCL, CCOMP, RELCL, SUBJECTS, XCOMP
from variorum.language.word_lists import words
from variorum.model import Modality

SAYING = words("agreements", "saying_it")


def may_be_term(norm: Norm, *, near: bool, framed: bool) -> bool:
    """Return whether a norm may be a term; whether it binds a party is asked of the weaker later.

    Args:
        norm: the norm.
        near: whether an agreement is told of near it.
        framed: whether its sentence says what is agreed: "under the deal".
    """
    words = load()
    asked = sentence_of(norm.verb).text.rstrip().endswith("?")
    if norm.aimed or asked or _is_of_agreement(norm, words) or _is_idle(norm, words):
        return False
    loose = _is_date_of_talks(norm) or is_statement(norm) or _is_demanded(norm)
    if (loose and not framed) or _threatens(norm) or _is_planned(norm):
        return False
    if norm.strength is Strength.STATED:
        return True
    return not _is_beside(norm, words) and (near or (framed and not norm.is_doubtful))


def _is_demanded(norm: Norm) -> bool:
    """Read "they must free him, his father said", "if it is to hold, the world must help".

    What somebody asks for is no term, nor is an appeal to keep what is agreed.
    """
    if norm.is_demand:
        aims = (c for c in norm.head.children if c.dep_ in ADVCL and has_child(c, XCOMP))
        if any(m.lower_ == "if" for aim in aims for m in aim.children):
            return True
        if any(_is_called(t, load()) for t in norm.verb.subtree if t.i > norm.verb.i):
            return True
    must = any(c.lower_ == "must" for c in norm.head.children) or norm.head.lemma_ == "have"
    said = norm.head.head
    speaker = _patient(said) if norm.head.dep_ in CCOMP and said.lemma_ in SAYING else None
    named = norm.obligor is not None and norm.obligor.pos_ == "PROPN"
    return must and named and norm.strength is Strength.STRONG and speaker is not None


def _is_date_of_talks(norm: Norm) -> bool:
    """Read "the next meeting is to be held on 3 May", which ends nothing and binds nobody."""
    attended = object_of(norm.verb) if norm.verb.lemma_ == "attend" else None
    held = attended or _patient(norm.verb) or _patient(norm.head)
    told = held is not None and held.lemma_.lower() in load()["talks_held"]
    return told and norm.verb.lemma_ in {"attend", "hold"}


def is_statement(norm: Norm) -> bool:
    """Return whether a norm in the present is but what somebody does: "the parties note that"."""
    return norm.present and norm.verb.lemma_ not in load()["acting"] | load()["watching"]


def _threatens(norm: Norm) -> bool:
    """Read "must surrender or die", and "they must leave our soil", which somebody demands."""
    ends = {c.lemma_ for c in norm.verb.conjuncts if c.i > norm.verb.i}
    own = any(t.lower_ in load()["ours"] for t in norm.verb.subtree)
    return bool(ends & load()["threats"]) or (own and norm.strength is Strength.STRONG)


def _is_planned(norm: Norm) -> bool:
    """Read "said that a convoy would leave": what somebody expects of a thing not told before."""
    who = norm.obligor
    would = norm.past and norm.strength is Strength.WEAK
    return would and who is not None and any(c.lower_ in load()["indefinite"] for c in who.children)


def _is_beside(norm: Norm, words: AgreementWords) -> bool:
    """Return whether it binds no party: "you must", "will believe", the outer "will have to"."""
    who = norm.obligor
    personal = who is not None and who.lower_ in words["personal"]
    guessed = norm.modality is Modality.MAY and norm.verb.lemma_ in words["chances"]
    felt = norm.verb.lemma_ in words["feeling"] or guessed
    outer = norm.verb.lemma_ == "have" and norm.strength is Strength.WEAK
    above = norm.head.head  # "I believe that the land will never see war again"
    hoped = norm.head.dep_ in CCOMP and above.lemma_ in words["feeling"]
    return personal or felt or outer or (hoped and norm.strength < Strength.PLEDGED)


def _is_idle(norm: Norm, words: AgreementWords) -> bool:
    """Return whether it is no norm at all: "the aim is to", "is to blame", "which may sink"."""
    verb, head, who = norm.verb, norm.head, norm.obligor
    if who is not None and who.lemma_.lower() in words["aims"]:
        return True
    if verb.lemma_ == "do" and verb.doc[verb.i : verb.i + 2].text.endswith(" so"):
        return True
    idiom = verb.lemma_ in words["idioms"] and verb.dep_ in XCOMP
    if head.lemma_ == "be" and idiom:
        return True
    told = head.dep_ in RELCL and head.head.lemma_.lower() not in words.nouns
    restrictive = told and head.doc[head.left_edge.i - 1].text != ","
    why = verb.dep_ in ADVCL and any(c.lower_ in words["reasons"] for c in verb.children)
    loose = restrictive or (why and norm.strength is Strength.WEAK)
    loose = loose or (norm.past and _is_of_noun(verb))
    return loose and norm.strength < Strength.PLEDGED


def _is_of_noun(verb: Token) -> bool:
    """Return whether a verb stands in a clause that describes a noun: "the fact that it would"."""
    while verb.head.i != verb.i:
        if verb.head.pos_ == "NOUN" and verb.dep_ in ACL | CCOMP | RELCL:
            return True
        verb = verb.head
    return False


def _is_of_agreement(norm: Norm, words: AgreementWords) -> bool:
    """Return whether it says what becomes of the agreement: "may be renewed", "shall apply"."""
    becomes, held = norm.verb.lemma_ in words["becoming"], object_of(norm.verb)
    if norm.obligor is not None and _is_called(norm.obligor, words):
        return True  # "a deal to end the war"
    if held is not None and norm.verb.lemma_ in words["ending_it"]:
        return held.lower_ == "it" or _is_called(held, words)
    if norm.strength is Strength.STATED and not becomes:
        return False
    subject = _patient(norm.verb) or norm.obligor or _patient(norm.head)
    if subject is None:
        return norm.verb.lemma_ in words["prolonging"]
    itself = subject.lower_ == "it" and becomes and norm.verb.lemma_ not in words["vague_of_it"]
    return itself or _is_called(subject, words)


def _is_called(noun: Token, words: AgreementWords) -> bool:
    """Return whether a noun calls an agreement, the end of "cease-fire" among them."""
    hyphened = noun.doc[max(0, noun.i - 2) : noun.i + 1].text.lower()
    return noun.lemma_.lower() in words.names or hyphened in words.nouns


def _patient(verb: Token) -> Token | None:
    return first_child(verb, SUBJECTS)
