import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Document, Mention, NameRule, SpeakerKind
from variorum.normalise.actors.actors import actors

PIECES = [
    "Ann Lee",
    "the ministry",
    "Gen.",
    "(",
    ")",
    "WHO",
    "of",
    "'s",
    "-",
    "/",
    ".",
    "\n\n",
    "said",
]


def found(text: str) -> list[Mention]:
    return actors(Document.from_text(text))


@pytest.mark.parametrize(
    ("text", "name", "full", "rule"),
    [
        ("Judge Ann Lee spoke. Lee left.", "Lee", "Ann Lee", NameRule.SURNAME),
        ("Ann Lee spoke. Ann left.", "Ann", "Ann Lee", NameRule.GIVEN_NAME),
        ("Mayor Ann Lee spoke. The mayor left.", "mayor", "Ann Lee", NameRule.ROLE),
        ("The Kent Fire Service came. The service left.", "service", "Kent Fire Service",
         NameRule.SHORT_NAME),
        ("The Dock Workers Union (DWU) met.", "DWU", "Dock Workers Union", NameRule.ACRONYM),
        ("The Dock Workers Union met. The DWU left.", "DWU", "Dock Workers Union",
         NameRule.INITIALS),
    ],
)  # fmt: skip
def test_a_short_form_has_its_full_name_and_the_reason(
    text: str, name: str, full: str, rule: NameRule
) -> None:
    short = next(m for m in found(text) if m.span.exact == name)
    assert (short.full, short.rule) == (full, rule)
    assert [s.exact for s in short.evidence] == [full]


def test_a_former_minister_is_not_the_minister() -> None:
    text = "Former minister Ann Lee spoke. The minister left."
    assert [m.full for m in found(text)] == ["Ann Lee"]


def test_a_town_is_nobody_and_a_capital_that_speaks_is_a_body() -> None:
    (ankara,) = found("Ankara denied the report. Protesters gathered in Ankara.")
    assert (ankara.kind, ankara.span.start) == (SpeakerKind.ORGANISATION, 0)


def test_an_office_is_told_beside_the_name() -> None:
    (colonel,) = found("Col. Peter Dale spoke.")
    assert (colonel.name, colonel.title) == ("Peter Dale", "colonel")


def test_a_document_read_by_lexicon_alone_names_nobody_here() -> None:
    assert actors(Document.from_text("Ann Lee sagte nichts.", language="de")) == []


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text_gives_mentions_in_order_whose_spans_are_its_words(text: str) -> None:
    document = Document.from_text(text)
    mentions = actors(document)
    assert mentions == actors(document)
    ends = 0
    for mention in mentions:
        assert ends <= mention.span.start
        assert text[mention.span.start : mention.span.end] == mention.span.exact
        assert (mention.rule is None) == (not mention.evidence)
        ends = mention.span.end
