"""What does a language model propose, and which of it stands in the document?

In: a document and its parse. Out: claims whose every part is a span of it, and a Gap for each
proposal that is not. It is asked only where the setting `extractor` is `llm`.
"""

from variorum.extract.proposed.endpoints import checked_endpoint, is_loopback
from variorum.extract.proposed.proposer import LLM, Proposer, proposer_of

__all__ = ["LLM", "Proposer", "checked_endpoint", "is_loopback", "proposer_of"]
