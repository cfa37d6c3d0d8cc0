"""The record in five sentences: what was read, two disputes, who changed, what was agreed.

Every clause names the claims it rests on. Nothing is said of what the record does not hold, so
that a case of one report has a sentence or two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model import Agreement, Change, Dispute, Position
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.views.agreed.terms_view import tally
from variorum.publish.views.overview.conflicts_view import furthest
from variorum.publish.views.overview.differing_view import is_told_differently
from variorum.wording import count, joined

# How the gaps begin that tell what a record as of a day leaves out.
AS_OF = ("After ", "Undated, as of ")
# So many speakers of a position are named, and so many of its claims cited.
MOST_NAMED, MOST_CITED = 2, 4
# A question of numbers as it is asked; behind it stands what is counted and what it did.
HOW_MANY = re.compile(r"How many (.+)\?")
BRACKETS, SQUARE = re.compile(r"\(([^()]*)\)"), r"[\1]"


@dataclass(frozen=True)
class Clause:
    """Words of a sentence, with the punctuation around them, and the claims that they rest on."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence of the abstract, clause by clause."""

    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(clause.text for clause in self.clauses)


def some_names(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """Return the first names, and how many more there are: "Ada Lund, BBC and 3 others"."""
    told = told_once(names)
    rest = len(told) - most
    return joined([*told[:most], *([count(rest, "other")] if rest > 0 else [])])


def told_once(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names, each once; a speaker unnamed in several reports is told without them."""
    bare = Counter(_bare(name) for name in names)
    return tuple(dict.fromkeys(_bare(name) if bare[_bare(name)] > 1 else name for name in names))


def _bare(name: str) -> str:
    """Return who an unnamed speaker is without the report: "a driver" for "a driver (BBC)"."""
    return name.partition(" (")[0] if name.endswith(")") else name


def as_of(index: Index) -> str | None:
    """Return the day, in EDTF, as of which the record is; None where it holds everything."""
    gaps = (gap.what for gap in index.case.comparison.gaps if gap.kind == "limit")
    return next((what.rpartition(" ")[2] for what in gaps if what.startswith(AS_OF)), None)


def abstract(index: Index) -> tuple[Sentence, ...]:
    """Return what a record comes to, the most important first, in at most five sentences."""
    told = (_read(index), *_disputed(index), _changed(index), _agreed(index))
    return tuple(Sentence(tuple(clauses)) for clauses in told if clauses)


def _read(index: Index) -> list[Clause]:
    """Return what was read, and what could not be."""
    case = index.case
    if not case.documents:
        return [Clause("No report was read.")]
    sets = sum(document.data_set is not None for document in case.documents)
    beside = f" and {count(sets, 'event data set')}" if sets else ""
    reports = count(len(case.documents) - sets, "report")
    languages = count(len({d.language for d in case.documents if d.language}), "language")
    verb = "makes" if len(case.documents) == 1 else "make"
    claims = count(index.whole_count, "claim")
    origins = count(len(case.origins), "independent origin")
    text = f"{reports}{beside} in {languages} {verb} {claims} from {origins}"
    unread = count(len({g.what for g in case.gaps if g.kind == "document"}), "file")
    day = as_of(index)
    parts = [text[:1].upper() + text[1:]]
    parts += [f"; {unread} could not be read in full"] if not unread.startswith("no ") else []
    left_out = f"; what is not known to be of {date_words(day)} or before is left out"
    parts += [left_out] if day else []
    parts[-1] += "."
    return [Clause(part) for part in parts]


def _disputed(index: Index) -> tuple[list[Clause], ...]:
    """Return the gravest dispute on a number and the gravest on anything else, by their rank."""
    disputes = index.case.disputes
    if not disputes and not index.case.contradictions:
        apart = sum(map(is_told_differently, index.case.questions))
        verb = "is" if apart == 1 else "are"
        told = f", but {count(apart, 'question')} {verb} told differently" if apart else ""
        none = Clause(f"No contradiction was found in them{told}.")
        return ([none] if index.case.claims else [],)
    if not disputes:
        gravest = index.case.contradictions[0]
        told = f"They cannot all be true: {gravest.because.removesuffix('.')}"
        return ([Clause(told, gravest.claims[:MOST_CITED]), Clause(".")],)
    first = disputes[0]
    other = [d for d in disputes[1:] if _in_words(d) != _in_words(first)] or disputes[1:]
    return tuple(_positions(index, dispute) for dispute in (first, *other[:1]))


def _in_words(dispute: Dispute) -> bool:
    return any(position.value is not None for position in dispute.positions)


def _positions(index: Index, dispute: Dispute) -> list[Clause]:
    """Return what the positions of a dispute are, and who first says so."""
    low, high = furthest(() if _in_words(dispute) else dispute.positions)
    if low and high and low.high is not None and high.low is not None and low.high < high.low:
        return _between(index, dispute, low, high)
    shown = dispute.positions[:MOST_NAMED]
    answers = [f"{_answer(p)}, according to {_who(p)}" for p in shown]
    told = (f"{dispute.label} {answers[0][:1].upper()}{answers[0][1:]}", f"; {answers[-1]}")
    parts = [Clause(text, _cited(index, dispute, p)) for text, p in zip(told, shown, strict=False)]
    rest = len(dispute.positions) - len(shown)
    ending = f"; and there {'is' if rest == 1 else 'are'} {count(rest, 'other answer')}."
    return [*parts, Clause(ending if rest else ".")]


def _answer(position: Position) -> str:
    """Return an answer in words as it stands in a sentence: names in quotation marks."""
    named = position.value is not None and position.low is None
    return f"“{position.label}”" if named else position.label


def _between(index: Index, dispute: Dispute, low: Position, high: Position) -> list[Clause]:
    """Return the two ends that exclude each other, and what most origins say if it is neither."""
    match = HOW_MANY.fullmatch(dispute.label)
    before = "By these accounts, between " if match else f"“{dispute.label}” is answered from "
    ends = [f"{_end(p.label)} ({BRACKETS.sub(SQUARE, _who(p))})" for p in (low, high)]
    between, after = (" and ", f" {match[1]}") if match else (" to ", "")
    cited = [_cited(index, dispute, position) for position in (low, high)]
    found = [Clause(before + ends[0], cited[0]), Clause(between + ends[1] + after, cited[1])]
    most = max(dispute.positions, key=lambda p: len(p.origins))
    if most not in (low, high) and len(most.origins) > 1:
        told = f"; {len(most.origins)} origins, the most, say {most.label} ({_who(most)})"
        found.append(Clause(told, _cited(index, dispute, most)))
    return [*found, Clause(".")]


def _end(label: str) -> str:
    """Return an answer as an end of a range: "135–200", "500 or more"."""
    label = re.sub(r"^at least (.+)", r"\1 or more", label)
    return re.sub(r"^at most (.+)", r"\1 or fewer", label).replace(" to ", "–")


def _who(position: Position) -> str:
    worked_out = "worked out from " if position.derived else ""
    names = [name.replace("An unnamed", "an unnamed") for name in position.speakers]
    return worked_out + some_names(names)


def _cited(index: Index, dispute: Dispute, position: Position) -> tuple[str, ...]:
    """Return the claims of a position, the first published first; of a derived one its proof's."""
    told = [position.first] if position.first else []
    told += [answer.claim for answer in position.answers]
    if position.derived:
        proofs = (p for p in index.case.contradictions if p.id in dispute.proofs)
        told += next((p.claims for p in proofs if position.id in p.positions), ())
    return tuple(dict.fromkeys(told))[:MOST_CITED]


def _changed(index: Index) -> list[Clause]:
    """Return who changed which answer, the one in dispute first; and how many others did."""
    changed = [h for h in index.case.histories if h.change is not Change.HELD]
    if not changed:
        return []
    asked = {question for dispute in index.case.disputes for question in dispute.questions}
    shown = next((h for h in changed if h.question in asked), changed[0])
    claims = tuple(dict.fromkeys(step.claim for step in shown.steps))[:MOST_CITED]
    rest = len(changed) - 1
    more = f"; so did {count(rest, 'other')}, on other questions" if rest else ""
    label = next((q.label for q in index.case.questions if q.id == shown.question), "")
    ends = shown.steps[0], shown.steps[-1]
    days = [f" ({date_words(step.when)})" for step in ends]
    if days[0] == days[1]:
        days[0] = ""
    steps = [f"“{step.words}”{day}" for step, day in zip(ends, days, strict=True)]
    told = f"{shown.name[:1].upper()}{shown.name[1:]} changed the answer to “{label}”: "
    return [Clause(told), Clause(", then ".join(steps), claims), Clause(f"{more}.")]


def _agreed(index: Index) -> list[Clause]:
    """Return the main agreement: whether it is disputed, else what became of its terms."""
    told = next(iter(index.agreed.ordered), None)
    if told is None or not index.agreed.shown:
        return []
    disputed = next((one for one in index.agreed.main if one.disputed), None)
    if disputed and disputed.affirmed and disputed.denied:
        sides = (("affirmed", disputed.affirmed), ("denied", disputed.denied))
        affirmed, denied = (_vouched(index, word, claims) for word, claims in sides)
        named = Clause(f"Whether the {_lower(disputed)} is real is disputed: ")
        return [named, affirmed, Clause("; "), denied, Clause(".")]
    return [
        Clause(f"The reports tell of the {_lower(told)}", told.claims[:MOST_CITED]),
        _kept(told),
        Clause("."),
    ]


def _lower(agreement: Agreement) -> str:
    return agreement.label[:1].lower() + agreement.label[1:]


def _vouched(index: Index, word: str, claims: Iterable[str]) -> Clause:
    names = dict.fromkeys(index.case.claim_by_id[claim].speaker.name for claim in claims)
    return Clause(f"{word} by {some_names(list(names))}", tuple(claims)[:MOST_CITED])


def _kept(agreement: Agreement) -> Clause:
    """Return how many terms there are and what became of them, with the claims that say so."""
    judged = (found.claim for term in agreement.terms for found in term.compliance)
    told = f", with {tally(agreement.terms)}" if agreement.terms else ""
    return Clause(told, tuple(dict.fromkeys(judged))[:MOST_CITED])
