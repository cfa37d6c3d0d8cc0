"""What is shown of a case, before any format is chosen?

In: a case. Out: one frozen record for each section of the report.
"""
