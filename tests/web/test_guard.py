"""One browser is let in, once; nobody else, from nowhere else, and nothing is written for them."""

import pytest
from served import Served

from variorum.web.access import HEADERS


def test_the_printed_address_lets_one_browser_in_once(stranger: Served):
    token = stranger.guard.token
    assert stranger.ask("/").status == 403
    assert stranger.ask("/?token=guess").status == 403
    stranger.let_in()
    assert stranger.ask("/").status == 200
    second = stranger.ask(f"/?token={token}", cookie="")
    assert (second.status, "used already" in second.text) == (403, True)
    assert stranger.ask("/", cookie="guess").status == 403


def test_the_cookie_is_for_this_site_alone_and_no_script_reads_it(stranger: Served):
    told = stranger.ask(f"/?token={stranger.guard.token}").headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=strict" in told


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "[::1].evil", "[::1", "localhost:80x"]
)
def test_another_name_of_this_machine_is_not_answered(served: Served, host: str):
    assert served.ask("/", Host=host).status == 403


def test_the_machines_own_names_are(served: Served):
    for host in ("127.0.0.1", f"localhost:{served.port}", "[::1]:80"):
        assert served.ask("/", Host=host).status == 200


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/decide", "/api/decisions"])
def test_another_sites_form_writes_nothing(served: Served, headers: dict[str, str], path: str):
    body = f"token={served.guard.owner.form_token}&decision=note&about=x&who=Eve&why=So"
    assert served.ask(path, "POST", body, **headers).status == 403
    assert served.desk.shown().case.decisions == ()


def test_a_form_without_the_sessions_token_writes_nothing(served: Served):
    for token in ("", "guess"):
        assert served.send(token=token, decision="note", about="x").status == 403
    assert served.desk.shown().case.decisions == ()


def test_more_than_a_decision_can_be_is_refused(served: Served):
    assert served.ask("/decide", "POST", "x" * 1_000_001).status == 413
    assert served.ask("/decide", "POST", "x" * 1_000_000).status != 413
    assert served.ask("/decide", "POST", Content_Length="nonsense").status in (400, 413)


@pytest.mark.parametrize("path", ["/", "/api/", "/static/desk.js", "/nowhere", "/?token=guess"])
def test_every_answer_has_the_headers_that_keep_others_out(served: Served, path: str):
    given = served.ask(path).headers
    assert {name: given.get(name.lower()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path",
    ["/static/../guard.py", "/static/%2e%2e/guard.py", "/static/report.html", "/reports/../.."],
)
def test_no_other_file_is_served(served: Served, path: str):
    assert served.ask(path).status == 404
