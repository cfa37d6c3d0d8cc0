"""How is the record shown to people and to programs?

In: a case. Out: an HTML page, tables in a terminal, JSON or CSV. `base` has the words, `views`
choose what is shown, and `page`, `terminal` and `tables` each write it in one way.
"""
