"""When is meant ("on Tuesday", "a month later")?

In: a document and the day it was published. Out: dates as EDTF and TimeML, each with its
words and what it was reckoned from.
"""
