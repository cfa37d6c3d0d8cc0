"""The record on one screen: a line for each dispute, then what changed and what is missing."""

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from variorum.publish.base.date_labels import date_words
from variorum.publish.terminal.columns import beside, cut, fitting
from variorum.publish.views.overview.abstract_view import some_names
from variorum.publish.views.overview.conflicts_view import AnswerLine, Conflict
from variorum.publish.views.overview.summary_view import Summary, short
from variorum.wording import count

# The lines of a small terminal, and how many of them tell of who changed.
SCREEN, MOST_CHANGES = 24, 2
# The head, the empty lines, how many more disputes there are, what to do next and the prompt.
AROUND = 8
NUMBER, NAME = 3, 9
# What an end of a range weighs, which is kept before all else.
KEPT = 1_000_000
HEADS = ("Disputed", "Answers (origins if several) [worked out]", "Who says so")
DIFFERING_HEADS = (
    "Told differently",
    "Answers (origins if several), not comparable",
    "Who says so",
)
# So many questions told differently are on the screen beside the disputes.
LEAST_DIFFERING = 3
# Their head and an empty line, beside a line that counts more.
HEADED = 2


@dataclass(frozen=True)
class Line:
    """A question in a few words, its answers with their weights, and who stands behind them."""

    number: str
    label: str
    answers: tuple[tuple[str, int], ...]
    who: str = ""


def print_lines(console: Console, heads: Sequence[str], lines: Sequence[Line]) -> None:
    """Print lines beneath their heads: in columns, or each answer below its question."""
    shown = [Line("", heads[0], ((heads[1], 0),), heads[2]), *lines]
    columns, names = _measured(console, shown)
    room = (console.width - NUMBER - 1 - names - 2 * columns) // max(columns, 1)
    for line in shown:
        label = set_cell_size(cut(line.label, names), names if columns else cell_len(line.label))
        text = Text(f"{line.number:>{NUMBER}} ", style="dim" if line in shown[:1] else "")
        text.append(label if columns else cut(line.label, console.width - NUMBER - 1))
        answers = fitting(line.answers, room if columns else console.width - 2 * NUMBER - 1)
        if columns:
            text.append(f"  {answers}" if columns == 1 else f"  {set_cell_size(answers, room)}")
        elif line is not shown[0]:
            text.append(f"\n{'':{2 * NUMBER + 1}}{answers}")
        if columns > 1:
            text.append(f"  {cut(line.who, room)}")
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False)


def _measured(console: Console, lines: Iterable[Line]) -> tuple[int, int]:
    """Return how many columns stand beside the questions, and how wide the questions are."""
    longest = max((cell_len(line.label) for line in lines), default=0)
    return beside(console.width - NUMBER - 1, longest)


def _line(conflict: Conflict) -> Line:
    most = sorted(conflict.answers, key=lambda answer: -answer.origins)[:2]
    against = [(conflict.against, 0)] if conflict.against else []
    return Line(
        number=str(conflict.number),
        label=short(conflict.label),
        answers=(*(_answer(conflict, answer) for answer in conflict.answers), *against),
        who="; ".join(f"{answer.label}: {some_names(answer.speakers, 1)}" for answer in most),
    )


def _answer(conflict: Conflict, answer: AnswerLine) -> tuple[str, int]:
    """Return an answer with what it weighs: the two ends are kept before all others."""
    weight = answer.origins + (KEPT if answer in conflict.ends else 0)
    if answer.steps:
        return f"[{answer.label}]", weight
    several = f" ({answer.origins})" if answer.origins > 1 else ""
    return f"{answer.label}{several}", weight


def print_summary(
    view: Summary, console: Console, opens: str, most: int | None = None, about: str = ""
) -> None:
    """Print a record on one screen.

    Args:
        view: the record.
        console: the terminal.
        opens: the command that opens a dispute when a number is put behind it.
        most: so many disputes; None for as many as one screen takes.
        about: whose answers, or which questions, these are.
    """
    day = f"As of {date_words(view.as_of)}: " if view.as_of else ""
    told = f"{day}{' · '.join(count(*many) for many in view.counts)}"
    rest = _rest(view, MOST_CHANGES if most is None else most)
    lines = [_line(conflict) for conflict in view.conflicts]
    others = [_line(question) for question in view.differing]
    columns, _ = _measured(console, [*lines, *others])
    wrapped = (cell_len(told) - 1) // console.width
    room = (SCREEN - AROUND - wrapped - len(rest)) // (1 if columns else 2)
    # An answer beside its question takes one line, and one below it two.
    least = LEAST_DIFFERING if columns else 1
    headed = -(-(HEADED + (len(others) > least)) // (1 if columns else 2))
    kept = min(len(others), least) + headed if others else 0
    shown = lines[: most or room - kept]
    told_too = others[: most or room - len(shown) - headed]
    console.print(Text(f"{view.title}{f': {about}' if about else ''}", style="bold"))
    console.print(Text(told, style="dim"))
    console.print()
    if lines:
        print_lines(console, HEADS, shown)
    else:
        console.print("Nothing in dispute was found.")
    _print_more(console, lines, shown, "more dispute")
    console.print()
    if others:
        print_lines(console, DIFFERING_HEADS, told_too)
        _print_more(console, others, told_too, "more question")
        console.print()
    for name, words in rest:
        _print_line(f"{name:<{NAME}}{cut(words, console.width - NAME)}", console)
    first = (*view.conflicts, *view.differing)[:1]
    ways = "".join(f"{opens} {one.number} opens its quotations; " for one in first)
    _print_line(cut(f"{ways}--help lists more", console.width), console)


def _print_more(console: Console, lines: Sized, shown: Sized, what: str) -> None:
    if len(lines) > len(shown):
        more = count(len(lines) - len(shown), what)
        console.print(f"{'':{NUMBER}} {more}: --limit {len(lines)}")


def _print_line(line: str, console: Console) -> None:
    console.print(Text(line), no_wrap=True, overflow="ignore", crop=False)


def _rest(view: Summary, most: int) -> list[tuple[str, str]]:
    """Return who changed, what was agreed and what is missing, a line each, with its name."""
    rest = len(view.changes) - most
    changes = [*view.changes[:most], *([f"{count(rest, 'other')}: --changes"] if rest > 0 else [])]
    named = [("Changed", change) for change in changes]
    named += [("Agreed", view.agreements)] if view.agreements else []
    named += [("Missing", ", ".join(view.gaps))] if view.gaps else []
    return named
