import json

from exported import exported

from variorum.case import Case


def test_every_answer_that_somebody_gives_is_a_claim_to_be_reviewed(disputed: Case) -> None:
    found = json.loads(exported("claimreview", disputed))
    assert found["@context"] == "https://schema.org"
    told = {row["@id"]: row for row in found["@graph"]}
    given = {
        f"urn:variorum:{position.id}": position
        for dispute in disputed.disputes
        for position in dispute.positions
        if position.answers
    }
    assert set(told) == set(given)
    for key, position in given.items():
        claim = told[key]["itemReviewed"]
        assert (
            claim["text"] == disputed.claim_by_id[claim["@id"].removeprefix("urn:variorum:")].text
        )
        assert [one["name"] for one in claim["author"]] == list(position.speakers)
        assert told[key]["claimReviewed"].endswith(position.label)
    kinds = {one["@type"] for row in found["@graph"] for one in row["itemReviewed"]["author"]}
    assert kinds & {"Person", "Organization"}
    assert kinds <= {"Person", "Organization", "Thing"}


def test_nothing_is_rated_in_anybodys_name(disputed: Case) -> None:
    for row in json.loads(exported("claimreview", disputed))["@graph"]:
        assert row["reviewRating"] == {"@type": "Rating", "alternateName": "Disputed"}
        assert "not reviewed by a person" in row["author"]["name"]
