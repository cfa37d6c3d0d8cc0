"""From which agency does a report say that it was taken, and through whom did a claim come?

In: a document. Out: its credits, read from its dateline, byline, credit lines, author and
publisher; the relay of a claim; a claim for a place in it. Compare counts origins by the credits.
"""

from variorum.bylines.credits import credit, credits_of

__all__ = ["credit", "credits_of"]
