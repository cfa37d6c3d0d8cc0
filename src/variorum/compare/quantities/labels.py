"""Questions and sentences as a person would write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.solver.constraints import Derived, Variable
from variorum.model import Claim, Document, Rule, SpeakerKind, Stance
from variorum.taxonomy import Taxonomy
from variorum.wording import joined, range_words

__all__ = ["bounds", "derivation", "promise_sentence", "question_label", "says", "sentence", "who"]

# What has a length rather than a way to go.
LONG = frozenset({"convoy"})
COMMITMENT_VERBS = {
    Stance.PROMISES: "promised",
    Stance.PREDICTS: "said it would be",
    Stance.INTENDS: "meant it to be",
    Stance.ORDERS: "ordered",
}


def question_label(variable: Variable, taxonomy: Taxonomy, container: str | None = None) -> str:
    """Return the question that a variable's answers answer, such as "How many trucks left?".

    `container` is what all the answers count the parts of, such as a convoy.
    """
    base = variable.kind.partition(".")[0]
    noun = " ".join((*variable.population, _noun(variable.kind, taxonomy)))
    event = variable.event.rstrip("+")
    verb = taxonomy.event_labels.get(event, event)
    if variable.phase:
        verb = "were there"
    thing = f"the {variable.subject}" if variable.subject else "it"
    match base:
        case "duration":
            text = f"How long did {thing} take"
        case "distance":
            text = f"How {'long' if variable.subject in LONG else 'far'} was {thing}"
        case "money":
            text = f"How much money {verb or 'was named'}"
            if event == "cost":
                text = f"How much did {thing} cost"
        case "share":
            text = "What share was it"
        case "area" | "weight" | "volume" | "speed" | "temperature" | "magnitude":
            goods = base in {"weight", "volume"} and variable.subject and verb
            text = f"How much {variable.subject} {verb}" if goods else f"What {base} was it"
            if base == "area" and verb:
                text = f"What area {verb.replace('were ', 'was ')}"
        case _:
            plural = "were " + verb.removeprefix("was ") if verb.startswith("was ") else verb
            text = f"How many {noun} {plural}" if verb else f"How many {noun} were there"
            if event == "composed" and container:
                text = f"How many {noun} were in the {container}"
    return text + _scope_words(variable, taxonomy) + "?"


def _scope_words(variable: Variable, taxonomy: Taxonomy) -> str:
    """Return what the question is narrowed to: " per truck before (Aleppo)"."""
    told = " in addition" if variable.event.endswith("+") else ""
    if variable.per:
        told += f" per {_singular(taxonomy.label(variable.per))}"
    if variable.phase:
        told += f" {variable.phase}"
    return told + "".join(f" ({part})" for part in (variable.place, variable.window) if part)


def _noun(kind: str, taxonomy: Taxonomy) -> str:
    """Return the plural that asks for `kind`; nouns outside the taxonomy are known as lemmas."""
    label = taxonomy.label(kind)
    if kind == "things":
        return "of them"
    if not kind.startswith("things."):
        return label
    if label.endswith("y") and label[-2:-1] not in "aeiou":
        return label[:-1] + "ies"
    return label + ("es" if label.endswith(("s", "x", "ch", "sh")) else "s")


def _counted(variable: Variable, taxonomy: Taxonomy) -> str:
    """Return who is counted: "Syrian fighters"."""
    return " ".join((*variable.population, taxonomy.label(variable.kind)))


def _singular(noun: str) -> str:
    return noun[:-2] if noun.endswith("ses") else noun.removesuffix("s")


def who(reply: Reply, documents: Mapping[str, Document]) -> str:
    """Return who gives an answer: the speaker, by name, and the report where it is unnamed."""
    return _voice(reply.claim, documents)


def says(claim: Claim, words: str, documents: Mapping[str, Document]) -> str:
    """Return that who claims it says so in these words: "Ada Lund says “in secret”"."""
    name = _voice(claim, documents)
    denies = "denies" if claim.stance is Stance.DENIES else "says"
    return _capital(f"{name} {denies} “{' '.join(words.split())}”")


def _voice(claim: Claim, documents: Mapping[str, Document]) -> str:
    speaker = claim.speaker
    publisher = documents[claim.document].name
    if speaker.kind is SpeakerKind.UNNAMED and speaker.name != publisher:
        return f"{_unnamed(speaker.name)} ({publisher})"
    return speaker.name


def _unnamed(name: str) -> str:
    return name[0].upper() + name[1:] if name and name != "unnamed" else "An unnamed source"


def bounds(reply: Reply) -> str:
    """Return the answer's range as written, in its own unit: "almost 50", "at least 250"."""
    measure = reply.measure
    if measure.polarity:
        return "none" if measure.high == 0 else "at least 1"
    return range_words(measure.low, measure.high, measure.unit)


def _told(reply: Reply) -> str:
    """Return the answer's range, or that a denial leaves everything but that range."""
    denied = reply.standing is Standing.DENIAL
    return f"anything but {bounds(reply)}" if denied else bounds(reply)


def _says(reply: Reply, documents: dict[str, Document]) -> str:
    return f"{who(reply, documents)} {_verb(reply)} {_quoted(reply)}"


def _verb(reply: Reply) -> str:
    """Return "say" after several and "says" after one, or that they deny it."""
    speaker = reply.claim.speaker
    several = speaker.kind is SpeakerKind.GROUP or " and " in speaker.name
    if reply.standing is Standing.DENIAL:
        return "deny" if several else "denies"
    return "say" if several else "says"


def _quoted(reply: Reply) -> str:
    """Return the number in its own words, in quotation marks, and what it counts."""
    measure = reply.measure
    words = f"“{' '.join(measure.text.split())}”"
    noun = " ".join(measure.noun.split())
    return words if not noun or noun in measure.text else f"{words} {noun}"


def sentence(
    rule: Rule,
    sides: Sequence[Reply],
    derived: Derived | None,
    documents: dict[str, Document],
    taxonomy: Taxonomy,
) -> str:
    """Return one sentence that says which answers cannot all be true, with the numbers.

    Args:
        rule: how they were found to conflict.
        sides: one reply for each answer in the conflict, premises of `derived` first.
        derived: the sum or product that the first sides make, if any.
        documents: the case's documents by id.
        taxonomy: the kinds.
    """
    if derived is not None:
        return _capital(_implied(rule, sides, derived, documents, taxonomy))
    said = _capital(joined(_says(side, documents) for side in sides))
    if any(side.standing is Standing.DENIAL for side in sides):
        return f"{said}: no number fits what is said and is not among those denied."
    return f"{said}: {_why(rule, sides, taxonomy)}."


def _why(rule: Rule, sides: Sequence[Reply], taxonomy: Taxonomy) -> str:
    """Return why what is plainly said cannot all be so."""
    if rule is Rule.POLARITY:
        return "it cannot be both some and none"
    if rule is Rule.SUBSET:
        small, large = sides[0], sides[1]
        return (
            f"{_counted(small.variable, taxonomy)} ({bounds(small)}) cannot outnumber "
            f"the {_counted(large.variable, taxonomy)} they are part of ({bounds(large)})"
        )
    if rule is Rule.SUM:
        parts, whole = sides[:-1], sides[-1]
        least = range_words(sum(part.low or 0 for part in parts), None)
        return f"the parts come to {least}, the whole to {bounds(whole)}"
    if rule is Rule.ORDER:
        return "a count that only grows cannot have been higher before"
    ranges = joined(dict.fromkeys(bounds(side) for side in sides))
    return f"{ranges} leave no number in common"


def _implied(
    rule: Rule,
    sides: Sequence[Reply],
    derived: Derived,
    documents: dict[str, Document],
    taxonomy: Taxonomy,
) -> str:
    count = len(derived.premises)
    premises, others = sides[:count], sides[count:]
    unit = premises[0].measure.unit if rule is Rule.SUM else None
    result = range_words(*_nominal(rule, premises, derived), unit)
    speakers = joined(dict.fromkeys(who(premise, documents) for premise in premises))
    against = joined(_says(other, documents) for other in others)
    lead = f"{against}; " if against else ""
    noun = _counted(derived.bound.variable, taxonomy)
    steps = _steps(rule, premises)
    return f"{lead}the account of {speakers} implies {result} {noun} ({steps})."


def _steps(rule: Rule, premises: Sequence[Reply]) -> str:
    sign = " × " if rule is Rule.PRODUCT else " + "
    return sign.join(_quoted(premise) for premise in premises)


def _nominal(
    rule: Rule, premises: Sequence[Reply], derived: Derived
) -> tuple[float | None, float | None]:
    """Return the result of the numbers as written, "almost 50" counting as 50."""
    low, high = 1.0, 1.0
    if rule is Rule.SUM:
        low, high = 0.0, 0.0
    for premise in premises:
        measure = premise.measure
        a = measure.nominal_low if measure.nominal_low is not None else measure.low
        b = measure.nominal_high if measure.nominal_high is not None else measure.high
        if a is None or b is None or measure.low is None or measure.high is None:
            return derived.bound.low, derived.bound.high
        low, high = (low + a, high + b) if rule is Rule.SUM else (low * a, high * b)
    return low, high


def derivation(
    rule: Rule, sides: Sequence[Reply], derived: Derived | None, documents: dict[str, Document]
) -> tuple[str, ...]:
    """Return the steps of the proof, one line each."""
    lines = [f"{who(side, documents)}: {_quoted(side)} is {_told(side)}" for side in sides]
    if derived is not None:
        names = " × " if derived.rule is Rule.PRODUCT else " + "
        factors = names.join(f"({bounds(side)})" for side in sides[: len(derived.premises)])
        lines.append(f"{factors} = {range_words(derived.bound.low, derived.bound.high)}")
    outcome = "What happened does not fit what was said beforehand."
    lines.append(outcome if rule is Rule.PROMISE else "No value fits all of these together.")
    return tuple(map(_capital, lines))


def promise_sentence(promised: Reply, happened: Reply, documents: dict[str, Document]) -> str:
    """Return one sentence that sets what was promised against what is said to have happened."""
    speaker = promised.claim.speaker
    words, after = _quoted(promised), _quoted(happened)
    reported = documents[promised.claim.document].name
    if speaker.kind is SpeakerKind.UNNAMED or speaker.kind is SpeakerKind.DOCUMENT:
        if reported == who(happened, documents):
            return f"It was to be {words} and was {after}, {reported} says."
        first = f"it was to be {words}, {reported} reports"
    else:
        verb = COMMITMENT_VERBS.get(promised.claim.stance, "promised")
        first = f"{who(promised, documents)} {verb} {words}"
    return _capital(f"{first}; {who(happened, documents)} {_verb(happened)} it was {after}.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
