"""What was agreed or promised, on which terms, and what do the accounts make of it?

In: a case. Out: its agreements, their terms with the evidence, and the commitments beside them.
"""
