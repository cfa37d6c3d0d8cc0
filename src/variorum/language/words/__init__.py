"""How is a text cut into words, and which phrases of a word list stand in it?

In: a text, and for a language with a data file how that file says it is written. Out: its words,
and the matches of patterns over them.
"""
