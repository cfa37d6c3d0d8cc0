"""A list of captured addresses tells where each file is from, and is no report itself."""

import csv

import pytest

from variorum.errors import UnreadableDocument
from variorum.read import find, read
from variorum.read.archives.capture_lists import capture_of, is_capture_list, unmet

TOLD = "Forty people left the harbour at dawn, the ministry said on Monday.\n"


def put(folder, rows, name="captures.csv", delimiter=",", names=("address", "captured", "file")):
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([names, *rows])
    return path


def report(folder, name="a.txt"):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(TOLD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("stated", "captured"),
    [
        ("20310504123000", "2031-05-04T12:30:00Z"),
        ("2031-05-04T12:30:00Z", "2031-05-04T12:30:00Z"),
        ("2031-05-04 12:30:00", "2031-05-04T12:30:00"),
        ("4 May 2031", "2031-05-04"),
        ("soon", None),
        ("", None),
    ],
)
def test_a_file_has_the_address_and_the_time_of_its_row(tmp_path, stated, captured):
    path = report(tmp_path)
    put(tmp_path, [["https://gull.example/a", stated, "a.txt"]])
    document = read(path)
    assert (document.url, document.captured) == ("https://gull.example/a", captured)


def test_the_list_may_stand_one_folder_above_and_is_no_report(tmp_path):
    path = report(tmp_path, "pages/a.txt")
    other = report(tmp_path, "b.txt")
    rows = [["https://gull.example/a", "2031-05-04", "pages\\a.txt"]]
    names = ("URL", "Capture time", "File path")
    listed = put(tmp_path, rows, "list.CSV", ";", names)
    assert find([tmp_path]) == [other, path]
    assert read(path).url == "https://gull.example/a"
    assert read(other).url is None
    assert is_capture_list(listed)
    assert unmet(listed) == []


def test_a_file_that_is_not_there_is_said(tmp_path):
    report(tmp_path)
    listed = put(tmp_path, [["https://gull.example/b", "2031-05-04", "b.txt"]])
    assert listed in find([tmp_path])
    with pytest.raises(UnreadableDocument, match=r"b\.txt is not there"):
        read(listed)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff\x1f\x8b", b"address,captured,file\n", b"a,b\n1,2\n", b'"address\n,",'],
)
def test_a_damaged_list_an_empty_one_and_another_table_tell_nothing(tmp_path, data):
    path, listed = report(tmp_path), tmp_path / "x.csv"
    listed.write_bytes(data)
    assert capture_of(path) is None
    assert not is_capture_list(listed)
    assert listed in find([tmp_path])


def test_a_row_that_is_cut_off_is_passed_over(tmp_path):
    path = report(tmp_path)
    put(tmp_path, [["https://gull.example/b"], ["https://gull.example/a", "", "a.txt"]])
    assert read(path).url == "https://gull.example/a"
