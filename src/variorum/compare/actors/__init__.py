"""Who is who across documents?

In: the names that documents use. Out: actors, each with all its names and who uses them, and
the sides they belong to.
"""
