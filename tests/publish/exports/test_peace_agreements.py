import csv
import io

from exported import exported

from variorum.case import Case


def test_every_agreement_is_a_row_and_nothing_untold_is_coded(truce: Case) -> None:
    text = exported("pa-x", truce).decode("utf-8-sig")
    rows = {row["AgtId"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert set(rows) == {agreement.id for agreement in truce.agreements}
    for agreement in truce.agreements:
        row = rows[agreement.id]
        assert row["Part"] == "; ".join(agreement.parties)
        assert int(row["variorum_terms"]) == len(agreement.terms)
        assert row["variorum_reached"] == (agreement.reached or "")
    coded = {cell for row in rows.values() for cell in (row["TjPrire"], row["DevHum"])}
    assert coded == {"", "1"}


def test_a_ceasefire_has_the_stage_that_pa_x_keeps_for_it(truce: Case) -> None:
    text = exported("pa-x", truce).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["Stage"] for row in rows if row["variorum_type"] == "ceasefire"} == {"Cea"}
