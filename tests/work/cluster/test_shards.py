"""What a document gave is taken from its shard, or read and written there, whole."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet
import pytest

from variorum.errors import UsageError
from variorum.model import Document
from variorum.settings import Settings
from variorum.work.cluster.shards import read_or_taken
from variorum.work.spread import results
from variorum.work.unit import Job

FIRST = Document.from_text("Ten people left the town, the mayor said.", language="en")
OTHER = Document.from_text("A ferry sank off Ardel, the army said.", language="en")


def test_a_shard_gives_what_reading_gave(tmp_path: Path) -> None:
    settings = Settings(shards=str(tmp_path / "new" / "shards"))
    read = read_or_taken(Job("key", FIRST), settings)
    assert read.claims
    assert read_or_taken(Job("key", FIRST), settings) == read
    # The key tells what it is the result of: under the same one nothing is read again.
    assert read_or_taken(Job("key", OTHER), settings).claims == read.claims
    assert [path.name for path in (tmp_path / "new" / "shards").iterdir()] == ["key.parquet"]


def test_the_shards_are_one_table_with_a_row_for_each_document(tmp_path: Path) -> None:
    jobs = [Job("first", FIRST), Job("other", OTHER)]
    found = dict(results(jobs, Settings(shards=str(tmp_path), workers=1)))
    rows = pyarrow.parquet.read_table(tmp_path).to_pylist()
    assert {row["key"]: len(row["claims"]) for row in rows} == {
        job.key: len(result.claims) for job, result in found.items()
    }


def test_a_file_that_was_being_written_is_no_shard(tmp_path: Path) -> None:
    (tmp_path / "key.parquet.0a1b.part").write_bytes(b"PAR1")
    assert read_or_taken(Job("key", FIRST), Settings(shards=str(tmp_path))).claims
    assert (tmp_path / "key.parquet").is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"The shards at .*file/inside cannot be kept"):
        read_or_taken(Job("key", FIRST), Settings(shards=str(tmp_path / "file" / "inside")))
