"""`variorum decide`: what people decide about the record."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from typer import Argument, Option

import variorum
from variorum.cli.case_files import HELP, CaseFile
from variorum.decisions import decision_of, from_lines, to_lines
from variorum.decisions.annotations import annotated_texts, decisions_of
from variorum.decisions.claim_fields import FIELDS
from variorum.decisions.decision_log import GRADES
from variorum.errors import UsageError
from variorum.model import DecisionKind
from variorum.publish.views.overview.difference_view import differences
from variorum.store import Store
from variorum.wording import count
from variorum.work import with_own_values

STDIN = Path("-")
_HELP = HELP["decide"]


def decide(  # noqa: PLR0913, PLR0917  (what a line of the log has)
    case_file: CaseFile,
    kind: Annotated[
        str | None, Argument(metavar="DECISION", help=f"One of: {', '.join(DecisionKind)}.")
    ] = None,
    words: Annotated[list[str] | None, Argument(metavar="WHAT", help=_HELP["words"])] = None,
    by: Annotated[str, Option("--by", envvar="VARIORUM_REVIEWER", help=_HELP["by"])] = "",
    why: Annotated[str, Option("--why", help=_HELP["why"])] = "",
    lines: Annotated[Path | None, Option("--from", metavar="FILE", help=_HELP["lines"])] = None,
    annotations: Annotated[Path | None, Option(metavar="FILE", help=_HELP["annotations"])] = None,
    log: Annotated[bool, Option("--log", help=_HELP["log"])] = False,
) -> None:
    """Decide about the record: accept, reject or correct a claim, merge or split names, and undo.

    Each decision is signed, has a reason and stays in the log; 'undo' takes its effect back. The
    record is compared again, and what that changed is printed.
    """
    with Store(case_file, create=False) as store:
        before = store.load()
        if log:
            typer.echo(to_lines(before.decisions), nl=False)
            return
        left: list[str] = []
        signed: dict[str, Any] = {"who": by, "why": why, "valued": with_own_values}
        if annotations is not None:
            made, left = decisions_of(annotated_texts(annotations), before, **signed)
        elif lines is not None:
            made = from_lines(_text(lines), before, str(lines), valued=with_own_values)
        elif kind is None:
            raise UsageError("Say what is decided, as 'variorum decide CASE reject CLAIM'.")
        else:
            about, fields = _parted(words or [])
            made = [decision_of(before, kind, about, fields=fields, **signed)]
        after = variorum.decide(store, made)
    told = [f"{count(len(made), 'decision')}: {case_file}"]
    told += [f"{one.id}: {one.kind} {' '.join(one.about)}" for one in made] if not lines else []
    screen = Console(highlight=False, soft_wrap=True)
    screen.print("\n".join((*told, *differences(before, after))), markup=False)
    for line in left:
        typer.echo(f"not decided: {line}", err=True)
    if left:
        raise typer.Exit(1)


def _parted(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return what a decision is about, and the fields it sets."""
    known = {*FIELDS, *GRADES}
    pairs = [word.partition("=") for word in words]
    fields = {name: value for name, sign, value in pairs if sign and name in known}
    return [word for word in words if word.partition("=")[0] not in fields], fields


def _text(file: Path) -> str:
    if file == STDIN:
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read as UTF-8 text; check its name.") from error
