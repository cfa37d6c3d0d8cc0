"""What was found is kept in rows between two commands: the record is that of comparing it anew."""

import json
import os
import pickle
from collections import Counter
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from arrivals import A_FEW, arrivals
from hypothesis import given
from hypothesis import strategies as st
from said import Event

from variorum.compare import Kept, compare
from variorum.compare.kept_rows import TOGETHER, KeptRows
from variorum.model import Certainty, Measure, Rule
from variorum.model.base import of_values
from variorum.settings import Settings
from variorum.statements import statements_of


class Rows:
    """Rows in memory."""

    def __init__(self):
        self.kinds, self.written = {}, 0

    def read(self, kind):
        return dict(self.kinds.get(kind, {}))

    def write(self, kind, rows, gone):
        self.written += len(rows)
        own = self.kinds.setdefault(kind, {})
        own.update(rows)
        for name in gone:
            del own[name]

    def kept(self):
        return KeptRows(self.read, self.write)


def compared(rows, documents, claims):
    kept = rows.kept()
    found = compare(documents, claims, Settings(), kept=kept)
    kept.end()
    return found


@A_FEW
@given(data=st.data())
def test_the_record_is_the_same_in_whatever_order_reports_come_and_go(ferry_built, data):
    rows = Rows()
    for documents, claims in arrivals(data, ferry_built):
        copied = [claim.model_copy() for claim in claims]
        assert compared(rows, documents, copied) == compare(documents, copied, Settings())


def test_one_more_report_is_looked_at_alone(ferry_built):
    documents, claims, rows = ferry_built.documents, ferry_built.claims, Rows()
    last = documents[-1].id
    compared(rows, documents[:-1], [claim for claim in claims if claim.document != last])
    rows.written = 0
    compared(rows, documents, claims)
    assert len(rows.kinds["stated"]) == len(documents)
    assert 0 < rows.written < len(documents) * 4
    rows.written = 0
    compared(rows, documents, claims)
    assert rows.written == 0


def test_what_a_report_states_is_taken_from_where_it_was_read(ferry_built):
    document, rows = ferry_built.documents[0], Rows()
    own = [claim for claim in ferry_built.claims if claim.document == document.id]
    kept, asked = rows.kept(), []
    kept.put(("stated", document.id), statements_of(own, document), own, document)
    kept.begin([document], own)
    found = kept.found(("stated", document.id), lambda *told: asked.append(told), own, document)
    assert found == statements_of(own, document)
    assert not asked
    assert all(any(said.claim is claim for claim in own) for said in found.statements)


def test_a_part_of_a_claim_is_the_very_same_again():
    event = Event()
    claim = event.said("Ada Lund", "13", 13, 13)
    rows, given_ = Rows(), ([claim], event.documents[0])
    for _ in range(2):
        kept = rows.kept()
        kept.begin(event.documents, [claim])
        found = kept.found(("told", "x"), lambda claims, _: [*claims[0].measures], *given_)
        kept.end()
        assert isinstance(found[0], Measure)
        assert found[0] is claim.measures[0]


def written(claims):
    return f"[{','.join(claim.model_dump_json() for claim in claims)}]"


def test_claims_are_read_as_they_are_written_once(ferry_built):
    rows, asked = Rows(), []
    document = ferry_built.documents[0]
    own = [claim for claim in ferry_built.claims if claim.document == document.id]

    def read(text):
        asked.append(text)
        return [type(own[0]).model_validate(one) for one in json.loads(text)]

    for _ in range(2):
        kept = rows.kept()
        found = kept.claims(document.id, written(own), read)
        kept.end()
        assert found == own
        assert written(found) == written(own)
    assert asked == [written(own)]
    rows.kept().claims(document.id, written(own[1:]), read)
    assert asked == [written(own), written(own[1:])]


@pytest.mark.parametrize("certainty", [None, Certainty.UNKNOWN])
def test_claims_that_are_read_are_known_by_how_they_are_written(ferry_built, certainty):
    rows, documents, claims = Rows(), ferry_built.documents, ferry_built.claims
    compared(rows, documents, claims)
    rows.written, kept, again = 0, rows.kept(), []
    for document in documents:
        own = [claim for claim in claims if claim.document == document.id]
        again += kept.claims(document.id, written(own), lambda _, own=own: own)
    if certainty:
        again[0] = again[0].model_copy(update={"certainty": certainty})
    assert compare(documents, again, Settings(), kept=kept) == compare(documents, again, Settings())
    kept.end()
    assert (rows.written == len(documents)) == (certainty is None)


class Named(Enum):
    """Pickled by its name, as Python 3.11.2 does."""

    ONE = "one"

    def __reduce_ex__(self, _):
        return getattr, (Named, self.name)


def test_a_member_of_an_enumeration_is_written_by_its_value():
    rows = Rows()
    kept = rows.kept()
    kept.begin([], [])
    kept.keep(("told", "x"), (Named.ONE,))
    kept.end()
    assert b"getattr" not in rows.kinds["told"][repr(("told", "x"))]


def test_what_was_not_asked_for_is_forgotten():
    rows = Rows()
    for name in ("a", "b"):
        kept = rows.kept()
        kept.begin([], [])
        assert kept.found(("told", name), lambda n: n, name) == name
        kept.end()
        assert list(rows.kinds["told"]) == [repr(("told", name))]


@pytest.mark.parametrize("row", [b"", b"\n", b"\nno pickle", b"\n\x80\x05.", b"\nI1\n."])
def test_a_row_that_cannot_be_read_is_found_anew(row):
    rows = Rows()
    rows.kinds["told"] = {repr(("told", "a")): row}
    assert rows.kept().found(("told", "a"), lambda: 1) == 1


class Planted:
    """What runs something when it is read."""

    def __init__(self, *call):
        self.call = call

    def __reduce__(self):
        return self.call[0], self.call[1:]


PLANTED = [(os.mkdir, "planted"), (print, "planted"), (getattr, 1, "real"), (of_values, Path, 1)]


@pytest.mark.parametrize("call", PLANTED)
def test_a_row_from_anybody_runs_nothing(call, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = Rows()
    rows.kinds["told"] = {repr(("told", "a")): b"\n" + pickle.dumps(((), Planted(*call)))}
    assert rows.kept().found(("told", "a"), lambda: 1) == 1
    assert not list(tmp_path.iterdir())
    assert not capsys.readouterr().out


@pytest.mark.parametrize(("kind", "known"), [(Path, 0), (Kept, 0), (statements_of, 0), (Rule, 1)])
def test_what_is_no_record_is_refused(kind, known):
    rows = Rows()
    row = (
        f"\n((tc{kind.__module__}\n{kind.__qualname__}\nt.".encode()
    )  # a tuple with it, protocol 0
    rows.kinds["told"] = {repr(("told", "a")): row}
    assert rows.kept().found(("told", "a"), lambda: 1) == (kind if known else 1)


def test_a_day_and_a_count_are_read_again():
    rows, given_ = Rows(), (date(2017, 10, 14), Counter("aab"), Rule.SUM)
    for _ in range(2):
        kept = rows.kept()
        assert kept.found(("told", "a"), lambda *told: told, *given_) == given_
        kept.end()
    assert rows.written == 1


def test_rows_are_written_some_at_a_time():
    rows = Rows()
    kept = rows.kept()
    for n in range(TOGETHER - 1):
        kept.keep(("told", n), ((), n))
    assert rows.written == 0
    kept.keep(("told", "last"), ((), 0))
    assert rows.written == 500
