"""Which parsers are known, which of them is installed, and how does each give its parse?

In: the text of a document. Out: a spaCy Doc whose offsets are those of the text, with parts of
speech and relations of Universal Dependencies (English: those that `relations` knows beside them).
"""
