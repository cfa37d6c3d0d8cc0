"""Who may read and decide at the desk of a case: people, their sessions, and what they have read.

Tokens are kept as hashes: who reads the database cannot use them.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from variorum.errors import UsageError
from variorum.model import Decision
from variorum.store import schema
from variorum.store.asked import Asked
from variorum.store.rows import put

# How long each kind of pass holds.
SESSION_HOURS = 12
INVITATION_DAYS = 7
MOST_CHARS = 100
SEEN = "seen "


class Role(StrEnum):
    """What a person may do, each more than the one before."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    OWNER = "owner"

    def reaches(self, least: Role) -> bool:
        """Return whether this is at least another role."""
        order = list(Role)
        return order.index(self) >= order.index(least)


class PassKind(StrEnum):
    """What a token is good for."""

    SESSION = "session"
    INVITATION = "invitation"


LASTING = {
    PassKind.SESSION: timedelta(hours=SESSION_HOURS),
    PassKind.INVITATION: timedelta(days=INVITATION_DAYS),
}


@dataclass(frozen=True)
class Person:
    """Somebody with an account; without a `password`, which is a hash, they are only invited."""

    name: str
    role: Role
    password: str | None = None


@dataclass(frozen=True)
class Session:
    """A person who is let in, and the token that their forms carry."""

    person: Person
    form_token: str


class People(Asked):
    """The people of one case."""

    def everyone(self) -> list[Person]:
        """Return all who have an account or are invited, by name."""
        query = select(schema.people).order_by(schema.people.c.name)
        return [_person(row) for row in self._ask(lambda c: c.execute(query).all())]

    def person(self, name: str) -> Person | None:
        """Return the person of a name."""
        query = select(schema.people).where(schema.people.c.name == name)
        row = self._ask(lambda c: c.execute(query).first())
        return _person(row) if row else None

    def put(self, name: str, role: Role) -> None:
        """Add somebody, or give them another role; who loses rights is let in anew.

        Raises:
            UsageError: when the name is empty or too long, or nobody would own the case.
        """
        if not name.strip() or len(name) > MOST_CHARS or not name.isprintable():
            raise UsageError(f"A name has 1 to {MOST_CHARS} letters, all on one line.")

        def written(connection: Connection) -> None:
            table = schema.people
            known = connection.scalar(select(table.c.role).where(table.c.name == name))
            if known is None:
                connection.execute(insert(table), {"name": name, "role": role.value})
            elif known != role.value:
                connection.execute(update(table).where(table.c.name == name).values(role=role))
                _end_all(connection, name)
                _check_owned(connection)

        self._write(written)

    def remove(self, name: str) -> None:
        """Take somebody's account away; what they decided stays.

        Raises:
            UsageError: when nobody is called so, or nobody would own the case.
        """

        def written(connection: Connection) -> None:
            _end_all(connection, name)
            gone = connection.execute(delete(schema.people).where(schema.people.c.name == name))
            if not gone.rowcount:
                raise UsageError(f"Nobody is called '{name}' here.")
            _check_owned(connection)

        self._write(written)

    def set_password(self, name: str, password: str) -> None:
        """Keep the hash of a password; all earlier sessions and invitations end."""

        def written(connection: Connection) -> None:
            _end_all(connection, name)
            own = update(schema.people).where(schema.people.c.name == name)
            connection.execute(own.values(password=password))

        self._write(written)

    def admit(self, name: str, kind: PassKind) -> str:
        """Return a new token for a person; an earlier invitation holds no more."""
        token = secrets.token_urlsafe(32)
        row = {
            "key": _hashed(token),
            "kind": kind.value,
            "person": name,
            "form_token": secrets.token_urlsafe(32),
            "ends": (datetime.now(UTC) + LASTING[kind]).isoformat(),
        }

        def written(connection: Connection) -> None:
            connection.execute(delete(schema.passes).where(schema.passes.c.ends < _now()))
            if kind is PassKind.INVITATION:
                _end_all(connection, name, kind)
            connection.execute(insert(schema.passes), row)

        self._write(written)
        return token

    def session(self, token: str, kind: PassKind = PassKind.SESSION) -> Session | None:
        """Return who has a token, unless it has ended."""
        own, table = schema.passes.c, schema.people
        query = select(table, own.form_token).join(schema.passes, own.person == table.c.name)
        query = query.where(own.key == _hashed(token), own.kind == kind, own.ends >= _now())
        row = self._ask(lambda c: c.execute(query).first())
        return Session(_person(row), row.form_token) if row else None

    def end(self, token: str) -> None:
        """Let a token hold no more."""
        own = delete(schema.passes).where(schema.passes.c.key == _hashed(token))
        self._write(lambda c: c.execute(own))

    def seen(self, name: str) -> str | None:
        """Return the state of the record that somebody has seen."""
        query = select(schema.meta.c.value).where(schema.meta.c.key == f"{SEEN}{name}")
        return self._ask(lambda c: c.scalar(query))

    def note_seen(self, name: str, state: str) -> None:
        """Keep the state of the record that somebody has seen."""
        self._write(lambda c: put(c, schema.meta, [{"key": f"{SEEN}{name}", "value": state}]))

    def note_reads(self, name: str, documents: Collection[str], page: str) -> None:
        """Keep that somebody was shown words of documents."""
        rows = [
            {"person": name, "document": document, "page": page, "when": _now()}
            for document in sorted(documents)
        ]
        self._write(lambda c: c.execute(insert(schema.reads), rows))

    def reads(self, most: int) -> list[tuple[str, str, str, str]]:
        """Return who was shown words of which document, on which page and when; the last first."""
        own = schema.reads.c
        query = select(own.person, own.document, own.page, own.when).order_by(own.number.desc())
        return [tuple(row) for row in self._ask(lambda c: c.execute(query.limit(most)).all())]

    def judge(self, made: Decision) -> None:
        """Keep what somebody decides of a claim apart from others; it takes an earlier one's place.

        It is in no log: others see it when they have judged the claim too.
        """
        claim = made.about[0]

        def written(connection: Connection) -> None:
            own = schema.judgements.c
            before = (own.person == made.who, own.claim == claim)
            connection.execute(delete(schema.judgements).where(*before))
            row = {"person": made.who, "claim": claim, "record": made.model_dump_json()}
            connection.execute(insert(schema.judgements), row)

        self._write(written)

    def judgements(self) -> list[Decision]:
        """Return what was judged apart, in order."""
        own = schema.judgements.c
        rows = self._ask(lambda c: c.scalars(select(own.record).order_by(own.number)).all())
        return [Decision.model_validate_json(row) for row in rows]


def _person(row: Row[Any]) -> Person:
    return Person(row.name, Role(row.role), row.password)


def _end_all(connection: Connection, name: str, kind: PassKind | None = None) -> None:
    own = schema.passes.c
    of_kind = [] if kind is None else [own.kind == kind]
    connection.execute(delete(schema.passes).where(own.person == name, *of_kind))


def _check_owned(connection: Connection) -> None:
    roles = set(connection.scalars(select(schema.people.c.role)))
    if Role.OWNER not in roles:
        raise UsageError("Somebody has to own the case; make somebody else its owner first.")


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat()
