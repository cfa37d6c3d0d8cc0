"""Of what is a place or a time of a claim: of what happened, or only named with it?"""
