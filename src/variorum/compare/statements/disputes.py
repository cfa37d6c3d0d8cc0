"""Questions that need no number, and which of them are answered in ways that exclude each other."""

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from variorum import model
from variorum.compare.happenings.case_happenings import happening_id
from variorum.compare.quantities.answers import TOWNS
from variorum.compare.quantities.contradictions import gravity
from variorum.compare.quantities.labels import says, voice
from variorum.compare.quantities.rules import RULES, ContradictionRule
from variorum.compare.solver.marco import enumerate_subsets
from variorum.compare.statements.opposed import Opposed
from variorum.compare.statements.settled import Days, main_days
from variorum.edtf import days
from variorum.grouping import distinct, grouped
from variorum.language.name_keys import fold
from variorum.statements.statement import (
    WHERE,
    Key,
    Statement,
    asks_what_did_it,
    follows,
    has_mark,
    question_of,
)
from variorum.statements.statement_phrases import EVENTS
from variorum.statements.statement_reader import is_early
from variorum.statements.times.times_told import days_of
from variorum.wording import joined

Pair = tuple[Statement, Statement]
Row = tuple[list[Statement], list[model.Contradiction]]
Judged = Callable[[Statement, Statement], bool]
MOST_PAIRS = 2
# With more different answers than this to one question, a choice among them tells a reader nothing.
MOST_ANSWERS = 12
SECONDS = 2.0
MOST_DAYS = 2
# A day further than this from the one that most reports tell is of something else.
NO_FURTHER = timedelta(days=14)
# How far from the words of a statement its verb may stand, in characters.
BESIDE = 40
# Two days that are told of one event lie no further apart.
MOST_APART = timedelta(days=31)
# Reports of one deal come out no further apart.
NEWS = timedelta(days=2)


@dataclass(frozen=True)
class Disputes:
    """The questions without numbers, what contradicts in them, and what remains possible."""

    questions: tuple[model.Question, ...]
    contradictions: tuple[model.Contradiction, ...]
    versions: tuple[model.Version, ...]
    disputes: tuple[model.Dispute, ...] = ()
    doubted: tuple[model.Suggestion, ...] = ()
    """Answers that may exclude each other, though the reports do not bear it out."""

    def proved_by(self, kept: Collection[str]) -> list[model.Dispute]:
        """Return the disputes that one of these contradictions proves, with those proofs alone."""
        found = (
            (dispute, tuple(p for p in dispute.proofs if p in kept)) for dispute in self.disputes
        )
        return [d.model_copy(update={"proofs": proofs}) for d, proofs in found if proofs]


@dataclass(frozen=True)
class _Case:
    origin_of: Mapping[str, str]
    voice_of: Mapping[str, str]
    documents: Mapping[str, model.Document]
    copied: frozenset[str]
    """The claims of documents that repeat another; an original speaks before them."""
    rules: Sequence[ContradictionRule]
    opposed: Opposed

    def unknown(self, said: Statement) -> bool:
        """Whether nobody can be told who says it: "Palestinian" of "rejects Palestinian claims"."""
        speaker = said.claim.speaker
        return speaker.kind is model.SpeakerKind.UNNAMED and speaker.role is not model.Role.WITNESS

    def rank(self, said: Statement) -> tuple[bool, bool, bool, bool, str, str, int]:
        """Order speakers: an original before its copies, who can be told, who says nothing else."""
        claim = said.claim
        published = self.documents[claim.document].published or "9999"
        more, narrated = bool(claim.measures), claim.form == "narrated"
        place = (published, claim.document, said.span.start)
        return (claim.id in self.copied, self.unknown(said), more, narrated, *place)

    def published(self, said: Statement) -> tuple[bool, str, str]:
        """Order statements: originals before copies, then the earlier report first."""
        day = self.documents[said.claim.document].published or "9999"
        return (said.claim.id in self.copied, day, said.claim.id)

    def origin(self, said: Statement) -> str:
        return self.origin_of[said.claim.id]

    def voice(self, said: Statement) -> str:
        return self.voice_of[said.claim.id]

    def denied_there(self, one: Statement, other: Statement) -> bool:
        """Whether one report tells what somebody who can be told says, and who denies it."""
        there = one.claim.document == other.claim.document and one.holds != other.holds
        return there and not any(map(self.unknown, (one, other)))

    def apart(self, one: Statement, other: Statement) -> bool:
        """Whether two voices speak: nobody is set against a copy of himself.

        Of one report they are two where it lets others speak.
        """
        told = {one.claim.form, other.claim.form}
        two = one.claim.document != other.claim.document or model.Form.NARRATED not in told
        return two and self.voice(one) != self.voice(other)


def disputes(  # noqa: PLR0913  (the case, and how its answers are judged)
    found: Sequence[Statement],
    origin_of: Mapping[str, str],
    documents: Mapping[str, model.Document],
    copied: frozenset[str],
    left: frozenset[tuple[str, str]] = frozenset(),
    *,
    voice_of: Mapping[str, str],
    rules: Sequence[ContradictionRule] = RULES,
) -> Disputes:
    """Return the questions that the statements answer, and how the answers exclude each other.

    Each contradiction names new voices, one on either side, and at most `MOST_PAIRS` are told of a
    question; whoever else gives one of their answers is listed with it.

    Args:
        found: what the claims say.
        origin_of: the origin of each claim.
        documents: the case's documents by id.
        copied: the claims of documents that repeat another.
        left: claims, each with its question, whose speaker gives that answer no more.
        voice_of: what tells the speaker of each claim from others, those without a name as well.
        rules: the rules of contradiction.
    """
    opposed = Opposed(found, copied, documents)
    case = _Case(origin_of, voice_of, documents, copied, rules, opposed)
    groups = grouped((each.key, each) for each in found)
    mains = main_days(found)
    live = {
        key: _of_one_day([m for m in members if not _is_left(m, left, case)], case, mains)
        for key, members in groups.items()
    }
    contradictions: list[model.Contradiction] = []
    versions: list[model.Version] = []
    disputed: set[Key] = set()
    told: dict[Key, Row] = {}
    doubted: list[model.Suggestion] = []
    for key, members in sorted(live.items()):
        pairs = _pairs(members, members, case, opposed.holds)
        earlier = live.get((follows(key[0]) or "", *key[1:]), ())
        reversed_ = _pairs(members, earlier, case, opposed.holds)
        if not (pairs or reversed_):
            loose = _pairs(members, members, case, opposed.may_be)[:1]
            may_be = (_contradiction(pair, members, case) for pair in loose)
            doubted += [model.Suggestion(claims=c.claims, why=c.because, score=1.0) for c in may_be]
        proofs = [_contradiction(pair, members, case) for pair in pairs]
        proofs += [_contradiction(p, [*members, *earlier], case) for p in reversed_]
        contradictions += proofs
        versions += _versions(key, members, case) if pairs else ()
        told[key] = ([*members, *(earlier if reversed_ else ())], proofs)
        disputed |= {said.key for pair in (*pairs, *reversed_) for said in pair}
    questions = [_question(key, groups[key], key in disputed, case) for key in sorted(groups)]
    kept = [_dispute(key, *row, case) for key, row in _of_one_matter(told).items() if row[1]]
    return Disputes(
        tuple(questions), tuple(contradictions), tuple(versions), tuple(kept), tuple(doubted)
    )


def _of_one_matter(told: Mapping[Key, Row]) -> dict[Key, Row]:
    """Return the answers and proofs by question, those on what did it and who as one dispute.

    Of an event, what caused it, whether that cause occurred and who did it are one matter: it is
    told under the first of them that is disputed.
    """
    first: dict[Key, Key] = {}
    joined: dict[Key, Row] = {}
    for key in sorted(told, key=lambda key: (not told[key][1], key)):
        head = first.setdefault(key[3:], key) if asks_what_did_it(*key[:2]) else key
        members, proofs = joined.setdefault(head, ([], []))
        members += told[key][0]
        proofs += told[key][1]
    return joined


def _is_left(said: Statement, left: frozenset[tuple[str, str]], case: _Case) -> bool:
    early = is_early(said, case.documents[said.claim.document])
    return early or (bool(left) and (said.claim.id, _id(said.key)) in left)


def _of_one_day(
    members: Sequence[Statement], case: _Case, mains: Mapping[str, Days | None]
) -> list[Statement]:
    """Return the statements without the days and hours that may be of something else.

    Most reports tell the day of what the case is about. Another that tells a day of its own speaks
    of the same only if it tells no other, and tells that of the most nowhere; if reports tell many
    days, all may be of several. An hour is of it if its claim tells no other day, and whoever
    tells two hours tells of several.
    """
    out = ((m, days(case.documents[m.claim.document].published or "")) for m in members if m.days)
    past = [day[1] for m, day in out if day and m.days and m.days[1] <= day[1]]
    if past:
        members = [m for m in members if m.days is None or m.days[0] <= min(past)]
    main = mains.get(members[0].event_group) if members else None
    told = grouped((said.claim.document, said.days) for said in members if said.days)
    spans = {key: max(d[0] for d in own) - min(d[1] for d in own) for key, own in told.items()}
    tellers = distinct((said.days, said.claim.document) for said in members if said.days)
    by_day = {day: len(reports) for day, reports in tellers.items()}
    own = grouped((_teller(said), said.hour) for said in members if said.hour)
    several = {
        key
        for key, hours in own.items()
        if any(one.apart(other) for one, other in itertools.combinations(hours, 2))
    }

    def is_of_it(said: Statement) -> bool:
        if said.hour is not None:
            night = timedelta(days=1)  # what happens at night is told under either day
            known = [(day - night, day + night) for day in days_of(said.claim)]
            on_it = main is None or not known or any(_touch(day, main) for day in known)
            return on_it and _teller(said) not in several
        if said.days is None:
            return True
        near = main is None or abs(said.days[0] - main[0]) <= NO_FURTHER
        elsewhere = any(
            tellers >= by_day[said.days] and any(day[0] <= own <= day[1] for own in said.beside)
            for day, tellers in by_day.items()
            if not _touch(said.days, day)
        )
        return near and not elsewhere and spans[said.claim.document] <= timedelta(0)

    members = [m for m in members if is_of_it(m)]
    if len({m.days for m in members if m.days and not (main and _touch(m.days, main))}) > MOST_DAYS:
        return [m for m in members if m.days is None or (main and _touch(m.days, main))]
    return members


def _teller(said: Statement) -> tuple[str, str]:
    return said.claim.document, said.claim.speaker.name


def _touch(one: Days | None, other: Days) -> bool:
    """Return whether two days are the same, or share one."""
    return one is not None and one[0] <= other[1] and other[0] <= one[1]


def _pairs(
    ones: Iterable[Statement], others: Iterable[Statement], case: _Case, held: Judged
) -> list[Pair]:
    """Return pairs held to exclude each other, by voices or answers that none has yet.

    Reports that no pair is from speak first.
    """
    told: set[str] = set()
    shown: set[str] = set()
    pairs: list[Pair] = []
    ordered = [sorted(side, key=case.rank) for side in (ones, others)]
    while len(pairs) < MOST_PAIRS:
        used = {said.claim.document for pair in pairs for said in pair}
        free = [[s for s in side if not (pairs and case.unknown(s))] for side in ordered]
        free = [sorted(side, key=lambda said: said.claim.document in used) for side in free]
        # Where one report tells of the charge and of its denial, both are of one attack.
        there = (pair for pair in itertools.product(*free) if case.denied_there(*pair))
        both = (
            (a, b)
            for a, b in itertools.chain(there, itertools.product(*free))
            if not pairs or told.isdisjoint(map(case.voice, (a, b))) or {a.words, b.words} - shown
        )
        apart = (pair for pair in both if case.apart(*pair) and held(*pair))
        pair = next((pair for pair in apart if _rule(*pair, case)), None)
        if pair is None:
            break
        told |= {case.voice(said) for said in pair}
        shown |= {said.words for said in pair}
        pairs.append((pair[0], pair[1]) if pair[0].holds else (pair[1], pair[0]))
    return pairs


def _rule(one: Statement, other: Statement, case: _Case) -> ContradictionRule | None:
    """Return the rule by which the two exclude each other, or None where both can be so."""
    dated = one.days is not None and other.days is not None
    other_day = _apart(*map(_days, (one, other))) or _told_after(one, other, case)
    if (not dated and other_day) or _apart(*map(_towns, (one, other))):
        return None  # of another day or another town
    if not dated and one.place and other.place and fold(one.place) != fold(other.place):
        return None  # "the talks in Lyon" are not those in Graz
    if dated and one.topic in EVENTS and _apart(_told_of(one), _told_of(other)):
        return None  # "a strike hit the church on Thursday" is not the one on the hospital
    if has_mark(one.family, "recurs") and _out_apart(one, other, case):
        return None  # the deal of that week is not the one of this week
    if (
        one.days
        and other.days
        and (abs(one.days[0] - other.days[0]) > MOST_APART or _out_before(one, other, case))
    ):
        return None  # of another such event
    return next((r for r in case.rules if r.excludes(one, other, case.documents)), None)


def _out_before(one: Statement, other: Statement, case: _Case) -> bool:
    """Return whether one report was out before the day that the other tells."""
    pairs = ((one, other), (other, one))
    out = ((days(case.documents[a.claim.document].published or ""), b.days) for a, b in pairs)
    return any(p is not None and d is not None and p[1] < d[0] for p, d in out)


def _told_after(one: Statement, other: Statement, case: _Case) -> bool:
    """Return whether what one of them tells of came after the other's report was out."""
    pairs = ((_days(a), case.documents[b.claim.document]) for a, b in ((one, other), (other, one)))
    known = ((told, days(report.published or "")) for told, report in pairs)
    return any(told and out and min(told) > out[1].isoformat() for told, out in known)


def _out_apart(one: Statement, other: Statement, case: _Case) -> bool:
    """Return whether one report came out more than a day or two before the other."""
    apart = case.opposed.days_apart(one, other)
    return apart is None or apart > NEWS


def _apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and not one & other


def _days(said: Statement) -> set[str]:
    """Return the days and the neighbours of the days that its claim tells of."""
    told = (days(w.edtf) for w in said.claim.when if w.role is not model.SceneRole.SPEAKING)
    near = (d for d in told if d is not None and (d[1] - d[0]).days <= 1)
    night = timedelta(days=1)  # what happens at night is told under either day
    return {day.isoformat() for d in near for day in (d[0], d[1], d[1] + night)}


def _towns(said: Statement) -> set[str]:
    """Return the towns that its claim tells of, but for a question of where."""
    if said.family == WHERE:
        return set()
    places = (p for p in said.claim.places if p.feature in TOWNS and p.relation is None)
    return {p.geonames or p.name for p in places if p.role is not model.SceneRole.SPEAKING}


def _told_of(said: Statement) -> set[str]:
    """Return what the verb beside a statement says it happened to."""
    start, end = said.span.start - BESIDE, said.span.end + BESIDE
    return {
        told.patient.head.casefold()
        for told in said.claim.propositions
        if told.patient is not None and start <= told.span.start <= end
    }


def _id(key: Key) -> str:
    return model.content_id("question", *key)


def _answer(said: Statement) -> model.Answer:
    worded = said.doers or said.days is not None or said.hour is not None
    number = None if worded else float(said.holds)
    return model.Answer(
        claim=said.claim.id, span=said.span, low=number, high=number, standing="fact"
    )


def _question(
    key: Key, members: Sequence[Statement], disputed: bool, case: _Case
) -> model.Question:
    alone = len({case.origin(m) for m in members}) < 2
    agreed = model.QuestionStatus.SINGLE if alone else model.QuestionStatus.AGREED
    if not disputed and not alone and len({m.words for m in members}) > 1:
        agreed = model.QuestionStatus.INCOMPARABLE
    return model.Question(
        id=_id(key),
        label=question_of(key),
        kind=f"statement.{key[0]}",
        happening=happening_id(members[0].event_group),
        scope=model.Scope(subject=key[1] or None),
        claims=tuple(dict.fromkeys(m.claim.id for m in members)),
        answers=tuple(_answer(m) for m in members),
        status=model.QuestionStatus.DISPUTED if disputed else agreed,
    )


def _contradiction(pair: Pair, members: Sequence[Statement], case: _Case) -> model.Contradiction:
    rule = _rule(*pair, case) or _rule(pair[1], pair[0], case)
    if rule is None:
        raise ValueError(f"no rule sets {pair[0].words!r} against {pair[1].words!r}")
    chosen = tuple(said.claim.id for said in pair)
    sides = [[m for m in members if (m.key, m.words) == (s.key, s.words)] for s in pair]
    also = [m.claim.id for side in sides for m in side if m.claim.id not in chosen]
    origins = [{case.origin(m) for m in side} for side in sides]
    why = rule.why_excluded(pair[0])
    by_answer = rule.name == model.Rule.POLARITY
    told = [
        says(said.claim, said.span.exact, case.documents, said.holds if by_answer else None)
        for said in pair
    ]
    keys = dict.fromkeys(said.key for said in pair)
    asked = " ".join(question_of(key) for key in keys)
    return model.Contradiction(
        id=model.content_id(
            "contradiction", rule.name, *(part for key in keys for part in key), *chosen
        ),
        questions=tuple(_id(key) for key in keys),
        positions=tuple(dict.fromkeys(map(_position_id, pair))),
        claims=chosen,
        answers=tuple(_answer(said) for said in pair),
        rule=rule.name,
        because=f"{asked} {joined(told)}: {why}.",
        derivation=(
            *(f"{line}: {said.words}" for line, said in zip(told, pair, strict=True)),
            f"{why[:1].upper()}{why[1:]}.",
        ),
        also=tuple(dict.fromkeys(also)),
        origins=len(set().union(*origins)),
        severity=gravity(rule.weight, origins, 1.0, len(members), 0.0),
    )


def _dispute(
    key: Key, members: Sequence[Statement], proofs: Sequence[model.Contradiction], case: _Case
) -> model.Dispute:
    sides = grouped(((said.key, said.words), said) for said in members)
    positions = [_position(key, own, case) for own in sides.values()]
    return model.Dispute(
        id=model.content_id("dispute", _id(key)),
        label=question_of(key),
        questions=tuple(dict.fromkeys((_id(key), *(_id(said.key) for said in members)))),
        positions=tuple(sorted(positions, key=lambda p: (-len(p.origins), p.label, p.id))),
        proofs=tuple(proof.id for proof in proofs),
        rank=0,
    )


def _position_id(said: Statement) -> str:
    return model.content_id("position", _id(said.key), said.words)


def _position(key: Key, own: Sequence[Statement], case: _Case) -> model.Position:
    ordered = sorted(own, key=case.rank)
    claims = list(dict.fromkeys(said.claim.id for said in ordered))
    answer, words = _answer(ordered[0]), ordered[0].words
    asked = question_of(ordered[0].key)
    label = words if answer.low is None or ordered[0].key == key else f"{asked} {words}"
    return model.Position(
        id=_position_id(ordered[0]),
        label=label,
        low=answer.low,
        high=answer.high,
        value=words,
        answers=tuple({said.claim.id: _answer(said) for said in reversed(ordered)}.values())[::-1],
        speakers=tuple(dict.fromkeys(voice(said.claim, case.documents) for said in ordered)),
        origins=tuple(dict.fromkeys(case.origin(said) for said in ordered)),
        reprints=tuple(claim for claim in claims if claim in case.copied),
        first=min(ordered, key=case.published).claim.id,
    )


def _versions(key: Key, members: Sequence[Statement], case: _Case) -> list[model.Version]:
    """Return the largest choices of answers that can all be so, those with most origins first."""
    sides = grouped((said.words, said) for said in members)
    answers = [sides[words] for words in sorted(sides)]
    if len(answers) > MOST_ANSWERS:
        return []

    def check(chosen: frozenset[int]) -> frozenset[int] | None:
        pairs = itertools.combinations(sorted(chosen), 2)
        clash = (p for p in pairs if _rule(answers[p[0]][0], answers[p[1]][0], case))
        found = next(clash, None)
        return frozenset(found) if found else None

    found = enumerate_subsets(len(answers), check, seconds=SECONDS)
    told = [_version(key, [answers[n] for n in sorted(v)], case) for v in found.versions]
    return sorted(told, key=lambda v: (-len(v.origins), v.id)) if len(told) > 1 else []


def _version(key: Key, chosen: Sequence[Sequence[Statement]], case: _Case) -> model.Version:
    claims = tuple(dict.fromkeys(said.claim.id for side in chosen for said in side))
    words = joined(side[0].words for side in chosen)
    return model.Version(
        id=model.content_id("version", *key, *claims),
        claims=claims,
        values=(model.Value(question=_id(key), low=None, high=None, words=words),),
        origins=tuple(sorted({case.origin_of[claim] for claim in claims})),
    )
