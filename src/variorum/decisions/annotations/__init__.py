"""What did somebody change who annotated the exported texts?

In: a case, and the files of brat or INCEpTION that its export became. Out: the decisions that make
the case's claims those of the files, and what of the marks cannot be decided.
"""

from variorum.decisions.annotations.annotated_decisions import decisions_of
from variorum.decisions.annotations.annotation_files import annotated_texts

__all__ = ["annotated_texts", "decisions_of"]
