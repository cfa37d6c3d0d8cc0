"""The day and hour of what happened are read beside the deed, and not those of anything else."""

import pytest

from variorum import extract
from variorum.model import Document
from variorum.statements import statements_of
from variorum.statements.times.times_told import days_of

OUT = "2021-05-04"


def told(text, language="en", published=OUT, family="happened_at"):
    document = Document.from_text(text, language=language, published=published)
    found = statements_of(extract(document), document).statements
    return [said for said in found if said.family == family]


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "The guards opened fire at about 2.00 pm, a nurse said.", ["about 14:00"]),
        ("en", "It happened at 13:05 local time, a nurse said.", ["13:05"]),
        ("en", "The bus left at 2 pm, a nurse said.", []),
        ("en", "They attacked the town, and the mayor spoke at 2 pm, a nurse said.", []),
        ("en", "They did not attack the town at 2 pm, a nurse said.", []),
        ("en", "The fire may have started at 2 pm, a nurse said.", []),
        ("en", "A second attack struck the town at 2 pm, a nurse said.", []),
        ("en", "They attacked the town until 2 pm, a nurse said.", []),
        ("en", "The dead were found at 2 pm, killed by shells, a nurse said.", []),
        ("en", "They met at 2 pm after gunmen attacked the town, a nurse said.", []),
        ("en", "The fighting ended at 2 pm, a nurse said.", []),
        ("fr", "Ils ont ouvert le feu vers 13 heures, a dit une infirmière.", ["about 13:00"]),
        ("es", "El ataque ocurrió a las 12:20, dijo una enfermera.", ["12:20"]),
        ("pt", "O ataque ocorreu às 9h, disse uma enfermeira.", ["09:00"]),
        ("it", "L'attacco è avvenuto verso le 2.00, ha detto un'infermiera.", ["about 02:00"]),
        ("ru", "В 9 утра они обстреляли рынок, сообщила медсестра.", ["09:00"]),
    ],
)
def test_an_hour_is_that_of_the_deed_beside_it(language, text, hours):
    assert [said.words for said in told(text, language)] == hours


def test_what_began_is_told_apart_from_what_happened():
    (said,) = told("The attack began at 2 pm, a nurse said.")
    assert said.began
    (said,) = told("The attack took place at 2 pm, a nurse said.")
    assert not said.began


def test_the_time_of_an_abduction_is_asked_by_itself():
    text = "Gunmen kidnapped the clerk at 2 pm, a nurse said."
    assert [said.words for said in told(text, family="taken_at")] == ["14:00"]
    assert told(text) == []


@pytest.mark.parametrize(("words", "reached"), [(8, 1), (12, 0)])
def test_a_time_far_from_the_deed_is_not_its_own(words, reached):
    text = f"They attacked the town {'so very ' * words}late in spring at 2 pm, a nurse said."
    assert len(told(text)) == reached


@pytest.mark.parametrize(("published", "days"), [(OUT, 0), (None, 1)])
def test_a_day_of_the_week_is_kept_where_no_report_day_is_known(published, days):
    text = "The gunmen attacked the town on Sunday, a nurse said."
    weekdays = [s.weekday for s in told(text, published=published, family="happened")]
    assert [day for day in weekdays if day is not None] == [6] * days


def test_who_condemns_an_attack_on_a_day_does_not_say_when_it_was():
    assert told("A nurse condemned the attack on Sunday.", family="happened") == []


def test_the_days_of_a_claim_are_those_of_what_it_tells():
    document = Document.from_text("The gunmen attacked on 3 May, a nurse said.", published=OUT)
    (claim,) = extract(document)
    assert [day.isoformat() for day in days_of(claim)] == ["2021-05-03"]
