"""The whole way on one page.

    1. find        paths -> files
    2. read        file -> Document, or a Gap that says why not
    3. claims      Document -> Claims and Gaps, each kept in the store as it is done (see work/)
    4. decide      the log of decisions -> the claims as people decided them
       compare     all Claims -> Comparison
    5. events      rows of event data sets in the case file -> the terms that they bear on
    6. save        everything -> the store

Steps 2 and 3 see one document at a time; step 4 alone looks across documents.
"""

import hashlib
import itertools
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from variorum import data_sets, lazy, translations
from variorum.case import Case, Comparison, in_force
from variorum.compare import (
    NOTHING_KEPT,
    Kept,
    KeptRows,
    bearing_rows,
    compare,
    known_by,
    last_day,
    time_of,
    with_rows,
)
from variorum.decisions import (
    UNFOUND,
    Decided,
    as_ruled,
    case_without,
    decided,
    redacted,
    restricted,
)
from variorum.extract.extractors import extractor_of
from variorum.language.backends import is_read
from variorum.model import (
    Agreement,
    Claim,
    Decision,
    DecisionKind,
    Document,
    Event,
    Gap,
    ReviewState,
    Suggestion,
)
from variorum.normalise.places.unplaced import UNPLACED, unplaced
from variorum.read import find, read, read_events  # noqa: F401  (`variorum.read` calls it)
from variorum.read.language import forget
from variorum.settings import LLM, Settings, checked_endpoint, is_loopback
from variorum.store import CaseChanged, Made, Reading, Store, basis_of, claims_written
from variorum.wording import count
from variorum.work import Job, claims_in, file_key, key_of, rarely_collected, read_file, results

Progress = Callable[[str, int, int], None]
# So many rows of data sets become claims of a case, and so many that cannot be read are listed.
MOST_ROWS, MOST_GAPS = 2_000, 1_000
EVENTS_A_STEP = 10_000
EVENT_DATA = "event data"
# Decisions after which nothing has to be compared again.
MARKS = {
    DecisionKind.ACCEPT,
    DecisionKind.NOTE,
    DecisionKind.GRADE,
    DecisionKind.RESTRICT,
    DecisionKind.REDACT,
}


def extract(document: Document, settings: Settings | None = None) -> list[Claim]:
    """Return the claims of `document` with their measures and dates, in order of their place.

    A document in a language that is not supported gives none; `build` lists it as a Gap.

    Raises:
        ModelMissing: when no usable language model is installed.
    """
    settings = settings or Settings.from_environment()
    return claims_in(document, settings) if is_read(document.language) else []


def build(  # noqa: PLR0913  (one argument a choice, each named)
    paths: str | Path | Iterable[str | Path],
    *,
    store: Store | None = None,
    settings: Settings | None = None,
    as_of: str | None = None,
    again: bool = False,
    progress: Progress = lambda *_: None,
    tell: Callable[[str], None] = lambda _: None,
) -> Case:
    """Return the record of the reports at `paths` (files, folders or globs).

    With a `store`, what each document gives is kept as it is read, so that a build that was ended
    goes on where it was. Documents are read again where the extractor has changed since. The same
    input gives the same record, byte for byte, with any number of workers.

    Args:
        paths: the reports, or folders of them; one may be given alone.
        store: the case to add to; None makes one that is gone afterwards.
        settings: None takes them from the environment.
        as_of: an EDTF date; what came after its last day is kept, but not compared.
        again: whether to read documents again that have been read.
        progress: called with the stage's name, how many are done and how many there are.
        tell: called with a line on what need not be read, or is read again.

    Raises:
        UsageError: when a path does not exist or nothing is found, or `as_of` is no date.
        ModelMissing: when no usable language model is installed.
        DocumentFailed: when a document cannot be read and the settings are strict.
        UnreadableDocument: when a file cannot be read and the settings are strict.
    """
    settings = settings or Settings.from_environment()
    extractor_of(settings.extractor, None)  # an unknown one is no fault of a document
    if settings.extractor == LLM:
        checked_endpoint(settings)
    paths = [paths] if isinstance(paths, str | Path) else list(paths)
    with ExitStack() as ended:
        if store is None:
            place = ended.enter_context(tempfile.TemporaryDirectory())
            store = ended.enter_context(Store(f"{place}/case.db"))
        while True:
            try:
                with rarely_collected():
                    return _built(paths, store, settings, as_of, again, progress, tell)
            except CaseChanged:
                # What was read is kept, so that only what they added is looked at anew.
                tell("somebody else saved the case meanwhile; theirs is taken in too")


def _built(  # noqa: PLR0913, PLR0917  (those of `build`)
    paths: Sequence[str | Path],
    store: Store,
    settings: Settings,
    as_of: str | None,
    again: bool,
    progress: Progress,
    tell: Callable[[str], None],
) -> Case:
    since = store.revision()
    known = [document for document in store.documents() if document.data_set is None]
    files = [file for file in find(paths) if file.resolve() not in store.files]
    basis = basis_of(files, settings, as_of)
    if basis == store.basis() and not again:
        return store.load()
    seen = {} if again else store.files_read()
    fresh, gaps, read_now = _read_all(files, known, seen, settings, progress)
    gaps += _gaps_before(store, {gap.what for gap in gaps} | {str(d.path) for d in fresh})
    kept = sorted([*known, *fresh], key=lambda d: d.order)
    jobs = _jobs(kept, settings)
    todo = _to_do(jobs, store.readings(), {d.id for d in known}, again, tell)
    _tell_what_leaves(todo, settings, tell)
    keys = tuple(job.key for job in jobs)
    earlier = KeptRows(store.kept_rows, store.keep_rows)
    for done, (job, result) in enumerate(results(todo, settings)):
        progress("extract", done, len(todo))
        store.keep(job.key, job.document.id, result)
        told = list(result.claims)
        earlier.put(("stated", job.document.id), result.statements, told, job.document)
    progress("extract", len(todo), len(todo))
    forget()
    written = store.texts_of(job.key for job in jobs)
    each = (earlier.claims(document, text, claims_written) for document, text in written)
    claims = _in_order(itertools.chain.from_iterable(each), kept)
    readings = store.readings()
    waiting = {reading.document for reading in readings.values() if reading.waits}
    there = [claim for claim in claims if claim.document not in waiting]
    gaps += [*_gaps_of(jobs, readings), *unplaced(claims)]
    progress("compare", 0, 1)
    found = Case(tuple(kept), tuple(claims), tuple(gaps), decisions=store.decisions())
    case = _compared(found, settings, as_of, ask=settings.extractor == LLM, earlier=earlier)
    progress("compare", 1, 1)
    case = _with_events(case, store, as_of)
    store.save(case, Made(keys, basis, read_now, there), since)
    return case


def _compared(
    case: Case,
    settings: Settings,
    as_of: str | None = None,
    *,
    ask: bool = False,
    earlier: Kept = NOTHING_KEPT,
) -> Case:
    """Return a case with its decisions carried out and its claims compared.

    Args:
        case: the documents, claims, gaps and decisions; what was compared before is left out.
        settings: the settings.
        as_of: an EDTF date; only what was out by its last day is compared.
        ask: whether a language model is asked what may contradict; else what it said before stays.
        earlier: what was found in comparing the case before.
    """
    found: Decided = decided(case.documents, case.claims, case.decisions)
    gaps = {gap for gap in case.gaps if gap.kind != UNFOUND} | set(found.gaps)
    case = replace(case, claims=found.claims, gaps=tuple(sorted(gaps, key=lambda gap: gap.order)))
    standing = case.without_rejected().claims
    made = compare(case.documents, standing, settings, as_of, found.rulings, kept=earlier)
    earlier.end()
    made = as_ruled(made, standing, found.rulings)
    said, lost = _contraries(standing, made, settings) if ask else (case.suggestions, [])
    ids = {one.id for one in standing}
    out = found.rulings.dismissed | {frozenset(pair) for pair in found.rulings.contradicted}
    kept = [
        s
        for s in said
        if s.proposal and ids.issuperset(s.claims) and frozenset(s.claims) not in out
    ]
    suggested = (*made.suggestions, *kept)
    return replace(case, comparison=replace(made, suggestions=suggested, gaps=(*made.gaps, *lost)))


def _contraries(
    claims: Sequence[Claim], made: Comparison, settings: Settings
) -> tuple[Sequence[Suggestion], Sequence[Gap]]:
    """Return which claims a language model suggests may contradict, and what it said in vain."""
    ask = lazy.attribute("variorum.extract.proposed", "contraries")
    proved = (one.claims for one in made.contradictions)
    told: tuple[list[Suggestion], list[Gap]] = ask(claims, made.happenings, proved, settings)
    return told


def decide(
    store: Store,
    decisions: Iterable[Decision],
    check: Callable[[Case], None] = lambda _: None,
    known: tuple[int, Case] | None = None,
) -> Case:
    """Add decisions to the log of a case file, compare the case again, and return it.

    What people decide about claims is carried out before they are compared, and can be undone by
    another decision. Decisions that are in the log already change nothing.

    Args:
        store: the case.
        decisions: what was decided.
        check: called with the very state that is added to; what it raises, nothing is written.
        known: a revision of the case and the case then, which is not loaded if it is still so.

    Raises:
        StoreError: when the case file cannot be written.
    """
    fresh = {made.id: made for made in decisions}

    def add(case: Case) -> Case:
        check(case)
        known = {made.id for made in case.decisions}
        added = (made for key, made in fresh.items() if key not in known)
        return replace(case, decisions=(*case.decisions, *added))

    with rarely_collected():
        return _judged_anew(store, add, known)


def _gaps_before(store: Store, read_now: Collection[str]) -> list[Gap]:
    """Return the gaps of the case that still hold, but for those that are found anew each time."""
    of_readings = {gap for reading in store.readings().values() for gap in reading.gaps}
    return [
        gap
        for gap in store.gaps()
        if gap.what not in read_now and gap.why != UNPLACED and gap not in of_readings
    ]


def _jobs(documents: Sequence[Document], settings: Settings) -> list[Job]:
    """Return the documents whose claims are read, each with the key of its result.

    Of an original that has its translation beside it, the claims are read from the translation.
    """
    by_id = {document.id: document for document in documents}
    translated = {document.translation_of for document in documents}
    supported = (d for d in documents if is_read(d.language) and d.id not in translated)
    pairs = [(document, by_id.get(document.translation_of or "")) for document in supported]
    return [Job(key_of(*pair, settings), *pair) for pair in pairs]


def _to_do(
    jobs: Sequence[Job],
    readings: Mapping[str, Reading],
    known: Collection[str],
    again: bool,
    tell: Callable[[str], None],
) -> list[Job]:
    """Return the jobs that are not done, and tell of those that are or have to be done again."""
    todo = [job for job in jobs if again or job.key not in readings]
    begun = sum(job.key in readings and readings[job.key].waits for job in jobs)
    if begun and not again:
        tell(f"resumed: {begun} of {begun + len(todo)} were done")
    changed = sum(job.document.id in known for job in todo)
    if changed:
        why = "as asked" if again else "because the extractor changed"
        tell(f"read again: {count(changed, 'document')}, {why}")
    return todo


def _tell_what_leaves(todo: Sequence[Job], settings: Settings, tell: Callable[[str], None]) -> None:
    """Tell which texts are sent to another machine, if any are."""
    if settings.extractor == LLM and not is_loopback(checked_endpoint(settings)):
        size = sum(len(job.document.text) for job in todo)
        texts = f"the texts of {count(len(todo), 'document')}, {count(size, 'character')}"
        tell(f"sent to {settings.llm_endpoint}: {texts}, and the words of all claims")
        for job in todo:
            tell(f"    {job.document.path or job.document.name}")


def _gaps_of(jobs: Sequence[Job], readings: Mapping[str, Reading]) -> list[Gap]:
    """Return the gaps that reading the documents gave, but for texts that have changed since."""
    changed = {job.document.revision_of for job in jobs}
    current = (job.key for job in jobs if job.document.id not in changed)
    return [gap for key in current for gap in readings[key].gaps]


def _in_order(claims: Iterable[Claim], documents: Sequence[Document]) -> list[Claim]:
    order = {document.id: place for place, document in enumerate(documents)}
    return sorted(claims, key=lambda claim: (order[claim.document], claim.start, claim.id))


def add_events(
    path: str | Path, store: Store, progress: Progress = lambda *_: None
) -> tuple[int, Case]:
    """Add the rows of an event data set to a case file; return how many, and the case.

    The rows are read one by one and kept in the file, however many they are. Those that fall into
    the time and the area of an agreement, and are about what one of its terms orders, become
    claims of their data set. A row that cannot be read is a Gap with its line.

    Args:
        path: a CSV file in the layout of ACLED or of UCDP GED, or in our plain one.
        store: the case file.
        progress: called with the stage's name, how many are done and how many there are.

    Raises:
        UnreadableDocument: when the file is missing or in none of the layouts.
        StoreError: when the case file cannot be written.
    """
    gaps: list[Gap] = []
    written = store.add_events(_only_events(read_events(Path(path)), gaps, progress))
    told = {gap.what.rsplit(", line ", 1)[0] for gap in gaps} | {str(path)}

    def with_gaps(case: Case) -> Case:
        earlier = (gap for gap in case.gaps if gap.what.rsplit(", line ", 1)[0] not in told)
        return replace(case, gaps=tuple(sorted({*earlier, *gaps}, key=lambda g: g.order)))

    return written, _judged_anew(store, with_gaps)


def _only_events(
    rows: Iterable[Event | Gap], gaps: list[Gap], progress: Progress
) -> Iterator[Event]:
    """Yield the events, and keep the gaps; so many gaps are listed, and then how many more."""
    more = 0
    for done, row in enumerate(rows):
        if not done % EVENTS_A_STEP:
            progress("events", done, 0)
        if isinstance(row, Event):
            yield row
        elif len(gaps) < MOST_GAPS:
            gaps.append(row)
        else:
            more += 1
    if more:
        file = gaps[0].what.rsplit(", line ", 1)[0]
        why = "further rows of this file could not be read; mend the first, and add it again."
        gaps.append(Gap(what=file, why=f"{more} {why}"))


def _reports_of(case: Case) -> Case:
    """Return a case without the rows of event data sets, which are chosen anew each time."""
    rows = {document.id for document in case.documents if document.data_set is not None}
    if not rows:
        return case
    return replace(
        case,
        documents=tuple(d for d in case.documents if d.id not in rows),
        claims=tuple(claim for claim in case.claims if claim.document not in rows),
    )


def _judged_anew(
    store: Store, changed: Callable[[Case], Case], known: tuple[int, Case] | None = None
) -> Case:
    """Save the case as it is changed and compared again, with no evidence of earlier rows."""
    settings = Settings.from_environment()
    kept = KeptRows(store.kept_rows, store.keep_rows)
    while True:
        since = store.revision()
        before = known[1] if known and known[0] == since else store.load()
        case = changed(before)
        marked = _only_marked(before, case)
        if marked is None:
            case = changed(_reports_of(before))
            noted = _only_noted(before, case)
            case = noted or _with_events(_compared(case, settings, earlier=kept), store)
        try:
            store.save(marked or case, since=since, before=before if marked else None)
            return marked or case
        except CaseChanged:
            continue


def _only_marked(before: Case, after: Case) -> Case | None:
    """Return a case with a longer log where at most marks of single claims change by it, else None.

    Only the documents of these claims are looked at, however large the case is.
    """
    fresh = after.decisions[len(before.decisions) :]
    kinds = {made.kind for made in fresh}
    grown = before.decisions == after.decisions[: len(before.decisions)]
    if not fresh or not grown or not kinds <= MARKS:
        return None
    accepted = {name for made in fresh if made.kind is DecisionKind.ACCEPT for name in made.about}
    marked: dict[str, Claim] = {}
    if accepted:
        if not accepted <= before.claim_by_id.keys():
            return None
        own = {before.claim_by_id[name].document for name in accepted}
        claims = [claim for claim in before.claims if claim.document in own]
        log = [d for d in in_force(after.decisions) if any(a.document in own for a in d.anchors)]
        found = decided(before.documents, claims, log).claims
        marked = {claim.id: claim for claim in found if claim.id in accepted}
        if any(not _same_but_review(before.claim_by_id[key], marked.get(key)) for key in accepted):
            return None
    claims_now = {**before.claim_by_id, **marked}.values()
    return replace(before, claims=tuple(claims_now), decisions=after.decisions)


def _same_but_review(before: Claim, after: Claim | None) -> bool:
    if after is None or (before.review and before.review.state is ReviewState.REJECTED):
        return False
    return after.model_copy(update={"review": before.review}) == before


def _only_noted(before: Case, after: Case) -> Case | None:
    """Return a case with a longer log where nothing that is compared changes by it, else None.

    A note, a grade or a claim that was found right leaves the comparison as it is.
    """
    if before.decisions == after.decisions or before.documents != after.documents:
        return None
    one, other = (decided(case.documents, case.claims, case.decisions) for case in (before, after))
    compared = [
        [
            c.model_copy(update={"review": None})
            for c in Case(claims=found.claims).without_rejected().claims
        ]
        for found in (one, other)
    ]
    if compared[0] != compared[1] or (one.rulings, one.gaps) != (other.rulings, other.gaps):
        return None
    return replace(before, claims=other.claims, decisions=after.decisions)


def _with_events(case: Case, store: Store, as_of: str | None = None) -> Case:
    """Return the case with the rows of its data sets that bear on a term, as claims.

    Of a great many the first are taken, and a Gap says how many were left out. What happened after
    the last day of `as_of`, an EDTF date, is left in the file.
    """
    case = replace(case, gaps=tuple(gap for gap in case.gaps if gap.what != EVENT_DATA))
    agreements = [a for a in case.agreements if a.terms]
    span = time_of(agreements, case.document_by_id)
    if span is None or not store.event_count():
        return case
    first, last = span
    last = min(last, last_day(as_of)) if as_of else last
    rows = bearing_rows(
        agreements,
        store.events_between(first.isoformat(), last.isoformat()),
        case.claim_by_id,
        case.document_by_id,
        case.actors,
    )
    taken = list(itertools.islice(rows, MOST_ROWS))
    left = sum(1 for _ in rows)
    documents, claims = data_sets.documents_of(taken)
    gaps = case.gaps
    if left:
        why = f"{left} further rows fall into the time of an agreement and are not shown."
        gaps = (*gaps, Gap(what=EVENT_DATA, why=why, kind="limit"))
    told = [(event, claims[event.id]) for event in taken]
    judged: tuple[Agreement, ...] = with_rows(
        case.agreements,
        told,
        case.claim_by_id,
        case.document_by_id,
        verified=decided(case.documents, case.claims, case.decisions).rulings.verified,
        actors=case.actors,
    )
    return replace(
        case,
        documents=(*case.documents, *documents),
        claims=(*case.claims, *claims.values()),
        gaps=tuple(sorted(gaps, key=lambda gap: gap.order)),
        comparison=replace(case.comparison, agreements=judged),
    )


def as_known(  # noqa: PLR0913  (the ways to see one record)
    case: Case,
    as_of: str | None = None,
    settings: Settings | None = None,
    *,
    reviewed: bool = False,
    store: Store | None = None,
    without: Collection[str] = (),
) -> Case:
    """Return the record as it could be known on a day, or as people have reviewed it.

    The case itself stays as it is.

    Args:
        case: the case.
        as_of: an EDTF date; documents that came after its last day are left out.
        settings: None takes them from the environment.
        reviewed: whether only claims that a person accepted, corrected or added are in it.
        store: where the rows of event data lie; without it, or reviewed, none are in it.
        without: ids of documents that are left out, with all that is said of them.

    Raises:
        UsageError: when `as_of` is no date.
    """
    settings = settings or Settings.from_environment()
    case = case_without(_reports_of(case), without)
    if reviewed:
        case = replace(case, claims=tuple(c for c in case.without_rejected().claims if c.review))
    case = _compared(case, settings, as_of)
    if as_of is None:
        return _with_events(case, store) if without and store else case
    documents, claims, _ = known_by(case.documents, case.claims, as_of)
    case = replace(case, documents=tuple(documents), claims=tuple(claims))
    return case if reviewed or store is None else _with_events(case, store, as_of)


def as_published(
    case: Case,
    store: Store,
    as_of: str | None = None,
    *,
    reviewed: bool = False,
    public: bool = False,
) -> Case:
    """Return the record as it is handed on; see `as_known`.

    Args:
        case: the case.
        store: where it lies.
        as_of: an EDTF date; only what could be known by then.
        reviewed: whether only claims that a person accepted, corrected or added are in it.
        public: whether restricted reports are left out, and the names to redact blacked out.
    """
    hidden = restricted(case) if public else ()
    if as_of or reviewed or hidden:
        case = as_known(case, as_of, reviewed=reviewed, store=store, without=hidden)
    return redacted(case, store.secret()) if public else case


def _read_all(
    files: Sequence[Path],
    known: Sequence[Document],
    seen: Mapping[str, str],
    settings: Settings,
    progress: Progress,
) -> tuple[list[Document], list[Gap], dict[str, str]]:
    """Return the documents not yet `known`, the gaps of all files, and the keys of those read.

    A file with the key under which it was `seen` is not read again.
    """
    superseded = {document.revision_of for document in known}
    current = [document for document in known if document.id not in superseded]
    # The same file may be named in several ways: from its folder, or by its whole path.
    by_file = {Path(document.path or "").resolve(): document for document in current}
    taken = {document.id for document in known}
    fresh: list[Document] = []
    gaps: list[Gap] = []
    keys: dict[str, str] = {}
    for done, file in enumerate(files):
        progress("read", done, len(files))
        place = file.resolve()
        before, key = by_file.get(place), _file_key(file, settings)
        if before is not None and key and seen.get(str(place)) == key:
            continue
        document, remarks = read_file(file, settings)
        if document is None:
            gaps += remarks
            continue
        keys[str(place)] = key
        if before is None or before.text != document.text:
            named = _identify(document, taken, before)
            taken.add(named.id)
            fresh.append(named)
            gaps += [gap.model_copy(update={"document": named.id}) for gap in remarks]
    progress("read", len(files), len(files))
    return translations.pair(fresh), gaps, keys


def _file_key(file: Path, settings: Settings) -> str:
    """Return the key of what a file holds, or nothing where it cannot be opened."""
    try:
        fits = file.is_file() and file.stat().st_size <= settings.max_file_mb * 1_000_000
        return file_key(file.read_bytes(), settings) if fits else ""
    except (OSError, ValueError):
        return ""


def _identify(document: Document, taken: set[str], before: Document | None) -> Document:
    """Return the document with the id it has in this case, as a revision of the one `before`.

    A second file with the very same text is a document of its own: the copy must not vanish. Nor
    does a text that a file comes back to after it had been changed.
    """
    key = document.id
    while key in taken:
        same = f"{key}\x1f{document.path}"
        key = hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()
    return document.model_copy(update={"id": key, "revision_of": before.id if before else None})
