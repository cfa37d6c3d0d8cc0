"""Finds in a built case the claims that a gold file means by a file and a quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.case import Case
from variorum.model import Claim, Contradiction, Document, Measure
from variorum.taxonomy import load


@dataclass(frozen=True)
class Gold:
    """A built case, asked by the words of its reports."""

    case: Case

    def document(self, file: str) -> Document:
        (found,) = [d for d in self.case.documents if Path(d.path or "").name == file]
        return found

    def place(self, file: str, quote: str) -> tuple[Document, int, int]:
        document = self.document(file)
        assert document.text.count(quote) == 1, f"{quote!r} does not stand once in {file}"
        start = document.text.index(quote)
        return document, start, start + len(quote)

    def claims(self, file: str, quote: str) -> list[Claim]:
        """Return the claims whose content holds the whole quote."""
        document, start, end = self.place(file, quote)
        return [
            claim
            for claim in self.case.claims
            if claim.document == document.id
            and any(span.start <= start and end <= span.end for span in claim.content)
        ]

    def measures(self, claim: Claim, file: str, quote: str) -> list[Measure]:
        """Return the claim's measures that share words with the quote."""
        _, start, end = self.place(file, quote)
        return [m for m in claim.measures if m.span.start < end and start < m.span.end]

    def faults(self, claim: Claim, wanted: dict[str, Any]) -> list[str]:
        """Return what in the claim is not as wanted."""
        found = self.measures(claim, wanted["file"], wanted["quote"])
        says = {
            "speaker": _named(claim.speaker.name, wanted.get("speaker")),
            "relay": _relay(claim, wanted.get("relay")),
            "stance": wanted.get("stance") in (None, claim.stance.value),
            "measure": _range(found, wanted),
            "kind": wanted.get("kind") in (None, *(measure.kind for measure in found)),
            "unit": wanted.get("unit") in (None, *(measure.unit for measure in found)),
            "per": "per" not in wanted
            or load().kind(wanted["per"]) in [measure.per for measure in found],
        }
        return [name for name, right in says.items() if not right]

    def meant(self, wanted: dict[str, Any]) -> set[str]:
        """Return the ids of the claims that are just as wanted."""
        held = self.claims(wanted["file"], wanted["quote"])
        return {claim.id for claim in held if not self.faults(claim, wanted)}

    def sides(self, wanted: list[dict[str, Any]]) -> list[set[str]]:
        """Return for each claim that an expectation names the ids of those that are as wanted."""
        return [self.meant(each) for each in wanted]

    def clashes(self, rule: str, sides: list[set[str]]) -> list[Contradiction]:
        """Return the contradictions by that rule that rest on a claim of each side."""
        return [
            found
            for found in self.case.contradictions
            if found.rule == rule and all(side & {*found.claims, *found.also} for side in sides)
        ]

    def set_against(self, wanted: list[dict[str, Any]]) -> list[Contradiction]:
        """Return the contradictions that rest on the numbers in all the quotes."""
        held = [(each, self.claims(each["file"], each["quote"])) for each in wanted]
        return [
            found
            for found in self.case.contradictions
            if all(self._tells(found, each, claims) for each, claims in held)
        ]

    def _tells(self, found: Contradiction, wanted: dict[str, Any], claims: list[Claim]) -> bool:
        """Return whether it rests on the number in the quote, by one of the quote's claims."""
        told = " ".join([found.because, *found.derivation])
        return any(
            claim.id in found.claims
            and any(m.text in told for m in self.measures(claim, wanted["file"], wanted["quote"]))
            for claim in claims
        )

    def why_not(self, wanted: dict[str, Any]) -> str:
        """Return what is wrong with each claim that holds the quote, for the failure's message."""
        held = self.claims(wanted["file"], wanted["quote"])
        if not held:
            return f"no claim of {wanted['file']} holds {wanted['quote']!r}"
        return "; ".join(
            f"{claim.speaker.name} ({' > '.join(link.name for link in claim.relay)}): wrong"
            f" {', '.join(self.faults(claim, wanted))}, {_told(claim)}"
            for claim in held
        )


def _told(claim: Claim) -> str:
    return str([(m.text, m.kind, m.low, m.high, m.unit, m.per) for m in claim.measures])


def _named(name: str, wanted: str | None) -> bool:
    """Return whether one name is a longer form of the other."""
    if wanted is None:
        return True
    one, other = (set(re.findall(r"\w+", each.casefold())) for each in (name, wanted))
    return one <= other or other <= one


def _relay(claim: Claim, wanted: list[str] | None) -> bool:
    """Return whether the relay passes those names in that order, and begins and ends with them."""
    if wanted is None:
        return True
    names = [link.name for link in claim.relay]
    passed = iter(names)
    in_order = all(any(_named(name, each) for name in passed) for each in wanted)
    return in_order and _named(names[0], wanted[0]) and _named(names[-1], wanted[-1])


def _range(found: list[Measure], wanted: dict[str, Any]) -> bool:
    """Return whether a measure, or all of them added up, has the range where one is wanted."""
    bounds = {side: wanted[side] for side in ("low", "high") if side in wanted}
    if not bounds:
        return True
    if len(found) > 1 and all(
        _fits(sum(getattr(m, s) or 0 for m in found), v) for s, v in bounds.items()
    ):
        return True
    return any(all(_fits(getattr(m, s), v) for s, v in bounds.items()) for m in found)


def _fits(value: float | None, wanted: float | list[float] | None) -> bool:
    """Return whether the bound is the one wanted; a list holds the bounds that will do."""
    return value in wanted if isinstance(wanted, list) else value == wanted
