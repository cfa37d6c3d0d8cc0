"""Acts: what claims say was done or was not, by whom, to what, and when, brought to deeds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from variorum.compare.compliance.action_lexicon import load, stems
from variorum.compare.compliance.action_reading import meant, verbs_in, with_particle
from variorum.edtf import ends
from variorum.language.files import table
from variorum.language.word_lists import pattern, words
from variorum.language.words.deed_words import deed_words
from variorum.language.words.lexers import letters
from variorum.model import Argument, Claim, Document, Place, Proposition, Stance

STATED = frozenset({Stance.ASSERTS, Stance.DENIES})
MEANT = frozenset({Stance.INTENDS, Stance.PROMISES})
# How many characters around a verb hold what it was done to.
REACH, BEFORE = 90, 60
OBJECT_WORDS = 6
# What "hardly any of them" and "half of them" are taken for.
FEW, HALF = 0.1, 0.5
AGENT_REACH, OWNER_REACH = 80, 60
# A word that negates a deed stands so many words before it.
NEGATED = 3
_STOP = re.compile(r"(?<=[a-z])[.;](?:\s|$)|\n\n")
_PRONOUN = re.compile(r" (?:him|it|them)\b")
# "Masked men of the Stone Column", "drones flown by Drace": whose they are.
_BELONGS = pattern(
    "compare",
    r"(?: {belonging} (?:the )?[\w’'-]+(?: [A-Z][\w’'-]*| of(?: the)? [A-Z][\w’'-]*){0,4})+",
)
_AGENT_END = re.compile(r"[.,;:]| on | in | at ")
_TARGET_END = pattern("compare", r"[.,;:](?!\d)| {behind_targets}\b| on (?=\d|[A-Z][a-z]+day\b)")
_OWN = pattern("compare", r"\b{owning} $")
_BETWEEN = re.compile(r"\bbetween [^.;,]* and (?:the )?$")
# "Has not the will to fight": it says nothing of what was done.
_ONLY_WANTED = pattern("compare", r"\b{only_wanted}\W? to $")
# "Violated a June 17 ceasefire", "the previous truce": another than the one that is told of.
_SOME_CASES = pattern("compare", r"\bin (?:\d[\d,.]*|{some_of}) {case_nouns}\b")
_ANOTHER = pattern(
    "compare", r" (?:{determiners} )?{agreements.earlier}\b| an? (?:[A-Z]\w+ \d|\d+ [A-Z])"
)
_SIGNED = pattern("compare", r"\b{signing}\w*(?: in [A-Z]\w+)? on $")
_OWNER = re.compile(r"(?:[Tt]he )?[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*)*(?:['’]s?)\s+$")
_ACCUSED = pattern(
    "compare",
    r"\b{accusing}\w*\s+(?P<who>[^.;]*?)\s+{before_faults}\s+(?:having\s+)?(?P<verb>[a-z]+ing"
    r"|{breaching})\b(?P<rest>[^.;]*)",
)
# "The attack was a direct violation of the truce", "40 breaches of the accord by the army".
_VIOLATION = pattern(
    "compare", r"(?i)\b{violations} of (?:[\w-]+ ){1,4}?{agreements}\b(?: by (?P<who>[^.,;]*))?"
)
_HELD = pattern(
    "compare",
    r"(?i)\b{agreements}(?P<before>(?: {before_held})*) (?:(?P<held>{held})|{fallen})\b(?! by)",
)
PARTICLES = words("compare", "particles")  # what is "kept back" is not kept
UNSURE, NONE = words("compare", "unsure_violations"), words("compare", "no_violations")
# Only so many of those who were to do it did: "two of forty lorries", "fewer than half of the men".
_PART = pattern("compare", r"(?i)\b(?:(?P<few>{minorities})|{parts})\b")
_BEGUN = pattern("compare", r"\b{begun} (?:to [a-z]+|[a-z]+ing)\b")
_OF_MANY = pattern("compare", r"\b(?P<some>[\w,]+) of (?:{determiners} )?(?P<all>[\w,]+)\b")


@dataclass(frozen=True)
class Act:
    """What a claim says was done, or was not."""

    claim: Claim
    text: str
    """The words around the verb."""
    when: tuple[date, date] | None
    edtf: str | None
    deeds: frozenset[str] = frozenset()
    done: bool = True
    agent: str | None = None
    """The words of who did it; None where nobody is named."""
    patient: frozenset[str] = frozenset()
    """The stems of what it was done to."""
    whole: bool | None = None
    """Whether an agreement as a whole was kept, where that is what it says."""
    target: str = ""
    """The words of what it was done to, or against; empty where that is not told."""
    around: str = ""
    """All words behind the verb in its clause."""
    by_then: bool = False
    """Whether it was so by the day, and may have been before: "by August"."""
    share: float = 1.0
    """How much of all did it or was done to, where the words tell: "two of forty lorries"."""
    counted: bool = False
    """Whether who did it is told by a number: "275 fighters left" tells of no others."""
    places: tuple[Place, ...] = ()
    """The places on the map that its claim names."""


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
    if claim.part_of is not None:
        return
    if claim.stance in STATED:
        told = [
            _act(claim, one, document)
            for one in claim.propositions
            if not _ONLY_WANTED.search(document.text[: one.span.start][-BEFORE:])
        ]
        yield from told
        yield from () if claim.propositions else _by_lexicon(claim, document)
        yield from _accused(claim, document)
        yield from _violations(claim, document)
        if all(act.whole is None for act in told):
            yield from _held(claim, document)
    elif claim.stance in MEANT:
        yield from _refused(claim, document)


def _act(claim: Claim, one: Proposition, document: Document) -> Act:
    text, place = document.text, one.span
    after = _STOP.split(text[place.end : place.end + REACH])[0]
    deeds, turned = meant(
        with_particle(one.predicate, after), f"{place.exact} {after}", OBJECT_WORDS
    )
    denied = claim.stance is Stance.DENIES
    beside = bool(after.split()[:1]) and after.split()[0] in PARTICLES
    some = one.negated and _SOME_CASES.search(after) is not None
    whole = None if beside or some or _ANOTHER.match(after) else _whole(one)
    before = text[max(place.start - BEFORE, text.rfind("\n", 0, place.start) + 1) : place.start]
    if _PRONOUN.match(after) is None:  # "them" are named before
        before = _STOP.split(before)[-1]
    told = one.when or _dated(claim, place.start, document)
    when, edtf = _time(told, document)
    return Act(
        claim=claim,
        deeds=deeds if whole is None else _by(after) if whole is False else frozenset(),
        done=(one.negated is denied) is not (turned and whole is None),
        agent=_agent(claim, one, document),
        patient=_patient(one, document),
        target=_target(one, document, after),
        around=after,
        text=before + place.exact + after,
        when=when,
        edtf=edtf,
        whole=whole if whole is None or one.negated is denied else not whole,
        by_then=told is not None and told.startswith("../"),
        share=_share(before + place.exact + after),
        counted=_is_counted(claim, one),
        places=tuple(p for p in claim.places if p.lat is not None),
    )


def _by(after: str) -> frozenset[str]:
    """Return the deeds of "broke the truce by shelling the town"."""
    _, by, rest = after.partition(" by ")
    first = rest.split(maxsplit=1)[0] if by and rest else ""
    named = load().of_words(stems(rest)) | verbs_in(rest, "")
    return named if first.endswith("ing") else frozenset()


def _time(told: str | None, document: Document) -> tuple[tuple[date, date] | None, str | None]:
    """Return the days on which something is taken to have been, and what is said of them, in EDTF.

    What is told without a day is taken to have been on the day of its report. That is not when it
    was: it was by then.
    """
    published = document.published
    first, last = ends(told or published)
    # Of an open date, twice the day that it tells.
    one, two = first or last, last or first
    days = (one, two) if one is not None and two is not None else None
    return days, told or (f"../{published}" if published else None)


def _patient(one: Proposition, document: Document) -> frozenset[str]:
    if one.patient is None:
        return frozenset()
    start, end = one.patient.span.start, one.patient.span.end
    if end <= one.span.start:
        end = min(one.span.start, start + AGENT_REACH)
    return stems(document.text[start:end])


def _target(one: Proposition, document: Document, after: str) -> str:
    """Return what it was done to as written, or else what follows the verb: "fired on the post"."""
    patient = one.patient
    if patient is not None and patient.span.end <= one.span.start:  # of a passive
        return document.text[patient.span.start : patient.span.end]
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
    before = document.text[max(0, one.agent.span.start - AGENT_REACH) : one.agent.span.start]
    if _BETWEEN.search(before):
        return ""  # "a photo of a deal between the army and the front came out"
    if _OWN.search(before) and claim.speaker.span is not None:
        return claim.speaker.name  # "its troops" are the speaker's
    return _extended(one.agent, one, document)


def _extended(agent: Argument, one: Proposition, document: Document) -> str:
    """Return an agent with what stands around its noun: "masked men of the Stone Column"."""
    start, end = agent.span.start, agent.span.end
    owner = _OWNER.search(document.text[max(0, start - OWNER_REACH) : start])
    start -= len(owner.group()) if owner else 0
    if end < one.span.start:
        belongs = _BELONGS.match(document.text[end : min(one.span.start, end + AGENT_REACH)])
        return document.text[start:end] + (belongs.group() if belongs else "")
    return document.text[start:end] + _AGENT_END.split(document.text[end : end + AGENT_REACH])[0]


def _dated(claim: Claim, place: int, document: Document) -> str | None:
    """Return the date of a claim that stands nearest to a place in the text.

    The day on which an agreement was signed is not that of what was done under it.
    """
    dated = [
        w
        for w in claim.when
        if w.dated
        and "X" not in w.edtf
        and not _SIGNED.search(document.text[max(0, w.span.start - BEFORE) : w.span.start])
    ]
    nearest = min(dated, key=lambda w: abs(w.span.start - place), default=None)
    return nearest.edtf.split("T")[0] if nearest is not None else None


def _whole(one: Proposition) -> bool | None:
    """Return whether a clause says of an agreement as a whole that it was kept, or broken."""
    lists = load().lists
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
        broken, left = verb in lexicon.lists["whole_broken"], verb in lexicon.lists["fails"]
        own = lexicon.of_words(stems(rest)) if broken else lexicon.of_verb(verb)
        if left:
            own, _ = meant(verb, f"{verb}{rest}", OBJECT_WORDS)
        yield _dated_act(
            claim,
            claim.content[-1].end,
            document,
            deeds=own if left else own | verbs_in(rest, verb),
            done=not left,
            agent=match["who"],
            target=_target_in(rest),
            around=rest,
            text=match["verb"] + rest,
            whole=False if broken else None,
        )


def _dated_act(claim: Claim, place: int, document: Document, **told: Any) -> Act:
    """Return an act of the day that its claim tells nearest to a place in the text."""
    when, edtf = _time(_dated(claim, place, document), document)
    return Act(claim=claim, when=when, edtf=edtf, **told)


def _violations(claim: Claim, document: Document) -> Iterator[Act]:
    """Read "the attack was a violation of the truce", "no breach of the accord was seen"."""
    for match in _VIOLATION.finditer(claim.text):
        before = frozenset(map(str.lower, letters(claim.text[: match.start()])))
        if before & UNSURE:
            continue
        by = _AGENT_END.split(match["who"])[0] if match["who"] else None
        yield _of_whole(claim, document, match.group(), by, kept=bool(before & NONE))


def _held(claim: Claim, document: Document) -> Iterator[Act]:
    """Read "the truce held for ten days", of which the parser makes no clause."""
    for match in _HELD.finditer(claim.text):
        denied = not NONE.isdisjoint(match["before"].lower().split())
        kept = (match["held"] is not None) is not denied
        yield _of_whole(claim, document, match.group(), None, kept=kept)


def _of_whole(claim: Claim, document: Document, words: str, by: str | None, *, kept: bool) -> Act:
    whole = (claim.stance is Stance.DENIES) is not kept
    return _dated_act(claim, claim.start, document, agent=by, text=words, whole=whole)


def _by_lexicon(claim: Claim, document: Document) -> Iterator[Act]:
    """Read what is told in a language of the lexicon: who stands first has done it."""
    words, text = deed_words(document.language), claim.text
    cue = claim.cue.exact if claim.cue is not None else ""
    if words is not None and (breaker := words.breaker(text, cue)) is not None:
        kept = words.is_unbroken(text)
        yield _of_whole(claim, document, text, words.bare(breaker) or None, kept=kept)
    deed = words.find(text) if words is not None else None
    if words is None or deed is None or words.bids(text):
        return
    first, rest = text[: deed.start], text[deed.end :]
    who = re.split(r"[\d,]", first)[0] if first.strip() else " ".join(rest.split()[:2])
    done_to = words.is_passive(text) or bool(set(words.things(who)) - {"troop"})
    if done_to and deed.verb == "attack":
        return  # who did it stands elsewhere
    near = f"{' '.join(first.split()[-NEGATED:])} {text[deed.start : deed.end]}"
    if words.denied(text) and not words.denied(near):
        return  # something else is denied
    deeds, turned = meant(deed.verb, f"{deed.verb} {deed.object}")
    target = text.replace(who, "", 1).strip()
    yield _dated_act(
        claim,
        claim.start,
        document,
        deeds=deeds,
        done=(words.denied(near) is (claim.stance is Stance.DENIES)) is not turned,
        agent=None if done_to else words.bare(who),
        patient=stems(deed.object),
        target=target,
        around=target,
        text=f"{target} {deed.object}",
    )


def _refused(claim: Claim, document: Document) -> Iterator[Act]:
    """Read "the front refused to hand over the guns": they were not handed over."""
    cue = letters(claim.cue.exact) if claim.cue is not None else []
    verb = load().base(cue[-1].lower()) if cue else None
    if verb not in load().lists["fails"] or claim.speaker.span is None or claim.cue is None:
        return
    deeds, _ = meant(str(verb), f"{verb} {claim.text}", OBJECT_WORDS)
    start, end = claim.speaker.span.start, claim.cue.start
    agent = document.text[start:end].strip() if start < end else claim.speaker.name
    yield _dated_act(
        claim,
        claim.start,
        document,
        deeds=deeds,
        done=False,
        agent=_AGENT_END.split(agent)[0],
        patient=stems(_target_in(claim.text)),
        target=_target_in(claim.text),
        around=claim.text,
        text=claim.text,
    )


def _is_counted(claim: Claim, one: Proposition) -> bool:
    """Return whether a number stands in or right before the words for who did it."""
    agent = one.agent.span if one.agent is not None else None
    return agent is not None and any(
        not measure.polarity and agent.start - 1 <= measure.span.end <= agent.end
        for measure in claim.measures
    )


def _share(text: str) -> float:
    """Return how much of all is told, as far as the words say: 0.05 of "two of forty lorries"."""
    units = table("numerals")["en"]["units"]
    for match in _OF_MANY.finditer(text):
        told = (match[name].lower().replace(",", "") for name in ("some", "all"))
        some, many = (int(w) if w.isdecimal() else units.get(w, 0) for w in told)
        if 0 < some < many:
            return float(some / many)
    part = _PART.search(text) or _BEGUN.search(text)
    return 1.0 if part is None else FEW if part.groupdict().get("few") else HALF
