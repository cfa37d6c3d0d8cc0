"""The title that a person would give a record: what happened, where and when.

It is told from the main happening, and says no more than most of its reports do. Nothing in it
takes a side: how many died is a matter of the reports, that people died is what they are about.
"""

from variorum import taxonomy
from variorum.case import Case
from variorum.grouping import distinct
from variorum.model import Happening, Place, SceneRole
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.vocabulary import EVENT_WORDS
from variorum.wording import count

MONTH = len("2017-10")


def main_happening(case: Case) -> Happening | None:
    """Return what two in three of the reports are about, or None."""
    main = next((happening for happening in case.happenings if happening.main), None)
    return main if main and 3 * len(main.documents) >= 2 * len(case.documents) else None


def title_of(case: Case) -> str:
    """Return "Deaths in Jenin, April 2002"; what the reports do not tell is left out.

    A record of which neither where nor when is told is called by its reports.
    """
    main = main_happening(case)
    if main is None:
        events = sum(happening.part_of is None for happening in case.happenings)
        return f"{_reports(case)} of several events" if events > 1 else _reports(case)
    what, where, when = _what(case, main), _where(case, main), _when(case, main)
    if not where and not when:
        return _reports(case)
    # A departure may be from a place or to it: only what says "in" takes it after itself.
    between = " " if what.endswith(" in") else ", "
    told = f"{what}{between}{where}" if what and where else where or what.removesuffix(" in")
    named = f"{told[:1].upper()}{told[1:]}" or _reports(case)
    return f"{named}, {when}" if when else named


def _reports(case: Case) -> str:
    """Return what a record is called of which no more is known: a single report by its title."""
    if len(case.documents) == 1:
        return case.documents[0].title or case.documents[0].name
    return count(len(case.documents), "report").capitalize()


def _what(case: Case, main: Happening) -> str:
    """Return what half of the reports give numbers of, in the words of its event; "" where none."""
    given = [
        (measure.scope.event, measure.kind, claim.document)
        for claim in map(case.claim_by_id.__getitem__, main.claims)
        for measure in claim.measures
        if measure.scope.event in EVENT_WORDS
    ]
    reports = distinct((event, document) for event, _, document in given)
    told = [event for event in sorted(reports) if 2 * len(reports[event]) >= len(main.documents)]
    if not told:
        return ""
    event = max(told, key=lambda event: (len(reports[event]), event == main.kind))
    people = [k for one, k, _ in given if one == event and taxonomy.load().is_people(k)]
    who = max(sorted(set(people)), key=people.count, default="people")
    return EVENT_WORDS[event].format(who=taxonomy.load().label(who))


def _where(case: Case, main: Happening) -> str:
    """Return where most reports say that it happened, as those in English write it, or ""."""
    if not main.places:
        return ""
    places = [place for claim in main.claims for place in case.claim_by_id[claim].places]
    # The reports that name each place, by what the gazetteer calls it.
    there = distinct((_known(p), p.span.document) for p in places if p.role is SceneRole.HAPPENING)
    # Those that most reports name come first, and stay so where as many say that it was there.
    where = max(main.places, key=lambda name: len(there.get(name, ())))
    english = {document.id for document in case.documents if document.language == "en"}
    named = [p for p in places if _known(p) == where and p.span.document in english]
    written = distinct((place.name, place.span.document) for place in named)
    name = max(sorted(written), key=lambda name: len(written[name]), default=where)
    own = [place for place in named if place.name == name]
    article = sum(place.span.prefix.endswith("the ") for place in own) * 2 > len(own)
    return f"the {name}" if article and " " in name else name


def _known(place: Place) -> str:
    return place.known_as or place.name


def _when(case: Case, main: Happening) -> str:
    """Return the day of the happening, else the month that most reports tell, if two tell it."""
    if main.when:
        return date_words(main.when)
    months = distinct(
        (month, claim.document)
        for claim in map(case.claim_by_id.__getitem__, main.claims)
        for when in claim.when
        if when.role is not SceneRole.SPEAKING
        and (month := when.edtf[:MONTH])[:4].isdigit()
        and month[5:].isdigit()
    )
    ranked = sorted((len(reports), month) for month, reports in months.items())[::-1]
    if not ranked or ranked[0][0] < 2 or (ranked[1:] and ranked[1][0] == ranked[0][0]):
        return ""
    return date_words(ranked[0][1])
