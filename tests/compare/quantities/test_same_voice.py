"""What may be one voice's in one report is not held against itself."""

import pytest
from said import Event

from variorum.compare.quantities.same_voice import may_be_one
from variorum.model import Claim


def claim(name: str, document: str = "a") -> Claim:
    return Event().said(name, "13", 13, 13).model_copy(update={"document": document})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Union of Drivers of Osten", "union"),
        ("UDO", "Union of Drivers of Osten"),
        ("UDMOSK", "Union of Drivers and Miners of Osten, Sund and Kall"),
        ("OSDH", "Observatoire syrien des droits de l'homme"),
        ("Павло Савенко", "Savenko"),
        ("وزارة الصحة", "الوزارة"),
        ("unnamed", "unnamed"),
        ("ONG", "Observatoire des mines d'Osten"),
        ("НПО", "Союз водителей"),
    ],
)
def test_a_report_names_one_voice_in_several_ways(one: str, other: str) -> None:
    assert may_be_one(claim(one), claim(other))
    assert may_be_one(claim(other), claim(one))
    assert not may_be_one(claim(one), claim(other, "b"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Union of Drivers", "Union of Miners"),
        ("UMO", "Union of Drivers of Osten"),
        ("DO", "Drivers of Osten"),
        ("Odu", "Osten drivers' union"),
        ("Witness 3", "Witness 15"),
        ("army", "police"),
        ("ONG de Sund", "Observatoire des mines d'Osten"),
        ("organização", "governo de Osten"),
    ],
)
def test_others_are_others(one: str, other: str) -> None:
    assert not may_be_one(claim(one), claim(other))
