"""The whole way: from files to the record, and the record as the contract lays it out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import variorum
from variorum import Case, Document, Settings, UnreadableDocument, UsageError
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


def test_every_id_that_is_named_exists_and_every_claim_has_one_origin(ferry_built: Case) -> None:
    claims = {claim.id for claim in ferry_built.claims}
    assert len(claims) == len(ferry_built.claims)
    parts = [*ferry_built.questions, *ferry_built.contradictions, *ferry_built.versions]
    assert {claim for part in parts for claim in part.claims} <= claims
    questions = {question.id for question in ferry_built.questions}
    assert {q for found in ferry_built.contradictions for q in found.questions} <= questions
    behind = [claim for origin in ferry_built.origins for claim in origin.claims]
    assert sorted(behind) == sorted(claims)
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
    claim = "{} people died in the fire in the town on 3 May 2019, the mayor said."
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
    assert (new.revision_of, new.path, new.text) == (old.id, old.path, claim.format(31))
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
