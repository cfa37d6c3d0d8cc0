"""The agreements of a text and their terms: which of its norms are what somebody agreed to.

What speakers ask of the world besides ("voters must decide") is no term, but is kept apart: it may
be what somebody has promised or ordered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from variorum.agreements.agreement_facts import Told, told
from variorum.agreements.agreement_mentions import is_agreement_text
from variorum.agreements.agreement_places import place_of
from variorum.agreements.agreement_types import is_typed, monitors, type_of
from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.clause_parts import parts
from variorum.agreements.norms.norm_candidates import is_statement
from variorum.agreements.norms.norm_grammar import Norm, Strength
from variorum.agreements.norms.norms import norms
from variorum.agreements.obligors import Obligors, aliases
from variorum.agreements.parties import Parties
from variorum.agreements.threads import Thread, threads
from variorum.edtf import days
from variorum.language.dependents import first_child
from variorum.language.features import is_plural
from variorum.language.noun_phrases import phrase
from variorum.language.relations import CCOMP, SUBJECTS
from variorum.language.word_lists import words
from variorum.model import Clause, Document, Modality, Pact, Place, When
from variorum.model.terms import AgreementType
from variorum.text import span

_EARLIER = words("agreements", "earlier")
_YEAR = re.compile(r"\b\d{4}\b")
HEAD = 1200  # The text of an agreement calls its parties by other names within so many characters


@dataclass(frozen=True)
class _Text:
    """A document with its dates and places, and whether it is the text of an agreement."""

    document: Document
    whens: Sequence[When]
    places: Sequence[Place]
    whole: bool


@dataclass(frozen=True)
class _Agreed:
    """What a thread says about its agreement."""

    thread: Thread
    told: Told
    obligors: Obligors
    type: AgreementType


def agreements(
    document: Document, doc: Doc, whens: Sequence[When], places: Sequence[Place]
) -> tuple[list[Pact], list[Clause], list[Clause]]:
    """Return the agreements of an English document, their terms, and the norms outside them.

    An agreement of which neither a term nor a party nor a time is told is none.

    Args:
        document: the document.
        doc: its parse.
        whens: its dates.
        places: its places.
    """
    text = _Text(document, whens, places, is_agreement_text(document))
    names = aliases(document.text[:HEAD])
    pacts: list[Pact] = []
    clauses: list[Clause] = []
    for thread in threads(document, doc, text.whole):
        one = _agreed(text, doc, thread, names)
        terms = list(_terms(text, one, len(pacts)))
        if _is_told(text, one, terms):
            pacts.append(_pact(text, one, len(pacts)))
            clauses += terms
    taken = {clause.span.start for clause in clauses}
    apart = [clause for clause in _apart(text, doc) if clause.span.start not in taken]
    return pacts, clauses, apart


def _agreed(text: _Text, doc: Doc, thread: Thread, names: dict[str, str]) -> _Agreed:
    """Return what a thread says; `names` are the short names that the text gives the parties."""
    one = told(doc, thread.talks, thread.sentences, text.whens, whole=text.whole)
    sure = [
        norm
        for norm in thread.norms
        if norm.strength is not Strength.WEAK and norm.verb.i not in thread.loose
    ]
    kind = type_of(thread.talks, thread.sentences)
    return _Agreed(thread, one, Obligors(one.parties, sure, names), kind)


def _is_ahead(reached: str | None, text: _Text) -> bool:
    """Return whether a day without its year lies behind the report: "on Friday they agreed".

    Under a later update an agreement may be one that was reached after the first report.
    """
    told, published = (days(d) if d else None for d in (reached, text.document.published))
    named = any(w.edtf == reached and _YEAR.search(w.text) for w in text.whens)
    return not named and told is not None and published is not None and told[0] > published[1]


def _terms(text: _Text, one: _Agreed, number: int) -> Iterator[Clause]:
    """Yield the terms of an agreement, in their order."""
    talks = one.thread.talks
    named = len(one.told.parties.names) > 1
    earlier = (t.other and any(c.lower_ in _EARLIER for c in t.noun.children) for t in talks)
    cited = bool(talks) and not named and all(earlier)
    for norm in () if cited else one.thread.norms:
        if (text.whole and not is_statement(norm)) or _is_term(norm, one):
            yield _clause(text, norm, number, one.obligors, one.told.since)


def _is_monitor(norm: Norm) -> bool:
    """Return whether who is bound is a body that watches: "a joint commission will verify"."""
    who = norm.obligor
    if who is None or any(c.dep_ in CCOMP or c.text == ":" for c in norm.verb.children):
        return False  # "the envoy observes that"
    return who.lemma_.lower() in load()["monitors"] or who.pos_ == "PROPN"


def _is_term(norm: Norm, one: _Agreed) -> bool:
    """Return whether a norm near an agreement is one of its terms: its parties are known now."""
    speaker = first_child(norm.verb.head, SUBJECTS) if norm.verb.dep_ in CCOMP else None
    if speaker is not None and speaker.lemma_.lower() in load()["monitors"]:
        return False  # "the monitors said that they would look into it"
    if norm.verb.lemma_ in load()["watching"] and _is_monitor(norm):
        return True
    loose = norm.verb.i in one.thread.loose and not one.obligors.binds(norm)
    supposed = norm.is_demand and norm.head.lemma_ in load()["supposing"]
    supposed = supposed and norm.verb.i not in one.thread.framed and not one.obligors.binds(norm)
    if loose or supposed or _is_elsewhere(norm, one):
        return False
    several = len(one.obligors.parties) > 1
    if norm.present:
        return norm.verb.i not in one.thread.loose and several and one.obligors.binds(norm)
    if not norm.is_doubtful or norm.verb.i in one.thread.framed:
        return True
    known, typed = one.obligors.known, one.type is not AgreementType.OTHER
    plural = norm.obligor is None or is_plural(norm.obligor)
    plural = plural and not (norm.past and norm.head.lemma_ in load()["supposing"])
    return several and (known or typed) and ((plural and known) or one.obligors.binds(norm))


def _is_elsewhere(norm: Norm, one: _Agreed) -> bool:
    """Return whether somebody else has promised it, or it tells only what would or could be."""
    known = one.obligors.known
    if norm.strength is Strength.PLEDGED and known and not one.obligors.agreed(norm):
        return True
    named = known and norm.modality is not Modality.MAY and one.obligors.is_named(norm)
    would = norm.past and norm.strength is Strength.WEAK and norm.verb.i not in one.thread.framed
    return would and not named and norm.verb.i in one.thread.loose


def _is_told(text: _Text, one: _Agreed, terms: Sequence[Clause]) -> bool:
    """Return whether enough is told for it to be an agreement: who agreed on what, or when."""
    times, talks = one.told.times, [talk for talk in one.thread.talks if not talk.weak]
    known = one.obligors.known
    dated = bool(times.start or times.end or times.reached)
    if known and dated:
        return True
    joint = any(talk.noun.pos_ == "VERB" for talk in talks)
    loose = load().lone | load().vague
    sure = any(talk.noun.lemma_.lower() not in loose for talk in talks)
    typed = one.type is not AgreementType.OTHER
    stated = bool(one.thread.stated) and (typed or len(terms) > 1)
    stated = (stated or len(one.obligors.parties) > 1) and (sure or dated)
    named = typed and len(terms) > 1 and is_typed(talks)
    return bool(terms) and (known or text.whole or joint or stated or named)


def _apart(text: _Text, doc: Doc) -> Iterator[Clause]:
    """Yield what anybody must, shall or will do, wherever it is told."""
    nobody = Obligors(Parties(), (), {})
    for norm in norms(doc):
        if norm.present or norm.modality is Modality.MAY or norm.strength is Strength.STATED:
            continue
        clause = _clause(text, norm, None, nobody, None)
        supposed = norm.past and norm.strength is Strength.WEAK  # "if it was real I would leave"
        if not (supposed and clause.condition):
            sworn = norm.strength is Strength.PLEDGED and norm.obligor is not None
            yield clause.model_copy(update={"sworn": sworn})


def _clause(
    text: _Text, norm: Norm, number: int | None, named: Obligors, since: str | None
) -> Clause:
    """Return a norm as a term; `since` is the day that its date follows, else its text's own."""
    obligor, obligors = named.of(norm)
    since = since or text.document.published
    read = parts(text.document, norm, named.parties, text.whens, text.places, since)
    return read.model_copy(update={"agreement": number, "obligor": obligor, "obligors": obligors})


def _pact(text: _Text, one: _Agreed, number: int) -> Pact:
    document, thread = text.document, one.thread
    sentence = thread.sentences[0]
    start, end = sentence.start_char, sentence.start_char + len(sentence.text.rstrip())
    first = thread.talks[0].noun if thread.talks else None
    times = one.told.times
    return Pact(
        number=number,
        label=phrase(first) if first is not None and first.pos_ != "VERB" else "agreement",
        type=one.type,
        parties=one.obligors.parties,
        mediators=one.told.parties.mediators,
        reached=None if _is_ahead(times.reached, text) else times.reached,
        start=times.start,
        end=times.end,
        duration=one.told.duration,
        entry=one.told.entry,
        renewal=one.told.renewal,
        place=place_of(thread.talks, thread.sentences, text.places),
        stage=one.told.stage,
        form=one.told.form,
        monitoring=tuple(monitors(document, thread.sentences)),
        text_of=text.whole,
        span=span(document, start, end),
    )
