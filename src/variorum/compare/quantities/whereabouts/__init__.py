"""Where and when was what a count tells of, and is it of what its reports are about?"""
