"""Which answers cannot all be true together?

In: answers as bounds and relations. Out: minimal unsatisfiable and maximal satisfiable sets.
"""
