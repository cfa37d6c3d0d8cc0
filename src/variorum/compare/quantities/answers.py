"""Claims to answers: what each claim says of a comparable quantity, in comparable numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from variorum.compare.happenings.incidents import DIED, FOUND, HURT
from variorum.compare.quantities.agreement import Ends
from variorum.compare.solver.constraints import Variable
from variorum.language.word_lists import words
from variorum.model import Answer, Certainty, Claim, FigureRole, Measure, Mood, Scope, Stance
from variorum.statements import revisions
from variorum.statements.revisions import is_marked, marks_in
from variorum.statements.statement_phrases import indefinite_words
from variorum.taxonomy import Taxonomy

# A plain "4,000" seldom means 4,000 to the last head: a number is held to be exact to half of its
# last digit that is not zero, but never looser than this share of it.
ROUNDING_SHARE = 0.05
# "35 trucks" and "34 trucks" are one count of a passing column, 18 and 19 may be two.
MANY_PASSING = 20
PASSING_SHARE = 0.03


class Standing(StrEnum):
    """What a claim does for a quantity."""

    FACT = "fact"
    DENIAL = "denial"
    COMMITMENT = "commitment"
    POSSIBILITY = "possibility"


# How what is to be is told apart from what came of it.
PLAN = "under the plan"
UNNAMED = "things"  # what the text does not name, and no question asks for
# Kinds of which what is added to others is only some: "two women and one man".
WHOLES = frozenset({"people", "vehicles", "buildings"})
LENGTH = "duration"
GOODS = frozenset({"weight", "volume"})
COMMITMENTS = frozenset({Stance.PROMISES, Stance.INTENDS, Stance.ORDERS, Stance.PREDICTS})
TOWNS = words("compare", "towns")
# What goes on for days, so that a day's count is one of many.
DAY_BY_DAY = frozenset({"rescued", "recovered"})
# Bodies that were counted were found, whatever verb tells it.
OF_BODIES = frozenset({"", DIED, FOUND})
BODY_REACH = 12
# How far behind a number its kin may be told, in characters.
KIN_REACH = 60
# How far behind those killed others are told who were injured, in characters.
HURT_REACH = 60
_DIGIT, _CLAUSE_END, _PAUSE = (re.compile(x) for x in (r"\d", r"[.;:!?؛؟]", r"[,،;؛(]"))
# How far from a number the word may stand by which it is of others, in characters.
OTHERS_REACH = 10
# Words for fewer than ten tell no upper end, unless they name two near ends: "three or four".
FEWEST_SURE = 10
NEAR_ENDS = 3
# Who says thousands may mean any number of them.
THOUSANDS = 9_999
# Who says dozens may mean up to so many times as many as 99.
SOFT = 1.25
# Words of which the upper end is that many times the lower one tell an order of size.
ORDER_OF_SIZE = 2
PARTIAL_REACH = 60
# How far behind a number it may be told of whom these are some, in characters.
OF_REACH = 11
# So near the beginning of what is denied a number is itself denied.
FIRST_WORDS = 3
CONFIRMING = words("compare", "confirming")
_OF_PLACE = re.compile(r"\b(?:of|from|in)\s+(?:the\s+)?([A-Z][\w-]+)")
_THERE = re.compile(r"\b(?:there|here)\b", re.IGNORECASE)
FACTS = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})


@dataclass(frozen=True)
class Reply:
    """One claim's answer: its measure as a range of a variable, in the variable's base unit."""

    claim: Claim
    measure: Measure
    variable: Variable
    low: float | None
    high: float | None
    standing: Standing

    @property
    def key(self) -> str:
        """What identifies it in the case."""
        return f"{self.claim.id}:{self.measure.span.start}:{self.measure.span.end}"

    @property
    def answer(self) -> Answer:
        """The reply as the record keeps it."""
        return Answer(
            claim=self.claim.id,
            span=self.measure.span,
            low=self.low,
            high=self.high,
            standing=self.standing.value,
        )

    @property
    def ends(self) -> Ends:
        """The lower and the upper end of its range."""
        return self.low, self.high

    @property
    def figure(self) -> float:
        """The middle of its range, or its one end."""
        ends = [end for end in self.ends if end is not None]
        return sum(ends) / len(ends) if ends else 0.0

    @property
    def stated(self) -> bool:
        """Whether it can be held against others: a fact or its denial, or a plan against plans."""
        return self.standing in {Standing.FACT, Standing.DENIAL} or self.variable.phase == PLAN

    @property
    def polarity(self) -> bool:
        """Whether it only says some or none."""
        return self.measure.polarity or self.ends == (0, 0)

    def about(self, **aspects: Any) -> Reply:
        """Return the same answer to a question that differs in some aspects."""
        return replace(self, variable=replace(self.variable, **aspects))


def tells_size(measure: Measure) -> bool:
    """Return whether words tell no more than an order of size: "dozens", "hundreds"."""
    low, high = measure.low or 0, measure.high or 0
    words = measure.approximate and not any(c.isdigit() for c in measure.text)
    return words and 0 < ORDER_OF_SIZE * low <= high


def replies(claims: Sequence[Claim], taxonomy: Taxonomy) -> list[Reply]:
    """Return every answer that the claims give, in the order of the claims.

    Where claims nest, a measure counts for the innermost one: what the drivers told the broadcaster
    is the drivers' answer, and counting the broadcaster as well would make one voice two.
    """
    inner = _innermost(claims)
    hurt: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for told in (m for claim in claims for m in claim.measures if m.scope.event in HURT):
        hurt[told.span.document].append((told.span.end, told.scope.event or ""))
    found = []
    for claim in claims:
        for measure in claim.measures:
            if measure.difference or measure.role is not FigureRole.FIGURE:
                continue  # how many more, what it was, or of how many: no answer by itself
            if not measure.scope.event and _of_others(claim, measure):
                continue  # others of whom nothing else is told come on top of nobody knows what
            if _is_none_of_some(claim, measure) or _is_moment(claim, measure):
                continue  # "none of the nine" says nothing of the others
            if inner[claim.document, measure.span.start, measure.span.end] == claim.id:
                on_top = _of_others(claim, measure) and not _counts_the_rest(measure, hurt)
                reply = _reply(claim, measure, taxonomy, on_top)
                # That there may or shall be some says nothing of how many there were.
                open_some = reply.polarity and reply.low and reply.standing is not Standing.FACT
                if not (open_some or _denies_any(reply)):
                    found.append(reply)
    return found


def _counts_the_rest(measure: Measure, hurt: Mapping[str, Sequence[tuple[int, str]]]) -> bool:
    """Return whether others are those who fared otherwise: "125 were killed, 500 others hurt"."""
    told = hurt[measure.span.document]
    near = (e for end, e in told if 0 <= measure.span.start - end <= HURT_REACH)
    return any(event != measure.scope.event for event in near)


def _denies_any(reply: Reply) -> bool:
    """Return whether "an explosion" is denied, which says nothing of two."""
    one = reply.ends == (1, 1) and not any(c.isdigit() for c in reply.measure.text)
    return one and reply.standing is Standing.DENIAL


def _innermost(claims: Iterable[Claim]) -> dict[tuple[str, int, int], str]:
    best: dict[tuple[str, int, int], tuple[int, int, str]] = {}
    for claim in claims:
        size = sum(len(span.exact) for span in claim.content)
        for measure in claim.measures:
            place = (claim.document, measure.span.start, measure.span.end)
            # The longer relay decides between claims on the same words.
            rank = (size, -len(claim.relay), claim.id)
            if place not in best or rank < best[place]:
                best[place] = rank
    return {place: rank[2] for place, rank in best.items()}


def _reply(claim: Claim, measure: Measure, taxonomy: Taxonomy, on_top: bool) -> Reply:
    low, high = rounded(measure)
    low, high = (base_unit(value, measure, taxonomy) for value in (low, high))
    partial = measure.kind in WHOLES and (measure.plus or _is_of_some(claim, measure))
    partial = partial or _sees_a_part(claim, measure, taxonomy)
    # "A strike" tells of it and counts nothing; "a dead" is one.
    one = (measure.low, measure.high) == (1, 1) and measure.scope.event not in HURT
    partial = partial or (one and measure.text.casefold() in indefinite_words())
    partial = (
        partial or _is_of_some(claim, measure, revisions.OF_THEM) or _in_brackets(claim, measure)
    )
    partial = partial or (measure.scope.event in HURT and _is_early(claim, measure))
    # "Eight women and children" says nothing of the men.
    partial = partial or (measure.kind in WHOLES and is_marked(measure.noun, revisions.LISTING))
    high = None if low and partial else _softened(measure, high)
    low = None if _counts_kin_as_well(claim, measure) else low
    standing = _standing(claim, measure)
    if standing is Standing.DENIAL and measure.polarity:
        low, high = (1, None) if high == 0 else (0, 0)
        standing = Standing.FACT
    variable = _variable(measure, taxonomy)
    if variable.event and not variable.event.endswith("+") and on_top:
        variable = replace(variable, event=f"{variable.event}+")
    if variable.event in OF_BODIES and _counts_bodies(claim, measure):
        variable = replace(variable, kind="people", event=FOUND)
    if not variable.place:
        variable = replace(variable, place=_place_of_speaker(claim, measure))
    return Reply(claim, measure, variable, low, high, standing)


def _place_of_speaker(claim: Claim, measure: Measure) -> str:
    """Return the place in whose name somebody says how many there were "there"."""
    named = _OF_PLACE.search(claim.speaker.name)
    pointed = _around(claim, measure.span.end, claim.content[-1].end)
    return named[1] if named and _THERE.search(pointed) else ""


def _around(claim: Claim, start: int, end: int) -> str:
    """Return the words of the claim at these places, as far as they are its own."""
    for part in claim.content:
        if part.start < end and start < part.end:
            return part.exact[max(0, start - part.start) : max(0, end - part.start)]
    return ""


def _standing(claim: Claim, measure: Measure) -> Standing:
    if measure.scope.event == "promised":
        return Standing.COMMITMENT
    if claim.stance in COMMITMENTS:
        realised = measure.mood is Mood.REALISED and measure.scope.event
        return Standing.FACT if realised else Standing.COMMITMENT
    told = measure.scope.event or measure.polarity  # "it stipulated that no foreigner leave"
    if measure.mood is None and told and is_marked(claim.text, revisions.PLANNED):
        return Standing.COMMITMENT
    before = _around(claim, measure.span.start - OTHERS_REACH, measure.span.start)
    rumoured = is_marked(claim.speaker.name, revisions.UNCONFIRMED)
    awaited = is_marked(before, revisions.EXPECTED) or measure.mood is Mood.POSSIBLE
    if claim.stance is Stance.DENIES:
        # "Denied a deal by which hundreds could leave" says nothing of how many left.
        sure = not (awaited or rumoured)
        return Standing.DENIAL if sure and _is_denied(claim, measure) else Standing.POSSIBILITY
    doubted = claim.stance is Stance.DOUBTS or claim.certainty not in FACTS
    return Standing.POSSIBILITY if doubted or awaited or rumoured else Standing.FACT


def _is_denied(claim: Claim, measure: Measure) -> bool:
    """Return whether a number is the very thing that is denied: the first words, or of a report.

    Who "denied a part in the raid that left 60 dead" denies the part.
    """
    before = _around(claim, claim.content[0].start, measure.span.start)
    return len(before.split()) < FIRST_WORDS or is_marked(before, revisions.REPORTED)


def rounded(measure: Measure) -> tuple[float | None, float | None]:
    """Return the measure's range, widened by the rounding that its plain numbers imply.

    A column of vehicles is counted as it passes, and its number is exact to a few in a hundred.
    """
    if measure.approximate or measure.polarity:
        return measure.low, measure.high
    passing = measure.kind.startswith("vehicles") and (measure.low or 0) >= MANY_PASSING

    def slack(number: float) -> float:
        return max(_slack(number), number * PASSING_SHARE if passing else 0.0)

    low = None if measure.low is None else measure.low - slack(measure.low)
    high = None if measure.high is None else measure.high + slack(measure.high)
    return low, high


def _sees_a_part(claim: Claim, measure: Measure, taxonomy: Taxonomy) -> bool:
    """Return whether there may be more than are counted.

    A nurse tells of the hurt who were brought to her; who was freed "on the first day" may not
    have been the last; and of more dead than are "confirmed" nobody can be sure yet.
    """
    words = {word.removesuffix("s") for word in claim.speaker.name.casefold().split()}
    if measure.scope.event in HURT and words & taxonomy.vantage:
        return True
    at = measure.span.start - claim.content[0].start
    around = claim.text[max(0, at - PARTIAL_REACH) : at + PARTIAL_REACH]
    marks = marks_in(around)
    confirmed = revisions.CONFIRMED in marks or (
        claim.cue and claim.cue.exact.casefold() in CONFIRMING
    )
    sure = measure.scope.event in HURT and bool(confirmed)
    told = measure.scope.event or is_marked(measure.noun, revisions.BODIES)
    brought = measure.scope.event == DIED and revisions.HOSPITAL in marks
    return sure or brought or (bool(told) and revisions.PARTIAL in marks)


def _is_early(claim: Claim, measure: Measure) -> bool:
    """Return whether it is told as a toll that was given before: "a previous toll of 112 dead"."""
    before = _around(claim, measure.span.start - 2 * OTHERS_REACH, measure.span.start)
    toll = is_marked(before, revisions.FIRST) and is_marked(before, revisions.TOLL)
    return toll or is_marked(claim.speaker.name, revisions.FIRST)


def _softened(measure: Measure, high: float | None) -> float | None:
    """Return the upper end of what is told in words: "thousands" have none, "dozens" a soft one.

    What is read as 2 to 9 is a few, and who says dozens may have seen somewhat more than 99.
    """
    told = high is not None and measure.approximate and not any(c.isdigit() for c in measure.text)
    if not told or high is None or measure.low is None:
        return high
    if high < FEWEST_SURE:
        return None if high - measure.low > NEAR_ENDS else high
    if (measure.high or 0) >= THOUSANDS and not measure.unit:
        return None
    return high * SOFT if set(f"{high:g}") == {"9"} else high


def _of_others(claim: Claim, measure: Measure) -> bool:
    """Return whether these come on top of those told before: "100 autres", "weitere 40"."""
    before = _around(claim, measure.span.start - OTHERS_REACH, measure.span.start)
    after = _around(claim, measure.span.end, measure.span.end + OTHERS_REACH)
    return any(
        is_marked(words, revisions.OTHERS) for words in (measure.text, measure.noun, before, after)
    )


def _is_of_some(claim: Claim, measure: Measure, marks: str = revisions.OF_SOME) -> bool:
    """Return whether these are some of those told before: "two of the injured died"."""
    after = _around(claim, measure.span.end, measure.span.end + OF_REACH)
    # "278 people, 43 of them police": what follows a comma is told of fewer.
    return is_marked(_PAUSE.split(after)[0], marks)


def _in_brackets(claim: Claim, measure: Measure) -> bool:
    """Return whether brackets behind a part split it: "46 of these (44 men, two women)"."""
    start = measure.span.start
    told, opened, inside = _around(claim, start - KIN_REACH, start).rpartition("(")
    return bool(opened) and ")" not in inside and is_marked(told, revisions.OF_THEM)


def _is_moment(claim: Claim, measure: Measure) -> bool:
    """Return whether a length of time only tells when: "three days after", "the past 10 days"."""
    start, end = measure.span.start, measure.span.end
    before = _around(claim, start - OTHERS_REACH, start)
    after = _around(claim, end, end + OTHERS_REACH)
    return measure.kind == LENGTH and (
        is_marked(before, revisions.RECENT) or is_marked(after, revisions.SINCE)
    )


def _is_none_of_some(claim: Claim, measure: Measure) -> bool:
    none = (measure.low, measure.high) == (0, 0) and measure.kind in WHOLES
    return none and (_is_of_some(claim, measure) or is_marked(measure.text, revisions.OF_SOME))


def _counts_kin_as_well(claim: Claim, measure: Measure) -> bool:
    """Return whether so many may be counted with their kin: "500 gunmen and their families"."""
    after = _around(claim, measure.span.end, measure.span.end + KIN_REACH)
    named = _DIGIT.split(_CLAUSE_END.split(after)[0])[0]
    own = measure.kind.startswith("people.") and not is_marked(measure.noun, revisions.KIN)
    return own and is_marked(named, revisions.KIN) and bool(measure.high)


def _counts_bodies(claim: Claim, measure: Measure) -> bool:
    """Return whether bodies are counted, of which there may be fewer than died."""
    at = measure.span.start - claim.content[0].start
    near = claim.text[max(0, at - BODY_REACH) : at + len(measure.text) + BODY_REACH]
    return is_marked(measure.noun, revisions.BODIES) or is_marked(near, revisions.BODIES)


def _slack(number: float) -> float:
    """Return how far off a number may be for its rounding: 0 for 4, 5 for 250, 100 for 4,000."""
    if number == 0 or number != int(number):
        return 0.0
    digits = str(abs(int(number)))
    unit = 10 ** (len(digits) - len(digits.rstrip("0")))
    return float(min(unit / 2, abs(number) * ROUNDING_SHARE)) if unit > 1 else 0.0


def base_unit(value: float | None, measure: Measure, taxonomy: Taxonomy) -> float | None:
    """Return `value` of the measure in the first unit of its kind, such as seconds for hours."""
    unit = taxonomy.units.get(measure.unit or "")
    if value is None or unit is None or not unit.factor:
        return value
    return value * unit.factor


def comparable(reply: Reply, taxonomy: Taxonomy) -> bool:
    """Return whether enough is known of what is measured to hold it against other reports.

    "Forty people" of whom nothing is said may be any forty people; "three days" of nothing, any.
    What comes on top of others does so on top of what each report tells before.
    """
    variable = reply.variable
    if variable.kind.startswith("money"):
        # Of what was paid, much depends on to whom and for what.
        return bool(variable.event) and bool(variable.subject or variable.per)
    if variable.event in taxonomy.owned:
        return bool(variable.subject)
    if taxonomy.countable(variable.kind):
        told = variable.event or variable.subject or variable.per
        return variable.kind != UNNAMED and bool(told) and not variable.event.endswith("+")
    if variable.kind == "area":
        return bool(variable.event)
    if variable.kind in GOODS:
        return bool(variable.subject and variable.event)
    return bool(variable.subject)


def _is_added(scope: Scope) -> bool:
    """Return whether these come on top of others: "another four", "four were rescued on Friday"."""
    of_a_day = scope.event in DAY_BY_DAY and bool(scope.window) and "/" not in (scope.window or "")
    return scope.cumulative is False or (of_a_day and scope.cumulative is None)


def _variable(measure: Measure, taxonomy: Taxonomy) -> Variable:
    unit = taxonomy.units.get(measure.unit or "")
    kind = measure.kind
    if unit and not unit.factor:
        kind = f"{kind}.{unit.name}"
    scope = measure.scope
    return Variable(
        kind=kind,
        event=(scope.event or "") + ("+" if _is_added(scope) else ""),
        subject=scope.subject or "",
        per=measure.per or "",
        place=scope.place or "",
        window=scope.window or "",
        population=scope.population,
    )
