"""A case file gives back what was put in, and survives whatever happens to its writer."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.case import Case, Comparison, DocumentResult
from variorum.errors import StoreError
from variorum.model import (
    Claim,
    Contradiction,
    Document,
    Form,
    Gap,
    Link,
    Measure,
    Question,
    QuestionStatus,
    Rule,
    Speaker,
    SpeakerKind,
    content_id,
)
from variorum.statements import DocumentStatements
from variorum.store import database, schema
from variorum.store.database import Made, Store, claims_written
from variorum.text import span

# No lone surrogates: they are no characters, and reading a file never gives any.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
MAYBE = st.none() | TEXT
Places = Callable[[], str]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    return Document.from_text(
        draw(TEXT),
        path=draw(MAYBE),
        title=draw(MAYBE),
        publisher=draw(MAYBE),
        published=draw(st.none() | st.just("2017-10")),
        language=draw(st.sampled_from(["en", "ar", None])),
    )


@st.composite
def claims(draw: st.DrawFn, document: Document) -> Claim:
    end = draw(st.integers(1, len(document.text)))
    start = draw(st.integers(0, end - 1))
    place = span(document, start, end)
    name = draw(TEXT)
    low = draw(st.none() | st.integers(0, 10**6).map(float))
    speaker = Speaker(name=name, kind=draw(st.sampled_from(SpeakerKind)), span=place)
    number = Measure(kind="people", noun="people", low=low, high=None, text="n", span=place)
    form = draw(st.sampled_from(Form))
    return Claim(
        id=Claim.identify(document.id, speaker, None, (place,), form),
        document=document.id,
        speaker=speaker,
        relay=(Link(name=document.name), Link(name=name)),
        content=(place,),
        form=form,
        measures=(number,),
    )


@st.composite
def comparisons(draw: st.DrawFn, kept: list[Claim]) -> Comparison:
    if not kept:
        return Comparison()
    ids = tuple(draw(st.lists(st.sampled_from([claim.id for claim in kept]), unique=True)))
    key = content_id("question", *ids)
    label = draw(TEXT)
    return Comparison(
        questions=(
            Question(
                id=key, label=label, kind="people", claims=ids, status=QuestionStatus.DISPUTED
            ),
        ),
        contradictions=(
            Contradiction(
                id=content_id("contradiction", *ids),
                questions=(key,),
                claims=ids,
                rule=Rule.VALUE,
                because=label,
                severity=0.1,
            ),
        ),
        gaps=(Gap(what=label, why="Nobody answers.", kind="question"),),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    held = draw(st.lists(documents(), max_size=3, unique_by=lambda document: document.id))
    held.sort(key=lambda document: (document.path or "", document.id))
    said = [draw(claims(document)) for document in held for _ in range(draw(st.integers(0, 2)))]
    kept = list({claim.id: claim for claim in said}.values())
    order = {document.id: place for place, document in enumerate(held)}
    kept.sort(key=lambda claim: (order[claim.document], claim.start, claim.id))
    missing = draw(st.lists(st.builds(Gap, what=TEXT, why=TEXT), max_size=2, unique_by=repr))
    missing += [Gap(what="x", why="y", document=document.id) for document in held[:1]]
    return Case(
        documents=tuple(held),
        claims=tuple(kept),
        gaps=tuple(sorted(missing, key=lambda gap: (gap.what, gap.why))),
        comparison=draw(comparisons(kept)),
    )


def small_case(text: str = "Ten people left.") -> Case:
    return Case(documents=(Document.from_text(text, path="a.txt"),))


@given(case=cases())
@settings(max_examples=25, deadline=None)
def test_what_is_saved_is_what_is_loaded(places: Places, case: Case) -> None:
    place = places()
    with Store(place) as store:
        store.save(case)
    with Store(place, create=False) as store:
        again = store.load()
    assert again == case
    assert again.to_json() == case.to_json()


@given(first=cases(), second=cases())
@settings(max_examples=15, deadline=None)
def test_the_last_case_saved_is_the_one_loaded(places: Places, first: Case, second: Case) -> None:
    with Store(places()) as store:
        store.save(first)
        store.save(second)
        store.save(second)
        assert store.load() == second


def test_a_real_case_is_given_back_whole(ferry_built: Case, place: str) -> None:
    with Store(place) as store:
        store.save(ferry_built)
        assert store.load() == ferry_built


def test_a_new_file_is_an_empty_case(place: str) -> None:
    with Store(place) as store:
        assert store.load() == Case()


def test_a_claim_without_its_document_is_refused_and_nothing_written(place: str) -> None:
    orphan = Claim.model_construct(**dict(_claim_of_nobody()))
    with Store(place) as store:
        with pytest.raises(StoreError, match=r"could not be written: .*(?i:foreign key)"):
            store.save(Case(claims=(orphan,)))
        assert store.load() == Case()


def test_the_journal_of_a_file_is_written_ahead(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def _claim_of_nobody() -> Claim:
    document = Document.from_text("Nobody kept this report.")
    place = span(document, 0, 6)
    speaker = Speaker(name="Nobody", kind=SpeakerKind.UNNAMED)
    return Claim(
        id="claim-of-nobody",
        document=document.id,
        speaker=speaker,
        relay=(Link(name="Nobody"),),
        content=(place,),
        form=Form.NARRATED,
    )


KILLED = """
import os, signal, sys
from variorum.case import Case
from variorum.model import Document
from variorum.store import Store

class Deadly(tuple):
    # The store meets the gaps when documents are written and nothing is committed.
    def __iter__(self):
        os.kill(os.getpid(), signal.SIGKILL)

store = Store(sys.argv[1])
documents = tuple(Document.from_text(f"Report {n}. " + "x" * 10_000) for n in range(300))
store.save(Case(documents=documents, gaps=Deadly()))
"""


def test_a_writer_killed_in_mid_transaction_leaves_the_old_case(place: str) -> None:
    with Store(place) as store:
        store.save(small_case())
    done = subprocess.run([sys.executable, "-c", KILLED, place], check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    with Store(place, create=False) as store:
        assert store.load() == small_case()
        store.save(small_case("Eleven people left."))
    with Store(place, create=False) as store:
        assert store.load() == small_case("Eleven people left.")


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        store.save(small_case())
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def test_two_may_have_the_case_open(place: str) -> None:
    with Store(place) as one, Store(place) as other:
        one.save(small_case())
        assert other.load() == small_case()


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        newer = f"{int(schema.HEAD) + 1:04}"
        connection.execute("UPDATE alembic_version SET version_num = ?", (newer,))
    connection.close()
    with pytest.raises(StoreError) as error:
        Store(path)
    assert str(error.value) == f"{path} was written by a newer Variorum; upgrade to open it."
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Ten people left. " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt is not a case file; name another with -o"):
        Store(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreError, match=r"places\.sqlite is not a case file"):
        Store(path)
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert names == [("bookmarks",)]


def test_a_missing_file_is_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with pytest.raises(StoreError) as error:
        Store(path, create=False)
    assert (
        str(error.value) == f"{path} does not exist; make it with 'variorum build PATH -o {path}'."
    )
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "case.db"
    with pytest.raises(StoreError, match=r"nowhere is missing") as error:
        Store(path)
    assert str(path) in str(error.value)


def test_a_folder_is_no_case_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened: unable to open database file"):
        Store(tmp_path)


def test_the_store_knows_its_own_files(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store(path) as store:
        store.save(small_case())
        assert set(tmp_path.iterdir()) == store.files


def test_a_damaged_file_is_said_to_be_one(ferry_built: Case, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store(path) as store:
        store.save(ferry_built)
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + b"\xff" * 40_960 + whole[middle + 40_960 :])
    with pytest.raises(StoreError, match=r"case\.db could not be read: .*malformed"):
        Store(path).load()


def test_claims_that_were_read_from_their_rows_are_not_written_again(
    ferry_built: Case, place: str
) -> None:
    first, second = (c.model_copy(update={"part_of": "another"}) for c in ferry_built.claims[:2])
    changed = replace(ferry_built, claims=(first, second, *ferry_built.claims[2:]))
    with Store(place) as store:
        store.save(ferry_built)
        store.save(changed, Made(there=[first]))
        assert store.load().claims[:2] == (ferry_built.claims[0], second)


def test_the_claims_of_a_reading_are_the_same_before_and_after_the_case_is_saved(
    ferry_built: Case, place: str
) -> None:
    document = ferry_built.documents[0].id
    own = tuple(ferry_built.claims_of(document))
    with Store(place) as store:
        store.keep("key", document, DocumentResult(own, (), DocumentStatements()))
        waiting = list(store.texts_of(["key"]))
        store.save(ferry_built, Made(("key",)))
        assert list(store.texts_of(["key"])) == waiting
    assert waiting[0][0] == document
    assert tuple(claims_written(waiting[0][1])) == own


def test_what_comparing_found_is_kept_by_kind_until_the_code_is_another(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(place) as store:
        store.keep_rows("told", {"a": b"\x00one", "b": b"two"})
        store.keep_rows("acts", {"a": b"three"})
        store.keep_rows("told", {"a": b"four"}, ["b", "not there"])
    with Store(place) as store:
        assert store.kept_rows("told") == {"a": b"four"}
        assert store.kept_rows("acts") == {"a": b"three"}
        monkeypatch.setattr(database, "code_key", lambda: "other")
        assert store.kept_rows("told") == {}
        store.keep_rows("told", {"a": b"five"})
        monkeypatch.undo()
        assert store.kept_rows("acts") == store.kept_rows("told") == {}
