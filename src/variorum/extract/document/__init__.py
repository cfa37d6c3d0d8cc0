"""What is where in one document: sentences, quotations, names, outlets?

In: a document and its parse. Out: a Reading, which the rest of the stage asks.
"""
