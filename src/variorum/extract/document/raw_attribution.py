"""An attribution as the grammar shows it, before names and stances are worked out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from variorum.language.english_words import CueWord
from variorum.model import Role

Range = tuple[int, int]


@dataclass
class Attribution:
    """Who (tokens), by which word (tokens), what (characters).

    `frame` is the construction that was found (see `lexicon`), `quotes` the indices of quotations
    that are content as a whole, `citer` who cites the source, `spoken` says that the content is
    direct speech although no marks show it, and `role` what the model takes the source for, where
    it was asked. `asked` is the question that the content answers.
    """

    head: Token
    word: CueWord
    frame: str
    cue: Range
    source: Token | None = None
    source_range: Range | None = None
    content: list[Range] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    block: bool = False
    citer: Token | None = None
    spoken: bool = False
    role: Role | None = None
    asked: Sequence[Range] = ()


def ranges_of(indices: list[int]) -> list[Range]:
    """Return the runs of consecutive numbers among the sorted `indices`, ends exclusive."""
    runs: list[Range] = []
    for i in indices:
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
