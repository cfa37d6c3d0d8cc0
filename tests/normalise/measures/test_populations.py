from __future__ import annotations

import functools

import pytest

from variorum import taxonomy
from variorum.language.files import table
from variorum.model import Document
from variorum.normalise.measures.measures import measures
from variorum.normalise.measures.populations import population_of

ROWS = table("populations")["en"]
NATIONS = [
    (nation, name)
    for nation, names in ROWS["nations"].items()
    for name in (nation, *(n for n in names if n))
]


OTHERS = [
    (name, word)
    for name, words in ROWS["words"].items()
    for word in words
    if word not in taxonomy.load().is_words  # these say what befell them
]


def sentence(nation: str, name: str) -> str:
    country = name == ROWS["nations"][nation][0]
    return f"275 soldiers from {name} died." if country else f"275 {name} soldiers died."


@functools.cache
def of_all() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Parse the sentences of the table as the paragraphs of one document: what each gives."""
    texts = [sentence(*row) for row in NATIONS]
    texts += [f"275 {word} inspectors slept in the hall." for _, word in OTHERS]
    document = Document.from_text("\n\n".join(texts))
    found = measures(document)
    rows: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    start = 0
    for text in texts:
        inside = (m for m in found if start <= m.span.start < start + len(text))
        rows[text] = [(m.kind, m.scope.population) for m in inside if not m.polarity]
        start += len(text) + 2
    return rows


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = measures(Document.from_text(text, published="2020-05-05"))
    return [(m.kind, m.scope.population) for m in found if m.low == 275]


@pytest.mark.parametrize(
    ("text", "kind", "population"),
    [
        ("275 fighters left the city.", "people.fighters", ()),
        ("275 Syrian fighters left the city.", "people.fighters", ("Syrian",)),
        ("275 foreign fighters left the city.", "people.fighters.foreign", ()),
        ("275 foreign Chechen fighters left.", "people.fighters.foreign", ("Chechen",)),
        ("275 foreign soldiers left the city.", "people.soldiers", ("foreign",)),
        ("275 fighters from Chechnya were killed.", "people.fighters", ("Chechen",)),
        ("275 North Korean soldiers were killed.", "people.soldiers", ("North Korean",)),
        ("275 Kurdish-led fighters were killed.", "people.fighters", ("Kurdish-led",)),
        ("275 US-backed rebels were killed.", "people.fighters", ("American-backed",)),
        ("275 Sunni Arab civilians fled.", "people.civilians", ("Arab", "Sunni")),
        ("275 Syrians were admitted.", "people", ("Syrian",)),
        ("275 Poles were injured.", "people", ("Polish",)),
        ("275 women and children were killed.", "people", ()),
        ("275 female prisoners were freed.", "people.prisoners", ("female",)),
        ("275 child soldiers were freed.", "people.soldiers", ("child",)),
        ("275 civilian deaths were reported.", "people.civilians", ()),
        ("275 wounded soldiers were counted.", "people.soldiers", ()),
        ("275 displaced people slept there.", "people.migrants", ()),
        ("275 fighters of the Free State Army were killed.", "people.fighters", ()),
        ("275 elderly Iraqi refugees arrived.", "people.migrants", ("Iraqi", "elderly")),
        ("275 polish workers were hired to wax floors.", "people.workers", ()),
        ("275 Syrian houses were destroyed.", "buildings.homes", ()),
        ("On the Kyrgyz side 275 soldiers were killed.", "people.soldiers", ("Kyrgyz",)),
        ("On the Kyrgyz side 275 Tajik soldiers died.", "people.soldiers", ("Tajik",)),
        ("On the Kyrgyz side 275 soldiers were promoted.", "people.soldiers", ()),
        ("On the Kyrgyz side and on the Tajik side 275 soldiers died.", "people.soldiers", ()),
    ],
)
def test_words_that_narrow_the_counted_are_its_population(
    text: str, kind: str, population: tuple[str, ...]
) -> None:
    assert read(text) == [(kind, population)]


@pytest.mark.parametrize(("nation", "name"), NATIONS, ids=[name for _, name in NATIONS])
def test_every_name_of_a_nation_is_known_by_its_adjective(nation: str, name: str) -> None:
    assert of_all()[sentence(nation, name)] == [("people.soldiers", (nation,))]


@pytest.mark.parametrize(("name", "word"), OTHERS)
def test_every_other_word_names_its_population(name: str, word: str) -> None:
    told = of_all()[f"275 {word} inspectors slept in the hall."]
    assert told == [("people.officials", (name,))]


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        ("They freed 275 Syrian fighters.", None, ("Syrian",)),
        ("They freed 275 fighters.", None, ()),
        ("They housed 300 displaced people.", "displaced", ()),
    ],
)
def test_words_that_narrow_what_is_counted(number, text, event, names):
    assert population_of(number(text).thing, event) == names
