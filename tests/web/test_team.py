"""People sign in, and nobody else gets in, whatever they try."""

from __future__ import annotations

import json
import re
import threading
from urllib.parse import urlencode

import pytest
from served import PASSWORD, Served, serving_team

from decisions.weighed import claim_of
from variorum import open_case
from variorum.store import PassKind, Role, Store
from variorum.web.access import HEADERS

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def sign_in(served: Served, name: str, password: str = PASSWORD, back: str = "/", **more: str):
    """Send the form to sign in, and keep the cookie that is given."""
    body = urlencode({"name": name, "password": password, "back": back})
    answer = served.ask(
        "/login", "POST", body, Content_Type="application/x-www-form-urlencoded", **more
    )
    if "set-cookie" in answer.headers:
        served.cookie = answer.headers["set-cookie"].split(";")[0].split("=", 1)[1]
    return answer


def test_a_person_signs_in_decides_under_their_name_and_signs_out(team: Served):
    page = team.ask("/reports")
    assert (page.status, page.headers["location"]) == (303, "/login?back=/reports")
    answer = sign_in(team, "reviewer", back="/reports")
    assert (answer.status, answer.headers["location"]) == (303, "/reports")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    claim = claim_of(team.desk.shown().case, "55 people")
    assert team.send(decision="reject", about=claim, who="Somebody Else").status == 303
    assert "Gone: 1 dispute" in team.ask("/").text
    assert team.desk.shown().case.decisions[0].who == "reviewer"
    kept = team.cookie
    assert team.send("/logout").status == 303
    assert team.ask("/", cookie=kept).status == 303


def test_a_session_that_was_there_before_is_not_the_one_after(team: Served):
    team.cookie = "fixed-by-somebody-else"
    sign_in(team, "reader")
    assert team.cookie != "fixed-by-somebody-else"
    assert team.ask("/", cookie="fixed-by-somebody-else").status == 303
    first = team.cookie
    sign_in(team, "reviewer")
    assert team.ask("/", cookie=first).status == 303


def test_a_thousand_bad_sign_ins_are_refused_and_the_name_waits(team: Served):
    statuses = [sign_in(team, "owner", f"guess {n}").status for n in range(1000)]
    assert statuses == [401] * 10 + [429] * 990
    late = sign_in(team, "owner")
    assert (late.status, late.headers["retry-after"]) == (429, "900")
    assert "too many tries" in late.text
    assert team.desk.shown().case.decisions == ()


def test_many_names_from_one_address_wait_too(team: Served):
    statuses = [sign_in(team, f"nobody {n}", "guess").status for n in range(102)]
    assert statuses == [401] * 100 + [429] * 2


@pytest.mark.parametrize(
    "name", ["", "nobody", HOSTILE, "owner' OR 1=1 --", "owner\x00", "ö" * 999]
)
def test_names_that_are_nobodys_are_told_as_wrong_passwords_are(team: Served, name: str):
    wrong, unknown = sign_in(team, "owner", "guess"), sign_in(team, name)
    assert (unknown.status, unknown.text) == (401, wrong.text)
    assert "set-cookie" not in unknown.headers


def test_who_is_only_invited_has_no_password_to_guess(team: Served):
    team.desk.people.put("Ada", Role.EDITOR)
    assert [sign_in(team, "Ada", word).status for word in ("", "None", "nobody has")] == [401] * 3


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "x"])
def test_signing_in_leads_to_the_desk_alone(team: Served, back: str):
    assert sign_in(team, "reader", back=back).headers["location"] == "/"


FOREIGN = [{"Origin": "https://evil.example"}, {"Sec_Fetch_Site": "cross-site"}, {"Origin": "null"}]


@pytest.mark.parametrize("headers", FOREIGN)
def test_another_sites_form_does_nothing(team: Served, headers: dict[str, str]):
    assert sign_in(team, "owner", **headers).status == 403
    team.admit(Role.OWNER)
    body = urlencode({"token": team.token, "name": "Eve", "role": "owner", "what": "invite"})
    form = "application/x-www-form-urlencoded"
    assert team.ask("/people", "POST", body, Content_Type=form, **headers).status == 403
    assert (
        team.ask("/people", "POST", body.replace(team.token, "x"), Content_Type=form).status == 403
    )
    assert team.desk.people.person("Eve") is None


def test_a_form_of_one_session_is_none_of_another(team: Served):
    team.admit(Role.OWNER)
    token = team.token
    team.admit(Role.REVIEWER)
    assert team.send(decision="note", about="x", token=token).status == 403


def test_an_owner_invites_somebody_who_chooses_a_password_once(team: Served):
    team.admit(Role.OWNER)
    page = team.send("/people", name="Ada Lund", role="editor", what="invite").text
    found = re.search(r"/join\?invitation=([\w-]+)<", page)
    assert found is not None
    team.cookie, token = "", found[1]
    assert "Ada Lund" in team.ask(f"/join?invitation={token}").text
    assert team.send("/join", invitation=token, password="short").status == 422
    assert team.send("/join", invitation=token, password="x" * 201).status == 422
    assert team.send("/join", invitation=token, password="a long password").status == 303
    assert team.send("/join", invitation=token, password="a longer password").status == 404
    assert sign_in(team, "Ada Lund", "a long password").status == 303
    assert team.ask("/people").status == 403


def test_an_owner_changes_roles_and_the_last_owner_stays(team: Served):
    team.admit(Role.OWNER)
    assert team.send("/people", name="reader", role="reviewer", what="role").status == 200
    assert team.desk.people.person("reader").role is Role.REVIEWER
    assert team.send("/people", name="editor", what="remove").status == 200
    assert team.desk.people.person("editor") is None
    for form in ({"role": "reader", "what": "role"}, {"what": "remove"}):
        answer = team.send("/people", name="owner", **form)
        assert (answer.status, "has to own the case" in answer.text) == (422, True)
    assert team.send("/people", name="x", role="king", what="role").status == 422


def test_hostile_names_stay_words(team: Served):
    team.admit(Role.OWNER)
    assert team.send("/people", name=HOSTILE, role="reader", what="invite").status == 200
    for page in (
        team.ask("/people").text,
        team.ask(f"/login?back={HOSTILE[:100]}".replace(" ", "%20")).text,
    ):
        assert "<script>alert" not in page
        assert "<img" not in page


@pytest.mark.parametrize(
    "path",
    ["/people%3Fx", "/static/..%2f..%2fpeople", "/join%23/../people", "/people/", "//people"],
)
def test_another_way_to_write_an_address_leads_nowhere(team: Served, path: str):
    team.admit(Role.READER)
    answer = team.ask(path)
    assert (answer.status, "Invite somebody" in answer.text) == (404, False)


def test_every_answer_of_a_team_has_the_headers_too(team: Served):
    for path in ("/", "/login", "/join", "/nowhere", "/api/claims"):
        given = team.ask(path).headers
        assert {name: given.get(name.lower()) for name in HEADERS} == HEADERS, path


def test_behind_an_address_of_its_own_the_cookie_is_of_that_host_alone(case_file):
    with serving_team(case_file, "https://desk.example.org") as served:
        answer = sign_in(served, "reader", Host="desk.example.org")
        assert answer.headers["set-cookie"].startswith("__Host-variorum_session=")
        assert "Secure" in answer.headers["set-cookie"]
        assert served.ask("/", Host="evil.example").status == 403


def test_the_second_of_two_who_correct_one_claim_is_told_and_nothing_is_lost(team: Served):
    claim = claim_of(team.desk.shown().case, "55 people")
    form = {"decision": "correct", "about": claim, "back": f"/claims/{claim}", "seen": "0"}
    team.admit("reviewer")
    assert team.send(**form, speaker="The chief").status == 303
    team.admit("editor")
    late = team.send(**form, speaker="The harbour master")
    assert (late.status, 'value="The harbour master"' in late.text) == (409, True)
    assert "reviewer correct: Read again." in late.text
    assert [made.who for made in team.desk.shown().case.decisions] == ["reviewer"]


def test_what_one_decides_is_not_told_to_another(team: Served):
    claim = claim_of(team.desk.shown().case, "55 people")
    team.admit("reviewer")
    team.send(decision="reject", about=claim)
    own = team.cookie
    team.admit("editor")
    assert "Gone: 1 dispute" not in team.ask("/").text
    assert "Gone: 1 dispute" in team.ask("/", cookie=own).text


def restrict(served: Served, path: str) -> str:
    served.admit("editor")
    assert served.send(decision="restrict", about=path).status == 303
    (key,) = [d.id for d in served.desk.shown().case.documents if d.path == path]
    return key


def test_a_restricted_report_is_not_there_for_readers(team: Served):
    paths = {d.publisher: d.path for d in team.desk.shown().case.documents}
    claim = claim_of(team.desk.shown().case, "55 people")
    key = restrict(team, paths["Herald"])
    secret = ("fire brigade", "Herald", key, claim)
    team.admit("reader")
    pages = ["/", "/reports", "/names", "/log", "/log.jsonl", "/search?q=people", "/api/"]
    pages += ["/api/claims?limit=500", "/api/documents", "/api/decisions", "/api/gaps"]
    for path in pages:
        answer = team.ask(path)
        assert answer.status == 200
        assert [word for word in secret if word in answer.text] == [], path
    for path, none in ((f"/claims/{claim}", "/claims/claim-0"), ("/reports/4", "/reports/5")):
        assert team.ask(path).status == team.ask(none).status == 404
    assert team.ask(f"/api/documents/{key}").status == 404
    assert team.desk.people.reads(9) == []
    team.admit("reviewer")
    assert "brigade" in team.ask(f"/claims/{claim}").text


def test_every_read_of_a_restricted_report_is_kept(team: Served):
    paths = {d.publisher: d.path for d in team.desk.shown().case.documents}
    claim = claim_of(team.desk.shown().case, "55 people")
    other = claim_of(team.desk.shown().case, "40 people")
    number = [d.path for d in team.desk.shown().case.documents].index(paths["Herald"]) + 1
    key = restrict(team, paths["Herald"])
    team.admit("reviewer")
    read = [f"/reports/{number}", f"/claims/{claim}", f"/api/claims/{claim}"]
    read += [f"/api/documents/{key}", "/search?q=55%20people"]
    for path in (*read, "/reports", f"/api/claims/{other}"):
        assert team.ask(path).status == 200
    kept = team.desk.people.reads(99)
    assert {who for who, *_ in kept} == {"reviewer"}
    assert [page for *_, page, _ in reversed(kept)] == [p.partition("?")[0] for p in read]
    team.admit("owner")
    assert "Who has read restricted reports" in team.ask("/people").text


def test_the_page_of_people_shows_the_last_two_hundred_reads(team: Served):
    for n in range(5):
        team.desk.people.note_reads("Ada", {f"report {m}" for m in range(41)}, f"/page/{n}")
    team.admit("owner")
    page = team.ask("/people").text
    assert [page.count(f"/page/{n}<") for n in range(5)] == [36, 41, 41, 41, 41]


def test_a_restriction_is_taken_back_by_undoing_it(team: Served):
    path = team.desk.shown().case.documents[0].path
    restrict(team, path)
    made = team.desk.shown().case.decisions[0].id
    assert team.send(decision="undo", about=made).status == 303
    assert team.desk.shown().restricted == frozenset()


def test_twenty_reviewers_at_once_lose_nothing(team: Served):
    claim = claim_of(team.desk.shown().case, "55 people")
    tokens = []
    for n in range(20):
        team.desk.people.put(f"Reviewer {n}", Role.REVIEWER)
        tokens.append(team.desk.people.admit(f"Reviewer {n}", PassKind.SESSION))
    answers = []

    def note(n: int) -> None:
        row = json.dumps({"kind": "note", "about": [claim], "why": f"Note {n}."})
        answers.append(
            team.ask(
                "/api/decisions", "POST", row, cookie=tokens[n], Content_Type="application/json"
            )
        )

    threads = [threading.Thread(target=note, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status for answer in answers} == {201}
    log = team.desk.shown().case.decisions
    assert {(made.who, made.why) for made in log} == {
        (f"Reviewer {n}", f"Note {n}.") for n in range(20)
    }


def test_a_case_in_a_database_is_a_teams_desk(postgres, built):
    pytest.importorskip("psycopg")
    with Store(f"{postgres.url}#desk") as store:
        store.save(open_case(built))
    with serving_team(f"{postgres.url}#desk") as served:
        test_twenty_reviewers_at_once_lose_nothing(served)
        for name in ("owner\x00", HOSTILE, "ö" * 999):
            assert sign_in(served, name).status == 401
        assert sign_in(served, "owner").status == 303
        assert served.ask("/").status == 200
        claim = claim_of(served.desk.shown().case, "55 people")
        assert served.send(decision="note", about=claim, why="No\x00ught.").status == 303
        assert served.send("/judge", decision="accept", about=claim, why="\x00.").status == 303
