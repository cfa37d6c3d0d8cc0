"""What does a language model propose, and which of it stands in the document?

In: a document and its parse. Out: claims whose every part is a span of it, and a Gap for each
proposal that is not; and, of all claims, pairs that it suggests may not both be true. It is asked
only where the setting `extractor` is `llm`.
"""

from variorum.extract.proposed.contraries import contraries
from variorum.extract.proposed.proposer import Proposer

__all__ = ["Proposer", "contraries"]
