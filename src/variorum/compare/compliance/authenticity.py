"""Claims about an agreement itself: that it is real or forged, leaked, translated, published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.grouping import grouped
from variorum.model import Claim, Verdict


@dataclass(frozen=True)
class About:
    """The claims about one agreement's authenticity, by what they say."""

    all: tuple[str, ...] = ()
    affirmed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    disputed: bool = False


class Doubts:
    """Claims about authenticity by the document they stand in and the agreement they mean."""

    def __init__(self, found: dict[tuple[str, int], list[tuple[str, Verdict]]]) -> None:
        self._found = found

    def of(self, keys: Sequence[tuple[str, int]]) -> About:
        """Return what the tellings of one agreement hold about its authenticity."""
        said = [row for key in keys for row in self._found.get(key, ())]
        affirmed = tuple(dict.fromkeys(c for c, v in said if v is Verdict.AFFIRMED))
        denied = tuple(dict.fromkeys(c for c, v in said if v is Verdict.DENIED))
        doubted = any(v is Verdict.DOUBTED for _, v in said)
        return About(
            all=tuple(dict.fromkeys(c for c, _ in said)),
            affirmed=affirmed,
            denied=denied,
            disputed=doubted or bool(denied),
        )


def doubts(claims: Iterable[Claim]) -> Doubts:
    """Return the claims about the authenticity of agreements, by document and agreement."""
    return Doubts(
        grouped(
            ((claim.document, one.agreement), (claim.id, one.verdict))
            for claim in claims
            for one in claim.vouchings
        )
    )
