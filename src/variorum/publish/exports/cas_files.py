"""UIMA CAS JSON 0.4 for INCEpTION: for each document its text, its marks and the types of these."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import BinaryIO

from variorum.case import Case, Json
from variorum.model import Document
from variorum.publish.base.index import Index
from variorum.publish.exports.archive import stem, write_archive
from variorum.publish.tables.marks import marks

_ANNOTATION, _SOFA = "uima.tcas.Annotation", "uima.cas.Sofa"
# The features of each layer; all are text. `claim` is the id of the claim that a mark belongs to,
# and `part` its number among the places of that claim.
LAYERS = {
    "Claim": ("claim", "part", "speaker", "stance", "certainty", "form"),
    "Cue": ("claim",),
    "Speaker": ("claim",),
    "Measure": ("claim", "kind", "low", "high", "unit"),
    "When": ("claim", "edtf"),
    "Place": ("claim", "geonames"),
}
BEYOND = 0xFFFF
"""Code points above this are two units of UTF-16, in which UIMA counts."""


def write_cas(case: Case, stream: BinaryIO) -> None:
    """Write the documents of `case` to a binary `stream` as a ZIP of .json files."""
    index = Index(case)
    files = (
        (f"{stem(index, one)}.json", json.dumps(_cas(index, one), ensure_ascii=False, indent=1))
        for one in case.documents
    )
    write_archive(files, stream)


def _cas(index: Index, document: Document) -> Json:
    units = [0, *accumulate(1 + (ord(char) > BEYOND) for char in document.text)]
    sofa = {"%ID": 1, "%TYPE": _SOFA, "sofaNum": 1, "sofaID": "_InitialView"}
    sofa |= {"mimeType": "text", "sofaString": document.text}
    whole = {"%ID": 2, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 1, "begin": 0}
    whole |= {"end": units[-1], "language": document.language or "x-unspecified"}
    told = [*_annotations(index, document.id, units)]
    marked = [{"%ID": number, **one} for number, one in enumerate(told, start=3)]
    return {
        "%TYPES": {f"variorum.{layer}": _type(layer) for layer in LAYERS},
        "%FEATURE_STRUCTURES": [sofa, whole, *marked],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, *(one["%ID"] for one in marked)]}},
    }


def _type(layer: str) -> Json:
    features = {name: {"%NAME": name, "%RANGE": "uima.cas.String"} for name in LAYERS[layer]}
    return {"%NAME": f"variorum.{layer}", "%SUPER_TYPE": _ANNOTATION, **features}


def _annotations(index: Index, document: str, units: list[int]) -> Iterator[Json]:
    parts: Counter[str] = Counter()
    for mark in marks(index, document):
        for span in mark.spans:
            parts[mark.claim] += mark.layer == "Claim"
            place = {"@sofa": 1, "begin": units[span.start], "end": units[span.end]}
            part = {"part": str(parts[mark.claim])} if mark.layer == "Claim" else {}
            facts = {"claim": mark.claim, **part, **mark.facts}
            yield {"%TYPE": f"variorum.{mark.layer}", **place, **facts}
