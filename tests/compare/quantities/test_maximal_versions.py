"""What remains possible: a version makes every choice, and what is cut is said."""

from said import Event

from variorum import taxonomy
from variorum.compare.quantities import borne_out
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.components import components
from variorum.compare.quantities.versions import versions


def worlds(conflicts):
    event = Event()
    kinds = ("vehicles.buses", "vehicles.trucks", "vehicles.cars", "people.children")
    for number, kind in zip(range(conflicts), kinds, strict=False):
        for speaker, low in ((f"Ada {number}", 3), (f"Bo {number}", 7)):
            event.said(speaker, str(low), low, low, kind=kind, event="left")
    return event.compared()


def test_two_answers_make_two_versions_with_a_value_each():
    found = worlds(1)
    assert sorted(value.low for v in found.versions for value in v.values) == [3, 7]
    assert all(len(version.claims) == 1 for version in found.versions)


def test_disputes_that_do_not_touch_have_versions_of_their_own():
    assert len(worlds(2).versions) == 4


def test_of_more_than_sixty_versions_sixty_are_kept_and_the_rest_is_told(monkeypatch):
    monkeypatch.setattr(borne_out, "FEWEST", 99)  # everything is held against everything
    event = Event()
    event.said("Everybody", "at least 1", 1, None, event="left")
    for kind in ("children", "women", "fighters", "civilians", "hostages", "crew"):
        for speaker, number in ((f"Ada of {kind}", 3), (f"Bo of {kind}", 7)):
            event.said(speaker, str(number), number, number, kind=f"people.{kind}", event="left")
    found = event.compared(solver_seconds=20)
    assert len(found.versions) == 60
    (gap,) = [gap for gap in found.gaps if "versions" in gap.why]
    assert gap.why == "Of 64 versions the 60 with most origins are kept."


def test_what_nobody_disputes_has_no_version():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    known = taxonomy.load()
    found = replies(event.claims, known)
    solved = components(found, {event.claims[0].id: "one"}, known, 5.0)
    assert versions(solved, {}, {}, known) == ((), ())
