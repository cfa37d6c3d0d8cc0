"""Gold in tests/cases: what the rules make of a text where no model is asked.

Each case is a title, marked-up text, and a line for each attribution.

## title
{source:1|The police} {cue:1|said} {content:1|that three men had been arrested}.
=> 1 form, stance, certainty, kind of speaker: relay, from the publisher > to the speaker
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from gold_marks import Mark, marked
from variorum.extract.attribution.attributions import attributions
from variorum.extract.claims import claims_of
from variorum.extract.document.reading import Reading
from variorum.language.parsing import parse
from variorum.model import Claim, Document, Form

CASES = Path(__file__).parents[2] / "cases"
PUBLISHER = "The Paper"
EXPECTED = re.compile(r"^=> (?P<number>\d+) (?P<kinds>[^:]+): (?P<relay>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    title: str
    document: Document
    marks: list[Mark]
    expected: dict[int, tuple[list[str], list[str]]]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(CASES.glob("attribution-*.txt")):
        for block in re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]:
            title, body = block.split("\n", 1)
            text, marks = marked(EXPECTED.sub("", body).strip())
            expected = {
                int(m["number"]): (m["kinds"].split(", "), m["relay"].split(" > "))
                for m in EXPECTED.finditer(body)
            }
            document = Document.from_text(text, publisher=PUBLISHER)
            cases.append(Case(f"{path.stem[12:]}: {title}", document, marks, expected))
    return cases


ALL = read_cases()


def of(case: Case, label: str, number: int) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in case.marks if m.label == label and m.number == number]


def place(claim: Claim) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in claim.content]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Claim]]:
    return {case.title: by_rules(case.document) for case in ALL}


def by_rules(document: Document) -> list[Claim]:
    reading = Reading(document, parse(document))
    return claims_of(reading, attributions(reading))


def test_there_are_cases_enough():
    assert len(ALL) >= 60
    assert len({case.title for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_attributions_are_those_marked(case, found):
    claims = [claim for claim in found[case.title] if claim.form is not Form.NARRATED]
    assert [place(c) for c in claims] == [of(case, "content", n) for n in case.expected]
    for number, claim in zip(case.expected, claims, strict=True):
        cue = claim.cue
        assert ([(cue.start, cue.end)] if cue else []) == of(case, "cue", number)
        source = claim.speaker.span
        assert ([(source.start, source.end)] if source else []) == of(case, "source", number)
        assert [(s.start, s.end) for s in claim.hedges] == of(case, "hedge", number)
        assert [(s.start, s.end) for s in claim.scare_quotes] == of(case, "scare", number)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_what_is_made_of_attributions_is_as_expected(case, found):
    claims = [claim for claim in found[case.title] if claim.form is not Form.NARRATED]
    made = [
        (
            [claim.form.value, claim.stance.value, claim.certainty.value, claim.speaker.kind.value],
            [link.name for link in claim.relay],
        )
        for claim in claims
    ]
    assert made == list(case.expected.values())
    assert [claim.speaker.name for claim in claims] == [relay[-1] for _, relay in made]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_what_is_narrated_is_what_is_marked(case, found):
    own = [claim for claim in found[case.title] if claim.form is Form.NARRATED]
    numbers = sorted({mark.number for mark in case.marks if mark.label == "narrated"})
    assert [place(claim) for claim in own] == [of(case, "narrated", n) for n in numbers]
    assert all(claim.speaker.name == PUBLISHER and claim.cue is None for claim in own)
    assert all([link.name for link in claim.relay] == [PUBLISHER] for claim in own)
