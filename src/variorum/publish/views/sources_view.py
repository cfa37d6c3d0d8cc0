"""Who speaks, and which reports and claims go back to one source."""

from collections import Counter
from collections.abc import Sequence
from types import SimpleNamespace

from variorum.grouping import grouped
from variorum.model import Claim, Origin
from variorum.publish.base.index import Badge, Index
from variorum.publish.base.vocabulary import HOW_WORDS, speaker_name, speaker_words
from variorum.publish.views.overview.abstract_view import some_names
from variorum.wording import count

# A family of documents and claims with one source: its badge, what is told of it in short, why they
# are one family, and the numbers of its claims.
OriginView = tuple[Badge, str, str, tuple[int, ...]]
# So many of those who speak for an origin are named before it is opened.
MOST_NAMED = 3


def speaker_views(index: Index) -> tuple[SimpleNamespace, ...]:
    """Return the speakers by name as written, those with most claims first."""
    said = grouped((claim.speaker.name.casefold(), claim) for claim in index.whole_claims)
    views = [_speaker(index, claims) for claims in said.values()]
    return tuple(sorted(views, key=lambda view: (-len(view.claims), view.name.casefold())))


def _speaker(index: Index, claims: Sequence[Claim]) -> SimpleNamespace:
    """Return a speaker and all that is claimed on their word."""
    told = (word for c in claims for word in speaker_words(c.speaker).split(", "))
    documents = (index.case.document_by_id[claim.document] for claim in claims)
    return SimpleNamespace(
        name=speaker_name(claims[0].speaker),
        what=tuple(dict.fromkeys(word for word in told if word not in {"", "document"})),
        publishers=tuple(dict.fromkeys(document.name for document in documents)),
        claims=tuple(index.claim_number[claim.id] for claim in claims),
    )


def _origin(index: Index, origin: Origin) -> OriginView:
    speakers = Counter(speaker_name(index.case.claim_by_id[c].speaker) for c in origin.claims)
    names = some_names([name for name, _ in speakers.most_common()], MOST_NAMED)
    how = HOW_WORDS.get(origin.how, origin.how)
    claims, reports = count(len(origin.claims), "claim"), count(len(origin.documents), "report")
    by = f" by {names}" if names else ""
    told = f"{how}; {claims}{by} in {reports}"
    numbers = tuple(dict.fromkeys(index.claim_number[c] for c in origin.claims))
    return index.badge[origin.id], told, origin.because, numbers


def origin_views(index: Index) -> tuple[OriginView, ...]:
    """Return the origins in the order of their sigla."""
    return tuple(_origin(index, origin) for origin in index.origins)
