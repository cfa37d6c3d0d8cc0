"""Texts marked in brat come back as decisions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisions.annotations.annotating import decided_anew, exported_to, taken_in
from decisions.weighed import HERALD, case, claim_with
from variorum.case import Case
from variorum.decisions import decision_of
from variorum.decisions.annotations import annotation_files
from variorum.decisions.annotations.annotated_decisions import decisions_of
from variorum.decisions.annotations.annotation_files import annotated_texts
from variorum.decisions.annotations.brat_marks import read_brat
from variorum.decisions.annotations.marked_text import MarkedText, Marking
from variorum.errors import UsageError
from variorum.model import Decision, ReviewState

COURIER = "0001-Courier.ann"


def edit(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for before, after in changes:
        assert re.search(before, text), before
        text = re.sub(before, after, text)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return exported_to(tmp_path / "marked", case(), "brat")


@pytest.mark.parametrize("kind", ["brat", "cas"])
def test_what_is_unchanged_decides_nothing(kind: str, tmp_path: Path, ferry_built: Case) -> None:
    for number, of in enumerate((case(), ferry_built)):
        folder = exported_to(tmp_path / str(number), of, kind)
        assert taken_in(folder, of) == ([], [])
        archive = shutil.make_archive(str(folder), "zip", folder)
        assert taken_in(Path(archive), of) == ([], [])
        for text in folder.glob("*.txt"):
            text.unlink()
        assert taken_in(folder, of) == ([], [])


def test_a_claim_is_added_changed_and_removed_and_signed(folder: Path) -> None:
    before = case()
    edit(
        folder / COURIER,
        (r"(Stance T\d+) asserts\n(.*\n#\d+\tAnnotatorNotes.*army)", r"\1 denies\n\2"),
    )
    start = HERALD.text.index("fire brigade")
    (folder / "0002-Herald.ann").write_text(
        f"T1\tClaim {start} {start + 17}\tfire brigade said\nA1\tStance T1 doubts\n"
        f"T2\tSpeaker {start} {start + 12}\tfire brigade\nR1\tOf Arg1:T2 Arg2:T1\n",
        encoding="utf-8",
    )
    made, left = taken_in(folder, before)
    assert left == []
    assert sorted(one.kind for one in made) == ["add", "correct", "reject"]
    assert {one.who for one in made} == {"Ada"}
    assert {one.why for one in made} == {
        "Annotated in 0001-Courier.ann.",
        "Annotated in 0002-Herald.ann.",
    }
    after = case(*made)
    assert claim_with("12 soldiers", after).stance == "denies"
    new = claim_with("fire brigade said", after)
    assert (new.speaker.name, new.stance, new.start) == ("fire brigade", "doubts", start)
    gone = claim_with("55 people", after)
    assert gone.review
    assert gone.review.state is ReviewState.REJECTED
    again, _ = taken_in(folder, after)
    assert again == []


def test_words_that_stand_twice_are_added_where_they_are_marked(folder: Path) -> None:
    document = case().documents[0]
    second = document.text.index("said", document.text.index("said") + 1)
    file = folder / COURIER
    lines = f"T90\tClaim {second} {second + 4}\tsaid\n"
    file.write_text(file.read_text("utf-8") + lines, encoding="utf-8")
    after = decided_anew(folder, case())
    assert claim_with("said", after).start == second
    assert taken_in(folder, after) == ([], [])


def test_a_claim_in_pieces_is_one_claim(folder: Path) -> None:
    file = folder / COURIER
    file.write_text(file.read_text("utf-8") + "T90\tClaim 0 3;10 14\tThe said\n", encoding="utf-8")
    after = decided_anew(folder, case())
    (new,) = [c for c in after.claims if c.review]
    assert [(s.start, s.end, s.exact) for s in new.content] == [(0, 3, "The"), (10, 14, "said")]
    assert taken_in(folder, after) == ([], [])


def test_other_words_another_speaker_and_a_figure_that_is_none(folder: Path) -> None:
    edit(
        folder / COURIER,
        (r"(AnnotatorNotes T\d+\tclaim-\w+; speaker: )army", r"\1General Vik"),
        (r"T\d+\tMeasure (\d+ \d+)\t12\n", ""),
        (r"Claim (\d+) (\d+)\t(.*) on 3 May 2031", _shorter),
    )
    edit(folder / COURIER, (r"T\d+\tWhen .*\n", ""))
    made, left = taken_in(folder, case())
    after = case(*made)
    assert claim_with("12 soldiers", after).speaker.name == "General Vik"
    assert claim_with("12 soldiers", after).measures == ()
    assert claim_with("40 people", after).text.endswith("died in Narvik")
    assert all("When 'on" in line or "When '3 May" in line for line in left)


def _shorter(match: re.Match[str]) -> str:
    end = int(match[2]) - len(" on 3 May 2031")
    return f"Claim {match[1]} {end}\t{match[3]}"


def test_the_report_speaks_where_the_mark_of_a_speaker_is_gone(folder: Path) -> None:
    edit(folder / COURIER, (r"T\d+\tSpeaker \d+ \d+\tThe army\n", ""))
    after = decided_anew(folder, case())
    assert claim_with("12 soldiers", after).speaker.name == "Courier"
    assert taken_in(folder, after) == ([], [])


def test_a_rejected_claim_that_is_marked_again_is_accepted(folder: Path) -> None:
    claim = claim_with("55 people", case())
    rejected = case(
        *taken_in(folder, case())[0],
        *[_decided("reject", claim.id)],
    )
    after = decided_anew(folder, rejected)
    assert claim_with("55 people", after).review.state is ReviewState.ACCEPTED


def _decided(kind: str, claim: str) -> Decision:
    return decision_of(case(), kind, [claim], who="Bo", why="No.", when="2031-06-01")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "marks no claim, where its report has 2"),
        ("T1\tPerson 0 3\tThe\n", "marks no claim"),
        ("T1\tClaim 0 3\tXyz\n", "says that 'Xyz' stands at 0, where it does not"),
        ("T1\tClaim 3 3\t\n", "marks a claim without words"),
        ("T1\tClaim 0 99999\tThe\n", "says that 'The' stands at 0"),
        ("not a line of brat\n", "line 1: It is no line of brat"),
        ("T1\tClaim 0 3\tThe\nA1\tStance T1 sings\n", "'sings' is no stance"),
    ],
)
def test_damaged_files_are_one_sentence(folder: Path, content: str, told: str) -> None:
    (folder / COURIER).write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"0001-Courier\.ann") as error:
        taken_in(folder, case())
    assert told in str(error.value)


def test_foreign_files_are_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "x.ann"
    for content, told in (
        (b"T1\tClaim 0 4\tElse\n", "of no report of this case"),
        (b"\xff\xfe\x00", "is not UTF-8"),
    ):
        file.write_bytes(content)
        with pytest.raises(UsageError, match=told):
            taken_in(file, case())
    with pytest.raises(UsageError, match="cannot be opened"):
        annotated_texts(tmp_path / "none.ann")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(UsageError, match="cannot be opened"):
        annotated_texts(tmp_path / "broken.zip")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="has no annotations"):
        annotated_texts(tmp_path / "empty")


def test_an_archive_that_unpacks_to_too_much_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Path(shutil.make_archive(str(folder), "zip", folder))
    assert annotation_files.MOST_BYTES == 500_000_000
    monkeypatch.setattr(annotation_files, "MOST_BYTES", 10)
    with pytest.raises(UsageError, match="unpacks to more than 10 bytes"):
        annotated_texts(archive)


def test_marks_of_no_claim_are_listed() -> None:
    found = read_brat("a.ann", "T1\tClaim 0 3\tThe\nT2\tCue 4 9\tmayor\nE1\tX:T2\n", None)
    assert isinstance(found, MarkedText)
    assert found.loose == {"Cue": 1}
    assert Marking("Cue", (4, 9)).facts == {}
    of = case()
    made, left = decisions_of([found], of, who="Ada", why="Mine.", valued=lambda c, _: c)
    assert left == ["a.ann: 1 mark of Cue of no claim"]
    assert {one.why for one in made} == {"Mine."}


@pytest.mark.parametrize("kind", ["brat", "cas"])
@settings(max_examples=60)
@given(data=st.data())
def test_whatever_a_file_holds_gives_decisions_or_one_sentence(
    kind: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = exported_to(tmp_path_factory.mktemp("any"), case(), kind)
    file = next(one for one in sorted(folder.iterdir()) if one.suffix in {".ann", ".json"})
    content = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    file.write_bytes(bytes(content))
    told = ""
    try:
        made, _ = taken_in(folder, case())
    except UsageError as error:
        made, told = [], str(error)
    assert "\n" not in told
    assert all(one.who == "Ada" for one in made)
