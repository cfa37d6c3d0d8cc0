"""Which numbers of a case answer one question, and which of them cannot all be true, learned."""
