"""How are documents read by the machines of a cluster, and where is kept what is done?

In: documents and the address of a Ray cluster. Out: the same results as on one machine.
"""
