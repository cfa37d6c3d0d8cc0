"""The paths of what archives hold are files to whatever reads, compares or watches files."""

from pathlib import Path

import pytest

from variorum.read.archives import mailboxes, web_archives
from variorum.read.archives.members import Member, is_archive, members, record_at
from variorum.read.archives.record import Entry

MAIL = b"From ana Sun May  4 12:30:00 2031\nSubject: A\n\nForty people left.\n"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "a.mbox"
    path.write_bytes(MAIL + b"\n" + MAIL)
    return path


def test_a_member_is_a_file_with_a_size_and_bytes(box: Path) -> None:
    first, second = members(box)
    assert isinstance(first, Member)
    assert first.is_file()
    assert first.stat().st_size == len(MAIL) + 1
    assert first.stat().st_mtime_ns == box.stat().st_mtime_ns
    assert second.read_bytes().startswith(b"Subject: A")
    assert record_at(first, 10_000).data == first.read_bytes()
    assert [entry.name for entry in mailboxes.entries(box)] == [first.name, second.name]


def test_a_member_that_is_not_there_is_no_file_or_an_error(box: Path) -> None:
    assert not Member(box.parent / "b.mbox" / "0.eml").is_file()
    with pytest.raises(FileNotFoundError):
        Member(box / "x.eml").read_bytes()


@pytest.mark.parametrize("name", ["a.warc", "a.WARC.GZ", "a.wacz", "a.mbox"])
def test_archives_are_told_by_their_suffix(name: str) -> None:
    assert is_archive(Path(name))
    assert not is_archive(Path(f"{name}.txt"))


def test_what_is_no_archive_stands_for_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    assert members(path) == [path]


def test_an_archive_of_nothing_has_no_entries(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"")
    assert list(web_archives.entries(path)) == []
    assert Entry("0.eml").size == 0
