"""Acts: what claims say was done or was not, by whom, to what, and when, brought to deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from variorum.compare.compliance.action_lexicon import Deeds, load, stems
from variorum.compare.compliance.action_reading import meant, verbs_in, with_particle
from variorum.edtf import days
from variorum.language.word_lists import alternatives
from variorum.model import Argument, Claim, Document, Proposition, Stance

__all__ = ["Act", "acts", "told"]

STATED = frozenset({Stance.ASSERTS, Stance.DENIES})
# How many characters around a verb hold what it was done to.
REACH, BEFORE = 90, 60
OBJECT_WORDS = 6
AGENT_REACH = 80
OWNER_REACH = 60
_STOP = re.compile(r"(?<=[a-z])[.;](?:\s|$)|\n\n")
# "Masked men of the Stone Column", "drones flown by Drace": whose they are.
_BELONGS = re.compile(
    rf"(?: (?:{alternatives('compare', 'belonging')})"
    r" (?:the )?[\w’'-]+(?: [A-Z][\w’'-]*| of(?: the)? [A-Z][\w’'-]*){0,4})+"
)
_AGENT_END = re.compile(r"[.,;:]| on | in | at ")
_TARGET_END = re.compile(
    rf"[.,;:]| (?:{alternatives('compare', 'behind_targets')})\b"
    r"| on (?=\d|[A-Z][a-z]+day\b)"
)
OWN_REACH = 8
_OWN = re.compile(rf"\b(?:{alternatives('compare', 'owning')}) $")
_OWNER = re.compile(r"(?:[Tt]he )?[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*)*(?:['’]s?)\s+$")
_ACCUSED = re.compile(
    rf"\b(?:{alternatives('compare', 'accusing')})\w*\s+(?P<who>[^.;]*?)"
    rf"\s+(?:{alternatives('compare', 'before_faults')})\s+"
    rf"(?:having\s+)?(?P<verb>[a-z]+ing|{alternatives('compare', 'breaching')})\b(?P<rest>[^.;]*)"
)


@dataclass(frozen=True)
class Act:
    """What a claim says was done, or was not."""

    claim: Claim
    deeds: frozenset[str]
    done: bool
    agent: str | None
    """The words of who did it; None where nobody is named."""
    patient: frozenset[str]
    """The stems of what it was done to."""
    text: str
    """The words around the verb."""
    when: tuple[date, date] | None
    edtf: str | None
    whole: bool | None = None
    """Whether an agreement as a whole was kept, where that is what it says."""
    target: str = ""
    """The words of what it was done to, or against; empty where that is not told."""
    around: str = ""
    """All words behind the verb in its clause."""


def told(claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[Act]:
    """Return what is said to have been done, once for each verb: by the claim nearest to it."""
    best: dict[tuple[object, ...], Act] = {}
    for claim in claims:
        for act in acts(claim, documents[claim.document]):
            key = (claim.document, act.text, act.whole, act.deeds)
            if key not in best or _size(claim) < _size(best[key].claim):
                best[key] = act
    return list(best.values())


def _size(claim: Claim) -> int:
    return sum(len(part.exact) for part in claim.content)


def acts(claim: Claim, document: Document) -> Iterator[Act]:
    """Yield what a claim says was done or left; promises, orders and forecasts say nothing done."""
    if claim.stance not in STATED or claim.part_of is not None:
        return
    for proposition in claim.propositions:
        yield _act(claim, proposition, document)
    yield from _accused(claim, document)


def _act(claim: Claim, one: Proposition, document: Document) -> Act:
    text, place = document.text, one.span
    after = _STOP.split(text[place.end : place.end + REACH])[0]
    deeds, turned = meant(
        with_particle(one.predicate, after), f"{place.exact} {after}", OBJECT_WORDS
    )
    denied = claim.stance is Stance.DENIES
    whole = _whole(one, load())
    start = max(place.start - BEFORE, text.rfind("\n", 0, place.start) + 1)
    edtf = one.when or _dated(claim, place.start) or document.published
    return Act(
        claim=claim,
        deeds=deeds,
        done=(one.negated is denied) is not turned,
        agent=_agent(claim, one, document),
        patient=_patient(one, document),
        target=_target(one, document, after),
        around=after,
        text=text[start : place.end] + after,
        when=days(edtf) if edtf else None,
        edtf=edtf,
        whole=whole if whole is None or one.negated is denied else not whole,
    )


def _patient(one: Proposition, document: Document) -> frozenset[str]:
    if one.patient is None:
        return frozenset()
    start, end = one.patient.span.start, one.patient.span.end
    if end <= one.span.start:
        end = min(one.span.start, start + AGENT_REACH)
    return stems(document.text[start:end])


def _target(one: Proposition, document: Document, after: str) -> str:
    """Return what it was done to as written, or else what follows the verb: "fired on the post"."""
    if one.patient is None or one.patient.span.start > one.span.end + OWN_REACH:
        return _target_in(after)
    start, end = one.patient.span.start, one.patient.span.end
    if end <= one.span.start:  # of a passive
        return document.text[start:end]
    return _target_in(after)


def _target_in(after: str) -> str:
    """Return the words behind a verb up to where it was done, when, or what else was."""
    return _TARGET_END.split(after)[0].strip()


def _agent(claim: Claim, one: Proposition, document: Document) -> str | None:
    """Return who did it in words: of a pronoun, who speaks."""
    if one.agent is None or one.agent.head.lower() in load().lists["deadlines"]:
        return None
    if one.agent.pronoun:
        return claim.speaker.name if claim.speaker.span is not None else ""
    if one.agent.head.lower() in load().lists["agreements"]:
        return ""  # "a deal between the army and the front came out": neither came
    before = document.text[max(0, one.agent.span.start - OWN_REACH) : one.agent.span.start]
    if _OWN.search(before) and claim.speaker.span is not None:
        return claim.speaker.name  # "its troops" are the speaker's
    return _extended(one.agent, one, document)


def _extended(agent: Argument, one: Proposition, document: Document) -> str:
    """Return an agent with what stands around its noun: "masked men of the Stone Column"."""
    start, end = agent.span.start, agent.span.end
    owner = _OWNER.search(document.text[max(0, start - OWNER_REACH) : start])
    start -= len(owner.group()) if owner else 0
    if end < one.span.start:
        after = document.text[end : min(one.span.start, end + AGENT_REACH)]
        belongs = _BELONGS.match(after)
        return document.text[start:end] + (belongs.group() if belongs else "")
    return document.text[start:end] + _AGENT_END.split(document.text[end : end + AGENT_REACH])[0]


def _dated(claim: Claim, place: int) -> str | None:
    """Return the date of a claim that stands nearest to a place in the text."""
    dated = [w for w in claim.when if w.dated and "X" not in w.edtf]
    nearest = min(dated, key=lambda w: abs(w.span.start - place), default=None)
    return nearest.edtf.split("T")[0] if nearest is not None else None


def _whole(one: Proposition, lexicon: Deeds) -> bool | None:
    """Return whether a clause says of an agreement as a whole that it was kept, or broken."""
    lists = lexicon.lists
    heads = {argument.head.lower() for argument in (one.agent, one.patient) if argument}
    if not heads & lists["agreements"]:
        return None
    verbs = {one.predicate, one.predicate.split()[0]}
    if verbs & lists["whole_broken"]:
        return False
    return True if verbs & lists["whole_kept"] else None


def _accused(claim: Claim, document: Document) -> Iterator[Act]:
    """Read "accused the army of breaking the truce by firing on the town"."""
    lexicon = load()
    text = f"{claim.cue.exact} {claim.text}" if claim.cue is not None else claim.text
    for match in _ACCUSED.finditer(text):
        verb, rest = lexicon.base(match["verb"]) or match["verb"], match["rest"]
        broken = verb in lexicon.lists["whole_broken"]
        own = lexicon.of_words(stems(rest)) if broken else lexicon.of_verb(verb)
        edtf = _dated(claim, claim.content[-1].end) or document.published
        yield Act(
            claim=claim,
            deeds=own | verbs_in(rest, verb),
            done=True,
            agent=match["who"],
            patient=frozenset(),
            target=_target_in(rest),
            around=rest,
            text=match["verb"] + rest,
            when=days(edtf) if edtf else None,
            edtf=edtf,
            whole=False if broken else None,
        )
