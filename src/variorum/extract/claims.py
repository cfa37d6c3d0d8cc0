"""From attributions to claims: speaker, relay, form, stance, hedges and scare quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.extract.narrated import narrated
from variorum.extract.nesting import holders_of, outer_first
from variorum.extract.reading import Reading
from variorum.extract.relations import Attribution, Range
from variorum.extract.relay import Outlets, chain
from variorum.extract.speakers import UNNAMED, Speakers
from variorum.extract.stance import hedges, judge
from variorum.model import Claim, Form, Link, Role, Span, Speaker, SpeakerKind
from variorum.text import merge, span, trim

__all__ = ["claims_of"]

LONGEST_SCARE = 3
SHORTEST_ORPHAN = 4
ENDS = ",;:.-–—"
_WORD = re.compile(r"\w+")


def claims_of(reading: Reading, found: Sequence[Attribution]) -> list[Claim]:
    """Return the claims of a document, attributed and narrated, sorted by place."""
    attributed = _attributed(reading, found)
    taken = sorted((s.start, s.end) for claim in attributed for s in claim.content)
    orphans = _orphans(reading, found, taken)
    taken = sorted([*taken, *((s.start, s.end) for claim in orphans for s in claim.content)])
    own = [_own_claim(reading, place) for place in narrated(reading, found, taken)]
    return sorted(
        [*attributed, *orphans, *own], key=lambda c: (c.start, c.content[-1].end, c.form, c.id)
    )


def _attributed(reading: Reading, found: Sequence[Attribution]) -> list[Claim]:
    """Return the claim of each attribution; an outer one is made before what it holds."""
    speakers, outlets = Speakers(reading), Outlets(reading, found)
    holders = holders_of(reading, found)
    made: dict[int, Claim] = {}
    for i in outer_first(holders):
        attribution = found[i]
        holder = made.get(holders[i])
        content = _content(reading, attribution.content)
        if not content:
            continue
        speaker = speakers.speaker(
            attribution.source, attribution.source_range, holder.speaker if holder else None
        )
        relay = chain(
            reading, attribution, speaker, holder.relay if holder else (), outlets.of(attribution)
        )
        made[i] = _claim(reading, attribution, content, speaker, relay)
    return list(made.values())


def _claim(
    reading: Reading,
    attribution: Attribution,
    content: list[Range],
    speaker: Speaker,
    relay: tuple[Link, ...],
) -> Claim:
    hedging = hedges(reading, attribution.cue, content)
    stance, certainty = judge(attribution, hedging)
    form, scare = _form(reading, attribution, content)
    document = reading.document
    cue = span(document, *reading.chars(attribution.cue))
    spans = tuple(span(document, *place) for place in content)
    return Claim(
        id=Claim.identify(document.id, speaker, cue, spans, form),
        document=document.id,
        speaker=speaker,
        relay=relay,
        cue=cue,
        content=spans,
        form=form,
        stance=stance,
        certainty=certainty,
        hedges=tuple(span(document, t.idx, t.idx + len(t)) for t in hedging),
        scare_quotes=scare,
    )


def _content(reading: Reading, places: list[Range]) -> list[Range]:
    """Return the content ranges in order, without marks and punctuation at their ends."""
    text = reading.document.text
    inner = {(q.start, q.end): q.inner for q in reading.quotes}
    cleaned = [trim(text, *inner.get(place, place), strip=ENDS) for place in places]
    return merge([(s, e) for s, e in cleaned if s < e and _WORD.search(text, s, e)], text)


def _form(
    reading: Reading, attribution: Attribution, content: list[Range]
) -> tuple[Form, tuple[Span, ...]]:
    """Return the form, and the scare quotes of content that is otherwise reported."""
    if attribution.block:
        return Form.BLOCK, ()
    inside = reading.quote_at(attribution.head)
    length = sum(end - start for start, end in content)
    quoted, scare = 0, []
    for start, end in content:
        for i in reading.quotes_in(start, end):
            low, high = reading.quotes[i].inner
            if i == inside or low >= high:
                continue
            quoted += max(0, min(high, end) - max(low, start))
            if len(_WORD.findall(reading.document.text[low:high])) <= LONGEST_SCARE:
                scare.append(span(reading.document, low, high))
    if quoted and quoted >= length - 2 * len(content):
        return Form.DIRECT, ()
    if sum(len(s.exact) for s in scare) < quoted:
        return Form.MIXED, tuple(scare)
    return Form.INDIRECT, tuple(scare)


def _orphans(reading: Reading, found: Sequence[Attribution], taken: list[Range]) -> list[Claim]:
    """Return the claims of quotations that no cue introduces.

    Their speaker is the publisher cited last before them, whose words they most likely are, or
    else unnamed.
    """
    outlets = Outlets(reading, found)
    speakers = Speakers(reading)
    text = reading.document.text
    claims = []
    i, reach = 0, 0
    for quote in reading.quotes:
        while i < len(taken) and taken[i][0] <= quote.inner[0]:
            reach = max(reach, taken[i][1])
            i += 1
        words = len(_WORD.findall(text[quote.inner[0] : quote.inner[1]]))
        if reach > quote.inner[0] or words < SHORTEST_ORPHAN:
            continue
        content = _content(reading, [(quote.start, quote.end)])
        if content:
            outlet = outlets.before(quote.start)
            claims.append(_orphan(reading, content, speakers, outlet))
    return claims


def _orphan(reading: Reading, content: list[Range], speakers: Speakers, outlet: object) -> Claim:
    speaker = Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED)
    if outlet is not None:
        speaker = speakers.speaker(outlet, (outlet.i, outlet.i + 1), None)
    spans = tuple(span(reading.document, *place) for place in content)
    document = reading.document.id
    return Claim(
        id=Claim.identify(document, speaker, None, spans, Form.DIRECT),
        document=document,
        speaker=speaker,
        relay=chain(reading, None, speaker, (), None),
        content=spans,
        form=Form.DIRECT,
    )


def _own_claim(reading: Reading, place: Range) -> Claim:
    """Return what the document itself says at a place."""
    document = reading.document
    speaker = Speaker(name=document.name, kind=SpeakerKind.DOCUMENT, role=Role.NEWS_REPORT)
    content = (span(document, *place),)
    hedging = hedges(reading, (0, 0), [place])
    return Claim(
        id=Claim.identify(document.id, speaker, None, content, Form.NARRATED),
        document=document.id,
        speaker=speaker,
        relay=(Link(name=document.name),),
        content=content,
        form=Form.NARRATED,
        hedges=tuple(span(document, t.idx, t.idx + len(t)) for t in hedging),
    )
