"""`variorum watch`: reports are taken in as they come."""

import datetime
import signal
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import watchfiles
from rich.console import Console
from typer import Argument, Option

import variorum
from variorum.cli.build_command import settings_of, tell_build
from variorum.cli.case_files import HELP, CaseOutput
from variorum.cli.progress_bars import print_unread
from variorum.errors import UsageError
from variorum.model import Gap
from variorum.publish.change_log import ChangeLog
from variorum.publish.views.overview.difference_view import differences, marks, told_apart
from variorum.read import find
from variorum.store import Store
from variorum.store.addresses import address_of

# A file is read when it has stayed the same for so long: it may still be written.
QUIET_SECONDS = 1.0
States = dict[Path, tuple[int, int]]


def watch(
    folders: Annotated[list[str], Argument(metavar="FOLDER", help=HELP["watch"]["folders"])],
    output: CaseOutput = "case.db",
    changes: Annotated[Path | None, Option(metavar="START", help=HELP["watch"]["changes"])] = None,
) -> None:
    """Take in new and changed reports as they come, until it is ended (Ctrl-C).

    What that changes in the record is printed, and kept beside the case as text (.txt), as JSON
    Lines (.jsonl) and as an Atom feed (.atom).
    """
    settings = settings_of(1)
    address = address_of(output)
    case_path = address.path or Path(address.name)
    log = ChangeLog(changes or Path(f"{case_path.with_suffix('')}.changes"), case_path.stem)
    screen = Console(highlight=False, soft_wrap=True)
    find(folders)  # a mistyped path must not leave an empty case file behind
    _check(folders, log.files if address.path is None else {*log.files, case_path.resolve()})
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service is ended by it
    with suppress(KeyboardInterrupt), Store(output) as store:
        with store.reading() as earlier:
            before, known = marks(earlier), frozenset(earlier.gaps)
        for _ in _batches(folders):
            case = variorum.build(folders, store=store, settings=settings)
            after, gaps = marks(case), frozenset(case.gaps)
            unread = _unread(gaps - known)
            lines = differences(before, after) if before != after else ()
            if not before.documents:
                tell_build(case, output, ())
            elif lines or unread:
                print_unread(unread)
                told = [*lines, *(f"Could not be read: {gap.what}" for gap in unread)]
                now = datetime.datetime.now().astimezone()
                missing = [{"what": gap.what, "why": gap.why} for gap in unread]
                log.add(told, {**told_apart(before, after), "unread": missing}, now)
                screen.print("\n".join((f"{now:%H:%M:%S}", *told)), markup=False)
            before, known = after, gaps


def _check(folders: Sequence[str], own: Collection[Path]) -> None:
    """Raise UsageError where what is written would be taken for a report."""
    for folder in folders:
        inside = next((file for file in own if file.is_relative_to(Path(folder).resolve())), None)
        if inside is not None:
            raise UsageError(
                f"{inside} would lie in {folder}, among the reports; name another place with"
                " --output and --changes."
            )


def _batches(folders: Sequence[str]) -> Iterator[None]:
    """Yield at once, and then whenever a file is new or has changed, and stayed so for a while."""
    # Changes that nobody tells of, as on some network drives, are looked for at each time-out.
    changes = watchfiles.watch(*folders, raise_interrupt=False, yield_on_timeout=True)
    seen: States | None = None
    while True:
        states = _settled(folders)
        if states != seen:
            yield
        seen = states
        if next(changes, None) is None:
            return


def _settled(folders: Sequence[str]) -> States:
    """Return the states of all files, once none has changed for some time."""
    before, states = None, _states(folders)
    while states != before:
        time.sleep(QUIET_SECONDS)
        before, states = states, _states(folders)
    return states


def _states(folders: Sequence[str]) -> States:
    found: States = {}
    for file in find(folders):
        try:
            status = file.stat()
        except OSError:
            continue
        found[file] = status.st_size, status.st_mtime_ns
    return found


def _unread(gaps: Collection[Gap]) -> list[Gap]:
    files = (gap for gap in gaps if gap.kind == "document" and gap.document is None)
    return sorted(files, key=lambda gap: gap.order)
