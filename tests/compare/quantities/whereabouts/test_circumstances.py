"""A number that is tied to one of several circumstances is of that part of what happened."""

import pytest
from counts_told import report

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.circumstances import in_circumstances


def phases(*told):
    """Return the phases of the numbers in the reports; each report is a text and its numbers."""
    claims, documents = [], {}
    for text, *numbers in told:
        for number in numbers:
            document, claim = report(text, number, "killed")
            # One report, however many numbers of it are told.
            first = documents.setdefault(text, document)
            claims.append(_of(claim, first))
    found = replies(claims, taxonomy.load())
    return [
        r.variable.phase for r in in_circumstances(found, {d.id: d for d in documents.values()})
    ]


def _of(claim, document):
    (measure,) = claim.measures
    span = measure.span.model_copy(update={"document": document.id})
    told = measure.model_copy(update={"span": span})
    return claim.model_copy(update={"document": document.id, "measures": (told,)})


BOTH = ("6 people died in the clashes and 42 in the fire.", "6", "42")
ALL = ("The clashes and the fire killed 48 people.", "48")
BARE = ("That day 47 people died.", "47")


def test_each_number_is_of_its_own_circumstance_and_one_of_both_or_none_is_of_all():
    assert phases(BOTH, ALL, BARE) == ["in the clashes", "in the fire", "", ""]


def test_where_no_report_tells_of_two_a_circumstance_is_all_of_it():
    fire = ("42 people died in the fire.", "42")
    clashes = ("6 people died in the clashes.", "6")
    assert phases(fire, clashes, BARE) == ["", "", ""]
    assert phases(fire, BARE, BOTH)[0] == "in the fire"


def test_what_nearly_all_reports_tell_of_is_what_they_are_about():
    fires = [(f"{n} people died in the fire.", str(n)) for n in (42, 43, 44, 45)]
    assert phases(*fires, BOTH)[-2:] == ["in the clashes", ""]
    # Of five reports, four are told of the fire: all but one.
    assert phases(*fires[:2], BOTH, BARE)[0] == "in the fire"


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Bei dem Brand kamen 31 Menschen um.", "in the fire"),
        ("31 Menschen, die am 2. Mai 2031 bei dem Brand umkamen, sind begraben.", "in the fire"),
        ("Dans la bousculade, 31 personnes sont mortes.", "in the crush"),
        ("31 personas murieron por disparos.", "by the shots"),
        ("В результате пожара погибли 31 человек.", "in the fire"),
        ("Внаслідок пожежі загинула 31 людина.", "in the fire"),
        ("W pożarze zginęło 31 osób.", "in the fire"),
        ("Nel rogo sono morte 31 persone.", "in the fire"),
        ("31 persone sono morte carbonizzate.", "in the fire"),
        ("31 persone sono morte nel bosco.", ""),
        ("При сблъсъците загинаха 31 души.", "in the clashes"),
        ("Загинаха 31 души.", ""),
        ("قتل 31 شخصا في الحريق.", "in the fire"),
        ("قتل 31 شخصا في اشتباكات وحريق.", ""),
        ("Yangında 31 kişi öldü.", "in the fire"),
        ("Sebanyak 31 orang tewas dalam kebakaran.", "in the fire"),
        ("31 mennesker omkom i brannen.", "in the fire"),
        ("Soldiers opened fire and killed 31 people.", "by the shots"),
        ("The army agreed to cease fire after 31 people died.", ""),
    ],
)
def test_circumstances_are_known_in_every_language(text, phase):
    assert phases((text, "31"), BOTH, BARE)[0] == phase


def test_shelling_and_air_strikes_are_two_where_one_report_tells_of_both():
    both = ("31 people died in the air strikes, and shelling killed 10.", "31", "10")
    assert phases(both, BARE) == ["in the air strikes", "in the shelling", ""]
    assert phases(("31 people died in the air strikes.", "31"), BARE) == ["", ""]


def test_a_number_beside_one_of_another_event_shares_its_circumstance():
    text = "3 people died and 20 were hurt in the clashes."
    for hurt, phase in (("injured", "in the clashes"), ("killed", "")):
        document, dead = report(text, "3", "killed")
        _, other = report(text, "20", hurt)
        both, six = report(BOTH[0], "6", "killed")
        _, many = report(BOTH[0], "42", "killed")
        bare, last = report(*BARE, "killed")
        documents = {d.id: d for d in (document, both, bare)}
        claims = [dead, _of(other, document), six, _of(many, both), last]
        found = in_circumstances(replies(claims, taxonomy.load()), documents)
        assert found[0].variable.phase == phase
