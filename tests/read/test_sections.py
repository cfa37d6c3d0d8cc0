import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.sections import sections

REPORT = """The convoy

The convoy left at dawn.

UPDATE: A recording leaked on 3 May 2017: in it the driver speaks.

Update 2 (27 November 2017): A ceasefire was reached.

## Correction

There were nine trucks.
"""


def test_sections_run_to_the_next_heading_or_the_end() -> None:
    found = sections(REPORT)
    assert [section.label for section in found] == ["UPDATE", "Update 2", "Correction"]
    assert [section.published for section in found] == [None, "2017-11-27", None]
    assert found[0].start == REPORT.index("UPDATE")
    assert found[0].end == found[1].start
    assert found[-1].end == len(REPORT)


@pytest.mark.parametrize(
    ("heading", "label", "published"),
    [
        ("UPDATE 2: The ministry spoke.", "UPDATE 2", None),
        ("UPDATE", "UPDATE", None),
        ("UPDATE The ministry spoke.", "UPDATE", None),
        ("Update:", "Update", None),
        ("Update #3", "Update #3", None),
        ("**UPDATE 2:** The ministry spoke.", "UPDATE 2", None),
        ("[UPDATE] The ministry spoke.", "UPDATE", None),
        ("UPDATE, Nov. 27, 2017: The ministry spoke.", "UPDATE", "2017-11-27"),
        ("Update (November 2017)", "Update", "2017-11"),
        ("UPDATE 28.11.2017 14:30: The ministry spoke.", "UPDATE", "2017-11-28"),
        ("CORRECTION: nine", "CORRECTION", None),
    ],
)
def test_what_opens_a_section(heading: str, label: str, published: str | None) -> None:
    (found,) = sections(f"The convoy left.\n\n{heading}\n\nMore.")
    assert (found.label, found.published) == (label, published)


@pytest.mark.parametrize(
    "line",
    [
        "Update your maps, the ministry said.",
        "Corrections officers said so.",
        "UPDATE 1-Fire in the port",
        "UPDATED at noon",
        "There was an UPDATE: nothing.",
        "update: nothing",
    ],
)
def test_what_opens_none(line: str) -> None:
    assert sections(f"The convoy left.\n\n{line}\n\nMore.") == ()


@given(st.text(st.sampled_from("UPDATE :2\n(a1)#*")))
def test_sections_follow_one_another_and_stay_in_the_text(text: str) -> None:
    found = sections(text)
    ends = [section.end for section in found]
    assert [section.start for section in found[1:]] == ends[:-1]
    assert all(section.start < section.end <= len(text) for section in found)
