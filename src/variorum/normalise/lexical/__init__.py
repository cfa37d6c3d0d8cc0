"""Measures and dates by lexicon alone, for the languages that have a data file and no parser."""

from variorum.normalise.lexical.dates import dates
from variorum.normalise.lexical.measures import measures

__all__ = ["dates", "measures"]
