"""What is missing from a record, as the report and the terminal tell it."""

from __future__ import annotations

from itertools import groupby

from variorum.case import Case
from variorum.model import Gap
from variorum.wording import joined

__all__ = ["missing"]

LIMIT = "limit"


def missing(case: Case) -> tuple[Gap, ...]:
    """Return the gaps of `case` in order; limits of one reason are told together, at the end."""
    gaps = sorted((*case.gaps, *case.comparison.gaps), key=lambda gap: gap.order)
    limits = sorted((gap for gap in gaps if gap.kind == LIMIT), key=lambda gap: gap.why)
    together = (
        Gap(what=joined([gap.what for gap in same]), why=why, kind=LIMIT)
        for why, same in groupby(limits, key=lambda gap: gap.why)
    )
    return (*(gap for gap in gaps if gap.kind != LIMIT), *together)
