"""Words of many claims, and where each stands, so that a search looks at few of them."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable


class WordIndex:
    """Finds texts by words in them, or by parts of words.

    Args:
        texts: the texts, without case and accents (see `folded`).
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [" ".join(text.split()) for text in texts]
        self._places: dict[str, array[int]] = defaultdict(lambda: array("L"))
        for number, text in enumerate(self._texts):
            for word in dict.fromkeys(text.split()):
                self._places[word].append(number)
        self._words = "\n".join(self._places)

    def found(self, wanted: str) -> list[int]:
        """Return the numbers of the texts that hold some words in a row, in order."""
        parts = wanted.split()
        if not parts:
            return []
        numbers = sorted(set.intersection(*map(self._with, parts)))
        words = " ".join(parts)
        return [n for n in numbers if words in self._texts[n]] if len(parts) > 1 else numbers

    def _with(self, part: str) -> set[int]:
        words = re.findall(rf".*{re.escape(part)}.*", self._words)
        return set().union(*(self._places[word] for word in words))
