"""Finding what a case says by words: in quotations, titles and names.

Words are folded here (see `language.spelling.fold`), so that both databases find the same: neither
case nor diacritics tell words apart. Names are found by their sound too, in whatever script.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from variorum.errors import UsageError
from variorum.language.spelling import fold, sound
from variorum.store import schema
from variorum.store.rows import BATCH, put

# What is found, the surest first, with the table that holds it.
KINDS = {"name": schema.findings, "title": schema.documents, "quotation": schema.claims}
_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r"([^\W_]+)(\*?)")
# A key of two sounds is shared by too many names.
SHORTEST_SOUND = 3
# No word that is written begins so.
SOUNDS_LIKE = "0x"


def index_words(connection: sa.Connection) -> None:
    """Make the words of the case as it is written the ones that are searched."""
    search = schema.search.c
    for kind, table in KINDS.items():
        there = sa.exists().where(table.c.id == search.ref, *_of(kind))
        connection.execute(sa.delete(schema.search).where(search.kind == kind, ~there))
        rows = (
            {"kind": kind, "ref": key, "words": " ".join(dict.fromkeys(_words(kind, record)))}
            for key, record in _records(connection, kind)
        )
        put(connection, schema.search, rows, by="kind ref")


def _records(connection: sa.Connection, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records of a kind a page at a time: all actors, and of the rest what is new."""
    table, last = KINDS[kind], ""
    query = sa.select(table.c.id, table.c.record).order_by(table.c.id).limit(BATCH)
    query = query.where(*_of(kind))
    if kind != "name":
        search = schema.search.c
        query = query.where(~sa.exists().where(search.kind == kind, search.ref == table.c.id))
    while page := connection.execute(query.where(table.c.id > last)).all():
        yield from ((key, json.loads(record)) for key, record in page)
        last = page[-1].id


def _of(kind: str) -> list[sa.ColumnElement[bool]]:
    """Return what tells the records of a kind from others in their table."""
    if kind == "name":
        return [schema.findings.c.kind == "actors"]
    return [schema.claims.c.part_of.is_(None)] if kind == "quotation" else []


def _words(kind: str, record: dict[str, Any]) -> Iterator[str]:
    """Yield the words that a record is found by."""
    if kind == "quotation":
        told = [span["exact"] for span in record["content"]]
    elif kind == "title":
        told = [record[name] or "" for name in ("title", "publisher", "author")]
    else:
        told = [record["label"], *(name["name"] for name in record["names"])]
    for word in _WORD.findall(fold(" ".join(told))):
        yield word
        if kind == "name":
            yield from _sounds(word)


def _sounds(word: str) -> Iterable[str]:
    """Return the key that other spellings of a name share, where it says enough."""
    key = "".join(_WORD.findall(sound(word)))
    return [f"{SOUNDS_LIKE}{key}"] if len(key) >= SHORTEST_SOUND else []


def matches(words: str, dialect: str, most: int) -> sa.Select[tuple[str, str]]:
    """Return the query for what holds all of some words: its kind and its id, names first.

    Args:
        words: what is asked for; a word with * after it stands for all that begin so.
        dialect: sqlite or postgresql.
        most: so many are found.

    Raises:
        UsageError: when there is no word in `words`.
    """
    asked = [(word, bool(star)) for word, star in _ASKED.findall(fold(words))]
    if not asked:
        raise UsageError(f"There is no word in {words!r}; give words to look for.")
    holds, told = (_SQLITE, _FTS) if dialect == "sqlite" else (_POSTGRES, _TSQUERY)
    search, claims, documents = schema.search.c, schema.claims.c, schema.documents.c
    order = sa.case({kind: place for place, kind in enumerate(KINDS)}, value=search.kind)
    document = sa.func.coalesce(claims.document_id, search.ref)
    return (
        sa.select(search.kind, search.ref)
        .outerjoin(schema.claims, sa.and_(search.kind == "quotation", claims.id == search.ref))
        .outerjoin(schema.documents, documents.id == document)
        .where(sa.text(holds).bindparams(asked=_written(asked, *told)))
        .order_by(order, documents.data_set, documents.path, claims.start, search.ref)
        .limit(sa.literal(most))
    )


_SQLITE = "search.id IN (SELECT rowid FROM search_words WHERE search_words MATCH :asked)"
_POSTGRES = "array_to_tsvector(string_to_array(search.words, ' ')) @@ CAST(:asked AS tsquery)"


# How each writes "and", "or", a word and the beginning of one.
_FTS = " AND ", " OR ", '"', "*"
_TSQUERY = " & ", " | ", "'", ":*"


def _written(
    asked: Iterable[tuple[str, bool]], joint: str, either: str, quote: str, prefix: str
) -> str:
    told = (either.join(_alternatives(word, star, quote, prefix)) for word, star in asked)
    return joint.join(f"({words})" for words in told)


def _alternatives(word: str, star: bool, quote: str, prefix: str) -> Iterator[str]:
    """Yield a word as a query asks for it, and the key of its sound."""
    yield f"{quote}{word}{quote}{prefix if star else ''}"
    yield from (f"{quote}{key}{quote}" for key in ([] if star else _sounds(word)))
