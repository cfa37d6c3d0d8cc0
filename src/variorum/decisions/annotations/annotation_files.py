"""Opening what people annotated: a file, a folder of files, or a ZIP of them."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from variorum.decisions.annotations.brat_marks import read_brat
from variorum.decisions.annotations.cas_marks import read_cas
from variorum.decisions.annotations.marked_text import MarkedText
from variorum.errors import UsageError

KINDS = (".ann", ".json", ".txt")
# Of an archive so much is unpacked at most.
MOST_BYTES = 500_000_000


def annotated_texts(path: Path) -> list[MarkedText]:
    """Return the annotated texts at a path: .ann (brat), .json (UIMA CAS), a folder or ZIP of them.

    Raises:
        UsageError: when there are none, or one of them is damaged.
    """
    found = list(_marked(dict(_files(path))))
    if not found:
        raise UsageError(f"{path} has no annotations; give .ann of brat, or .json of a UIMA CAS.")
    return found


def _marked(files: Mapping[str, bytes]) -> Iterator[MarkedText]:
    for name, content in sorted(files.items()):
        kind = PurePosixPath(name).suffix.lower()
        if kind == ".ann":
            beside = files.get(f"{name[: -len(kind)]}.txt")
            text = None if beside is None else _text(name, beside)
            yield read_brat(name, _text(name, content), text)
        elif kind == ".json":
            yield read_cas(name, _text(name, content))


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8; save it so, or export it anew.") from error


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files by their names, each text beside its marks."""
    try:
        if path.is_dir():
            found = (file for file in sorted(path.rglob("*")) if file.suffix.lower() in KINDS)
            yield from ((str(file), file.read_bytes()) for file in found if file.is_file())
        elif path.suffix.lower() == ".zip":
            yield from _unpacked(path)
        else:
            yield str(path), path.read_bytes()
            beside = path.with_suffix(".txt")
            if beside != path and beside.is_file():
                yield str(beside), beside.read_bytes()
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UsageError(f"{path} cannot be opened; check its name, or export it anew.") from error


def _unpacked(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if one.filename.lower().endswith(KINDS)]
        if sum(one.file_size for one in members) > MOST_BYTES:
            raise UsageError(f"{path} unpacks to more than {MOST_BYTES:,} bytes; give it in parts.")
        yield from ((one.filename, archive.read(one)) for one in members)
