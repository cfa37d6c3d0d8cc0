"""The names of populations: the loader of `populations.yaml`."""

import functools

from variorum.language.files import table


class PopulationWords:
    """The names of nations and other populations, lower case, with what each is called."""

    def __init__(self, language: str = "en") -> None:
        rows = table("populations")[language]
        self.nations: dict[str, str] = {
            name.lower(): nation
            for nation, names in rows["nations"].items()
            for name in (nation, f"{nation}s", *names)
            if name
        }
        told = rows["words"].items()
        self.others: dict[str, str] = {word: name for name, words in told for word in words}
        self.not_populations = frozenset[str](rows["not"])
        self.ties = frozenset[str](rows["ties"])
        self.sources, self.sides = frozenset[str](rows["from"]), frozenset[str](rows["sides"])


load = functools.cache(PopulationWords)
