"""Duties: what a term wants done or left, by whom, of what, and in which days."""

import re
from dataclasses import dataclass
from datetime import date

from variorum.compare.actors.sides import content_words
from variorum.compare.compliance.action_lexicon import load, stem, stems
from variorum.compare.compliance.action_reading import meant, with_particle
from variorum.compare.compliance.who_acted import marks, names_in
from variorum.edtf import days
from variorum.language.word_lists import pattern, words
from variorum.model import Measure, Modality, Place

ABSTAINING = words("compare", "abstaining")
FIRE = frozenset({"fire", "hold_fire"})
SHOWING = words("compare", "showing")
CALENDAR = words("language", "calendar")
_WORD = re.compile(r"[^\W\d_]+")
MUTUAL = pattern("compare", r"\b{mutual}\b(?! {not_mutual})")
_PRONOUN = re.compile(r"\b(?:him|it|them)\b")
_NARROWED = pattern("compare", r"\b{narrowing} \d+\b")
_BEHIND = pattern("compare", r" {where} ")
_OR = re.compile(r"\bor (?P<verb>[a-z]+)\b(?! (?:at|by|of|to|in))(?= )")
_FROM = re.compile(r"\bfrom [A-Z][\w’'-]*")
_WITHOUT = re.compile(r"\bwithout (?P<what>[^,;.]+)")


@dataclass(frozen=True)
class Duty:
    """What a term wants: which deeds, whether done or left, by whom, of what, and when."""

    deeds: frozenset[str]
    wanted: bool
    """Whether the deeds are to be done; else they are to be left."""
    obligors: tuple[str, ...]
    others: tuple[str, ...]
    """The other parties."""
    things: frozenset[str]
    """The stems of the words of the act, without its verb and the parties."""
    object: frozenset[str]
    """The stem of the word for what it is done to, where that is told, else of all its things."""
    places: frozenset[str]
    """The names in it that are no party's."""
    first: date | None
    last: date | None
    due: date | None
    amount: Measure | None = None
    right: bool = False
    ceasefire: bool = False
    aims: tuple[str, ...] = ()
    """The other parties that its words name: "no operations against the front"."""
    vague: bool = False
    """Whether what it is done to is told by a pronoun: "must let them in"."""
    general: bool = False
    """Whether it names nothing that is attacked: "shall cease all operations"."""
    narrowed: str | None = None
    """Words that narrow what it is done to: "persons under 18"."""
    around: tuple[Place, ...] = ()
    """The places on the map that the reports of the agreement name."""
    marks: frozenset[str] = frozenset()
    """The stems that tell which of a sort it is done to: the "female" of "female prisoners"."""
    either: bool = False
    """Whether one of several deeds is enough: "must leave or surrender"."""


def duty(  # noqa: PLR0913  (a term with its agreement's frame, all by keyword)
    *,
    modality: Modality,
    predicate: str,
    act: str,
    obligors: tuple[str, ...],
    object_: str | None = None,
    others: tuple[str, ...] = (),
    window: tuple[str | None, str | None] = (None, None),
    due: str | None = None,
    amount: Measure | None = None,
    ceasefire: bool = False,
    around: tuple[Place, ...] = (),
    written: str = "",
) -> Duty:
    """Return what a term wants; a duty to stop something is a ban on it.

    Args:
        modality: must, must not or may.
        predicate: its verb's lemma.
        act: its words from the verb on.
        obligors: who is bound, or has the right.
        object_: what it is done to.
        others: the other parties.
        window: EDTF, from when to when the agreement holds.
        due: EDTF, what the term itself says of its time.
        amount: how much of it.
        ceasefire: whether the agreement is one.
        around: the places on the map that the reports of the agreement name.
        written: its words in the report.
    """
    verb = predicate.split(maxsplit=1)[0]
    deeds, turned, act, narrowed = _deeds(modality, predicate, act, written)
    either = _OR.search(act) if modality is Modality.MUST else None
    if either is not None:
        deeds |= load().of_verb(with_particle(either["verb"], act[either.end() :]))
    parties = frozenset(word for side in (*obligors, *others) for word in content_words(side))
    own = {stem(word) for word in parties}
    # Its months and weekdays say when, and not of what.
    undated = _WORD.sub(
        lambda m: "" if m.group()[0].isupper() and m.group().lower() in CALENDAR else m.group(), act
    )
    told = f"{undated} {object_ or ''}"
    named = names_in(undated)
    things = stems(told) - {stem(verb)} - own
    first = (object_ or "").split(" of ")[0]
    start, last, day = _days(window, due)
    return Duty(
        deeds=deeds,
        wanted=(modality is not Modality.MUST_NOT) is not (turned and verb not in ABSTAINING),
        obligors=obligors,
        others=others,
        things=things,
        object=(stems(_head(object_)) - own if object_ else frozenset()) or things,
        places=names_in(_FROM.sub("", undated) if deeds & FIRE else undated) - parties,
        first=start,
        last=last,
        due=day,
        amount=amount,
        right=modality is Modality.MAY,
        ceasefire=ceasefire,
        vague=_PRONOUN.search(act) is not None,
        aims=_aims(undated, obligors, others),
        general=not {w for w in things - set(map(stem, named)) if not _is_hostile(w)},
        narrowed=narrowed,
        marks=marks(stems(first) - own) - stems(_head(first)),
        around=around,
        either=either is not None and len(deeds) > 1,
    )


def _deeds(
    modality: Modality, predicate: str, act: str, written: str
) -> tuple[frozenset[str], bool, str, str | None]:
    """Return the deeds of a term, whether they are to be left, the words of it and what narrows it.

    "Leave without flags" is a ban on flags; that they left says nothing of it. "Not to enter
    without observers" bans entering so.
    """
    deeds, turned = meant(with_particle(predicate, act), act)
    bare, narrowed = _WITHOUT.search(act), _NARROWED.search(written)
    if bare is not None and load().sorts_of(stems(bare["what"])):  # not "without delay"
        if modality is not Modality.MUST_NOT:
            return SHOWING, True, bare["what"], narrowed.group() if narrowed else None
        narrowed = bare
    return deeds, turned, act, narrowed.group() if narrowed else None


def _head(phrase: str) -> str:
    """Return the noun of a phrase: "weapons" of "heavy weapons of the front"."""
    words_of = _BEHIND.split(phrase)[0].split()
    return words_of[-1] if words_of else ""


def _aims(act: str, obligors: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties that an act is not to be done to: named, or "each other"."""
    if MUTUAL.search(act):
        return tuple(dict.fromkeys((*obligors, *others)))
    words_of = content_words(act)
    return tuple(side for side in others if content_words(side) & words_of)


def _is_hostile(word: str) -> bool:
    """Return whether the stem of a word tells the fighting itself, or all of it."""
    lexicon = load()
    return word in lexicon.lists["fighting"] or bool(lexicon.of_words(frozenset({word})) & FIRE)


def _days(
    window: tuple[str | None, str | None], due: str | None
) -> tuple[date | None, date | None, date | None]:
    """Return the first and the last day on which the duty holds, and the day by which it is due.

    A term may be due on a day, or hold in a part of the agreement's window.
    """
    edges = (due or "").split("/")
    start, end, first, last = (days(e) or (None, None) for e in (*window, edges[0], edges[-1]))
    if len(edges) == 1:
        return start[0], end[1], last[1]
    firsts, lasts = filter(None, (start[0], first[0])), filter(None, (end[1], last[1]))
    return max(firsts, default=None), min(lasts, default=None), None
