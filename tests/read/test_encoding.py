import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read import read_with_gaps
from variorum.read.encoding import decode, repaired

SENTENCES = {
    "ar": "غادر جميع المقاتلين المدينة على مدى خمسة أيام، وتجري الاستعدادات لنقل الأجانب.",
    "ru": "Министр заявил, что грузовики покинули город на рассвете, и добавил, что погибших нет.",
    "fr": "Le ministre a déclaré que les camions avaient quitté la ville à l’aube.",
    "tr": "Bakan, kamyonların şafakta şehirden ayrıldığını ve ölen olmadığını söyledi.",
    "pl": "Minister powiedział, że ciężarówki opuściły miasto o świcie i nikt nie zginął.",
    "de": "Der Minister sagte, die Lastwagen hätten die Stadt verlassen; “niemand” büßt dafür.",
    "en": "The minister said that “nobody” was hurt – the café was empty.",
    "el": "Ο υπουργός είπε ότι τα φορτηγά έφυγαν από την πόλη τα ξημερώματα.",
    "he": "השר אמר כי המשאיות עזבו את העיר עם שחר.",
    "ja": "大臣は、トラックが夜明けに町を出たと述べた。",
    "zh": "部长说，卡车在黎明时分离开了这座城市，没有人受伤。",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ar", "cp1256"),
        ("ar", "iso8859_6"),
        ("ar", "utf-16-le"),
        ("ru", "cp1251"),
        ("ru", "koi8_r"),
        ("ru", "iso8859_5"),
        ("ru", "utf-16-be"),
        ("fr", "cp1252"),
        ("tr", "cp1254"),
        ("pl", "cp1250"),
        ("pl", "iso8859_2"),
        ("de", "cp1252"),
        ("en", "cp1252"),
        ("en", "utf-16-le"),
        ("el", "cp1253"),
        ("he", "cp1255"),
        ("ja", "shift_jis"),
        ("zh", "gb18030"),
    ],
)
def test_old_code_pages_are_told_by_their_words(language: str, encoding: str) -> None:
    sentence = SENTENCES[language]
    assert decode(sentence.encode(encoding)) == sentence


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@given(words=st.text(st.characters(exclude_categories=["Cs"])))
def test_a_byte_order_mark_settles_it(encoding: str, words: str) -> None:
    # Two little-endian marks begin alike: UTF-16 text that opens with NUL is not told apart.
    text = "A" + words
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_read_as_utf_8(text: str) -> None:
    assert decode(text.removeprefix("\ufeff").encode()) == text.removeprefix("\ufeff")


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode("déjà".encode("cp1252"), "windows-1252") == "déjà"
    assert decode("déjà".encode(), "no-such-encoding") == "déjà"


@given(st.binary())
def test_any_bytes_become_characters(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    "words",
    [
        "Der Bürgermeister Müller sagte, vierzig Menschen seien getötet worden.",
        "Мэр заявил, что на рынке в воскресенье погибли сорок человек.",
        "İçişleri Bakanlığı kırk kişinin öldüğünü açıkladı.",
    ],
)
@pytest.mark.parametrize("stray", [b"\xff", b"\xc3"])
def test_a_stray_byte_leaves_the_rest_in_utf8(words, stray):
    data = words.encode()
    middle = data.index(b" ")
    assert decode(data[:middle] + stray + data[middle:]).replace("\ufffd", "") == words


@pytest.mark.parametrize("page", ["cp1252", "iso8859_15"])
def test_an_old_code_page_is_no_broken_utf8(page):
    words = "Der Bürgermeister sagte, vierzig Menschen seien getötet und später begraben worden."
    assert decode(words.encode(page)) == words


def test_utf8_that_is_declared_as_a_code_page_is_read_as_utf8_and_said(tmp_path):
    words = "Die Fähre fährt über den Fluß, sagte der Bürgermeister."
    assert decode(words.encode(), "iso-8859-1") == words
    assert "in iso-8859-1, and is in UTF-8" in repaired(words.encode(), "iso-8859-1")
    assert decode(words.encode("cp1252"), "iso-8859-1") == words
    for data, declared in ((words.encode("cp1252"), "iso-8859-1"), (words.encode(), "utf-8")):
        assert repaired(data, declared) is None
    assert repaired("é".encode(), "iso-8859-1") is None
    path = tmp_path / "a.eml"
    head = b"From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\n"
    path.write_bytes(head + b"Content-Transfer-Encoding: 8bit\n\n" + words.encode())
    document, gaps = read_with_gaps(path)
    assert document.text == words
    assert "is in UTF-8" in gaps[0].why
