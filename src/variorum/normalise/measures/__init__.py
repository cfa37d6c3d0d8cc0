"""What does a number count or measure, and within which bounds?

In: a document and its parse. Out: measures: kind, low and high, unit, scope, population.
"""
