from __future__ import annotations

import io
import json

from rich.console import Console

from variorum.case import Case
from variorum.publish.exports.export_formats import FORMATS
from variorum.publish.terminal.console import (
    print_changes,
    print_gaps,
    print_questions,
    print_stemma,
    print_versions,
)


def _console() -> Console:
    return Console(file=io.StringIO(), width=200, highlight=False)


def _printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_questions_have_a_line_each_with_their_answers(case: Case) -> None:
    console = _console()
    print_questions(case, console)
    lines = {line.strip() for line in _printed(console).splitlines()}
    (aboard,) = (line for line in lines if line.startswith("people aboard"))
    assert "186" in aboard
    assert "at least 250" in aboard
    assert aboard.endswith("disputed")
    (drinking,) = (line for line in lines if line.startswith("Had the crew been drinking?"))
    assert "yes · no" in drinking


def test_questions_are_found_by_a_word_and_counted_where_there_are_more(case: Case) -> None:
    console, few = _console(), _console()
    print_questions(case, console, "CREW")
    print_questions(case, few, "", 2)
    assert "drinking" in _printed(console)
    assert "aboard" not in _printed(console)
    assert f"{len(case.questions) - 2} more questions: --limit {len(case.questions)}" in _printed(
        few
    )


def test_gaps_are_told_with_their_reasons(case: Case) -> None:
    console = _console()
    print_gaps(case, console)
    assert "arabic.txt: Arabic is not read for claims yet" in _printed(console)


def test_a_case_without_them_prints_nothing() -> None:
    console = _console()
    for printed in (print_questions, print_gaps, print_changes, print_versions):
        printed(Case(), console)
    assert not _printed(console)


def test_versions_stand_side_by_side_with_their_origins(case: Case) -> None:
    console = _console()
    print_versions(case, console)
    text = " ".join(_printed(console).split())
    assert "Version 1, 3 independent origins" in text
    assert "81 to 99" in text


def test_versions_stand_below_each_other_where_there_is_no_room(case: Case) -> None:
    console = Console(file=io.StringIO(), width=60, highlight=False)
    print_versions(case, console)
    assert all(len(line) <= 60 for line in _printed(console).splitlines())
    assert "        How many rafts got away? 12" in _printed(console)
    assert "        According to:" in _printed(console)


def test_changes_are_told_and_then_what_was_held(case: Case) -> None:
    console = _console()
    print_changes(case, console)
    text = _printed(console)
    assert "corrected: It said so" in text
    assert text.index("Who changed their answer") < text.index("Who repeated their answer")


def test_the_stemma_names_taker_and_source_and_what_shows_it(case: Case) -> None:
    console = _console()
    print_stemma(case, console)
    text = " ".join(_printed(console).split())
    assert "Evening Gazette repeats the text: Littoral Press 98% of the text is the same." in text
    console = _console()
    print_stemma(Case(), console)
    assert "No report draws on another." in _printed(console)


def test_json_is_the_record(case: Case) -> None:
    stream = io.StringIO()
    FORMATS["json"].write(case, stream)
    assert json.loads(stream.getvalue()) == json.loads(case.to_json())
