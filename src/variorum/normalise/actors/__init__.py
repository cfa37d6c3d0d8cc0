"""Which people and bodies do the words of a document name?

In: a document and its parse. Out: mentions, each with the name that the document gives it.
"""
