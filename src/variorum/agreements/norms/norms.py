"""Norms: the clauses that say what somebody must, must not or may do.

Each is read off its verb and the words around it, after the modalities of deontic logic that Asooja
et al. and the LegalRuleML standard (OASIS 2021) use for the norms of legal texts: obligation,
prohibition, permission. Whether a norm is the term of an agreement is not decided here.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.agreements.norms.agreement_words import AgreementWords, load
from variorum.agreements.norms.listed import established, points
from variorum.agreements.norms.modals import bindings, infinitives
from variorum.agreements.norms.norm_grammar import Norm, Strength, about, abstains, is_alternative
from variorum.agreements.norms.stated import is_asked, is_for_agreement, statements
from variorum.language import relations as rel
from variorum.language.dependents import OBJECTS, children_of, first_child, has_child
from variorum.language.features import is_base_form, is_modal, is_present
from variorum.language.verbs import agent_of, has_passive
from variorum.language.word_lists import words
from variorum.model import Modality

MODALS = {
    **dict.fromkeys(("must", "shall"), (Modality.MUST, Strength.STRONG)),
    **dict.fromkeys(words("agreements", "weak_duty"), (Modality.MUST, Strength.WEAK)),
    "may": (Modality.MAY, Strength.STRONG),
    **dict.fromkeys(words("agreements", "weak_right"), (Modality.MAY, Strength.WEAK)),
}
CLIMBS = 5  # So many clauses may stand between a verb and the norm that it is inside
# A verb that another shares its duty with says by these what is to be done.
SAYING = OBJECTS | rel.ADPOSITION | rel.AGENT | rel.CCOMP | rel.XCOMP

_KEY = "variorum.norms"


def norms(doc: Doc) -> list[Norm]:
    """Return the norms of the text in the order of their verbs.

    Of several readings of one verb the surest is kept. They are kept with the parse, as what stands
    in agreements and what stands outside are read one after the other.
    """
    kept: list[Norm] | None = doc.user_data.get(_KEY)
    if kept is None:
        kept = doc.user_data[_KEY] = _norms(doc)
    return kept


def _norms(doc: Doc) -> list[Norm]:
    words = load()
    found: dict[int, Norm] = {}
    for token in doc:
        if token.pos_ in {"VERB", "AUX"}:
            for norm in _read(token, words):
                if is_asked(norm.verb) or is_asked(norm.head):
                    continue
                old = found.get(norm.verb.i)
                if old is None or norm.strength > old.strength:
                    found[norm.verb.i] = norm
    for norm in points(doc, words):
        found[norm.verb.i] = norm
    found = {i: norm for i, norm in found.items() if not _is_inside(norm, found)}
    for norm in list(found.values()):
        for joined in _joined(norm):
            found.setdefault(joined.verb.i, joined)
    return [found[i] for i in sorted(found)]


def _is_inside(norm: Norm, found: dict[int, Norm]) -> bool:
    """Return whether it is but what another is about: "guarantees that nobody will be punished"."""
    if any(o.head.i == norm.verb.i and o.verb.i != norm.verb.i for o in found.values()):
        return True
    one = norm.verb
    for _ in range(CLIMBS):
        if one.dep_ not in rel.CCOMP | rel.COMPLEMENT_CLAUSE | rel.XCOMP or one.head.i == one.i:
            return False
        if any(t.text == ";" for t in one.doc[min(one.i, one.head.i) : max(one.i, one.head.i)]):
            return False
        one = one.head
        other = found.get(one.i)
        holds = other is not None and not other.present and other.strength < Strength.STATED
        if other is not None and holds and other.verb.i != norm.head.i:
            return True
    return False


def _read(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Yield the norms that a verb states or leads to, one for each way in which it does."""
    helpers = children_of(verb, rel.AUX | rel.AUX_PASS)
    modal = next((c for c in helpers if is_modal(c)), None)
    if modal is not None and not _is_wished(verb, modal):
        yield from _modal(verb, modal)
    elif not helpers and verb.lemma_ not in _said_of_it(words):
        yield from _present(verb)
    yield from _aim(verb, words)
    yield from infinitives(verb, words)
    yield from bindings(verb, words)
    yield from statements(verb, words)
    yield from established(verb, words)


def _said_of_it(words: AgreementWords) -> frozenset[str]:
    """Return verbs of what is said of the agreement: "the parties agree"; acts are none of them."""
    said = (words[name] for name in ("vow", "making", "stating", "feeling", "perform"))
    return words["noting"].union(*said) - words["acting"] - words["watching"]


def _is_wished(verb: Token, modal: Token) -> bool:
    """Read "may God avenge them": the subject stands behind the helper."""
    subject = first_child(verb, rel.SUBJECTS)
    return modal.lower_ == "may" and subject is not None and subject.i > modal.i


def _modal(verb: Token, modal: Token) -> Iterator[Norm]:
    """Read "must leave", "may not leave", "shall refrain from"; "must have left" is a guess."""
    guessed = any(c.lower_ == "have" and c.dep_ in rel.AUX for c in verb.children)
    if modal.lower_ in MODALS and not guessed:
        modality, strength = MODALS[modal.lower_]
        held = first_child(verb, OBJECTS) if verb.lemma_ == "have" else None
        if held is not None and held.lemma_ in load()["held_rights"] and modality is Modality.MUST:
            modality = Modality.MAY  # "shall have access"
        yield about(verb, verb, modality, strength, past=modal.lower_ in {"would", "could"})


def _present(verb: Token) -> Iterator[Norm]:
    """Read "the command provides two guides, and the abbey no longer jams the radar"."""
    main = verb.dep_ in rel.CCOMP | rel.CONJ | rel.PARATAXIS | rel.ROOT and is_present(verb)
    subject = first_child(verb, rel.SUBJECTS)
    if main and subject is not None and not is_for_agreement(subject, load()):
        yield replace(about(verb, verb, Modality.MUST, Strength.WEAK), present=True)


def _aim(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "the aim was for no fighter to survive", "the plan is that all leave"."""
    subject = first_child(verb, rel.SUBJECTS)
    if verb.lemma_ != "be" or subject is None or subject.lemma_.lower() not in words["aims"]:
        return
    for act in verb.subtree:
        who = first_child(act, rel.SUBJECTS)
        if act.i > verb.i and act.pos_ == "VERB" and who is not None and who.i > verb.i:
            yield replace(about(act, act, Modality.MUST, Strength.WEAK), aimed=True)
            return


def _joined(norm: Norm) -> Iterator[Norm]:
    """Yield the norms of "shall cease fire and withdraw its guns": one verb each."""
    passive = has_passive(norm.verb)
    for verb in norm.verb.children:
        who = agent_of(verb) if passive else norm.obligor
        if not _shares(verb, norm.verb) or (passive and who is not None and who == norm.obligor):
            continue  # "searched and screened by the guards": one duty
        if norm.modality is Modality.MUST and is_alternative(verb):
            continue
        turned = about(verb, norm.head, norm.modality, norm.strength, norm.past)
        modality = turned.modality if abstains(verb) else norm.modality
        joined = replace(turned, modality=modality, obligor=who, joined=True)
        yield joined
        yield from _joined(joined)


def _shares(verb: Token, first: Token) -> bool:
    """Return whether a verb shares the modal and the subject of the one that it is joined to."""
    own = any(c.dep_ in rel.SUBJECTS or is_modal(c) for c in verb.children)
    alike = (is_base_form(verb) or verb.tag_ == first.tag_) and verb.pos_ == first.pos_ == "VERB"
    return verb.dep_ in rel.CONJ and alike and not own and has_child(verb, SAYING)
