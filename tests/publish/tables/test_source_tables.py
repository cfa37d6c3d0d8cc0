"""The reports, origins, gaps and decisions of a case, a row each."""

from decisions.weighed import case, claim_with, decide
from variorum.publish.base.index import Index
from variorum.publish.tables.source_tables import DECISIONS, SOURCES


def test_a_decision_is_a_row_with_its_words_and_whether_it_holds():
    claim = claim_with("40 people", case())
    of = decide(case(), "correct", claim.id, low="41", high="41")
    of = decide(of, "undo", of.decisions[0].id)
    names = DECISIONS.names
    first, second = (dict(zip(names, row, strict=True)) for row in DECISIONS.rows(Index(of)))
    assert (first["kind"], first["fields"]) == ("correct", ["low=41", "high=41"])
    assert (first["words"], first["holds"]) == ([claim.text], "undone")
    assert (second["kind"], second["about"], second["holds"]) == (
        "undo",
        [first["decision"]],
        "yes",
    )


def test_a_report_counts_the_claims_that_stand():
    def claims(of):
        rows = (dict(zip(SOURCES.names, row, strict=True)) for row in SOURCES.rows(Index(of)))
        return {row["publisher"]: row["claims"] for row in rows}

    assert claims(case()) == {"Courier": 2, "Herald": 1}
    assert claims(decide(case(), "reject", claim_with("55 people", case()).id))["Herald"] == 0
