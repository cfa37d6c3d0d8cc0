"""Which reports tell of one event, and which of the happenings in it is a claim about?

In: documents and their claims. Out: the event of each document, and the happenings of the case.
"""
