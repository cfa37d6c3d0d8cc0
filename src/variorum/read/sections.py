"""The dated parts of a document: what was appended later under UPDATE or Correction."""

import re

from variorum.model import Section
from variorum.read.publication_dates import leading_date

# A heading is the word in capitals, or the word followed by what only headings have: a number, a
# colon, a bracket, or nothing. "Update your maps" and "Corrections officers said" are neither, and
# nor is a wire headline, "UPDATE 1-Fire in the port".
_NUMBER = r"[^\S\n]+\#?\d{1,3}\b(?![./-]\w|[^\S\n]+\w+\.?,?[^\S\n]+\d{4})"
_WIRE = r"(?![^\S\n]+\d{1,3}-\w)"
_HEADING = re.compile(
    r"^[^\S\n]*[#*_>\[(]{0,6}[^\S\n]*[*_]{0,3}"
    r"(?P<label>"
    rf"(?:UPDATE|CORRECTION)(?![\w-]){_WIRE}(?:{_NUMBER})?"
    rf"|(?:Update|Correction){_NUMBER}(?=[^\S\n]*(?:[:,(\[–—*_\].]|$))"
    r"|(?:Update|Correction)(?=[^\S\n]*(?:[:(\[*_]|$))"
    r")(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_BEFORE_DATE = re.compile(r"[\s:,.(\[*_–—-]*")


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of `text`; each runs to the next heading, or to the end.

    A section's date is the one its heading states straight after the label, as EDTF; a date later
    in the line belongs to what the section tells.
    """
    headings = list(_HEADING.finditer(text))
    starts = [match.start() for match in headings]
    ends = [*starts, len(text)][1:]
    return tuple(
        Section(
            label=" ".join(match["label"].split()),
            start=start,
            end=end,
            published=leading_date(_BEFORE_DATE.sub("", match["rest"], count=1)),
        )
        for match, start, end in zip(headings, starts, ends, strict=True)
    )
