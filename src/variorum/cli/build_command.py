"""`variorum build`: reports into a case file."""

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from typer import Argument, Option

import variorum
from variorum.case import Case
from variorum.cli.case_files import HELP, AsOf, CaseOutput, shows
from variorum.cli.progress_bars import error_console, print_unread, progress_bars
from variorum.publish.base.index import Index
from variorum.publish.views.overview.difference_view import NOTHING_CHANGED, differences, marks
from variorum.publish.views.overview.summary_view import counts
from variorum.read import find
from variorum.settings import LLM, Settings, checked_endpoint
from variorum.store import Store, basis_of
from variorum.wording import count

_HELP = HELP["build"]


class Join(StrEnum):
    """How the claims of a language model are joined with the built-in ones."""

    UNION = "union"
    INTERSECTION = "intersection"
    ALONE = "alone"


def build(  # noqa: PLR0913, PLR0917  (one flag a choice)
    paths: Annotated[list[str], Argument(metavar="PATH", help=_HELP["paths"])],
    output: CaseOutput = "case.db",
    as_of: AsOf = None,
    workers: Annotated[int | None, Option(min=1, metavar="N", help=_HELP["workers"])] = None,
    again: Annotated[bool, Option("--again", help=_HELP["again"])] = False,
    cluster: Annotated[str | None, Option(metavar="local|ADDRESS", help=_HELP["cluster"])] = None,
    shards: Annotated[str | None, Option(metavar="FOLDER", help=_HELP["shards"])] = None,
    strict: Annotated[bool, Option("--strict", help=_HELP["strict"])] = False,
    extractor: Annotated[str | None, Option(metavar="NAME", help=_HELP["extractor"])] = None,
    model: Annotated[str | None, Option(metavar="NAME", help=_HELP["model"])] = None,
    endpoint: Annotated[str | None, Option(metavar="URL", help=_HELP["endpoint"])] = None,
    join: Annotated[Join | None, Option(help=_HELP["join"])] = None,
    allow_remote: Annotated[bool, Option("--allow-remote", help=_HELP["allow_remote"])] = False,
) -> None:
    """Read reports into a case: their claims, questions and disputes.

    Building again adds only what is new and says what that changed in the record; a build that was
    ended goes on where it was. Files that cannot be read are listed, and the exit code is then 1.
    With --as-of, reports that came later are kept and not compared.
    """
    files = find(paths)  # a mistyped path must not leave an empty case file behind
    settings = settings_of(
        workers,
        strict=strict,
        cluster=cluster,
        shards=shards,
        extractor=extractor,
        llm_model=model,
        llm_endpoint=endpoint,
        llm_join=join and join.value,
        llm_allow_remote=allow_remote,
    )
    if settings.extractor == LLM:
        checked_endpoint(settings)
    errors = error_console()
    with Store(output) as store, progress_bars() as progress:
        reports = [file for file in files if file.resolve() not in store.files]
        if not again and basis_of(reports, settings, as_of) == store.basis():
            with store.reading() as same:
                tell_build(same, output, (NOTHING_CHANGED,))
            return
        with store.reading() as earlier:
            before = marks(earlier)
        case = variorum.build(
            paths,
            store=store,
            settings=settings,
            as_of=as_of,
            again=again,
            progress=progress,
            tell=lambda line: errors.print(line, markup=False),
        )
    tell_build(case, output, differences(before, marks(case)))


def tell_build(case: Case, output: str, changes: Iterable[str]) -> None:
    """Print what could not be read, what the case holds and what has changed in it."""
    unread = [gap for gap in case.gaps if gap.kind == "document"]
    print_unread(unread)
    told = f"{', '.join(count(*many) for many in counts(Index(case)))}: {output}"
    lines = (told, *changes, f"{shows(output)} prints it on one screen")
    Console(highlight=False, soft_wrap=True).print("\n".join(lines), markup=False)
    if any(gap.document is None for gap in unread):
        raise typer.Exit(1)


def settings_of(workers: int | None, **asked: object) -> Settings:
    """Return the settings of the environment, with what the command says in their place."""
    settings = Settings.from_environment()
    told = settings.workers if Settings.variable("workers") in os.environ else 0
    named = {name: value for name, value in asked.items() if value}
    return settings.model_copy(update={"workers": told if workers is None else workers, **named})
