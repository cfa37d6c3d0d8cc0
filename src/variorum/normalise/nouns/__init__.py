"""Which kind of thing does a noun mean, and which part of the people it counts?

In: the noun of a number. Out: an entry of the taxonomy, and populations ("civilians").
"""
