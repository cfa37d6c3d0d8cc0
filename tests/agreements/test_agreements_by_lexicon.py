"""Agreements told in the languages of the lexicon: parties, days and plain terms, and no more."""

from __future__ import annotations

import pytest

from variorum.agreements.agreements_by_lexicon import unread
from variorum.model import Document, Modality
from variorum.pipeline import extract

MUST, MUST_NOT, MAY = Modality.MUST, Modality.MUST_NOT, Modality.MAY
# Language, text, parties, days (reached, start, end), and terms: modality, how many are bound, act.
MARKED = [
    (
        "es",
        "El gobierno de Orlandia y el Frente del Río firmaron un alto el fuego el 3 de mayo de "
        "2012 en Corvana. Ambas partes deben liberar a los prisioneros antes de junio. El Frente "
        "del Río no podrá reclutar a menores.",
        ("El gobierno de Orlandia", "el Frente del Río"),
        ("2012-05-03", None, None),
        [(MUST, 2, "liberar a los prisioneros"), (MUST_NOT, 1, "reclutar a menores")],
    ),
    (
        "es",
        "La tregua entre Marania y Telmora rige desde el 1 de abril de 2014 hasta el 30 de abril "
        "de 2014, dijo el enviado. Marania debe abrir el puente.",
        ("Marania", "Telmora"),
        (None, "2014-04-01", "2014-04-30"),
        [(MUST, 1, "abrir el puente")],
    ),
    (
        "fr",
        "Un cessez-le-feu entre le gouvernement de Valmarie et le Front du Nord a été signé le 12 "
        "juin 2013. Les deux parties doivent retirer leurs chars de la ville. Le Front du Nord ne "
        "peut pas lever d'impôts.",
        ("le gouvernement de Valmarie", "le Front du Nord"),
        ("2013-06-12", None, None),
        [(MUST, 2, "retirer leurs chars de la ville"), (MUST_NOT, 1, "lever d'impôts")],
    ),
    (
        "fr",
        "La Sorlande et la Tavie ont signé un accord le 2 mars 2015 à Morbec. La Tavie s'engage à "
        "rendre les otages.",
        ("La Sorlande", "la Tavie"),
        ("2015-03-02", None, None),
        [(MUST, 1, "rendre les otages")],
    ),
    (
        "pt",
        "O governo de Lusara e a Frente do Vale assinaram um cessar-fogo no dia 4 de julho de "
        "2011. As duas partes devem libertar todos os prisioneiros. O governo de Lusara não pode "
        "bombardear as aldeias.",
        ("O governo de Lusara", "a Frente do Vale"),
        ("2011-07-04", None, None),
        [(MUST, 2, "libertar todos os prisioneiros"), (MUST_NOT, 1, "bombardear as aldeias")],
    ),
    (
        "pt",
        "O acordo entre Tormira e Belcara foi assinado em 9 de agosto de 2010. Belcara pode "
        "vender o seu trigo no porto.",
        ("Tormira", "Belcara"),
        ("2010-08-09", None, None),
        [(MAY, 1, "vender o seu trigo no porto")],
    ),
    (
        "nb",
        "Våpenhvilen mellom regjeringen i Norvalla og Elvefronten ble undertegnet 5. mai 2012. "
        "Begge parter skal slippe fri alle fanger. Elvefronten må ikke angripe havnen.",
        ("regjeringen i Norvalla", "Elvefronten"),
        ("2012-05-05", None, None),
        [(MUST, 2, "slippe fri alle fanger"), (MUST_NOT, 1, "angripe havnen")],
    ),
    (
        "nb",
        "Sorland og Telmark inngikk en avtale 8. juni 2013. Telmark skal åpne broen for alle.",
        ("Sorland", "Telmark"),
        ("2013-06-08", None, None),
        [(MUST, 1, "åpne broen for alle")],
    ),
    (
        "id",
        "Pemerintah Sorandia dan Gerakan Lembah menandatangani gencatan senjata pada 3 Maret 2012. "
        "Kedua pihak harus membebaskan semua tahanan. Gerakan Lembah tidak boleh merekrut anak.",
        ("Pemerintah Sorandia", "Gerakan Lembah"),
        ("2012-03-03", None, None),
        [(MUST, 2, "membebaskan semua tahanan"), (MUST_NOT, 1, "merekrut anak")],
    ),
    (
        "id",
        "Perjanjian antara Marana dan Telmor ditandatangani pada 7 April 2014. Marana wajib "
        "membuka jembatan.",
        ("Marana", "Telmor"),
        ("2014-04-07", None, None),
        [(MUST, 1, "membuka jembatan")],
    ),
    (
        "de",
        "Die Waffenruhe zwischen der Regierung von Orland und der Flussfront wurde am 3. Mai 2012 "
        "unterzeichnet. Beide Seiten müssen alle Gefangenen freilassen. Die Flussfront darf keine "
        "Kinder anwerben.",
        ("der Regierung von Orland", "der Flussfront"),
        ("2012-05-03", None, None),
        [(MUST, 2, "alle Gefangenen freilassen"), (MUST_NOT, 1, "Kinder anwerben")],
    ),
    (
        "de",
        "Sorland und Tavien unterzeichneten am 9. Juni 2013 ein Abkommen. Tavien muss die Brücke "
        "öffnen.",
        ("Sorland", "Tavien"),
        ("2013-06-09", None, None),
        [(MUST, 1, "die Brücke öffnen")],
    ),
]


def read(language, text):
    document = Document.from_text(
        text, language=language, published="2016-01-01", publisher="Courier", path="a.txt"
    )
    return document, extract(document)


@pytest.mark.parametrize(
    ("language", "text", "parties", "days", "terms"),
    MARKED,
    ids=[f"{row[0]}-{n}" for n, row in enumerate(MARKED)],
)
def test_a_plainly_told_agreement_is_read(language, text, parties, days, terms):
    document, claims = read(language, text)
    (pact,) = [pact for claim in claims for pact in claim.pacts]
    assert pact.parties == parties
    assert (pact.reached, pact.start, pact.end) == days
    found = [clause for claim in claims for clause in claim.clauses]
    found.sort(key=lambda clause: clause.span.start)
    told = [(clause.modality, len(clause.obligors), clause.act) for clause in found]
    assert [(m, n) for m, n, _ in told] == [(m, n) for m, n, _ in terms]
    assert all(act.startswith(wanted) for (*_, act), (*_, wanted) in zip(told, terms, strict=True))
    for clause in found:
        assert document.text[clause.span.start : clause.span.end] == clause.span.exact
    (gap,) = unread(document, claims)
    assert language in gap.why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El enviado dijo que hace falta una tregua. Marania debe abrir el puente."),
        ("es", "Marania y Telmora jugaron un partido. Marania debe ganar."),
        ("es", "Un acuerdo entre amigos es mejor. Todos deben comer."),
        ("fr", "Les ministres ont signé le livre d'or. La Tavie doit payer."),
        ("pt", "O acordo é bom, e o ministro deve viajar."),
        ("nb", "De ble enige om en avtale. Sorland må vinne kampen."),
        ("id", "Gencatan senjata belum ada. Marana harus menyerah."),
        ("de", "Zwischen Hoffnung und Angst: eine Vereinbarung fehlt. Tavien muss zahlen."),
    ],
)
def test_what_names_no_parties_is_no_agreement(language, text):
    document, claims = read(language, text)
    assert [pact for claim in claims for pact in claim.pacts] == []
    assert [clause for claim in claims for clause in claim.clauses] == []
    assert unread(document, claims) == []


def test_who_is_no_party_is_bound_by_no_term():
    text = f"{MARKED[1][1]} Sorlandia debe pagar el trigo. El ministro no debe hablar."
    _, claims = read("es", text)
    assert [clause.obligor for claim in claims for clause in claim.clauses] == ["Marania"]


def test_a_term_may_stand_some_sentences_behind():
    rest = "Llovió. El mercado cerró. Nadie habló. Marania debe vender el trigo."
    text = MARKED[1][1].replace(" Marania debe abrir el puente.", f" {rest}")
    _, claims = read("es", text)
    assert [clause.act for claim in claims for clause in claim.clauses] == ["vender el trigo"]
    _, claims = read("es", text.replace("Llovió.", "Llovió. Nevó."))
    assert [clause.act for claim in claims for clause in claim.clauses] == []


@pytest.mark.parametrize(
    ("language", "text", "parties", "mediators"),
    [
        (
            "de",
            "Am 3. Mai 2011 unterzeichneten die Republik Orland und die Flussfront ein Abkommen.",
            ("die Republik Orland", "die Flussfront"),
            (),
        ),
        (
            "de",
            "Eine Waffenruhe zwischen Orland, Sill und der Flussfront wurde am 3. Mai 2011 unter "
            "Vermittlung der Nordunion geschlossen.",
            ("Orland", "Sill", "der Flussfront"),
            ("Nordunion",),
        ),
        (
            "es",
            "El 16 de enero de 1992 el Gobierno de Marania y el Frente firmaron la paz, un acuerdo "
            "alcanzado con la mediación de Norland.",
            ("el Gobierno de Marania", "el Frente"),
            ("Norland",),
        ),
        (
            "fr",
            "Le 4, le président Ravel et le chef rebelle Somal, secrétaire des Forces du Nord, "
            "signent un accord de paix à Morbec sous l'égide du président Bando.",
            ("le président Ravel", "le chef rebelle Somal"),
            ("président Bando",),
        ),
        (
            "pt",
            "O governo de Marania e o grupo rebelde Tavi assinam hoje um acordo, com a mediação da "
            "Norlândia.",
            ("O governo de Marania", "o grupo rebelde Tavi"),
            ("Norlândia",),
        ),
        (
            "ru",
            "3 мая 2011 года Сорландия и Тавия подписали соглашение при посредничестве Норландии.",
            ("Сорландия", "Тавия"),
            ("Норландии",),
        ),
        (
            "uk",
            "3 травня 2011 року Сорландія і Тавія підписали угоду за посередництва Норландії.",
            ("Сорландія", "Тавія"),
            ("Норландії",),
        ),
        (
            "pl",
            "3 maja 2011 roku Sorlandia i Tawia podpisały rozejm przy pośrednictwie Norlandii.",
            ("Sorlandia", "Tawia"),
            ("Norlandii",),
        ),
        (
            "nb",
            "3. mai 2011 undertegnet Sorland og Tavia en avtale om våpenhvile, meglet av Norland.",
            ("Sorland", "Tavia"),
            ("Norland",),
        ),
        (
            "id",
            "Pada 3 Mei 2011, Sorland dan Tavia menandatangani gencatan senjata yang dimediasi "
            "Norland.",
            ("Sorland", "Tavia"),
            ("Norland",),
        ),
        (
            "ar",
            "وقعت سورلاند وتافيا اتفاق هدنة في 3 مايو 2011 بوساطة نورلاند.",
            ("سورلاند", "تافيا"),
            ("نورلاند",),
        ),
        (
            "fa",
            "دولت مارانیا و جبهه جنوب در ۳ مه ۲۰۱۱ با میانجیگری نورلند آتش‌بس امضا کردند.",
            ("دولت مارانیا", "جبهه جنوب"),
            ("نورلند",),
        ),
    ],
)
def test_who_agreed_and_who_brought_them_together(language, text, parties, mediators):
    document = Document.from_text(text, published="2011-05-04", publisher="P", path="a.txt")
    claims = extract(document.model_copy(update={"language": language}))
    (pact,) = (pact for claim in claims for pact in claim.pacts)
    assert (pact.parties, pact.mediators) == (parties, mediators)


def test_terms_are_read_in_persian():
    text = (
        "آتش‌بس میان دولت مارانیا و جبهه جنوب در ۳ مه ۲۰۱۱ امضا شد. "
        "جبهه جنوب باید همه اسیران را آزاد کند. دو طرف نباید به مواضع یکدیگر حمله کنند."
    )
    document = Document.from_text(text, published="2011-05-04", publisher="P", path="a.txt")
    claims = extract(document.model_copy(update={"language": "fa"}))
    told = [(c.modality.value, c.gloss, c.obligors) for claim in claims for c in claim.clauses]
    assert told == [
        ("must", "release prisoner", ("جبهه جنوب",)),
        ("must not", "attack post", ("دولت مارانیا", "جبهه جنوب")),
    ]


def test_a_headline_and_its_report_tell_of_one_agreement():
    text = (
        "Governo e Tavi assinam cessar-fogo em Marania\n\nO governo de Marania e o grupo rebelde "
        "Tavi assinaram hoje um acordo para cessar-fogo."
    )
    document = Document.from_text(text, published="2011-05-04", publisher="P", path="a.txt")
    claims = extract(document.model_copy(update={"language": "pt"}))
    (pact,) = (pact for claim in claims for pact in claim.pacts)
    assert pact.parties == ("O governo de Marania", "o grupo rebelde Tavi")


def read_of(language, text, published="2011-05-04"):
    """Return the agreements and the terms of a text."""
    document = Document.from_text(text, published=published, publisher="P", path="a.txt")
    claims = extract(document.model_copy(update={"language": language}))
    pacts = [pact for claim in claims for pact in claim.pacts]
    return pacts, [clause for claim in claims for clause in claim.clauses]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "fr",
            "Le gouvernement et les rebelles du Sorl ont signé une trêve lundi.",
            ("Le gouvernement", "les rebelles du Sorl"),
        ),
        (
            "es",
            "El gobierno de Marania y la guerrilla llegaron a un acuerdo el 3 de mayo.",
            ("El gobierno de Marania", "la guerrilla"),
        ),
        ("pt", "O governo e a Frenta assinaram hoje um acordo.", ("O governo", "a Frenta")),
        ("id", "Pemerintah dan pemberontak menandatangani gencatan senjata pada 3 Mei 2011.",
         ("Pemerintah", "pemberontak")),
        ("pl", "Rząd i powstańcy podpisali rozejm 3 maja 2011 r.", ("Rząd", "powstańcy")),
        (
            "nb",
            "Sorlands president Anna Sorl og opprørerne har inngått våpenhvile.",
            ("Sorlands president Anna Sorl", "opprørerne"),
        ),
        (
            "de",
            "Im Bergland haben die Regierung in Telm und die Rebellen sich auf eine Waffenruhe "
            "geeinigt.",
            ("die Regierung in Telm", "die Rebellen"),
        ),
        (
            "de",
            "Drei Wochen nach Beginn der Kämpfe haben Regierung und Rebellen eine Waffenruhe "
            "vereinbart.",
            ("Regierung", "Rebellen"),
        ),
        (
            "de",
            "Das am 2. Mai zwischen der Tavischen Regierung und den Führern der Sorl-Region "
            "geschlossene Friedensabkommen hält.",
            ("der Tavischen Regierung", "den Führern der Sorl-Region"),
        ),
        ("ar", "الاتفاق الموقع بين مارانيا وسورلاند في 3 مايو.", ("مارانيا", "سورلاند")),
    ],
)  # fmt: skip
def test_sides_may_be_told_by_what_they_are(language, text, parties):
    (pact,), _ = read_of(language, text)
    assert pact.parties == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Tavia war nicht beteiligt und hat auch das Abkommen nicht unterzeichnet."),
        ("es", "El gobierno y la guerrilla no firmaron un acuerdo el 3 de mayo."),
        ("fr", "La pluie et le vent ont signé la fin du cessez-le-feu."),
    ],
)
def test_what_was_not_signed_by_sides_is_no_agreement(language, text):
    assert read_of(language, text) == ([], [])


@pytest.mark.parametrize(
    ("text", "reached", "end"),
    [
        ("Marania y Telmora firmaron una tregua el 3 de mayo de 2011.", "2011-05-03", None),
        ("Marania y Telmora firmaron una tregua por 90 días el 3 de mayo de 2011.",
         "2011-05-03", "2011-08-01"),
        ("Marania y Telmora firmaron el 3 de mayo de 2011 una tregua tras dos años de guerra.",
         "2011-05-03", None),
        ("Marania y Telmora firmaron una tregua para que vuelvan las personas que unos "
         "desconocidos se llevaron en un barco el 1 de mayo de 2011.", None, None),
        ("Marania y Telmora firmaron una tregua el 3 de junio de 2011.", "2011-06-03", None),
        ("Marania y Telmora firmaron una tregua que rige a mediados de 2012.", None, None),
    ],
)  # fmt: skip
def test_a_day_is_the_agreements_where_it_stands_near_it_and_is_past(text, reached, end):
    (pact,), _ = read_of("es", text)
    assert (pact.reached, pact.end) == (reached, end)


@pytest.mark.parametrize(
    ("language", "text", "glosses"),
    [
        (
            "de",
            "Sorland und Tavia unterzeichneten ein Abkommen. Das Abkommen sieht vor, alle Gefechte "
            "einzustellen.",
            ["stop attack"],
        ),
        (
            "es",
            "Marania y Telmora firmaron un acuerdo. El acuerdo prevé la liberación de los rehenes, "
            "el desarme y la paz.",
            ["release prisoner", "surrender"],
        ),
        (
            "es",
            "Marania y Telmora firmaron un acuerdo. El acuerdo prevé la liberación de los rehenes, "
            "que fueron secuestrados en mayo.",
            ["release prisoner"],
        ),
        (
            "es",
            "Marania y Telmora firmaron un acuerdo para liberar a los presos.",
            ["release prisoner"],
        ),
        (
            "ru",
            "Сорландия и Тавия подписали соглашение. Соглашение предусматривает обмен пленными.",
            ["exchange prisoner"],
        ),
        (
            "tr",
            "Sorlandya ve Tavya anlaşma imzaladı. Anlaşma esirlerin serbest bırakılmasını "
            "öngörüyor.",
            ["release prisoner"],
        ),
    ],
)
def test_what_an_agreement_provides_for_is_a_term_each(language, text, glosses):
    _, clauses = read_of(language, text)
    assert [clause.gloss for clause in clauses] == glosses
    assert {clause.obligors for clause in clauses} == {()}


@pytest.mark.parametrize(
    ("act", "modality"),
    [
        ("keine Minderjährigen anzuwerben", MUST_NOT),
        ("alle Straßen für nicht bewaffnete Leute, Waren und Vieh der Region zu öffnen", MUST),
    ],
)
def test_a_word_that_negates_a_term_stands_near_its_deed(act, modality):
    text = "Sorland und Tavia unterzeichneten am 3. Mai 2011 ein Abkommen.\nDie Parteien müssen:\n"
    _, clauses = read_of("de", f"{text}a) {act};\nb) alle Gefangenen freizulassen.")
    assert clauses[0].modality is modality
