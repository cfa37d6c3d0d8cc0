"""What does `variorum show` print?

In: a case. Out: lines and tables on a terminal.
"""
