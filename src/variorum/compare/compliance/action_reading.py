"""Which deeds words mean: the verb of a clause with its object, its particle, its negation in kind.

"Suspend patrols" is to leave patrols, "keep the gate open" to open it, "keep its boats out of the
lane" not to enter it; "let trucks through" and "wave trucks through" are one deed.
"""

import re

from variorum.compare.compliance.action_lexicon import Deeds, load, stems
from variorum.language.word_lists import pattern
from variorum.language.words.lexers import letters

Meant = tuple[frozenset[str], bool]
"""Deeds, and whether it is their leaving that is meant."""

PARTICLE_REACH = 6
_OUT = pattern("compare", r"\b{away_verbs}\w*\b.*?\b{away}\b")
_OPEN = pattern("compare", r"\b{open_verbs}\w*\b.*?\b(?:open|unlocked)\b")
_LEFT = pattern("compare", r"\b(?:leave|keep)\w*\b.*?\b{as_it_was}\b")
_RELATIVE = pattern("compare", r"\b{relatives}\b")
_TO = pattern("compare", r"\b{towards}\b")
_WANTED = pattern("compare", r"^\w+ (?:\w+ )?{only_wanted}\b")
_FAILED = re.compile(r"^\w+ to (?P<verb>[a-z]+)\b")
_ENDED = re.compile(r"(?:\w+ ){0,3}?(?P<noun>[a-z]+) (?:of|to|in) ")
_FROM_DOING, _ONE = re.compile(r"\bfrom \w+ing\b"), re.compile(r"^\w+ (?:an?|\d+|two|three) ")
# "Held on 29 May" is no "hold on".
_PARTICLE = pattern(
    "compare", r"(?i){kept_particles}\b|[^\W\d_]+\b(?! (?:\d|the \d|{language.calendar}))"
)
_NO_OBJECT = pattern("compare", r"^\w+(?:$| (?:home|{towards}|{where})\b)")
GOING = frozenset({"enter", "remain"})
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
    lower, either = act.lower(), {lemma, predicate}
    if (held := _held(predicate, lower, lexicon)) is not None:
        return held
    if either & lists["fails"] and (failed := _FAILED.search(act)):
        return lexicon.of_verb(with_particle(failed["verb"].lower(), act[failed.end() :])), True
    inner = lexicon.named(act) | verbs_in(act, lemma)
    ended = (match := _ENDED.match(lower)) and match["noun"] in lists["ends"]
    if inner and (ended or either & lists["stops"]):
        return inner - {"hold_fire"}, True
    return _direct(predicate, act, inner, lexicon), False


def _held(predicate: str, act: str, lexicon: Deeds) -> Meant | None:
    """Return what turns of phrase mean: "keep out of the zone", "observe a truce"; else None."""
    lists, lemma = lexicon.lists, predicate.split(maxsplit=1)[0]
    kept_open = _OPEN.search(act) or predicate == "be open"
    left = kept_open or _LEFT.search(act)
    told: list[tuple[object, frozenset[str], bool]] = [
        (_OUT.search(act), ENTRY, True),
        (left, frozenset({"open" if kept_open else "preserve"}), False),
        (lemma == "move" and _TO.search(act), ENTRY | {"carry"}, False),
        (
            {lemma, predicate} & lists["whole_kept"] and lists["truces"] & set(letters(act)),
            frozenset({"fire"}),
            True,
        ),
        (lemma == "have" and _WANTED.match(act), frozenset(), False),
        (lemma == "keep" and _FROM_DOING.search(act), frozenset({"refuse"}), False),
        (lemma in lists["stops"] and _ONE.match(act), lexicon.of_verb(predicate), False),
    ]
    return next(((deeds, turned) for holds, deeds, turned in told if holds), None)


def _direct(predicate: str, act: str, inner: frozenset[str], lexicon: Deeds) -> frozenset[str]:
    """Return the deeds of a verb, with those of its object where the verb itself says little."""
    lists, lemma = lexicon.lists, predicate.split(maxsplit=1)[0]
    direct = lexicon.of_verb(predicate)
    if lemma in lists["going"] and not _NO_OBJECT.match(act):
        direct -= GOING
    if lemma in lists["prevents"]:
        return direct | {"refuse"}
    if lemma in lists["resumes"]:
        return inner or direct
    says_little = lemma in lists["allows"] | lists["carriers"]
    # "Declare an amnesty"; not "it is possible".
    empty = lemma in lists["light"] and not direct and lemma != "be"
    return direct | inner if says_little or empty else direct


def verbs_in(act: str, lemma: str) -> frozenset[str]:
    """Return the deeds of the verbs among words, in whatever form, but for one verb."""
    lexicon = load()
    told = letters(act.lower())
    plain = lexicon.lists["adjectives"]
    bases = {
        lexicon.base(word)
        for word, after in zip(told, [*told[1:], ""], strict=False)
        if not (word in plain and lexicon.of_words(stems(after)))
    } - {None, lemma}
    return frozenset(deed for base in bases for deed in lexicon.by_verb.get(str(base), ()))


def with_particle(predicate: str, after: str) -> str:
    """Return the verb with the word that gives it its meaning: "waved 31 trucks through"."""
    near = _PARTICLE.findall(after.lower())[:PARTICLE_REACH]
    known = load().by_verb
    return next((f"{predicate} {w}" for w in near if f"{predicate} {w}" in known), predicate)
