"""What does a record come to, before anything is opened?

In: a case. Out: its title and abstract, a line for each dispute, the matrix, what a build changed.
"""
