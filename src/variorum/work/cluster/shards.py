"""What each document gave, as a Parquet file of its own in a folder that all workers share.

A file is written beside its place and then moved there: one that is there is whole. It is taken
instead of reading the document again, whoever wrote it; its name is the key of the result, which
changes with all that the result depends on. Together the files are one table, with a row for each
document: `SELECT path, unnest(claims) FROM 'shards/*.parquet'`.
"""

import secrets
from pathlib import Path
from typing import Any

from variorum import lazy
from variorum.case import DocumentResult
from variorum.errors import UsageError
from variorum.model import Claim, Gap
from variorum.settings import Settings
from variorum.statements import statements_of
from variorum.work.unit import Job, read_claims


def read_or_taken(job: Job, settings: Settings) -> DocumentResult:
    """Return what a document gives, taken from its shard where there is one, else written there.

    Args:
        job: the document.
        settings: the folder of the shards, and what reading depends on.

    Raises:
        UsageError: when the folder cannot be reached or written to.
        DocumentFailed: when reading fails and the settings are strict.
    """
    try:
        files, folder = _folder(settings.shards or "")
        path = f"{folder}/{job.key}.parquet"
        if files.get_file_info(path).is_file:
            return _taken(files, path, job)
        result = read_claims(job.document, job.original, settings)
        _write(files, path, job, result)
    except (OSError, ValueError) as error:
        raise UsageError(f"The shards at {settings.shards} cannot be kept: {error}") from error
    return result


def _folder(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the folder in it."""
    system = lazy.extra("pyarrow.fs", "FileSystem", "cluster")
    files, folder = system.from_uri(address if "://" in address else str(Path(address).resolve()))
    files.create_dir(folder, recursive=True)
    return files, folder


def _taken(files: Any, path: str, job: Job) -> DocumentResult:
    (row,) = lazy.attribute("pyarrow.parquet", "read_table")(path, filesystem=files).to_pylist()
    claims = tuple(map(Claim.model_validate_json, row["claims"]))
    gaps = tuple(map(Gap.model_validate_json, row["gaps"]))
    return DocumentResult(claims, gaps, statements_of(claims, job.document))


def _write(files: Any, path: str, job: Job, result: DocumentResult) -> None:
    arrow = lazy.extra("pyarrow", "", "cluster")
    texts = arrow.list_(arrow.string())
    columns = {
        "key": arrow.array([job.key]),
        "document": arrow.array([job.document.id]),
        "path": arrow.array([job.document.path], arrow.string()),
        "language": arrow.array([job.document.language], arrow.string()),
        "claims": arrow.array([[claim.model_dump_json() for claim in result.claims]], texts),
        "gaps": arrow.array([[gap.model_dump_json() for gap in result.gaps]], texts),
    }
    beside = f"{path}.{secrets.token_hex(4)}.part"
    lazy.attribute("pyarrow.parquet", "write_table")(arrow.table(columns), beside, filesystem=files)
    files.move(beside, path)
