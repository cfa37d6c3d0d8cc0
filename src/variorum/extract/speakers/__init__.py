"""Who is the speaker that a mention means?

In: the mentions of sources in one document. Out: the fullest name, the kind and the role.
"""
