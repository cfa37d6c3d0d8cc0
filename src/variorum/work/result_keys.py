"""What a result depends on, as one key: has anything of it changed?

The key of a document's result is made of the document, its original, the code and data that read
its language, the models and the libraries, and the settings that reading looks at. What only
compares, keeps or shows is left out, and so are the data of other languages. What a file is read
as has a key of the same kind.
"""

import functools
import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from variorum.language.backends import backend_of
from variorum.language.files import LANGUAGES
from variorum.model import Document, content_id
from variorum.settings import Settings
from variorum.yaml_files import yaml_file

PACKAGE = Path(__file__).resolve().parents[1]
_TOLD = yaml_file(__package__, "result_keys.yaml")
# Files and folders that take no part in reading claims.
NOT_READING = frozenset[str](_TOLD["not_reading"])
# Settings of where and by how many it is read, and all those that reading claims does not look at.
PLACES = frozenset[str](_TOLD["places"])
NOT_ASKED = PLACES | set(_TOLD["not_asked"])
LIBRARIES, OPENERS = _TOLD["libraries"], _TOLD["openers"]


def key_of(document: Document, original: Document | None, settings: Settings) -> str:
    """Return the key of the result that `read_claims` gives for the same arguments."""
    languages = {document.language, original.language if original else None}
    return content_id(
        "reading",
        document.model_dump_json(),
        original.model_dump_json() if original else "",
        reader_key(frozenset(filter(None, languages)), settings),
    )


def file_key(data: bytes, settings: Settings) -> str:
    """Return the key of the document that is read from a file of these bytes."""
    return content_id("file", hashlib.sha256(data).hexdigest(), _opener(settings))


@functools.lru_cache(maxsize=8)
def _opener(settings: Settings) -> str:
    """Return a hash of all that reads files."""
    parts = [settings.model_dump_json(exclude=set(PLACES))]
    parts += [f"{name} {_version(name)}" for name in (*LIBRARIES, *OPENERS)]
    parts += [f"{name} {digest}" for name, digest in _hashes(NOT_READING - {"read"})]
    return content_id("opener", *parts)


@functools.lru_cache(maxsize=64)
def reader_key(languages: frozenset[str], settings: Settings) -> str:
    """Return the key of all that reads documents in these languages."""
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
def _hashes(left_out: frozenset[str] = NOT_READING) -> tuple[tuple[str, str], ...]:
    """Return the name and the SHA-256 of each file that takes part, in reading claims if unsaid."""
    found = sorted(_files(PACKAGE, left_out))
    return tuple((path.relative_to(PACKAGE).as_posix(), _hash(path)) for path in found)


@functools.cache
def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path, left_out: frozenset[str]) -> Iterable[Path]:
    for path in folder.iterdir():
        if path.relative_to(PACKAGE).as_posix() in left_out:
            continue
        if path.is_dir() and path.name != "__pycache__":
            yield from _files(path, left_out)
        elif path.is_file() and not path.name.startswith("."):
            yield path
