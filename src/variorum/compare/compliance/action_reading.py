"""Which deeds words mean: the verb of a clause with its object, its particle, its negation in kind.

"Suspend patrols" is to leave patrols, "keep the gate open" to open it, "keep its boats out of the
lane" not to enter it; "let trucks through" and "wave trucks through" are one deed.
"""

from __future__ import annotations

import re

from variorum.compare.compliance.action_lexicon import Deeds, load
from variorum.language.word_lists import alternatives
from variorum.language.words.lexers import letters

__all__ = ["Meant", "meant", "verbs_in", "with_particle"]

Meant = tuple[frozenset[str], bool]
"""Deeds, and whether it is their leaving that is meant."""

PARTICLE_REACH = 6
_OUT = re.compile(
    rf"\b(?:{alternatives('compare', 'away_verbs')})\w*\b.*?"
    rf"\b(?:{alternatives('compare', 'away')})\b"
)
_OPEN = re.compile(rf"\b(?:{alternatives('compare', 'open_verbs')})\w*\b.*?\b(?:open|unlocked)\b")
_LEFT = re.compile(rf"\b(?:leave|keep)\w*\b.*?\b(?:{alternatives('compare', 'as_it_was')})\b")
_RELATIVE = re.compile(rf"\b(?:{alternatives('compare', 'relatives')})\b")
_TO = re.compile(rf"\b(?:{alternatives('compare', 'towards')})\b")
_FAILED = re.compile(r"^\w+ to (?P<verb>[a-z]+)\b")
# "Held on 29 May" is no "hold on".
_PARTICLE = re.compile(
    rf"[^\W\d_]+\b(?! (?:\d|the \d|{alternatives('language', 'calendar')}))", re.IGNORECASE
)
ENTRY = frozenset({"enter", "fly", "patrol"})


def meant(predicate: str, act: str, reach: int | None = None) -> Meant:
    """Return the deeds that a verb with its object means, and whether it means their leaving.

    Args:
        predicate: the verb's lemma, with its particle.
        act: the words from the verb on.
        reach: how many words after the verb may be its object; None takes all.
    """
    lexicon = load()
    lists, lemma = lexicon.lists, predicate.split(maxsplit=1)[0]
    act = _RELATIVE.split(act)[0]
    if reach is not None:
        act = " ".join(act.split()[: reach + 1])
    if _OUT.search(act.lower()):
        return ENTRY, True
    kept_open = _OPEN.search(act.lower()) or predicate == "be open"
    if kept_open or _LEFT.search(act.lower()):
        return frozenset({"open" if kept_open else "preserve"}), False
    if lemma == "move" and _TO.search(act.lower()):
        return ENTRY | {"carry"}, False
    if {lemma, predicate} & lists["fails"] and (failed := _FAILED.search(act)):
        verb = failed["verb"].lower()
        return lexicon.of_verb(with_particle(verb, act[failed.end() :])), True
    inner = lexicon.named(act) | verbs_in(act, lemma)
    if inner and {lemma, predicate} & lists["stops"]:
        return inner - {"hold_fire"}, True
    return _direct(predicate, inner, lexicon), False


def _direct(predicate: str, inner: frozenset[str], lexicon: Deeds) -> frozenset[str]:
    """Return the deeds of a verb, with those of its object where the verb itself says little."""
    lists, lemma = lexicon.lists, predicate.split(maxsplit=1)[0]
    direct = lexicon.of_verb(predicate)
    if lemma in lists["prevents"]:
        return direct | {"refuse"}
    if lemma in lists["resumes"]:
        return inner or direct
    says_little = lemma in lists["allows"] | lists["carriers"]
    empty = lemma in lists["light"] and not direct  # "declare an amnesty"
    return direct | inner if says_little or empty else direct


def verbs_in(act: str, lemma: str) -> frozenset[str]:
    """Return the deeds of the verbs among words, in whatever form, but for one verb."""
    lexicon = load()
    bases = (lexicon.base(word) for word in letters(act.lower()))
    return frozenset(
        deed
        for base in bases
        if base is not None and base != lemma
        for deed in lexicon.by_verb.get(base, ())
    )


def with_particle(predicate: str, after: str) -> str:
    """Return the verb with the word that gives it its meaning: "waved 31 trucks through"."""
    near = _PARTICLE.findall(after.lower())[:PARTICLE_REACH]
    known = load().by_verb
    return next((f"{predicate} {w}" for w in near if f"{predicate} {w}" in known), predicate)
