"""A case is a file, or a name within a database; what is shown of it tells no password."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from variorum.errors import StoreError
from variorum.store import Store
from variorum.store.addresses import address_of


@pytest.mark.parametrize("place", ["case.db", Path("folder") / "case.db", "postgresql.db"])
def test_a_path_is_a_file(place: str | Path) -> None:
    address = address_of(place)
    assert (address.path, address.schema) == (Path(place), None)
    assert address.shown == str(place)


@pytest.mark.parametrize(
    ("place", "schema"),
    [
        ("postgresql://ann:secret@db:5433/desk#raqqa", "case_raqqa"),
        ("postgres://ann:secret@db:5433/desk#Rakka 2017", "case_Rakka 2017"),
        ("postgresql://ann:secret@db:5433/desk", "case_case"),
    ],
)
def test_a_url_is_a_case_in_a_database(place: str, schema: str) -> None:
    address = address_of(place)
    assert (address.path, address.schema) == (None, schema)
    assert (address.url.host, address.url.port, address.url.database) == ("db", 5433, "desk")
    assert address.url.drivername == "postgresql+psycopg"
    assert address.url.password == "secret"
    assert "secret" not in address.shown


def test_the_settings_name_the_database_of_all_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_DATABASE", "postgresql://db/desk")
    assert address_of("cases/raqqa.db").schema == "case_raqqa"
    assert address_of("raqqa").shown == "postgresql://db/desk#raqqa"
    assert address_of("postgresql://other/desk#mosul").url.host == "other"


def test_a_name_that_the_database_would_cut_is_refused() -> None:
    longest = "é" * ((63 - len("case_")) // 2)
    assert address_of(f"postgresql://db/desk#{longest}").schema == f"case_{longest}"
    with pytest.raises(StoreError, match="is too long for a case in a database; shorten it"):
        address_of(f"postgresql://db/desk#{longest}e")


def test_what_is_no_url_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(StoreError) as error:
        address_of("postgresql://ann:secret@db:no/desk")
    assert "secret" not in str(error.value)
    assert "write it as postgresql://USER@HOST/DATABASE" in str(error.value)


def test_a_database_that_cannot_be_reached_is_named_without_the_password() -> None:
    with pytest.raises(StoreError, match="check the database and your rights in it") as error:
        Store("postgresql://ann:secret@127.0.0.1:1/desk#raqqa")
    assert str(error.value).startswith("postgresql://ann:***@127.0.0.1:1/desk#raqqa cannot be")
    assert "secret" not in str(error.value)


def test_a_case_that_is_not_in_the_database_is_not_made_by_looking(postgres) -> None:
    for _ in range(2):
        with pytest.raises(StoreError, match=r"#nobody has no such case; make it with 'variorum"):
            Store(f"{postgres.url}#nobody", create=False)


def test_two_cases_in_one_database_know_nothing_of_each_other(postgres, ferry_built) -> None:
    with Store(f"{postgres.url}#one'; --") as one, Store(f'{postgres.url}#t"wo') as two:
        one.save(ferry_built)
        assert two.documents() == ()
        assert one.load() == ferry_built


@pytest.fixture
def being_made(tmp_path: Path) -> sqlite3.Connection:
    """Give a new file that somebody else is writing at this moment."""
    other = sqlite3.connect(tmp_path / "case.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_file_that_another_is_making_is_waited_for(
    being_made: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: being_made.rollback())
    with Store(tmp_path / "case.db") as store:
        assert store.revision() == 0


def test_it_is_waited_for_half_a_minute(
    being_made: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    with pytest.raises(StoreError, match=r"case\.db cannot be opened: database is locked"):
        Store(tmp_path / "case.db")
    assert sum(waited) == pytest.approx(30)
    being_made.close()
