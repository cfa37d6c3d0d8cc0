"""Which words of a claim tell its question or its place in a series of answers?

In: the words of claims. Out: phrases of the lexicon of statements, and words of revision
("rose to", "corrected", "so far").
"""
