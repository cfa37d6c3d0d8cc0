"""What is quoted over several sentences is one claim of one speaker, by the name of the text."""

import pytest

from variorum.extract.document.quotations import quotations
from variorum.extract.lexical.lexical_claims import extract
from variorum.model import Claim, Document

# Language, text, who says it, and words of the first and the last quoted sentence.
QUOTED = [
    ("nb", "– Vi kom sent. Tre hus brant ned, sier Kari Lund.", "Kari Lund", "sent", "ned"),
    (
        "pl",
        "Rada się zebrała. – Mamy dość. Dziesięciu ludzi straciło pracę – mówił Jan Lis.",
        "Jan Lis",
        "dość",
        "pracę",
    ),
    (
        "pl",
        "– Nie ustąpimy. Zostaniemy tu przez miesiąc – podkreślał wczoraj w Oslo Jan Lis.",
        "Jan Lis",
        "ustąpimy",
        "miesiąc",
    ),
    (
        "fr",
        "Selon le préfet, « les secours ont trouvé douze morts dans la vallée. "
        "Trois routes sont coupées ».",
        "préfet",
        "morts",
        "coupées",
    ),
    (
        "tr",
        "Vali Ayşe Kara sabah saatlerinde, 'Üç köprü yıkıldı. On kişi kayıp' dedi.",
        "Ayşe Kara",
        "köprü",
        "kayıp",
    ),
    (
        "de",
        "Der Sprecher sagte: »Wir haben zwölf Tote gefunden. Drei Straßen sind gesperrt.« "
        "Das »Amt« schweigt.",
        "Sprecher",
        "Tote",
        "gesperrt",
    ),
    (
        "ar",
        'وقالت "لجنة أهالي الحي القديم"، وهي مجموعة محلية، في بيان: "سقطت ثلاثة بيوت... قتل تسعة".',
        "لجنة أهالي الحي القديم",
        "بيوت",
        "تسعة",
    ),
]


def _claims(code: str, text: str) -> list[Claim]:
    return extract(Document.from_text(text, language=code, publisher="Paper"))


def _said(claim: Claim) -> str:
    return " ".join(span.exact for span in claim.content)


@pytest.mark.parametrize(("code", "text", "who", "first", "last"), QUOTED)
def test_all_sentences_of_a_quotation_are_said_by_one(
    code: str, text: str, who: str, first: str, last: str
) -> None:
    (claim,) = [claim for claim in _claims(code, text) if first in _said(claim)]
    assert last in _said(claim)
    assert claim.speaker.name == who


def test_what_is_quoted_by_nobody_is_not_the_papers_own() -> None:
    text = 'Paylaşımda "Üç yüz ihbara bakıldı. Yedi mahalleli kurtarıldı ve güvende." sözleri var.'
    told = [claim for claim in _claims("tr", text) if "ihbara" in _said(claim)]
    assert [claim.speaker.name for claim in told] == ["unnamed"]
    assert "kurtarıldı" in _said(told[0])


NAMED = [
    ("es", "El jefe de la Armada, general Ana Ruiz, dijo que hubo seis muertos.", "Ana Ruiz"),
    ("de", "Ana Ruiz, Sprecherin des Hilfswerks Nord, teilte mit, dass drei starben.", "Ana Ruiz"),
    ("ru", "Мэр Харькова Анна Лунд сообщила, что погибли трое.", "Анна Лунд"),
    ("ru", "Мэр Анна Ивановна Лунд сообщила, что погибли трое.", "Анна Ивановна Лунд"),
    ("id", "Kepala Badan Air (BAA) Lestari mengatakan bahwa tiga orang tewas.", "Lestari"),
    ("id", "Humas BAA Dewi Lestari mengatakan bahwa tiga orang tewas.", "Dewi Lestari"),
    ("pl", "Szef Solidarności Jan Lis powiedział, że zginęło trzech ludzi.", "Jan Lis"),
    ("fr", "Trois hommes sont morts, a indiqué jeudi à l'AFP un préfet local.", "préfet local"),
    ("fr", "Trois hommes sont morts, ont dit un maire et un préfet jeudi.", "maire et un préfet"),
    ("de", "Drei Raketen trafen laut Lund den Frachter, der vor Anker lag.", "Lund"),
    ("de", "Den Angaben der Polizei zufolge starben drei Menschen.", "Polizei"),
    ("de", "Drei Matrosen starben. Das bestätigte ein Beamter aus Rom.", "Beamter"),
    ("fa", "رئیس اداره آب شهر از مرگ سه نفر خبر داد.", "رئیس اداره آب شهر"),
]


@pytest.mark.parametrize(("code", "text", "who"), NAMED)
def test_a_speaker_has_the_name_of_the_text(code: str, text: str, who: str) -> None:
    told = [claim for claim in _claims(code, text) if claim.cue is not None]
    assert [claim.speaker.name for claim in told] == [who]


def test_a_surname_behind_an_office_is_who_was_named_in_full() -> None:
    text = "El jefe Ana Ruiz dijo que hubo seis muertos. El general Ruiz dijo que hay tres presos."
    assert {claim.speaker.name for claim in _claims("es", text)} == {"Ana Ruiz"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", '"Tiga rumah hancur," kata Dewi dalam pesan yang diterima Kami, Jumat (1/2/2019).'),
        ("pt", "A Defesa Civil informou, por volta das 14h30, que três casas caíram."),
        ("ar", "وأضاف الطبيب الذي رفض الكشف عن اسمه أن ثلاثة بيوت سقطت."),
    ],
)
def test_what_is_left_of_a_sentence_is_no_claim_without_a_happening(code: str, text: str) -> None:
    assert len(_claims(code, text)) == 1


def test_marks_that_stand_the_other_way_round_hold_what_is_between_them() -> None:
    text = "Er sagte: »Es ist gut.« Das Heft »Neu« schrieb: »Nein«."
    assert [text[slice(*q.inner)] for q in quotations(text)] == ["Es ist gut.", "Neu", "Nein"]
    assert [q.mark for q in quotations("Il dit : « Oui ». Et « non ».")] == ["«", "«"]


@pytest.mark.parametrize(
    ("code", "text", "who", "said"),
    [
        (
            "es",
            "Murieron 40 personas, según informó este miércoles el Ministerio del Interior.",
            "Ministerio del Interior",
            "Murieron 40 personas",
        ),
        (
            "pt",
            "Segundo informou nesta quinta-feira o governador, 40 pessoas morreram.",
            "governador",
            "40 pessoas morreram",
        ),
        (
            "es",
            "Hubo 50 heridos, según un informe de la alcaldía que salió este lunes.",
            "informe de la alcaldía",
            "Hubo 50 heridos",
        ),
        (
            "tr",
            "Vali Ayşe Kara, yaptığı yazılı açıklamada, 3 köprünün yıkıldığını söyledi.",
            "Ayşe Kara",
            "3 köprünün yıkıldığını",
        ),
        (
            "nb",
            "– Tre hus brant ned, sa Kari Lund ifølge Reuters.",
            "Kari Lund",
            "Tre hus brant ned",
        ),
    ],
)
def test_the_day_and_the_occasion_of_a_saying_are_no_part_of_it(
    code: str, text: str, who: str, said: str
) -> None:
    assert (who, said) in {(c.speaker.name, _said(c)) for c in _claims(code, text)}


def test_a_pronoun_within_a_verb_leads_back_to_who_spoke() -> None:
    text = (
        "« Six hommes sont morts », a dit Anna Lund. « Ils étaient à pied », a-t-elle ajouté hier."
    )
    assert [c.speaker.name for c in _claims("fr", text)] == ["Anna Lund", "Anna Lund"]


AGAIN = [
    ("fr", "Le maire a dit que trois ont fui. « Ils sont morts », a-t-il ajouté.", "maire"),
    ("fr", "Le maire a dit que trois ont fui. Trois hommes ont été tués, a-t-il dit.", "maire"),
    (
        "ru",
        "Погибли трое, сообщил в Telegram-канале мэр Пётр Лунд. Позже он заявил, что пятеро.",
        "",
    ),
    ("ar", "قتل 17 شخصا، بحسب ما أفاد به مصدر طبي.", "مصدر طبي"),
    ("ar", 'قتل ثمانية بحسب مجموعة "لجنة أهالي الحي" التي أكدت ذلك.', 'مجموعة "لجنة أهالي الحي"'),
]
NAMES = {"ru": "Пётр Лунд"}


@pytest.mark.parametrize(("code", "text", "who"), AGAIN)
def test_who_speaks_again_is_who_spoke(code: str, text: str, who: str) -> None:
    assert {claim.speaker.name for claim in _claims(code, text)} == {who or NAMES[code]}
