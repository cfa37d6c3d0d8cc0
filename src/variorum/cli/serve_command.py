"""`variorum serve`: the desk in a browser, for one person or for a team."""

import gc
import socket
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import Option

from variorum import lazy
from variorum.cli.case_files import HELP, CaseFile
from variorum.errors import UsageError
from variorum.store.addresses import UNNAMED
from variorum.web.desk import Desk
from variorum.web.guard import Alone
from variorum.web.uploads import Uploads

HERE = "127.0.0.1"


def serve(  # noqa: PLR0913, PLR0917  (each is an option)
    case_file: CaseFile = UNNAMED,
    port: Annotated[int, Option(min=0, max=65535, help=HELP["serve"]["port"])] = 0,
    by: Annotated[str, Option("--by", envvar="VARIORUM_REVIEWER", help=HELP["serve"]["by"])] = "",
    host: Annotated[str, Option(help=HELP["serve"]["host"])] = HERE,
    address: Annotated[str, Option(metavar="URL", help=HELP["serve"]["address"])] = "",
    uploads: Annotated[Path | None, Option(metavar="FOLDER", help=HELP["serve"]["uploads"])] = None,
) -> None:
    """Open the desk: read the record in a browser, check it against the reports, and correct it.

    A case with people (see 'variorum people') is a team's: they sign in. Any other is open to one
    browser of this machine, once, by the address that is printed; ctrl-c ends it.
    """
    server, config, create_app, team = _desk_extra()
    desk = Desk(case_file)
    shared = bool(desk.people.everyone())
    if not shared and (desk.people.address.path is None or host != HERE or address):
        raise UsageError(
            f"Nobody may sign in yet; add the first by 'variorum people {case_file} NAME"
            " --role owner'."
        )
    guard = team(desk.people, address or None) if shared else Alone(by)
    taken = Uploads(case_file, uploads)
    gc.freeze()  # the case stays: collecting must not go through all of it again and again
    with _listening(host, port) as listener:
        where = address or f"http://{host}:{listener.getsockname()[1]}"
        token = "" if shared else f"?token={guard.token}"
        typer.echo(f"{desk.people.address.shown} is open at {where.rstrip('/')}/{token}")
        typer.echo("Ctrl-c ends it.")
        quiet = {"log_level": "warning", "server_header": False, "access_log": False}
        server(config(create_app(desk, guard, taken), **quiet)).run(sockets=[listener])


def _desk_extra() -> list[Any]:
    """Return what the desk is made of: uvicorn's Server and Config, the application, the team.

    Raises:
        UsageError: when the extra is not installed.
    """
    parts = (
        ("uvicorn", "Server"),
        ("uvicorn", "Config"),
        ("variorum.web.app", "create_app"),
        ("variorum.web.team", "Team"),
    )
    try:
        return [lazy.attribute(*part) for part in parts]
    except ModuleNotFoundError as error:
        raise UsageError(
            f"The desk needs '{error.name}'; pip install 'variorum[desk]' installs it."
        ) from error


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        UsageError: when the port is taken.
    """
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise UsageError(
            f"{host}:{port} cannot be listened on ({error.strerror}); choose another by --port."
        ) from error
