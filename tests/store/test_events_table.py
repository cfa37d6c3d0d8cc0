"""A case file keeps events beside the case, whatever becomes of the case."""

from __future__ import annotations

import datetime
import sqlite3
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.case import Case
from variorum.errors import StoreError, UnreadableDocument
from variorum.model import Decision, DecisionKind, Document, Event, content_id
from variorum.store import Store
from variorum.store.rows import BATCH

FIRST = datetime.date(2017, 12, 1)
DAYS = st.dates(FIRST, datetime.date(2018, 1, 10))


def happened(row: str, start: str, end: str = "", kind: str = "strike") -> Event:
    return Event(
        id=content_id("event", "made up", row),
        data_set="made up",
        row=row,
        line=2,
        start=start,
        end=end or start,
        kind=kind,
        actors=("Dockers", "Port"),
        deaths=(None, 3, 9),
        other={"colour": "red\n«x»"},
    )


def one_a_day(days: int) -> Iterator[Event]:
    for day in range(days):
        yield happened(str(day), str(FIRST + datetime.timedelta(day)))


def all_of(store: Store) -> list[Event]:
    return list(store.events_between("0001-01-01", "9999-12-31"))


def test_events_are_given_back_as_they_were(place: str) -> None:
    with Store(place) as store:
        assert store.add_events([happened("1", "2017-12-03", "2017-12-05")]) == 1
    with Store(place, create=False) as store:
        assert all_of(store) == [happened("1", "2017-12-03", "2017-12-05")]


@given(
    spans=st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=12),
    window=st.tuples(DAYS, DAYS).map(sorted),
)
@settings(max_examples=40)
def test_a_window_holds_what_reaches_into_it_in_the_order_of_days(
    places: Callable[[], str], spans: list[list[datetime.date]], window: list[datetime.date]
) -> None:
    events = [
        happened(str(n), str(start), str(end), "strike") for n, (start, end) in enumerate(spans)
    ]
    days = {window[0] + datetime.timedelta(day) for day in range((window[1] - window[0]).days + 1)}
    expected = [
        event
        for event, (start, end) in zip(events, spans, strict=True)
        if any(start <= day <= end for day in days)
    ]
    with Store(places()) as store:
        store.add_events(events)
        found = list(store.events_between(str(window[0]), str(window[1])))
    assert found == sorted(expected, key=lambda event: (event.start, event.id))


def test_an_event_with_a_known_id_takes_the_place_of_the_old_one(place: str) -> None:
    with Store(place) as store:
        store.add_events([happened("1", "2017-12-03"), happened("2", "2017-12-04")])
        later = happened("1", "2017-12-09", kind="riot")
        assert store.add_events([later]) == 1
        assert store.event_count() == 2
        assert all_of(store) == [happened("2", "2017-12-04"), later]
        assert list(store.events_between("2017-12-03", "2017-12-03")) == []


def test_more_events_than_one_batch_are_written_and_read(place: str) -> None:
    many = 2 * BATCH + 7
    with Store(place) as store:
        assert store.add_events(one_a_day(many)) == many
        assert store.event_count() == many
        assert [event.row for event in all_of(store)] == [str(day) for day in range(many)]


def test_events_are_let_go_of_as_they_are_written(place: str) -> None:
    held: list[weakref.ref[Event]] = []
    most = 0

    def watched() -> Iterator[Event]:
        nonlocal most
        for event in one_a_day(5 * BATCH):
            held.append(weakref.ref(event))
            most = max(most, sum(one() is not None for one in held))
            yield event

    with Store(place) as store:
        store.add_events(watched())
    assert most <= 2 * BATCH


def test_events_are_read_as_they_are_asked_for_while_others_are_written(place: str) -> None:
    with Store(place) as store:
        store.add_events(one_a_day(3 * BATCH))
        found = store.events_between("2017-12-01", "2030-01-01")
        assert next(found).row == "0"
        assert store.add_events([happened("more", "2017-12-01")]) == 1
        assert len(list(found)) == 3 * BATCH - 1


def test_no_event_is_kept_of_a_file_that_breaks_off(place: str) -> None:
    def broken() -> Iterator[Event]:
        yield from one_a_day(2 * BATCH)
        raise UnreadableDocument("events.csv", "Line 1002 holds bytes that are not UTF-8.")

    with Store(place) as store:
        store.add_events([happened("kept", "2017-12-03")])
        with pytest.raises(UnreadableDocument, match="Line 1002"):
            store.add_events(broken())
        assert [event.row for event in all_of(store)] == ["kept"]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store(path) as store:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TABLE events")
        with pytest.raises(StoreError, match=r"case\.db could not be written: no such table"):
            store.add_events([happened("1", "2017-12-03")])


def test_days_are_found_by_the_index_and_need_no_sorting(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        plan = connection.execute(
            'EXPLAIN QUERY PLAN SELECT record FROM events WHERE start <= ? AND "end" >= ?'
            " ORDER BY start, id",
            ("2017-12-03", "2017-12-03"),
        ).fetchall()
    assert [step[-1] for step in plan] == ["SEARCH events USING INDEX ix_events_days (start<?)"]


def test_who_verified_what_before_there_was_a_log_stands_first_in_it(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Store(path).close()
    rows = [
        ("siege", "claim-2", "Ann", "2026-01-02", "Roads shut."),
        ("massacre", "claim-1", "Ben", "2026-01-01", "Named dead."),
    ]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            'INSERT INTO verifications (term, claim, who, "when", why) VALUES (?, ?, ?, ?, ?)', rows
        )
    later = Decision(
        id="decision-1",
        kind=DecisionKind.NOTE,
        about=("siege",),
        who="Ann",
        when="2026-02-01",
        why="So.",
    )
    for _ in range(2):  # once read from their own table, once from the log
        with Store(path) as store:
            log = store.decisions()
            store.save(Case(decisions=(*log[:2], later)))
        assert [(d.kind, d.about, d.who, d.when, d.why) for d in log[:2]] == [
            ("verify", ("massacre", "claim-1"), "Ben", "2026-01-01", "Named dead."),
            ("verify", ("siege", "claim-2"), "Ann", "2026-01-02", "Roads shut."),
        ]
    assert [made.id for made in log][2:] == ["decision-1"]


def test_saving_the_case_leaves_events(place: str) -> None:
    with Store(place) as store:
        store.add_events([happened("1", "2017-12-03")])
        store.save(Case(documents=(Document.from_text("Ten people left."),)))
        store.save(Case())
        assert store.load() == Case()
        assert store.event_count() == 1
