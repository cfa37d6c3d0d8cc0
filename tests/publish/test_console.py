from __future__ import annotations

import io
import json

from rich.console import Console

from variorum.case import Case
from variorum.publish.console import print_disagreements, print_summary
from variorum.publish.json import write_json


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
    assert "multiplied" in text
    assert text.index("coast guard took about 90") < text.index("promised to raise the wreck")


def test_words_of_documents_are_not_taken_for_markup(case: Case) -> None:
    console = _console()
    print_disagreements(case, console)
    assert "<script>" in _printed(console)


def test_summary_lists_questions_answers_and_gaps(case: Case) -> None:
    console = _console()
    print_summary(case, console)
    text = " ".join(_printed(console).split())
    assert "How many people were aboard?" in text
    assert "186: Ines Kovar and the union" in text
    assert "at least 250: two survivors" in text
    assert "3 more questions answered once." in text
    assert "arabic.txt: Arabic is not read for claims yet" in text


def test_a_case_without_contradictions_says_so() -> None:
    console = _console()
    print_disagreements(Case(), console)
    print_summary(Case(), console)
    assert _printed(console) == "Nothing in the reports was found to clash.\n"


def test_json_is_the_record(case: Case) -> None:
    stream = io.StringIO()
    write_json(case, stream)
    assert json.loads(stream.getvalue()) == json.loads(case.to_json())
