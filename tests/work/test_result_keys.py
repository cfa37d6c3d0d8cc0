"""The key of a result changes with all that reading depends on, and with nothing else."""

from __future__ import annotations

import pytest

from variorum.model import Document
from variorum.settings import Settings
from variorum.work import result_keys
from variorum.work.result_keys import key_of

ENGLISH = Document.from_text("Ten people left.", language="en", path="a.txt")
GERMAN = Document.from_text("Zehn Menschen gingen.", language="de", path="b.txt")


def changed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Say that a file of the package has another content than it has."""
    known = dict(result_keys._hashes())
    assert name in known
    files = tuple({**known, name: "another"}.items())
    monkeypatch.setattr(result_keys, "_hashes", lambda: files)
    result_keys.reader_key.cache_clear()


@pytest.fixture(autouse=True)
def forget() -> None:
    result_keys.reader_key.cache_clear()


def test_the_key_is_the_same_for_the_same_and_another_for_another_document() -> None:
    assert key_of(ENGLISH, None, Settings()) == key_of(ENGLISH.model_copy(), None, Settings())
    keys = {
        key_of(ENGLISH, None, Settings()),
        key_of(ENGLISH, GERMAN, Settings()),
        key_of(ENGLISH.model_copy(update={"publisher": "Courier"}), None, Settings()),
        key_of(GERMAN, None, Settings()),
    }
    assert len(keys) == 4


def test_settings_that_reading_does_not_look_at_change_no_key() -> None:
    elsewhere = Settings(workers=2, strict=True, cluster="local", shards="s", database="d")
    told = {"solver_seconds": 1, "max_file_mb": 1, "copy_threshold": 0.9}
    other = elsewhere.model_copy(update=told)
    assert key_of(ENGLISH, None, other) == key_of(ENGLISH, None, Settings())


def test_the_data_of_a_language_concern_its_own_documents_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = [key_of(d, None, Settings()) for d in (ENGLISH, GERMAN)]
    changed(monkeypatch, "language/data/de.yaml")
    after = [key_of(d, None, Settings()) for d in (ENGLISH, GERMAN)]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)
    assert key_of(ENGLISH, GERMAN, Settings()) != key_of(ENGLISH, None, Settings())


@pytest.mark.parametrize(
    "name",
    ["extract/claims.py", "extract/models/manifest.json", "taxonomy/taxonomy.yaml", "work/unit.py"],
)
def test_code_and_models_that_read_concern_every_document(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [key_of(d, None, Settings()) for d in (ENGLISH, GERMAN)]
    changed(monkeypatch, name)
    after = [key_of(d, None, Settings()) for d in (ENGLISH, GERMAN)]
    assert not set(before) & set(after)


def test_what_only_compares_keeps_or_shows_is_left_out() -> None:
    rooms = {name.split("/")[0] for name, _ in result_keys._hashes()}
    assert rooms.isdisjoint({"compare", "publish", "store", "read", "cli", "pipeline.py"})
    assert rooms >= {"language", "extract", "normalise", "agreements", "model", "text.py"}
