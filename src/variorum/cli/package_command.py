"""`variorum package`: the record and its evidence, to hand over."""

import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from variorum import __version__
from variorum.case import Case
from variorum.cli.case_files import HELP, CaseFile
from variorum.decisions import to_lines
from variorum.errors import UsageError, VariorumError
from variorum.grouping import grouped
from variorum.model import Document
from variorum.publish.packages.evidence import About, Original, write_package
from variorum.publish.views.overview.title_view import title_of
from variorum.settings import Settings
from variorum.store import Store
from variorum.wording import count
from variorum.work import file_key, read_file


def package(
    case_file: CaseFile,
    output: Annotated[
        Path, Option("-o", "--output", metavar="DIR|ZIP", help=HELP["package"]["output"])
    ],
    title: Annotated[str | None, Option(help=HELP["package"]["title"])] = None,
    day: Annotated[str | None, Option(metavar="DATE", help=HELP["package"]["day"])] = None,
    files: Annotated[bool, Option(help=HELP["package"]["files"])] = True,
) -> None:
    """Make an evidence package: a BagIt bag around an RO-Crate, with the hash of every file in it.

    It holds the files of the reports and the texts that were read, the case, the report, the
    exports and the log of decisions. A file that is not there any more is listed.
    """
    if output.exists():
        raise UsageError(f"{output} is there already; name another, or move it away.")
    with Store(case_file, create=False) as store:
        case, read = store.load(), store.files_read()
    originals, gone = _originals(case, read) if files else ([], [])
    today = datetime.now(UTC).date().isoformat()
    _make(case, output, About(title or title_of(case), day or today, __version__), originals)
    typer.echo(f"Package: {output} ({count(len(originals), 'file')} of reports)")
    for path in gone:
        typer.echo(f"{path}: It is not there any more; its text is in the package.", err=True)
    if gone:
        raise typer.Exit(1)


def _make(case: Case, output: Path, about: About, originals: list[Original]) -> None:
    """Make the package beside its place, and move it there once it is whole."""
    try:
        with tempfile.TemporaryDirectory(dir=output.absolute().parent) as made:
            folder = Path(made) / output.stem
            folder.mkdir()
            copy = Path(made) / "case.db"
            with Store(copy) as store:
                store.save(case)
            log = to_lines(case.decisions)
            write_package(case, folder, about, case_file=copy, log=log, originals=originals)
            _put(folder, output)
    except OSError as error:
        where = error.filename or output
        raise VariorumError(f"{where} cannot be read or written: {error.strerror}.") from error


def _put(folder: Path, output: Path) -> None:
    """Move a folder to its place, or pack it there."""
    if output.suffix.lower() != ".zip":
        shutil.move(folder, output)
        return
    packed = folder.with_name("packed")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                info = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())
                info.compress_type = zipfile.ZIP_DEFLATED
                with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                    shutil.copyfileobj(source, target)
    shutil.move(packed, output)


def _originals(case: Case, read: Mapping[str, str]) -> tuple[list[Original], list[str]]:
    """Return the files that the reports were read from, and the names of those that are gone."""
    settings = Settings.from_environment()
    held = grouped((_file_of(document), document) for document in case.documents)
    gone = [document.path or document.name for document in held.pop(None, ())]
    found = [
        Original(path, tuple(own), all(_is_as_read(path, one, read, settings) for one in own))
        for path, own in held.items()
        if path
    ]
    return found, gone


def _file_of(document: Document) -> Path | None:
    """Return the file that holds a document: its own, or the archive it is a page of."""
    path = Path(document.path or "")
    return next((one for one in (path, *path.parents) if one.is_file()), None)


def _is_as_read(
    file: Path, document: Document, read: Mapping[str, str], settings: Settings
) -> bool:
    """Return whether a file gives a document the very text that it gave before."""
    path = Path(document.path or "")
    if path == file and read.get(str(path.resolve())) == file_key(file.read_bytes(), settings):
        return True
    if document.data_set is not None:
        return False
    again, _ = read_file(path, settings)
    return again is not None and again.text == document.text
