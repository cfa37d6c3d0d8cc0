"""Do two answers without numbers exclude each other?

In: claims in words ("it was secret", "nobody left"). Out: statements, their questions, and
the contradictions between them.
"""
