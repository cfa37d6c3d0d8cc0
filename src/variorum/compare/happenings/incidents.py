"""Which claims of a war's reports tell of which attack: one incident after another is no one event.

Reports of one war are alike, whichever of its attacks they tell of. Where they begin with the dead
and injured of several days, the day that most tell is what the case is about; a report that begins
with another, and a claim that tells another, are of an incident of their own, unless its numbers
or other days are those of the first. Where no day stands out, every report is of its own incident,
and two are one only by their day and what they begin with. Of such reports the dead and injured
that are told further down are counted with the first only where the words say so: they may be of
another place or hour.
"""

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from variorum.compare.happenings.event_groups import Told, likeness
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.edtf import days
from variorum.grouping import grouped
from variorum.model import Claim, Document, Measure, SceneRole
from variorum.statements.revisions import BODIES, THE_EVENT, TOLL, is_marked
from variorum.text import STOPS, words_around

# Who was hurt, and bodies that were found, by the names of events.
DIED = "killed"
HURT = frozenset({DIED, "injured", "injured_badly", "injured_lightly"})
FOUND = "recovered"

# A day stands out where more than half of the dated reports begin with it; or so large a share of
# them, so many times as many as with any other, and so large a share of all. Fewer dated reports
# that tell a day do not make it stand out.
SHARE, STANDS_OUT, OF_ALL, FEWEST = 0.45, 1.5, 0.25, 3
# Days further than this from what stands out are of no other attack of its war, and fewer dead and
# injured are the same by chance.
NO_MORE, TELLING = timedelta(days=60), 20
NIGHT = timedelta(days=1)  # what happens at night is told under either day
UNTIL = ".."
# How many letters a report begins with what it is about, and how many of the places that two of one
# day name there they share if they tell of one attack: its town and what that lies in. Or they
# share a toll of more than a few.
LEDE, SAME_PLACES, FEW = 700, 2, 3
# Reports that are so alike on average tell of one event, whichever days they begin with; and one
# that begins with another day than all others tells of the same.
ONE_EVENT, STRAY = 0.32, 1
# Reports less alike than this on average may be of several events, whatever their days.
UNLIKE = 0.23
Days = tuple[date, date]
Begun = tuple[Days, ...]
"""The days that a report begins with."""


@dataclass
class Incidents:
    """What claims tell of that is not what their group of reports is about."""

    group_of: dict[str, str] = field(default_factory=dict)
    """The event of documents and claims, by id."""
    one_of_many: set[str] = field(default_factory=set)
    """The claims of reports that tell of several incidents."""
    aside: set[str] = field(default_factory=set)
    """Of these, those that may tell of another incident than their report begins with."""
    alone: set[str] = field(default_factory=set)
    """Of these, those of which no count is sure to be what another report counts."""
    unlike: set[str] = field(default_factory=set)
    """The claims of reports that are not alike enough to be of one event."""


def incidents(
    documents: Sequence[Document],
    claims: Iterable[Claim],
    group_of: Mapping[str, str],
    kept: Kept = NOTHING_KEPT,
) -> Incidents:
    """Return what is told beside what each group of reports is about.

    Args:
        documents: the documents of the case.
        claims: their claims.
        group_of: the event of each document.
        kept: what was found of each document and group before.
    """
    told_by = grouped((claim.document, claim) for claim in claims)
    by_document = {document.id: told_by.get(document.id, []) for document in documents}
    reports = grouped((group_of[document.id], document) for document in documents)
    found = Incidents()
    groups = [_Group(name, own, by_document, kept) for name, own in reports.items()]
    for group in groups:
        if group.likeness < UNLIKE:
            found.unlike |= {claim.id for own in group.claims.values() for claim in own}
    # Where one group tells of several incidents, the reports are of a war, and so are the others.
    if any(group.tells_several(list(group.begun.values())) for group in groups):
        for group in groups:
            group.tell_apart(found)
    if found.group_of or any(group.tells_several(group.counted) for group in groups):
        # Who counts from day to day, counts others further down as well.
        for group in groups:
            group.hold_back(found)
    return found


class _Group:
    """Reports that are alike, and may tell of several incidents."""

    def __init__(self, name: str, documents: Sequence[Document], claims: Told, kept: Kept) -> None:
        self.name, self.documents, self.kept = name, documents, kept
        self.claims = {d.id: claims[d.id] for d in documents}
        first = [kept.found(("begun", d.id), _begins, d, claims[d.id]) for d in documents]
        self.counted = [counted for _, counted in first]
        self.begun = {d.id: hurt for d, (hurt, _) in zip(documents, first, strict=True)}
        told = {key: _days_told(own) for key, own in self.claims.items()}
        begun = list(self.begun.values())
        self.main = _main(begun) or _most_told(list(told.values()), begun)
        """The days of what the group is about, where some stand out."""
        self.ledes = {key: _lede(own) for key, own in self.claims.items()}
        if self.main:
            self.begun = self._own_days(self.main, told)

    def tells_several(self, begun: Sequence[Collection[Days]]) -> bool:
        """Return whether several reports begin with another day than most, and are not alike."""
        dated = [own for own in begun if own]
        most = max((sum(_meet(own, (run,)) for own in dated) for run in _runs(dated)), default=0)
        return len(dated) - most > STRAY and self.likeness < ONE_EVENT

    @functools.cached_property
    def likeness(self) -> float:
        """How alike each two reports are on average."""
        several = len(self.documents) > 1
        return likeness(self.documents, self.claims) if several else 1.0

    def _own_days(self, main: Days, told: Mapping[str, Begun]) -> dict[str, Begun]:
        """Return what each report begins with, where it may be the main days after all.

        It is where the report gives a number of dead or injured of those that begin with them, or
        tells them as well, and no other begins as it does. A day long before or after says nothing.
        """
        often = Counter(day for own in self.begun.values() for day in set(own))
        tolls = {key: _tolls(own, TELLING) for key, own in self.ledes.items()}
        of_main = [
            tolls[d.id]
            for d in self.documents
            if (_meet(own, (main,)) if (own := self.begun[d.id]) else _out(d, main) <= 0)
        ]

        def days_of(key: str, own: Begun) -> Begun:
            tells = _meet(told[key], (main,)) and all(often[day] == 1 for day in own)
            exact = {toll for toll in tolls[key] if toll[1] == toll[2]}
            if own and (_meet(own, (main,)) or exact & set().union(*of_main) or tells):
                return (main,)
            return tuple(day for day in own if abs(day[0] - main[0]) <= NO_MORE)

        return {key: days_of(key, own) for key, own in self.begun.items()}

    def hold_back(self, found: Incidents) -> None:
        """Add what is not set against what others tell, as several days are counted."""
        for document in self.documents:
            claims = self.claims[document.id]
            aside = self.kept.found(("asides", document.id), _asides, document, claims)
            if not found.group_of:
                aside = aside | {claim.id for claim in claims if _counts_bodies(document, claim)}
            elif document.id in found.group_of or not self.main:
                found.alone |= aside
            found.one_of_many |= {claim.id for claim in claims}
            found.aside |= aside

    def tell_apart(self, found: Incidents) -> None:
        """Add what is told beside what the group is about."""
        found.group_of |= self._named()
        for document in self.documents:
            own = self.begun[document.id] or ((self.main,) if self.main else ())
            for claim in self.claims[document.id]:
                when = _told(claim)
                if own and when and not _meet(when, own):
                    of_main = self.main and _meet(when, (self.main,))
                    other = self.name if of_main else f"{document.id[:16]}{when[0][0]}"
                    found.group_of[claim.id] = other

    def _named(self) -> dict[str, str]:
        """Return the event of each report that does not tell of what the group is about."""
        main = self.main
        named = {
            d.id: f"{self.name}{d.id[:16]}"
            for d in self.documents
            if not main or (self.begun[d.id] != (main,) if self.begun[d.id] else _out(d, main) < 0)
        }
        near = {d.id: _names(self.begun[d.id] or _news(d)) for d in self.documents}
        # A report without a day may be of another than the main one if it came out later.
        loose = [
            d
            for d in self.documents
            if near[d.id] and (d.id in named or (not self.begun[d.id] and _out(d, main) > 0))
        ]
        of: dict[str, str] = {}
        for key in (document.id for document in loose):
            like = next((i for i in of if near[key] & near[i] and self._alike(key, i)), key)
            of[key] = of.get(like, like)
        for members in grouped((of[key], key) for key in of).values():
            if named.keys() & members:
                named |= dict.fromkeys(members, next(named[i] for i in members if i in named))
        if main:
            return named
        # What most tell of is what the group is about.
        tellers = list(named.values())
        most = max(tellers, key=lambda name: (tellers.count(name), -tellers.index(name)))
        return {i: name for i, name in named.items() if name != most}

    def _alike(self, one: str, other: str) -> bool:
        """Return whether what two reports of one day begin with is told of one attack."""
        both = self.ledes[one], self.ledes[other]
        places = ({p.geonames or p.name for claim in own for p in claim.places} for own in both)
        tolls = (_tolls(own, FEW) for own in both)
        return len(set.intersection(*places)) >= SAME_PLACES or bool(set.intersection(*tolls))


def _asides(document: Document, claims: Sequence[Claim]) -> set[str]:
    """Return the claims behind the first dead and injured that do not speak of the same."""
    hurt = [c for c in claims if any(m.scope.event in {*HURT, FOUND} for m in c.measures)]
    first = min((claim.content[0].start for claim in hurt), default=0)
    begun = words_around(document.text, first, first, STOPS)[1]
    told = {_number(m) for c in hurt if c.content[0].start < begun for m in c.measures}
    return {
        claim.id
        for claim in claims
        if claim.content[0].start >= begun
        and not any(_number(m) in told for m in claim.measures)
        and not any(is_marked(_around(document, claim), row) for row in (THE_EVENT, TOLL))
    }


def _number(measure: Measure) -> tuple[str, str | None, float | None, float | None]:
    return measure.kind, measure.scope.event, measure.low, measure.high


def _around(document: Document, claim: Claim) -> str:
    """Return the sentence in which a claim begins."""
    start = claim.content[0].start
    return document.text[slice(*words_around(document.text, start, start, STOPS))]


def _begins(document: Document, claims: Iterable[Claim]) -> tuple[Begun, Begun]:
    """Return the days of the first dead or injured that a report begins with, if it tells them.

    The day at which a toll stands is not the day of what happened, nor is that on which bodies are
    found: with these, if they are told first, comes the second.
    """
    rows = [
        (claim.content[0].start, told, _counts_bodies(document, claim))
        for claim in _lede(claims)
        if any(m.scope.event in {*HURT, FOUND} and not m.scope.as_of for m in claim.measures)
        and not is_marked(_around(document, claim), TOLL)
        and not any(when.edtf.startswith(UNTIL) for when in claim.when)
        and (told := _days_told([claim]))
    ]
    hurt = [row for row in rows if not row[-1]]
    return min(hurt, default=(0, ()))[1], min(rows, default=(0, ()))[1]


def _lede(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.content[0].start < LEDE]


def _counts_bodies(document: Document, claim: Claim) -> bool:
    """Return whether a claim counts bodies that were found, which may be long after they died."""
    counts = [m for m in claim.measures if m.scope.event in {*HURT, FOUND}]
    near = _around(document, claim)
    return any(m.scope.event == FOUND or is_marked(f"{m.noun} {near}", BODIES) for m in counts)


def _tolls(claims: Iterable[Claim], few: float) -> set[tuple[str | None, float, float | None]]:
    """Return the dead and injured of claims, where they are so many."""
    counts = (m for claim in claims for m in claim.measures if m.scope.event in HURT)
    return {(m.scope.event, m.low, m.high) for m in counts if m.low and m.low >= few}


def _days_told(claims: Iterable[Claim]) -> Begun:
    return tuple(d for claim in claims for d in _told(claim) if d[0] == d[1])


def _told(claim: Claim) -> Begun:
    """Return the days that a claim tells of, not those on which it was said."""
    windows = [m.scope.window for m in claim.measures if m.scope.window]
    windows += [when.edtf for when in claim.when if when.role is not SceneRole.SPEAKING]
    return tuple(dict.fromkeys(d for window in windows if (d := days(window))))


def _meet(one: Iterable[Days], other: Collection[Days]) -> bool:
    return any(a[0] <= b[1] + NIGHT and b[0] <= a[1] + NIGHT for a in one for b in other)


def _runs(dated: Iterable[Collection[Days]]) -> list[Days]:
    """Return the days that reports begin with, those that follow one another as one."""
    runs: list[Days] = []
    for first, last in sorted({row for own in dated for row in own}):
        if runs and first <= runs[-1][1] + NIGHT:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return runs


def _main(begun: Sequence[Collection[Days]]) -> Days | None:
    """Return the run of days that stands out among those that reports begin with, if one does."""
    dated = [own for own in begun if own]
    runs = _runs(dated)
    often = {run: sum(any(run[0] <= d[0] <= run[1] for d in own) for own in dated) for run in runs}
    most, second = sorted([0, 0, *often.values()])[-1:-3:-1]
    half = most > len(dated) / 2
    many = most >= SHARE * len(dated) and most >= STANDS_OUT * second
    if most <= 1 or not (half or (many and most >= OF_ALL * len(begun))):
        return None
    return max(runs, key=lambda run: often[run])


def _most_told(told: Sequence[Collection[Days]], begun: Sequence[Collection[Days]]) -> Days | None:
    """Return the day that most reports tell anywhere, if several begin with it."""
    often = Counter(day for own in told for day in set(own))
    day, most = max(often.items(), key=lambda row: (row[1], row[0]), default=(None, 0))
    if day is None or most < FEWEST or most * 2 < len(told):
        return None
    return day if sum(_meet(own, (day,)) for own in begun) > 1 else None


def _news(document: Document) -> Begun:
    """Return the day before a report came out: what is new in it was then, or on that day."""
    out = days(document.published or "")
    return ((out[1] - NIGHT, out[1] - NIGHT),) if out and out[0] == out[1] else ()


def _out(document: Document, main: Days | None) -> int:
    """Return 1 where a report came out after the main days, -1 where before, 0 where either."""
    out = days(document.published or "")
    return (out[0] > main[1] + NIGHT) - (out[1] + NIGHT < main[0]) if main and out else 0


def _names(own: Iterable[Days]) -> set[str]:
    """Return names of the days, each with the next, so that days side by side share one."""
    return {f"{first + n * NIGHT}" for first, _ in own for n in (0, 1)}
