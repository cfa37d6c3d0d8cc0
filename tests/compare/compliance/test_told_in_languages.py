"""Agreements and reports of eight languages: what they tell is held against each other."""

from __future__ import annotations

import pytest

from variorum.case import Case
from variorum.compare import compare
from variorum.model import Document, Modality
from variorum.pipeline import extract
from variorum.settings import Settings

MUST, MUST_NOT = Modality.MUST, Modality.MUST_NOT
# Language; the day and the text of the agreement and of a report; its terms, each with the English
# words of its deed; what is said of which of them.
TOLD = [
    (
        "de",
        (
            "2011-05-04",
            "Waffenruhe zwischen der Republik Orland und der Flussfront, vereinbart am 3. "
            "Mai 2011 in Brenn, mit sofortiger Wirkung für 90 Tage.\n"
            "Die Parteien verpflichten sich:\n"
            "a) alle Angriffe einzustellen;\n"
            "b) die Gefangenen binnen zehn Tagen freizulassen;\n"
            "c) keine Minderjährigen anzuwerben.\n"
            "Die Flussfront zieht ihre Kämpfer aus Hadern ab. Öffnung der Brücke von Sill, "
            "ausgenommen für Militärtransporte.",
        ),
        (
            "2011-08-02",
            "Die Waffenruhe zwischen der Republik Orland und der Flussfront wurde bis zum "
            "31. Oktober 2011 verlängert. Die Flussfront griff am 20. Juli 2011 Stellungen "
            "der Republik Orland bei Hadern an, sagte ein General. Die Republik Orland ließ"
            " am 12. Mai 2011 alle Gefangenen frei. Die Bergmiliz griff am 22. Juli einen "
            "Markt an.",
        ),
        ["stop attack", "release prisoner", "recruit child", "withdraw troop", "open bridge"],
        [("breached", "stop attack"), ("kept", "release prisoner")],
    ),
    (
        "es",
        (
            "2010-03-03",
            "El gobierno de Marania y el Frente del Sur firmaron el 2 de marzo de 2010 un "
            "alto el fuego por seis meses.\n"
            "Puntos del acuerdo:\n"
            "1. Cese de todos los ataques.\n"
            "2. Liberación de los rehenes antes del 15 de marzo, salvo los heridos.\n"
            "3. Ningún reclutamiento de menores.\n"
            "4. Ambas partes permitirán el paso de la ayuda humanitaria.\n"
            "El Frente del Sur se compromete a retirar sus tropas de Albora.",
        ),
        (
            "2010-06-01",
            "El Frente del Sur atacó el 20 de mayo de 2010 un puesto del gobierno de "
            "Marania, dijo el ejército. El gobierno de Marania liberó a los rehenes el 10 "
            "de marzo de 2010. El Frente del Sur no ha retirado sus tropas de Albora.",
        ),
        ["stop attack", "release prisoner", "recruit child", "admit aid", "withdraw troop"],
        [("breached", "stop attack"), ("breached", "withdraw troop"), ("kept", "release prisoner")],
    ),
    (
        "fr",
        (
            "2009-06-12",
            "Cessez-le-feu entre le gouvernement de Valmarie et le Front du Nord, signé le "
            "11 juin 2009.\n"
            "Les deux parties s'engagent à : cesser les hostilités ; libérer les "
            "prisonniers ; ouvrir le pont de Morbec.\n"
            "Le Front du Nord ne doit pas recruter d'enfants, sauf avec l'accord des "
            "familles. Retrait des chars de la ville avant le 1er juillet 2009.",
        ),
        (
            "2009-09-01",
            "Le Front du Nord a attaqué une caserne du gouvernement de Valmarie le 3 août "
            "2009, selon la radio. Le gouvernement de Valmarie a libéré les prisonniers le "
            "20 juin 2009. Le Front du Nord n'a pas ouvert le pont de Morbec.",
        ),
        ["stop attack", "release prisoner", "open bridge", "recruit child", "withdraw troop"],
        [("breached", "open bridge"), ("breached", "stop attack"), ("kept", "release prisoner")],
    ),
    (
        "ru",
        (
            "2008-08-17",
            "Перемирие между Сорландией и Тавией подписано 16 августа 2008 года.\n"
            "Стороны обязуются:\n"
            "1) прекратить все нападения;\n"
            "2) освободить пленных;\n"
            "3) не вербовать детей.\n"
            "Тавия отводит войска от Морбека. Сорландия должна открыть мост до 1 сентября "
            "2008 года. Допуск гуманитарной помощи.",
        ),
        (
            "2008-10-01",
            "Тавия напала на посты Сорландии 3 сентября 2008 года, сообщило министерство. "
            "Сорландия освободила пленных 20 августа 2008 года. Сорландия не открыла мост.",
        ),
        [
            "stop attack",
            "release prisoner",
            "recruit child",
            "withdraw troop",
            "open bridge",
            "admit aid",
        ],
        [("breached", "open bridge"), ("breached", "stop attack"), ("kept", "release prisoner")],
    ),
    (
        "uk",
        (
            "2008-08-17",
            "Перемир'я між Сорландією і Тавією підписано 16 серпня 2008 року терміном на "
            "три місяці.\n"
            "Сторони зобов'язуються:\n"
            "1) припинити всі напади;\n"
            "2) звільнити полонених;\n"
            "3) не вербувати дітей.\n"
            "Тавія повинна відвести війська від Морбека до 1 вересня 2008 року.",
        ),
        (
            "2008-10-01",
            "Тавія напала на пости Сорландії 3 вересня 2008 року, повідомило міністерство. "
            "Сорландія звільнила полонених 20 серпня 2008 року. Тавія не відвела війська "
            "від Морбека.",
        ),
        ["stop attack", "release prisoner", "recruit child", "withdraw troop"],
        [("breached", "stop attack"), ("breached", "withdraw troop")],
    ),
    (
        "pl",
        (
            "2010-04-03",
            "Rozejm między Sorlandią a Tavią podpisano 2 kwietnia 2010 r.\n"
            "Strony zobowiązują się:\n"
            "- wstrzymać wszystkie ataki;\n"
            "- uwolnić jeńców;\n"
            "- nie werbować dzieci.\n"
            "Tavia wycofa wojska z Morbeku do 1 maja 2010 r. Otwarcie mostu, z wyjątkiem "
            "transportów wojskowych.",
        ),
        (
            "2010-06-01",
            "Tavia zaatakowała posterunki Sorlandii 3 maja 2010 r., podało ministerstwo. "
            "Sorlandia uwolniła jeńców 20 kwietnia 2010 r. Tavia nie wycofała wojsk z "
            "Morbeku.",
        ),
        ["stop attack", "release prisoner", "recruit child", "withdraw troop bridge"],
        [("breached", "stop attack")],
    ),
    (
        "tr",
        (
            "2009-05-03",
            "Sorlandya ile Tavya arasındaki ateşkes 2 Mayıs 2009'da imzalandı.\n"
            "Taraflar şunları yapmakla yükümlüdür:\n"
            "1) tüm saldırıların durdurulması;\n"
            "2) esirlerin serbest bırakılması;\n"
            "3) çocukların silah altına alınmaması.\n"
            "Tavya askerlerini Morbek'ten çekecek. Köprünün açılması.",
        ),
        (
            "2009-08-01",
            "Tavya 3 Haziran 2009'da Sorlandya mevzilerine saldırdı. Sorlandya esirleri 20 "
            "Mayıs 2009'da serbest bıraktı. Tavya askerlerini Morbek'ten çekmedi.",
        ),
        ["stop attack", "release prisoner", "recruit child", "withdraw troop", "open bridge"],
        [("breached", "stop attack"), ("breached", "withdraw troop"), ("kept", "release prisoner")],
    ),
    (
        "ar",
        (
            "2009-05-03",
            "وقعت سورلانديا وتافيا هدنة في 2 مايو 2009.\n"
            "يلتزم الطرفان بما يلي:\n"
            "1) وقف جميع الهجمات؛\n"
            "2) إطلاق سراح الأسرى؛\n"
            "3) عدم تجنيد الأطفال.\n"
            "يجب على تافيا سحب قواتها من موربك. فتح الجسر أمام المساعدات الإنسانية.",
        ),
        (
            "2009-08-01",
            "هاجمت تافيا مواقع سورلانديا في 3 يونيو 2009. أطلقت سورلانديا سراح الأسرى في 20"
            " مايو 2009. لم تسحب تافيا قواتها من موربك.",
        ),
        ["stop attack", "release prisoner", "recruit child", "withdraw troop", "open bridge aid"],
        [("kept", "release prisoner")],
    ),
]


def case_of(language, *told):
    documents = [
        Document.from_text(
            text, language=language, published=day, publisher=f"P{n}", path=f"{n}.txt"
        )
        for n, (day, text) in enumerate(told)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return Case(tuple(documents), tuple(claims), (), compare(documents, claims, Settings()))


def said_of(case):
    (agreement,) = case.agreements
    return agreement, sorted(
        (found.status.value, term.tellings[0].clause.gloss)
        for term in agreement.terms
        for found in term.compliance
    )


@pytest.mark.parametrize(
    ("language", "agreed", "report", "terms", "said"), TOLD, ids=[row[0] for row in TOLD]
)
def test_what_was_agreed_is_held_against_what_was_done(language, agreed, report, terms, said):
    agreement, found = said_of(case_of(language, agreed, report))
    glosses = [term.tellings[0].clause.gloss for term in agreement.terms]
    assert glosses == terms
    banned = [t.modality for t in agreement.terms if t.tellings[0].clause.gloss == "recruit child"]
    assert banned == [MUST_NOT]
    assert len(agreement.parties) == 2
    assert found == said


@pytest.mark.parametrize(
    ("language", "report"),
    [
        ("de", "Am 20. Juli 2011 wurden Stellungen der Republik Orland bei Hadern angegriffen."),
        ("de", "Die Bergmiliz griff am 20. Juli 2011 Stellungen der Republik Orland an."),
        ("de", "Die Flussfront griff am 20. April 2011 Stellungen der Republik Orland an."),
        ("ru", "Посты Сорландии атаковала Тавия 3 сентября 2008 года."),
        ("ru", "Посты Сорландии были атакованы 3 сентября 2008 года."),
        (
            "ru",
            "Тавия не нападала на посты Сорландии 3 сентября 2008 года, а освободила 5 пленных.",
        ),
        ("de", "Die Flussfront muss am 20. Juli 2011 Stellungen der Republik Orland angreifen."),
        ("fr", "Une caserne du gouvernement de Valmarie a été attaquée le 3 août 2009."),
        ("tr", "Sorlandya mevzileri 3 Haziran 2009'da saldırıya uğradı."),
    ],
)
def test_who_did_not_attack_the_other_party_has_broken_nothing(language, report):
    agreed = next(row[1] for row in TOLD if row[0] == language)
    _, found = said_of(case_of(language, agreed, (f"{int(agreed[0][:4]) + 1}-01-01", report)))
    assert "breached" not in {status for status, _ in found}


def test_an_extension_moves_the_end():
    _, agreed, report, *_ = TOLD[0]
    (agreement,) = case_of("de", agreed).agreements
    assert agreement.end == "2011-08-01"
    (agreement,) = case_of("de", agreed, report).agreements
    assert agreement.end == "2011-10-31"


def test_exceptions_and_days_of_points_are_told():
    agreement, _ = said_of(case_of("es", TOLD[1][1]))
    release = agreement.terms[1]
    assert release.due == "2010-03-14"
    assert release.exception == "salvo los heridos"


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ("no les ha retirado sus tropas de Albora", [("breached", "withdraw troop")]),
        ("no duerme nunca y de a poco ha retirado sus tropas de Albora", []),
    ],
)
def test_a_word_that_negates_stands_near_its_deed(report, said):
    agreed = TOLD[1][1]
    _, found = said_of(case_of("es", agreed, ("2010-06-01", f"El Frente del Sur {report}.")))
    assert found == said


@pytest.mark.parametrize(
    ("language", "day", "report", "said"),
    [
        ("de", "2011-08-01", "Die Flussfront brach am 20. Juli 2011 die Waffenruhe.", "breached"),
        (
            "de",
            "2011-08-01",
            "Die Republik Orland warf der Flussfront vor, sie habe die Waffenruhe gebrochen.",
            None,
        ),
        ("es", "2010-06-01", "El Frente del Sur violó el alto el fuego el 20 de mayo.", "breached"),
        ("fr", "2009-12-01", "Le Front du Nord a violé le cessez-le-feu.", "breached"),
        ("ru", "2008-12-01", "Тавия нарушила перемирие.", "breached"),
        ("ru", "2008-12-01", "Тавия не нарушила перемирие.", "kept"),
        ("ru", "2008-12-01", "Горцы нарушили перемирие.", None),
        ("uk", "2008-10-01", "Тавія порушила перемир'я.", "breached"),
        ("pl", "2010-12-01", "Tavia złamała rozejm.", "breached"),
        ("tr", "2009-12-01", "Tavya ateşkesi ihlal etti.", "breached"),
        ("ar", "2009-12-01", "خرقت تافيا الهدنة.", "breached"),
        ("tr", "2009-12-01", "Tavya ateşkesi ihlal etmedi.", None),
        ("uk", "2008-10-01", "Тавія має намір не порушувати перемир'я.", None),
    ],
)
def test_what_is_said_of_a_truce_as_a_whole_is_told_of_who_broke_it(language, day, report, said):
    agreed = next(row[1] for row in TOLD if row[0] == language)
    agreement, _ = said_of(case_of(language, agreed, (day, report)))
    found = [(one.status.value, one.by is not None) for one in agreement.compliance]
    assert found == ([(said, True)] if said else [])
