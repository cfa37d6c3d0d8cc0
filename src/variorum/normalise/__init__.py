"""Words to values: measures and times, each beside the words it comes from."""

from variorum.normalise.claims import normalise
from variorum.normalise.dates import dates
from variorum.normalise.measures import measures

__all__ = ["dates", "measures", "normalise"]
