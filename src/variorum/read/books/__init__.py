"""What do text documents say that are neither Word's nor PDF?

In: an OpenDocument text, an EPUB book, or rich text. Out: its text, title, author and day.
"""
