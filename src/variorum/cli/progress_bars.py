"""A bar for each stage while a case is built, and the list of what could not be read."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from variorum.model import Gap


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar a stage on a terminal; stay quiet elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bars:
        tasks = {}

        def step(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield step


def error_console() -> Console:
    """Return a console on standard error that leaves lines as they are."""
    return Console(stderr=True, soft_wrap=True, highlight=False)


def print_unread(gaps: Iterable[Gap]) -> None:
    """Print what could not be read, a line each, to standard error."""
    errors = error_console()
    for gap in gaps:
        errors.print(f"{gap.what}: {gap.why}", style="yellow", markup=False)
