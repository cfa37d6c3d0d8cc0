"""Parquet: the claims as typed columns; cells with several values are lists."""

from itertools import islice
from typing import Any, BinaryIO

from variorum import lazy
from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.tables.claim_table import CLAIMS

_TYPES = {str: "string", int: "int64", float: "float64"}


def write_parquet(case: Case, stream: BinaryIO) -> None:
    """Write the claims of `case` to a binary `stream`, some thousand rows at a time.

    The columns are the same for every case.

    Raises:
        UsageError: when pyarrow, the extra `parquet`, is not installed.
    """
    arrow = lazy.extra("pyarrow", "", "parquet")
    types = [_type(arrow, column.type, column.between) for column in CLAIMS.columns]
    schema = arrow.schema(list(zip(CLAIMS.names, types, strict=True)))
    rest = iter(CLAIMS.rows(Index(case)))
    with lazy.attribute("pyarrow.parquet", "ParquetWriter")(stream, schema) as writer:
        while rows := list(islice(rest, 5_000)):
            columns = zip(zip(*rows, strict=True), types, strict=True)
            arrays = [arrow.array(cells, cell) for cells, cell in columns]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _type(arrow: Any, cell: type, between: str) -> Any:
    one = getattr(arrow, _TYPES[cell])()
    return arrow.list_(one) if between else one
