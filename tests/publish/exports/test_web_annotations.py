from __future__ import annotations

import json
import re
from typing import Any

from exported import exported

from variorum.case import Case


def items(case: Case) -> list[dict[str, Any]]:
    found = json.loads(exported("web-annotation", case))
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    rows: list[dict[str, Any]] = found["first"]["items"]
    assert found["total"] == len(rows)
    return rows


def test_both_selectors_of_every_place_find_the_words(case: Case) -> None:
    for row, claim in zip(items(case), case.claims, strict=True):
        text = case.document_by_id[row["body"]["variorum:document"]].text
        words = []
        for target in row["target"]:
            quote, place = target["selector"]
            assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert text[place["start"] : place["end"]] == quote["exact"]
            around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
            assert around in text
            words.append(quote["exact"])
        assert " ".join(words) == claim.text


def test_ids_are_those_of_the_claims_and_sources_are_addresses(case: Case) -> None:
    rows = items(case)
    assert [row["id"] for row in rows] == [f"urn:variorum:{claim.id}" for claim in case.claims]
    for row in rows:
        url = case.document_by_id[row["body"]["variorum:document"]].url
        sources = {target["source"] for target in row["target"]}
        known = f"urn:variorum:{row['body']['variorum:document']}"
        assert sources == {url if url and url.startswith("http") else known}


MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def is_iri(value: object) -> bool:
    return isinstance(value, str) and bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S+$", value))


def test_the_musts_of_the_recommendation_hold(
    disputed: Case, truce: Case, ferry_built: Case
) -> None:
    """Those of the W3C Web Annotation Data Model (2017), sections 3.1 to 3.3, 4.2 and 5."""
    for case in (disputed, truce, ferry_built):
        found = json.loads(exported("web-annotation", case))
        contexts = found["@context"] if isinstance(found["@context"], list) else [found["@context"]]
        assert "http://www.w3.org/ns/anno.jsonld" in contexts
        assert is_iri(found["id"])
        assert is_iri(found["first"]["id"])
        assert found["first"].get("partOf", found["id"]) == found["id"]
        rows = items(case)
        assert len({row["id"] for row in rows}) == len(rows)
        for row in rows:
            assert row["type"] == "Annotation"
            assert is_iri(row["id"])
            assert row["target"]
            motivations = row.get("motivation", [])
            told = motivations if isinstance(motivations, list) else [motivations]
            assert set(told) <= MOTIVATIONS
            for target in row["target"]:
                assert is_iri(target["source"])
                for selector in target["selector"]:
                    if selector["type"] == "TextPositionSelector":
                        assert 0 <= selector["start"] <= selector["end"]
                    else:
                        assert selector["exact"]
