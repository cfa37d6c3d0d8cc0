"""Reports are added from the page, within limits, and all that was decided stays."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from served import Answer, Served

from decisions.weighed import claim_of
from variorum.errors import UsageError
from variorum.web.uploads import Uploads

NEW = b"---\npublisher: Gazette\n---\n\nThe coroner said that 61 people died in Narvik.\n"


def upload(served: Served, *files: tuple[str, bytes], token: str | None = None) -> Answer:
    """Send files as the form of the page does."""
    mark = "----mark"
    parts = [("token", None, (served.token if token is None else token).encode())]
    parts += [("files", name, held) for name, held in files]
    body = b""
    for field, name, held in parts:
        named = f'; filename="{name}"' if name is not None else ""
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"{named}\r\n\r\n'
        body += head.encode() + held + b"\r\n"
    told = f"multipart/form-data; boundary={mark}"
    return served.ask(
        "/upload",
        "POST",
        body + f"--{mark}--\r\n".encode(),
        Content_Type=told,
        Origin=served.address,
    )


def finished(served: Served) -> str:
    """Wait for all that was sent to be read, and return the page."""
    served.uploads._worker.submit(lambda: None).result(300)
    return served.ask("/upload").text


def test_a_report_is_added_and_what_was_decided_stays(team: Served):
    team.admit("editor")
    claim = claim_of(team.desk.shown().case, "55 people")
    team.send(decision="reject", about=claim)
    answer = upload(team, ("gazette.txt", NEW))
    assert (answer.status, answer.headers["location"]) == (303, "/upload")
    page = finished(team)
    assert "<b>done</b>" in page
    assert "New: 1 report" in page
    case = team.desk.shown().case
    assert "Gazette" in {document.publisher for document in case.documents}
    assert [made.about for made in case.decisions] == [(claim,)]
    assert case.claim_by_id[claim].review.state == "rejected"


HOSTILE = ["../../evil.txt", "..\\evil.txt", "/etc/evil.txt", "<img src=x onerror=alert(1)>.txt"]


@pytest.mark.parametrize("name", [*HOSTILE, "x" * 300 + ".txt", ".txt.txt"])
def test_a_hostile_name_stays_within_the_folder(team: Served, name: str):
    team.admit("editor")
    assert upload(team, (name, NEW)).status == 303
    page = finished(team)
    (path,) = [p for p in team.uploads.folder.rglob("*") if p.is_file()]
    assert path.parent == team.uploads.folder
    assert len(path.name) <= 104
    assert "<img" not in page
    assert "<b>done</b>" in page


def test_a_bomb_is_a_gap_and_the_case_stays(team: Served):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<" + b"0" * 200_000_000)
    assert len(packed.getvalue()) < 1_000_000
    team.admit("editor")
    before = team.desk.shown().case.claims
    assert upload(team, ("bomb.docx", packed.getvalue())).status == 303
    page = finished(team)
    assert "bomb.docx" in page
    assert team.desk.shown().case.claims == before
    assert any("bomb.docx" in gap.what for gap in team.desk.shown().case.gaps)


def test_too_much_is_refused_before_it_is_read(team: Served):
    team.admit("editor")
    answer = team.ask("/upload", "POST", b"", Content_Length="100000000", Origin=team.address)
    assert (answer.status, "more than 25 MB" in answer.text) == (413, True)
    assert team.ask("/upload", "POST", b"", Content_Length="25000001").status == 413
    assert list(team.uploads.folder.iterdir()) == []


def test_a_hundred_megabytes_are_told_that_they_are_too_many_and_nothing_is_kept(team: Served):
    team.admit("editor")
    answer = upload(team, ("big.txt", b"x" * 100_000_000))
    assert (answer.status, "more than 25 MB" in answer.text) == (413, True)
    assert list(team.uploads.folder.iterdir()) == []
    assert team.desk.shown().case.decisions == ()


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ((), "Choose 1 to 50 files"),
        ((("a.txt", NEW),) * 51, "Choose 1 to 50 files"),
        ((("a.exe", NEW),), "is of no kind that is read"),
        ((("a.txt", NEW), ("b.zip", NEW)), "is of no kind that is read"),
    ],
)
def test_what_is_no_report_is_refused_and_nothing_kept(team: Served, files, why: str):
    team.admit("editor")
    answer = upload(team, *files)
    assert (answer.status, why in answer.text) == (422, True)
    assert list(team.uploads.folder.iterdir()) == []


def test_another_sites_form_and_a_reviewer_add_nothing(team: Served):
    team.admit("editor")
    assert upload(team, ("a.txt", NEW), token="guess").status == 403
    team.admit("reviewer")
    assert upload(team, ("a.txt", NEW)).status == 403
    assert list(team.uploads.folder.iterdir()) == []


def test_another_report_of_the_same_name_is_no_revision(team: Served):
    team.admit("editor")
    upload(team, ("report.txt", NEW))
    upload(team, ("report.txt", NEW.replace(b"61", b"62")))
    finished(team)
    documents = team.desk.shown().case.documents
    assert len([d for d in documents if d.publisher == "Gazette"]) == 2
    assert {d.revision_of for d in documents} == {None}


def test_a_desk_without_a_folder_takes_none(tmp_path: Path):
    with pytest.raises(UsageError, match="takes no reports"):
        Uploads(tmp_path / "case.db", None).add([("a.txt", NEW)], "Ada")
