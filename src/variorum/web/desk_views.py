"""What the overview shows of a state of the record, and what is searched in it."""

from variorum.case import Json
from variorum.model import Actor, Claim
from variorum.publish.views.missing_view import missing
from variorum.publish.views.overview.abstract_view import abstract
from variorum.publish.views.overview.summary_view import counts, folded, summary
from variorum.publish.views.suggestions_view import suggestion_views
from variorum.web.desk import Shown
from variorum.wording import count

# So many claims, names or reports are shown at once, so many disputes or claims of a happening.
MOST_FOUND, MOST_OPEN = 100, 20


def overview_of(shown: Shown) -> Json:
    """Return what the overview shows: the abstract, disputes, suggestions and gaps."""
    numbers = shown.index.claim_number
    told = [
        [(clause.text, [numbers[c] for c in clause.claims]) for clause in sentence.clauses]
        for sentence in abstract(shown.index)
    ]
    cards = (*shown.board.cards, *shown.board.folded)
    return {
        "title": summary(shown.index).title,
        "abstract": told,
        "counted": ", ".join(count(*many) for many in counts(shown.index)),
        "disputes": cards[:MOST_OPEN],
        "further": cards[MOST_OPEN : MOST_OPEN + MOST_FOUND],
        "suggestions": suggestion_views(shown.index.case)[:MOST_OPEN],
        "gaps": missing(shown.index.case)[:MOST_FOUND],
    }


def named_of(shown: Shown) -> list[tuple[list[str], Actor]]:
    """Return the actors with their names as they are searched, those of most names first."""
    actors = sorted(shown.case.actors, key=lambda actor: (-len(actor.names), actor.label))
    return [([folded(name.name) for name in actor.names], actor) for actor in actors]


def places_with(shown: Shown, words: str) -> list[int]:
    """Return where claims stand that hold some words in a row, a speaker's name or a figure."""
    claims, wanted = shown.index.case.claims, _searched(words)
    texts = shown.once("words", lambda: [_searched(_told(claim)) for claim in claims])
    return [place for place, text in enumerate(texts) if wanted in text] if wanted else []


def _told(claim: Claim) -> str:
    bounds = dict.fromkeys(b for m in claim.measures for b in (m.low, m.high) if b is not None)
    return " ".join((claim.text, claim.speaker.name, *(f"{bound:.15g}" for bound in bounds)))


def _searched(text: str) -> str:
    return " ".join(folded(text).split())
