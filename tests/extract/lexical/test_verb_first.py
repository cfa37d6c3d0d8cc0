"""Where the verb stands first: whose words a sentence tells, and where their name ends."""

import pytest

from variorum import extract
from variorum.model import Document

SAFE = "الجسر سليم والعمل مستمر"


def told(text: str) -> list[tuple[str, str]]:
    """Return the speakers of a text, each with what it says."""
    claims = extract(Document.from_text(text, language="ar", publisher="Paper"))
    return [
        (claim.speaker.name, " … ".join(span.exact for span in claim.content)) for claim in claims
    ]


WHOLE = [
    # A body or a place of which somebody speaks is part of who speaks; an occasion is none.
    (f"قال وزير في الحكومة الجديدة إن {SAFE}.", "وزير في الحكومة الجديدة"),
    (f"قال المدير في منظمة الأنهار سامر منصور إن {SAFE}.", "المدير في منظمة الأنهار سامر منصور"),
    (f"قال المدير في بيان طويل إن {SAFE}.", "المدير"),
    (f"وأشار علي سامر إلى أن {SAFE}.", "علي سامر"),
    (f"وأشار سامر على الفور إلى أن {SAFE}.", "سامر"),
    # A name in quotation marks belongs to what is called by it.
    ('أعلنت جماعة "نصرة النهر" مسؤوليتها عن هجوم قتل فيه 30 شخصا.', 'جماعة "نصرة النهر"'),
    # "According to" may have its "to" in one word with the name.
    (f"وفقا للمرصد النهري، {SAFE}.", "المرصد النهري"),
    (f"وفقا لمصدر طبي، {SAFE}.", "مصدر طبي"),
    (f"حسب لجنة النهر، {SAFE}.", "لجنة النهر"),
    # Adverbs and pronouns with a preposition are nobody.
    ("نفى جيش النهر حتى الآن مقتل 30 شخصا.", "جيش النهر"),
    ("أكد مرصد النهر لحقوق الإنسان مقتل 30 شخصا.", "مرصد النهر لحقوق الإنسان"),
]


@pytest.mark.parametrize(("text", "who"), WHOLE)
def test_a_name_is_whole(text: str, who: str) -> None:
    assert told(text)[0][0] == who


ACTED = [
    # Whom somebody accuses is another body.
    ("واتهم الجيش قوات النهر بقتل 30 شخصا.", "الجيش", "قوات النهر بقتل 30 شخصا"),
    ("وقدرت الوزارة عدد القتلى بثلاثين.", "الوزارة", "عدد القتلى بثلاثين"),
    # Who begins the sentence goes on to tell.
    (f"وألقى الرئيس سامر باللوم على الجيران، قائلا إن {SAFE}.", "الرئيس سامر", SAFE),
    ("أصدرت وزارة النهر بيانا نفت فيه مقتل 30 شخصا.", "وزارة النهر", "مقتل 30 شخصا"),
    ("وكان الجيش قد اعترف بقتل 30 شخصا.", "الجيش", "بقتل 30 شخصا"),
    # A clause about a noun is told by its own subject.
    ("قتل ثلاثون في الغارة التي قال الجيش إنها أصابت مخزنا قديما.", "الجيش", "أصابت مخزنا قديما"),
    # The occasion and the word that leads to what is told are no part of it.
    ("أعلنت الوزارة في بيان، مساء الثلاثاء، مقتل 30 شخصا.", "الوزارة", "مقتل 30 شخصا"),
    ("تحدث مسؤول محلي عن مقتل 30 شخصا.", "مسؤول محلي", "مقتل 30 شخصا"),
    (f"وبحسب الوزارة، فإن {SAFE}.", "الوزارة", SAFE),
    ("وجاء في بيان صدر عن الوزارة أن 30 شخصا قتلوا.", "الوزارة", "30 شخصا قتلوا"),
    ("قتل 30 شخصا، نقلت «رويترز» عن مصدر طبي.", "مصدر طبي", "قتل 30 شخصا"),
]


@pytest.mark.parametrize(("text", "who", "what"), ACTED)
def test_who_acts_tells_no_more_than_is_told(text: str, who: str, what: str) -> None:
    assert (who, what) in told(text)


def test_another_verb_ends_what_the_first_tells() -> None:
    text = f"واتهم الجيش قوات النهر بقتل 30 شخصا وقال في تغريدة إن {SAFE}."
    assert [name for name, _ in told(text)] == ["الجيش"] * 2
    assert sorted(what for _, what in told(text)) == sorted(["قوات النهر بقتل 30 شخصا", SAFE])
    whole = f"وقال الرئيس سامر إن {SAFE} والناس في بيوتهم."
    assert [what for _, what in told(whole)] == [f"{SAFE} والناس في بيوتهم"]


def test_who_told_a_scrap_speaks_on() -> None:
    text = "قال أهالي النهر إن الجسر سليم. وأكدت السلطات وقوع الهجوم، وذكرت أن 30 شخصا قتلوا."
    assert told(text)[-1] == ("السلطات", "30 شخصا قتلوا")


def test_an_outlet_passes_on_what_another_says() -> None:
    text = f'وقال مدير النهر "{SAFE} كل يوم"، حسب ما نقلت وكالة "سانا".'
    (claim,) = extract(Document.from_text(text, language="ar", publisher="Paper"))
    assert [link.name for link in claim.relay] == ["Paper", "سانا", "مدير النهر"]
    spanish = "El alcalde Juan Vega dijo que murieron tres personas, según informa Reuters."
    (claim,) = extract(Document.from_text(spanish, language="es", publisher="Paper"))
    assert claim.content[0].exact == "murieron tres personas"
    assert [link.name for link in claim.relay] == ["Paper", "Reuters", claim.speaker.name]


def test_an_hour_and_a_name_are_no_numbers() -> None:
    text = "وقع الهجوم قرب فرن سعدة الساعة السابعة والنصف وقتل فيه 30 شخصا."
    (claim,) = extract(Document.from_text(text, language="ar", publisher="Paper"))
    assert "30" in claim.content[0].exact
