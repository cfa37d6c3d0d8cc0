"""The record as HTML for a notebook: no script, no request, and every word of a report escaped."""

import functools
from typing import Any

from markupsafe import Markup

from variorum.publish.base.index import Index, siglum
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import RULE_WORDS
from variorum.publish.page import environment
from variorum.publish.views.overview.conflicts_view import Conflict
from variorum.publish.views.overview.matrix_view import Matrix
from variorum.publish.views.overview.summary_view import Summary, short
from variorum.wording import count

# So many quotations of an answer are open; the others are folded away.
MOST_OPEN = 2


@functools.cache
def _macros() -> Any:
    made = environment().overlay()
    made.filters |= {
        "counted": lambda many: count(*many),
        # The golden angle: neighbours lie far apart.
        "hue": lambda letter: sum(map(ord, letter)) * 137 % 360,
        "short": short,
        "siglum": siglum,
        "via": _via,
    }
    return made.get_template("notebook.html").make_module({"rules": RULE_WORDS})


def _via(said: Quotation) -> str:
    through = [name for name in said.relay if name != said.speaker] or [said.publisher]
    return "" if through == [said.speaker] else f", via {' > '.join(through)}"


def summary_html(view: Summary) -> Markup:
    """Return a record at a glance: its title, the abstract and a row for each dispute."""
    return Markup(_macros().summary(view))


def conflict_html(index: Index, conflict: Conflict) -> Markup:
    """Return one dispute: its answers with their quotations, and why they cannot all be true."""
    known = index.case.claim_by_id
    quoted = [
        [*(quotation(index, known[claim]) for claim in answer.claims), *answer.steps]
        for answer in conflict.answers
    ]
    return Markup(_macros().conflict(conflict, quoted, MOST_OPEN))


def matrix_html(found: Matrix) -> Markup:
    """Return the matrix as a table: letters of answers, blank for silence, → for a change."""
    return Markup(_macros().matrix(found))
