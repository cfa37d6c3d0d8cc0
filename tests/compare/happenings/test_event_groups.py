"""Reports of one event are told from those of another, in one language and across languages."""

import numpy as np

from variorum.compare.happenings.event_groups import _Group, _with_stragglers, event_groups
from variorum.model import Document

FERRY = """
A ferry with 212 people aboard sank off Port Lume on Tuesday after a fire in its engine room, the
coast guard said. Divers of the Halvorsen company brought up nine bodies from the Marisol and went
on looking for the missing. Captain Ines Carvalho had reported smoke an hour before the ferry went
down. The harbour office of Port Lume said that the Marisol had been inspected in spring.
"""
FERRY_AGAIN = """
Smoke had come from the engine room of the Marisol an hour before she sank off Port Lume, Captain
Ines Carvalho told the coast guard. Nine bodies were brought up by divers of the Halvorsen company,
and the ferry had carried 212 people. The missing were still looked for on Wednesday, while the
harbour office said that an inspection in spring had found nothing.
"""
STRIKE = """
Teachers in Orrin stayed away from their classrooms for a third day as wage talks broke down.
The union of Tavi Ruud asked for nine percent and the ministry in Selby offered four. Parents took
children to halls that the town had opened. Marches through Orrin were called for Friday, and the
mediator Olga Brandt was to meet both sides in Selby again at the weekend.
"""
FERRY_DE = """
Vor Port Lume ist die Fähre Marisol nach einem Brand im Maschinenraum gesunken. An Bord waren 212
Menschen. Taucher der Firma Halvorsen bargen neun Tote. Kapitänin Ines Carvalho hatte eine Stunde
zuvor Rauch gemeldet, wie die Küstenwache mitteilte. Das Hafenamt von Port Lume erklärte, man habe
die Marisol im Frühjahr geprüft. Nach den Vermissten wurde weiter gesucht.
"""
STRIKE_DE = """
In Orrin blieben die Schulen den dritten Tag geschlossen, weil die Gespräche über die Löhne der
Lehrer gescheitert sind. Die Gewerkschaft von Tavi Ruud fordert neun Prozent, das Ministerium in
Selby bietet vier. Am Freitag soll es Märsche durch Orrin geben. Die Vermittlerin Olga Brandt will
beide Seiten am Wochenende wieder nach Selby einladen, hieß es aus dem Rathaus.
"""


def groups(*texts: tuple[str, str]) -> list[int]:
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", language=language)
        for n, (text, language) in enumerate(texts)
    ]
    found = event_groups(documents, [])
    return [found[document.id] for document in documents]


def test_reports_of_two_events_are_kept_apart():
    assert groups((FERRY, "en"), (STRIKE, "en"), (FERRY_AGAIN, "en")) == [0, 1, 0]


def test_names_carry_an_event_across_languages():
    found = groups((FERRY, "en"), (STRIKE, "en"), (FERRY_DE, "de"), (STRIKE_DE, "de"))
    assert found[0] == found[2] != found[1] == found[3]


def test_what_most_reports_tell_of_comes_first():
    assert groups((STRIKE, "en"), (FERRY, "en"), (FERRY_AGAIN, "en")) == [1, 0, 0]


def test_reports_too_short_to_tell_are_held_to_be_laid_side_by_side():
    assert groups(("Nine died.", "en"), ("The harbour was closed.", "en")) == [0, 0]


def test_no_report_has_no_event():
    assert event_groups([], []) == {}


def test_a_report_a_little_like_what_most_tell_of_belongs_to_it():
    straggler = """
    The ferry company said on Thursday that its ships would sail again. Passengers had waited for
    two days because of a storm, and shops ran out of bread. The mayor thanked the people for their
    patience and asked the government for money to build a longer pier before the winter. Divers of
    the Halvorsen company were missing. An engine room burned in spring.
    """
    three = [(FERRY, "en"), (FERRY_AGAIN, "en"), (f"{FERRY} It was dark.", "en")]
    assert groups(*three, (straggler, "en")) == [0, 0, 0, 0]
    assert groups(*three, (STRIKE, "en")) == [0, 0, 0, 1]


def sizes(*shares):
    """Return how many reports each group has after those a little like the largest joined it."""
    made = []
    for n, (size, likeness) in enumerate(shares):
        vector = size * np.array([likeness, (1 - likeness**2) ** 0.5], np.float32)
        made.append(_Group([10 * n + k for k in range(size)], vector, 0 * vector, {"2031"}))
    return sorted((len(group.members) for group in _with_stragglers(made)), reverse=True)


def test_small_groups_belong_to_the_largest_of_a_case():
    assert sizes((6, 1), (2, 0.072), (1, 0.072), (1, 0.072)) == [10]
    assert sizes((6, 1), (2, 0.068), (1, 0.068)) == [6, 2, 1]


def test_they_do_not_where_they_are_nearly_as_large_or_most_are_of_none():
    assert sizes((5, 1), (2, 0.072)) == [5, 2]
    assert sizes((4, 1), (1, 0.072), (1, 0.072), (1, 0.072)) == [4, 1, 1, 1]
