"""Tables of English words: those that attribute, that weaken, and that name speakers."""
