"""What the command would write of a case in a format, as bytes."""

from __future__ import annotations

import io

from variorum.case import Case
from variorum.publish.exports.export_formats import FORMATS


def exported(name: str, case: Case) -> bytes:
    found = FORMATS[name]
    if found.binary:
        data = io.BytesIO()
        found.write(case, data)
        return data.getvalue()
    text = io.StringIO(newline="")
    found.write(case, text)
    return text.getvalue().encode("utf-8")
