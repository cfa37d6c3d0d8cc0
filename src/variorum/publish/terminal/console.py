"""Parts of the record in a terminal, each in full."""

from rich.console import Console
from rich.text import Text

from variorum.case import Case
from variorum.grouping import distinct
from variorum.model import Question
from variorum.publish.base.answer_ranges import answers
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import STATUS_WORDS
from variorum.publish.terminal.columns import indented, print_rows
from variorum.publish.terminal.summary_console import Line, print_lines
from variorum.publish.views.decisions_view import decision_views
from variorum.publish.views.histories_view import history_views
from variorum.publish.views.missing_view import missing
from variorum.publish.views.overview.abstract_view import some_names
from variorum.publish.views.overview.summary_view import folded, short
from variorum.publish.views.stemma_view import stemma_view
from variorum.publish.views.suggestions_view import TITLE, suggestion_views
from variorum.publish.views.versions_view import disputes
from variorum.wording import count, joined

# So many speakers are named for one version; the report has them all.
MOST_NAMES = 6


def print_versions(case: Case, console: Console) -> None:
    """Print what remains possible: for each part of the case its versions."""
    for questions, tables in disputes(Index(case)):
        for columns in tables:
            rows = []
            for name, origins, speakers, cells in columns:
                values = "\n".join(f"{label} {cell}" for label, cell in cells)
                behind = count(origins, "independent origin")
                rows.append((f"{name}, {behind}", values, some_names(speakers, MOST_NAMES)))
            print_rows(console, joined(questions), ("Version", "", "According to"), rows)


def print_decisions(case: Case, console: Console) -> None:
    """Print the log of decisions, the newest first; what was undone is said to be."""
    views = decision_views(Index(case))
    if views:
        console.print(Text("What people decided", style="bold"))
    for made, what, quotations, _, holds in views:
        undone = "" if holds else " (undone)"
        indented(f"{made.when[:10]} {made.who}, {what}{undone}: {made.why}", console)
        for words in quotations:
            indented(f"  “{words}”", console)


def print_changes(case: Case, console: Console) -> None:
    """Print who changed their answer and who gave it again, one sentence each."""
    titles = ("Who changed their answer", "Who repeated their answer")
    for title, views in zip(titles, history_views(Index(case)), strict=True):
        if views:
            console.print(Text(title, style="bold"))
        for view in views:
            indented(f"{view.change}: {view.because}", console)


def print_suggestions(case: Case, console: Console) -> None:
    """Print what may disagree, with the reason."""
    if case.suggestions:
        console.print(Text(TITLE, style="bold"))
    for denial, others, why, _ in suggestion_views(case):
        indented(denial, console)
        for other in others:
            indented(f"  disputed by? {other}", console)
        indented(f"  {why}", console)


def print_stemma(case: Case, console: Console) -> None:
    """Print who took from whom, one line for each tie, with what shows it."""
    if not case.stemma:
        console.print("No report draws on another.")
        return
    lines = stemma_view(Index(case)).lines
    rows = [(f"{line.taker} {line.kind}: {line.source}", line.because) for line in lines]
    print_rows(console, "Who took from whom", ("Report", ""), rows)


def print_questions(case: Case, console: Console, word: str = "", most: int | None = None) -> None:
    """Print a line for each question whose words hold `word`, the most disputed first."""
    index = Index(case)
    asked = [q for q in index.ordered_questions if folded(word) in folded(q.label)]
    lines = [_line(index, question) for question in asked[:most]]
    if lines:
        print_lines(console, ("Question", "Answers (origins if several)", "It"), lines)
    if len(asked) > len(lines):
        console.print(f"{count(len(asked) - len(lines), 'more question')}: --limit {len(asked)}")


def _line(index: Index, question: Question) -> Line:
    """Return a question with the origins of each of its answers, those with most of them kept."""
    origins = distinct(
        (answer.words or answer.text, badge.siglum if (badge := answer.quotation.badge) else "")
        for answer in answers(index, question)
    )
    told = (
        (f"{words} ({len(own)})" if len(own) > 1 else words, len(own))
        for words, own in origins.items()
    )
    return Line("", short(question.label), tuple(told), STATUS_WORDS[question.status])


def print_gaps(case: Case, console: Console) -> None:
    """Print what is missing from the record, and why."""
    gaps = missing(case)
    if gaps:
        console.print(Text("What is missing", style="bold"))
    for gap in gaps:
        indented(f"{gap.what}: {gap.why}", console)
