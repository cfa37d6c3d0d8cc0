"""What happened to the counted thing: killed, wounded, left?

In: a noun in its parse. Out: the event of the taxonomy, and whether it is denied.
"""
