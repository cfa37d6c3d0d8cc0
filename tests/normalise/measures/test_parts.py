from __future__ import annotations

from variorum import Document, extract
from variorum.normalise.measures.parts import parted
from variorum.taxonomy import load


def claims(text: str):
    return [c for c in extract(Document.from_text(text)) if c.part_of is None]


def test_each_further_thing_gets_a_claim_of_its_own() -> None:
    told = claims("The army said that 50 trucks and 13 buses left.")
    whole = told[0].model_copy(
        update={
            "measures": tuple(
                m
                for c in extract(
                    Document.from_text("The army said that 50 trucks and 13 buses left.")
                )
                for m in c.measures
            )
        }
    )
    first, part = parted([whole], load())
    assert part.part_of == first.id
    assert [m.noun for m in (*first.measures, *part.measures)] == ["trucks", "buses"]


def test_a_claim_of_one_thing_has_no_parts() -> None:
    told = claims("The army said that 50 trucks left.")
    assert parted(told, load()) == told
