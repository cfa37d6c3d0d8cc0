"""What a case says is found by its words, in both databases alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from variorum.case import Case, Comparison
from variorum.errors import UsageError
from variorum.model import Actor, ActorName, Certainty, Claim, Document
from variorum.store import Store
from variorum.store.word_search import KINDS
from variorum.text import span

TOLD = {
    "a.txt": ("Fähre vor Ardel", "Der Minister sagte, die Fähre habe 40 Menschen gerettet."),
    "b.txt": ("Катастрофа", "Министр Лавров заявил, что погибли 23 человека."),
    "c.txt": ("قارب", "قال الوزير إن القارب غرق."),
    "d.txt": (None, "The ferry_2 sank; it's a ferry's loss, they said."),
}


def claim(document: Document) -> Claim:
    content = (span(document, 0, len(document.text)),)
    return Claim.narrated(document, content, hedges=(), certainty=Certainty.CERTAIN)


def case() -> Case:
    documents = tuple(
        Document.from_text(text, title=title, path=path) for path, (title, text) in TOLD.items()
    )
    names = {"actor-1": ("Sergej Lawrow", "Лавров"), "actor-2": ("Zoë Łukasz",)}
    actors = tuple(
        Actor(id=key, label=own[0], names=tuple(ActorName(name=n, used_by=()) for n in own))
        for key, own in names.items()
    )
    claims = tuple(claim(document) for document in documents)
    return Case(documents, claims, (), Comparison(actors=actors))


@pytest.fixture
def store(place: str) -> Store:
    with Store(place) as one:
        one.save(case())
        yield one


def found(store: Store, words: str, most: int = 20) -> list[str]:
    """Return the names of actors, the titles of documents and the paths of claims."""
    path = {document.id: document.path for document in store.documents()}
    return [
        one.label
        if isinstance(one, Actor)
        else str(one.title)
        if isinstance(one, Document)
        else str(path[one.document])
        for one in store.find(words, most)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("fahre", ["Fähre vor Ardel", "a.txt"]),
        ("FÄHRE gerettet", ["a.txt"]),
        ("gerettet fähre 40", ["a.txt"]),
        ("gerettet Kreuz", []),
        ("ferry", ["d.txt"]),
        ("2", ["d.txt"]),
        ("its", []),
        ("Minist*", ["a.txt"]),
        ("министр*", ["b.txt"]),
        ("القارب", ["c.txt"]),
        ("لوزير", []),
        ("Lavrov", ["Sergej Lawrow"]),
        ("Лавров", ["Sergej Lawrow", "b.txt"]),
        ("lukasz zoe", ["Zoë Łukasz"]),
        ("fahre'; DROP TABLE search; --", []),
        ('a" OR "b', []),
        ("0x", []),
    ],
)
def test_words_are_found_whatever_their_case_and_marks(
    store: Store, words: str, expected: list[str]
) -> None:
    assert found(store, words) == expected


def test_every_kind_is_found_by_the_records_of_its_table(store: Store) -> None:
    assert {type(one).__name__ for one in store.find("lawrow*", 9)} == {"Actor"}
    assert list(KINDS) == ["name", "title", "quotation"]


def test_no_more_is_found_than_asked_for(store: Store) -> None:
    assert found(store, "fähre", 1) == ["Fähre vor Ardel"]


@pytest.mark.parametrize("words", ["", " ", "*", "?!", "_"])
def test_a_query_without_a_word_is_refused(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match=r"There is no word in .*; give words to look for"):
        list(store.find(words, 5))


def test_what_is_no_longer_in_the_case_is_not_found(store: Store) -> None:
    old = case()
    renamed = old.comparison.actors[1].model_copy(
        update={"names": (ActorName(name="Anna Nowak", used_by=()),)}
    )
    store.save(
        replace(
            old,
            documents=old.documents[1:],
            claims=old.claims[1:],
            comparison=Comparison(actors=(renamed,)),
        )
    )
    assert found(store, "fähre") == []
    assert found(store, "lawrow") == []
    assert found(store, "nowak") == ["Zoë Łukasz"]
    assert found(store, "погибли") == ["b.txt"]
