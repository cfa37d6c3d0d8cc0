"""Which reports does an archive hold?

In: a web archive or a mailbox. Out: a path for each page and mail in it, and its bytes.
"""
