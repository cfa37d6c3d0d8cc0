"""Claims by lexicon alone, for the languages that have a data file and no parser."""

from variorum.extract.lexical.lexical_claims import extract

__all__ = ["extract"]
