"""Words to values: measures, times, places and actors, each beside the words it comes from."""

from variorum.normalise.actors import actors
from variorum.normalise.claims import normalise
from variorum.normalise.dates import dates
from variorum.normalise.measures import measures
from variorum.normalise.places import places
from variorum.normalise.routes import routes
from variorum.normalise.unplaced import unplaced

__all__ = ["actors", "dates", "measures", "normalise", "places", "routes", "unplaced"]
