"""Names of a case: which full names are one actor's, and none on a guess."""

import pytest

from variorum.compare.actors.actor_mentions import Naming, Usage, full_words, gather, merge_id
from variorum.compare.actors.merging import merge
from variorum.language.spelling import in_english
from variorum.model import NameRule, SpeakerKind


def named(*names, kind=SpeakerKind.PERSON):
    namings = {}
    for number, name in enumerate(names):
        words = full_words(name)
        naming = namings.setdefault(words, Naming(words))
        naming.add(Usage(f"d{number}", name, name, kind))
    return namings


def heads(*names, kind=SpeakerKind.PERSON, undone=()):
    merged = merge(named(*names, kind=kind), undone)
    return [" ".join(merged.head(full_words(name))) for name in names]


def test_a_name_is_bare_without_titles_and_spelled_acronyms():
    assert full_words("General Ada Lund") == ("ada", "lund")
    assert full_words("Road Safety Board (RSB)") == ("road", "safety", "board")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Ada Lund", "Lund"), ["ada lund", "ada lund"]),
        (("Ada Lund", "Bo Lund", "Lund"), ["ada lund", "bo lund", "lund"]),
        (("Ada Lund", "Ada Maria Lund"), ["ada maria lund", "ada maria lund"]),
    ],
)
def test_a_short_name_is_the_only_one_that_it_can_be(names, found):
    assert heads(*names) == found


def heads_abroad(*rows):
    """Return under which name each stands, of names each with the language of its report."""
    namings = named(*(name for name, _ in rows))
    for name, language in rows:
        words = full_words(name)
        namings[words].abroad.add(in_english(words, language))
    merged = merge(namings)
    return [merged.head(full_words(name)) for name, _ in rows]


@pytest.mark.parametrize(
    "rows",
    [
        [("Viktor Shevchuk", "en"), ("Wiktor Schewtschuk", "de"), ("Wiktor Szewczuk", "pl")],
        [("Sergey Zhukov", "en"), ("Serguéi Zhukov", "es"), ("Serguei Zhukov", "pt")],
        [("Pavel Rakhimov", "en"), ("Pável Rajímov", "es"), ("Pawel Rachimow", "de")],
        [("Anton Gusev", "en"), ("Anton Goussev", "fr"), ("Антон Гусев", "ru")],
        [("Wiktor Schewtschuk", "de"), ("Wiktor Szewczuk", "pl"), ("Szewczuk", "pl")],
        [("Viktor Shevchuk", "en"), ("Wiktor Schewtschuk", "de"), ("Schewtschuk", "de")],
    ],
)
def test_a_foreign_name_is_one_as_each_language_writes_it(rows):
    assert len(set(heads_abroad(*rows))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [("Viktor Shevchuk", "en"), ("Wiktor Schewtschuk", "en")],
        [("Sergey Zhukov", "en"), ("Sergej Sukow", "de")],
        [("Anton Gusev", "en"), ("Anton Goussova", "fr")],
    ],
)
def test_what_no_language_writes_so_is_another_name(rows):
    assert len(set(heads_abroad(*rows))) == 2


def test_a_merge_that_was_undone_is_not_made_again():
    undone = merge_id(("lund",), ("ada", "lund"))
    assert heads("Ada Lund", "Lund", undone=[undone]) == ["ada lund", "lund"]


def test_every_merge_has_a_rule_and_ends():
    merged = merge(named("Ada Lund", "Lund", "Ada Maria Lund"))
    assert all(rule in NameRule for _, rule in merged.parent.values())
    assert gather([], []) == {}


def test_more_often_a_person_than_a_body_is_a_person():
    naming = Naming(("ada", "lund"))
    for kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.PERSON):
        naming.add(Usage("d", "Ada Lund", "Ada Lund", kind))
    assert naming.person
    naming.add(Usage("d", "Ada Lund", "Ada Lund", SpeakerKind.ORGANISATION))
    assert not naming.person
