"""From which agency or outlet does a report say that it was taken?

In: a document. Out: its credits, read from its dateline, byline, credit lines, author and
publisher. Extract puts the credit into the relay of each claim; compare counts origins by it.
"""

from variorum.bylines.credits import Credit, credit, credits_of

__all__ = ["Credit", "credit", "credits_of"]
