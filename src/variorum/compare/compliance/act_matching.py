"""Whether a claim bears on a term: same act or its undoing, done by who is bound, in its time.

A term and a claim are each brought to deeds (`action_lexicon.yaml`; a verb is a deed of its own), a
sign, an agent, things, a target, a place and a time. Each is compared, and the outcome of each is
kept: a claim of another actor, target, place or time has no bearing.
"""

import functools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from variorum.compare.actors.sides import Sides, content_words
from variorum.compare.compliance.action_lexicon import load, stem, stems
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.areas import is_near
from variorum.compare.compliance.named_agents import Agents
from variorum.compare.compliance.obligations import CALENDAR, FIRE, MUTUAL, Duty
from variorum.compare.compliance.who_acted import (
    is_alike,
    is_side,
    marks,
    names_in,
    parties_in,
    party_in,
)
from variorum.language.files import table
from variorum.language.word_lists import pattern, words
from variorum.language.words.lexers import letters
from variorum.model import ComplianceStatus

HOSTILE = FIRE | {"harm", "destroy"}
# Deeds that are done to a place, or in it.
MOVES = frozenset({"withdraw", "survive", "enter", "remain"})
HALF = 0.5
# What is compared is other than the duty's.
OTHER = "other"
DAY = timedelta(days=1)
PARTICLES = words("compare", "particles")
COUNTED = frozenset(map(stem, words("compare", "counting_words")))
_WHERE = pattern("compare", r"\b{where} (?:the )?(?P<place>[A-Z][\w’'-]+)")
_THEIRS = pattern("compare", r"{theirs} (?!own\b)")
_PREPOSITION = pattern("compare", r" {where} ")
# People and bodies that a target may be, and no party is named by.
_OTHERS = pattern("compare", r"(?i)\b{others_hit}")


class Compared(NamedTuple):
    """An act held against a duty: each thing compared, and what it says where nothing is other."""

    status: ComplianceStatus | None
    by: str | None
    steps: tuple[str, ...]

    @property
    def others(self) -> int:
        """How many of the things compared are other than the duty's."""
        return _others(self.steps)


class Acts:
    """Acts by who did them, so that a duty looks only at those that may bear on it.

    Args:
        acts: what the claims of the case say was done, in order.
    """

    def __init__(self, acts: Sequence[Act]) -> None:
        self._acts = acts
        self._by_deed: dict[str, dict[str | None, list[int]]] = defaultdict(dict)
        self.whole = [act for act in acts if act.whole is not None]
        for n, act in enumerate(acts):
            for deed in act.deeds:
                self._by_deed[deed].setdefault(act.agent, []).append(n)
        self._agents = Agents({act.agent for act in acts if act.agent})

    def about(self, want: Duty, sides: Sides, *, naming: bool = False) -> list[Act]:
        """Return the acts that tell a deed of the duty or its undoing, by who may be bound.

        Args:
            want: the duty.
            sides: who is who.
            naming: whether they must name one of its things as well.
        """
        of_object = {stem(word) for side in want.obligors for word in content_words(side)}
        of_object = of_object | want.object if want.wanted and not want.right else set()
        near = self._agents.near(sides.of((*want.obligors, *want.others)), of_object)
        found = set[int]()
        for deed in want.deeds | load().undo(want.deeds):
            told = self._by_deed.get(deed, {})
            found.update(*(told[agent] for agent in near & told.keys()))
            found.update(n for n in told.get(None, ()) if of_object & self._acts[n].patient)
        acts = [self._acts[n] for n in sorted(found)]
        return [act for act in acts if not naming or want.things & stems(act.text)]

    def held(
        self, want: Duty, sides: Sides, most: float, *, naming: bool = False
    ) -> list[tuple[Act, Compared]]:
        """Return the acts that bear on a duty, each held against it (see `compared`).

        Args:
            want: the duty.
            sides: who is who.
            most: how many of the things compared may be other.
            naming: whether acts must name one of its things.
        """
        told = self.about(want, sides, naming=naming)
        return [(act, found) for act in told if (found := compared(want, act, sides, most))]


def compared(want: Duty, act: Act, sides: Sides, most: float = math.inf) -> Compared | None:
    """Return an act held against a duty, step by step.

    None where it is another act, or where more than `most` of the things compared are other. What
    costs least to see is looked at first: there are as many pairs as that.
    """
    same, undone = want.deeds & act.deeds, load().undo(want.deeds) & act.deeds
    if not same and not undone:
        return None
    when, where = _time(want, act), _place(want, act)
    if when.startswith(OTHER) + where.startswith(OTHER) > most:
        return None
    everyone = tuple(dict.fromkeys((*want.obligors, *want.others)))
    by = party_in(act.agent, everyone, sides) if act.agent else None
    who = _actor(want, act, by)
    if _others((when, where, who)) > most:
        return None
    what = _target(want, act, by, sides, undone=bool(undone))
    found = Compared(None, by, ("same act" if same else "its undoing", who, what, where, when))
    if found.others:
        return found if found.others <= most else None
    if want.right:
        status = _of_right(
            by, want, used=bool(same) and act.done, prevented=bool(undone) and act.done
        )
    else:
        status = _status(want, act, kept=(act.done if same else not act.done) is want.wanted)
    return found._replace(status=status)


def _others(steps: Iterable[str]) -> int:
    return sum(step.startswith(OTHER) for step in steps)


def _actor(want: Duty, act: Act, by: str | None) -> str:
    """Return whether who is bound acted, or of a right who has it or owes it."""
    if by in want.obligors or (want.right and by in want.others):
        return "same actor"
    told = by is None and (want.right or (want.wanted and _is_of_object(want, act)))
    return "actor not told" if told else "other actor"


def _target(want: Duty, act: Act, by: str | None, sides: Sides, *, undone: bool) -> str:
    """Return whether the act is done to what the term speaks of, as far as both say so.

    What is but of its sort, as children are of persons, is like it.
    """
    there = bool(not undone and want.places & names_in(act.text))
    there = there or _are_of_party(want, act, by, sides)
    if want.right and undone and load().sorts_of(act.patient) & _people():
        sides_of = (is_side(act.patient, s) or is_alike(act.patient, s) for s in want.obligors)
        return "same target" if any(sides_of) else "other target"  # "aid workers"
    if not (there or _has_things(want, act, undone)) or not _is_aimed(want, act, by, sides):
        return "other target"
    if not want.things and not want.aims:
        return "target not told"
    done = want.wanted and not want.right and not undone and act.done
    if done and act.share >= HALF and _is_other_kind(want, act):
        return "other target"
    alike = not (there or want.aims or want.things & stems(act.text))
    return "like target" if alike else "same target"


def _is_other_kind(want: Duty, act: Act) -> bool:
    """Read "Palestinian prisoners" as others than "female prisoners": they share no mark.

    So are tanks others than chemical weapons, and 550 prisoners others than 27 female ones.
    """
    first = _PREPOSITION.split(act.target)[0]
    named = (word for word in letters(first) if load().base(word.lower()) is None)
    counted = COUNTED | table("numerals")["en"]["units"].keys()
    told = marks(act.patient | stems(" ".join(named))) - counted
    like = not want.things & stems(act.text)
    wanted = (want.marks or (marks(want.things) if like else frozenset())) - counted
    shared = _share(wanted, stems(act.text)) or _share(want.things, told)
    counts = want.amount is not None and any(
        m.kind == want.amount.kind and (m.low or 0) > (want.amount.low or 0)
        for m in act.claim.measures
    )
    return bool(wanted and (told or counts or like)) and not shared


def _share(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two sets of stems share a word in any form: "abduct" and "abductee"."""
    return any(a.startswith(b) or b.startswith(a) for a in some for b in others)


def _are_of_party(want: Duty, act: Act, by: str | None, sides: Sides) -> bool:
    """Read "expelled 722 Eritreans" as done to "nationals of the other"."""
    told = all(load().sorts_of(frozenset({word})) & _people() for word in want.things)
    aims = tuple(party for party in want.aims if party != by)
    return bool(want.things and told and party_in(act.target, aims, sides, hit=True))


def _place(want: Duty, act: Act) -> str:
    """Return whether the act is done where the term has it done, by names and on the map."""
    if want.places & names_in(act.text):
        return "same place"
    parties = frozenset().union(*map(content_words, (*want.obligors, *want.others)))
    if want.places and _elsewhere(act.text) - parties - CALENDAR:
        return "other place"
    if want.deeds & MOVES and want.around and act.places:
        near = any(is_near(one, other) for one in act.places for other in want.around)
        return "same place" if near else "other place"
    return "place not told"


@functools.lru_cache(maxsize=1 << 14)
def _elsewhere(text: str) -> frozenset[str]:
    return frozenset(w for m in _WHERE.finditer(text) for w in content_words(m["place"]))


def _time(want: Duty, act: Act) -> str:
    """Return whether the act falls into the days on which the duty holds."""
    if act.when is None:
        return "time not told" if want.first is None and want.last is None else "other time"
    first, last = act.when
    # Most of "in 1999" is before what was agreed in July.
    before = want.first is not None and want.first - first > last - want.first + DAY
    after = want.last is not None and first > want.last
    return "other time" if before or after else "same time"


def _is_aimed(want: Duty, act: Act, by: str | None, sides: Sides) -> bool:
    """Return whether an attack is on those whom the term protects, as far as both say so.

    A term that names a party protects it; one that names nothing protects the other parties. An
    attack on somebody else has no bearing, nor one of which the target is not told.
    """
    if want.wanted or not want.deeds & HOSTILE or not (want.aims or want.general):
        return True
    everyone = tuple(dict.fromkeys((*want.obligors, *want.others)))
    protected = tuple(party for party in want.aims or everyone if party != by)
    if MUTUAL.search(act.target):
        return len(parties_in(act.agent or "", everyone, sides)) > 1
    hit = party_in(act.target, everyone, sides, hit=True)
    if hit is None and not _OTHERS.search(act.target):
        hit = party_in(act.around, everyone, sides, hit=True)  # "a market in rebel-held Corr"
    if hit is None and _THEIRS.match(act.target):  # "the rebels said that it hit their posts"
        hit = party_in(act.claim.speaker.name, everyone, sides)
    return hit in protected or (hit is None and not act.done)


def _status(want: Duty, act: Act, *, kept: bool) -> ComplianceStatus | None:
    if want.either and not kept:
        return None
    if not want.wanted:
        return ComplianceStatus.KEPT if kept else ComplianceStatus.BREACHED
    late = want.due is not None and act.when is not None and act.when[1] >= want.due
    if kept and act.share < HALF and late:
        return ComplianceStatus.BREACHED  # "fewer than half had left by the day"
    if kept:
        some = act.counted and want.amount is None
        part = some or act.share < 1 or _is_less(want, act)
        return ComplianceStatus.PARTLY if part else ComplianceStatus.KEPT
    due = want.due is not None and act.when is not None
    early = due and act.when[1] <= want.due and not (act.by_then and late)  # type: ignore[index, operator]
    return ComplianceStatus.NOT_DUE if early else ComplianceStatus.BREACHED


def _of_right(
    by: str | None, want: Duty, *, used: bool, prevented: bool
) -> ComplianceStatus | None:
    """Return what an act says of a right: used by its holder, or prevented by another party.

    A right that nobody uses is not broken.
    """
    if used and by in want.obligors:
        return ComplianceStatus.KEPT
    return ComplianceStatus.BREACHED if prevented and by in want.others else None


def _is_of_object(want: Duty, act: Act) -> bool:
    """Return whether an act that names no party is told of the term's object, or of who is bound.

    "The prisoners were not released", "the gate stayed shut", "the fighters were taken out".
    """
    told = act.patient if act.agent is None else stems(act.agent)
    return bool(told & want.object) or any(is_side(told, side) for side in want.obligors)


def _has_things(want: Duty, act: Act, undone: bool) -> bool:
    """Return whether the words around an act name the things of a term, or things of their sort."""
    if want.narrowed and not want.wanted and want.narrowed not in act.text:
        return False
    told = letters(act.text)
    near = frozenset(map(stem, told))
    lexicon = load()
    things = want.things - lexicon.lists["anybody"]
    if not things and want.things and not want.deeds & lexicon.whole:
        people = _people() & lexicon.sorts_of(near)  # the term says no more than "persons"
        return not undone and bool(want.things & near or (people and not want.wanted))
    if not things:
        own = any(deed.startswith("=") for deed in want.deeds & act.deeds)
        return want.vague or (own and not undone) or bool(want.deeds & lexicon.lists["alone"])
    if things & near:
        return True
    if undone and want.wanted and act.done:
        return False
    # "Locked" is what was done, and no lock.
    verbs = {stem(w) for w in told if lexicon.base(w.lower()) not in {None, w.lower()}}
    alike = lexicon.sorts_of(things) & lexicon.sorts_of(near - verbs)
    # An attack on something else breaks nothing; that there was none keeps much.
    plain = want.wanted and not stems(act.target) - PARTICLES  # not "out of the trucks"
    any_will_do = (want.general and not want.places) or want.aims or plain or not act.done
    # A row of a data set names a place, and does not say what kind of place it is.
    towns = lexicon.sorts_of(things) & lexicon.sorts_of(frozenset({"town"}))
    any_will_do = any_will_do or (bool(towns and act.target) and not act.around)
    return bool(alike or (want.deeds & lexicon.whole and any_will_do))


@functools.cache
def _people() -> frozenset[int]:
    """Return the sorts of people."""
    named = load().lists["anybody"] | load().lists["bodies_of_aid"]
    return load().sorts_of(frozenset(map(stem, named)))


def _is_less(want: Duty, act: Act) -> bool:
    """Return whether fewer are told than the term wants."""
    wanted = want.amount
    if wanted is None or wanted.low is None:
        return False
    for measure in act.claim.measures:
        same = measure.kind == wanted.kind or stems(measure.noun) & stems(wanted.noun)
        if same and measure.high is not None and measure.unit == wanted.unit:
            return measure.high < wanted.low
    return False
