"""Claims of many documents to a Comparison: the only stage that looks across documents."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from variorum.case import NOTHING_RULED, Comparison, Rulings
from variorum.compare.actors.case_actors import Cast, cast
from variorum.compare.compliance.act_matching import Acts
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.actions import told as acts_told
from variorum.compare.compliance.commitments import commitments
from variorum.compare.compliance.compliance import with_compliance
from variorum.compare.compliance.event_rows import bearing_rows, time_of, with_rows
from variorum.compare.compliance.joined_agreements import agreements
from variorum.compare.happenings.case_happenings import Told, happenings
from variorum.compare.happenings.event_groups import DECIDED, event_groups
from variorum.compare.happenings.incidents import Incidents, incidents
from variorum.compare.history.as_of import known_by, last_day
from variorum.compare.history.histories import (
    Said,
    given_up,
    histories,
    of_numbers,
    of_one_question,
    of_statements,
    timed,
    without_own,
)
from variorum.compare.history.silent_edits import silent_edits
from variorum.compare.history.unanswered import gaps as unanswered
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.compare.kept_rows import KeptRows
from variorum.compare.provenance.copies import copies
from variorum.compare.provenance.origins import behind, families, origins
from variorum.compare.provenance.stemma import stemma
from variorum.compare.provenance.voices import Voices
from variorum.compare.quantities.answers import Reply, replies
from variorum.compare.quantities.borne_out import BorneOut
from variorum.compare.quantities.components import components, parts_of_one_voice
from variorum.compare.quantities.contradictions import (
    Context,
    Proof,
    by_gravity,
    contradictions,
    doubted,
)
from variorum.compare.quantities.distortions import as_witnesses, distortions
from variorum.compare.quantities.likeness.numbers_alike import NumbersAlike
from variorum.compare.quantities.positions import number_disputes, ranked
from variorum.compare.quantities.questions import (
    Answering,
    answered_by_itself,
    answering,
    assign,
    questions,
)
from variorum.compare.quantities.rules import RULES, ContradictionRule
from variorum.compare.quantities.scopes import happening_of, question_key, settle
from variorum.compare.quantities.versions import versions
from variorum.compare.quantities.whose import sided
from variorum.compare.statements.any_verb import general
from variorum.compare.statements.disputes import Disputes, disputes
from variorum.compare.statements.settled import settled
from variorum.compare.suggestions.blanket_denials import suggestions
from variorum.grouping import grouped
from variorum.model import (
    Agreement,
    Claim,
    Contradiction,
    Dispute,
    Distortion,
    Document,
    Gap,
    History,
    Question,
)
from variorum.settings import Settings
from variorum.statements import DocumentStatements, statements_of
from variorum.statements.statement import Statement
from variorum.statements.statement_phrases import EVENTS
from variorum.taxonomy import Taxonomy, load

__all__ = [
    "NOTHING_KEPT",
    "Kept",
    "KeptRows",
    "bearing_rows",
    "compare",
    "known_by",
    "last_day",
    "time_of",
    "with_rows",
]


def compare(  # noqa: PLR0913  (the case, and what is known of it already)
    documents: Sequence[Document],
    claims: Sequence[Claim],
    settings: Settings,
    as_of: str | None = None,
    rulings: Rulings = NOTHING_RULED,
    *,
    kept: Kept = NOTHING_KEPT,
    rules: Sequence[ContradictionRule] = RULES,
) -> Comparison:
    """Return what looking across the documents finds.

    1. actors          who is named, by whom, and how
    2. origins         copies and relays; independence is settled before anything is counted
    3. questions       which claims answer the same thing, with numbers or without
    4. histories       who changed their answer, and which answers nobody gives any more
    5. disputes        which of the rest cannot all be true: positions, and proofs between them
    6. versions        what remains possible
    7. agreements      what was agreed and promised, and whether the accounts say it was kept
    8. suggestions     what blanket denials may be about, and numbers that may disagree: uncounted
    9. gaps            what nobody answered

    Args:
        documents: every document of the case; those superseded by a revision are compared no more.
        claims: their claims, in order.
        settings: the thresholds and budgets.
        as_of: an EDTF date; only what was out by its last day is compared. None compares all.
        rulings: what people decided.
        kept: what was found in comparing before, and is kept for the next time.
        rules: the rules by which answers contradict each other.

    Raises:
        UsageError: when `as_of` is no date.
    """
    left_out: list[Gap] = []
    if as_of is not None:
        documents, claims, left_out = known_by(documents, claims, as_of)
    kept.begin(documents, claims)
    taxonomy = load()
    by_id = {document.id: document for document in documents}
    people = cast(documents, claims, rulings.same, rulings.apart)
    links = copies(documents, settings.copy_threshold, kept)
    voices = Voices(documents, claims, people, families(documents, links))
    found = origins(claims, voices, links)
    origin_of = {claim: origin.id for origin in found for claim in origin.claims}
    voice_of = {claim.id: voices.voice_of(claim) for claim in claims}
    superseded = {document.revision_of for document in documents}
    current = [claim for claim in claims if claim.document not in superseded]
    named = _named_groups(documents, claims, kept)
    beside = incidents(documents, claims, named, kept)
    group_of = {**named, **beside.group_of}
    group_of |= {claim: name and f"{DECIDED}{name}" for claim, name in rulings.moved.items()}
    told_by = grouped((claim.document, claim) for claim in current)
    answered = [
        reply
        for key, own in told_by.items()
        for reply in kept.found(("replies", key), replies, own, taxonomy)
    ]
    given, whose = sided(settle(answered, by_id, taxonomy, group_of, beside, kept), by_id)
    unsure = beside.one_of_many | beside.unlike
    alike = NumbersAlike(given, answered_by_itself(given, taxonomy), whose, taxonomy, unsure)
    answers_to = answering(given, alike)
    question_of = assign(answers_to)
    copied = {link.copy for link in links}
    repeated = frozenset(claim.id for claim in claims if claim.document in copied)
    said = _said(_stated(told_by, by_id, kept), people, group_of, beside)
    answers = [*of_numbers(given, question_of, taxonomy), *of_statements(said)]
    when = timed(answers, by_id, kept)
    told = histories(when, people, by_id, repeated)
    earlier = [claim for claim in claims if claim.document in superseded]
    before = _answers_before(earlier, given, question_of, by_id, taxonomy)
    left = given_up(when, told)
    lines = stemma(documents, claims, voices, links, kept)
    changed = [
        one
        for one in distortions(given, lines, by_id, taxonomy, voices.on_word_of)
        if frozenset((one.source, one.to)) not in rulings.dismissed
    ]
    standing = alike.as_one(_standing(given, left, changed, question_of, taxonomy))
    borne_out = BorneOut(standing, repeated, whose, alike.in_conflict, beside.one_of_many)
    solved = components(
        standing, voice_of, taxonomy, settings.solver_seconds, rules, kept, borne_out=borne_out
    )
    context = Context(
        documents=by_id,
        origin_of=origin_of,
        question_of=question_of,
        claims_of=Counter(question_of.values()),
        taxonomy=taxonomy,
        copied=repeated,
        borne_out=borne_out,
        question_by_variable={
            question_key(reply.variable): question_of[key]
            for reply in standing
            if (key := reply.key) in question_of
        },
    )
    worded = disputes(said, origin_of, by_id, repeated, left, voice_of=voice_of, rules=rules)
    proofs = contradictions(solved, standing, context, rules)
    asked, disputed, conflicts = _disputed(worded, proofs, answers_to, standing, told, context)
    possible, gaps = versions(solved, origin_of, question_of, taxonomy)
    proved = {*(frozenset(conflict.claims) for conflict in conflicts), *rulings.dismissed}
    may_be = [
        suggestion
        for suggestion in (*doubted(solved, context, rules), *worded.doubted)
        if frozenset(suggestion.claims) not in proved
    ]
    agreed = agreements(current, by_id, origin_of, people)
    held = agreed or any(claim.pledges for claim in current)
    acts = Acts(_acts(told_by, by_id, kept) if held else ())
    return Comparison(
        actors=people.actors,
        happenings=happenings(
            documents,
            claims,
            group_of,
            [Told(r.claim.id, *happening_of(r.variable), r.variable.event) for r in given],
            people.actors,
        ),
        questions=asked,
        disputes=disputed,
        contradictions=conflicts,
        distortions=tuple(changed),
        suggestions=(*may_be, *suggestions(told_by, by_id, group_of, origin_of, proved, kept=kept)),
        versions=possible + worded.versions,
        origins=behind(found, _set_side_by_side(asked, agreed)),
        stemma=lines,
        histories=(*silent_edits([*answers, *before], documents, people), *told),
        agreements=with_compliance(agreed, acts, current, by_id, people, rulings.verified),
        commitments=commitments(current, acts, by_id, given, people, taxonomy),
        gaps=(*gaps, *unanswered(asked, current, by_id, lines, origin_of, people), *left_out),
    )


def _answers_before(
    claims: Sequence[Claim],
    given: Iterable[Reply],
    question_of: Mapping[str, str],
    documents: dict[str, Document],
    taxonomy: Taxonomy,
) -> list[Said]:
    """Return the numbers that earlier states of reports gave to the questions of the later ones."""
    asked = {of_one_question(r.variable): question_of.get(r.key) for r in given}
    old = settle(replies(claims, taxonomy), documents, taxonomy, dict.fromkeys(documents, ""))
    known = {r.key: asked.get(of_one_question(r.variable)) for r in old}
    return of_numbers(old, {key: found for key, found in known.items() if found}, taxonomy)


def _standing(
    given: Iterable[Reply],
    left: Collection[tuple[str, str | None]],
    changed: Iterable[Distortion],
    question_of: Mapping[str, str],
    taxonomy: Taxonomy,
) -> list[Reply]:
    """Return the replies that are still given, and by a witness: no figure changed on the way."""
    return parts_of_one_voice(
        [
            reply
            for reply in as_witnesses(given, changed)
            if (reply.claim.id, question_of.get(reply.key)) not in left
        ],
        taxonomy,
    )


def _set_side_by_side(asked: Iterable[Question], agreed: Iterable[Agreement]) -> frozenset[str]:
    """Return the claims that answer a question, or tell of an agreement or one of its terms."""
    told = {c for question in asked for c in question.claims}
    for agreement in agreed:
        told |= {telling.claim for telling in agreement.tellings}
        told |= {telling.claim for term in agreement.terms for telling in term.tellings}
    return frozenset(told)


def _named_groups(
    documents: Sequence[Document], claims: Sequence[Claim], kept: Kept
) -> dict[str, str]:
    """Return the event of each document, named by its first document; the main one has no name."""
    groups = event_groups(documents, claims, kept)
    first: dict[int, str] = {0: ""}
    for document in documents:
        first.setdefault(groups[document.id], document.id[:16])
    return {document: first[number] for document, number in groups.items()}


def _said(
    read: Sequence[DocumentStatements], people: Cast, group_of: Mapping[str, str], beside: Incidents
) -> list[Statement]:
    """Return what is stated without a number, by the lexicon of predicates and by any verb.

    Where reports tell of several attacks, "the attack" further down may be any of them, and so
    may the one of a day.
    """
    stated = (
        said
        for one in read
        for said in one.statements
        if said.topic not in EVENTS
        or not (
            said.claim.id in beside.aside or (said.days and said.claim.id in beside.one_of_many)
        )
    )
    accused = (c for one in read for c in one.charges if c.claim.id not in beside.aside)
    plain = settled(stated, people, group_of, accused)
    return [*plain, *general((p for one in read for p in one.predications), plain, group_of)]


def _disputed(  # noqa: PLR0913, PLR0917  (what was found in numbers and in words)
    worded: Disputes,
    proofs: Sequence[Proof],
    given: Sequence[Answering],
    standing: Sequence[Reply],
    told: Sequence[History],
    context: Context,
) -> tuple[tuple[Question, ...], tuple[Dispute, ...], tuple[Contradiction, ...]]:
    """Return the questions, what of them is in dispute, and the proofs, the gravest first.

    Who changed their answer does not contradict it.
    """
    others = without_own((*(p.contradiction for p in proofs), *worded.contradictions), told)
    kept = {contradiction.id for contradiction in others}
    asked = questions(given, others, context.origin_of, context.taxonomy) + worded.questions
    numbers = number_disputes(
        [proof for proof in proofs if proof.contradiction.id in kept],
        standing,
        {question.id: question.label for question in asked},
        context,
    )
    proved = (*numbers.contradictions, *(c for c in worded.contradictions if c.id in kept))
    conflicts = by_gravity(proved)
    return asked, ranked((*numbers.disputes, *worded.proved_by(kept)), conflicts), conflicts


def _acts(
    told_by: Mapping[str, Sequence[Claim]], documents: Mapping[str, Document], kept: Kept
) -> list[Act]:
    """Return what the claims of each document say was done, in their order."""
    own = ((key, claims, {key: documents[key]}) for key, claims in told_by.items())
    each = (kept.found(("acts", key), acts_told, c, d) for key, c, d in own)
    return [act for found in each for act in found]


def _stated(
    told_by: Mapping[str, Sequence[Claim]], documents: Mapping[str, Document], kept: Kept
) -> list[DocumentStatements]:
    """Return what the claims of each document state, in their order."""
    own = ((key, claims, documents[key]) for key, claims in told_by.items())
    return [kept.found(("stated", key), statements_of, c, d) for key, c, d in own]
