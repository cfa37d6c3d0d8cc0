"""Measures in the languages that are read by lexicon: none, some, and what is left out."""

import pytest

from variorum.model import Document
from variorum.normalise.measures.measures import measures


def read(language, text):
    document = Document.from_text(text).model_copy(update={"language": language})
    return [(m.kind, m.low, m.high, m.scope.event) for m in measures(document)]


@pytest.mark.parametrize(
    ("language", "text", "kind", "event"),
    [
        ("de", "Bei dem Angriff wurden keine Zivilisten getötet.", "people.civilians", "killed"),
        ("es", "No había extranjeros entre los combatientes.", "people.foreigners", None),
        ("pt", "Não houve mortos.", "people", "killed"),
        ("pl", "Cudzoziemców tam nie było.", "people.foreigners", None),
        ("uk", "Загиблих немає.", "people", "killed"),
        ("tr", "Saldırıda hiçbir sivil ölmedi.", "people.civilians", "killed"),
    ],
)
def test_that_there_were_none_is_a_measure_of_none(language, text, kind, event):
    assert (kind, 0.0, 0.0, event) in read(language, text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Niemand wurde bei dem Brand verletzt.", ("people", "injured")),
        ("fr", "Personne n'a été tué.", ("people", "killed")),
        ("fr", "Personne n'a disparu.", ("people", "missing")),
        ("es", "Nadie resultó herido.", ("people", "injured")),
        ("es", "La operación no causó muertes entre los soldados.", ("people.soldiers", "killed")),
        ("pt", "Ninguém morreu.", ("people", "killed")),
        ("pt", "O incêndio não provocou mortes.", ("people", "killed")),
        ("it", "Nessuno è rimasto ferito.", ("people", "injured")),
        ("nb", "Ingen ble drept.", ("people", "killed")),
        ("ru", "Никто не погиб.", ("people", "killed")),
        ("ru", "Погибших нет.", ("people", "killed")),
        ("uk", "Ніхто не постраждав.", ("people", "injured")),
        ("pl", "Nikt nie zginął.", ("people", "killed")),
        ("bg", "Никой не е загинал.", ("people", "killed")),
        ("ar", "لم يقتل أحد.", ("people", "killed")),
        ("fa", "هیچ‌کس زخمی نشد.", ("people", "injured")),
        ("tr", "Kimse ölmedi.", ("people", "killed")),
        ("id", "Tidak ada yang tewas.", ("people", "killed")),
        ("fr", "Personne ne sait combien ont été tués.", None),
        ("es", "Nadie sabe cuántos murieron.", None),
        ("it", "Nessuno sa quanti siano morti.", None),
        ("de", "Niemand weiß, wie viele verletzt wurden.", None),
        ("nb", "Ingen vet hvor mange som ble drept.", None),
        ("ru", "Никто не знает, кто погиб.", None),
        ("ru", "Данных о погибших нет.", None),
        ("uk", "Даних про загиблих немає.", None),
    ],
)
def test_nobody_died_was_hurt_or_is_missing(language, text, expected):
    found = [(kind, event) for kind, _, high, event in read(language, text) if high == 0]
    assert found == ([expected] if expected else [])


def test_who_had_none_of_something_were_not_none():
    assert read("ru", "У боевиков не было оружия.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Город покинули 310 человек, иностранцев среди них не было.",
            ("people.foreigners", 0.0, 0.0, "left"),
        ),
        (
            "es",
            "Salieron 310 combatientes. No había extranjeros entre ellos.",
            ("people.foreigners", 0.0, 0.0, "left"),
        ),
        (
            "fr",
            "85 personnes étaient sous terre. Le syndicat dit qu'elles étaient 112.",
            ("people", 112.0, 112.0, "inside"),
        ),
        (
            "nb",
            "Selskapet sier at 85 personer var nede i gruven. Fagforeningen sier at det var 112.",
            ("people", 112.0, 112.0, "inside"),
        ),
        (
            "ar",
            "بلغ عدد المشاركين 12 ألفا.",
            ("people.participants", 12000.0, 12000.0, "participated"),
        ),
    ],
)
def test_what_befell_those_before_is_taken_over_where_the_words_say_so(language, text, expected):
    assert expected in read(language, text)


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("de", "Die Leichen von 19 Bergleuten wurden geborgen.", "killed"),
        ("fr", "Environ 9 000 personnes sont descendues dans la rue.", "participated"),
        ("es", "14 personas siguen desaparecidas.", "missing"),
        ("pl", "Czterech mężczyzn wydobyto żywych.", "rescued"),
        ("uk", "Місто залишили 600 бойовиків.", "left"),
        ("ar", "أطلق الجيش سراح 120 أسيرا.", "released"),
        ("id", "31 orang kehilangan nyawa.", "killed"),
        ("nb", "Hæren løslot 120 fanger.", "released"),
    ],
)
def test_what_befell_the_counted_is_read(language, text, event):
    assert [one[3] for one in read(language, text)] == [event]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pt", "Um ataque deixou duas pessoas mortas.", ("people", 2.0, 2.0, "killed")),
        ("ar", "قُتل أحد عشر مدنياً وأصيب آخرون.", ("people.civilians", 11.0, 11.0, "killed")),
        (
            "ar",
            "قُتل أربعة مدنيين، بينهم طفلان، وأصيب آخرون.",
            ("people.children", 2.0, 2.0, "killed"),
        ),
        (
            "fa",
            "حمله به کشته شدن ده غیرنظامی و زخمی شدن شماری دیگر منجر گردید.",
            ("people.civilians", 10.0, 10.0, "killed"),
        ),
    ],
)
def test_what_befell_them_stands_right_beside_them(language, text, expected):
    assert expected in read(language, text)


HOUSED = [
    ("ar", "قتل 12 شخصا في غارة على قاعة تؤوي 90 نازحا."),
    (
        "de",
        "Auf eine Halle, in der 90 Flüchtlinge untergebracht waren, fiel eine Bombe; 12 starben.",
    ),
    ("fr", "Douze personnes sont mortes dans un gymnase hébergeant 90 réfugiés."),
    ("es", "Murieron 12 personas en un gimnasio que albergaba a 90 refugiados."),
    ("pt", "Morreram 12 pessoas num ginásio que abrigava 90 refugiados."),
    ("ru", "Погибли 12 человек в зале, в котором находились 90 беженцев."),
    ("uk", "Загинули 12 людей у залі, де перебували 90 біженців."),
    ("pl", "Zginęło 12 osób w hali, w której przebywało 90 uchodźców."),
    ("fa", "در حمله به سالنی که ۹۰ مهاجر در آن نگهداری می‌شدند، ۱۲ نفر کشته شدند."),
    ("tr", "90 sığınmacıyı barındıran salonda 12 kişi öldü."),
    ("id", "12 orang tewas di aula yang menampung 90 pengungsi."),
    ("nb", "Tolv mennesker døde i en hall som huset 90 flyktninger."),
]


@pytest.mark.parametrize(("language", "text"), HOUSED)
def test_those_a_building_holds_are_not_those_it_befell(language, text):
    events = {low: event for _, low, _, event in read(language, text)}
    # Some verbs tell of a home, others only of a shelter.
    assert events[90.0] in {"composed", "lived"}
    assert events[12.0] == "killed"


MOVED = [
    ("de", "Helfer haben 40 Verletzte aus dem Dorf gebracht.", "left"),
    ("de", "Bei der Evakuierung gab es 40 Verletzte.", "injured"),
    ("fr", "La Croix-Rouge a évacué 40 blessés du village.", "left"),
    ("fr", "On compte 40 blessés lors de l'évacuation du village.", "injured"),
    ("fr", "Les 40 blessés du nord ont tous été évacués.", "left"),
    ("es", "La Cruz Roja evacuó a 40 heridos del pueblo.", "left"),
    ("es", "En la aldea hubo 40 heridos.", "injured"),
    ("ru", "Красный Крест вывез из села 40 раненых.", "left"),
    ("ru", "В больнице умерли 40 раненых.", "killed"),
    ("uk", "Червоний Хрест вивіз із села 40 поранених.", "left"),
    ("pl", "Czerwony Krzyż wywiózł ze wsi 40 rannych.", "left"),
    ("ar", "أجلى الهلال الأحمر 40 جريحا من القرية.", "left"),
    ("ar", "نقل 40 جريحا إلى المستشفى.", "injured"),
    ("ar", "سقط 12 قتيلا و40 جريحا.", "injured"),
    ("tr", "Köyden 40 yaralı tahliye edildi.", "left"),
    ("nb", "Røde Kors evakuerte 40 sårede fra bygda.", "left"),
]


@pytest.mark.parametrize(("language", "text", "event"), MOVED)
def test_the_wounded_who_were_moved_are_not_all_who_were_hurt(language, text, event):
    assert ("people", 40.0, 40.0, event) in read(language, text)


@pytest.mark.parametrize(
    ("language", "text", "kind", "low"),
    [
        ("ru", "Ранены 30 человек, 5 умерли.", "people", 5.0),
        ("pl", "Rannych jest 30 osób, 5 zmarło.", "people", 5.0),
        ("ru", "В роще погибли 5 берёз.", "things.берез", 5.0),
        ("fr", "Douze Marocains ont été tués.", "things.marocains", None),
        ("fr", "Douze Marocains ont été tués.", "people", 12.0),
        ("ar", "قتل 12 مغربيا في الحادث.", "people", 12.0),
        ("tr", "Kazada 12 Afgan öldü.", "people", 12.0),
        ("tr", "Kazada 12 Afgan çocuk öldü.", "people.children", 12.0),
        ("es", "Los toros murieron; 12 mártires fueron enterrados.", "people", 12.0),
    ],
)
def test_a_verb_is_no_noun_and_people_of_a_nation_are_people(language, text, kind, low):
    found = {k: value for k, value, _, event in read(language, text) if event == "killed"}
    assert found.get(kind) == low


def test_a_number_counts_no_noun_behind_and():
    found = read("ar", "أدى القصف إلى استشهاد 104 يابانيين وإصابة 700.")
    assert [(low, event) for _, low, _, event in found] == [(104.0, "killed"), (700.0, "injured")]


@pytest.mark.parametrize(
    ("noun", "dead"), [("kişi daha öldü", None), ("kişi daha önce öldü", "killed")]
)
def test_how_many_more_died_is_no_toll_in_turkish(noun, dead):
    assert [event for *_, event in read("tr", f"Kazada 13 {noun}.")] == [dead]


def test_one_attack_that_only_took_place_is_no_count():
    assert read("de", "Bei einem Anschlag gab es Panik.") == []
    assert read("de", "Es gab drei Anschläge.") == [("attacks", 3.0, 3.0, "conducted")]


def test_those_by_whom_something_was_done_did_not_suffer_it():
    found = read("es", "El camión fue rodeado por 300 personas y 12 resultaron heridas.")
    assert [(low, event) for _, low, _, event in found] == [(300.0, None), (12.0, "injured")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El número de muertos había superado ya los 900."),
        ("de", "Die Zahl der Toten habe 900 überschritten."),
        ("tr", "Ölü sayısı 900'ü aştı."),
        ("fa", "شمار کشته‌ها از ۹۰۰ نفر گذشت."),
    ],
)
def test_what_a_number_has_passed_is_its_least(language, text):
    assert [(low, high) for _, low, high, _ in read(language, text)] == [(900.0, None)]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("es", "La junta dice que 40 personas han perdido la vida.", "killed"),
        ("pt", "40 pessoas teriam perdido a vida.", "killed"),
        ("de", "Insgesamt verloren bei dem Unglück am Hafen 40 Menschen ihr Leben.", "killed"),
        ("de", "40 Menschen haben ihr Leben verloren.", "killed"),
        ("ru", "Жизни лишились 40 человек.", "killed"),
        ("uk", "40 людей втратили життя.", "killed"),
        ("bg", "40 души загубиха живота си.", "killed"),
        ("ar", "فقد 40 شخصا حياتهم.", "killed"),
        ("ar", "فقد 40 شخصا في البحر.", "missing"),
        ("de", "40 Helfer riskierten ihr Leben.", None),
        ("fr", "40 personnes ont succombé à leurs blessures.", "killed"),
        ("es", "40 personas sucumbieron a sus heridas.", "killed"),
        ("de", "40 Menschen erlagen ihren Verletzungen.", "killed"),
        ("de", "40 Menschen erlitten Verletzungen.", "injured"),
        ("en", "40 people succumbed to their injuries.", "killed"),
        ("en", "40 people suffered injuries.", "injured"),
        ("tr", "40 kişi yara aldı.", "injured"),
        ("pt", "40 pessoas sofreram ferimentos.", "injured"),
    ],
)
def test_who_loses_his_life_or_dies_of_his_wounds_was_killed(language, text, event):
    assert [told for _, _, _, told in read(language, text)] == [event]


@pytest.mark.parametrize(
    ("language", "badly", "plainly"),
    [
        ("it", "aprendo il fuoco e ferendo gravemente due marinai", "ferendo due marinai"),
        ("fr", "Ils ont tiré, blessant grièvement deux marins.", "blessant deux marins"),
        ("fr", "Deux marins étaient dans un état grave.", "Deux marins étaient blessés."),
        ("fr", "Il y a deux grièvement blessés.", "Il y a deux blessés."),
        ("de", "Sie verletzten zwei Matrosen schwer.", "Sie verletzten zwei Matrosen."),
        ("de", "Es gab zwei Schwerverletzte.", "Es gab zwei Verletzte."),
        ("es", "abrieron fuego, hiriendo de gravedad a dos marineros", "hiriendo a dos marineros"),
        ("pt", "atiraram, ferindo gravemente dois soldados", "ferindo dois soldados"),
        ("pl", "ciężko raniąc dwóch marynarzy", "raniąc dwóch marynarzy"),
        ("pl", "Jest dwóch ciężko rannych.", "Jest dwóch rannych."),
        ("nb", "To sjømenn ble alvorlig skadet.", "To sjømenn ble skadet."),
        ("nb", "To alvorlig skadet.", "To skadet."),
        ("ru", "тяжело ранив двух моряков", "ранив двух моряков"),
        ("ru", "В больнице двое тяжелораненых.", "В больнице двое раненых."),
        ("uk", "тяжко поранивши двох моряків", "поранивши двох моряків"),
        ("bg", "ранявайки тежко двама моряци", "ранявайки двама моряци"),
        ("tr", "İki denizciyi ağır şekilde yaraladı.", "İki denizciyi yaraladı."),
        ("ar", "أصيب 3 بحارة بجروح خطيرة.", "أصيب 3 بحارة بجروح."),
        ("fa", "دو ملوان به شدت زخمی شدند.", "دو ملوان زخمی شدند."),
        ("id", "Dua pelaut terluka parah.", "Dua pelaut terluka."),
    ],
)
def test_who_was_badly_hurt_is_some_of_the_hurt(language, badly, plainly):
    assert [event for *_, event in read(language, badly)] == ["injured_badly"]
    assert [event for *_, event in read(language, plainly)] == ["injured"]


def test_how_badly_others_were_hurt_is_told_of_them():
    text = "Il y a dix blessés et le maire est dans un état grave."
    assert [event for *_, event in read("fr", text)] == ["injured"]
    text = "Dix blessés ont été soignés, dont deux blessés graves."
    assert [event for *_, event in read("fr", text)] == ["injured", "injured_badly"]


@pytest.mark.parametrize(
    ("language", "wound", "hurt"),
    [
        ("it", "Il pilota ha una ferita superficiale.", "C'è una donna ferita."),
        ("es", "El piloto sufrió una herida en la cabeza.", "Hay una herida en la explosión."),
        ("pt", "O piloto tem uma ferida na cabeça.", "Há uma ferida na explosão."),
    ],
)
def test_a_wound_is_nobody_hurt(language, wound, hurt):
    assert read(language, wound) == []
    assert [event for *_, event in read(language, hurt)] == ["injured"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es gibt keine Opfer."),
        ("de", "Es habe weder Opfer noch Schäden gegeben."),
        ("fr", "Il n'y avait ni victimes ni dégâts."),
        ("es", "No hubo víctimas ni daños."),
        ("pt", "Não houve vítimas nem danos."),
        ("it", "Non ci sono vittime né danni."),
        ("ru", "Жертв и разрушений нет."),
        ("nb", "Det var ikke noen døde."),
        ("id", "Tidak ada korban jiwa."),
        ("ar", "لم تقع خسائر بشرية."),
        ("fa", "هیچ تلفات جانی در پی نداشت."),
        ("tr", "Can kaybı yok."),
    ],
)
def test_no_victims_are_no_dead(language, text):
    assert {row[1:] for row in read(language, text)} == {(0.0, 0.0, "killed")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Сотен жертв нет."),
        ("uk", "Сотень жертв немає."),
        ("ru", "Данных о числе жертв и пострадавших нет."),
        ("it", "Non ci sono notizie di vittime."),
        ("it", "Combatteranno senza esporre i civili."),
        ("pt", "Vão combater sem expor os civis."),
        ("tr", "Can kaybı hakkında bilgi yok."),
    ],
)
def test_that_there_are_not_so_many_tells_no_number(language, text):
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'accord prévoyait leur retrait avant le 15.", []),
        ("fr", "Après cela 15 soldats ont quitté le port.", [("people.soldiers", "left")]),
        ("fr", "40 hommes font partie des secours.", [("people.men", None)]),
        ("fr", "40 hommes sont partis du port.", [("people.men", "left")]),
        ("fr", "Le sort de 40 soldats est inconnu.", [("people.soldiers", None)]),
        ("fr", "40 hommes ont été pris en otage.", [("people.men", "detained")]),
        ("fr", "Il y a eu 9 morts (y compris un marin), dont 3 femmes et 2 enfants.",
         [("people", "killed"), ("people.women", "killed"), ("people.children", "killed")]),
        ("it", "L'incendio costò la vita a 9 marinai.", [("people.soldiers", "killed")]),
        ("it", "Fu la notte più lunga per 9 soldati feriti.", [("people.soldiers", "injured")]),
    ],
)  # fmt: skip
def test_a_noun_that_looks_like_a_deed_tells_none(language, text, expected):
    assert [(kind, event) for kind, _, _, event in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "В плен попали 90 солдат.", ("people.soldiers", 90.0, 90.0, "detained")),
        ("ru", "В бою пострадали 90 солдат.", ("people.soldiers", 90.0, 90.0, "injured")),
        ("uk", "До міста потрапили 12 людей, 128 людей потрапили в полон.",
         ("people", 128.0, 128.0, "detained")),
        ("uk", "Понад 500 студентам вдалося втекти, 79 з них поранено.",
         ("people.students", 500.0, None, "left")),
        ("pl", "Zginęło 12 osób, a 40 doznało obrażeń.", ("people", 40.0, 40.0, "injured")),
    ],
)  # fmt: skip
def test_captivity_flight_and_wounds_are_told_apart(language, text, expected):
    assert expected in read(language, text)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ru", "В 5-этажном здании погибли люди.", 0),
        ("ru", "В 5 зданиях погибли люди.", 1),
        ("pl", "Zginęła 6-osobowa rodzina.", 0),
    ],
)
def test_a_number_in_an_adjective_counts_nothing(language, text, count):
    assert len(read(language, text)) == count


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "Llegaron 50 ambulancias y 12 coches.", "vehicles.ambulances"),
        ("de", "50 Krankenwagen kamen an.", "vehicles.ambulances"),
        ("de", "50 Autos kamen an.", "vehicles.cars"),
    ],
)
def test_ambulances_are_no_other_cars(language, text, kind):
    assert read(language, text)[0][0] == kind


@pytest.mark.parametrize(("how", "event"), [("ya", None), ("allí mismo", "killed")])
def test_what_befell_the_next_number_stands_right_beside_it(how, event):
    first, last = read("es", f"Había 500 personas en la sala, 12 niños {how} murieron.")
    assert first == ("people", 500.0, 500.0, event)
    assert last[1:] == (12.0, 12.0, "killed")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # What another number counts, or what stands beside it, is told of that one.
        (
            "fr",
            "Bilan : 20 morts, 30 blessés et 400 personnes dont la maison a brûlé.",
            [(20, "killed"), (30, "injured"), (400, None)],
        ),
        ("fr", "Bilan : 20 morts et 30 personnes blessées.", [(20, "killed"), (30, "injured")]),
        ("fr", "On compte 20 soldats tués et 30 civils.", [(20, "killed"), (30, "killed")]),
        ("ar", "قتل في القرية 40 رجلا وأصيب 80 آخرون.", [(40, "killed"), (80, "injured")]),
        ("ar", "قتل منهم تسعة وأصيب ستة.", [(9, "killed"), (6, "injured")]),
        (
            "ar",
            "قدر عدد القتلى بأكثر من 2000 خلال هجمات سيطر فيها 300 مسلح على بلدة.",
            [(2000, "killed"), (300, None)],
        ),
        (
            "it",
            "L'esercito avrebbe ucciso 20 ribelli arrestandone altri 30.",
            [(20, "killed"), (30, "detained")],
        ),
        (
            "es",
            "Murieron 20 soldados del cuarto ejército, 30 policías y 40 médicos.",
            [(20, "killed"), (30, "killed"), (40, "killed")],
        ),
        (
            "fa",
            "شمار کشته‌شدگان به 69 نفر افزایش یافته و تاکنون 63 تن ناپدید شده‌اند.",
            [(69, "killed"), (63, "missing")],
        ),
        (
            "pt",
            "20 soldados ficaram feridos e 30 foram capturados.",
            [(20, "injured"), (30, "detained")],
        ),
        ("ru", "На 24 автобусах вывезено 300 человек.", [(24, "left"), (300, "left")]),
        # A part shares what befell the whole, unless something else is told behind it.
        (
            "de",
            "Drei Männer starben. Es hätten sich 2000 Menschen dort befunden, darunter 70 Schüler.",
            [(3, "killed"), (2000, None), (70, None)],
        ),
        ("pt", "O incêndio feriu 30, incluindo duas crianças.", [(30, "injured"), (2, "injured")]),
        (
            "fr",
            "Le feu a tué 30 ouvriers, dont 5 apprentis.",
            [(30, "killed"), (5, None)],
        ),
        (
            "es",
            "Otras 50 personas resultaron heridas, entre ellas 10 de los cuerpos de seguridad.",
            [(50, "injured"), (10, "injured")],
        ),
        # Those who kill are not killed, and those who are hurt may die.
        (
            "de",
            "Zehn Männer hatten das Kaufhaus gestürmt, Besucher erschossen und Geiseln genommen.",
            [(10, None)],
        ),
        ("de", "Zehn Männer wurden im Kaufhaus erschossen.", [(10, "killed")]),
        ("pl", "Później zmarły jeszcze dwie ranne osoby.", [(2, "killed")]),
        ("es", "Varios de los obreros heridos murieron horas después.", [(3, "killed")]),
        ("es", "Varios de los obreros fueron heridos.", [(3, "injured")]),
        # "Left" of those who are hurt, "shot down" of what flies.
        ("pt", "O ataque deixou mais de 35 feridos.", [(35, "injured")]),
        ("pt", "Mais de 35 moradores deixaram a cidade.", [(35, "left")]),
        ("ru", "Выпустили 38 ракет, 30 из которых сбили.", [(38, "fired"), (30, "destroyed")]),
        ("es", "El avión fue derribado por tres misiles.", [(3, None)]),
        ("es", "Fueron derribados tres aviones.", [(3, "destroyed")]),
    ],
)
def test_what_befell_others_is_told_of_them(language, text, expected):
    assert [(low, event) for _, low, _, event in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # What is counted stands right behind its number, or is whose number it is.
        ("de", "Es war ein Angriff auf zwei Städte.", ["things.städte"]),
        ("de", "Die Angriffe stiegen auf zwei.", ["attacks"]),
        ("de", "Am Montag wurden 58 Palästinenser von Soldaten erschossen.", ["people"]),
        ("ru", "Число жертв авиаудара выросло до 22.", ["people"]),
        ("ru", "Число авиаударов выросло до 22.", ["attacks.strikes"]),
        (
            "tr",
            "Saldırıda 12'si kadın, 63'ü çocuk 613 Gence'li öldürüldü.",
            ["people.women", "people.children", "things.gence"],
        ),
        ("ar", "فقد 21 نتيجة الانفجار.", ["people"]),
        ("ar", "أسفرت عن مقتل 31 شخصا وإصابة نحو 130 آخرين.", ["people", "people"]),
        ("es", "Destruyeron doce objetivos militares.", ["things.objetivos"]),
        ("es", "Murieron doce militares.", ["people.soldiers"]),
        ("ru", "Погибли 300 шведских военных.", ["people.soldiers"]),
        ("tr", "Üç canlı bomba öldürüldü.", ["people.fighters"]),
        ("ru", "Направили 13 единиц спасательной техники.", ["vehicles"]),
        ("ru", "Направили 13 спасателей.", ["people.aid_workers"]),
        ("es", "Mataron a doce y arrestaron a dos de ellos.", ["people", "people"]),
    ],
)
def test_what_a_number_counts(language, text, expected):
    assert [kind for kind, *_ in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # A bare "one" is of those counted before, where what befell it stands beside it.
        ("pl", "Zginęło dwóch marynarzy, a jeden został ranny.", [2, 1]),
        ("ru", "Два человека погибли, один получил ранения.", [2, 1]),
        ("bg", "Двама души загинаха, един е ранен.", [2, 1]),
        ("de", "Zwei Menschen starben, einer wurde verletzt.", [2, 1]),
        ("es", "Dos personas murieron y una resultó herida.", [2, 1]),
        ("es", "Dos personas murieron en un bar del puerto.", [2]),
        ("fr", "Deux personnes sont mortes, une enquête sur les morts est ouverte.", [2]),
        # Bounds in quotation marks, and those of a range.
        ("de", "Es gab „mindestens“ 22 Tote.", [22]),
        ("de", "Es gab mindestens 22 bis 36 Tote.", [22]),
    ],
)
def test_one_of_those_before_and_bounds_in_marks(language, text, expected):
    assert [low for _, low, *_ in read(language, text)] == expected


@pytest.mark.parametrize(
    ("text", "high"),
    [("Es gab „mindestens“ 22 Tote.", None), ("Es gab mindestens 22 bis 36 Tote.", 36)],
)
def test_how_far_a_bound_goes(text, high):
    assert read("de", text)[0][2] == high


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Angriff forderte 20 zivile Tote.", ["people.civilians"]),
        ("de", "Neun Landbesetzer und zwei Gendarmen starben.",
         ["people.protesters", "people.police"]),
        ("pl", "Zginęło 22 Indian.", ["people"]),
        ("ru", "Комментариев властей об этом инциденте нет.", []),
    ],
)  # fmt: skip
def test_people_by_what_they_are(language, text, expected):
    assert [kind for kind, *_ in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("es", "Volaba cerca de un cuartel militar.", 0),
        ("es", "Volaba cerca de un millar de aviones.", 1),
        ("es", "Cada dos de mayo recuerdan a los que murieron.", 0),
        ("es", "El domingo dos vecinos murieron.", 1),
        ("es", "Costa+20 pudo saber que murieron.", 0),
        ("pt", "O homem morreu em meio a protestos.", 0),
        ("pt", "As explosões de terça-feira (4/8) destruíram casas.", 0),
        ("it", "È morto verso le 23 in ospedale.", 0),
        ("uk", "Вибух стався на 13-ту годину.", 0),
        ("tr", "Yarın sabah 7 itibarıyla otobüsler çıkacak.", 0),
        ("ru", "Об этом сообщила «Волга 24».", 0),
        ("ru", "Обе стороны прекратят военные действия.", 0),
        ("ru", "Обе девушки погибли.", 1),
        ("ru", "Их убили без суда.", 0),
        ("pt", "Viram corpos sem vida no mercado.", 0),
        ("fr", "Il n'y a aucune preuve de la présence d'hommes armés.", 0),
        ("fr", "Il n'y a aucun homme armé.", 1),
        ("tr", "Yaralı askerlerin hayati tehlikesi yok.", 0),
        ("tr", "Hastanede asker yok.", 1),
        ("it", "Manca una lista delle persone uccise e nessuno dei sostenitori è in cella.", 1),
    ],
)
def test_what_is_no_number_of_anything(language, text, counted):
    assert len(read(language, text)) == counted


def test_none_of_others_shares_nothing_with_those_before():
    (none,) = read("it", "Manca una lista delle persone uccise e nessuno dei soldati è in cella.")
    assert none == ("people.soldiers", 0.0, 0.0, None)


@pytest.mark.parametrize(("more", "event"), [("grande", "killed"), ("gran viejo", None)])
def test_numbers_of_a_list_stand_near_each_other(more, event):
    text = f"Murieron 20 soldados del ejército de tierra del {more} reino muy alto y 30 policías."
    assert [row[3] for row in read("es", text)] == ["killed", event]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("es", "Murió una mujer de 34 años.", 0),
        ("it", "Tra i feriti c'è una ragazza di 16 anni.", 0),
        ("fr", "Deux enfants de moins de dix ans ont été blessés.", 0),
        ("fr", "Ils sont tous âgés de 20 ans.", 0),
        ("pt", "Havia pessoas de entre 3 e 80 anos de idade.", 0),
        ("de", "Drei Frauen im Alter von 10 bis 20 Jahren kamen ums Leben.", 0),
        ("ru", "Погибла девочка 7 лет.", 0),
        ("pl", "W pożarze zginęło dziecko poniżej 12 lat.", 0),
        ("ar", "قتل ثلاثة أطفال دون سن 15 عاما.", 0),
        ("es", "La guerra de 20 años terminó.", 1),
        ("es", "Salieron los presos de 20 años de guerra.", 1),
        ("de", "Seit 20 Jahren ist die Brücke gesperrt.", 1),
        ("ru", "Стройка шла 7 лет.", 1),
    ],
)
def test_how_old_people_are_is_no_length_of_time(language, text, years):
    assert [kind for kind, *_ in read(language, text)].count("duration") == years


@pytest.mark.parametrize(
    ("language", "text", "lengths"),
    [
        ("es", "El puente cayó hace más de un mes.", 0),
        ("de", "Drei Tage vor dem Sturm schloss der Hafen.", 0),
        ("fr", "Le port a fermé deux semaines plus tôt.", 0),
        ("es", "La reunión duró más de un mes.", 1),
        ("de", "Die 30-stündige Reise endete.", 1),
        ("fr", "Le port a fermé pendant deux semaines.", 1),
    ],
)
def test_how_long_ago_it_was_is_no_length_of_time(language, text, lengths):
    assert [kind for kind, *_ in read(language, text)].count("duration") == lengths


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "it",
            "Decine di operai, molti dei quali anziani, sono stati uccisi in un crollo.",
            "killed",
        ),
        ("fr", "Une centaine de marins, dont de nombreux étrangers, ont été blessés.", "injured"),
        ("uk", "Десятки моряків, серед яких були діти, загинули.", "killed"),
        ("de", "Rund 300 Bauern, darunter viele Frauen, flohen aus dem Tal.", "left"),
        ("de", "Rund 300 Bauern, darunter 20 getötete Frauen, zählte das Dorf.", None),
    ],
)
def test_what_befell_a_whole_is_told_behind_its_part(language, text, expected):
    assert read(language, text)[0][3] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Hafen zählte 40 getötete Fischer.", ("people.workers", "killed")),
        ("de", "Er sprach von 50 verletzten Soldaten.", ("people.soldiers", "injured")),
        ("de", "Er sprach von 50 getöteten und verletzten Soldaten.", ("people.soldiers", None)),
        ("de", "Er sprach von 50 Verletzten.", ("people", "injured")),
        ("ru", "Уничтожены восемь военных автомобилей.", ("vehicles.cars", "destroyed")),
        ("ru", "Уничтожены восемь военных.", ("people.soldiers", None)),
        ("ru", "Прибыли 25 чешских и польских врачей.", ("people.aid_workers", "arrived")),
        ("uk", "Загинули 12 футбольних фанатів.", ("things.фанатів", "killed")),
        ("uk", "Зникли 40 учениць школи.", ("people.students", "missing")),
        ("es", "Se abrieron las cinco principales puertas.", ("things.puertas", None)),
        ("fr", "Vingt nouvelles tombes sont prêtes.", ("things.tombes", None)),
    ],
)
def test_a_number_counts_the_noun_and_not_what_describes_it(language, text, expected):
    (found,) = read(language, text)
    assert (found[0], found[3]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Jusqu'à 60 soldats de la garde et civils sont morts.", "people"),
        ("fr", "60 soldats de la garde et des civils sont morts.", "people.soldiers"),
        ("fr", "Environ 90 pèlerins et étudiants sont morts.", "people"),
        ("de", "Mehr als 90 Geistliche, Händler und andere Zivilisten sind tot.", "people"),
        ("de", "Mehr als 90 Geistliche und Häuser.", "things.geistliche"),
    ],
)
def test_a_number_before_nouns_of_different_people_counts_all(language, text, expected):
    assert read(language, text)[0][0] == expected


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("it", "Un missile ha colpito un mercato.", 0),
        ("es", "Las casas fueron destruidas por la onda de un cohete.", 0),
        ("fr", "Ils ont tiré un missile.", 1),
        ("es", "Destruyeron cuatro cohetes.", 4),
    ],
)
def test_one_weapon_that_hurts_others_is_not_counted(language, text, number):
    found = [low for kind, low, *_ in read(language, text) if kind.startswith("attacks")]
    assert found == ([number] if number else [])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Hubo 24 muertos. Las ONG reportan 43.", ("people", 43.0, "killed")),
        ("pt", "Havia 24 mortos, mas um balanço elevou-o para 43.", ("people", 43.0, "killed")),
        ("es", "Hubo 24 muertos. La calle tiene 43.", ("things", 43.0, None)),
        ("es", "Hubo 24 muertos. Las ONG reportan 43 quejas.", ("things.quejas", 43.0, None)),
    ],
)
def test_a_number_that_a_verb_tells_alone_counts_what_was_counted_before(language, text, expected):
    kind, low, _, event = read(language, text)[-1]
    assert (kind, low, event) == expected


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("uk", "Загинули 59 осіб: 36 жінок, 22 чоловіки.", ["killed", "killed", "killed"]),
        ("pt", "Morreram 59 pessoas - 36 mulheres e 23 homens.", ["killed", "killed", "killed"]),
        ("uk", "Загинули 59 осіб. У місті живе 36 жінок.", ["killed", "lived"]),
    ],
)
def test_what_befell_a_sum_befell_all_that_it_is_made_of(language, text, events):
    assert [event for *_, event in read(language, text)] == events


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("fr", "Sur les quatre pilotes, trois ont été arrêtés.", [None, "detained"]),
        ("de", "Von den 15 Soldaten wurden 8 verletzt.", [None, "injured"]),
        ("it", "Di 20 ostaggi tre sono stati liberati.", [None, "released"]),
        ("de", "Die 15 Soldaten wurden verletzt.", ["injured"]),
        ("pt", "Dispararam 33 mísseis, dos quais 21 foram abatidos.", ["fired", "destroyed"]),
    ],
)
def test_what_befell_some_of_them_did_not_befall_the_whole(language, text, events):
    assert [event for *_, event in read(language, text)] == events


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "150 marins ont été tués ou blessés.", None),
        ("it", "La frana ha sepolto tutti, uccidendo e ferendo dodici persone.", None),
        ("fa", "سیل منجر به کشته و زخمی شدن ۱۲ نفر شد.", None),
        ("ar", "قال إن 39 عاملا قتلوا وأصيب 51 آخرون.", "injured"),
    ],
)
def test_who_was_killed_or_hurt_is_counted_as_neither(language, text, expected):
    assert read(language, text)[-1][3] == expected


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("it", "La frana ha causato la morte di una donna e il ferimento di altre 11.", "injured"),
        ("it", "Sette operai sono dispersi e altri otto catturati.", "detained"),
        ("es", "De los 40 heridos, 3 murieron.", "killed"),
        ("de", "Die Leichen von 14 Bauern wurden geborgen.", "killed"),
        ("de", "14 Bauern wurden geborgen.", "rescued"),
        ("ar", "قتل اثنان واعتقل الآخران.", "killed"),
        ("ar", "قتل الحارس ما يصل إلى 16 شخصا.", "killed"),
        ("tr", "Ölenlerin sayısının 30'a ulaştığı söylendi.", "killed"),
        ("es", "Hubo quejas, y no hubo ningún muerto ni herido.", "injured"),
        ("de", "Es wurden 10 Bauern, darunter 5 Frauen, getötet, 35 weitere verletzt.", "injured"),
    ],
)
def test_what_befell_those_of_the_last_number(language, text, events):
    assert read(language, text)[-1][3] == events


def test_the_toll_stands_far_before_its_number():
    text = "Dijo que el número de muertos en la mina, que cerró el 28 de abril, se elevó a 48."
    assert read("es", text) == [("people", 48.0, 48.0, "killed")]


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        # Fighters by what they call themselves, and who only bears arms or belongs to them.
        ("es", "Murieron 12 talibanes en el valle.", ("people.fighters", 12.0, 12.0, "killed")),
        ("fr", "Douze talibans ont été tués.", ("people.fighters", 12.0, 12.0, "killed")),
        ("it", "Sono morti 12 talebani.", ("people.fighters", 12.0, 12.0, "killed")),
        ("pt", "Doze talibãs morreram.", ("people.fighters", 12.0, 12.0, "killed")),
        (
            "fr",
            "Dix membres d'un groupe armé sont morts.",
            ("people.fighters", 10.0, 10.0, "killed"),
        ),
        # What stands behind tells what victims are.
        (
            "es",
            "Murieron cinco víctimas civiles.",
            ("people.civilians", 5.0, 5.0, "killed"),
        ),
        ("pt", "Cinco vítimas civis morreram.", ("people.civilians", 5.0, 5.0, "killed")),
        # "Others" and "some" behind "at least" leave it a floor.
        ("es", "Murieron al menos otros ocho civiles.", ("people.civilians", 8.0, None, "killed")),
        ("pt", "Pelo menos outros 8 civis morreram.", ("people.civilians", 8.0, None, "killed")),
        # Of two kinds that are told to be among the dead each is its own.
        (
            "es",
            "De los muertos, 22 son policías y nueve son indígenas.",
            ("people", 9.0, 9.0, "killed"),
        ),
        ("pt", "Há 87 corpos que foram retirados do porto.", ("people", 87.0, 87.0, "killed")),
    ],
)
def test_whom_a_number_counts_and_what_befell_them(language, text, measure):
    assert measure in read(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los dos hablaron en la sede."),
        ("es", "Los barcos entraron en Corva 3, y luego ardieron."),
        ("fr", "Les camions roulaient sur la RN 16, vers le port."),
        ("pt", "O recolher vai das 15 às 6 horas."),
    ],
)
def test_a_verb_is_no_noun_and_a_name_or_an_hour_counts_nothing(language, text):
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("de", "Bis die Flut sie vertrieb, wohnten hier vor Jahren noch 800 Menschen.", "lived"),
        ("de", "Das Dorf, in dem auf engem Raum 800 Menschen leben, brannte.", "lived"),
        ("de", "800 Menschen, die in dem Haus lebten, wurden getötet.", "killed"),
        ("de", "Anna, die in der Stadt wohnte, sah 800 Menschen.", None),
        ("fr", "Le village, où vivaient 800 personnes, a été rasé.", "lived"),
        ("fr", "800 personnes qui y vivaient ont été tuées.", "killed"),
        ("es", "En el valle viven más de 800 personas.", "lived"),
        ("it", "Il quartiere, dove vivevano 800 persone, è bruciato.", "lived"),
        ("pt", "O bairro, onde viviam 800 pessoas, foi arrasado.", "lived"),
        ("nb", "I dalen bodde det 800 mennesker.", "lived"),
        ("nb", "800 mennesker som bodde i huset, ble drept.", "killed"),
        ("pl", "W wiosce mieszka 800 osób.", "lived"),
        ("ru", "В поселке жили 800 человек.", "lived"),
        ("ru", "800 человек, которые там жили, погибли.", "killed"),
        ("uk", "У селі мешкає понад 800 людей.", "lived"),
        ("bg", "В селото живееха 800 души.", "lived"),
        ("tr", "Köyde 800 kişi yaşıyordu.", "lived"),
        ("id", "Desa itu dihuni 800 orang.", "lived"),
        ("ar", "يعيش في القرية 800 شخص.", "lived"),
        ("fa", "در این روستا ۸۰۰ نفر زندگی می‌کردند.", "lived"),
        ("fa", "۸۰۰ نفر که آنجا زندگی می‌کردند کشته شدند.", "killed"),
    ],
)
def test_how_many_lived_there_is_not_what_befell_who_lived_there(language, text, event):
    assert event in {e for _, low, high, e in read(language, text) if 800 in {low, high}}


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("de", "Zum Fest kamen vier Minister um 10 Uhr an.", "arrived"),
        ("de", "Das Feuer kostete vier Menschen das Leben.", "killed"),
        ("it", "L'incendio ha tolto la vita a quattro persone.", "killed"),
        ("tr", "Yangın dört kişinin canını aldı.", "killed"),
        ("ar", "أودى الحريق بحياة 4 أشخاص.", "killed"),
        ("fr", "Les quatre hommes portés manquants étaient des mineurs.", "missing"),
    ],
)
def test_a_verb_in_two_parts_tells_its_event(language, text, event):
    assert event in {e for _, _, high, e in read(language, text) if high == 4}
