import os
from pathlib import Path

import pytest

from variorum.errors import UsageError
from variorum.read import read_with_gaps
from variorum.read.finding import find


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("The trucks left the town at dawn.")


def names(folder: Path, found: list[Path]) -> list[str]:
    return [str(path.relative_to(folder)) for path in found]


def test_a_folder_stands_for_all_its_files_but_hidden_ones_and_its_readme(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.html", "deep/er/c.pdf", "photo.jpg", "README.md", "deep/readme")
    fill(tmp_path, ".hidden.txt", ".git/config.txt")
    assert names(tmp_path, find([tmp_path])) == ["a.html", "b.txt", "deep/er/c.pdf", "photo.jpg"]


def test_a_file_named_is_always_returned(tmp_path: Path) -> None:
    fill(tmp_path, "README.md", ".hidden.txt", "notes")
    given = [tmp_path / name for name in ("README.md", ".hidden.txt", "notes")]
    assert find(given) == sorted(given)


def test_patterns_reach_into_folders(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.md", "deep/c.txt")
    assert names(tmp_path, find([f"{tmp_path}/*.txt"])) == ["a.txt"]
    assert names(tmp_path, find([f"{tmp_path}/**/*.txt"])) == ["a.txt", "deep/c.txt"]
    assert names(tmp_path, find([f"{tmp_path}/d*"])) == ["deep/c.txt"]


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    fill(tmp_path, "report [1].txt")
    assert names(tmp_path, find([tmp_path / "report [1].txt"])) == ["report [1].txt"]


def test_every_file_comes_once_and_in_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "a.txt")
    again = [tmp_path / "b.txt", tmp_path, f"{tmp_path}/*.txt", f"{tmp_path}/../{tmp_path.name}"]
    assert sorted(path.name for path in find(again)) == ["a.txt", "b.txt"]
    assert find(again) == sorted(find(again))


@pytest.mark.parametrize("path", ["nowhere.txt", "no/where", "*.nothing", "nul\0.txt"])
def test_what_does_not_exist_is_named(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError) as raised:
        find([f"{tmp_path}/{path}"])
    assert path in str(raised.value)


def test_a_folder_that_holds_itself_is_entered_once(tmp_path: Path) -> None:
    fill(tmp_path, "deep/a.txt")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = find([tmp_path])
    assert names(tmp_path, found) == ["deep/a.txt", "self"]
    assert read_with_gaps(found[1])[0] is None


def test_a_link_that_leads_nowhere_becomes_a_gap(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (found,) = find([tmp_path])
    document, (gap,) = read_with_gaps(found)
    assert document is None
    assert "cannot be opened" in gap.why


def test_a_folder_that_cannot_be_opened_becomes_a_gap(tmp_path: Path) -> None:
    fill(tmp_path, "shut/a.txt")
    (tmp_path / "shut").chmod(0)
    if os.access(tmp_path / "shut", os.R_OK):
        pytest.skip("this user may open every folder")
    found = find([tmp_path])
    (tmp_path / "shut").chmod(0o700)
    assert found == [tmp_path / "shut"]
    assert read_with_gaps(found[0])[0] is None
