"""Whose half of a sentence is whose: two who speak, what is quoted on, and what else is done."""

import pytest

from variorum import extract
from variorum.model import Document

WHO_SAYS_WHAT = [
    # Two who speak, each in a clause of his own; "and" alone may join two of one subject.
    ("fr", "La mairie a compté 20 morts, et un responsable du port a déclaré que 60 sont morts.",
     "responsable du port", "60 sont morts"),
    ("fr", "La mairie a fait état de 9 morts, tandis que l'armée a fait état de 12 morts.",
     "mairie", "9 morts"),
    ("fr", "La mairie a fait état de 9 morts, alors que l'AFP a fait état de 12 morts.",
     "AFP", "12 morts"),
    ("fr", "Les élus ont annoncé 9 morts, tandis que les soldats en comptaient deux et affirmaient"
     " que le pont tenait.", "soldats", "le pont tenait"),
    ("fr", "La mairie a confirmé 45 morts, bien que des habitants aient dit que 90 sont morts.",
     "mairie", "45 morts"),
    ("it", "Il sindaco sostiene che i morti sono 50, mentre due testimoni hanno detto che sono 90.",
     "sindaco", "i morti sono 50"),
    ("fr", "Le maire a annoncé un accord avec les pêcheurs du port, a rapporté l'agence.",
     "maire", "un accord avec les pêcheurs du port"),
    # A clause about a source ends where its own verb follows.
    ("fr", "Le maire, qui a nié toute faute du port, a quitté la ville.",
     "maire", "toute faute du port"),
    # Who does something tells it as well, not whom it is told of.
    ("fr", "Dix sont morts, a dit le maire, accusant les gardes d'avoir tiré sur la foule.",
     "maire", "avoir tiré sur la foule"),
    ("it", "“Dieci sono morti in mare”, ha detto il sindaco, accusando le guardie di aver sparato.",
     "sindaco", "di aver sparato"),
    ("fr", "Le maire s'est tu. Les soldats ont fermé le port, affirmant vouloir éviter la panique.",
     "soldats", "vouloir éviter la panique"),
    # Lists of who speaks, and adjectives that "and" joins.
    ("fr", "Des pêcheurs, des secouristes et la mairie accusent les gardes d'avoir tiré"
     " sur eux.", "pêcheurs, des secouristes et la mairie", "avoir tiré sur eux"),
    ("fr", "Hier soir, les secouristes et la mairie ont accusé les gardes d'avoir tiré sur"
     " eux.", "secouristes et la mairie", "avoir tiré sur eux"),
    ("fr", "Neuf sont morts au port, selon des sources locales et militaires.",
     "sources locales et militaires", "Neuf sont morts au port"),
    ("fr", "Neuf sont morts, a conclu une étude publiée lundi.", "étude", "Neuf sont morts"),
    # A number counts who speaks; who is quoted where "according to" names nobody is not known.
    ("it", "Secondo tre funzionari locali, dieci barche sono affondate.",
     "tre funzionari locali", "dieci barche sono affondate"),
    ("it", "A quanto scrive, la nave è affondata nel porto.",
     "unnamed", "la nave è affondata nel porto"),
    ("it", "La nave è affondata. Lo ha scritto su Norvia il giornalista Ugo Lari, che era lì.",
     "Ugo Lari", "La nave è affondata"),
    ("it", "Nove uomini sono morti. Lo ha detto nel corso di una riunione che si è svolta lì.",
     "unnamed", "Nove uomini sono morti"),
    ("fr", "« La mer était pleine de morts », a raconté à l'AFP Al-Amin Lari, un pêcheur.",
     "Al-Amin Lari", "La mer était pleine de morts"),
    ("it", "Il capo, Ugo D'Arca, ha detto che la nave è affondata.",
     "Ugo D'Arca", "la nave è affondata"),
    ("it", "Il porto è chiuso, secondo il Comitato Mare per Norvia (CMN).",
     "Comitato Mare per Norvia (CMN)", "Il porto è chiuso"),
    # An infinitive goes on after what somebody was content to do.
    ("fr", "Le maire, Ugo Lari, s'est contenté de préciser que le port est fermé.",
     "Ugo Lari", "le port est fermé"),
    ("fr", "Dix hommes sont morts cette nuit, dit le maire. Ils fuyaient le port, disent-ils.",
     "maire", "Ils fuyaient le port"),
    # A sentence with several quotations is said as a whole, and a quotation on both sides of it.
    ("fr", 'Certains marins "ont été soignés", mais "dix sont toujours en mer", a dit le maire.',
     "maire", 'Certains marins "ont été soignés", mais "dix sont toujours en mer"'),
    ("it", "“Quella notte - ha ricordato padre Lari - morirono 19 persone in mare.”",
     "padre Lari", "Quella notte"),
    ("it", "Come affermato dal sindaco Lari: «Prima di notte, dieci navi erano già in mare».",
     "Lari", "Prima di notte, dieci navi erano già in mare"),
    # "What X denies" is said by nobody else.
    ("fr", "Norvia accuse le port de soutenir la grève des pilotes, ce qu'Arca a toujours nié.",
     "Norvia", "le port de soutenir la grève des pilotes, ce qu'Arca a toujours nié"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "content"), WHO_SAYS_WHAT)
def test_each_half_has_its_speaker(language: str, text: str, speaker: str, content: str) -> None:
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    assert (speaker, content) in [(c.speaker.name, c.content[0].exact) for c in claims]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Un attentat revendiqué par le groupe Norvia a fait dix morts au port.", ["Paper"]),
        ("Le groupe Norvia a revendiqué un attentat au port.", ["groupe Norvia"]),
        ("Dix sont morts lors d'un raid de la flotte, qui croyait viser un port.", ["unnamed"]),
    ],
)
def test_what_is_done_is_not_said(text: str, speakers: list[str]) -> None:
    claims = extract(Document.from_text(text, language="fr", publisher="Paper"))
    assert [claim.speaker.name for claim in claims[-1:]] == speakers


@pytest.mark.parametrize(
    ("language", "text", "relay"),
    [
        ("fr", "Dix sont morts, a annoncé le maire, cité par Norvia-Presse.", "Norvia-Presse"),
        ("fr", "Dix sont morts en mer, selon la mairie, citée par l'AFP.", "AFP"),
        ("it", "Il sindaco Ugo Lari, citato da Norvia, sostiene che dieci sono morti.", "Norvia"),
        ("fr", "« Nous avons dix morts au port », a dit à Reuters Ugo Lari.", "Reuters"),
        ("fr", "La BBC a fait état de 9 morts, tandis que l'AFP a fait état de 12 morts.", "AFP"),
    ],
)
def test_the_medium_that_quotes_is_told(language: str, text: str, relay: str) -> None:
    claims = extract(Document.from_text(text, language=language, publisher="Paper"))
    assert relay in [link.name for link in claims[-1].relay]
    assert not any("cit" in claim.content[-1].exact for claim in claims)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("NORVIA, Mer - Dix pêcheurs sont morts au port.", "Dix pêcheurs sont morts au port"),
        ("NORVIA, 9 mai 2011 (AFP) — Dix sont morts au port.", "Dix sont morts au port"),
        ("Norvia, mer - Dix sont morts au port.", "Norvia, mer - Dix sont morts au port"),
    ],
)
def test_a_dateline_is_not_said(text: str, content: str) -> None:
    claims = extract(Document.from_text(text, language="fr", publisher="Paper"))
    assert [claim.content[0].exact for claim in claims] == [content]
