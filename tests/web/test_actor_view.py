"""The page of a source or an actor: what it says, under which names, and how it is graded."""

from __future__ import annotations

from pathlib import Path

from served import Served, serving

from decisions.weighed import build, claim_of
from variorum.web.actor_view import actor_view


def actor(served: Served, name: str) -> str:
    return served.desk.shown().case.actor_by_name[name]


def test_an_actor_is_shown_with_its_names_its_claims_and_who_passes_them_on(served: Served):
    key = actor(served, "army")
    page = served.ask(f"/names/{key}").text
    assert "says 2 claims: asserts 2" in page
    assert "told through <bdi>Courier</bdi> (1), <bdi>Post</bdi> (1)" in page
    assert page.count("soldiers were hurt") == 2
    assert f'href="/names/{key}"' in served.ask("/names").text
    claim = claim_of(served.desk.shown().case, "soldiers were hurt in")
    assert f'href="/names/{key}">All that' in served.ask(f"/claims/{claim}").text
    assert served.ask("/names/actor-0").status == 404


def test_so_many_of_its_claims_are_shown(served: Served):
    view = actor_view(served.desk.shown(), actor(served, "army"), 1)
    assert view is not None
    assert (len(view.said), view.total) == (1, 2)


def test_a_publisher_leads_to_its_reports_and_is_graded(served: Served):
    key = actor(served, "Courier")
    assert 'href="/reports/1"' in served.ask(f"/names/{key}").text
    form = {"decision": "grade", "about": "Courier", "reliability": "B"}
    assert served.send(**form, back=f"/names/{key}").status == 303
    assert "grade: Courier, reliability B" in served.ask(f"/names/{key}").text.replace(
        " and ", ", "
    )
    assert "reliability B" in served.ask("/reports/1").text


def test_names_that_are_one_actors_are_parted_again_and_that_is_remembered(served: Served):
    assert served.send(decision="merge", about=["army", "fire brigade"]).status == 303
    key = actor(served, "army")
    page = served.ask(f"/names/{key}").text
    assert "They are not the same" in page
    assert served.send(decision="split", about=["army", "fire brigade"]).status == 303
    assert actor(served, "army") != actor(served, "fire brigade")


def test_those_who_pass_on_are_named_up_to_a_dozen(tmp_path: Path):
    for n in range(13):
        head = f"---\npublisher: Outlet {chr(65 + n)}\n---\n\n"
        text = f"{head}Ada Lund said that {n + 10} people died.\n"
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        view = actor_view(served.desk.shown(), actor(served, "Ada Lund"), 9)
        assert view is not None
        assert len(view.relays) == 12
