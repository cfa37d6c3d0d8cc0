"""From attributions to claims: speaker, relay, form, stance, hedges and scare quotes."""

from collections.abc import Sequence

from spacy.tokens import Token

from variorum.bylines.chains import chain, credited
from variorum.bylines.told_claims import claim_of
from variorum.extract.attribution.nesting import holders_of, outer_first
from variorum.extract.continued import continued, quoted_on
from variorum.extract.document.brackets import closed_end
from variorum.extract.document.quotations import Quotation
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.extract.hedging import band_of, hedges
from variorum.extract.model.encoder import Floats
from variorum.extract.narrated import narrated
from variorum.extract.relay.intermediaries import passed_through, with_citation
from variorum.extract.relay.retold import Outlets
from variorum.extract.speakers.speakers import UNNAMED, Speakers
from variorum.extract.stance import judge, judge_own
from variorum.language.words.lexers import bare_words, has_word
from variorum.model import Claim, Form, Link, Role, Span, Speaker, SpeakerKind, Stance
from variorum.text import merge, span, trim

LONGEST_SCARE = 3
SHORTEST_ORPHAN = 4
CLOSING, OPENING = "”’»", "“‘«"
ENDS = ",;:.-–—"


def claims_of(
    reading: Reading, found: Sequence[Attribution], facts: Floats | None = None
) -> list[Claim]:
    """Return the claims of a document, attributed and narrated, sorted by place.

    `facts` tell of each token how likely it is part of a fact that the document states itself,
    where the model was asked.
    """
    found = [with_citation(attribution) for attribution in found]
    attributed = _attributed(reading, found)
    taken = sorted((s.start, s.end) for claim in attributed for s in claim.content)
    orphans = quoted_on(reading, attributed, _orphans(reading, found, taken))
    taken = sorted([*taken, *((s.start, s.end) for claim in orphans for s in claim.content)])
    own = [
        _own_claim(reading, content)
        for pieces in narrated(reading, found, taken, facts)
        if (content := _content(reading, pieces))
    ]
    own = continued(reading, [*attributed, *orphans], own)
    return sorted(
        [*attributed, *orphans, *own], key=lambda c: (c.start, c.content[-1].end, c.form, c.id)
    )


def _attributed(reading: Reading, found: Sequence[Attribution]) -> list[Claim]:
    """Return the claim of each attribution; an outer one is made before what it holds."""
    speakers, outlets = Speakers(reading), Outlets(reading, found)
    holders, agency = holders_of(reading, found), credited(reading.document)
    made: dict[int, Claim] = {}
    for i in outer_first(holders):
        attribution = found[i]
        holder = made.get(holders[i])
        content = _content(reading, attribution.content)
        if not content:
            continue
        before = reading.doc[max(0, attribution.cue[0] - 3) : attribution.cue[0]].text
        inserted = holder is not None and "[" in before and "]" not in before  # "[but insists]"
        if holder is not None and inserted:
            speaker = holder.speaker
        else:
            speaker = speakers.speaker(
                attribution.source, attribution.source_range, holder.speaker if holder else None
            )
        # "Ann said she believes that ...": somebody only says that they themselves say so.
        own = speaker.name != UNNAMED and holder is not None and speaker.name == holder.speaker.name
        if own and not inserted and attribution.word.stance is Stance.ASSERTS:
            continue
        cited = outlets.of(attribution) if holder is None else None
        named = speakers.introduced(attribution.source) if attribution.source else None
        passed = [*([cited] if cited is not None else []), *passed_through(attribution, named)]
        relay = chain(
            reading.document,
            speaker,
            holder.relay if holder else (),
            [*(agency if holder is None else ()), *(speakers.link(token) for token in passed)],
        )
        if speaker.role is Role.UNKNOWN and attribution.role is not None:
            speaker = speaker.model_copy(update={"role": attribution.role})
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
    stance, certainty = judge(reading, attribution, hedging)
    form, scare = _form(reading, attribution, content)
    document = reading.document
    cue = span(document, *reading.chars(attribution.cue))
    answered = _content(reading, [*attribution.asked])
    spans = tuple(span(document, *place) for place in (*answered, *content))
    return claim_of(
        document,
        speaker,
        spans,
        form=form,
        cue=cue,
        relay=relay,
        stance=stance,
        certainty=certainty,
        hedges=tuple(span(document, h.start, h.end) for h in hedging),
        band=band_of(hedging),
        scare_quotes=scare,
    )


def _content(reading: Reading, places: list[Range]) -> list[Range]:
    """Return the content ranges in order, without marks and punctuation at their ends."""
    text = reading.document.text
    inner = {(q.start, q.end): q.inner for q in reading.quotes}
    told = [
        inner.get((start, end), (max(start, reading.told_from(start)), end))
        for start, end in places
    ]
    cleaned = [_bare(text, *place) for place in told if place[0] < place[1]]
    return merge([(s, e) for s, e in cleaned if s < e and has_word(text, s, e)], text)


def _bare(text: str, start: int, end: int) -> Range:
    """Return the range without white space, stops, and quotation marks that face outwards."""
    start, end = trim(text, start, end, strip=ENDS)
    while start < end and text[start] in CLOSING:
        start, end = trim(text, start + 1, end, strip=ENDS)
    while start < end and text[end - 1] in OPENING:
        start, end = trim(text, start, end - 1, strip=ENDS)
    return start, closed_end(text, start, end)


def _form(
    reading: Reading, attribution: Attribution, content: list[Range]
) -> tuple[Form, tuple[Span, ...]]:
    """Return the form, and the scare quotes of content that is otherwise reported."""
    if attribution.block or attribution.spoken:
        return Form.BLOCK if attribution.block else Form.DIRECT, ()
    inside = reading.quote_at(attribution.head)
    length = sum(end - start for start, end in content)
    quoted, scare = 0, []
    for start, end in content:
        for i in reading.quotes_in(start, end):
            low, high = reading.quotes[i].inner
            if i == inside or low >= high:
                continue
            quoted += max(0, min(high, end) - max(low, start))
            if _is_scare(reading, low, high):
                scare.append(span(reading.document, low, high))
    if quoted and quoted >= length - 2 * len(content):
        return Form.DIRECT, ()
    if sum(len(s.exact) for s in scare) < quoted:
        return Form.MIXED, tuple(scare)
    return Form.INDIRECT, tuple(scare)


def _is_scare(reading: Reading, low: int, high: int) -> bool:
    """Whether quoted words are a few that only name something."""
    if len(bare_words(reading.document.text, low, high)) > LONGEST_SCARE:
        return False
    parts = {token.pos_ for token in reading.tokens_in(low, high)}
    return bool(parts & {"NOUN", "PROPN", "ADJ"}) and not parts & {"VERB", "AUX"}


def _orphans(reading: Reading, found: Sequence[Attribution], taken: list[Range]) -> list[Claim]:
    """Return the claims of quotations that no cue introduces.

    Where the document has just retold a publisher, the words are that publisher's; a whole quoted
    sentence without one is an unnamed speaker's; other quoted words are part of what is narrated.
    """
    outlets = Outlets(reading, found)
    claims = []
    i, reach = 0, 0
    for quote in reading.quotes:
        while i < len(taken) and taken[i][0] <= quote.inner[0]:
            reach = max(reach, taken[i][1])
            i += 1
        words = len(bare_words(reading.document.text, *quote.inner))
        if reach > quote.inner[0] or words < SHORTEST_ORPHAN:
            continue
        start = _lead_in(reading, quote)
        outlet = outlets.just_before(quote.start)
        if outlet is None and (start < quote.start or words < 2 * SHORTEST_ORPHAN):
            continue
        if content := _content(reading, [(start, quote.end)]):
            form = Form.MIXED if start < quote.start else Form.DIRECT
            claims.append(_orphan(reading, content, form, outlet))
    return claims


def _lead_in(reading: Reading, quote: Quotation) -> int:
    """Return where the sentence that runs into a quotation starts, short of a colon."""
    tokens = reading.tokens_in(*quote.inner)
    if not len(tokens):
        return quote.start
    sentence = reading.sentences[reading.sentence_at(tokens[0].i)]
    before = reading.document.text[sentence.start_char : quote.start].rstrip()
    return quote.start if before.endswith(":") else min(sentence.start_char, quote.start)


def _orphan(reading: Reading, content: list[Range], form: Form, outlet: Token | None) -> Claim:
    speaker = Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED)
    if outlet is not None:
        speaker = Speakers(reading).speaker(outlet, (outlet.i, outlet.i + 1), None)
    spans = tuple(span(reading.document, *place) for place in content)
    return claim_of(reading.document, speaker, spans, form=form)


def _own_claim(reading: Reading, places: list[Range]) -> Claim:
    """Return what the document itself says at some places of one sentence."""
    content = tuple(span(reading.document, *place) for place in places)
    hedging = hedges(reading, None, places)
    stance, certainty = judge_own(reading, places, hedging)
    return Claim.narrated(
        reading.document,
        content,
        hedges=tuple(span(reading.document, h.start, h.end) for h in hedging),
        certainty=certainty,
        stance=stance,
        band=band_of(hedging),
    )
