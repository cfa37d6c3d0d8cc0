"""The table of the commands, and the program that loads the one that was asked for."""

import io
import os
import sys
from typing import Annotated, Any

import typer
from typer import Option
from typer.core import TyperGroup

from variorum import __version__, lazy
from variorum.errors import VariorumError

# Each command with its line in the list of commands and its example. What it does is the function
# of its name in `variorum.cli.<name>_command`.
COMMANDS = {
    "build": ("Read reports into a case.", "build reports/ extra.pdf -o case.db"),
    "add": ("Add an event data set to a case.", "add events.csv -o case.db"),
    "show": ("Print the record on one screen, or one dispute.", "show case.db 1"),
    "watch": ("Take in reports as they come.", "watch reports/ -o case.db"),
    "find": ("Print what a case says, by its words.", "find case.db Ardel ferry*"),
    "decide": ("Decide about the record.", 'decide case.db reject claim-3f2a --by Ada --why "..."'),
    "audit": ("Print how often the machine was right.", "audit case.db"),
    "serve": ("Open the desk in a browser.", "serve case.db --by Ada"),
    "package": ("Pack the record with its evidence.", "package case.db -o evidence.zip"),
    "mcp": ("Serve a case to an assistant.", "mcp case.db"),
    "people": ("Say who may sign in to the desk.", 'people case.db "Ada Lund" --role owner'),
    "report": ("Write the record as one HTML page.", "report case.db -o case.html"),
    "export": ("Write the record for other programs.", "export case.db --format json -o case.json"),
}
# The setting that names the database; the settings themselves take their time to load.
DATABASE = "VARIORUM_DATABASE"
PLAIN: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
}


class _Commands(TyperGroup):
    """The commands of the table, each imported when it is run.

    The names and arguments of the methods are those of the class it extends.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        line, example = COMMANDS[cmd_name]
        alone = typer.Typer(**PLAIN)
        run = lazy.attribute(f"variorum.cli.{cmd_name}_command", cmd_name)
        alone.command(cmd_name, short_help=line, epilog=f"Example: variorum {example}")(run)
        every = typer.Typer(**PLAIN)
        every.command()(_option)
        command: Any = typer.main.get_command(alone)
        command.params += typer.main.get_command(every).params
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the list of commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (line, _) in COMMANDS.items()])


def _named(url: str | None) -> None:
    if url:
        os.environ[DATABASE] = url


def _option(
    database: Annotated[
        str | None,
        Option(
            metavar="URL",
            help="The PostgreSQL database that keeps the cases by their names, as"
            " postgresql://USER@HOST/DATABASE [default: VARIORUM_DATABASE, else a case is a file].",
            callback=_named,
            expose_value=False,
            is_eager=True,
        ),
    ] = None,
) -> None:
    """Have the option that every command has."""


app = typer.Typer(
    cls=_Commands,
    help="Set the reports of one event side by side: who claims what, and what cannot all be true.",
    no_args_is_help=True,
    **PLAIN,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"variorum {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Set the reports of one event side by side."""


def main() -> None:
    """Run the command line; errors of ours become one sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # The record is in many scripts, whatever the locale; names of files may hold any bytes.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        app(prog_name="variorum")
    except VariorumError as error:
        typer.echo(f"variorum: {error}", err=True)
        raise SystemExit(2) from None
