"""The record as HTML for a notebook: no script, no request, and every word of a report escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from variorum.publish.base.index import Index, siglum
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import RULE_WORDS
from variorum.publish.views.overview.conflicts_view import AnswerLine, Conflict
from variorum.publish.views.overview.matrix_view import Cell, Matrix
from variorum.publish.views.overview.summary_view import Summary, short
from variorum.wording import count

# So many quotations of an answer are open; the others are folded away.
MOST_OPEN = 2
LEFT = Markup(' style="text-align:left"')


def _tag(name: str, content: object, attributes: str = "") -> Markup:
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), Markup(attributes), content)


def _list(items: Iterable[object]) -> Markup:
    return _tag("ul", Markup("").join(_tag("li", item, ' dir="auto"') for item in items))


def _table(rows: Iterable[Iterable[Markup]]) -> Markup:
    return _tag("table", Markup("").join(_tag("tr", Markup("").join(row)) for row in rows))


def summary_html(view: Summary) -> Markup:
    """Return a record at a glance: its title, the abstract and a row for each dispute."""
    told = " · ".join(count(*many) for many in view.counts)
    parts = [_tag("h3", view.title), _tag("p", told), _list(view.abstract)]
    if view.conflicts:
        parts.append(_table(_conflict_rows(view)))
    named = (("Changed", view.changes), ("Agreed", [view.agreements]), ("Missing", view.gaps))
    for name, lines in named:
        words = "; ".join(lines)
        parts += [_tag("p", Markup("<b>{}</b> {}").format(name, words))] if words else []
    return Markup("").join(parts)


def _conflict_rows(view: Summary) -> Iterable[Iterable[Markup]]:
    yield (_tag("th", name, LEFT) for name in ("", "Disputed", "Answers and their origins"))
    for conflict in view.conflicts:
        answers = " · ".join(_told(answer) for answer in conflict.answers)
        cells = (str(conflict.number), short(conflict.label), answers)
        yield (_tag("td", cell, LEFT) for cell in cells)


def _told(answer: AnswerLine) -> str:
    return f"[{answer.label}]" if answer.steps else f"{answer.label} ({answer.origins})"


def conflict_html(index: Index, conflict: Conflict) -> Markup:
    """Return one dispute: its answers with their quotations, and why they cannot all be true."""
    parts = [_tag("h4", f"{conflict.number}. {conflict.label}")]
    parts += [_answer(index, n, answer) for n, answer in enumerate(conflict.answers)]
    for proof in conflict.proofs:
        rule = RULE_WORDS.get(proof.rule, proof.rule)
        summary = _tag("summary", f"{proof.because} ({rule})")
        parts.append(_tag("details", summary + _list(proof.derivation)))
    if conflict.settled_by:
        parts.append(_tag("p", f"What would settle it: {conflict.settled_by}"))
    return Markup("").join(parts)


def _answer(index: Index, number: int, answer: AnswerLine) -> Markup:
    head = Markup("{} <b>{}</b> {}").format(_letter(siglum(number)), answer.label, answer.backing)
    claims = [index.case.claim_by_id[claim] for claim in answer.claims]
    said = [_quoted(quotation(index, claim)) for claim in claims]
    said += [escape(step) for step in answer.steps]
    more = said[MOST_OPEN:]
    folded = _tag("details", _tag("summary", f"{len(more)} more") + _list(more)) if more else ""
    return _tag("div", _tag("p", head) + _list(said[:MOST_OPEN]) + folded)


def _quoted(said: Quotation) -> Markup:
    through = [name for name in said.relay if name != said.speaker] or [said.publisher]
    via = "" if through == [said.speaker] else f", via {' > '.join(through)}"
    return Markup("“{}” {}").format(
        said.text, _tag("small", f"{said.speaker}{via}, {said.published}")
    )


def _letter(letter: str, mark: str = "") -> Markup:
    """Return a letter on a ground of its own colour, which is legible on light and on dark."""
    hue = sum(map(ord, letter)) * 137 % 360  # the golden angle: neighbours lie far apart
    style = f' style="background:hsl({hue} 60% 50% / 35%);padding:0 .4em"'
    return _tag("span", f"{letter}{mark}", style)


def matrix_html(found: Matrix) -> Markup:
    """Return the matrix as a table: letters of answers, blank for silence, → for a change."""
    keys = (
        f"{conflict.number}. {short(conflict.label)}: "
        + ", ".join(f"{siglum(n)} {answer.label}" for n, answer in enumerate(conflict.answers))
        for conflict in found.conflicts
    )
    head = [_tag("th", ""), *(_tag("th", str(conflict.number)) for conflict in found.conflicts)]
    rows = (
        [_tag("th", row.origin.label, LEFT), *(_tag("td", _cell(cell)) for cell in row.cells)]
        for row in found.rows
    )
    note = "Each row is an independent origin; → marks that a speaker changed the answer."
    return _table([head, *rows]) + _list(keys) + _tag("p", note)


def _cell(cell: Cell | None) -> Markup:
    if cell is None:
        return Markup("")
    mark = "→" if cell.changed else ""
    return Markup(" ").join(_letter(letter, mark) for letter in cell.letters)
