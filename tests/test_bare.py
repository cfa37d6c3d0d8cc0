"""The command line where little is there: no home, no locale, a folder that cannot be written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import variorum

SOURCE = Path(variorum.__file__).parents[1]
TOLD = "Десять человек погибли.\n\nThe mayor of Größe said “ten” people left.\n"
LOCALES = {
    "unset": {},
    "POSIX": {"LC_ALL": "POSIX"},
}


def bare(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with an environment of almost nothing."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *words],
        cwd=cwd,
        env={"PATH": os.defpath, "PYTHONPATH": str(SOURCE), **environment},
        capture_output=True,
        check=False,
        timeout=300,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose name has spaces and letters of several scripts, with one report in it."""
    place = tmp_path / "Größe и место"
    (place / "отчёты 1").mkdir(parents=True)
    (place / "отчёты 1" / "первый – a.txt").write_text(TOLD, encoding="utf-8")
    return place


@pytest.mark.parametrize("locale", LOCALES)
def test_a_case_is_built_shown_and_exported_without_home_and_locale(
    folder: Path, locale: str
) -> None:
    settings = LOCALES[locale]
    built = bare("build", "отчёты 1", "-o", "дело 1.db", cwd=folder, **settings)
    assert (built.returncode, built.stderr) == (0, b"")
    assert built.stdout.decode("utf-8").startswith("1 report, ")
    first, second = built.stdout.decode("utf-8").splitlines()
    assert first.endswith(": дело 1.db")
    assert second.startswith("variorum show 'дело 1.db' ")
    exported = bare("export", "дело 1.db", cwd=folder, **settings)
    assert (exported.returncode, exported.stderr) == (0, b"")
    text = exported.stdout.decode("utf-8")
    assert "отчёты 1/первый – a.txt" in text
    shown = bare("show", "дело 1.db", "--all", cwd=folder, **settings)
    assert (shown.returncode, shown.stderr) == (0, b"")


def test_a_home_that_cannot_be_written_is_no_matter(folder: Path) -> None:
    home = folder / "home"
    home.mkdir(mode=0o500)
    built = bare("build", "отчёты 1", "-o", "a.db", cwd=folder, HOME=str(home), LC_ALL="C.UTF-8")
    assert (built.returncode, built.stderr) == (0, b"")
    assert list(home.iterdir()) == []


def test_the_package_is_run_from_a_folder_that_cannot_be_written(
    folder: Path, tmp_path: Path
) -> None:
    source = tmp_path / "installed"
    shutil.copytree(
        SOURCE / "variorum", source / "variorum", ignore=shutil.ignore_patterns("__pycache__")
    )
    files = set(source.rglob("*"))
    for path in (source, *files):
        path.chmod(0o555 if path.is_dir() else 0o444)
    built = bare(
        "build",
        "отчёты 1",
        "-o",
        "a.db",
        cwd=folder,
        PYTHONPATH=str(source),
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert (built.returncode, built.stderr) == (0, b"")
    assert set(source.rglob("*")) == files
    for path in (source, *files):
        path.chmod(0o755)


def test_a_folder_that_cannot_be_written_is_one_sentence(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o555)
    if os.access(folder / "locked", os.W_OK):
        pytest.skip("run as root, who may write everywhere")
    built = bare("build", "отчёты 1", "-o", "locked/a.db", cwd=folder)
    assert built.returncode == 2
    assert built.stderr.decode("utf-8").startswith("variorum: locked/a.db cannot be opened: ")
    assert built.stderr.count(b"\n") == 1


def test_a_report_whose_name_is_not_utf_8_is_listed_and_the_rest_built(folder: Path) -> None:
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(TOLD, encoding="utf-8")
    built = bare("build", ".", "-o", "a.db", cwd=folder)
    assert (built.returncode, built.stdout[:10]) == (1, b"1 report, ")
    assert built.stderr.decode("utf-8") == (
        "caf\ufffd.txt: Its name is not valid UTF-8; rename the file.\n"
    )
