"""Who is let in: accounts, sessions that end, and what they have read, in both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from variorum.errors import UsageError
from variorum.model import Decision, DecisionKind
from variorum.store import PassKind, People, Role, Store, schema
from variorum.store.people import LASTING


@pytest.fixture
def people(place: str):
    Store(place).close()
    with People(place, create=False) as people:
        people.put("Ada", Role.OWNER)
        people.put("Bo", Role.READER)
        yield people


def test_each_role_reaches_those_before_it():
    assert [Role.REVIEWER.reaches(role) for role in Role] == [True, True, False, False]


def test_people_have_a_role_each_and_somebody_owns_the_case(people: People):
    people.put("Bo", Role.EDITOR)
    assert [(p.name, p.role) for p in people.everyone()] == [
        ("Ada", Role.OWNER),
        ("Bo", Role.EDITOR),
    ]
    for attempt in (
        lambda: people.put("Ada", Role.READER),
        lambda: people.remove("Ada"),
    ):
        with pytest.raises(UsageError, match="Somebody has to own the case"):
            attempt()
    people.remove("Bo")
    assert people.person("Bo") is None
    with pytest.raises(UsageError, match="Nobody is called 'Bo' here"):
        people.remove("Bo")


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "Ada\nLund"])
def test_a_name_is_one_line_of_so_many_letters(people: People, name: str):
    with pytest.raises(UsageError, match="A name has 1 to 100 letters"):
        people.put(name, Role.READER)
    people.put("x" * 100, Role.READER)


def test_a_session_holds_until_it_ends_and_its_token_is_in_no_table(people: People):
    token = people.admit("Ada", PassKind.SESSION)
    session = people.session(token)
    assert session is not None
    assert session.person.name == "Ada"
    assert people.session("guess") is None
    assert people.session(token, PassKind.INVITATION) is None
    (row,) = people._ask(lambda c: c.execute(select(schema.passes)).all())
    assert token not in tuple(row)
    people.end(token)
    assert people.session(token) is None


@pytest.mark.parametrize(
    ("kind", "lasts"),
    [(PassKind.SESSION, timedelta(hours=12)), (PassKind.INVITATION, timedelta(days=7))],
)
def test_a_token_holds_for_so_long(people: People, kind: PassKind, lasts: timedelta):
    token = people.admit("Bo", kind)
    query = select(schema.passes.c.ends)
    left = datetime.fromisoformat(people._ask(lambda c: c.scalar(query))) - datetime.now(UTC)
    assert timedelta(0) <= lasts - left < timedelta(minutes=5)
    assert LASTING[kind] == lasts
    gone = (datetime.now(UTC) - timedelta(seconds=1)).isoformat()
    people._write(lambda c: c.execute(update(schema.passes).values(ends=gone)))
    assert people.session(token, kind) is None


def test_what_changes_a_persons_rights_ends_their_sessions(people: People):
    for change in (
        lambda: people.put("Bo", Role.REVIEWER),
        lambda: people.set_password("Bo", "hash"),
        lambda: people.remove("Bo"),
    ):
        token = people.admit("Bo", PassKind.SESSION)
        change()
        assert people.session(token) is None


def test_the_last_invitation_is_the_one_that_holds(people: People):
    first, session = people.admit("Bo", PassKind.INVITATION), people.admit("Bo", PassKind.SESSION)
    second = people.admit("Bo", PassKind.INVITATION)
    assert people.session(first, PassKind.INVITATION) is None
    assert people.session(second, PassKind.INVITATION) is not None
    assert people.session(session) is not None


def test_what_was_read_and_seen_is_kept(people: People):
    people.note_reads("Bo", {"two", "one"}, "/reports/1")
    people.note_reads("Ada", {"one"}, "/")
    rows = [row[:3] for row in people.reads(2)]
    assert rows == [("Ada", "one", "/"), ("Bo", "two", "/reports/1")]
    assert people.seen("Bo") is None
    people.note_seen("Bo", "first")
    people.note_seen("Bo", "second")
    assert (people.seen("Bo"), people.seen("Ada")) == ("second", None)


def test_of_what_one_judges_of_a_claim_the_last_holds(people: People):
    def judged(who: str, kind: DecisionKind) -> Decision:
        return Decision(id=f"{who} {kind}", kind=kind, about=("c",), who=who, when="2031", why="So")

    for who, kind in (("Ada", "accept"), ("Bo", "accept"), ("Ada", "reject")):
        people.judge(judged(who, DecisionKind(kind)))
    assert [made.id for made in people.judgements()] == ["Bo accept", "Ada reject"]
