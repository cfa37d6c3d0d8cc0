"""Whether a claim bears on a term: same act or its undoing, done by who is bound, in its time.

A term and a claim are each brought to deeds (`deeds.yaml`), a sign, an agent, things and a time. A
claim of another actor, another act, another place or another time bears on nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from variorum.compare.actors.sides import Sides, content_words
from variorum.compare.compliance.action_lexicon import load, stem, stems
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.obligations import CALENDAR, Duty
from variorum.language.word_lists import alternatives
from variorum.language.words.lexers import letters
from variorum.model import ComplianceStatus

__all__ = ["Acts", "Bearing", "bears"]

Bearing = tuple[ComplianceStatus, str | None]
"""What an act says of a duty, and the party that acted; None where it names none."""

FIRE = frozenset({"fire", "hold_fire"})
HOSTILE = FIRE | {"harm", "destroy"}
SHORT, LONGER = 4, 4
FEW_WORDS = 4
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_WHERE = re.compile(rf"\b(?:{alternatives('compare', 'where')}) (?:the )?(?P<place>[A-Z][\w’'-]+)")
# Who fights a party, or has left it, is not the party.
_UNLIKE = re.compile(
    r"\b(?:former|ex|enem(?:y|ies)|opponents?|rivals?|foes?|critics?|victims?|against)\b",
    re.IGNORECASE,
)
# People and bodies that a target may be, and no party is named by.
_OTHERS = re.compile(rf"\b(?:{alternatives('compare', 'others_hit')})", re.IGNORECASE)
_OF = re.compile(r"\bof\b")


class Acts:
    """Acts by their deeds, so that a duty looks only at those that may bear on it."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._acts = acts
        self._by_deed: dict[str, list[int]] = defaultdict(list)
        self._whole = [n for n, act in enumerate(acts) if act.whole is not None]
        for n, act in enumerate(acts):
            for deed in act.deeds:
                self._by_deed[deed].append(n)

    def about(self, want: Duty) -> list[Act]:
        """Return the acts that tell a deed of the duty or its undoing, or of an agreement whole."""
        deeds = want.deeds | load().undo(want.deeds)
        found = {n for deed in deeds for n in self._by_deed.get(deed, ())}
        return [self._acts[n] for n in sorted(found.union(self._whole))]


def bears(want: Duty, act: Act, sides: Sides) -> Bearing | None:
    """Return whether an act keeps or breaks a duty and which party acted; None where neither."""
    same, undone = want.deeds & act.deeds, load().undo(want.deeds) & act.deeds
    if not (same or undone or act.whole is not None) or not _in_window(want, act):
        return None
    by = _party(want, act, sides)
    if (whole := _of_whole(want, act, by)) is not None:
        return whole
    if (
        not (same or undone)
        or not _same_things(want, act, bool(undone))
        or not _is_aimed(want, act, by, sides)
    ):
        return None
    if want.right:
        return _of_right(
            by, want, used=bool(same) and act.done, prevented=bool(undone) and act.done
        )
    if by not in want.obligors and not (by is None and want.wanted and _is_of_object(want, act)):
        return None
    kept = (act.done if same else not act.done) is want.wanted
    return _status(want, act, kept=kept), by


def _is_aimed(want: Duty, act: Act, by: str | None, sides: Sides) -> bool:
    """Return whether an attack is on those whom the term protects, as far as both say so.

    A term that names a party protects it; one that names nothing protects the other parties. An
    attack on somebody else has no bearing, nor one of which the target is not told.
    """
    if want.wanted or not want.deeds & HOSTILE or not (want.aims or want.general):
        return True
    everyone = tuple(dict.fromkeys((*want.obligors, *want.others)))
    protected = tuple(party for party in want.aims or everyone if party != by)
    hit = party_in(act.target, everyone, sides)
    if hit is None and not _OTHERS.search(act.target):
        hit = party_in(act.around, everyone, sides)  # "a market in rebel-held Corr"
    return hit in protected or (hit is None and not act.done)


def party_in(text: str, everyone: tuple[str, ...], sides: Sides) -> str | None:
    """Return the party whose people or things words name: "an army post", "LTTE positions"."""
    words = content_words(text)
    whole = (party for party in everyone if content_words(party) <= words)
    people = (party for party in everyone if _is_of_people(content_words(party), words))
    found = next(whole, None) or next(people, None)
    if found is not None:
        return found
    named = (sides.any(m.group(), everyone) for m in _NAME.finditer(text))
    found = next((party for party in named if party is not None), None)
    bodies = (p for p in everyone if _is_of_body(text, words, p, everyone))
    return found or (next(bodies, None) if text else None)


def _status(want: Duty, act: Act, *, kept: bool) -> ComplianceStatus:
    if not want.wanted:
        return ComplianceStatus.KEPT if kept else ComplianceStatus.BREACHED
    if kept:
        return ComplianceStatus.PARTLY if _is_less(want, act) else ComplianceStatus.KEPT
    early = want.due is not None and act.when is not None and act.when[1] <= want.due
    return ComplianceStatus.NOT_DUE if early else ComplianceStatus.BREACHED


def _of_whole(want: Duty, act: Act, by: str | None) -> Bearing | None:
    """Return what "the truce held" says of a term: of a truce that of holding fire alone."""
    if act.whole is None or want.right:
        return None
    ceasefire = want.ceasefire and bool(want.deeds & FIRE)
    if not (ceasefire or want.few) or not (want.ceasefire or not act.deeds):
        return None
    if act.whole:
        return ComplianceStatus.KEPT, by
    return (ComplianceStatus.BREACHED, by) if by in want.obligors else None


def _of_right(by: str | None, want: Duty, *, used: bool, prevented: bool) -> Bearing | None:
    """Return what an act says of a right: used by its holder, or prevented by another party.

    A right that nobody uses is not broken.
    """
    if used and by in want.obligors:
        return ComplianceStatus.KEPT, by
    return (ComplianceStatus.BREACHED, by) if prevented and by in want.others else None


def _is_of_object(want: Duty, act: Act) -> bool:
    """Return whether an act that names no party is told of the term's object, or of who is bound.

    "The prisoners were not released", "the gate stayed shut", "the fighters were taken out".
    """
    told = act.patient if act.agent is None else stems(act.agent)
    return bool(told & want.object) or any(_is_side(told, side) for side in want.obligors)


def _is_side(told: frozenset[str], side: str) -> bool:
    """Return whether stems may tell a side: by its name, or with no word against its own.

    "Technicians from Castrel" may be of "Castrel's ministry"; "army fighters" are no "foreign
    fighters", though "fighters" may be.
    """
    own = frozenset(map(stem, content_words(side)))
    names = {stem(w) for m in _NAME.finditer(side) for w in content_words(m.group())}
    alike = load().sorts_of(told) & load().sorts_of(own) and not (_marks(told) and _marks(own))
    return bool(told & names) or bool(told & own and (own <= told or told <= own or alike))


def _marks(told: frozenset[str]) -> frozenset[str]:
    """Return the stems that tell which of a sort are meant: "foreign" of foreign fighters."""
    return frozenset(word for word in told if not load().sorts_of(frozenset({word})))


def _party(want: Duty, act: Act, sides: Sides) -> str | None:
    """Return the party whose people or things the agent are: "Army guns" are the army's."""
    if not act.agent:
        return None
    words = content_words(act.agent)
    if not words or _UNLIKE.search(act.agent):
        return None
    everyone = tuple(dict.fromkeys((*want.obligors, *want.others)))
    for party in everyone:
        own = content_words(party)
        if own and (own <= words or words <= own):
            return party
    people = (p for p in everyone if _is_of_people(content_words(p), words))
    if (found := next(people, None)) is not None:
        return found
    bodies = (p for p in everyone if _is_of_body(act.agent, words, p, everyone))
    found = next(bodies, None)
    if found is None and len(words) <= FEW_WORDS:
        return sides.any(act.agent, everyone)
    return found


def _is_of_people(own: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether an agent is told by the party's adjective: "Cassian soldiers" of Cassia."""
    named = own - load().lists["states"]
    (name,) = named if len(named) == 1 else ("",)
    if len(name) <= SHORT or words & load().lists["unofficial"]:
        return False
    longest = len(name) + LONGER
    return any(w.startswith(name[:-1]) and w != name and len(w) <= longest for w in words)


def _is_of_body(agent: str, words: frozenset[str], party: str, everyone: tuple[str, ...]) -> bool:
    """Return whether an agent is told by what kind of body a party is: "army guns".

    It is not where another party is such a body too, or where the agent bears another name.
    """
    own, head = content_words(party), _head(party)
    rest = frozenset(w for p in everyone if p != party for w in content_words(p))
    if head not in words or head in rest or words & (rest - own):
        return False
    if head not in load().lists["bodies"] and len(own) > 1:
        return False
    first, *others = agent.split()
    before = content_words(first)
    if others and others[0].lower().strip(",.") == head and before and not before <= own:
        return False  # "the Lowland army" is another than the Upland army
    plain = agent if others and others[0][0].isupper() else agent[0].lower() + agent[1:]
    return all(content_words(m.group()) & own for m in _NAME.finditer(plain))


def _head(party: str) -> str:
    """Return the word that says what a party is: the army of "the Upland Army"."""
    own = content_words(party)
    words = [w for w in letters(_OF.split(party)[0].lower()) if content_words(w) & own]
    return next(iter(content_words(words[-1])), "") if words else ""


def _in_window(want: Duty, act: Act) -> bool:
    if act.when is None:
        return want.first is None and want.last is None
    first, last = act.when
    before = want.first is not None and last < want.first
    after = want.last is not None and first > want.last
    return not before and not after


def _same_things(want: Duty, act: Act, undone: bool) -> bool:
    """Return whether an act is done to what the term speaks of, where both say so.

    What undoes a term is done to the very things that it names, not to others of their sort.
    """
    if want.places:
        named = {w for m in _NAME.finditer(act.text) for w in content_words(m.group())}
        if want.places & named:
            return True
        parties = {w for p in (*want.obligors, *want.others) for w in content_words(p)}
        elsewhere = {w for m in _WHERE.finditer(act.text) for w in content_words(m["place"])}
        if elsewhere - parties - CALENDAR:
            return False
    return _has_things(want, act, undone)


def _has_things(want: Duty, act: Act, undone: bool) -> bool:
    """Return whether the words around an act name the things of a term, or things of their sort."""
    words = letters(act.text)
    near = frozenset(map(stem, words))
    lexicon = load()
    things = want.things - lexicon.lists["anybody"]
    if not things and want.things and not want.deeds & lexicon.whole:
        return not undone and bool(want.things & near)
    if not things:
        return want.vague or bool(want.deeds & lexicon.lists["alone"])
    if things & near:
        return True
    if undone and want.wanted and act.done:
        return False
    # "Locked" is what was done, and no lock.
    verbs = {stem(w) for w in words if lexicon.base(w.lower()) not in {None, w.lower()}}
    alike = lexicon.sorts_of(things) & lexicon.sorts_of(near - verbs)
    # An attack on something else breaks nothing; that there was none keeps much.
    any_will_do = want.general or want.aims or want.wanted or not act.done
    # A row of a data set names a place, and does not say what kind of place it is.
    towns = lexicon.sorts_of(things) & lexicon.sorts_of(frozenset({"town"}))
    any_will_do = any_will_do or (bool(towns and act.target) and not act.around)
    return bool(alike or (want.deeds & lexicon.whole and any_will_do))


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
