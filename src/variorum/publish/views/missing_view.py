"""What is missing from a record, as the report and the terminal tell it."""

from itertools import groupby

from variorum.case import Case
from variorum.model import Gap
from variorum.wording import joined


def missing(case: Case) -> tuple[Gap, ...]:
    """Return the gaps of `case`, those of one reason together: reports first, limits last."""
    gaps = case.records("gaps")
    unread = tuple(gap for gap in gaps if gap.kind == "document")
    others = sorted(
        (gap for gap in gaps if gap.kind != "document"),
        key=lambda gap: (gap.kind == "limit", gap.why),
    )
    together = (
        Gap(what=joined([gap.what for gap in same]), why=why, kind=kind)
        for (kind, why), group in groupby(others, key=lambda gap: (gap.kind, gap.why))
        for same in [list(group)]
    )
    return (*unread, *together)
