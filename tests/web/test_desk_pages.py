"""Every page is there, leads on, and takes what a form of it says."""

import re

import pytest
from served import Served, serving

from decisions.weighed import build, claim_of
from variorum import decide
from variorum.decisions import decision_of
from variorum.store import Store
from variorum.web.access import routes_of
from variorum.web.app import STATIC
from variorum.web.desk_pages import Pages
from variorum.web.uploads import Uploads


def claim(served: Served, words: str) -> str:
    return claim_of(served.desk.shown().case, words)


def test_the_overview_leads_to_the_disputes_the_claims_and_the_first_to_review(served: Served):
    page = served.ask("/").text
    shown = served.desk.shown()
    assert "How many people were killed?" in page
    assert f'href="/disputes/{shown.board.cards[0].id}"' in page
    assert f'href="/claims/{claim(served, "55 people")}"' in page
    assert f'href="/claims/{shown.case.claims[0].id}">Review the first' in page
    assert 'href="#t' not in page


def test_a_dispute_has_its_page_until_a_decision_settles_it(served: Served):
    (card,) = served.desk.shown().board.cards
    path = f"/disputes/{card.id}"
    assert "Why they cannot all be true" in served.ask(path).text
    answer = served.send(decision="reject", about=claim(served, "55 people"), back="/")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    overview = served.ask("/").text
    assert "Gone: 1 dispute (people killed)" in overview
    assert "Gone: 1 dispute" not in served.ask("/").text
    gone = served.ask(path)
    assert (gone.status, "a decision may have settled it" in gone.text) == (404, True)


def test_a_report_is_shown_with_its_claims_and_a_claim_is_added_to_it(served: Served):
    assert "Courier" in served.ask("/reports").text
    number = 1
    page = served.ask(f"/reports/{number}").text
    assert "Add a claim that was missed" in page
    document = served.desk.shown().case.documents[0]
    answer = served.send(
        decision="add", about=document.id, content="soldiers were hurt", speaker="Army"
    )
    assert answer.status == 303
    assert [c.text for c in served.desk.shown().case.claims if c.review] == ["soldiers were hurt"]


def test_a_claim_is_corrected_and_the_correction_undone(served: Served):
    key = claim(served, "40 people")
    page = served.ask(f"/claims/{key}").text
    assert "<mark>40 people died in Narvik on 3 May 2031</mark>" in page.replace("that 40", "40")
    form = {"decision": "correct", "about": key, "seen": "0", "back": f"/claims/{key}"}
    asked = {"number": "40", "low": "41", "was-low": "40", "high": "open", "was-high": "40"}
    assert served.send(**form, **asked, stance="asserts", **{"was-stance": "asserts"}).status == 303
    (decision,) = served.desk.shown().case.decisions
    assert decision.fields == {"low": "41", "high": "open", "number": "40"}
    page = served.ask(f"/claims/{key}").text
    assert 'name="low" value="41"' in page
    assert "corrected" in page
    assert served.send(decision="undo", about=decision.id, back="/log").status == 303
    assert 'name="low" value="40"' in served.ask(f"/claims/{key}").text
    assert "undone" in served.ask("/log").text


def test_a_form_that_cannot_be_carried_out_comes_back_as_it_was_filled_in(served: Served):
    key = claim(served, "40 people")
    form = {"decision": "correct", "about": key, "back": f"/claims/{key}", "seen": "0"}
    answer = served.send(
        **form, speaker="The harbour master", **{"was-speaker": "mayor"}, low="many"
    )
    assert answer.status == 422
    assert "&#39;many&#39; is no low bound; write a number, or &#39;open&#39;." in answer.text
    assert 'value="The harbour master"' in answer.text
    assert 'value="many"' in answer.text
    assert served.send(decision="accept", about=key, back=f"/claims/{key}", seen="0").status == 303
    late = served.send(**form, speaker="The harbour master")
    assert late.status == 409
    assert "Somebody has decided about this since you opened the page" in late.text
    assert 'value="The harbour master"' in late.text
    assert len(served.desk.shown().case.decisions) == 1


def test_the_first_to_decide_signs_what_follows(served: Served):
    assert "Your name" in served.ask("/publish").text
    assert served.send(decision="note", about="Courier", who="Ada Lund").status == 303
    page = served.ask("/publish").text
    assert "Your name" not in page
    assert "signed <bdi>Ada Lund</bdi>" in page
    assert served.send(decision="note", about="Herald", who="").status == 303
    assert [made.who for made in served.desk.shown().case.decisions] == ["Ada Lund", "Ada Lund"]


def test_names_are_merged_from_their_page(served: Served):
    assert "fire brigade" in served.ask("/names?q=FIRE").text
    assert "ministry" not in served.ask("/names?q=FIRE").text
    merged = served.send(decision="merge", about=["army", "fire brigade"], back="/names")
    assert merged.status == 303
    assert (
        "<bdi>army</bdi> is taken for <bdi>fire brigade</bdi>: decided" in served.ask("/names").text
    )


def test_words_and_names_are_found_without_their_case_and_accents(served: Served):
    assert "1 claim with" in served.ask("/search?q=55%20PEOPLE").text
    assert "2 claims with" in served.ask("/search?q=arm%C3%BD").text
    assert 'Named so: <a href="/names/actor-' in served.ask("/search?q=Army").text
    assert "0 claims with" in served.ask("/search?q=zebra").text
    assert "Write a word" in served.ask("/search").text


def test_a_number_is_found_as_it_is_read(tmp_path):
    (tmp_path / "words.txt").write_text("The mayor said that twelve people died.", encoding="utf-8")
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        served.let_in()
        assert "1 claim with" in served.ask("/search?q=12").text


def test_two_claims_are_set_beside_each_other_and_ruled_on(served: Served):
    one, other = claim(served, "40 people"), claim(served, "soldiers were hurt in")
    page = served.ask(f"/search?beside={one}&q=soldiers").text
    assert f'value="{other}"' in page
    assert f'<input type="hidden" name="about" value="{one}">' in page
    told = {"about": [one, other], "back": f"/claims/{one}"}
    assert served.send(decision="contradict", **told).status == 303
    assert "New: 1 dispute" in served.ask("/").text
    assert "Ada decided that not both are so." in served.ask(f"/claims/{one}").text + (
        served.ask(f"/disputes/{served.desk.shown().board.cards[-1].id}").text
    )
    assert served.send(decision="dismiss", **told).status == 303
    assert "Gone: 1 dispute" in served.ask("/").text


def test_an_answer_is_moved_to_the_question_of_another(served: Served):
    one, other = claim(served, "40 people"), claim(served, "soldiers were hurt in")
    asked = served.ask(f"/claims/{one}").text
    assert 'Answers <a href="/disputes/' in asked
    assert served.send(decision="alike", about=[one, other]).status == 303
    figures = [served.desk.shown().case.claim_by_id[key].measures[0] for key in (one, other)]
    assert figures[0].kind == figures[1].kind
    assert "Gone: 1 dispute" in served.ask("/").text
    wrong = served.send(decision="alike", about=[one, "claim-0"])
    assert (wrong.status, "Choose a claim with one figure" in wrong.text) == (422, True)


def test_everything_takes_a_note_and_what_it_is_about_a_grade(served: Served):
    (card,) = served.desk.shown().board.cards
    (happening,) = (found.id for found in served.desk.shown().case.happenings if found.main)
    key = claim(served, "40 people")
    for about, page, field in (
        (key, f"/claims/{key}", {"credibility": "2"}),
        (happening, "/happenings", {"incident": "fair"}),
        (card.id, f"/disputes/{card.id}", {}),
    ):
        kind = "grade" if field else "note"
        assert f'value="{about}"' in served.ask(page).text
        assert served.send(decision=kind, about=about, back=page, **field).status == 303
    assert "note: dispute" in served.ask(f"/disputes/{card.id}").text


def test_a_decision_that_finds_its_claim_no_more_leads_to_the_likeliest(served: Served):
    case, key = served.desk.shown().case, claim(served, "40 people")
    made = decision_of(case, "accept", [key], who="Bo", why="Right.")
    gone = {"start": 70, "end": 75, "exact": "other"}
    anchors = (made.anchors[0].model_copy(update=gone),)
    lost = made.model_copy(update={"about": ("claim-0",), "anchors": anchors})
    with Store(served.desk.place) as store:
        decide(store, [lost])
    page = served.ask("/log").text
    assert "finds its claim &#39;other&#39; no more" in page
    assert re.search('href="/claims/(claim-[0-9a-f]+)">Open the likeliest', page)[1] in {
        found.id for found in case.claims if found.document == case.claim_by_id[key].document
    }


def test_what_was_reviewed_is_counted_and_the_log_is_lines(served: Served):
    assert "Nobody has decided anything yet." in served.ask("/log").text
    served.send(decision="accept", about=claim(served, "40 people"))
    assert "of 1 reviewed claims" in served.ask("/log").text
    assert served.ask("/log.jsonl").text.count('"kind":"accept"') == 1


@pytest.mark.parametrize("path", ["/nowhere", "/claims/claim-0", "/disputes/x", "/reports/99"])
def test_what_is_not_there_is_said_on_a_page(served: Served, path: str):
    answer = served.ask(path)
    assert (answer.status, "Back to the overview" in answer.text) == (404, True)


@pytest.mark.parametrize("path", ["/reports/x", "/search?q=" + "x" * 201])
def test_what_is_asked_wrongly_is_said_on_a_page(served: Served, path: str):
    assert (served.ask(path).status, "Back to" in served.ask(path).text) == (422, True)


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil", "javascript:x"]
)
def test_a_form_leads_back_to_the_desk_alone(served: Served, back: str):
    assert served.send(decision="note", about="x", back=back).headers["location"] == "/"


def test_what_it_needs_comes_from_the_desk(served: Served):
    for name, kind in STATIC.items():
        answer = served.ask(f"/static/{name}")
        assert (answer.status, answer.headers["content-type"].split(";")[0]) == (200, kind)
    assert served.ask("/favicon.ico").status == 204


def test_hostile_words_stay_words(tmp_path):
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    head = f"publisher: {hostile}\ntitle: {hostile}\nurl: javascript:alert(1)\n"
    (tmp_path / "<img src=x onerror=alert(1)>.txt").write_text(
        f"---\n{head}published: 2031-05-04\n---\n\n"
        f"The {hostile} said that 40 people died.\nThe mayor said that 40 {hostile} died.\n",
        encoding="utf-8",
    )
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        served.let_in()
        case = served.desk.shown().case
        paths = ["/", "/reports", "/reports/1", "/names", "/log", "/search?q=%3Cscript%3E"]
        paths += ["/happenings", "/publish", *(f"/names/{a.id}" for a in case.actors)]
        paths += [f"/search?q=died&beside={case.claims[0].id}"]
        for path in (*paths, *(f"/claims/{c.id}" for c in case.claims)):
            page = served.ask(path).text
            assert "<script>alert" not in page, path
            assert "<img" not in page, path
            assert 'href="javascript' not in page, path
        note = served.send(decision="note", about=hostile, why=hostile, who=hostile)
        assert note.status == 303
        assert "<script>alert" not in served.ask("/log").text


def test_so_many_names_are_shown_and_so_much_around_a_claim(tmp_path):
    names = [
        f"Ann{chr(97 + n // 26)}{chr(97 + n % 26)} Lund{chr(97 + n // 26)}{chr(97 + n % 26)}"
        for n in range(104)
    ]
    text = " ".join(f"{name} said that {n + 10} people died." for n, name in enumerate(names))
    (tmp_path / "many.txt").write_text(text, encoding="utf-8")
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        served.let_in()
        found = served.ask("/search?q=people").text
        assert found.count('class="quote o') == 100
        assert "100 shown" in found
        middle = served.desk.shown().case.claims[len(served.desk.shown().case.claims) // 2]
        page = served.ask(f"/claims/{middle.id}").text
        around = page.split('dir="ltr">')[1].split("<mark>")[0]
        assert len(around) == 600


def test_pages_are_no_part_of_the_described_interface(served: Served):
    routes = routes_of(Pages(served.desk, Uploads(served.desk.place, None))).routes
    assert {"/", "/search", "/log"} <= {route.path for route in routes}
    assert [route.path for route in routes if route.include_in_schema] == []


def test_a_report_that_nobody_can_open_is_no_case(tmp_path):
    with Store(tmp_path / "empty.db"):
        pass
    with serving(tmp_path / "empty.db") as served:
        served.let_in()
        assert served.ask("/").status == 200
