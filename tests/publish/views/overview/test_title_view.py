"""The title of a record: what happened, where and when, and no more than most reports tell."""

from dataclasses import replace

from variorum.case import Case
from variorum.model import Document, Happening, SceneRole
from variorum.publish.views.overview.title_view import main_happening, title_of


def changed(case: Case, **update: object) -> Case:
    """Return the case with its main happening changed."""
    main, *others = case.happenings
    found = (main.model_copy(update=update), *others)
    return replace(case, comparison=replace(case.comparison, happenings=found))


def main_of(case: Case) -> Happening:
    found = main_happening(case)
    assert found is not None
    return found


def test_a_title_says_what_happened_where_and_when(ferry_built: Case) -> None:
    assert title_of(ferry_built) == "Deaths in Ardel, 12 March 2023"


def test_what_is_not_told_is_left_out(ferry_built: Case) -> None:
    assert title_of(changed(ferry_built, places=())) == "Deaths, 12 March 2023"
    assert title_of(changed(ferry_built, places=(), claims=())) == "5 reports, 12 March 2023"
    assert title_of(changed(ferry_built, when=None, claims=())) == "Ardel"


def test_without_a_day_the_month_that_most_reports_tell_is_given(ferry_built: Case) -> None:
    assert title_of(changed(ferry_built, when=None)) == "Deaths in Ardel, March 2023"


def test_no_month_is_given_that_one_report_tells_or_that_is_when_somebody_spoke(
    ferry_built: Case,
) -> None:
    dated = [claim for claim in ferry_built.claims if claim.when]
    one = dated[0].document
    alone = tuple(c.id for c in dated if c.document == one)
    assert "2023" not in title_of(changed(ferry_built, when=None, claims=alone))
    spoken = tuple(
        c.model_copy(
            update={
                "when": tuple(w.model_copy(update={"role": SceneRole.SPEAKING}) for w in c.when)
            }
        )
        for c in ferry_built.claims
    )
    assert "2023" not in title_of(changed(replace(ferry_built, claims=spoken), when=None))


def test_a_record_that_is_not_mostly_about_one_thing_is_called_by_its_reports(
    ferry_built: Case,
) -> None:
    few = main_of(ferry_built).documents[:2]
    assert main_happening(changed(ferry_built, documents=few)) is None
    assert title_of(changed(ferry_built, documents=few)) == "5 reports"
    (main, *others), found = ferry_built.happenings, ferry_built.comparison
    other = main.model_copy(update={"id": "other", "main": False})
    parted = (main.model_copy(update={"documents": few}), other, *others)
    several = replace(ferry_built, comparison=replace(found, happenings=parted))
    assert title_of(several) == "5 reports of several events"
    assert title_of(Case()) == "No reports"


def test_a_record_of_one_report_that_tells_neither_where_nor_when_has_its_title() -> None:
    report = Document.from_text("It rained.", title="Rain", publisher="Courier")
    assert title_of(Case((report,))) == "Rain"
    assert title_of(Case((report.model_copy(update={"title": None}),))) == "Courier"


def test_it_was_where_most_reports_say_that_it_happened(ferry_built: Case) -> None:
    both = changed(ferry_built, places=("Ardel", "Port Senna"))
    claims = tuple(
        claim.model_copy(
            update={
                "places": tuple(
                    place.model_copy(update={"role": SceneRole.MENTIONED}) for place in claim.places
                )
            }
        )
        for claim in both.claims
    )
    assert title_of(both) == "Deaths in Port Senna, 12 March 2023"
    assert title_of(replace(both, claims=claims)) == "Deaths in Ardel, 12 March 2023"


def test_a_place_is_named_as_english_reports_write_it(ferry_built: Case) -> None:
    claims = tuple(
        claim.model_copy(
            update={
                "places": tuple(
                    place.model_copy(update={"known_as": "Ārdelā"})
                    for place in claim.places
                    if place.name == "Ardel"
                )
            }
        )
        for claim in ferry_built.claims
    )
    renamed = changed(replace(ferry_built, claims=claims), places=("Ārdelā",))
    assert title_of(renamed) == "Deaths in Ardel, 12 March 2023"
    foreign = tuple(d.model_copy(update={"language": "lv"}) for d in renamed.documents)
    assert title_of(replace(renamed, documents=foreign)) == "Deaths in Ārdelā, 12 March 2023"


def test_a_departure_has_no_direction(ferry_built: Case) -> None:
    claims = tuple(
        claim.model_copy(
            update={
                "measures": tuple(
                    m.model_copy(update={"scope": m.scope.model_copy(update={"event": "left"})})
                    for m in claim.measures
                    if m.kind.startswith("people")
                )
            }
        )
        for claim in ferry_built.claims
    )
    assert title_of(replace(ferry_built, claims=claims)) == (
        "Departure of people, Ardel, 12 March 2023"
    )
