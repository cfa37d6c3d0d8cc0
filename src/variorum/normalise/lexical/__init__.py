"""Measures, dates and places by lexicon, for the languages that have a data file and no parser."""

from variorum.normalise.lexical.dates import dates
from variorum.normalise.lexical.measures import measures
from variorum.normalise.lexical.places import places

__all__ = ["dates", "measures", "places"]
