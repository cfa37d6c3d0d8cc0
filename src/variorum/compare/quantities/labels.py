"""Questions and sentences as a person would write them."""

from collections.abc import Mapping

from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.solver.constraints import Variable
from variorum.model import Claim, Document, SpeakerKind, Stance
from variorum.taxonomy import Taxonomy
from variorum.wording import range_words

# What has a length rather than a way to go.
LONG = frozenset({"convoy"})
STAYED = "remained"


def question_label(
    variable: Variable, taxonomy: Taxonomy, container: str | None = None, written: str = ""
) -> str:
    """Return the question that a variable's answers answer, such as "How many trucks left?".

    `container` is what all the answers count the parts of, such as a convoy; `written` is what they
    count in their own words, for what the taxonomy has no name for.
    """
    base = variable.kind.partition(".")[0]
    noun = " ".join((*variable.population, _noun(variable.kind, taxonomy, written)))
    event = variable.event.rstrip("+")
    verb = taxonomy.event_labels.get(event, event)
    if variable.phase and event == STAYED:
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
        per = taxonomy.label(variable.per)
        told += f" per {per[:-2] if per.endswith('ses') else per.removesuffix('s')}"
    if variable.phase:
        told += f" {variable.phase}"
    return told + "".join(f" ({part})" for part in (variable.where, variable.window) if part)


def _noun(kind: str, taxonomy: Taxonomy, written: str) -> str:
    """Return the plural that asks for `kind`; what is outside the taxonomy is quoted."""
    label = taxonomy.label(kind)
    return f"“{written or label}”" if kind.startswith("things.") else label


def counted(variable: Variable, taxonomy: Taxonomy) -> str:
    """Return who is counted: "Syrian fighters"."""
    return " ".join((*variable.population, taxonomy.label(variable.kind)))


def who(reply: Reply, documents: Mapping[str, Document]) -> str:
    """Return who gives an answer: the speaker, by name, and the report where it is unnamed."""
    return voice(reply.claim, documents)


def says(
    claim: Claim, words: str, documents: Mapping[str, Document], answer: bool | None = None
) -> str:
    """Return that who claims it says so in these words: "Ada Lund says “in secret”".

    Whoever answers yes or no "says no (“in secret”)".
    """
    words = f"“{' '.join(words.split())}”"
    if answer is not None:
        told = f"{_verb(claim, False)} {'yes' if answer else 'no'} ({words})"
        return capital(f"{voice(claim, documents)} {told}")
    verb = _verb(claim, claim.stance is Stance.DENIES)
    return capital(f"{voice(claim, documents)} {verb} {words}")


def voice(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Return who makes a claim: the speaker by name, and the report where it is unnamed."""
    speaker = claim.speaker
    publisher = documents[claim.document].name
    if speaker.kind is SpeakerKind.UNNAMED and speaker.name != publisher:
        plain = speaker.name in {"", "unnamed"}
        name = "An unnamed source" if plain else speaker.name[0].upper() + speaker.name[1:]
        return f"{name} ({publisher})"
    return speaker.name


def bounds(reply: Reply) -> str:
    """Return the answer's range as written, in its own unit: "almost 50", "at least 250"."""
    measure = reply.measure
    if measure.polarity:
        return "none" if measure.high == 0 else "at least 1"
    return range_words(measure.low, measure.high, measure.unit)


def told(reply: Reply) -> str:
    """Return the answer's range, or that a denial leaves everything but that range."""
    denied = reply.standing is Standing.DENIAL
    return f"anything but {bounds(reply)}" if denied else bounds(reply)


def reply_says(reply: Reply, documents: Mapping[str, Document]) -> str:
    """Return that who gives an answer says so: "Ada Lund says “13” trucks"."""
    return f"{who(reply, documents)} {reply_verb(reply)} {quoted(reply)}"


def reply_verb(reply: Reply) -> str:
    """Return "say" after several and "says" after one, or that they deny it."""
    return _verb(reply.claim, reply.standing is Standing.DENIAL)


def _verb(claim: Claim, denied: bool) -> str:
    several = claim.speaker.kind is SpeakerKind.GROUP or " and " in claim.speaker.name
    one, many = ("denies", "deny") if denied else ("says", "say")
    return many if several else one


def quoted(reply: Reply) -> str:
    """Return the number in its own words, in quotation marks, and what it counts."""
    measure = reply.measure
    words = f"“{' '.join(measure.text.split())}”"
    noun = " ".join(measure.noun.split())
    return words if not noun or noun in measure.text else f"{words} {noun}"


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]
