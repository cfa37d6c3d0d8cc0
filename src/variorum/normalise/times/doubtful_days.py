"""The days that are not the weekday written beside them."""

from collections.abc import Iterable

from variorum.language.calendar import base_of
from variorum.model import Document, Gap, When

# In English, as all that the record says of itself.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def doubtful_days(whens: Iterable[When], document: Document) -> list[Gap]:
    """Return one gap for each day that another weekday is written beside.

    Such a day is uncertain, and its EDTF ends in "?": the date or the weekday is wrong.
    """
    told = {(when.text, when.edtf): None for when in whens if when.edtf.endswith("?")}
    days = ((text, base.day) for text, edtf in told if (base := base_of(edtf)) and base.day)
    return [
        Gap(
            what=f"{document.path or document.name}: “{text}”",
            why=f"{day} was a {WEEKDAYS[day.weekday()]}: the date or the day of the week beside it"
            " is wrong, and the day is kept as uncertain.",
            kind="limit",
            document=document.id,
        )
        for text, day in days
    ]
