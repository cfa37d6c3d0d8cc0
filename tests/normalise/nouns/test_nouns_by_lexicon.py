import pytest

from variorum import Document, extract
from variorum.language import cut
from variorum.normalise.nouns.nouns_by_lexicon import REACH, things_of

CASES = [
    ("id", "Polisi mengatakan bahwa 300 pejuang asing telah pergi.", "people.fighters.foreign"),
    ("id", "Polisi mengatakan bahwa 300 pejuang lokal dan asing telah pergi.", "people.fighters"),
]


@pytest.mark.parametrize(("language", "text", "kind"), CASES)
def test_a_kind_is_narrowed_by_one_modifier_and_not_by_two_that_differ(language, text, kind):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert {m.kind for claim in claims for m in claim.measures} == {kind}


@pytest.mark.parametrize(
    ("language", "text", "noun", "event"),
    [
        ("de", "Sie töteten 30 ausländische Kämpfer.", "people.fighters.foreign", "killed"),
        ("fr", "Les soldats ont tué 30 civils.", "people.civilians", "killed"),
        ("ru", "Погибли 30 человек.", "people", "killed"),
    ],
)
def test_the_noun_after_a_number_and_what_happened_to_it(language, text, noun, event):
    page, things = cut(text, language), things_of(language)
    i = next(k for k, word in enumerate(page.words) if word.value is not None)
    found = things.noun_after(page, i + 1)
    assert found is not None
    assert found.kind == noun
    told = things.event(page, (i, i + 1), found, found.kind)
    assert told is not None
    assert told.meaning == event


@pytest.mark.parametrize(
    ("language", "text", "kind", "event"),
    [
        ("fr", "Plus de 5.000 civils et insurgés ont quitté la ville.", "people", "left"),
        ("de", "120 Kämpfer und Zivilisten haben die Stadt verlassen.", "people", "left"),
        ("ru", "Город покинули 120 боевиков и мирных жителей.", "people", "left"),
        ("ar", "أطلق سراح 150 من معتقلي الجيش وأكثرهم نساء.", "people.prisoners", "released"),
        ("ar", "غادر المدينة 500 مقاتل ومدني.", "people", "left"),
        ("es", "Salieron 300 combatientes y 20 civiles.", "people.fighters", "left"),
        ("de", "Die Polizei spricht von rund 50 Toten und Vermissten.", "people", None),
        ("de", "Es gab 20 Tote und 30 Verletzte.", "people", "killed"),
        ("fa", "ده غیرنظامی کشته و شماری زخمی شدند.", "people.civilians", "killed"),
    ],
)
def test_a_number_before_two_nouns_counts_both(language, text, kind, event):
    document = Document.from_text(text, language=language)
    measures = [m for claim in extract(document) for m in claim.measures]
    first = min(measures, key=lambda m: m.span.start)
    assert (first.kind, first.scope.event) == (kind, event)


def test_a_noun_too_many_words_away_is_not_counted():
    page = cut("Es kamen 30 " + "so " * REACH + "Männer", "de")
    found = things_of("de").noun_after(page, 3, known_only=True)
    assert REACH == 4
    assert found is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [("اتفاق المدن الأربع", "المدن"), ("خرجت العائلات الأربع", "العائلات"), ("خرج أربع", None)],
)
def test_a_number_with_the_article_of_the_noun_before_it_counts_that_noun(text, noun):
    page = cut(text, "ar")
    found = things_of("ar").described(page, len(page.words) - 1)
    assert (page.slice(found.start, found.end) if found else None) == noun


def _counted(code, text):
    claims = extract(Document.from_text(text, language=code, publisher="The Paper"))
    found = [m for claim in claims for m in claim.measures]
    return {m.low: (m.kind, m.scope.event) for m in found}


@pytest.mark.parametrize(
    ("code", "text", "noun"),
    [
        ("de", "Sechs Polizisten und fünf Manifestierende wurden verletzt.", "manifestierende"),
        ("tr", "İlçede 8 baskın, 5 heyelan oldu.", "heyelan"),
        ("fa", "در سیل ۸ خانه، ۵ مسجد ویران شد.", "مسجد"),
    ],
)
def test_a_number_of_a_list_counts_the_noun_behind_it(code, text, noun):
    assert _counted(code, text)[5][0] == f"things.{noun}"


def test_what_befell_a_list_is_no_noun_of_it():
    assert _counted("tr", "Kazada 8 kişi öldü, 5 yaralandı.")[5] == ("people", "injured")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Hubo 90 personas heridas, de las cuales 30 son civiles."),
        ("pt", "Ficaram feridas 90 pessoas, das quais 30 são civis."),
        ("ru", "Ранены 90 человек, из них 30 были гражданские."),
    ],
)
def test_a_number_before_were_counts_what_they_were(code, text):
    assert _counted(code, text)[30] == ("people.civilians", "injured")


def test_what_the_speakers_do_befalls_nobody_they_tell_of():
    text = "وأفاد عناصر الإنقاذ بأن 20 من سكان المخيم في عداد المفقودين."
    assert _counted("ar", text)[20][1] == "missing"


def test_what_befell_an_unknown_noun_is_told_beside_it():
    near = "Sie fanden 30 Zwerge, die im Wald getötet wurden."
    far = "Sie malten 30 Zwerge in den tiefen Gruben an den vielen alten Seen wo einst starben"
    assert _counted("de", near)[30] == ("things.zwerge", "killed")
    assert _counted("de", far)[30] == ("things.zwerge", None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Ein Mann lief in das Lokal und tötete vier Gäste."),
        ("es", "Un hombre entró en el local, matando a cuatro personas."),
        ("fr", "Un homme est entré dans le bar, tuant quatre personnes."),
        ("pt", "Um homem entrou no bar, matando quatro pessoas."),
        ("nb", "En mann gikk inn i baren og drepte fire mennesker."),
    ],
)
def test_what_one_did_to_others_did_not_befall_him(code, text):
    told = _counted(code, text)
    assert told.get(1, ("", ""))[1] != "killed"
    assert told[4][1] == "killed"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Un homme est mort et deux femmes ont été blessées."),
        ("es", "Un niño murió y dos personas resultaron heridas."),
        ("de", "Ein Mann wurde getötet, und zwei Frauen wurden verletzt."),
    ],
)
def test_each_half_has_what_befell_its_own(code, text):
    told = {low: event for low, (_, event) in _counted(code, text).items()}
    assert told == {1: "killed", 2: "injured"}


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("de", "Nicht nur zwölf Menschen wurden getötet.", 12),
        ("fr", "Non seulement douze personnes ont été tuées.", 12),
        ("uk", "Загинули не лише 12 людей.", 12),
    ],
)
def test_not_only_denies_no_number(code, text, low):
    assert _counted(code, text)[low] == ("people", "killed")


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Bild 3 von 12: Polizisten wurden verletzt."), ("ru", "Фото 3 из 12: ранены люди.")],
)
def test_pictures_of_a_series_are_not_counted(code, text):
    assert _counted(code, text) == {}


def counts(language, text):
    """Return what each number of a text counts and what befell it, in the order of the text."""
    document = Document.from_text(text, language=language, publisher="The Paper")
    found = {m.span.start: m for claim in extract(document) for m in claim.measures}
    return [(found[k].kind, found[k].scope.event) for k in sorted(found)]


DEAD = "people", "killed"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "Diez han muerto y más de 30 han resultado heridas.", ("people", "injured")),
        ("es", "Diez han muerto y hay más de 30 heridas.", ("people", "injured")),
        ("es", "El alcalde elevó a 30 los muertos.", DEAD),
        ("pt", "O autarca elevou para 30 os mortos.", DEAD),
        ("it", "Il sindaco ha portato a 30 i morti.", DEAD),
        ("fr", "À bord se trouvaient 30 soldats prisonniers.", ("people.prisoners", "aboard")),
        ("de", "An Bord seien 30 ukrainische Kriegsgefangene.", ("people.prisoners", "aboard")),
        ("es", "El rey habló de 20 muertos; otros elevaron la cifra a 30.", DEAD),
        (
            "ru",
            "Число жертв давки и огня на стадионе, по новым данным, достигло 30, они ранены.",
            DEAD,
        ),
        ("ru", "Число жертв давки, по новым данным, велико, 30 ранены.", ("people", "injured")),
    ],
)
def test_what_befell_those_counted_last(language, text, told):
    assert counts(language, text)[-1] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قتل 23 جنديا عندما حاول 300 رجل تسلق السور."),
        ("es", "Murieron 23 soldados cuando 300 hombres forzaron la puerta."),
        ("fr", "Dix soldats sont morts lorsque 300 hommes ont forcé la porte."),
        ("pt", "Morreram 23 soldados quando 300 homens forçaram a porta."),
        ("ru", "Погибли 23 солдата, когда 300 мужчин ломали ворота."),
        ("uk", "Загинули 23 солдати, коли 300 чоловіків ламали ворота."),
        ("pl", "Zginęło 23 żołnierzy, gdy 300 mężczyzn forsowało bramę."),
        ("de", "Es starben 23 Soldaten, als 300 Männer das Tor aufbrachen."),
        ("nb", "Det døde 23 soldater, da 300 menn brøt opp porten."),
        ("id", "Sebanyak 23 tentara tewas ketika 300 pria mendobrak gerbang."),
        ("it", "Sono morti 23 soldati quando 300 uomini hanno forzato la porta."),
        ("bg", "Загинаха 23 войници, когато 300 мъже разбиха вратата."),
        ("fa", "۲۳ سرباز کشته شدند هنگامی که ۳۰۰ مرد دروازه را شکستند."),
    ],
)
def test_what_happened_when_others_did_something_befell_not_them(language, text):
    first, second = counts(language, text)
    assert first[1] == "killed"
    assert second[1] is None


@pytest.mark.parametrize(
    ("more", "event"), [("", "killed"), ("вчера вечером в центре города ", None)]
)
def test_who_remembers_the_dead_is_none_of_them(more, event):
    text = f"На площади 300 рабочих {more}пели вместе с детьми погибших."
    assert counts("ru", text) == [("people.workers", event)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Die Fähre mit 298 Menschen sei 2014 gesunken.", 1),
        ("Die Fähre war 2014 Menschen zu klein.", 1),
        ("Auf der Fähre waren 298 Menschen und 214 Ziegen.", 2),
    ],
)
def test_a_year_behind_a_noun_counts_nothing(text, numbers):
    assert len(counts("de", text)) == numbers


def test_who_lost_their_lives_are_counted_and_not_the_lives():
    page = cut("Bei dem Angriff verloren 15 Israelis ihr Leben.", "de")
    found = things_of("de").noun_after(page, 5)
    assert found is not None
    assert page.slice(found.start, found.end) == "Israelis"


def events_of(language, text):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    return {m.text: m.scope.event for claim in claims for m in claim.measures}


@pytest.mark.parametrize(
    ("language", "either", "both"),
    [
        ("de", "30 Menschen wurden getötet oder verletzt.", "30 wurden getötet, 20 verletzt."),
        ("fr", "30 personnes ont été tuées ou blessées.", "30 personnes ont été tuées."),
        ("es", "Hubo 30 personas muertas o heridas.", "Hubo 30 personas muertas y 20 heridas."),
        ("it", "30 persone sono state uccise o ferite.", "30 persone uccise e 20 ferite."),
        ("pt", "30 pessoas foram mortas ou feridas.", "30 pessoas foram mortas."),
        ("pl", "30 osób zginęło lub zostało rannych.", "30 osób zginęło, a 20 zostało rannych."),
        ("ru", "30 человек убиты или ранены.", "30 человек убиты, 20 ранены."),
        ("uk", "30 людей загинули або поранені.", "30 людей загинули, 20 поранені."),
        ("tr", "30 kişi öldü veya yaralandı.", "30 kişi öldü, 20 kişi yaralandı."),
        ("ar", "30 شخصا قتلوا أو أصيبوا.", "30 شخصا قتلوا وأصيب 20 آخرون."),
        ("nb", "30 personer ble drept eller skadet.", "30 personer ble drept og 20 skadet."),
        ("id", "30 orang tewas atau terluka.", "30 orang tewas dan 20 terluka."),
    ],
)
def test_who_was_killed_or_hurt_is_not_all_dead(language, either, both):
    assert events_of(language, either)["30"] is None
    assert events_of(language, both)["30"] == "killed"


@pytest.mark.parametrize(("where", "event"), [("am Arm", None), ("am linken Arm", "killed")])
def test_two_harms_of_which_people_suffered_one_are_told_near_each_other(where, event):
    text = f"30 Menschen wurden getötet oder {where} verletzt."
    assert events_of("de", text)["30"] == event


def test_what_is_joined_by_and_befell_both_where_nobody_else_follows():
    assert events_of("de", "30 Menschen wurden getötet und verletzt.")["30"] is None
    assert events_of("de", "30 wurden getötet und verletzte Helfer flohen.")["30"] == "killed"


@pytest.mark.parametrize(
    ("language", "text", "number", "event"),
    [
        ("es", "Había 500 personas en la sala, 12 murieron.", "500", None),
        ("es", "Había 500 personas en la sala, 12 murieron.", "12", "killed"),
        ("fr", "Trois personnes, dont deux enfants, sont mortes.", "Trois", "killed"),
        ("fr", "12 soldats et 30 civils sont morts.", "12", "killed"),
        ("es", "Unas 500 personas vivían en el pueblo donde murieron 12.", "500", None),
        (
            "fr",
            "Après le raid qui a fait 60 morts, Osten a annoncé l'envoi de 13 agents.",
            "13",
            None,
        ),
        ("fr", "Le raid a fait 60 morts, dont 13 agents, a annoncé Osten.", "13", "killed"),
        ("fr", "Quarante hommes armés ont tué des gardes.", "Quarante", None),
        ("fr", "Quarante hommes armés ont été tués.", "Quarante", "killed"),
        ("es", "Cuarenta hombres mataron a los guardias.", "Cuarenta", None),
        ("pl", "Czterdziestu mężczyzn zabiło strażników.", "Czterdziestu", None),
        ("de", "Zwölf Soldaten töteten die Wachen.", "Zwölf", None),
        ("de", "Zwölf Soldaten wurden getötet.", "Zwölf", "killed"),
        ("de", 'Beim "Lauf der Rückkehr" waren 500 Menschen.', "500", None),
        ("de", 'Beim "Lauf der stillen Rückkehr" waren 500 Menschen.', "500", "returned"),
        ("de", 'Bei der "Rückkehr nach Hause" waren 500 Menschen.', "500", None),
        ("de", 'Bei der "Rückkehr in die Heimat" waren 500 Menschen.', "500", "returned"),
        ("de", "Bei der Rückkehr waren 500 Menschen.", "500", "returned"),
        ("pl", "500 osób uczciło pamięć ofiar.", "500", None),
        ("fr", "Le maire a pour sa part 12 adjoints.", "12", None),
    ],
)
def test_what_befell_others_is_not_told_of_a_number(language, text, number, event):
    assert events_of(language, text).get(number) == event
