"""Agreements as one text describes them: who agreed, how, when, and for how long.

The facts are those that the ETH/PRIO Civil Conflict Ceasefire data and PA-X code by hand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from variorum.agreements.agreement_mentions import Talk
from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.due_dates import later
from variorum.agreements.parties import Parties, parties
from variorum.agreements.validity import Times, times
from variorum.language.word_lists import pattern
from variorum.model import When
from variorum.model.terms import AgreementForm, AgreementStage

_VERBAL = re.compile(
    r"\b(?:not written down|verbal(?:ly)?|oral(?:ly)?|unwritten|by (?:tele)?phone|handshake)\b",
    re.IGNORECASE,
)
_PRELIMINARY = pattern("agreements", r"(?i)\b{preliminary}\b")
_RENEWED = pattern("agreements", r"(?i)\b{renewed}\b")
_RENEWAL = pattern("agreements", r"(?i)\b{may_be} be {renewed}\b[^.;,]*|\brenewable\b[^.;,]*")
_ENTRY = pattern(
    "agreements",
    r"(?i)\b{coming_into_force} (?:into (?:force|effect)|effect) (?P<when>(?:up)?on (?:the day of"
    r" )?(?:its |the )?{entering_acts}[^.;,]*|{depending} [^.;,]*)",
)
_AT_ONCE = pattern(
    "agreements", r"(?i)\b{coming_into_force} (?:into (?:force|effect)|effect) {at_once}\b"
)
_DURATION = pattern(
    "agreements",
    r"(?i)\b(?:for|lasting|lasts?|of) (?P<how>(?:{numerals_of_spans}|{numerals}|\d+)"
    r"(?: further| more| another)?(?: \d+)?[ -]{spans}s?)\b"
    r"|\b(?P<long>(?:{numerals}|\d+)[ -]{spans})s?\b"
    r"(?=[ -](?:long )?(?:humanitarian |harvest )?{truces})",
)


@dataclass(frozen=True)
class Told:
    """What the sentences that tell of one agreement say of it; None is what they do not say."""

    parties: Parties = field(default_factory=Parties)
    times: Times = field(default_factory=Times)
    duration: str | None = None
    entry: str | None = None
    """The condition of its entry into force, as written."""
    renewal: str | None = None
    stage: AgreementStage = AgreementStage.UNCLEAR
    form: AgreementForm = AgreementForm.UNCLEAR

    @property
    def since(self) -> str | None:
        """The EDTF day from which it holds, or else on which it was reached."""
        return self.times.start or self.times.reached


def told(
    doc: Doc,
    about: Sequence[Talk],
    sentences: Sequence[Span],
    whens: Sequence[When],
    *,
    whole: bool,
) -> Told:
    """Return what the sentences tell of one agreement, the first word on each thing first.

    Args:
        doc: the parse.
        about: the places where the agreement is spoken of.
        sentences: all sentences that tell of it.
        whens: the dates of the document.
        whole: whether the document is the text of the agreement.
    """
    spoken = {talk.sentence.start for talk in about}
    text = " ".join(s.text for s in sentences if s.start in spoken or s[0].lower_ == "it")
    entry, renewal = _ENTRY.search(text), _RENEWAL.search(text)
    lasting = _DURATION.search(text)
    duration = lasting["how"] or lasting["long"] if lasting else None
    when = times(doc, about, sentences, whens)
    if when.start is None and ((entry and "signature" in entry["when"]) or _AT_ONCE.search(text)):
        when.start = when.reached
    when.end = when.end or (later(when.start, duration) if when.start and duration else None)
    return Told(
        parties=parties(about, sentences),
        times=when,
        duration=duration,
        entry=entry["when"] if entry else None,
        renewal=renewal.group() if renewal else None,
        stage=_stage(text, about, whole),
        form=AgreementForm.WRITTEN if whole else _form(text, about),
    )


def _form(text: str, about: Sequence[Talk]) -> AgreementForm:
    """Return whether it was put in writing: "verbal", "was signed", "the memorandum"."""
    if _VERBAL.search(text):
        return AgreementForm.VERBAL
    signed = any(t.lemma_ in load()["putting_in_writing"] for talk in about for t in talk.sentence)
    writings = load()["writings"]
    if signed or any(talk.noun.lemma_.lower() in writings for talk in about):
        return AgreementForm.WRITTEN
    return AgreementForm.UNCLEAR


def _stage(text: str, about: Sequence[Talk], whole: bool) -> AgreementStage:
    """Return how far it goes: "in principle", "has been extended", or the text itself."""
    if _PRELIMINARY.search(text):
        return AgreementStage.PRELIMINARY
    told_of = (talk.sentence.text for talk in about)
    if any(_RENEWED.search(words) and not _RENEWAL.search(words) for words in told_of):
        return AgreementStage.RENEWAL
    return AgreementStage.DEFINITIVE if whole else AgreementStage.UNCLEAR
