"""Which claims may be what a blanket denial denies?

In: the claims of the case. Out: each denial or restriction of all or nothing ("no deals", "only",
"never") with the claims nearest to it in words. It proves nothing, and nothing counts it.
"""
