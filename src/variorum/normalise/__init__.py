"""Words to values: measures, times, places and actors, each beside the words it comes from."""

from variorum.normalise.actors.actors import actors
from variorum.normalise.claim_values import Values, in_parts, normalise, values, with_values
from variorum.normalise.measures.measures import measures
from variorum.normalise.places.places import places
from variorum.normalise.places.unplaced import unplaced
from variorum.normalise.scene.scene_roles import in_scene
from variorum.normalise.times.dates import dates
from variorum.normalise.times.doubtful_days import doubtful_days

__all__ = [
    "Values",
    "actors",
    "dates",
    "doubtful_days",
    "in_parts",
    "in_scene",
    "measures",
    "normalise",
    "places",
    "unplaced",
    "values",
    "with_values",
]
