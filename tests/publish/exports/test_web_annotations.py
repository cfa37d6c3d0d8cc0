from __future__ import annotations

import json
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
