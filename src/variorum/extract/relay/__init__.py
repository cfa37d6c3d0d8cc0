"""Through whom did a claim reach the page?

In: an attribution in its document. Out: the chain of those who passed it on.
"""
