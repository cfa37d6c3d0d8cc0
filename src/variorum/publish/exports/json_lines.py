"""JSON Lines: every record of the JSON contract on a line of its own (jsonlines.org)."""

from collections.abc import Iterator
from typing import Any

from variorum.publish.base.index import Index
from variorum.publish.tables.frame_rows import with_report


def record_lines(index: Index) -> Iterator[dict[str, Any]]:
    """Yield each record with the name of its list; claims with their text and their report."""
    for name, rows in index.case.lists():
        for row in rows:
            told = with_report(index.case, row, row["id"]) if name == "claims" else row
            yield {"list": name, **told}
