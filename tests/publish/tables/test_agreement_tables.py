from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from truce import truce_case

from variorum.case import Case
from variorum.publish.tables.agreement_tables import AGREEMENTS, COMPLIANCE
from variorum.publish.tables.table import Table, safe_cell, write_table


def _rows(table: Table, case: Case) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_table(table, case, stream)
    text = stream.getvalue()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.fixture(scope="module")
def terms(truce: Case) -> list[dict[str, str]]:
    return _rows(AGREEMENTS, truce)


@pytest.fixture(scope="module")
def claims(truce: Case) -> list[dict[str, str]]:
    return _rows(COMPLIANCE, truce)


def test_one_row_a_term_with_the_agreement_repeated(
    truce: Case, terms: list[dict[str, str]]
) -> None:
    told = {term.id: agreement.id for agreement in truce.agreements for term in agreement.terms}
    assert {row["term_id"]: row["agreement_id"] for row in terms} == told
    assert len(terms) == len(told)
    assert tuple(terms[0]) == AGREEMENTS.names


def test_what_no_report_tells_of_an_agreement_is_unclear(terms: list[dict[str, str]]) -> None:
    row = terms[0]
    for column in ("reached", "entry", "renewal", "stage", "agreement_place"):
        assert row[column] == "unclear", column
    assert terms[-1]["parties"] == terms[-1]["effect_date"] == "unclear"
    assert not [cell for row in terms for cell in row.values() if cell == "-1"]


def test_the_facts_are_those_of_the_agreement(terms: list[dict[str, str]]) -> None:
    row = terms[0]
    assert row["parties"] == "the government of Orsan; the Dellow Council"
    assert (row["effect_date"], row["end_date"]) == ("2027-03-12", "2027-04-11")
    assert (row["type"], row["written"], row["duration"]) == ("ceasefire", "written", "one month")
    assert row["monitoring"] == "a joint commission at Sull"
    assert (row["authenticity"], row["affirmed"], row["denied"]) == ("disputed", "1", "1")
    assert (row["reports"], row["origins"]) == ("3", "3")


def test_every_term_has_its_exact_words_and_who_told_it_first(
    truce: Case, terms: list[dict[str, str]]
) -> None:
    for row in terms:
        text = truce.document_by_id[row["span_document"]].text
        assert text[int(row["span_start"]) : int(row["span_end"])] == row["span_text"].removeprefix(
            "'"
        )
    assert terms[0]["first_told_by"] == "Office of the Envoy"
    assert terms[0]["published"] == "2027-03-11"
    assert terms[0]["url"] == "https://envoy.example/truce?a=1&b=2"


def test_the_claims_for_and_against_a_term_are_counted(terms: list[dict[str, str]]) -> None:
    bridge = next(row for row in terms if row["act"] == "open the bridge at Sull")
    assert bridge["term_status"] == "disputed"
    assert (bridge["kept"], bridge["breached"], bridge["partly"]) == ("1", "1", "0")


def test_a_part_that_a_term_does_not_have_is_empty_and_its_obligor_unclear(
    terms: list[dict[str, str]],
) -> None:
    convoys = next(row for row in terms if row["act"] == "pass the Mill Gate")
    assert (convoys["obligor"], convoys["exception"], convoys["due"]) == ("unclear", "", "")
    assert convoys["object"] == "Convoys of food"


def test_an_agreement_without_terms_has_one_row(truce: Case) -> None:
    bare = truce.agreements[0].model_copy(update={"terms": ()})
    case = replace(truce, comparison=replace(truce.comparison, agreements=(bare,)))
    (row,) = _rows(AGREEMENTS, case)
    assert (row["agreement_id"], row["term_id"], row["act"]) == (bare.id, "", "")
    assert _rows(COMPLIANCE, case) == []


def test_one_row_for_each_claim_that_bears_on_a_term(
    truce: Case, claims: list[dict[str, str]]
) -> None:
    told = sorted(
        (term.id, said.claim, said.status.value)
        for agreement in truce.agreements
        for term in agreement.terms
        for said in term.compliance
    )
    assert sorted((r["term_id"], r["claim_id"], r["status"]) for r in claims) == told
    assert tuple(claims[0]) == COMPLIANCE.names


def test_a_claim_of_compliance_has_its_words_and_its_reporter(
    truce: Case, claims: list[dict[str, str]]
) -> None:
    row = next(row for row in claims if row["interest"] == "the party bound")
    text = truce.document_by_id[row["claim_document"]].text
    assert text[int(row["claim_start"]) : int(row["claim_end"])] == row["claim_text"]
    assert (row["speaker"], row["when"], row["standing"]) == (
        "Council Radio",
        "2027-03-14",
        "alleged",
    )
    assert row["origin"] == "origin-radio"


def test_a_row_of_a_data_set_is_no_claim_and_has_no_words(claims: list[dict[str, str]]) -> None:
    row = next(row for row in claims if row["interest"] == "an event data set")
    assert (row["claim_id"], row["speaker"], row["claim_text"]) == ("event-4711", "", "")


@given(st.text(max_size=20))
def test_no_label_becomes_a_formula(label: str) -> None:
    agreement = truce_case().agreements[1].model_copy(update={"label": label})
    case = truce_case()
    changed = replace(case, comparison=replace(case.comparison, agreements=(agreement,)))
    stream = io.StringIO(newline="")
    write_table(AGREEMENTS, changed, stream)
    rows = csv.reader(io.StringIO(stream.getvalue().removeprefix("\ufeff"), newline=""))
    cells = list(rows)[1]
    assert cells[1] == safe_cell(label)
    assert [cell for cell in cells if cell != safe_cell(cell)] == []


def test_hostile_cells_are_taken_for_text(terms: list[dict[str, str]]) -> None:
    row = terms[-1]
    assert row["obligor"].startswith("'=cmd")
    assert row["label"].startswith("'=Pact")
