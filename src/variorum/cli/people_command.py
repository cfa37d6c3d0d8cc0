"""`variorum people`: who may sign in to the desk of a case."""

from typing import Annotated

import typer
from typer import Argument, Option

from variorum.cli.case_files import HELP, CaseFile
from variorum.store import INVITATION_DAYS, PassKind, People, Role


def people(
    case_file: CaseFile,
    name: Annotated[str | None, Argument(help=HELP["people"]["name"])] = None,
    role: Annotated[Role | None, Option(help=HELP["people"]["role"])] = None,
    remove: Annotated[bool, Option("--remove", help=HELP["people"]["remove"])] = False,
) -> None:
    """List who may sign in to the desk, or add somebody, or change their role.

    Who is named is given an invitation, which is printed: it lets them choose a password, once.
    Named again without a role, they are given a new one.
    """
    with People(case_file, create=False) as accounts:
        if name and remove:
            accounts.remove(name)
        elif name:
            known = accounts.person(name)
            accounts.put(name, role or (known.role if known else Role.READER))
            token = accounts.admit(name, PassKind.INVITATION)
            typer.echo(f"{name} may join, once and within {INVITATION_DAYS} days, at the address")
            typer.echo(f"that 'variorum serve' prints, followed by: join?invitation={token}")
        for person in accounts.everyone():
            invited = "" if person.password else " (invited)"
            typer.echo(f"{person.role}: {person.name}{invited}")
