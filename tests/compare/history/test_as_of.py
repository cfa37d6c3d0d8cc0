"""What could be known on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.history.as_of import known_by, last_day
from variorum.errors import UsageError
from variorum.model import Certainty, Claim, Document, Section
from variorum.text import span

DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31)).map(lambda day: day.isoformat())
PUBLISHED = st.one_of(st.none(), DAYS, st.sampled_from(["2020", "2020-05", "2021-03"]))


def written(published):
    documents = [
        Document.from_text(f"Report {n}.", publisher=f"Outlet {n}", published=day)
        for n, day in enumerate(published)
    ]
    return documents, [narrated(document, 0, len(document.text)) for document in documents]


def narrated(document, start, end):
    content = (span(document, start, end),)
    return Claim.narrated(document, content, hedges=(), certainty=Certainty.CERTAIN)


@given(st.lists(PUBLISHED, max_size=6), DAYS, DAYS)
def test_a_later_day_knows_all_that_an_earlier_one_knew(published, one, other):
    documents, claims = written(published)
    earlier, later = (known_by(documents, claims, day) for day in sorted((one, other)))
    assert {d.id for d in earlier[0]} <= {d.id for d in later[0]}
    assert {c.id for c in earlier[1]} <= {c.id for c in later[1]}


@given(st.lists(DAYS, max_size=6))
def test_after_the_last_day_everything_with_a_date_is_known(published):
    documents, claims = written(published)
    kept, told, _ = known_by(documents, claims, "2022")
    assert (kept, told) == (documents, claims)


def test_what_is_left_out_and_what_has_no_date_is_listed():
    documents, claims = written(["2020-01-01", "2020-03-01", None])
    kept, _, gaps = known_by(documents, claims, "2020-02")
    assert [d.name for d in kept] == ["Outlet 0"]
    assert [(gap.what, gap.why) for gap in gaps] == [
        (
            "After 2020-02-29",
            "1 report and 2 claims are not known to be earlier and left out: Outlet 1.",
        ),
        ("Undated, as of 2020-02-29", "1 report without a date left out: Outlet 2."),
    ]


def test_a_report_of_a_month_is_known_when_the_month_is_over():
    documents, claims = written(["2020-05"])
    assert known_by(documents, claims, "2020-05-15")[0] == []
    assert known_by(documents, claims, "2020-05-31")[0] == documents


def test_a_later_section_is_left_out_of_a_report_that_stays():
    text = "Nine left. UPDATE: ten left."
    sections = (Section(label="UPDATE", start=11, end=len(text), published="2020-03-01"),)
    document = Document.from_text(text, published="2020-01-01", sections=sections)
    claims = [narrated(document, 0, 9), narrated(document, 19, 27)]
    kept, told, _ = known_by([document], claims, "2020-02-01")
    assert (kept, told) == ([document], claims[:1])


@pytest.mark.parametrize("nonsense", ["yesterday", "2020-13", "../..", ""])
def test_what_is_no_date_is_refused_by_name(nonsense):
    with pytest.raises(UsageError, match="is no date"):
        last_day(nonsense)
