"""How is a record handed over so that it can be checked years later?

In: a case and the files it was read from. Out: a folder that is a BagIt bag around an RO-Crate.
"""
