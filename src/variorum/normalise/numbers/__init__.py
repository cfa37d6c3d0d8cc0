"""Which number do words or digits mean ("almost 50", "a dozen")?

In: text. Out: quantities: low, high, unit, approximate or not.
"""
