"""Who took from whom, and how many independent origins are there?

In: documents and the relays of their claims. Out: copies, credits, origins, the stemma.
"""
