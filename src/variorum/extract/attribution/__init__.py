"""Who is said to say what?

In: a document laid open. Out: attributions: source, cue and content, found by the model and
by rules.
"""
