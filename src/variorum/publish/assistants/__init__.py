"""How does an assistant ask for the record, and cite it?

In: a case. Out: answers with claim ids and exact quotations, over the Model Context Protocol.
"""
