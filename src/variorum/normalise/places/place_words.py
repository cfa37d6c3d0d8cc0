"""The words by which a place is told: the loader of `places.yaml`."""

import functools

from variorum.language.files import table
from variorum.language.word_lists import WordSets


class PlaceWords(WordSets):
    """The words of one language that tell places, and what is named like one."""

    def __init__(self, language: str = "en") -> None:
        words = table("places")[language]
        super().__init__(words)
        kinds = ("by", "of", "from", "at")
        self.prepositions: dict[str, str] = {w: kind for kind in kinds for w in words[kind]}
        types = words["types"].items()
        self.features: dict[str, str] = {w: feature for feature, ws in types for w in ws}


load = functools.cache(PlaceWords)
