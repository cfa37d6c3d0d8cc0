"""The quantities of a text in any language that is read: numbers with their bounds and units."""

from collections.abc import Callable, Iterable

from variorum.language.backends import Readers
from variorum.language.files import code_of, section, table
from variorum.normalise.numbers.english_quantities import english_quantities
from variorum.normalise.numbers.quantities_by_lexicon import quantities_by_lexicon
from variorum.normalise.numbers.quantity import Quantity
from variorum.normalise.numbers.relating import related
from variorum.normalise.numbers.restating import restated
from variorum.normalise.numbers.uncounted import uncounted

# Each takes a text, the code of its language and the barred offsets.
Reader = Callable[[str, str, Iterable[tuple[int, int]]], list[Quantity]]
READERS: Readers[Reader] = Readers(
    {"english": english_quantities, "lexicon": quantities_by_lexicon}
)


def quantities(
    text: str, language: str | None = "en", barred: Iterable[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the quantities of `text` in order of their start; they never overlap.

    `barred` are the offsets of dates and of anything else that must not be read as a quantity.
    """
    reader, code = READERS.of_language(language), language or "en"
    if reader is None:
        return []
    closed = [*barred, *uncounted(text, code)]
    return restated(related(reader(text, code, closed), text, _joints(code)), text)


def _joints(language: str) -> list[str]:
    """Return the words of a language that join two numbers of one noun."""
    if code_of(language) is None:
        return list(table("numerals")["en"]["roles"]["joints"])
    return list(section(language, "numbers")["roles"]["joints"])
