"""The record over REST: what the export has, in pages, with tags, and decisions added."""

import json

import pytest
from served import Served

from decisions.weighed import claim_of
from variorum.web.access import LISTS
from variorum.web.api import router
from variorum.web.responses import problem


def post(served: Served, **row):
    return served.ask("/api/decisions", "POST", json.dumps(row), Content_Type="application/json")


def test_every_list_has_what_the_export_has(served: Served):
    record = served.desk.shown().case.to_dict()
    counts = served.ask("/api/").json
    assert counts == {name: len(record[name]) for name in LISTS}
    for name in LISTS:
        told = served.ask(f"/api/{name}?limit=500").json
        assert (told["total"], told["items"]) == (len(record[name]), record[name]), name


def test_each_list_of_the_record_has_a_route_and_one_for_each_record_with_an_id(served: Served):
    paths = {route.path for route in router(served.desk).routes}
    assert {f"/{name}" for name in LISTS} <= paths
    assert {"/claims/{key}", "/documents/{key}"} <= paths


def test_a_list_comes_in_pages(served: Served):
    whole = served.ask("/api/claims").json["items"]
    pages = [served.ask(f"/api/claims?limit=2&offset={n}").json["items"] for n in (0, 2, 4, 6)]
    assert [row for page in pages for row in page] == whole
    assert len(pages[0]) == 2


def test_a_list_is_filtered_by_words_and_by_document(served: Served):
    assert served.ask("/api/claims?q=55%20PEOPLE").json["total"] == 1
    document = served.desk.shown().case.documents[0].id
    rows = served.ask(f"/api/claims?document={document}").json["items"]
    assert {row["document"] for row in rows} == {document}
    assert 0 < len(rows) < len(served.desk.shown().case.claims)
    assert served.ask(f"/api/origins?document={document}").json["total"] >= 1


def test_one_record_is_had_by_its_id_and_not_sent_twice(served: Served):
    key = claim_of(served.desk.shown().case, "55 people")
    answer = served.ask(f"/api/claims/{key}")
    assert answer.json["id"] == key
    tag = answer.headers["etag"]
    again = served.ask(f"/api/claims/{key}", If_None_Match=tag)
    assert (again.status, again.text) == (304, "")
    assert post(served, kind="reject", about=[key], who="Ada", why="So.").status == 201
    assert served.ask(f"/api/claims/{key}", If_None_Match=tag).json["review"] == "rejected"


def test_a_decision_says_what_it_changed(served: Served):
    key = claim_of(served.desk.shown().case, "55 people")
    told = post(served, kind="reject", about=[key], who="Ada", why="So.", seen=0).json
    assert told["id"] == served.desk.shown().case.decisions[0].id
    assert told["changed"] == ["Gone: 1 dispute (people killed)"]
    late = post(served, kind="accept", about=[key], who="Bo", why="So.", seen=0)
    assert (late.status, late.json["status"]) == (409, 409)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/claims/none", 404),
        ("/api/nothing", 404),
        ("/api/claims?limit=0", 422),
        ("/api/claims?limit=501", 422),
        ("/api/claims?offset=-1", 422),
    ],
)
def test_an_error_is_a_problem(served: Served, path: str, status: int):
    answer = served.ask(path)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status == answer.json["status"] == status
    assert answer.json["detail"]


def test_a_decision_that_cannot_be_is_a_problem(served: Served):
    answer = post(served, kind="accept", about=["claim-0"], who="Ada", why="So.")
    assert answer.status == 422
    assert answer.json == problem(422, answer.json["detail"])
    assert answer.json["detail"].startswith("'claim-0' begins the id of no claims")
    assert post(served, kind="accept").status == 422
    assert served.ask("/api/decisions", "POST", "{", Content_Type="application/json").status == 422


def test_the_server_describes_itself(served: Served):
    told = served.ask("/api/openapi.json").json
    assert {f"/api/{name}" for name in LISTS} <= set(told["paths"])
    assert all("summary" in row for path in told["paths"].values() for row in path.values())
