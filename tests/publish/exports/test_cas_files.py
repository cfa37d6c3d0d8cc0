"""CAS files are loaded by dkpro-cassis, which turns UIMA's UTF-16 offsets into code points."""

from __future__ import annotations

import io
import json
import zipfile

import cassis
from exported import exported

from variorum.case import Case
from variorum.model import Certainty, Claim, Document
from variorum.text import span


def loaded(case: Case) -> list[cassis.Cas]:
    archive = zipfile.ZipFile(io.BytesIO(exported("cas", case)))
    return [cassis.load_cas_from_json(archive.open(name)) for name in archive.namelist()]


def test_every_place_of_every_claim_covers_its_words(disputed: Case, ferry_built: Case) -> None:
    for case in (disputed, ferry_built):
        for document, cas in zip(case.documents, loaded(case), strict=True):
            assert cas.sofa_string == document.text
            own = [claim for claim in case.claims if claim.document == document.id]
            told = [(claim.id, part.exact) for claim in own for part in claim.content]
            marks = cas.select("variorum.Claim")
            assert sorted(told) == sorted((one.claim, one.get_covered_text()) for one in marks)
            speakers = {claim.id: claim.speaker.name for claim in own}
            assert all(speakers[one.claim] == one.speaker for one in marks)


def test_signs_beyond_the_first_plane_are_two_units_and_still_found() -> None:
    text = "\U0001f525\U0001f525 Fire at the port: \U0001d7db dead."
    document = Document.from_text(text, path="a.txt")
    words = span(document, text.index("Fire"), len(text))
    claim = Claim.narrated(document, (words,), hedges=(), certainty=Certainty.CERTAIN)
    case = Case(documents=(document,), claims=(claim,))
    (cas,) = loaded(case)
    (mark,) = cas.select("variorum.Claim")
    assert mark.get_covered_text() == claim.text
    archive = zipfile.ZipFile(io.BytesIO(exported("cas", case)))
    raw = json.loads(archive.read(archive.namelist()[0]))["%FEATURE_STRUCTURES"][-1]
    units = text.encode("utf-16-le")
    assert units[2 * raw["begin"] : 2 * raw["end"]].decode("utf-16-le") == claim.text
