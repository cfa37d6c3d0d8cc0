"""Real agreements with the reports of whether they were kept, against marked gold.

    .venv/bin/python benchmarks/signed.py [FILE ...] [--errors]

FILE is marked text as in `tests/cases/signed/`: agreements signed before 2012, retold in our own
words from public facts, each with later reports and rows of events. Each is built as a case, the
whole way. *Found* and *precision* are those of `agreements.py`; *both* counts of the terms found
those with the right modality and obligor. *Fields* are the days on which it was reached, begins and
ends, where one that is not told has to be left open. *Verdict* is the share of the marked
statements that are said of the right term as marked, *verdict precision* the share of ours that are
marked so, and *false breach* how many breaches are marked as none. Rows are counted alike.
"""

from __future__ import annotations

import argparse
import csv
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from agreements import Score, Wanted, overlaps, same_names
from gold_marks import Mark, marked
from variorum.case import Case
from variorum.compare import bearing_rows, compare, with_rows
from variorum.data_sets import documents_of
from variorum.model import Agreement, Compliance, Document, Event, Term
from variorum.pipeline import extract
from variorum.read.event_data.event_data import read_events
from variorum.settings import Settings

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "signed"
FIGURES = (
    *("found", "precision", "modality", "obligor", "both", "due", "agreement", "parties"),
    *("mediators", "fields", "verdict", "verdict precision", "row"),
)
AGAINST = {"breached", "partly"}
COLUMNS = ("date", "place", "lat", "lon", "actor1", "actor2", "event", "notes")
Verdict = tuple[str, str]
"""What is said, and of which term: its number, or 'agreement'."""


@dataclass
class Signed:
    """An agreement with its reports and rows, and what is marked in them."""

    title: str
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    documents: list[Document] = field(default_factory=list)
    terms: dict[str, list[tuple[Document, Mark]]] = field(default_factory=dict)
    wanted: dict[str, Wanted] = field(default_factory=dict)
    says: list[tuple[Document, Mark, Verdict | None]] = field(default_factory=list)
    rows: list[tuple[list[str], Verdict | None]] = field(default_factory=list)


def read(path: Path) -> Iterator[Signed]:
    for block in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
        title, *parts = re.split(r"(?m)^## |\n(?==> agreement)", block)
        one = Signed(title.strip())
        for part in parts:
            if part.startswith("=> agreement"):
                _frame(one, part)
            elif part.startswith("rows\n"):
                one.rows = [_row(line) for line in part.splitlines()[1:] if line.strip()]
            else:
                _report(one, part)
        yield one


def _frame(one: Signed, part: str) -> None:
    first, *rest = part.strip().splitlines()
    _, parties, days = (piece.strip() for piece in first.split(";"))
    one.parties = tuple(parties.split(" + "))
    one.fields = tuple("" if day == ".." else day for day in re.split(r"[ /]", days))
    for line in rest:
        one.mediators = tuple(line.removeprefix("=> mediators ").split(" + "))


def _row(line: str) -> tuple[list[str], Verdict | None]:
    told, wanted = line.rsplit(" => ", 1)
    return [cell.strip() for cell in told.split(" | ")], _verdict(wanted)


def _verdict(words: str) -> Verdict | None:
    said, _, term = words.partition(" ")
    return None if said == "none" else (said, term)


def _report(one: Signed, part: str) -> None:
    head, body = part.split("\n", 1)
    heading = re.match(r"\[(?P<publisher>.*), (?P<date>\d{4}-\d\d-\d\d)\]", head)
    assert heading, head
    text, marks = marked(re.sub(r"(?m)^=> .*$", "", body).strip())
    document = Document.from_text(
        text,
        publisher=heading["publisher"],
        published=heading["date"],
        path=f"{len(one.documents)}.txt",
    )
    one.documents.append(document)
    said = dict(re.findall(r"(?m)^=> says (\d+) (.*)$", body))
    for mark in marks:
        if mark.label == "term":
            one.terms.setdefault(str(mark.number), []).append((document, mark))
        else:
            one.says.append((document, mark, _verdict(said.get(str(mark.number), "none"))))
    for number, words in re.findall(r"(?m)^=> (\d+) (.*)$", body):
        modality, names, *more = (piece.strip() for piece in words.split(";"))
        due = next((piece[4:] for piece in more if piece.startswith("due ")), None)
        named = one.parties if names.lower() == "the parties" else tuple(names.split(" + "))
        one.wanted[number] = Wanted(modality, named, due)


def built(one: Signed) -> Case:
    claims = [claim for document in one.documents for claim in extract(document)]
    return Case(tuple(one.documents), tuple(claims), (), compare(one.documents, claims, Settings()))


def number_of(one: Signed, term: Term) -> str:
    """Return the number of the marked term that a term of ours overlaps, '' where of none."""
    for telling in term.tellings:
        for number, places in one.terms.items():
            for document, mark in places:
                held = telling.clause.span.document == document.id
                if held and overlaps(mark, telling.clause) >= 0.5:
                    return number
    return ""


def compare_terms(one: Signed, case: Case, score: Score) -> None:
    terms = [term for agreement in case.agreements for term in agreement.terms]
    told = {id(term): number_of(one, term) for term in terms}
    for number, wanted in one.wanted.items():
        words = one.terms[number][0][1].words
        where = f"{one.title}, term {number}, {words!r}"
        got = next((term for term in terms if told[id(term)] == number), None)
        score.add("found", got is not None, where)
        if got is None:
            continue
        names = got.obligors or ("unclear",)
        right = (got.modality.value == wanted.modality, same_names(wanted.obligors, names))
        score.add("modality", right[0], f"{where}: {got.modality}")
        score.add("obligor", right[1], f"{where}: {names}, wanted {wanted.obligors}")
        score.add("both", all(right), where)
        if wanted.due:
            score.add("due", got.due == wanted.due, f"{where}: {got.due}, wanted {wanted.due}")
    for term in terms:
        if not getattr(term, "implied", False):
            right_term = bool(told[id(term)])
            score.add("precision", right_term, f"{one.title}: {term.span.exact!r} is no term")


def compare_frame(one: Signed, case: Case, score: Score) -> None:
    labels = [f"{a.label} ({len(a.terms)})" for a in case.agreements]
    score.add(
        "agreement", sum(bool(a.terms) for a in case.agreements) == 1, f"{one.title}: {labels}"
    )
    if not case.agreements:
        return
    best = max(case.agreements, key=lambda a: len(a.terms))
    for name, wanted, got in (
        ("parties", one.parties, best.parties),
        ("mediators", one.mediators, best.mediators),
    ):
        right = all(any(same_names((w,), (g,)) for g in got) for w in wanted)
        right = right and (name == "mediators" or len(got) == len(wanted))
        score.add(name, right, f"{one.title}: {got}, wanted {wanted}")
    days = (best.reached or "", best.start or "", best.end or "")
    for day, wanted_day in zip(days, one.fields, strict=True):
        score.add("fields", day == wanted_day, f"{one.title}: {days}, wanted {one.fields}")


def said_in(one: Signed, agreements: Sequence[Agreement]) -> Iterator[tuple[Compliance, str]]:
    """Yield what claims say of terms, or of an agreement as a whole."""
    for agreement in agreements:
        for told in getattr(agreement, "compliance", ()):
            yield told, "agreement"
        for term in agreement.terms:
            number = "agreement" if getattr(term, "implied", False) else number_of(one, term)
            for told in term.compliance:
                if told.status.value in {*AGAINST, "kept"}:
                    yield told, number


def compare_verdicts(one: Signed, case: Case, score: Score) -> None:
    ours: dict[int, set[Verdict]] = {}
    for told, number in said_in(one, case.agreements):
        claim = case.claim_by_id[told.claim]
        at = next(
            (
                n
                for n, (document, mark, _) in enumerate(one.says)
                if document.id == claim.document
                and any(p.start < mark.end and mark.start < p.end for p in claim.content)
            ),
            None,
        )
        given = (told.status.value, number)
        wanted = one.says[at][2] if at is not None else None
        whole = wanted is not None and wanted[1] == "agreement"
        right = wanted is not None and (given == wanted or (whole and given[0] == wanted[0]))
        where = f"{one.title}: {given} {claim.text!r}, {told.because}"
        score.add("verdict precision", right, where)
        false = given[0] in AGAINST and not (
            wanted and wanted[0] in AGAINST and wanted[1] in {number, "agreement"}
        )
        score.counts["false breach"] += false
        if false:
            score.wrong.append(f"FALSE BREACH {where}")
        if at is not None:
            ours.setdefault(at, set()).add(wanted if right and wanted else given)
    for n, (_, mark, wanted) in enumerate(one.says):
        if wanted is not None:
            score.add(
                "verdict",
                wanted in ours.get(n, set()),
                f"{one.title}: {mark.words!r}, wanted {wanted}",
            )


def events_of(one: Signed) -> list[Event]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            table.writerows(cells for cells, _ in one.rows)
        return [row for row in read_events(path) if isinstance(row, Event)]


def compare_rows(one: Signed, case: Case, score: Score) -> None:
    events = events_of(one)
    assert len(events) == len(one.rows), one.title
    for event, (cells, wanted) in zip(events, one.rows, strict=True):
        _, claims = documents_of([event])
        judged: tuple[Agreement, ...] = ()
        plain = tuple(
            a.model_copy(
                update={"terms": tuple(t.model_copy(update={"compliance": ()}) for t in a.terms)}
            )
            for a in case.agreements
        )
        taken = list(
            bearing_rows(plain, [event], case.claim_by_id, case.document_by_id, case.actors)
        )
        if taken:
            told = [(event, claims[event.id])]
            judged = with_rows(
                plain, told, case.claim_by_id, case.document_by_id, actors=case.actors
            )
        given = {
            (found.status.value, number_of(one, term))
            for agreement in judged
            for term in agreement.terms
            for found in term.compliance
        }
        given = {("breached" if said == "partly" else said, term) for said, term in given}
        broken = {term for said, term in given if said == "breached"}
        right = not given if wanted is None else wanted in given
        # An explicit ban and a truce may both be broken by one deed.
        right = right and (wanted is None or {said for said, _ in given} == {wanted[0]})
        score.add("row", right, f"{one.title}: {' | '.join(cells)}: {given}, wanted {wanted}")
        score.counts["false row"] += bool(broken) and (wanted is None or wanted[0] != "breached")
        score.counts["breach rows"] += wanted is not None and wanted[0] == "breached" and right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong (never of held)")
    options = parser.parse_args()
    for path in options.files or [CASES / "open.txt", CASES / "held.txt"]:
        score = measure(path)
        print(path.name)
        for name in FIGURES:
            got, of = score.counts[name], score.counts[f"{name} of"]
            print(f"  {name:18} {got:4} of {of:4}  {score.rate(name):.2f}")
        for name in ("false breach", "false row", "breach rows"):
            print(f"  {name:18} {score.counts[name]:4}")
        if options.errors and "held" not in path.name:
            print("\n".join(sorted(score.wrong)))


def measure(path: Path) -> Score:
    score = Score()
    for one in read(path):
        case = built(one)
        for part in (compare_terms, compare_frame, compare_verdicts, compare_rows):
            part(one, case, score)
    return score


if __name__ == "__main__":
    main()
