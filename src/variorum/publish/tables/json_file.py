"""The record as JSON, laid out as the contract in docs/vocabulary.md says."""

from __future__ import annotations

from typing import TextIO

from variorum.case import Case

__all__ = ["write_json"]


def write_json(case: Case, stream: TextIO) -> None:
    """Write the record of `case` to a text `stream`; the same case always gives the same text."""
    stream.write(case.to_json())
