"""Whom somebody charges with a deed of violence, and who denies one, in all languages."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements import in_full, statements_of
from variorum.statements.charges.charge_reader import read_charges


def charges(text, language="en"):
    """Return topic, party, whether it did it, who says so, whom it was done to."""
    document = Document.from_text(text, publisher="Outlet", language=language)
    found = statements_of(in_full(extract(document), document), document).charges
    return [(s.topic, s.doers[0].name, s.holds, s.charge, s.target) for s in found]


@pytest.mark.parametrize(
    ("language", "text", "party", "by"),
    [
        (
            "en",
            "Norwegian officials said that Danish troops fired at the boat.",
            "Denmark",
            "Norway",
        ),
        (
            "en",
            "The boat was hit by Danish soldiers, Norwegian officials said.",
            "Denmark",
            "Norway",
        ),
        ("de", "Norwegen wirft Dänemark vor, das Boot beschossen zu haben.", "Denmark", "Norway"),
        (
            "fr",
            "La Norvège affirme que les soldats danois ont tiré sur le bateau.",
            "Denmark",
            "Norway",
        ),
        (
            "es",
            "Las autoridades noruegas afirmaron que el ejército danés disparó.",
            "Denmark",
            "Norway",
        ),
        (
            "pt",
            "As autoridades norueguesas acusaram as forças dinamarquesas de abrir fogo.",
            "Denmark",
            "Norway",
        ),
        ("ru", "Норвегия заявила, что датские военные обстреляли судно.", "Denmark", "Norway"),
        (
            "en",
            "The rebels said that the army attacked the village.",
            "government forces",
            "rebels",
        ),
        ("en", "Police said that protesters opened fire first.", "protesters", "government forces"),
        (
            "en",
            "Ola Berg of the Danish army said it was the Swedes who shot first.",
            "Sweden",
            "Denmark",
        ),
        (
            "id",
            "Tentara Swedia mengatakan bahwa mereka lebih dulu ditembaki oleh militer Denmark.",
            "Denmark",
            "Sweden",
        ),
        ("en", "The army blamed the rebels for the attack.", "rebels", "government forces"),
    ],
)
def test_a_party_is_charged_by_another(language, text, party, by):
    found = charges(text, language)
    assert [(p, holds, own) for _, p, holds, own, _ in found] == [(party, True, by)]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The rebels denied responsibility.", "rebels"),
        ("en", "The army denied that its soldiers had shelled the town.", "government forces"),
        ("en", "The army said that the rebels shelled the town. The rebels denied it.", "rebels"),
        ("en", "“We did not do this,” a rebel spokesman said.", "rebels"),
        ("es", "El ejército negó las acusaciones.", "government forces"),
        ("ru", "Повстанцы отвергли обвинения.", "rebels"),
    ],
)
def test_who_is_charged_denies_it(language, text, party):
    _, denier, holds, _, _ = charges(text, language)[-1]
    assert (denier, holds) == (party, False)


@pytest.mark.parametrize(
    "text",
    [
        # Another deed, no deed, or one left open; what befell those who are named.
        "Norway accused Denmark of holding back the water.",
        "Norwegian officials said that Danish troops had reached the river.",
        "Norwegian officials said that Danish troops may have fired at the boat.",
        "Norwegian officials said that nothing showed that Danish troops fired at the boat.",
        "Norwegian officials mourned the Danish soldiers killed in the raid.",
        "The army denied that it had hit a wedding.",
        "The army denied the accusation that the prison was dirty.",
        "The mayor said that the bombing went on.",
        "The mayor said that the bombing answered an attack by rebels.",
        "A minister said that the army struck the rebels.",
        "Marchers accused the army of being behind the smugglers.",
        "Danish troops fired at the boat.",
    ],
)
def test_what_charges_nobody(text):
    assert charges(text) == []


def test_whom_a_deed_was_done_to_is_told():
    found = charges("The army said that the rebels attacked a police post near the town.")
    assert [target for *_, target in found] == ["government forces"]
    assert [t for *_, t in charges("The army said that the rebels attacked a village.")] == [""]


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("Norwegian officials said that Danish troops fired first.", True),
        ("Norwegian officials said that Danish troops fired at the boat.", False),
    ],
)
def test_who_began_is_told(text, began):
    document = Document.from_text(text, publisher="Outlet", language="en")
    claims = extract(document)
    found = read_charges(claims, document, frozenset(claim.id for claim in claims))
    assert [said.certain for said in found] == [began]


def test_no_charge_is_read_where_the_lexicon_reads_a_denial_of_something_else():
    text = "Witnesses said that live ammunition was used. The police denied using live ammunition."
    assert [holds for _, _, holds, _, _ in charges(text)] == []


def test_whoever_said_it_charges_and_not_the_paper_that_has_it_from_him():
    text = "The army shelled the school, rebel leaders said, according to Reuters."
    assert [by for *_, by, _ in charges(text)] == ["rebels"]
