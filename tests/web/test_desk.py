"""The case that is open at the desk is the one in the file, and no decision is lost."""

import threading
from pathlib import Path

import pytest
from served import Served

import variorum
from decisions.weighed import claim_of
from variorum.web.desk import Desk, Stale


def test_what_another_program_decides_is_shown(served: Served, case_file: Path):
    claim = claim_of(served.desk.shown().case, "55 people")
    variorum.open_case(case_file).decide("reject", claim, who="Bo", why="Another town.")
    shown = served.desk.shown()
    assert len(shown.case.decisions) == 1
    assert claim not in shown.index.claim_number
    assert served.desk.shown() is shown


def test_a_second_decision_on_the_same_page_is_told_of_the_first(served: Served):
    claim = claim_of(served.desk.shown().case, "55 people")
    decide = served.desk.decide
    decide(served.guard.owner, "accept", [claim], {}, who="Ada", why="Right.", seen=0)
    with pytest.raises(Stale, match=r"\(Ada accept: Right\.\)\. Look again\."):
        decide(served.guard.owner, "reject", [claim], {}, who="Bo", why="Wrong.", seen=0)
    _, changed = decide(served.guard.owner, "reject", [claim], {}, who="Bo", why="Wrong.", seen=1)
    assert changed


def test_many_at_once_lose_nothing(served: Served, case_file: Path):
    claim = claim_of(served.desk.shown().case, "55 people")

    def note(name: str) -> None:
        served.desk.decide(served.guard.owner, "note", [claim], {}, who=name, why="So.")

    threads = [threading.Thread(target=note, args=(f"Reader {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = Desk(case_file).shown().about(claim)
    assert sorted(made.who for made in kept) == [f"Reader {n}" for n in range(4)]


def test_what_only_marks_a_claim_leaves_all_else_as_a_fresh_look_sees_it(served: Served):
    key = claim_of(served.desk.shown().case, "55 people")
    pages = ("/", f"/claims/{key}", "/search?q=people", "/names", "/reports/2", "/api/claims")
    for path in pages:
        served.ask(path)
    served.desk.decide(served.guard.owner, "accept", [key], {}, who="Ada", why="Right.")
    told = {path: served.ask(path).text for path in pages}
    served.desk._shown = served.desk._read()
    assert {path: served.ask(path).text for path in pages} == told
    assert "accepted" in told[f"/claims/{key}"]
