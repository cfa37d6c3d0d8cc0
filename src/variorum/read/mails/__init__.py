"""What does a mail say, and what do those say that are forwarded or quoted in it?

In: a message. Out: its text, each mail in it a section with its own day, and what is attached.
"""
