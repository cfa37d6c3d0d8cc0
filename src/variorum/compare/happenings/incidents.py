"""Which claims of a war's reports tell of which attack: one incident after another is no one event.

Reports of one war are alike, whichever of its attacks they tell of. Where they begin with the dead
and injured of several days, the day that most tell is what the case is about; a report that begins
with another, and a claim that tells another, are of an incident of their own. Where no day stands
out, every report is of its own incident, and two are one only by their day and what they begin
with. Of such reports the dead and injured that are told further down are counted with the first
only where the words say so: they may be of another place or hour.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from variorum.compare.happenings.event_groups import LEDE, alike_ledes, lede
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.edtf import days
from variorum.grouping import grouped
from variorum.model import Claim, Document, Measure, SceneRole
from variorum.statements.revisions import THE_EVENT, TOLL, is_marked
from variorum.text import STOPS, words_around

# Who was hurt, and bodies that were found, by the names of events.
HURT = frozenset({"killed", "injured", "injured_badly", "injured_lightly"})
FOUND = "recovered"

# A day stands out where more than half of the dated reports begin with it; or so large a share of
# them, so many times as many as with any other, and so large a share of all. Fewer dated reports
# tell of one event.
SHARE, STANDS_OUT, OF_ALL, FEWEST = 0.45, 1.5, 0.25, 3
NIGHT = timedelta(days=1)  # what happens at night is told under either day
Days = tuple[date, date]


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
    begun = {d.id: kept.found(("begun", d.id), _begins, d, by_document[d.id]) for d in documents}
    found = Incidents()
    told = {group: [begun[document.id] for document in own] for group, own in reports.items()}
    # Where one group tells of several incidents, the reports are of a war, and so are the others.
    if any(map(_several, told.values())):
        for group, own in reports.items():
            _Group(group, own, by_document, begun, _main(told[group]), kept).tell_apart(found)
    return found


def _several(begun: Sequence[Collection[Days]]) -> bool:
    """Return whether enough reports begin with a day, and not all with one."""
    dated = [own for own in begun if own]
    return len(dated) >= min(FEWEST, len(begun) / 2) and len(_runs(dated)) > 1


@dataclass(frozen=True)
class _Group:
    """Reports that are alike, and tell of several incidents."""

    name: str
    documents: Sequence[Document]
    claims: Mapping[str, Sequence[Claim]]
    begun: Mapping[str, tuple[Days, ...]]
    """The days that each report begins with, by its id."""
    main: Days | None
    """The days of what the group is about, where some stand out."""
    kept: Kept

    def tell_apart(self, found: Incidents) -> None:
        """Add what is told beside what the group is about."""
        named = self._named()
        found.group_of |= named
        for document in self.documents:
            own = self.begun[document.id] or ((self.main,) if self.main else ())
            claims = self.claims[document.id]
            told = self.kept.found(("days told", document.id), _all_told, claims)
            for claim, when in zip(claims, told, strict=True):
                if own and when and not _meet(when, own):
                    of_main = self.main and _meet(when, (self.main,))
                    other = self.name if of_main else f"{document.id[:16]}{when[0][0]}"
                    found.group_of[claim.id] = other
            aside = self.kept.found(("asides", document.id), _asides, document, claims)
            found.one_of_many |= {claim.id for claim in claims}
            found.aside |= aside
            found.alone |= aside if document.id in named or not self.main else set()

    def _named(self) -> dict[str, str]:
        """Return the event of each report that does not tell of what the group is about."""
        main = self.main
        named = {
            d.id: f"{self.name}{d.id[:16]}"
            for d in self.documents
            if not (main and _may_tell(d, self.begun[d.id], main))
        }
        near = {d.id: _names(self.begun[d.id] or _news(d)) for d in self.documents}
        # A report without a day may be of another than the main one if it came out later.
        loose = [
            d
            for d in self.documents
            if near[d.id] and (d.id in named or (not self.begun[d.id] and _later(d, main)))
        ]
        ledes = {d.id: self.kept.found(("lede", d.id), lede, d, self.claims[d.id]) for d in loose}
        for members in self.kept.found(("alike", self.name), alike_ledes, ledes, near):
            if named.keys() & members:
                named |= dict.fromkeys(members, next(named[i] for i in members if i in named))
        if main:
            return named
        # What most tell of is what the group is about.
        tellers = list(named.values())
        most = max(tellers, key=lambda name: (tellers.count(name), -tellers.index(name)))
        return {i: name for i, name in named.items() if name != most}


def _asides(document: Document, claims: Sequence[Claim]) -> set[str]:
    """Return the claims behind the first dead and injured that do not speak of the same."""
    hurt = [
        claim for claim in claims if any(m.scope.event in {*HURT, FOUND} for m in claim.measures)
    ]
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


def _begins(document: Document, claims: Iterable[Claim]) -> tuple[Days, ...]:
    """Return the days of the first dead or injured that a report begins with, if it tells them.

    The day at which a toll stands is not the day of what happened.
    """
    rows = [
        (claim.content[0].start, when)
        for claim in claims
        if claim.content[0].start < LEDE
        and any(m.scope.event in {*HURT, FOUND} and not m.scope.as_of for m in claim.measures)
        and not is_marked(_around(document, claim), TOLL)
        and (when := tuple(d for d in _told(claim) if d[0] == d[1]))
    ]
    return min(rows, default=(0, ()))[1]


def _told(claim: Claim) -> tuple[Days, ...]:
    """Return the days that a claim tells of, not those on which it was said."""
    windows = [m.scope.window for m in claim.measures if m.scope.window]
    windows += [when.edtf for when in claim.when if when.role is not SceneRole.SPEAKING]
    return tuple(dict.fromkeys(d for window in windows if (d := days(window))))


def _all_told(claims: Iterable[Claim]) -> list[tuple[Days, ...]]:
    return [_told(claim) for claim in claims]


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


def _may_tell(document: Document, begun: Collection[Days], main: Days) -> bool:
    """Return whether a report may be of the main days: it begins with them, or with none."""
    if begun:
        return _meet(begun, (main,))
    out = days(document.published or "")
    return out is None or out[1] + NIGHT >= main[0]


def _news(document: Document) -> tuple[Days, ...]:
    """Return the day before a report came out: what is new in it was then, or on that day."""
    out = days(document.published or "")
    return ((out[1] - NIGHT, out[1] - NIGHT),) if out and out[0] == out[1] else ()


def _later(document: Document, main: Days | None) -> bool:
    out = days(document.published or "")
    return main is not None and out is not None and out[0] > main[1] + NIGHT


def _names(own: Iterable[Days]) -> set[str]:
    """Return names of the days, each with the next, so that days side by side share one."""
    return {f"{first + n * NIGHT}" for first, _ in own for n in (0, 1)}
