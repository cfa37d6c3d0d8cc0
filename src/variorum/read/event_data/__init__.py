"""Which events do the rows of a data set tell?

In: a CSV file in the layout of ACLED, UCDP GED or our own. Out: events, and a Gap for each row
that cannot be read.
"""
