"""What does the learned model see in a text?

In: the words of a document. Out: scores for cues, sources, contents, facts and roles.
"""
