"""Which other programs can open the record, and how is it laid out for each?

In: a case. Out: one file in a format that others define.
"""
