"""Digits that count nothing in any language: coordinates, telephone numbers, items of lists."""

import re
from collections.abc import Iterator

from variorum.language.files import table

_NAMES = table("names")["en"]


def _any(name: str) -> str:
    return "|".join(map(re.escape, sorted(_NAMES[name], key=lambda word: (-len(word), word))))


_SIGNS = re.compile(
    # 36.2021 N, 37°12'8" E, 36.20215, 37.13432
    r"(?<![\d.,])[+-]?\d{1,3}(?:[.,]\d+)?\s?°(?!\s?[CFcfСс])(?:\s?\d{1,2}(?:[.,]\d+)?\s?[′'’])?"
    r"(?:\s?\d{1,2}(?:[.,]\d+)?\s?[″\"”])?"
    r"|(?<![\d.,])[+-]?\d{1,3}\.\d{3,}\s?[NSEW]\b|\b[NSEW]\s?\d{1,3}\.\d{3,}"
    r"|(?<![\d.,])[+-]?\d{1,2}\.\d{4,}\s?[,;/]?\s?[+-]?\d{1,3}\.\d{4,}(?!\d)"
    # +44 20 7946 0000, 555-0134, 212-555-0134
    r"|\+\d{1,3}[ (.-]{1,2}\d[\d ().-]{4,}\d|\b(?:\d{3}[ .-])?\d{3}[.-]0\d{3}\b"
    r"|\b\d{3}-\d{3}-\d{4}\b"
    # 2000 GMT, 20:30 UTC
    rf"|\b(?:[01]?\d|2[0-4])[:.h]?[0-5]\d\s?(?:{_any('zones')})\b"
    # the items of a list: "1. Fighters leave", "2) Buses return", "3- ..."
    r"|(?m:^)\s*\(?\d{1,2}(?:[.)](?=\s)|[-–](?=\s|[^\W\d_a-zA-ZÀ-ɏ]))"
)
_ENGLISH = re.compile(
    # the summer of '16
    r"(?<!\w)(?:(?<=of )|(?<=in )|(?<=since ))['’]\d\d\b(?!['’])|(?<!\w)['’]\d\d(?=[.,;:)])|"
    # at about 1330 on, around 230 pm
    rf"\b(?:{_any('clocks')}) (?:[01]\d|2[0-3])[0-5]\d(?= (?:{_any('behind_clock')})\b|[.,;])"
    r"|\b(?:0?[1-9]|1[0-2])[0-5]\d ?[ap]\.?m\b|"
    # 221 Baker Street
    rf"\b\d{{1,4}}[A-Z]?,? (?:(?:[A-Z][\w'’.-]+|\d+(?:st|nd|rd|th)) ){{1,3}}(?:{_any('streets')})\b"
    # won 3-1, beat them 2-0
    rf"|\b(?:{_any('scoring')})\b(?: [\w'’]+){{0,4}}? \d{{1,2}}[-–:]\d{{1,2}}"
    rf"(?= (?:{_any('after_scores')})\b|\s*[.,;:)]|\s*$)"
)


def uncounted(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand that count nothing, whatever is written around them."""
    for pattern in (_SIGNS, _ENGLISH) if language == "en" else (_SIGNS,):
        yield from (match.span() for match in pattern.finditer(text))
