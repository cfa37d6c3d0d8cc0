import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.case import Case, Comparison
from variorum.compare.actors.case_actors import cast
from variorum.language.spelling import name_words
from variorum.model import Actor, Claim, Document, Mention, NameRule, SpeakerKind
from variorum.text import span

ROOT = Path(__file__).resolve().parents[3]
BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "actors.py"))
CASES = BENCHMARK["cases"]()
LEAST_PRECISION, LEAST_RECALL, FEWEST_CASES = 0.97, 0.9, 60
NAMES = ["Ann Lee", "Lee", "Bo Lee", "UN", "United Nations", "Talal Silo", "Talal Selo", "A/B", "A"]

Told = tuple[str, tuple[tuple[str, SpeakerKind], ...]]
Pairs = tuple[tuple[str, str], ...]


def report(publisher: str, names: tuple[tuple[str, SpeakerKind], ...]) -> tuple[Document, Claim]:
    text = f"{publisher}: " + ". ".join(name for name, _ in names) + "."
    document = Document.from_text(text, publisher=publisher)
    mentions, start = [], len(publisher) + 2
    for name, kind in names:
        at = span(document, start, start + len(name))
        mentions.append(Mention(name=name, full=name, kind=kind, span=at))
        start += len(name) + 2
    claim = BENCHMARK["claimed"](document, BENCHMARK["ActorCase"]("", False, [document], []))
    return document, claim.model_copy(update={"actors": tuple(mentions)})


def people(*names: str) -> tuple[tuple[str, SpeakerKind], ...]:
    return tuple((name, SpeakerKind.PERSON) for name in names)


def bodies(*names: str) -> tuple[tuple[str, SpeakerKind], ...]:
    return tuple((name, SpeakerKind.ORGANISATION) for name in names)


def actors(*told: Told, same: Pairs = (), apart: Pairs = ()) -> list[Actor]:
    made = [report(*one) for one in told]
    publishers = {one[0] for one in told}
    found = cast([document for document, _ in made], [claim for _, claim in made], same, apart)
    return [actor for actor in found.actors if actor.label not in publishers]


def test_pairs_of_mentions_in_the_open_cases() -> None:
    right = given_pairs = wanted = 0
    for case in CASES:
        if not case.held:
            true, told = BENCHMARK["pairs"](case)
            right += len(true & told)
            given_pairs += len(told)
            wanted += len(true)
    assert right >= LEAST_PRECISION * given_pairs
    assert right >= LEAST_RECALL * wanted


def test_there_are_enough_cases_and_each_has_marks() -> None:
    assert len(CASES) >= FEWEST_CASES
    assert all(len(case.marks) > 1 for case in CASES)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (people("Talal Silo"), people("Talal Selo"), NameRule.SPELLING),
        (people("Ann Lee"), people("Lee"), NameRule.SURNAME),
        (people("James Patrick Nolan"), people("James Nolan"), NameRule.MIDDLE_NAME),
        (people("Talal Mansour"), people("طلال منصور"), NameRule.SCRIPT),
        (bodies("World Health Organization"), bodies("WHO"), NameRule.INITIALS),
        (bodies("Ministry of Health"), bodies("Health Ministry"), NameRule.SPELLING),
        (bodies("Danish Health Ministry"), bodies("Health Ministry"), NameRule.SHORT_NAME),
    ],
)
def test_a_merge_tells_its_rule_and_places_and_can_be_undone(
    one: tuple[tuple[str, SpeakerKind], ...],
    other: tuple[tuple[str, SpeakerKind], ...],
    rule: NameRule,
) -> None:
    (actor,) = actors(("Post", one), ("Times", other))
    (merge,) = actor.merges
    assert merge.rule is rule
    assert {s.exact for s in merge.evidence} == set(merge.names) == {one[0][0], other[0][0]}
    apart = actors(("Post", one), ("Times", other), apart=(merge.names,))
    assert sorted(a.label for a in apart) == sorted([one[0][0], other[0][0]])


@pytest.mark.parametrize(
    "names",
    [
        people("Mario Costa", "Maria Costa"),
        people("Hassan Nouri", "Hussein Nouri"),
        people("Ali Haddad Sr.", "Ali Haddad Jr."),
        people("Talal Mansour", "خالد منصور"),
        bodies("SDF", "SDF/PKK", "PKK"),
        bodies("Danish Health Ministry", "Polish Health Ministry"),
        (*people("Victor Lang"), *bodies("Lang Industries")),
        (*bodies("Interior Ministry"), *people("Interior Minister")),
    ],
)
def test_who_is_not_one(names: tuple[tuple[str, SpeakerKind], ...]) -> None:
    assert len(actors(("Post", names))) == len(names)


def test_a_name_of_two_people_is_neither_and_somebody_else_in_each_report() -> None:
    found = actors(
        ("Post", people("Ann Lee", "Bo Lee")), ("Times", people("Lee")), ("Star", people("Lee"))
    )
    assert sorted(actor.label for actor in found) == ["Ann Lee", "Bo Lee", "Lee", "Lee"]


def test_an_acronym_behind_another_name_is_not_its_own() -> None:
    found = actors(("Post", bodies("Coast Online (AFP)", "AFP")), ("Times", bodies("AFP")))
    assert sorted(actor.label for actor in found) == ["AFP", "Coast Online (AFP)"]


def test_each_name_has_those_who_use_it() -> None:
    (actor,) = actors(("Post", people("Ann Lee")), ("Times", people("Ann Lee", "Lee")))
    assert [(n.name, n.used_by) for n in actor.names] == [
        ("Ann Lee", ("Post", "Times")),
        ("Lee", ("Times",)),
    ]


def test_the_export_tells_the_actor_of_every_mention() -> None:
    made = [report("Post", people("Ann Lee")), report("Times", people("Lee"))]
    documents, claims = [d for d, _ in made], [c for _, c in made]
    found = cast(documents, claims)
    case = Case(tuple(documents), tuple(claims), comparison=Comparison(actors=found.actors))
    ann = next(actor for actor in found.actors if actor.label == "Ann Lee")
    told = [[a["id"] for a in claim["actors"]] for claim in case.to_dict()["claims"]]
    assert told == [[ann.id], [ann.id]]


STRANGE = st.one_of(st.sampled_from(NAMES), st.text(min_size=1, max_size=30))
KINDS = st.sampled_from([SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GROUP])
REPORTS = st.lists(
    st.lists(st.tuples(STRANGE, KINDS), min_size=1, max_size=5), min_size=1, max_size=4
)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms())
def test_the_order_of_documents_changes_nothing(
    told: list[list[tuple[str, SpeakerKind]]], random: Any
) -> None:
    made = [report(f"Post {i}", tuple(names)) for i, names in enumerate(told)]
    mixed = random.sample(made, len(made))
    first, second = (cast([d for d, _ in some], [c for _, c in some]) for some in (made, mixed))
    assert first.actors == second.actors


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_every_mention_is_one_actor_s_and_no_merge_lacks_a_rule(
    told: list[list[tuple[str, SpeakerKind]]],
) -> None:
    made = [report(f"Post {i}", tuple(names)) for i, names in enumerate(told)]
    found = cast([d for d, _ in made], [c for _, c in made]).actors
    places = [(s.document, s.start, s.end) for actor in found for s in actor.mentions]
    named = {
        (c.document, m.span.start, m.span.end)
        for _, c in made
        for m in c.actors
        if name_words(m.name)
    }
    assert sorted(places) == sorted(named)
    for actor in found:
        folded = {name_words(name.name) for name in actor.names}
        assert len(folded) - 1 <= len(actor.merges)


def test_names_that_a_person_found_to_be_ones_are_one_actors():
    told = ("Post", bodies("Rescue Corps")), ("Times", bodies("Helping Hands"))
    assert len(actors(*told)) == 2
    (actor,) = actors(*told, same=(("Rescue Corps", "Helping Hands"),))
    assert {name.name for name in actor.names} == {"Rescue Corps", "Helping Hands"}
    assert [merge.rule for merge in actor.merges] == [NameRule.DECIDED]
    assert len(actors(*told, same=(("Rescue Corps", "Nobody"),))) == 2


def test_names_that_a_person_found_not_to_be_ones_come_together_by_no_other_name():
    told = ("Post", people("Ann Lee")), ("Times", people("Ann Maria Lee")), ("Sun", people("Lee"))
    assert len(actors(*told)) == 1
    apart = actors(*told, apart=(("Lee", "Ann Lee"),))
    assert sorted(actor.label for actor in apart) == ["Ann Maria Lee", "Lee"]
