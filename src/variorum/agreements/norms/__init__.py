"""Which clauses of a document bind somebody to do, or not to do, something?

In: a parsed document. Out: norms: modality, act, who is bound, when it is due, what it is about.
"""
