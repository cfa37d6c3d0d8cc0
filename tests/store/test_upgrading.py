"""Every older case file opens, with all that it held; the migrations give today's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from variorum.errors import StoreError
from variorum.model import Claim, Document
from variorum.store import Store, schema
from variorum.store.addresses import address_of, engine_of
from variorum.store.upgrading import upgrade

# One case of each past layout, as the Variorum of its day wrote it, read from the same reports.
OLDER = sorted((Path(__file__).parent / "older").glob("*.sql"))


def older(path: Path, dump: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text("utf-8"))
    return path


def counted(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = ("documents", "claims", "findings")
        return {n: connection.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names}


def test_there_is_a_case_of_each_past_layout() -> None:
    numbers = {file.name[:4] for file in OLDER}
    assert numbers == {f"{number:04}" for number in range(1, int(schema.HEAD))}


@pytest.mark.parametrize("dump", OLDER, ids=lambda dump: dump.stem)
def test_an_older_case_opens_with_all_that_it_held(dump: Path, tmp_path: Path) -> None:
    path = older(tmp_path / "case.db", dump)
    before = counted(path)
    with Store(path, create=False) as store:
        case = store.load()
        assert store.decisions() == case.decisions
        assert store.event_count() == 0
    assert (len(case.documents), len(case.claims)) == (before["documents"], before["claims"])
    assert counted(path) == before
    spans = [(claim.document, span) for claim in case.claims for span in claim.content]
    assert all(
        case.document_by_id[document].text[span.start : span.end] == span.exact
        for document, span in spans
    )


@pytest.mark.parametrize("dump", OLDER, ids=lambda dump: dump.stem)
def test_an_older_case_is_filled_in_as_one_that_is_saved_today(dump: Path, tmp_path: Path) -> None:
    tables = ("documents", "claims", "answers", "search")
    path = older(tmp_path / "case.db", dump)
    with Store(path, create=False) as store, Store(tmp_path / "today.db") as today:
        today.save(store.load())
        found = list(store.find("ferry", 50))
        assert {type(one) for one in found} >= {Claim, Document}
    rows = []
    for file in (path, tmp_path / "today.db"):
        with closing(sqlite3.connect(file)) as connection:
            columns = {t: [c.name for c in schema.metadata.tables[t].c] for t in tables}
            columns["documents"].remove("record")
            columns["claims"].remove("record")
            columns["search"].remove("id")
            rows.append(
                {t: sorted(connection.execute(_all_of(t, columns[t])), key=repr) for t in tables}
            )
    assert rows[0] == rows[1]


def _all_of(table: str, columns: list[str]) -> str:
    return f"SELECT {', '.join(columns)} FROM {table}"


def test_an_older_case_is_upgraded_whole_or_not_at_all(tmp_path: Path) -> None:
    path = older(tmp_path / "case.db", OLDER[0])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE claims SET record = 'torn' WHERE rowid = 20")
    before = layout(engine_of(address_of(path)), None)
    with pytest.raises(ValueError, match="Expecting value"):
        Store(path, create=False)
    assert layout(engine_of(address_of(path)), None) == before


def test_the_migrations_make_the_tables_of_a_new_case(
    places: Callable[[], str],
) -> None:
    made, migrated = places(), places()
    Store(made).close()
    address = address_of(migrated)
    engine = engine_of(address)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if address.schema:
            connection.execute(text(f'CREATE SCHEMA "{address.schema}"'))
        upgrade(connection, "")
    one = layout(engine_of(address_of(made)), address_of(made).schema)
    assert layout(engine, address.schema) == one
    assert set(schema.metadata.tables) <= set(one)


def layout(engine: Engine, name: str | None) -> dict[str, Any]:
    """Return the columns, keys and indexes of all tables."""
    with engine.connect() as connection:
        seen = inspect(connection)
        found = {
            table: (
                [
                    (c["name"], str(c["type"]), c["nullable"], c["default"] and "set")
                    for c in seen.get_columns(table, schema=name)
                ],
                seen.get_pk_constraint(table, schema=name)["constrained_columns"],
                sorted(repr(i["column_names"]) for i in seen.get_indexes(table, schema=name)),
                sorted(
                    repr((k["constrained_columns"], k["referred_table"]))
                    for k in seen.get_foreign_keys(table, schema=name)
                ),
                sorted(
                    repr(k["column_names"]) for k in seen.get_unique_constraints(table, schema=name)
                ),
            )
            for table in sorted(seen.get_table_names(schema=name))
        }
    engine.dispose()
    return found


@pytest.mark.parametrize("missing", ["meta", "claims", "findings"])
def test_a_file_that_lacks_a_first_table_is_not_ours(tmp_path: Path, missing: str) -> None:
    path = older(tmp_path / "case.db", OLDER[0])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"DROP TABLE {missing}")
    before = layout(engine_of(address_of(path)), None)
    with pytest.raises(StoreError, match="is not a case file"):
        Store(path)
    assert layout(engine_of(address_of(path)), None) == before


def test_a_file_with_only_a_table_of_events_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "calendar.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE events (title TEXT)")
    with pytest.raises(StoreError, match="is not a case file"):
        Store(path)
