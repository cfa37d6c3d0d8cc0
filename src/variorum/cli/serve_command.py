"""`variorum serve`: the desk in a browser, on this machine alone."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from variorum import lazy
from variorum.cli.case_files import CaseFile
from variorum.errors import UsageError
from variorum.web.desk import Desk
from variorum.web.guard import Guard

__all__ = ["serve"]

HOST = "127.0.0.1"


def serve(
    case_file: CaseFile,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes one that is free.")
    ] = 0,
    by: Annotated[
        str, typer.Option("--by", envvar="VARIORUM_REVIEWER", help="Who signs the decisions.")
    ] = "",
) -> None:
    """Open the desk: read the record in a browser, check it against the reports, and correct it.

    It listens on this machine alone. The address that is printed lets one browser in, once; ctrl-c
    ends it.
    """
    try:
        uvicorn = lazy.attribute("uvicorn", "Server"), lazy.attribute("uvicorn", "Config")
        create_app = lazy.attribute("variorum.web.app", "create_app")
    except ModuleNotFoundError as error:
        raise UsageError(
            f"The desk needs '{error.name}'; pip install 'variorum[desk]' installs it."
        ) from error
    guard = Guard()
    desk = Desk(case_file)
    server, config = uvicorn
    with _listening(port) as listener:
        where = f"http://{HOST}:{listener.getsockname()[1]}"
        typer.echo(f"{case_file} is open at {where}/?token={guard.token}")
        typer.echo("Ctrl-c ends it.")
        settings = config(
            create_app(desk, guard, by), log_level="warning", server_header=False, access_log=False
        )
        server(settings).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    """Return a socket that listens on this machine.

    Raises:
        UsageError: when the port is taken.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise UsageError(
            f"Port {port} is taken ({error.strerror}); choose another by --port."
        ) from error
