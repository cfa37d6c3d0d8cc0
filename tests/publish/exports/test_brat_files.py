"""Standoff files are read by the rules of brat's own manual, offset by offset."""

from __future__ import annotations

import io
import re
import zipfile

from exported import exported

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.exports.archive import stem

BOUND = re.compile(r"T(\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")
REST = re.compile(
    r"R\d+\tOf Arg1:T(\d+) Arg2:T(\d+)|A\d+\t(?:Stance|Certainty) T(\d+) \S+"
    r"|#\d+\tAnnotatorNotes T(\d+)\tclaim-\S+; speaker: .*|#\d+\tAnnotatorNotes T(\d+)\t.*"
)


def files(case: Case) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(exported("brat", case)))
    return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_every_mark_stands_where_it_says_and_every_line_is_of_the_format(
    disputed: Case, truce: Case, ferry_built: Case
) -> None:
    for case in (disputed, truce, ferry_built):
        found = files(case)
        layers = set(re.findall(r"(?m)^(\w+)$", found["annotation.conf"].split("[relations]")[0]))
        for document in case.documents:
            name = stem(Index(case), document)
            text, lines = found[f"{name}.txt"], found[f"{name}.ann"].splitlines()
            assert text == document.text
            known = {}
            for line in lines:
                if bound := BOUND.fullmatch(line):
                    parts = [tuple(map(int, part.split())) for part in bound[3].split(";")]
                    assert " ".join(text[start:end] for start, end in parts) == bound[4]
                    assert bound[2] in layers
                    known[bound[1]] = bound[2]
                else:
                    rest = REST.fullmatch(line)
                    assert rest, line
                    assert {group for group in rest.groups() if group} <= set(known)
            assert sum(layer == "Claim" for layer in known.values()) == len(
                [claim for claim in case.claims if claim.document == document.id]
            )
