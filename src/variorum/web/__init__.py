"""How do people read, check and correct a record in a browser?

In: a case file, and requests from this machine. Out: pages with the views of the report, the same
record as JSON, and decisions in the log of the case file.
"""
