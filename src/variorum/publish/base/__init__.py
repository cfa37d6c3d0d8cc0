"""How are values, dates and quotations written for people?

In: records. Out: words, labels and numbered quotations that all formats share.
"""
