from __future__ import annotations

import io
import json

from rich.console import Console

from variorum.case import Case
from variorum.publish.tables.json_file import write_json
from variorum.publish.terminal.console import (
    print_changes,
    print_disagreements,
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


def test_disagreements_show_sentence_arithmetic_speakers_and_origins(case: Case) -> None:
    console = _console()
    print_disagreements(case, console)
    text = " ".join(_printed(console).split())
    assert "12 rafts × 20 to 25 people in each = 240 to 300 people" in text
    assert "Ines Kovar, via Harbour Courier > Harbour Authority" in text
    assert "a product that does not match the total" in text
    assert text.index("coast guard took about 90") < text.index("promised to raise the wreck")


def test_words_of_documents_are_not_taken_for_markup(case: Case) -> None:
    console = _console()
    print_disagreements(case, console)
    assert "<script>" in _printed(console)


def test_summary_lists_questions_answers_and_gaps(case: Case) -> None:
    console = _console()
    print_questions(case, console)
    print_gaps(case, console)
    text = " ".join(_printed(console).split())
    assert "How many people were aboard?" in text
    assert "186: Ines Kovar and the union" in text
    assert "at least 250: two survivors" in text
    assert "no: the ministry" in text
    assert "3 more questions with a single answer." in text
    assert "arabic.txt: Arabic is not read for claims yet" in text


def test_a_case_without_contradictions_says_so() -> None:
    console = _console()
    print_disagreements(Case(), console)
    print_questions(Case(), console)
    print_gaps(Case(), console)
    print_changes(Case(), console)
    print_versions(Case(), console)
    assert _printed(console) == "No contradiction was found in the reports.\n"


def test_of_many_disagreements_the_gravest_are_printed_and_the_rest_counted(case: Case) -> None:
    console = _console()
    print_disagreements(case, console, most=1)
    text = _printed(console)
    assert "more disputes; --all shows them." in text
    assert "promised to raise" not in text


def test_versions_stand_side_by_side_with_their_origins(case: Case) -> None:
    console = _console()
    print_versions(case, console)
    text = " ".join(_printed(console).split())
    assert "Version 1" in text
    assert "81 to 99" in text
    assert "Independent origins" in text


def test_changes_are_told_and_what_was_held_only_when_asked_for(case: Case) -> None:
    console, more = _console(), _console()
    print_changes(case, console)
    print_changes(case, more, held=True)
    assert "corrected: It said so" in _printed(console)
    assert "Who repeated their answer" not in _printed(console)
    assert "Who repeated their answer" in _printed(more)


def test_the_stemma_names_taker_and_source_and_what_shows_it(case: Case) -> None:
    console = _console()
    print_stemma(case, console)
    text = " ".join(_printed(console).split())
    assert "Evening Gazette repeats the text Littoral Press 98% of the text is the same." in text
    console = _console()
    print_stemma(Case(), console)
    assert "No report draws on another." in _printed(console)


def test_json_is_the_record(case: Case) -> None:
    stream = io.StringIO()
    write_json(case, stream)
    assert json.loads(stream.getvalue()) == json.loads(case.to_json())
