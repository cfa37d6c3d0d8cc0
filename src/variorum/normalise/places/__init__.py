"""Which place does a name mean, and where is it?

In: a document. Out: places with their point in the gazetteer, distances and routes.
"""
