"""Was what was agreed or promised kept, as far as the accounts say?

In: agreements with their terms, claims, rows of event data. Out: what bears on each term, and
how: kept, breached, denied.
"""
