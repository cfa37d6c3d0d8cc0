"""A name that people chose is blacked out everywhere, and every offset stays."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import variorum
from decisions.weighed import build
from variorum.decisions import redacted
from variorum.decisions.redaction import BLOCK, _pattern, _tells
from variorum.publish.page import render
from variorum.store import Store

TEXT = (
    "Mayor Dana Lund said that 40 people died in Narvik on 3 May 2031. Lund, who lives near "
    "Narvik's harbour, denied that she had left. The army said 12 soldiers were hurt in Bodo.\n"
)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[variorum.Case, variorum.Case]:
    """The case before and after it is redacted."""
    folder = tmp_path_factory.mktemp("redacted")
    head = "---\npublisher: Courier\ntitle: Dana Lund speaks\nurl: https://a.example/dana-lund\n---\n\n"
    (folder / "dana-lund.txt").write_text(head + TEXT, encoding="utf-8")
    (folder / "b.txt").write_text("The army said that 55 people died in Narvik.\n", "utf-8")
    build(folder)
    case = variorum.open_case(folder / "case.db")
    case = case.decide("note", "Dana Lund", who="Ada", why="Dana Lund asked us.")
    case = case.decide("redact", "Dana Lund", "Narvik", who="Ada", why="For Dana Lund.")
    with Store(folder / "case.db", create=False) as store:
        assert store.secret() == store.secret()
        return case, redacted(case, store.secret())


def test_no_name_is_left_in_the_record_nor_on_the_page(cases):
    before, after = cases
    assert "Lund" in before.to_json()
    for told in (after.to_json(), render(after, "Title")):
        assert [name for name in ("Lund", "lund", "Dana", "Narvik") if name in told] == []
    assert "Bodo" in after.to_json()
    assert BLOCK in after.to_json()


def test_every_offset_stays(cases):
    before, after = cases
    assert [len(d.text) for d in after.documents] == [len(d.text) for d in before.documents]
    for one, other in zip(before.claims, after.claims, strict=True):
        assert (one.start, one.content[-1].end) == (other.start, other.content[-1].end)
        text = after.document_by_id[other.document].text
        for span in (*other.content, *(m.span for m in other.measures)):
            assert text[span.start : span.end] == span.exact


def test_a_place_that_is_blacked_out_lies_nowhere(cases):
    before, after = cases
    assert any(p.lat for c in before.claims for p in c.places if p.name == "Narvik")
    hidden = [p for c in after.claims for p in c.places if BLOCK in p.name]
    assert hidden
    assert {(p.lat, p.lon, p.geonames) for p in hidden} == {(None, None, None)}


def test_no_id_is_the_hash_of_what_it_hides_and_all_still_lead_on(cases):
    before, after = cases
    assert {d.id for d in before.documents}.isdisjoint(d.id for d in after.documents)
    assert {c.document for c in after.claims} <= {d.id for d in after.documents}
    known = {c.id for c in after.claims}
    assert {a.claim for q in after.questions for a in q.answers} <= known
    assert len(after.disputes) == len(before.disputes)
    assert redacted(before, "another key").documents[0].id != after.documents[0].id


def test_nothing_is_changed_where_nothing_is_redacted(cases):
    before, _ = cases
    bare = before.__class__(before.documents, before.claims, decisions=())
    assert redacted(bare, "key") is bare


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Москва", "в Москве, из Москвы"),
        ("Иванов", "с Ивановым"),
        ("Ankara", "Ankara'da, ANKARA, Ankarada"),
        ("Łukasz Nowak", "łukasz_nowak"),
        ("São Paulo", "sao-paulo"),
        ("دمشق", "بدمشق"),
        ("Ahmet", "Ahmet'in"),
    ],
)
def test_endings_accents_and_separators_hide_no_name(name: str, text: str):
    left = _pattern([name]).sub("", text)
    assert [
        word for word in (name[:4].lower(), "sao", "nowak", "دمشق") if word in left.lower()
    ] == []


def test_only_words_of_three_letters_are_blacked_out_alone():
    assert [word for word in ("Al", "Ali", "bin", "Lund") if _tells(word)] == ["Ali", "Lund"]


def test_a_longer_word_is_another_word():
    assert _pattern(["Lund"]).sub("", "Lundberg-Olsen Lunden") == "Lundberg-Olsen "


@given(st.text(alphabet="abcdé ", min_size=1).filter(str.strip), st.text())
def test_a_name_never_stays_whatever_stands_around_it(name: str, around: str):
    pattern = _pattern([name])
    assert not pattern.search(pattern.sub(lambda m: BLOCK * len(m[0]), f"{around} {name} {around}"))


def test_what_is_published_of_a_json_export_opens(cases):
    assert json.loads(cases[1].to_json())["claims"]
