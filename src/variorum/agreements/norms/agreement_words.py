"""The words of agreements: the loader of `agreements.yaml` and of `lists/agreements.yaml`."""

import functools
from dataclasses import dataclass

from variorum.language.files import table

Words = frozenset[str]


@dataclass(frozen=True)
class AgreementWords:
    """Lemmas by what they do in an agreement; the lexicon says what each list is for."""

    ceasefire: Words
    general: Words
    weak: Words
    vague: Words
    lone: Words
    types: dict[str, Words]
    domains: dict[str, Words]
    lists: dict[str, Words]

    @property
    def nouns(self) -> Words:
        """The nouns that an agreement is called by, without the weak ones."""
        return self.ceasefire | self.general

    @property
    def names(self) -> Words:
        """All nouns that an agreement is called by, the weak ones among them."""
        return self.nouns | self.weak

    @property
    def bidding(self) -> Words:
        """Verbs by which an agreement says what is to be done: "provides", "obliges", "bars"."""
        lists = ("stating", "oblige", "permit", "forbid")
        return frozenset().union(*(self.lists[name] for name in lists))

    def __getitem__(self, name: str) -> Words:
        return self.lists[name]


@functools.lru_cache(maxsize=1)
def load() -> AgreementWords:
    """Return the words of agreements, read once."""
    raw = dict(table("agreements"))
    named, types, domains = (_sets(raw.pop(table)) for table in ("named", "types", "domains"))
    plain = {k: rows for k, rows in table("lists/agreements").items() if isinstance(rows, list)}
    return AgreementWords(**named, types=types, domains=domains, lists=_sets(plain | raw))


def _sets(table: dict[str, list[str]]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in table.items()}
