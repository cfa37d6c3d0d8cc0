"""Which rows does a table or a file of the record have?

In: a case. Out: CSV and JSON.
"""
