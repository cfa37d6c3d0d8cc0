"""The title that a person would give a record: what happened, where and when.

It is told from the main happening, and says no more than most of its reports do. Nothing in it
takes a side: how many died is a matter of the reports, that people died is what they are about.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from variorum import taxonomy
from variorum.case import Case
from variorum.model import Happening, SceneRole
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.vocabulary import EVENT_WORDS
from variorum.wording import count

__all__ = ["main_happening", "title_of"]

MONTH = len("2017-10")
ENGLISH = "en"


def main_happening(case: Case) -> Happening | None:
    """Return what more than half of the reports are about, or None."""
    main = next((happening for happening in case.happenings if happening.main), None)
    return main if main and 2 * len(main.documents) > len(case.documents) else None


def title_of(case: Case) -> str:
    """Return "Deaths in Jenin, April 2002"; what the reports do not tell is left out.

    A record of which neither what happened nor where is told is called by its number of reports.
    """
    main = main_happening(case)
    where = _where(case, main) if main else ""
    what = _what(case, main) if main else ""
    when = _when(case, main) if main else ""
    if what:
        # A departure may be from a place or to it: only what says "in" takes it after itself.
        between = "" if not where else " " if what.endswith(" in") else ", "
        told = f"{what if where else what.removesuffix(' in')}{between}{where}"
    else:
        told = where or count(len(case.documents), "report").capitalize()
    named = f"{told[:1].upper()}{told[1:]}"
    return f"{named}, {when}" if when else named


def _what(case: Case, main: Happening) -> str:
    """Return what half of the reports give numbers of, in the words of its event; "" where none."""
    reports: dict[str, set[str]] = defaultdict(set)
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in map(case.claim_by_id.__getitem__, main.claims):
        for measure in claim.measures:
            event = measure.scope.event
            if event in EVENT_WORDS:
                reports[event].add(claim.document)
                counted[event][measure.kind] += taxonomy.load().is_people(measure.kind)
    told = [event for event in sorted(reports) if 2 * len(reports[event]) >= len(main.documents)]
    if not told:
        return ""
    event = max(told, key=lambda event: (len(reports[event]), event == main.kind))
    kind = max(sorted(counted[event]), key=counted[event].__getitem__)
    who = kind if counted[event][kind] else "people"
    return EVENT_WORDS[event].format(who=taxonomy.load().label(who))


def _where(case: Case, main: Happening) -> str:
    """Return the place that most reports name, as those in English write it; "" where none."""
    if not main.places:
        return ""
    english = {document.id for document in case.documents if document.language == ENGLISH}
    claims = (case.claim_by_id[claim] for claim in main.claims)
    named = [
        place
        for claim in claims
        for place in claim.places
        if claim.document in english and main.places[0] in (place.known_as, place.name)
    ]
    written: dict[str, set[str]] = defaultdict(set)
    for place in named:
        written[place.name].add(place.span.document)
    name = max(sorted(written), key=lambda name: len(written[name]), default=main.places[0])
    own = [place for place in named if place.name == name]
    article = sum(place.span.prefix.endswith("the ") for place in own) * 2 > len(own)
    return f"the {name}" if article and " " in name else name


def _when(case: Case, main: Happening) -> str:
    """Return the day of the happening, else the month that most reports tell, if two tell it."""
    if main.when:
        return date_words(main.when)
    months: dict[str, set[str]] = defaultdict(set)
    for claim in map(case.claim_by_id.__getitem__, main.claims):
        for when in claim.when:
            month = when.edtf[:MONTH]
            if when.role is not SceneRole.SPEAKING and month[:4].isdigit() and month[5:].isdigit():
                months[month].add(claim.document)
    ranked = sorted((len(reports), month) for month, reports in months.items())[::-1]
    if not ranked or ranked[0][0] < 2 or (ranked[1:] and ranked[1][0] == ranked[0][0]):
        return ""
    return date_words(ranked[0][1])
