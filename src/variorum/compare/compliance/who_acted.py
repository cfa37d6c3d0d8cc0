"""Which party words name: by its name, its people, its initials, or the kind of body that it is."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from variorum.compare.actors.sides import Parties, Sides, content_words
from variorum.compare.compliance.action_lexicon import load, stem
from variorum.language.word_lists import pattern, words
from variorum.language.words.lexers import letters
from variorum.language.words.nations import nations_in, state_named
from variorum.model import Agreement

SHORT, LONGER = 4, 4
STATES = words("language", "state_words")
LEADERS, LED = words("compare", "leaders"), words("compare", "led")
FEW_WORDS = 4
_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
# Who fights a party, or has left it, is not the party; nor is who is in its country.
_UNLIKE = pattern("compare", r"(?i)\b{unlike_parties}\b")
_WITHIN = pattern("compare", r"\b{within_parties} ")
_OWNED = re.compile(r"[’']s?(?!\w)")
_OF_THINGS = re.compile(r" of (?!the\b)(?=[a-z])")
_OF = re.compile(r"\bof\b")
_AND = re.compile(r"\band\b|,")


@functools.lru_cache(maxsize=1 << 14)
def names_in(text: str) -> frozenset[str]:
    """Return the words of the names that stand in some words."""
    return frozenset(w for name in names_written(text) for w in content_words(name))


def names_written(text: str) -> list[str]:
    """Return the names that stand in some words, as they are written."""
    return _NAME.findall(text)


def initials_of(agreements: Iterable[Agreement]) -> Iterator[tuple[str, str]]:
    """Yield the initials by which terms name a party in its own language, with its name.

    "GAM will disarm" binds "the Free Aceh Movement" where no other party has letters so alike.
    """
    for agreement in agreements:
        written = " ".join(term.obligor for term in agreement.terms)
        for name in sorted({m.group() for m in _INITIALS.finditer(written)}):
            like = [p for p in agreement.parties if _are_like(name, p)]
            if len(like) == 1 and name not in like[0]:
                yield name, like[0]


def _are_like(name: str, party: str) -> bool:
    """Return whether all but one of a name's letters are among the initials of a party."""
    letters_of = "".join(word[0] for word in letters(party) if word[0].isupper())
    shared = sum((Counter(name) & Counter(letters_of)).values())
    return len(letters_of) == len(name) and shared >= len(name) - 1


def parties_in(text: str, everyone: tuple[str, ...], sides: Sides) -> frozenset[str]:
    """Return all parties that words name: "Rwandan and Ugandan troops"."""
    found = (party_in(part, everyone, sides) for part in _AND.split(text))
    return frozenset(party for party in found if party is not None)


def party_in(text: str, everyone: tuple[str, ...], sides: Sides, hit: bool = False) -> str | None:
    """Return the party whose people or things words name: "army guns", "LTTE positions".

    Args:
        text: the words of who acted, or of who was hit.
        everyone: the parties.
        sides: tells which names are one side's.
        hit: whether they are of who was hit, so that any name among them may be a party's.
    """
    return _party_in(text, sides.of(everyone), hit)


@functools.lru_cache(maxsize=1 << 16)
def _party_in(text: str, parties: Parties, hit: bool) -> str | None:
    text = text.removeprefix("against ") if hit else _WITHIN.split(text)[0]
    words = content_words(text)
    if not words or _UNLIKE.search(text):
        return None
    if not hit and words & load().lists["unofficial"]:
        parties = parties.only([party for party in parties.names if state_named(party) is None])
    everyone = parties.names
    found = [p for p in everyone if _is_named(p, words, hit)]
    found = found or [p for p in everyone if _is_of_people(p, words, text)]
    if not found:
        names = [name for name in names_written(text) if hit or name.isupper()]
        plain = len(words) <= FEW_WORDS and not hit and not words & load().lists["unofficial"]
        plain = plain and not words <= load().lists["anybody"] | _loose_words()
        names += [text] if plain else []
        found = [p for name in names if (p := parties.any(name)) is not None]
    found = found or [p for p in everyone if _is_of_body(text, words, p, everyone)]
    led = [p for p in everyone if not hit and not found and _is_of_leader(text, p)]
    found = (
        found
        or (led if len(led) == 1 else [])
        or _state_of(content_words(_OF_THINGS.split(text)[0]), everyone)
    )
    found = found or [p for p in everyone if hit and _is_in_case(text, p)]
    if not found and not words <= load().lists["anybody"] | _loose_words():
        headed = [p for p in everyone if words == content_words(_OF.split(p)[0]) and not hit]
        found = headed if len(headed) == 1 else []
    return found[0] if found else None


def _is_in_case(text: str, party: str) -> bool:
    """Return whether words hold a party's name in another case: "посты Сорландии"."""
    (name,) = own if len(own := content_words(party)) == 1 else ("",)
    near = (w.lower() for w in letters(text) if abs(len(w) - len(name)) < SHORT)
    return len(name) > SHORT and any(w.startswith(name[: max(SHORT, len(name) - 3)]) for w in near)


def _is_named(party: str, words: frozenset[str], hit: bool) -> bool:
    """Return whether words hold a party's name, or are it in short: "the government"."""
    own = content_words(party)
    if own and own <= words:
        return True
    telling = (
        names_in(party) | load().lists["bodies"]
    ) - _loose_words()  # "officials" may be anybody's
    return bool(own) and not hit and words <= own and bool(words & telling)


@functools.cache
def _loose_words() -> frozenset[str]:
    """Return the words of the names of states that tell nobody: "Federal Republic"."""
    return STATES - load().lists["bodies"]


def _is_of_people(party: str, words: frozenset[str], text: str) -> bool:
    """Return whether words tell the party's people by their adjective: "Cassian soldiers".

    Rebels of a country are not its own, and "Bosnian Serbs" are others than Bosnia's.
    """
    if (nation := state_named(party)) is not None:
        told, rest = nations_in(text[:1].lower() + text[1:] if text[:4] == "The " else text)
        return told == {nation} and not names_in(rest) - STATES - load().lists["bodies"]
    named = content_words(party) - STATES
    (name,) = named if len(named) == 1 else ("",)
    longest = len(name) + LONGER
    return (
        len(name) > SHORT
        and not words & load().lists["unofficial"]
        and any(w.startswith(name[:-1]) and w != name and len(w) <= longest for w in words)
    )


def _is_of_leader(text: str, party: str) -> bool:
    """Read "Sorl's forces", "the rebels" as those of "rebel leader Anna Sorl".

    The government and its army are those of a president.
    """
    own, lists = content_words(party), load().lists
    if not own & LEADERS:
        return False
    nations, bare = nations_in(_OWNED.sub("", text))
    name = names_in(nations_in(party)[1]) - LEADERS
    rest = content_words(bare) - LED
    if name & rest:
        return rest <= name | LEADERS | lists["forces_of_states"]
    kinds = own & lists["unofficial"]
    told = kinds & rest if kinds else rest if "president" in own else frozenset[str]()
    elsewhere = nations and not nations & nations_in(party)[0]
    return bool(told) and not elsewhere and rest <= kinds | lists["forces_of_states"]


def _state_of(words: frozenset[str], everyone: tuple[str, ...]) -> list[str]:
    """Return whose "the army", "an army convoy" is: of the only party that is a state's."""
    words -= LED
    if not words <= load().lists["forces_of_states"] or words <= {"force"}:
        return []
    named = {p: content_words(p) for p in everyone}
    forces = STATES | load().lists["forces_of_states"]
    states = [
        p
        for p, own in named.items()
        if state_named(p) or own <= STATES or ("government" in own and own <= forces)
    ]
    others = frozenset(w for p in everyone if p not in states for w in content_words(p))
    return states if len(states) == 1 and not words & others else []


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
    return all(content_words(name) & own for name in names_written(plain))


def _head(party: str) -> str:
    """Return the word that says what a party is: the army of "the Upland Army"."""
    own = content_words(party)
    words = [w for w in letters(_OF.split(party)[0].lower()) if content_words(w) & own]
    return next(iter(content_words(words[-1])), "") if words else ""


@functools.lru_cache(maxsize=1 << 14)
def is_side(told: frozenset[str], side: str) -> bool:
    """Return whether stems may tell a side: by its name, or with no word against its own.

    "Technicians from Castrel" may be of "Castrel's ministry"; "army fighters" are no "foreign
    fighters", though "fighters" may be, and "a foreign battalion" is of "foreign forces".
    """
    own = frozenset(map(stem, content_words(side)))
    names = set(map(stem, names_in(side)))
    alike = is_alike(told, side)
    return bool(told & names) or bool(told & own and (own <= told or told <= own or alike))


def is_alike(told: frozenset[str], side: str) -> bool:
    """Return whether stems are of the sort of a side, and no word tells them from it."""
    own = frozenset(map(stem, content_words(side)))
    a, b = marks(told), marks(own)
    return bool(load().sorts_of(told) & load().sorts_of(own)) and (not (a and b) or bool(a & b))


@functools.lru_cache(maxsize=1 << 14)
def marks(told: frozenset[str]) -> frozenset[str]:
    """Return the stems that tell which of a sort are meant: "foreign" of foreign fighters."""
    return frozenset(word for word in told if not load().sorts_of(frozenset({word})))
