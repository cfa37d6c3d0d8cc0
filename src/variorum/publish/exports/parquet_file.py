"""Parquet: the claims as typed columns; cells with several values are lists."""

from __future__ import annotations

from typing import Any, BinaryIO

from variorum import lazy
from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.tables.claim_table import CLAIMS

__all__ = ["write_parquet"]

_TYPES = {str: "string", int: "int64", float: "float64"}


def write_parquet(case: Case, stream: BinaryIO) -> None:
    """Write the claims of `case` to a binary `stream`; the columns are the same for every case.

    Raises:
        UsageError: when pyarrow, the extra `parquet`, is not installed.
    """
    arrow = lazy.extra("pyarrow", "", "parquet")
    rows = list(CLAIMS.rows(Index(case)))
    arrays = [
        arrow.array([row[place] for row in rows], _type(arrow, column.type, column.between))
        for place, column in enumerate(CLAIMS.columns)
    ]
    table = arrow.Table.from_arrays(arrays, names=CLAIMS.names)
    lazy.attribute("pyarrow.parquet", "write_table")(table, stream)


def _type(arrow: Any, cell: type, between: str) -> Any:
    one = getattr(arrow, _TYPES[cell])()
    return arrow.list_(one) if between else one
