"""`variorum find`: what a case says, by its words."""

from typing import Annotated

from rich.console import Console
from typer import Argument, Option

from variorum.cli.case_files import HELP, CaseFile
from variorum.model import Actor, Claim, Document
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.vocabulary import speaker_name
from variorum.store import Store
from variorum.wording import count


def find(
    case_file: CaseFile,
    words: Annotated[list[str], Argument(metavar="WORDS", help=HELP["find"]["words"])],
    limit: Annotated[int, Option(min=1, metavar="N", help=HELP["find"]["limit"])] = 20,
) -> None:
    """Print the names, titles and quotations in which all of some words are.

    Neither case nor accents count, and word* stands for all words that begin so. Names are found in
    other spellings and scripts too.
    """
    screen = Console(highlight=False, soft_wrap=True)
    with Store(case_file, create=False) as store:
        found = list(store.find(" ".join(words), limit + 1))
        for one in found[:limit]:
            screen.print(_line(one, store), markup=False)
    more = f"; more than {limit}, --limit shows more" if len(found) > limit else ""
    screen.print(f"{count(len(found[:limit]), 'place')}{more}", markup=False)


def _line(found: Actor | Document | Claim, store: Store) -> str:
    """Return what was found in one line: whose it is, the words, and where they stand."""
    if isinstance(found, Actor):
        others = ", ".join(name.name for name in found.names if name.name != found.label)
        return f"{found.label} (also {others})" if others else found.label
    if isinstance(found, Document):
        return f"{_where(found)}: {found.title or found.path}"
    words = " ".join(found.text.split())
    return f"{speaker_name(found.speaker)}: “{words}” ({_where(store.document(found.document))})"


def _where(report: Document) -> str:
    return f"{report.name}, {date_words(report.published)}" if report.published else report.name
