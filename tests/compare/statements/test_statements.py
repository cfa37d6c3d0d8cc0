"""Statements without a number, by their words: is it so, who did it, when was it."""

from datetime import date

import pytest

from variorum.compare import compare
from variorum.compare.actors.case_actors import cast
from variorum.compare.statements.settled import settled
from variorum.model import (
    AnchorKind,
    Certainty,
    Claim,
    Document,
    Form,
    Link,
    Rule,
    Speaker,
    SpeakerKind,
    Stance,
    When,
)
from variorum.pipeline import extract
from variorum.settings import Settings
from variorum.statements import statements_of
from variorum.statements.doers import Doer, excludes
from variorum.statements.statement import question_of
from variorum.statements.statement_phrases import lexicon
from variorum.text import span


def claimed(words, *, stance=Stance.ASSERTS, certainty=Certainty.CERTAIN, language="en", cue=""):
    text = f"{cue} {words}" if cue else words
    document = Document.from_text(text, publisher="Northwire", language=language)
    content = (span(document, len(text) - len(words), len(text)),)
    speaker = Speaker(name="Ada Lund", kind=SpeakerKind.PERSON)
    told = span(document, 0, len(cue)) if cue else None
    claim = Claim(
        id=Claim.identify(document.id, speaker, told, content, Form.INDIRECT),
        document=document.id,
        speaker=speaker,
        relay=(Link(name="Northwire"),),
        cue=told,
        content=content,
        form=Form.INDIRECT,
        stance=stance,
        certainty=certainty,
    )
    return document, claim


def read(document, *claims):
    people = cast([document], claims)
    return settled(statements_of(claims, document).statements, people)


def told(words, **knowing):
    return [(*each.key, each.holds) for each in read(*claimed(words, **knowing))]


def reported(*texts):
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", published="2021-05-04")
        for n, text in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings())


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("a secret deal let them go", True),
        ("the deal was not a secret", False),
        ("the deal was never secret", False),
        ("the agreement wasn't secret", False),
        ("the agreement wasn’t secret", False),
        ("the accord was announced publicly", False),
        ("the accord was not announced publicly", True),
        ("a clandestine arrangement", True),
    ],
)
def test_what_is_secret_and_what_is_not(words, holds):
    assert told(words) == [("secret", "agreement", "", holds)]


@pytest.mark.parametrize(
    ("words", "language", "holds"),
    [
        ("das Abkommen war geheim", "de", True),
        ("l'accord n'était pas secret", "fr", False),
        ("kesepakatan itu bukan rahasia", "id", False),
        ("صفقة سرية", "ar", True),
        ("сделка не была тайной", "ru", False),
    ],
)
def test_other_languages_answer_the_same_question(words, language, holds):
    assert told(words, language=language) == [("secret", "agreement", "", holds)]


def test_english_words_of_another_language_are_not_read():
    assert told("the deal was geheim") == []


def test_who_denies_it_says_that_it_is_not_so():
    assert told("the deal was secret", stance=Stance.DENIES) == [("secret", "agreement", "", False)]


@pytest.mark.parametrize(
    "words",
    [
        "the letter may be a forgery",
        "the deal was allegedly secret",
        "if the letter is genuine, he must go",
        "he read The Secret on the agreement",
        "the job stayed secret",
        "a second secret deal was made",
    ],
)
def test_what_is_left_open_or_of_nothing_or_of_another_states_nothing(words):
    assert not [key for key in told(words) if key[0] in {"secret", "genuine"}]


def test_what_is_only_possible_states_nothing():
    assert told("the letter is a fake", certainty=Certainty.POSSIBLE) == []


def test_a_thing_is_genuine_or_not_each_for_itself():
    assert told("the letter is a forgery") == [("genuine", "letter", "", False)]
    assert told("the recording is not authentic") == [("genuine", "recording", "", False)]


def test_who_takes_part_is_named_or_is_the_speaker():
    assert told("the coalition took no part in the talks") == [
        ("part", "talks", "coalition", False)
    ]
    assert told("it did not attend the meeting") == [("part", "talks", "Ada Lund", False)]


def test_a_role_is_one_doer_in_all_languages():
    english = told("the coalition knew of the deal")
    arabic = told("التحالف كان على علم بالاتفاق", language="ar")
    assert english == arabic == [("aware", "agreement", "coalition", True)]


def test_a_negator_of_another_clause_turns_nothing():
    assert ("secret", "agreement", "", True) in told("it was not long, and the deal was secret")


def test_a_cue_is_read_with_what_it_is_said_of():
    assert told("the deal", cue="denied knowing of") == [("aware", "agreement", "Ada Lund", False)]


def test_a_report_flatly_rejected_is_of_nobody_knows_which():
    assert told("the report", cue="rejected", stance=Stance.DENIES) == []


def test_who_did_it_is_the_subject_or_stands_behind_by():
    found = reported("The ministry said that the army fired the missile.")
    assert [q.label for q in found.questions] == ["Who was behind the attack?"]
    passive = read(*claimed("the missile was fired by rebels"))
    assert [each.doers for each in passive if each.family == "fired"] == [
        (Doer("rebels", "rebels"),)
    ]


def test_two_who_accuse_each_other_cannot_both_be_right():
    found = reported(
        "The ministry said that rebels fired the missile at the market.",
        "A spokesman for the union said that the army fired the missile at the market.",
    )
    assert [c.rule for c in found.contradictions] == [Rule.IDENTITY]
    assert "only if these acted together" in found.contradictions[0].because


def test_who_denies_having_done_it_contradicts_who_says_so():
    found = reported(
        "The ministry said that rebels fired the missile at the market.",
        "A spokesman for the union said that the rebels had nothing to do with the attack.",
    )
    assert [c.rule for c in found.contradictions] == [Rule.POLARITY]


def test_one_who_is_only_described_may_be_anybody():
    assert not excludes((Doer("gunmen", known=False),), (Doer("army", "army"),))
    assert not excludes((Doer("Northern Army", "army"),), (Doer("army", "army"),))
    assert excludes((Doer("rebels", "rebels"),), (Doer("army", "army"),))
    assert excludes((Doer("police", "police"),), (Doer("army", "army"),))
    assert not excludes((Doer("the shebab Islamists"),), (Doer("Al-Shabaab"),))
    assert excludes((Doer("the northern Islamists"),), (Doer("Al-Shabaab"),))
    assert not excludes((Doer("government", "government"),), (Doer("army", "army"),))
    assert not excludes((), (Doer("army", "army"),))


def when(document, edtf, words):
    start = document.text.index(words)
    return When(
        edtf=edtf,
        text=words,
        span=span(document, start, start + len(words)),
        anchor=None,
        anchor_kind=AnchorKind.DOCUMENT,
    )


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("the deal was signed on 12 October", [date(2017, 10, 12)]),
        ("the deal was signed after 12 October", []),
        ("the deal was signed by men who came on 12 October", []),
        ("the deal was not signed on 12 October", []),
    ],
)
def test_the_day_of_a_thing_is_the_one_told_with_it(words, days):
    document, claim = claimed(words)
    dated = claim.model_copy(update={"when": (when(document, "2017-10-12", "12 October"),)})
    found = [each.days for each in read(document, dated) if each.family == "agreed"]
    assert found == [(day, day) for day in days]


def test_two_days_of_one_thing_exclude_each_other():
    found = reported(
        "The mayor said that the agreement was signed on 12 April 2021.",
        "A spokesman for the army said that the agreement was signed on 14 April 2021.",
    )
    assert [c.rule for c in found.contradictions] == [Rule.IDENTITY]
    assert "both days" in found.contradictions[0].because


@pytest.mark.parametrize(
    ("language", "words", "written", "day"),
    [
        ("en", "the Oct. 17 blast killed many", "Oct. 17", True),
        ("en", "the strike on 17 October killed many", "17 October", True),
        ("en", "On 17 October, at about 7:00 p.m., an explosion killed many", "17 October", True),
        ("en", "the tragedy happened on 17 October", "17 October", True),
        ("en", "there was no strike on 17 October", "17 October", False),
        ("en", "an earlier strike on 17 October killed many", "17 October", False),
        ("en", "the strike may have come on 17 October", "17 October", False),
        ("de", "Der Angriff vom 17. Oktober tötete viele", "17. Oktober", True),
        ("fr", "Le raid du 17 octobre a tué des civils", "17 octobre", True),
        ("es", "El ataque del 17 de octubre mató a muchos", "17 de octubre", True),
        ("pt", "O ataque de 17 de outubro matou muitos", "17 de outubro", True),
        ("nb", "Angrepet den 17. oktober drepte mange", "17. oktober", True),
        ("id", "Serangan pada tanggal 17 Oktober menewaskan banyak orang", "17 Oktober", True),
        ("tr", "17 Ekim saldırısı çok kişiyi öldürdü", "17 Ekim", True),
        ("pl", "Atak z 17 października zabił wielu ludzi", "17 października", True),
        ("ru", "Удар 17 октября унес жизни многих", "17 октября", True),
        ("uk", "Удар 17 жовтня забрав життя багатьох", "17 жовтня", True),
        ("ar", "الغارة في 17 أكتوبر قتلت كثيرين", "17 أكتوبر", True),
        ("fa", "حمله در 17 اکتبر بسیاری را کشت", "17 اکتبر", True),
    ],
)
def test_the_day_beside_what_happened_is_its_own(language, words, written, day):
    document, claim = claimed(words, language=language)
    dated = claim.model_copy(update={"when": (when(document, "2017-10-17", written),)})
    found = [each.days for each in read(document, dated) if each.family == "happened"]
    assert found == ([(date(2017, 10, 17), date(2017, 10, 17))] if day else [])


@pytest.mark.parametrize(
    ("language", "one", "other", "asked"),
    [
        (
            "nb",
            "Selskapet sa at gassalarmen gikk.",
            "Arbeiderne sa at ingen alarm gikk.",
            "warning",
        ),
        (
            "ru",
            "Лев Орлов заявил, что бумага – грубая подделка.",
            "Иван Петров сказал, что документ подлинный.",
            "document",
        ),
    ],
)
def test_one_thing_by_several_words(language, one, other, asked):
    documents = [
        Document.from_text(text, publisher=text[:5], language=language, published="2021-05-04")
        for text in (one, other)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings())
    assert any(asked in question.label for question in found.questions)


def test_any_strike_far_down_a_report_is_not_what_it_is_about():
    text = "It rained. " * 50 + "A strike on 17 October hit a church, a nurse said."
    document = Document.from_text(text, publisher="A", published="2017-10-20")
    said = [s for s in statements_of(extract(document), document).statements if s.days]
    assert said == []


def test_a_day_without_a_year_is_of_the_year_that_the_others_tell():
    document, claim = claimed("the strike on 17 October killed many")
    bare = claim.model_copy(update={"when": (when(document, "XXXX-10-17", "17 October"),)})
    other, told_year = claimed("the deal was signed on 12 October")
    dated = told_year.model_copy(update={"when": (when(other, "2017-10-12", "12 October"),)})
    both = [
        *statements_of([bare], document).statements,
        *statements_of([dated], other).statements,
    ]
    found = [s for s in settled(both, cast([document, other], [bare, dated])) if s.days]
    assert sorted(each.days[0] for each in found) == [date(2017, 10, 12), date(2017, 10, 17)]
    alone = settled(both[:1], cast([document], [bare]))
    assert alone == []


def test_two_days_more_than_a_month_apart_are_of_two_events():
    words = "{} said that the agreement was signed on {} 2021."
    for day, apart in (("14 April", 1), ("14 May", 0)):
        found = reported(
            words.format("The mayor", "12 April"), words.format("A spokesman for the army", day)
        )
        assert len(found.contradictions) == apart


def test_a_voice_that_tells_two_days_tells_of_two_events():
    found = reported(
        "The mayor said that the agreement was signed on 12 April 2021. The mayor said that the "
        "agreement was signed on 18 April 2021.",
        "A spokesman for the army said that the agreement was signed on 14 April 2021.",
    )
    assert not found.contradictions


def test_what_may_come_to_be_is_no_contradiction_of_its_absence_before():
    earlier = Document.from_text(
        "The mayor said that there was no agreement.", publisher="A", published="2021-05-01"
    )
    later = Document.from_text(
        "The army said that it had reached an agreement.", publisher="B", published="2021-05-04"
    )
    claims = [claim for document in (earlier, later) for claim in extract(document)]
    assert compare([earlier, later], claims, Settings()).contradictions == ()


def test_questions_read_as_a_person_would_ask():
    assert question_of(("part", "talks", "coalition")) == (
        "Did the coalition take part in the talks?"
    )


def test_a_day_that_was_planned_is_no_day_on_which_it_happened():
    left = "The convoy left on 1 May 2021, the mayor said."
    for planned in ("was fixed for", "was due on", "was scheduled for"):
        found = reported(left, f"The convoy {planned} 28 April 2021, a driver said.")
        assert found.contradictions == ()
    (found,) = reported(left, "The convoy left on 28 April 2021, a driver said.").contradictions
    assert "28 April 2021" in found.model_dump_json()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("there is no doubt that troops used tear gas", True),
        ("it is no accident that troops used tear gas", True),
        ("no punishment for troops using tear gas", True),
        ("troops did not use tear gas", False),
        ("no tear gas was used", False),
    ],
)
def test_a_negator_of_another_noun_denies_nothing(words, expected):
    assert [said.holds for said in read(*claimed(words)) if said.family == "used"] == [expected]


def test_of_what_several_may_do_each_denies_only_his_own():
    yes = "The army used tear gas in the square, a doctor said."
    for no, found in (("The army", 1), ("The police", 0)):
        other = f"{no} said its men did not use tear gas in the square."
        told = reported(yes, other if found == 0 else "The army did not use tear gas, it said.")
        assert sum(c.rule == "polarity" for c in told.contradictions) == found, no


def test_a_day_after_the_report_or_of_many_or_of_what_stands_beside_is_not_its_own():
    document, claim = claimed("the attack on Friday killed many; grief Friday at the massacre")
    later = Document.from_text(document.text, publisher="Northwire", published="2021-05-04")
    told = claim.model_copy(update={"when": (when(document, "2021-05-07", "Friday"),)})
    assert [s.days for s in read(document, told) if s.days]
    assert not [s.days for s in statements_of([told], later).statements if s.days]
    for words in ("political attacks Friday", "grief Friday at the massacre"):
        document, claim = claimed(words)
        told = claim.model_copy(update={"when": (when(document, "2021-05-07", "Friday"),)})
        assert not [s.days for s in read(document, told) if s.days], words


def test_who_believes_it_or_stands_before_is_not_who_did_it():
    document, claim = claimed("the ministry believes that the rebels fired the missiles")
    assert [d.name for s in read(document, claim) for d in s.doers] == ["rebels"]
    document, claim = claimed("Ardia stood down after it fired the missiles")
    assert not [d.name for s in read(document, claim) for d in s.doers]


DAM = "Moscow accused Kyiv of blowing up the dam."
NOT_BEHIND = "Kyiv said that it was not behind the attack."


def test_who_destroyed_a_thing_and_who_was_behind_the_attack_are_one_question():
    found = reported(DAM, NOT_BEHIND)
    assert [c.rule for c in found.contradictions] == [Rule.POLARITY]
    # Of two things that were destroyed, nobody says which the attack was.
    two = reported(DAM, NOT_BEHIND, "Moscow accused Kyiv of blowing up the bridge.")
    assert not two.contradictions


ROCKET = "The army said that a misfired rocket caused the explosion."
STRIKE = "The mayor said that an air strike caused the explosion."
NO_STRIKE = "The clinic said that there was no air strike."


def test_whether_a_cause_occurred_answers_what_the_cause_was_of_several():
    labels = {q.label for q in reported(ROCKET, STRIKE, NO_STRIKE).questions}
    assert "What caused the explosion?" in labels
    assert "Was there an air strike?" not in labels
    alone = {q.label for q in reported(STRIKE, NO_STRIKE).questions}
    assert {"What caused the explosion?", "Was there an air strike?"} <= alone


def test_what_did_it_and_who_are_one_dispute():
    blamed = "Ukraine blamed Russia for the attack."
    found = reported(ROCKET, STRIKE, blamed)
    (dispute,) = found.disputes
    assert dispute.label == "What caused the explosion?"
    assert {p.label for p in dispute.positions} == {
        "a misfired rocket",
        "an air strike",
        "Russia",
    }
    (occurred,) = reported(STRIKE, NO_STRIKE, blamed).disputes
    assert {"yes", "no", "an air strike", "Russia"} == {p.label for p in occurred.positions}


MASSACRE = "Villagers called the raid a massacre."
REJECTED = "A report rejects Northern claims that soldiers carried out a massacre."


def test_who_speaks_for_himself_stands_for_an_answer():
    found = reported(REJECTED, MASSACRE, "The army denied a massacre.")
    (contradiction,) = found.contradictions
    assert contradiction.because.startswith("Was there a massacre? Villagers say yes")
    (relayed,) = reported(REJECTED).contradictions
    assert "Northern" in relayed.because


def test_a_second_pair_brings_a_voice_or_an_answer():
    charged = ("Ukraine accuses Russia of blowing up the dam.", DAM, NOT_BEHIND)
    pairs = [c.because for c in reported(*charged).contradictions]
    assert len(pairs) == len(charged) - 1
    again = reported(*charged[:2], "Ukraine accused Russia of blowing up the dam again.")
    assert len(again.contradictions) == 1


@pytest.mark.parametrize(("later", "found"), [("2020-01-04", 1), ("2020-01-05", 0)])
def test_a_deal_of_one_week_is_not_that_of_another(later, found):
    told = {
        "2020-01-02": "The army said that an agreement had been reached.",
        later: "Ada Lund denied that an agreement had been reached.",
    }
    documents = [
        Document.from_text(text, publisher=f"Outlet {day}", published=day, language="en")
        for day, text in told.items()
    ]
    claims = [claim for document in documents for claim in extract(document)]
    assert len(compare(documents, claims, Settings()).contradictions) == found


@pytest.mark.parametrize(("year", "found"), [("2022", 1), ("2023", 0)])
def test_a_denial_is_of_nothing_that_came_after_it(year, found):
    told = [
        (f"{year}-06-28", f"On 27 June {year} Norden shelled the market, the mayor said."),
        ("2022-06-28", "Norden denied that it had shelled the market."),
    ]
    assert len(of_days(told).contradictions) == found


@pytest.mark.parametrize(("out", "found"), [("2021-09-22", 0), ("2021-09-24", 1)])
def test_what_a_report_told_as_past_was_on_no_later_day(out, found):
    told = [
        (out, "The attack took place on Wednesday, the mayor said."),
        ("2021-09-24", "The attack took place on Friday, the union said."),
    ]
    assert len(of_days(told).contradictions) == found


FIRE = "The soldiers opened fire"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (f"{FIRE} at 2 pm, the mayor said.", f"{FIRE} at 5 pm, the union said.", 1),
        (f"{FIRE} at about 2 pm, the mayor said.", f"{FIRE} at about 3 pm, the union said.", 0),
        (f"{FIRE} at 2 pm GMT, the mayor said.", f"{FIRE} at 5 pm, the union said.", 0),
        (f"{FIRE} in the morning, the mayor said.", f"{FIRE} in the afternoon, the union said.", 1),
        # What began in the morning may have gone on.
        ("The shooting began at 8 am, the mayor said.", f"{FIRE} at 5 pm, the union said.", 0),
        ("The shooting began at 5 pm, the mayor said.", f"{FIRE} at 8 am, the union said.", 1),
        # Who tells two hours tells of several.
        (f"{FIRE} at 2 pm and {FIRE.lower()} at 9 pm, the mayor said.", f"{FIRE} at 5 pm.", 0),
    ],
)
def test_two_hours_of_one_thing_exclude_each_other(one, other, found):
    assert len(of_days([("2021-09-22", one), ("2021-09-22", other)]).contradictions) == found


def test_an_hour_of_another_day_is_of_something_else():
    told = [("2021-09-22", f"{FIRE} on 20 September, witness {n} said.") for n in range(2)]
    told += [("2021-09-22", f"{FIRE} at 2 pm, the mayor said.")]
    for day, found in (("20 September", 1), ("15 September", 0)):
        late = ("2021-09-22", f"{FIRE} at 9 pm on {day}, the union said.")
        hours = [c for c in of_days([*told, late]).contradictions if "both hours" in c.because]
        assert len(hours) == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (f"{FIRE} on Wednesday, the union said.", 1),
        (f"{FIRE} on Monday, the union said.", 0),
        (f"{FIRE} on Friday, the union said.", 1),
    ],
)
def test_a_day_of_the_week_without_a_date_is_the_one_next_to_what_most_tell(last, found):
    told = [("2021-09-24", f"{FIRE} on 20 September, witness {n} said.") for n in range(2)]
    said = of_days([*told, (None, last)])
    days = [q for c in said.contradictions for q in c.derivation]
    assert len(said.contradictions) == found
    assert not any("27 September" in line for line in days)


@pytest.mark.parametrize(("day", "found"), [("6 September", 1), ("5 September", 0)])
def test_a_day_far_from_what_most_reports_tell_is_of_something_else(day, found):
    told = [("2021-09-24", f"{FIRE} on 20 September, witness {n} said.") for n in range(2)]
    late = ("2021-09-24", f"{FIRE} on {day}, the union said.")
    assert len(of_days([*told, late]).contradictions) == found


def test_a_report_that_tells_the_day_of_most_tells_of_two():
    told = [("2021-09-24", f"{FIRE} on 20 September, witness {n} said.") for n in range(2)]
    both = "The union met the mayor on 20 September. Soldiers opened fire on 22 September, it said."
    assert of_days([*told, ("2021-09-24", both)]).contradictions == ()


def test_so_does_a_report_that_tells_no_year():
    told = [("2021-09-24", f"{FIRE} on 20 September 2021, witness {n} said.") for n in range(2)]
    two = f"The shots of 20 September were heard far off. {FIRE} on 14 September, the union said."
    assert of_days([*told, (None, two)]).contradictions == ()


def test_the_last_of_february_is_told_in_a_short_year():
    told = [("2021-03-04", f"{FIRE} on 2 March 2021, witness {n} said.") for n in range(2)]
    late = (None, f"{FIRE} on 29 February, the union said.")
    assert len(of_days([*told, late]).contradictions) == 1


def of_days(told):
    """Return the comparison of reports, each with its day."""
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", published=day, language="en")
        for n, (day, text) in enumerate(told)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings())


def test_the_report_that_tells_a_charge_and_its_denial_tells_both():
    both = "Ukraine accused Russia of the attack on the dam. Russia denied responsibility for it."
    found = reported("Ukraine blamed Russia for the attack on the dam.", both)
    first = found.contradictions[0]
    assert len({answer.span.document for answer in first.answers}) == 1


def test_both_parties_may_have_broken_a_truce():
    charges = (
        "Ukraine accused Russia of breaking the truce.",
        "Russia accused Ukraine of breaking it.",
    )
    assert not reported(*charges, "Russia accused Ukraine of violating the truce.").contradictions
    assert reported(charges[0], "Russia said that it observed the truce.").contradictions


def test_the_day_of_the_one_thing_that_happened_is_asked_for_whatever_it_is_called():
    texts = ("The clashes happened on 3 May.", "The shelling happened on 5 May.")
    rows = []
    for text, day in zip(texts, ("3", "5"), strict=True):
        document, claim = claimed(text)
        told = when(document, f"2021-05-0{day}", f"{day} May")
        rows.append((document, claim.model_copy(update={"when": (told,)})))
    said = [s for document, claim in rows for s in statements_of([claim], document).statements]
    people = cast([d for d, _ in rows], [c for _, c in rows])
    assert len({each.key for each in settled(said, people) if each.days}) == 1


def test_insurgents_and_terrorists_may_be_the_same_doers():
    words = {"insurgents": "en", "terrorists": "en", "djihadistes": "fr", "army": "en"}
    roles = [next(lexicon(code).role_of(word), "") for word, code in words.items()]
    assert roles == ["rebels", "rebels", "rebels", "army"]
