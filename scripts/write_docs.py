"""Writes docs/cli.md from the command line's own help, and docs/settings.md from the settings.

    python scripts/write_docs.py

The tests fail when a page is not what this writes.
"""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from variorum.cli import COMMANDS, app
from variorum.settings import Settings

DOCS = Path(__file__).resolve().parents[1] / "docs"
CLI = """# The command line

This page is the help that the commands print, written here by `scripts/write_docs.py`.

The exit code is 0 when all went well, 1 when some files could not be read (each is listed on
standard error with the reason, and the rest is built), and 2 when the command cannot be done as
asked. Progress is shown on a terminal only. [Settings](settings.md) are given as environment
variables.
"""
SETTINGS = """# Settings

Every setting has a default that suits a laptop. From the command line it is changed by an
environment variable, as in `VARIORUM_SOLVER_SECONDS=60 variorum build reports/ -o case.db`; from
Python by `variorum.Settings(solver_seconds=60)`, which `build`, `extract` and `read` take as
`settings`. This page is written by `scripts/write_docs.py` from `src/variorum/settings.py`.

| setting | environment variable | default | what it does |
|---|---|---|---|
"""


def _help(*command: str) -> str:
    shown = CliRunner().invoke(
        app, [*command, "--help"], prog_name="variorum", env={"COLUMNS": "88"}
    )
    lines = [line.rstrip() for line in shown.stdout.strip("\n").splitlines()]
    return "```\n" + "\n".join(lines) + "\n```\n"


def cli() -> str:
    """Return the page of the commands."""
    parts = [CLI, _help(), *(f"## variorum {name}\n\n{_help(name)}" for name in COMMANDS)]
    return "\n".join(parts)


def settings() -> str:
    """Return the page of the settings."""
    rows = [
        f"| `{name}` | `{Settings.variable(name)}` | {_default(field.default)}"
        f" | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return SETTINGS + "\n".join(rows) + "\n"


def _default(value: object) -> str:
    if value is None:
        return "none"
    return f"{value:,}" if isinstance(value, int) else f"{value}"


PAGES = {"cli.md": cli, "settings.md": settings}

if __name__ == "__main__":
    for page, write in PAGES.items():
        (DOCS / page).write_text(write(), encoding="utf-8")
