"""Who changed their answer, what could be known on a day, and what did nobody answer?

In: answers with their days. Out: histories, the part of a case known by a day, and gaps.
"""
