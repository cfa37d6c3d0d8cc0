"""The record goes out: all of it or what was reviewed, for us or for everybody."""

from __future__ import annotations

import json

from served import Served

from decisions.weighed import claim_of
from variorum.web.in_and_out import FILES, InAndOut


def record(served: Served, query: str) -> dict:
    answer = served.ask(f"/publish/record.json?{query}")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="record.json"'
    return json.loads(answer.text)


def test_what_was_reviewed_is_handed_on_alone_if_so_chosen(served: Served):
    claim = claim_of(served.desk.shown().case, "55 people")
    served.send(decision="accept", about=claim)
    assert len(record(served, "reviewed=false")["claims"]) == 6
    assert [c["id"] for c in record(served, "reviewed=true")["claims"]] == [claim]
    assert "1 claim is reviewed" in served.ask("/publish").text


def test_names_are_blacked_out_for_everybody_and_stand_for_us(served: Served):
    assert served.send(decision="redact", about="fire brigade", back="/publish").status == 303
    assert "<bdi>fire brigade</bdi>" in served.ask("/publish").text
    for name in FILES:
        for_all, for_us = (
            served.ask(f"/publish/{name}?public={said}").text for said in ("true", "false")
        )
        assert "fire brigade" not in for_all.casefold()
        assert "fire brigade" in for_us.casefold()
    assert "fire brigade" not in served.ask("/publish/report.html").text.casefold()


def test_ids_stay_from_one_publication_to_the_next(served: Served):
    served.send(decision="redact", about="fire brigade")
    first, second = (record(served, "public=true") for _ in range(2))
    assert first == second
    assert record(served, "public=false")["claims"][0]["id"] != first["claims"][0]["id"]


def test_there_is_no_other_file(served: Served):
    assert served.ask("/publish/case.db").status == 404
    assert {"publish", "published"} <= vars(InAndOut).keys()


def test_who_takes_out_restricted_reports_or_the_log_of_them_is_kept(team: Served):
    team.admit("editor")
    claim = claim_of(team.desk.shown().case, "55 people")
    team.send(decision="accept", about=claim)
    team.send(decision="restrict", about=team.desk.shown().case.claim_by_id[claim].document)
    for path in ("/publish/record.json", "/publish/record.json?public=false", "/log.jsonl"):
        assert team.ask(path).status == 200
    assert [page for *_, page, _ in team.desk.people.reads(9)] == [
        "/log.jsonl",
        "/publish/record.json",
    ]
    assert "55 people" not in team.ask("/publish/record.json").text
