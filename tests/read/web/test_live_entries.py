"""Each entry of a live blog is a section with its own time."""

import json

import pytest

from variorum.read import read
from variorum.read.web.live_entries import FEWEST, entries

LEAD = "All that is told of the fire in the market of Mersa on Sunday, hour by hour, by our people."
TOLD = (
    "The mayor said that twelve people were killed in the fire, and that many more were hurt.",
    "The hospital said that it had counted fifteen dead, and that it had no more beds for others.",
    "The army denied that a shell had hit the market, and said that it had not fired that day.",
)


def page(folder, entries, head=""):
    path = folder / "a.html"
    body = f"<article><h1>Fire in Mersa</h1><p>4 May 2031</p><p>{LEAD}</p>{entries}</article>"
    path.write_text(f"<html lang='en'><head><title>Fire in Mersa</title>{head}</head><body>{body}")
    return path


def told(document):
    return [
        (part.label, part.published, document.text[part.start : part.end].strip()[-20:])
        for part in document.sections
    ]


@pytest.mark.parametrize(
    ("times", "moments"),
    [
        (
            [f"<time datetime='2031-05-04T{h}:30:00+02:00'>{h}:30</time>" for h in (19, 18, 17)],
            [f"2031-05-04T{h}:30:00+02:00" for h in (19, 18, 17)],
        ),
        (
            [f"<span class='t'>{h}:30</span>" for h in (19, 18, 17)],
            [f"2031-05-04T{h}:30:00" for h in (19, 18, 17)],
        ),
        (
            [f"<span class='t'>{h}.30 pm</span>" for h in (3, 2, 12)],
            [f"2031-05-04T{h}:30:00" for h in (15, 14, 12)],
        ),
    ],
)
def test_parts_with_a_time_are_sections(tmp_path, times, moments):
    parts = "".join(
        f"<div class='entry'>{time}<p>{words}</p></div>"
        for time, words in zip(times, TOLD, strict=True)
    )
    document = read(page(tmp_path, parts))
    assert [(moment, end) for _, moment, end in told(document)] == [
        (moment, words[-20:]) for moment, words in zip(moments, TOLD, strict=True)
    ]
    assert document.section_at(document.text.index(LEAD)) is None


def test_the_times_that_the_page_states_for_machines_count(tmp_path):
    updates = [
        {"articleBody": words, "datePublished": f"2031-05-04T1{n}:00:00Z"}
        for n, words in enumerate(TOLD)
    ]
    stated = {"@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    head = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    parts = "".join(f"<div><p>{words}</p></div>" for words in TOLD)
    document = read(page(tmp_path, parts, head))
    assert [part[:2] for part in told(document)] == [
        (f"1{n}:00", f"2031-05-04T1{n}:00:00Z") for n in range(3)
    ]


def test_two_times_make_no_live_blog(tmp_path):
    parts = "".join(
        f"<div class='entry'><span>19:3{n}</span><p>{words}</p></div>"
        for n, words in enumerate(TOLD[: FEWEST - 1])
    )
    assert read(page(tmp_path, parts)).sections == ()
    assert entries({}, [], None) == ()
