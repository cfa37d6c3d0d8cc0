"""The whole way: from files to the record, and the record as the contract lays it out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import variorum
from variorum import Case, Document, Settings, UnreadableDocument, UsageError, compare, pipeline
from variorum.decisions import decision_of
from variorum.model import BreachStanding, Claim, Interest
from variorum.pipeline import add_events
from variorum.statements import DocumentStatements, statements_of
from variorum.store import Store

# The contract: every key that is promised, and what it holds. More keys may come; none may go.
# A dict stands for an object, a list for a list of what is in it, a tuple for a choice.
TEXT, NUMBER, MAYBE = str, (int, float, type(None)), (str, type(None))
SPAN = {"start": int, "end": int, "exact": TEXT}
MEASURE = {
    "kind": TEXT,
    "noun": TEXT,
    "low": NUMBER,
    "high": NUMBER,
    "unit": MAYBE,
    "approximate": bool,
    "per": MAYBE,
    "text": TEXT,
    "span": SPAN,
}
CLAIM = {
    "id": TEXT,
    "document": TEXT,
    "form": TEXT,
    "stance": TEXT,
    "certainty": TEXT,
    "speaker": {"name": TEXT, "kind": TEXT, "role": TEXT, "span": (SPAN, None)},
    "relay": [TEXT],
    "cue": (SPAN, None),
    "content": [SPAN],
    "measures": [MEASURE],
    "when": [{"edtf": TEXT, "text": TEXT, "span": SPAN}],
    "places": [
        {
            "name": TEXT,
            "geonames": MAYBE,
            "lat": NUMBER,
            "lon": NUMBER,
            "radius_km": NUMBER,
            "span": SPAN,
        }
    ],
    "actors": [{"id": TEXT, "name": TEXT, "span": SPAN}],
}
DOCUMENT = {
    "id": TEXT,
    "path": MAYBE,
    "title": MAYBE,
    "publisher": MAYBE,
    "author": MAYBE,
    "url": MAYBE,
    "published": MAYBE,
    "language": MAYBE,
    "chars": int,
}
TERM = {
    "id": TEXT,
    "obligor": MAYBE,
    "beneficiary": MAYBE,
    "modality": TEXT,
    "act": TEXT,
    "domain": MAYBE,
    "due": MAYBE,
    "span": SPAN,
    "compliance": [{"claim": TEXT, "status": TEXT}],
}
AGREEMENT = {
    "id": TEXT,
    "parties": [TEXT],
    "reached": MAYBE,
    "from": MAYBE,
    "to": MAYBE,
    "authenticity": [TEXT],
    "terms": [TERM],
}
CONTRACT = {
    "documents": [DOCUMENT],
    "claims": [CLAIM],
    "actors": [{"id": TEXT, "label": TEXT, "names": [{"name": TEXT, "used_by": [TEXT]}]}],
    "questions": [{"id": TEXT, "label": TEXT, "kind": TEXT, "claims": [TEXT], "status": TEXT}],
    "contradictions": [
        {"id": TEXT, "questions": [TEXT], "claims": [TEXT], "rule": TEXT, "because": TEXT}
    ],
    "versions": [
        {
            "id": TEXT,
            "claims": [TEXT],
            "values": [{"question": TEXT, "low": NUMBER, "high": NUMBER}],
            "origins": [TEXT],
        }
    ],
    "origins": [{"id": TEXT, "documents": [TEXT], "how": TEXT, "because": TEXT}],
    "agreements": [AGREEMENT],
    "decisions": [],
    "gaps": [{"what": TEXT, "why": TEXT}],
}

TOLD = "Ten people left the town, the mayor said. The journey took three days."
SWEDISH = (
    "Borgmästaren i staden uppgav på tisdagen att tio personer hade gett sig av, och att resan "
    "hade varat i tre dagar genom öknen, utan vatten och utan mat till barnen."
)


def breaks(value: Any, wanted: Any, where: str = "export") -> Iterator[str]:
    """Yield each place where `value` is not what the contract says."""
    if isinstance(wanted, dict):
        if not isinstance(value, dict):
            yield f"{where} is no object"
            return
        yield from (f"{where} has no {key}" for key in wanted if key not in value)
        for key in wanted.keys() & value.keys():
            yield from breaks(value[key], wanted[key], f"{where}.{key}")
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            yield f"{where} is no list"
            return
        for each in value if wanted else ():
            yield from breaks(each, wanted[0], f"{where}[]")
    elif isinstance(wanted, tuple) and None in wanted:
        yield from () if value is None else breaks(value, wanted[0], where)
    elif not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        yield f"{where} is {value!r}"


def write(folder: Path, **reports: str) -> Path:
    for name, text in reports.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def by_name(case: Case) -> dict[str, Document]:
    return {Path(document.path or "").name: document for document in case.documents}


def test_read_gives_a_document(ferry_files: list[Path]) -> None:
    document = variorum.read(ferry_files[0])
    assert (document.publisher, document.published) == ("Northwire", "2023-03-13")
    assert document.text.startswith("PORT SENNA, March 13 (Northwire) - A ferry")
    assert document.path == str(ferry_files[0])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as error:
        variorum.read(write(tmp_path, empty="") / "empty.txt")
    assert str(error.value).startswith(f"{tmp_path / 'empty.txt'}: ")


def test_extract_gives_the_claims_of_a_text() -> None:
    document = Document.from_text(TOLD, published="2020-01-02", publisher="Courier")
    claims = variorum.extract(document)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    said = next(claim for claim in claims if "Ten people" in claim.text)
    assert (said.measures[0].low, said.measures[0].high) == (10, 10)
    assert said.relay[0].name == "Courier"
    assert {claim.document for claim in claims} == {document.id}


def test_extract_gives_nothing_in_a_language_it_does_not_know() -> None:
    assert variorum.extract(Document.from_text(SWEDISH, language="sv")) == []


def test_the_export_keeps_the_contract(ferry_built: Case) -> None:
    record = json.loads(ferry_built.to_json())
    assert list(breaks(record, CONTRACT)) == []
    filled = {key for key, rows in record.items() if rows}
    assert filled >= {"documents", "claims", "actors", "questions", "contradictions", "origins"}


def test_the_contract_can_be_broken() -> None:
    record = json.loads(Case().to_json())
    assert list(breaks({**record, "gaps": [{"what": 1}]}, CONTRACT)) == [
        "export.gaps[] has no why",
        "export.gaps[].what is 1",
    ]


def spans(thing: Any) -> Iterator[dict[str, Any]]:
    if isinstance(thing, dict):
        if SPAN.keys() <= thing.keys():
            yield thing
        for value in thing.values():
            yield from spans(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from spans(value)


def test_every_span_of_the_export_is_the_slice_it_says(ferry_built: Case) -> None:
    texts = {document.id: document.text for document in ferry_built.documents}
    record = json.loads(ferry_built.to_json())
    found = [(claim["document"], each) for claim in record["claims"] for each in spans(claim)]
    found += [(s["document"], s) for origin in record["origins"] for s in origin["evidence"]]
    assert len(found) > 100
    wrong = [s for key, s in found if texts[key][s["start"] : s["end"]] != s["exact"]]
    assert wrong == []


def test_every_id_is_given_once(ferry_built: Case) -> None:
    record = ferry_built.to_dict()
    kinds = ("documents", "claims", "actors", "questions", "contradictions", "versions", "origins")
    ids = {kind: [row["id"] for row in record[kind]] for kind in kinds}
    assert [kind for kind, given in ids.items() if len(set(given)) != len(given)] == []


def test_every_id_that_is_named_exists_and_every_answer_has_one_origin(ferry_built: Case) -> None:
    claims = {claim.id for claim in ferry_built.claims}
    assert len(claims) == len(ferry_built.claims)
    parts = [*ferry_built.questions, *ferry_built.contradictions, *ferry_built.versions]
    assert {claim for part in parts for claim in part.claims} <= claims
    questions = {question.id for question in ferry_built.questions}
    assert {q for found in ferry_built.contradictions for q in found.questions} <= questions
    behind = [claim for origin in ferry_built.origins for claim in origin.claims]
    answering = {claim for question in ferry_built.questions for claim in question.claims}
    assert len(behind) == len(set(behind))
    assert answering <= set(behind) <= claims
    origins = {origin.id for origin in ferry_built.origins}
    assert {key for version in ferry_built.versions for key in version.origins} <= origins


def test_a_relay_begins_with_the_publisher_and_ends_with_the_speaker(ferry_built: Case) -> None:
    for claim in ferry_built.claims:
        names = [link.name for link in claim.relay]
        assert names[0] == ferry_built.document_by_id[claim.document].name
        assert names[-1] == claim.speaker.name


def test_building_twice_is_building_once(
    ferry_files: list[Path], ferry_built: Case, tmp_path: Path
) -> None:
    expected = ferry_built.to_json()
    with Store(tmp_path / "all.db") as store:
        assert variorum.build(ferry_files, store=store).to_json() == expected
        assert variorum.build(reversed(ferry_files), store=store).to_json() == expected
        assert store.load().to_json() == expected


def test_building_in_two_steps_is_building_at_once(
    ferry_files: list[Path], ferry_built: Case, tmp_path: Path
) -> None:
    with Store(tmp_path / "steps.db") as store:
        variorum.build(ferry_files[1::2], store=store)
        assert variorum.build(ferry_files, store=store).to_json() == ferry_built.to_json()


def test_what_a_report_states_is_read_once_for_a_case_file(
    ferry_files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(claims: list[Claim], document: Document) -> DocumentStatements:
        asked.append(document.id)
        return statements_of(claims, document)

    monkeypatch.setattr(compare, "statements_of", counted)
    with Store(tmp_path / "case.db") as store:
        for many in (3, 4):
            variorum.build(ferry_files[:many], store=store)
        assert not asked
        case = store.load()
        claim = case.claims[0]
        pipeline.decide(store, [decision_of(case, "reject", [claim.id], who="Ada", why="So.")])
        assert asked == [claim.document]


def test_a_file_may_be_named_in_several_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, a=TOLD))
    with Store(tmp_path / "case.db") as store:
        first = variorum.build(["a.txt"], store=store)
        assert variorum.build([tmp_path, "./a.txt"], store=store).to_json() == first.to_json()


def test_an_exact_copy_stays_a_report_of_its_own(tmp_path: Path) -> None:
    case = variorum.build([write(tmp_path, a=TOLD, b=TOLD)])
    named = by_name(case)
    assert sorted(named) == ["a.txt", "b.txt"]
    assert named["a.txt"].id != named["b.txt"].id
    assert len({claim.id for claim in case.claims}) == len(case.claims)
    assert {claim.document for claim in case.claims} == {d.id for d in case.documents}
    told = [claim for claim in case.claims if claim.text.startswith("Ten people")]
    assert len(told) == 2
    assert len({case.origin_by_claim[claim.id].id for claim in told}) == 1


def test_a_changed_file_is_a_revision_and_the_old_text_no_longer_counts(tmp_path: Path) -> None:
    told = "{} people died in the fire in the town on 3 May 2019, the mayor said."
    claim = f"---\npublished: 2019-05-04\n---\n\n{told}"
    write(tmp_path, a=claim.format(20), b=claim.format(31).replace("mayor", "hospital"))
    with Store(tmp_path / "case.db") as store:
        before = variorum.build([tmp_path / "a.txt", tmp_path / "b.txt"], store=store)
        assert len(before.contradictions) == 1
        write(tmp_path, a=claim.format(31))
        after = variorum.build([tmp_path / "a.txt"], store=store)
        again = variorum.build([tmp_path / "a.txt"], store=store)
    assert after.contradictions == ()
    old = by_name(before)["a.txt"]
    (new,) = [document for document in after.documents if document.revision_of]
    assert (new.revision_of, new.path, new.text) == (old.id, old.path, told.format(31))
    assert old in after.documents
    told = {c for question in after.questions for c in question.claims}
    assert not {c.id for c in after.claims if c.document == old.id} & told
    assert again.to_json() == after.to_json()


def test_a_file_may_change_and_change_back(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        for text in (TOLD, TOLD + " So it is.", TOLD, TOLD + " So it is.", TOLD):
            case = variorum.build([write(tmp_path, a=text) / "a.txt"], store=store)
            (current,) = {d.id for d in case.documents} - {d.revision_of for d in case.documents}
            assert case.document_by_id[current].text == text
    assert len(case.documents) == 5


def test_a_file_that_cannot_be_read_is_a_gap_and_the_rest_is_built(tmp_path: Path) -> None:
    write(tmp_path, good=TOLD, empty="")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nbroken")
    case = variorum.build([tmp_path])
    assert list(by_name(case)) == ["good.txt"]
    assert [Path(gap.what).name for gap in case.gaps] == ["broken.pdf", "empty.txt"]
    assert all(gap.why.endswith(".") and gap.document is None for gap in case.gaps)
    assert case.claims


def test_a_gap_goes_when_the_file_is_mended(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        assert variorum.build([write(tmp_path, a="", b="")], store=store).gaps
        case = variorum.build([write(tmp_path, a=TOLD) / "a.txt"], store=store)
    assert [Path(gap.what).name for gap in case.gaps] == ["b.txt"]
    assert list(by_name(case)) == ["a.txt"]


def test_a_language_that_is_not_read_is_kept_and_named(tmp_path: Path) -> None:
    case = variorum.build([write(tmp_path, a=TOLD, b=SWEDISH, c=SWEDISH)])
    named = by_name(case)
    assert (named["b.txt"].language, named["b.txt"].text) == ("sv", SWEDISH)
    assert {claim.document for claim in case.claims} == {named["a.txt"].id}
    gaps = {Path(gap.what).name: gap.document for gap in case.gaps}
    assert gaps == {"b.txt": named["b.txt"].id, "c.txt": named["c.txt"].id}
    assert all("sv" in gap.why for gap in case.gaps)


def test_the_case_file_is_no_report_of_its_own_case(tmp_path: Path) -> None:
    with Store(write(tmp_path, a=TOLD) / "case.db") as store:
        assert variorum.build([tmp_path], store=store).gaps == ()


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere: There is no such file or folder"):
        variorum.build([tmp_path / "nowhere"])


def test_files_given_as_a_folder_a_glob_or_one_by_one_are_the_same(
    ferry_files: list[Path], ferry_built: Case, tmp_path: Path
) -> None:
    for file in ferry_files:
        shutil.copy(file, tmp_path)
    ways = [[tmp_path], [f"{tmp_path}/*.txt"], sorted(tmp_path.iterdir(), reverse=True)]
    built = [variorum.build(way) for way in ways]
    assert len({case.to_json() for case in built}) == 1
    assert [claim.id for claim in built[0].claims] == [claim.id for claim in ferry_built.claims]


def test_progress_is_told_stage_by_stage(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    variorum.build(
        [write(tmp_path, a=TOLD, b=SWEDISH)],
        progress=lambda stage, done, total: told.append((stage, done, total)),
    )
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["read", "extract", "compare"]
    assert [step for step in told if step[1] == step[2]] == [
        ("read", 2, 2),
        ("extract", 1, 1),
        ("compare", 1, 1),
    ]


def test_limits_are_settings(tmp_path: Path) -> None:
    case = variorum.build([write(tmp_path, a=TOLD)], settings=Settings(max_text_chars=10))
    assert case.documents == ()
    assert "10" in case.gaps[0].why


def test_one_path_may_be_given_alone(ferry_files: list[Path]) -> None:
    alone = variorum.build(ferry_files[0])
    assert alone.to_json() == variorum.build([ferry_files[0]]).to_json()
    assert variorum.build(str(ferry_files[0])).to_json() == alone.to_json()


# ---- event data

TRUCE = """---
publisher: Courier
published: 2031-04-01
---

The Upland Army and the River Front agreed on 31 March 2031 on a ceasefire that runs from 1 April \
to 30 April. Under the deal the army must not shell the valley towns.
"""
HEADER = "id,date,event,actor1,actor2,place,deaths"
ROWS = (
    "r1,2031-04-09,shelling,Upland Army,River Front,Orrin,3",
    "r2,2031-04-11,shelling,River Front,Upland Army,Orrin,",
    "r3,2031-06-11,shelling,Upland Army,River Front,Orrin,",
    "r4,2031-04-20,harvest,Upland Army,River Front,Orrin,",
    "r5,2031-04-12,Armed clash,Upland Army,River Front,Telm,",
)


def listed(folder: Path, *rows: str, name: str = "rows.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def by_rows(case: Case) -> list[str | None]:
    """Return the days of the evidence that data sets give, by term and time."""
    return [
        found.when
        for agreement in case.agreements
        for term in agreement.terms
        for found in term.compliance
        if found.interest is Interest.DATA_SET
    ]


@pytest.fixture
def truce(tmp_path: Path) -> Iterator[Store]:
    """Give a case file with one agreement in it."""
    write(tmp_path, truce=TRUCE)
    with Store(tmp_path / "case.db") as store:
        assert variorum.build(tmp_path / "truce.txt", store=store).agreements
        yield store


def test_rows_that_bear_on_a_term_become_claims_of_their_data_set(
    truce: Store, tmp_path: Path
) -> None:
    written, case = add_events(listed(tmp_path, *ROWS), truce)
    assert written == truce.event_count() == len(ROWS)
    assert by_rows(case) == ["2031-04-09", "2031-04-12"]
    (document,) = [d for d in case.documents if d.data_set]
    assert (document.name, document.data_set) == ("rows", "rows")
    told = [claim for claim in case.claims if claim.document == document.id]
    assert [claim.text[:20] for claim in told] == ["2031-04-09: shelling", "2031-04-12: Armed cl"]
    bearing = {f.claim for a in case.agreements for t in a.terms for f in t.compliance}
    assert bearing == {claim.id for claim in told}


def test_a_case_with_rows_is_exported_by_the_contract(truce: Store, tmp_path: Path) -> None:
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    record = json.loads(case.to_json())
    assert list(breaks(record, CONTRACT)) == []
    texts = {document.id: document.text for document in case.documents}
    found = [(claim["document"], each) for claim in record["claims"] for each in spans(claim)]
    assert [s for key, s in found if texts[key][s["start"] : s["end"]] != s["exact"]] == []


def test_building_again_keeps_the_evidence_of_the_rows(truce: Store, tmp_path: Path) -> None:
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    again = variorum.build(tmp_path / "truce.txt", store=truce)
    assert again.to_json() == case.to_json()
    write(tmp_path, more=TOLD)
    more = variorum.build(tmp_path / "more.txt", store=truce)
    assert by_rows(more) == by_rows(case)
    assert len(more.documents) == len(case.documents) + 1


def test_the_case_with_its_rows_is_in_the_file(truce: Store, tmp_path: Path) -> None:
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    kept = truce.load()
    assert kept.agreements == case.agreements
    assert {claim.id for claim in kept.claims} == {claim.id for claim in case.claims}
    assert {document.id for document in kept.documents} == {d.id for d in case.documents}


def test_the_case_with_its_rows_is_loaded_byte_for_byte(truce: Store, tmp_path: Path) -> None:
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    assert truce.load().to_json() == case.to_json()


def test_adding_a_file_twice_changes_nothing(truce: Store, tmp_path: Path) -> None:
    path = listed(tmp_path, *ROWS, "r6,never,shelling,Upland Army,River Front,Orrin,")
    once = add_events(path, truce)
    assert once[1].gaps
    twice = add_events(path, truce)
    assert (twice[0], twice[1].to_json()) == (once[0], once[1].to_json())
    assert truce.event_count() == len(ROWS)


def test_a_row_with_a_known_id_takes_the_place_of_the_old_one(truce: Store, tmp_path: Path) -> None:
    acled = (
        "event_id_cnty,event_date,event_type,actor1,actor2\nVEL1,{},Battles,Upland Army,River Front"
    )
    path = tmp_path / "acled.csv"
    days = []
    for day in ("2031-04-09", "2031-04-21", "2031-07-01"):
        path.write_text(acled.format(day), encoding="utf-8")
        _, case = add_events(path, truce)
        days.append(by_rows(case))
    assert days == [["2031-04-09"], ["2031-04-21"], []]
    assert [d for d in case.documents if d.data_set] == []
    assert truce.event_count() == 1


def test_two_data_sets_stand_side_by_side(truce: Store, tmp_path: Path) -> None:
    add_events(listed(tmp_path, ROWS[0]), truce)
    _, case = add_events(listed(tmp_path, ROWS[4], name="other.csv"), truce)
    assert by_rows(case) == ["2031-04-09", "2031-04-12"]
    assert [d.data_set for d in case.documents if d.data_set] == ["other", "rows"]


def test_a_malformed_row_is_a_gap_with_its_line_and_the_others_are_kept(
    truce: Store, tmp_path: Path
) -> None:
    bad = ("x1,never,shelling,Upland Army,River Front,Orrin,", "x2,2031-04-10,shelling")
    path = listed(tmp_path, ROWS[0], *bad, ROWS[4])
    written, case = add_events(path, truce)
    assert written == 2
    assert by_rows(case) == ["2031-04-09", "2031-04-12"]
    assert [gap.what for gap in case.gaps] == [f"{path}, line 3", f"{path}, line 4"]
    assert "'never' is no date" in case.gaps[0].why
    assert truce.load().gaps == case.gaps


def test_the_gaps_of_a_file_go_when_its_rows_are_mended(truce: Store, tmp_path: Path) -> None:
    bad = "x1,never,shelling,Upland Army,River Front,Orrin,"
    other = listed(tmp_path, bad, name="other.csv")
    add_events(other, truce)
    assert len(add_events(listed(tmp_path, bad, bad), truce)[1].gaps) == 3
    _, case = add_events(listed(tmp_path, ROWS[0]), truce)
    assert [gap.what for gap in case.gaps] == [f"{other}, line 2"]


def test_so_many_malformed_rows_are_listed_and_then_how_many_more(
    truce: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MOST_GAPS", 2)
    path = listed(tmp_path, *["x,never,shelling,Upland Army,,,"] * 5)
    _, case = add_events(path, truce)
    assert [gap.what for gap in case.gaps] == [str(path), f"{path}, line 2", f"{path}, line 3"]
    assert case.gaps[0].why.startswith("3 further rows of this file could not be read")


def limits(case: Case) -> list[str]:
    return [gap.why.split()[0] for gap in case.gaps if gap.kind == "limit"]


def test_so_many_rows_are_shown_and_it_is_said_how_many_are_not(
    truce: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MOST_ROWS", 1)
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    assert by_rows(case) == ["2031-04-09"]
    assert limits(case) == ["1"]


def test_it_is_said_once_how_many_rows_are_not_shown(
    truce: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MOST_ROWS", 1)
    add_events(listed(tmp_path, *ROWS), truce)
    again = variorum.build(tmp_path / "truce.txt", store=truce)
    _, more = add_events(listed(tmp_path, ROWS[0], name="other.csv"), truce)
    assert (limits(again), limits(more)) == (["1"], ["2"])


def test_rows_wait_for_the_agreements_that_later_reports_tell_of(tmp_path: Path) -> None:
    with Store(write(tmp_path, a=TOLD) / "case.db") as store:
        variorum.build(tmp_path / "a.txt", store=store)
        written, before = add_events(listed(tmp_path, *ROWS), store)
        assert (written, before.agreements) == (len(ROWS), ())
        assert [d for d in before.documents if d.data_set] == []
        write(tmp_path, truce=TRUCE)
        after = variorum.build(tmp_path / "truce.txt", store=store)
    assert by_rows(after) == ["2031-04-09", "2031-04-12"]


def test_rows_may_be_added_to_an_empty_case_file(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        written, case = add_events(listed(tmp_path, *ROWS), store)
        assert (written, case) == (len(ROWS), Case())


def test_as_known_leaves_out_the_rows_and_leaves_the_case_as_it_is(
    truce: Store, tmp_path: Path
) -> None:
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    before = case.to_json()
    known = pipeline.as_known(case, "2031-04-10")
    assert by_rows(known) == []
    assert [d.data_set for d in known.documents] == [None]
    assert len(known.agreements) == 1
    assert case.to_json() == before
    assert pipeline.as_known(case, "2031-03-01").agreements == ()


def test_as_known_holds_for_the_rows_of_the_case_file(truce: Store, tmp_path: Path) -> None:
    _, case = add_events(listed(tmp_path, *ROWS), truce)
    assert by_rows(case) == ["2031-04-09", "2031-04-12"]
    known = pipeline.as_known(case, "2031-04-10", store=truce)
    assert by_rows(known) == ["2031-04-09"]
    assert by_rows(pipeline.as_known(case, "2031-04-10", reviewed=True, store=truce)) == []


def test_rows_added_twice_change_nothing(truce: Store, tmp_path: Path) -> None:
    rows = listed(tmp_path, *ROWS)
    _, case = add_events(rows, truce)
    assert add_events(rows, truce)[1].to_json() == case.to_json()


def test_a_build_as_of_a_day_leaves_later_rows_out(truce: Store, tmp_path: Path) -> None:
    add_events(listed(tmp_path, *ROWS), truce)
    case = variorum.build(tmp_path / "truce.txt", store=truce, as_of="2031-04-10")
    assert case.agreements
    assert "2031-04-12" not in by_rows(case)


def test_a_time_told_in_months_holds_their_days(tmp_path: Path) -> None:
    text = TRUCE.replace("from 1 April to 30 April", "from March to April 2031")
    with Store(write(tmp_path, truce=text) / "case.db") as store:
        (agreement,) = variorum.build(tmp_path / "truce.txt", store=store).agreements
        assert (agreement.start, agreement.end) == ("2031-03", "2031-04")
        assert by_rows(add_events(listed(tmp_path, *ROWS), store)[1])


def test_a_breach_by_a_row_may_be_verified(truce: Store, tmp_path: Path) -> None:
    _, case = add_events(listed(tmp_path, ROWS[0]), truce)
    ((term, found),) = [(t, f) for a in case.agreements for t in a.terms for f in t.compliance]
    made = decision_of(case, "verify", [term.id, found.claim], who="Ada Lund", why="I saw it.")
    decided = variorum.decide(truce, [made])
    assert [gap for gap in decided.gaps if gap.kind == "decision"] == []
    again = variorum.build(tmp_path / "truce.txt", store=truce)
    for later in (decided, variorum.as_known(again, "2031-05", store=truce)):
        ((_, seen),) = [(t, f) for a in later.agreements for t in a.terms for f in t.compliance]
        assert seen.standing is BreachStanding.VERIFIED
    ((_, now),) = [(t, f) for a in again.agreements for t in a.terms for f in t.compliance]
    assert (found.standing, now.standing) == (BreachStanding.POTENTIAL, BreachStanding.VERIFIED)


def test_a_file_that_is_no_data_set_changes_nothing(truce: Store, tmp_path: Path) -> None:
    before = truce.load().to_json()
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,age\nBo,9\n", encoding="utf-8")
    for path in (wrong, tmp_path / "missing.csv"):
        with pytest.raises(UnreadableDocument):
            add_events(path, truce)
    assert (truce.load().to_json(), truce.event_count()) == (before, 0)


def test_progress_is_told_as_rows_are_read(truce: Store, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    add_events(listed(tmp_path, *ROWS), truce, lambda *step: told.append(step))
    assert told[0] == ("events", 0, 0)


def test_what_comparing_finds_can_be_looked_up_on_the_class():
    assert Case.contradictions == ()  # as `help(Case)` does
