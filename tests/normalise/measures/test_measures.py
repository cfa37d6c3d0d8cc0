from __future__ import annotations

import functools
from pathlib import Path

import pytest

from gold_marks import Mark, marked
from variorum.language import parsing
from variorum.model import Document, Measure
from variorum.normalise.measures.measures import measures

CASES = Path(__file__).parents[2] / "cases" / "measures.txt"
LINES = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
PHRASES = [marked(line) for line in LINES]


def figure(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def described(measure: Measure) -> str:
    told = measure.scope.event or measure.scope.subject
    parts = [
        f"{figure(measure.low)}..{figure(measure.high)} {measure.kind}",
        measure.unit,
        f"({told})" if told else None,
        f"per {measure.per}" if measure.per else None,
    ]
    return " ".join(part for part in parts if part)


@functools.cache
def of_all() -> list[list[tuple[str, str]]]:
    """Parse the phrases as the paragraphs of one document, and return what each gives."""
    document = Document.from_text("\n\n".join(text for text, _ in PHRASES))
    found = measures(document, parsing.parse(document))
    rows, start = [], 0
    for text, _ in PHRASES:
        end = start + len(text)
        rows.append([(m.text, described(m)) for m in found if start <= m.span.start < end])
        start = end + 2
    return rows


def test_there_are_at_least_120_phrases() -> None:
    assert len(PHRASES) >= 120


@pytest.mark.parametrize("index", range(len(PHRASES)), ids=[t[:40] for t, _ in PHRASES])
def test_phrase_gives_the_marked_measures_and_no_other(index: int) -> None:
    marks: list[Mark] = PHRASES[index][1]
    assert of_all()[index] == [(mark.words, mark.value) for mark in marks]


def read(text: str) -> list[Measure]:
    return measures(Document.from_text(text, published="2020-05-05"))


def test_two_units_of_one_length_are_one_measure() -> None:
    (measure,) = read(
        "The convoy was six to seven kilometres [three-and-a-half to four miles] long."
    )
    (other,) = measure.also
    assert (other.low, other.high, other.unit) == (3.5, 4.0, "mile")


def test_units_that_disagree_stay_apart() -> None:
    assert len(read("The road is ten kilometres (90 miles) long.")) == 2


def test_plus_links_both_ways() -> None:
    one, two = read("They took out between 300 and 500 militants, plus 400 hostages.")
    assert (one.plus, two.plus) == ((two.span,), (one.span,))


def test_subset_is_not_added_to_its_whole() -> None:
    assert all(
        not m.plus for m in read("Nearly 4,000 people left, at least 250 of them jihadists.")
    )


def test_nominal_bounds_are_the_numbers_as_written() -> None:
    (measure,) = read("Almost 50 trucks left.")
    assert (measure.low, measure.nominal_low, measure.nominal_high) == (45, 50, 50)


def test_presence_without_a_number_is_polarity() -> None:
    (measure,) = read("No foreign fighters left the city.")
    assert measure.polarity
    assert (measure.low, measure.high) == (0, 0)


def test_permission_is_no_outcome() -> None:
    assert read("Foreign fighters were not allowed to leave.") == []


def test_addition_and_running_total_are_told_apart() -> None:
    (more,) = read("Another 20 people were killed.")
    (total,) = read("A total of 20 people were killed.")
    assert (more.scope.cumulative, total.scope.cumulative) == (False, True)


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("Another 20 people were killed.", False),
        ("20 more people were killed.", False),
        ("20 more than last week were killed.", None),
        ("The attack brought the total to 20.", True),
        ("The death toll now stands at 20.", True),
        ("20 people were killed.", None),
    ],
)
def test_what_is_new_and_what_is_a_total(text: str, cumulative: bool | None) -> None:
    (measure,) = read(text)
    assert measure.scope.cumulative is cumulative


def test_share_knows_its_whole_and_difference_is_no_count() -> None:
    share, whole = read("Two thirds of the 900 fighters were foreigners.")
    assert (share.share_of, whole.share_of) == ("people.fighters", None)
    (more,) = read("The new toll is 40 more than the ministry's.")
    assert more.difference


def test_a_former_number_and_a_later_one_are_no_range() -> None:
    former, later = read("The toll rose from 12 to 17.")
    assert [(m.low, m.high) for m in (former, later)] == [(12, 12), (17, 17)]
    assert [m.scope.event for m in (former, later)] == [None, "killed"]
    assert [(m.low, m.high) for m in read("It takes from 12 to 17 days.")] == [(12, 17)]


def test_date_of_the_clause_is_the_window() -> None:
    (measure,) = read("About 3,000 civilians left the city on 14 April.")
    assert measure.scope.window == "2020-04-14"


def test_place_of_the_clause_is_kept_as_written() -> None:
    (measure,) = read("About 3,000 civilians fled from Paris.")
    assert measure.scope.place == "Paris"


def test_pronoun_is_followed_to_the_thing_that_lasts() -> None:
    (measure,) = read("They were told of a job. It would take six hours.")
    assert measure.scope.subject == "journey"


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The ferry carries 400 passengers.", "possible"),
        ("The deal allows 300 people to leave.", "possible"),
        ("The target was to evacuate 900 people.", "possible"),
        ("The deal lists 300 prisoners to be freed.", "possible"),
        ("None of the foreign fighters were to leave alive.", "possible"),
        ("None of the foreign fighters left.", "realised"),
        ("The ferry carried 400 passengers.", "realised"),
    ],
)
def test_what_there_is_room_or_leave_for_is_told_from_what_happened(text, mood):
    document = Document.from_text(text)
    assert [measure.mood for measure in measures(document)] == [mood]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three wounded soldiers were captured.", ["3..3 people.soldiers (detained)"]),
        ("At least 40 displaced people were killed.", ["40.. people.migrants (killed)"]),
        ("Three injured people were treated.", ["3..3 people (injured)"]),
        ("The official told reporters of an estimate in the dozens.", ["24..99 things"]),
        ("They gave the number of dead as 56.", ["56..56 people (killed)"]),
        ("They expect the toll to come to 45 to 55.", ["45..55 people (killed)"]),
        ("The dead did not number 500.", []),
        ("The dead were not 200 or 500 but 30.", ["30..30 things"]),
        ("Six police were left dead.", ["6..6 people.police (killed)"]),
        (
            "It killed six miners, among them two boys aged 7 and 14 and three girls aged 7, 9 and"
            " 11.",
            [
                "6..6 people.workers (killed)",
                "2..2 people.children (killed)",
                "3..3 people.women (killed)",
            ],
        ),
        ("Boys aged 7 and 12 adults came.", ["12..12 people.adults"]),
        (
            "Twelve of them were children, the youngest only seven, the oldest 14.",
            ["12..12 people.children"],
        ),
        (
            "Another plane flew 15 Saudi and four Sudanese prisoners to Oslo.",
            ["15..15 people.prisoners", "4..4 people.prisoners"],
        ),
        ("Nine miners were left behind.", ["9..9 people.workers (remained)"]),
        ("The fighting has left hundreds of miners dead.", ["200..999 people.workers (killed)"]),
        (
            "The fighting has left hundreds, perhaps thousands, dead.",
            ["200..999 people (killed)", "2000..9999 people (killed)"],
        ),
        (
            "The storm killed and wounded at least 107 people, 81 children among them.",
            ["107.. people", "81..81 people.children"],
        ),
        (
            "It left 22 people dead, eight police officers among them.",
            ["22..22 people (killed)", "8..8 people.police (killed)"],
        ),
        (
            "The list has 33 dead in all, among them 23 police, five residents and six guests.",
            [
                "33..33 people (killed)",
                "23..23 people.police (killed)",
                "5..5 people.residents (killed)",
                "6..6 people.guest (killed)",
            ],
        ),
        (
            "The list has 33 dead, among them 23 police; it names five residents.",
            [
                "33..33 people (killed)",
                "23..23 people.police (killed)",
                "5..5 people.residents",
            ],
        ),
        (
            "Sixty campesinos and 12 peasants came.",
            ["60..60 people.workers", "12..12 people.workers"],
        ),
    ],
)
def test_what_befell_whom_is_told_by_the_words_that_govern_them(text: str, told: list[str]) -> None:
    assert [described(measure) for measure in read(text)] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Vor zwei Wochen zogen sie fort."),
        ("es", "Huyó hace tres semanas."),
        ("pl", "Uciekł trzy tygodnie temu."),
        ("ru", "Он бежал три недели назад."),
        ("tr", "Üç hafta önce kaçtı."),
        ("ar", "فر قبل ثلاثة أسابيع."),
    ],
)
def test_how_long_ago_is_no_duration_where_no_day_is_known(language: str, text: str) -> None:
    assert not measures(Document.from_text(text, language=language))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It hurt a teacher and 19 others all of them in a bad way.", ("people", 19.0, "injured")),
        (
            "It left a hall in ruins killing 3 civilians including 2 women.",
            ("people.women", 2.0, "killed"),
        ),
        (
            "They fired at the port killing 44 civilians and wounding over 140.",
            ("people.civilians", 140.0, "injured"),
        ),
        ("The raids took to 89 the number of civilians killed.", ("people", 89.0, "killed")),
        ("It has cost the lives of 136 civilians.", ("people.civilians", 136.0, "killed")),
        ("It hurt 20 others wounded Bo Ray Lee said.", ("people", 20.0, "injured")),
        ("In recent days 57 civilians have been martyred.", ("people.civilians", 57.0, "killed")),
        (
            "The shells also wounded 25 others Bo Ray Lee told the paper.",
            ("people", 25.0, "injured"),
        ),
    ],
)
def test_what_befell_a_count_is_told_in_its_clause(text, told):
    document = Document.from_text(text)
    found = measures(document, parsing.parse(document))
    assert told in [(m.kind, m.low, m.scope.event) for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the worst attacks of the war.",
        "The bomb went off at about 1330 on the bridge.",
    ],
)
def test_a_rank_and_a_time_of_day_count_nothing(text):
    document = Document.from_text(text)
    assert measures(document, parsing.parse(document)) == []
