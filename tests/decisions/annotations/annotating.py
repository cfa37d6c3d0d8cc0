"""Exports of the case of `weighed` as files, and what comes of them once they are changed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from decisions.weighed import case
from variorum.case import Case
from variorum.decisions.annotations import annotated_texts, decisions_of
from variorum.model import Decision
from variorum.publish.exports.export_formats import FORMATS

__all__ = ["decided_anew", "exported_to", "taken_in"]


def exported_to(folder: Path, of: Case, name: str) -> Path:
    """Write the files of an export to a folder, and return it."""
    stream = io.BytesIO()
    FORMATS[name].write(of, stream)
    zipfile.ZipFile(stream).extractall(folder)
    return folder


def taken_in(path: Path, of: Case) -> tuple[list[Decision], list[str]]:
    """Return what annotations decide about a case, and what of them cannot be decided."""
    return decisions_of(annotated_texts(path), of, who="Ada", why="", valued=lambda claim, _: claim)


def decided_anew(path: Path, of: Case) -> Case:
    """Return a case with what annotations decide, of which nothing is left over."""
    made, left = taken_in(path, of)
    assert left == []
    return case(*of.decisions, *made)
