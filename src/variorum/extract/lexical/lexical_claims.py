"""Claims of a document by lexicon: attributed, quoted without a cue, and narrated."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from variorum.bylines.agencies import agency_of
from variorum.bylines.chains import chain, credited
from variorum.bylines.told_claims import claim_of
from variorum.extract.document.quotations import Quotation, quotations
from variorum.extract.lexical.clause_grammar import ClauseGrammar
from variorum.extract.lexical.lexical_accounts import ACCORDING, giver
from variorum.extract.lexical.lexical_cues import attributions, is_negated
from variorum.extract.lexical.lexical_page import Attribution, Page, Range
from variorum.extract.lexical.lexical_sources import OPENING, Rank, Sources
from variorum.extract.lexical.lexical_speakers import LONGEST_OUTLET, UNNAMED, Cast, is_alike
from variorum.extract.lexical.source_words import lexicon_of
from variorum.language import code_of, cut
from variorum.language.words.lexers import bare_words, has_word
from variorum.language.words.page_lines import page_blocks
from variorum.model import (
    Certainty,
    Claim,
    Document,
    Form,
    Judged,
    Link,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)
from variorum.text import left_over, merge, span, trim

FEW = 4  # Fewer quoted words than this are a name or a term, and no statement
FEWEST = 3  # A statement without a number has this many words
FAR_OUTLET = 16
ACCOUNT = "It goes on with the account that the sentence before opens."
WHOLE = 8  # A quotation with this many words is a statement, even without a cue or a source
# BEIRUT (AP) — , KABUL -- , INTERFAX.RU -
_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_DATELINE = re.compile(
    rf"(?:(?:[{_CAPITAL}\d][\w.'’]*,? ){{0,5}}?"
    rf"(?:\([\w ./]+\) ?|[{_CAPITAL}]{{3,}}[{_CAPITAL}.]*[ .])"
    rf"|[{_CAPITAL}]{{3,}}[{_CAPITAL}-]*, (?:[\w.]+ ){{1,4}}(?:\([\w ./]+\) ?)?)(?:--|[–—-]) "
)
ENDS = ",;:.-–—،؛۔ "
MARKS = ENDS + '«»“”„"'
_WEAKER = {
    Certainty.PROBABLE: {Certainty.CERTAIN: Certainty.PROBABLE},
    Certainty.POSSIBLE: {
        Certainty.CERTAIN: Certainty.POSSIBLE,
        Certainty.PROBABLE: Certainty.POSSIBLE,
    },
    Certainty.PROBABLY_NOT: dict.fromkeys(
        (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE), Certainty.PROBABLY_NOT
    ),
}


@dataclass(frozen=True)
class _Page(Page):
    document: Document
    cast: Cast
    credit: Sequence[Link]

    def reports(self, first: int, end: int) -> bool:
        """Return whether the form of a verb in words[first:end] tells that somebody else speaks."""
        free = (i for i in range(first, end) if i not in self.sources.masked)
        return any(self.words.reported.at(self.text, i) for i in free)

    def unhung(self, place: Range) -> Range:
        """Return a range without the words at its end that open another clause: "and", "which"."""
        low, last = self.text.index_at(place[0]), self.text.index_at(place[1]) - 1
        tables = (self.words.relatives, self.words.joins)
        while last > low and (
            self.text.form(last) == ","
            or any((m := t.at(self.text, last)) and not m.prefix for t in tables)
        ):
            last -= 1
        return place[0], min(place[1], self.text.words[last].end)


def extract(document: Document, doc: Doc | None = None) -> list[Claim]:
    """Return the claims of `document`, sorted by place, without measures, times and places.

    A parse in `doc`, where the language has a pipeline, helps to tell who the source is.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    page = _page_of(document, doc)
    found = list(attributions(page))
    claims = [claim for one in found if (claim := _attributed(page, one))]
    claims += _orphans(page, claims)
    claims += _narrated(page, claims, found)
    unique = {claim.id: claim for claim in claims}
    return sorted(unique.values(), key=lambda c: (c.start, c.content[-1].end, c.form, c.id))


def claims_at(
    document: Document, doc: Doc | None, places: Sequence[tuple[Range, Range, Range]]
) -> list[Claim]:
    """Return the claims at places that are known: ranges of the cue, the source and the content.

    A place whose cue is no word of the lexicon that attributes gives none.
    """
    page = _page_of(document, doc)
    at = page.text.index_at
    claims = []
    for cue, source, content in places:
        low, high = at(cue[0]), at(cue[1])
        tables = (page.words.verbs, page.words.figures)
        known = (table.at(page.text, i) for i in range(low, high) for table in tables)
        match = next((found for found in known if found is not None), None)
        if match is None:
            continue
        place = (low, high), (at(source[0]), at(source[1])), (content,)
        first = page.text.sentence_of(low)[0]
        negated = is_negated(page, (low, high), first)
        claims.append(_attributed(page, Attribution(*place, match.meaning, negated)))
    return [claim for claim in claims if claim is not None]


def _page_of(document: Document, doc: Doc | None) -> _Page:
    language = code_of(document.language) or ""
    text, words = cut(document.text, language), lexicon_of(language)
    sources = Sources(text, words)
    quotes = [
        part
        for quote in quotations(document.text)
        if (_length(document, *quote.inner) >= FEW or _answers(sources, quote))
        and not _names_source(sources, quote)
        for part in _parted(sources, quote)
    ]
    sources.masked = {
        i
        for quote in quotes
        for i in range(text.index_at(quote.inner[0]), text.index_at(quote.inner[1]))
    }
    grammar = ClauseGrammar(text, doc if doc is not None and doc.has_annotation("DEP") else None)
    cast = Cast(document, text, words)
    return _Page(text, words, sources, quotes, grammar, document, cast, credited(document))


def _parted(sources: Sources, quote: Quotation) -> list[Quotation]:
    """Return the parts of a quotation between which stands who speaks: “C - said X - C”."""
    text, words = sources.text, sources.words
    low, high = text.index_at(quote.inner[0]), text.index_at(quote.inner[1])
    spaced = (k for k in range(low + 1, high - 1) if text.form(k) == "-")
    dashes = [k for k in spaced if not (text.is_glued(k) or text.is_glued(k + 1))]
    for a, b in pairwise(dashes if words.order == "svo" else ()):
        verb = next(words.verbs.find(text, a + 1, b), None)
        between = range(a + 1, verb.start) if verb is not None else ()
        if verb is not None and all(words.auxiliaries.at(text, k) for k in between):
            opened, closed = text.words[a - 1].end, text.words[b + 1].start
            first = replace(quote, end=opened, inner=(quote.inner[0], opened))
            return [first, replace(quote, start=closed, inner=(closed, quote.inner[1]))]
    return [quote]


def _names_source(sources: Sources, quote: Quotation) -> bool:
    """Return whether a quotation names a source: behind "according to" or a verb put first."""
    text, words = sources.text, sources.words
    low, high = text.index_at(quote.start), text.index_at(quote.end)
    led = (
        m for k in range(max(low - 2 * LONGEST_OUTLET, 0), low) if (m := words.before.at(text, k))
    )
    near = any(m.end in {low, low - 1} for m in led) and words.pronouns.at(text, low - 1) is None
    if near and high - low < WHOLE and text.text[quote.start - 1].isspace():
        return True
    verb = low > 0 and words.verbs.at(text, low - 1) is not None
    end = text.sentence_of(low)[1] if verb and words.order == "vso" else high
    opens = (text.form(k) == ":" or words.that.at(text, k) for k in range(high, end))
    return any(map(bool, opens))


def _answers(sources: Sources, quote: Quotation) -> bool:
    """Return whether a quotation of a few words is all that somebody said: “Forty”."""
    text = sources.text
    low, high = text.index_at(quote.start), text.index_at(quote.end)
    alone = text.sentence_of(low)[0] == low or text.form(low - 1) == ":"
    return alone and sources.holds_number(low, high)


def _length(document: Document, start: int, end: int) -> int:
    return len(bare_words(document.text, start, end))


def _attributed(page: _Page, found: Attribution) -> Claim | None:
    content, words = _content(page, found.content), page.text.words
    scrap = bool(found.content) and (not content or _is_scrap(page, content, found.what.stance))
    if scrap and page.words.order != "vso":
        return None
    speaker = page.cast.speaker(*found.source) if found.source else page.cast.nobody()
    who, person = found.source or (0, 0), SpeakerKind.PERSON
    medium = speaker.role is Role.NEWS_REPORT  # "By TV3 C. The army came. It said that"
    if found.source and (who[0] == who[1] or page.cast.is_pronoun(*who)):
        speaker = _giving(page, page.text.sentence_of(found.cue[0])[0]) or speaker
    if who[0] == who[1] and speaker.kind is SpeakerKind.GROUP and not _is_several(page, found):
        speaker = page.cast.nobody()  # "the people say C. ... he said"
    if found.source and speaker.kind is SpeakerKind.UNNAMED and speaker.name == UNNAMED:
        low = page.text.index_at(found.content[0][0]) if found.content else found.cue[0]
        several = who[0] < who[1] and page.words.single.at(page.text, who[1] - 1) is None
        speaker = _begun(page, min(low, found.cue[0]), several) or speaker
    elif who[0] < who[1] and page.cast.is_pronoun(*who) and (page.words.capital_nouns or medium):
        begun = _begun(page, found.cue[0])  # "The expert A B thinks so. “...”, he said"
        if begun is not None and (medium or (begun.kind is person and speaker.kind is not person)):
            speaker = begun
    elif page.cast.is_meant(*who):
        begun = _begun(page, found.cue[0])  # "The X published a list. The organisation said C"
        if begun and begun.kind is speaker.kind and is_alike(begun.role, speaker.role):
            speaker = begun.model_copy(update={"span": speaker.span})
    if scrap or not content:
        return None
    cue = span(page.document, words[found.cue[0]].start, words[found.cue[1] - 1].end)
    hedges, doubts = _hedges(page, content)
    begins = page.text.index_at(min(start for start, _ in found.content))
    between = page.words.hedges.find(page.text, found.cue[1], begins)  # "no evidence that"
    weights = doubts + [m.meaning for m in between if m.meaning is Certainty.PROBABLY_NOT]
    first = found.source[0] if found.source else found.cue[0]
    neither = page.words.neither.at(page.text, first) is not None
    stance, certainty = _judged(found, weights, found.negated or neither)
    form = _form(page, content)
    media = (page.cast.speaker(*source) for source in found.via)
    relayed = [Link(name=m.name, span=m.span) for m in media] or _cited(page, found)
    spans = tuple(span(page.document, *place) for place in content)
    return claim_of(
        page.document,
        speaker,
        spans,
        form=form,
        cue=cue,
        relay=chain(page.document, speaker, through=[*page.credit, *relayed]),
        stance=stance,
        certainty=certainty,
        hedges=hedges,
    )


def _is_several(page: _Page, found: Attribution) -> bool:
    """Return whether a cue may be said of several: all are in a language that does not tell."""
    several, text = page.words.several, page.text
    verb = next(page.words.verbs.find(text, *found.cue), None) if several.firsts else None
    helped = verb is None or text.form(verb.start - 1) in several.firsts  # "they | have | said"
    return verb is None or helped or several.at(text, verb.start) is not None


def _begun(page: _Page, i: int, several: bool = False) -> Speaker | None:
    """Return who begins the sentence before that of word `i`, or alone holds an office in it."""
    text, first = page.text, page.text.sentence_of(i)[0]
    while first - 1 in page.sources.masked:
        first = text.sentence_of(first - 1)[0]
    low, high = text.sentence_of(first - 1) if first else (0, 0)
    unled = page.sources.is_bare() and page.words.several.at(text, i) is not None
    subject = page.sources.subject(low, high) if first and not unled else None
    if subject is not None and text.form(subject[1]) == ",":  # "X, the union of Y, had"
        subject = subject[0], page.sources.apposed(subject[1], high, closed=True) or subject[1]
    if subject is None and not several:
        roles = page.words.roles.find(text, low, high)
        held = [m for m in roles if m.meaning[0] is SpeakerKind.PERSON]
        held = [m for m in held if m.end < high and page.sources.is_name(m.end)]
        subject = page.sources.named(held[0].start, high) if len(held) == 1 else None
    named = subject is not None and page.sources.rank(*subject) is Rank.ROLE
    begun = page.cast.speaker(*subject) if subject is not None and named else None
    return begun if several or begun is None or begun.kind is not SpeakerKind.GROUP else None


def _giving(page: _Page, first: int) -> Speaker | None:
    """Return who gives another account in the sentence before word `first` of its paragraph."""
    low, high = page.text.sentence_of(first - 1) if first else (0, 0)
    gives = next(page.words.gives.find(page.text, low, high), None)
    near = page.document.text.count("\n\n", page.start(low), page.start(first)) == 0
    source = giver(page, low, high) if gives is not None and near else (0, 0)
    return page.cast.speaker(*source) if source[0] < source[1] else None


def _is_scrap(page: _Page, content: Sequence[Range], stance: Stance) -> bool:
    """Return whether words are too few for a statement: no clause, and no number among them."""
    places = [(page.text.index_at(a), page.text.index_at(b)) for a, b in content]
    tables = [page.words.attacks] + [page.words.charges] * (stance is Stance.DENIES)
    named = (next(table.find(page.text, *place), None) for table in tables for place in places)
    if any(named) or any(page.sources.holds_number(*place) for place in places):
        return False  # "confirmed the attack", "denied the charges"
    clause = page.words.that.at(page.text, places[0][0] - 1) is not None
    words = sum(_length(page.document, *place) for place in content)
    return words < (FEWEST - 1 if clause else FEWEST)


def _cited(page: _Page, found: Attribution) -> list[Link]:
    """Return the medium that quotes a source: "X, quoted by Y"; else the outlet beside its cue."""
    text, source = page.text, found.source or found.cue
    last = text.sentence_of(found.cue[0])[1]
    for match in page.words.cited.find(text, source[0], min(source[1] + FAR_OUTLET, last)):
        near = range(match.end, min(match.end + WHOLE, last))
        low = high = next((k for k in near if page.sources.is_name(k)), last)
        while high < last and (page.sources.is_name(high) or page.sources.is_hyphen(high)):
            high += 1
        if low < high and match.start not in page.sources.masked:
            place = span(page.document, text.words[low].start, text.words[high - 1].end)
            return [Link(name=place.exact, span=place)]
    return _outlets(page, found)


def _outlets(page: _Page, found: Attribution) -> list[Link]:
    """Return the agency or broadcaster that is named beside a cue: "told Reuters"."""
    text = page.text
    first, end = text.sentence_of(found.cue[0])
    first, end = max(first, found.cue[0] - FAR_OUTLET), min(end, found.cue[1] + FAR_OUTLET)
    taken = [(text.index_at(a), text.index_at(b)) for a, b in found.content]
    taken += [found.source] if found.source else []
    words = page.words
    leads = (words.told, words.articles, words.prepositions)
    for low in range(first, end):
        led = any((m := table.at(text, low)) and not m.prefix for table in leads)
        if led and not page.sources.is_hyphen(low + 1):  # "al-Arabiya"
            continue
        for high in range(min(low + LONGEST_OUTLET, end), low, -1):
            free = not any(a < high and low < b for a, b in taken)
            acts = (words.auxiliaries, words.verbs, words.figures)
            until = max(high + 1, (found.source or found.cue)[0])  # "X counted 9, while Y said C"
            others = any(table.at(text, k) for table in acts[-2:] for k in range(high, until))
            others = others or acts[0].at(text, high) is not None
            led = any(t.at(text, low) for t in (words.told, words.prepositions))
            free = free and not led and not (words.order == "svo" and others)
            if free and _is_medium(page, low, high):
                place = span(page.document, text.words[low].start, text.words[high - 1].end)
                return [Link(name=place.exact, span=place)]
    return []


def _is_medium(page: _Page, low: int, high: int) -> bool:
    """Whether words[low:high] name whom it was told, an agency or, say, "the broadcaster | TV3"."""
    text = page.text
    names = (page.sources.is_name(k) or text.words[k].value for k in range(low, high))
    before = low - 1 - (text.form(low - 1) in OPENING)
    role = page.words.roles.at(text, before)
    medium = (SpeakerKind.ORGANISATION, Role.NEWS_REPORT)
    told = role is not None and role.meaning == medium and page.words.capital_nouns
    whole = text.words[low].is_word and text.words[high - 1].is_word
    return (whole and agency_of(text.slice(low, high)) is not None) or (told and all(names))


def _content(page: _Page, places: Sequence[Range]) -> list[Range]:
    """Return the ranges without stops at their ends and the marks of a whole quotation."""
    inner = {(q.start, q.end): q.inner for q in page.quotes}
    text = page.document.text
    whole = [trim(text, *place, strip=ENDS) for place in places]
    told = []
    for a, b in map(inner.get, whole, places):
        # What holds the beginning of a quotation ends behind the whole of it.
        opened = (q.inner[1] for q in page.quotes if a <= q.start < b < q.inner[1])
        start = _past_heard(page, _past_that(page, _past_dateline(page, a)))
        told.append((_past_cited(page, start, b), next(opened, b)))
    cleaned = [trim(text, a, b, strip=ENDS) for a, b in told if a < b]
    return merge([(a, b) for a, b in cleaned if a < b and has_word(text, a, b)], text)


def _past_dateline(page: _Page, start: int) -> int:
    """Return where content begins that begins a block of the page, past its dateline."""
    blocks = (a for a, _ in page_blocks(page.document.text) if a <= start <= a + 60)
    opens = next(blocks, None) is not None or page.document.text[max(0, start - 1)] == "\n"
    match = _DATELINE.match(page.document.text, start, start + 60) if opens else None
    return match.end() if match else start


def _past_that(page: _Page, start: int) -> int:
    """Return where content begins behind "that", which a colon may part from its verb."""
    text, i = page.text, page.text.index_at(start)
    while text.form(i) in {",", "،", '"'}:
        i += 1
    that = page.words.that.at(text, i) if page.words.order == "vso" else None
    whole = that is not None and not that.prefix and that.end < len(text.words)
    return text.words[that.end].start if that is not None and whole else start


def _past_heard(page: _Page, start: int) -> int:
    """Return where content begins behind whom it was told: "told AFP, ten died"."""
    text, i = page.text, page.text.index_at(start)
    told = page.words.told.at(text, i)
    if told is None or told.prefix:
        return start
    comma = next((k for k in range(told.end, told.end + FEW) if text.form(k) == ","), None)
    named = comma is not None and any(map(page.sources.is_name, range(told.end, comma)))
    return text.words[comma].end if comma is not None and named else start


def _past_cited(page: _Page, start: int, end: int) -> int:
    """Return where content begins behind who quoted its source: "quoted by Y, C"."""
    text, i = page.text, page.text.index_at(start)
    i += text.form(i) == ","
    last = text.index_at(end)
    if page.words.cited.at(text, i) is None:
        return start
    commas = [k for k in range(i, last) if text.form(k) == ","]
    while len(commas) > 1 and all(map(page.sources.is_name, range(commas[0] + 1, commas[1]))):
        commas.pop(0)
    return text.words[commas[0]].end if commas else end


def _form(page: _Page, content: Sequence[Range]) -> Form:
    total = sum(end - start for start, end in content)
    quoted = sum(
        max(0, min(end, q.end) - max(start, q.start)) for start, end in content for q in page.quotes
    )
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= total - 2 * len(content) else Form.MIXED


def _hedges(
    page: _Page, content: Sequence[Range], own: bool = False
) -> tuple[tuple[Span, ...], list[Certainty]]:
    """Return hedges and their doubt, but that of clauses, "who may", and of who only reports it."""
    words, text, found, doubts = page.words, page.text, [], []
    places = [(text.index_at(start), text.index_at(end)) for start, end in content]
    for match in (m for low, high in places for m in words.hedges.find(text, low, high)):
        i = match.start
        found.append(span(page.document, text.words[i].start, text.words[match.end - 1].end))
        back = range(i - 1, max(text.sentence_of(i)[0], i - FAR_OUTLET), -1)
        comma = next((k for k in back if text.form(k) == ","), i)
        opens = words.relatives.at(text, comma + 1) or words.that.at(text, comma + 1)
        inner = comma + 1 < i and opens and words.verbs.at(text, comma - 1) is None
        reported = not own and words.alleged.at(text, i) is not None
        if match.meaning is Certainty.PROBABLY_NOT or not (inner or reported):
            doubts.append(match.meaning)
    return tuple(found), doubts


def _judged(
    found: Attribution, weights: Sequence[Certainty], negated: bool
) -> tuple[Stance, Certainty]:
    """Return the stance and certainty of an attribution with its hedges."""
    stance, certainty = found.what.stance, found.what.certainty
    if negated and stance in {Stance.DENIES, Stance.DOUBTS}:
        return Stance.ASSERTS, Certainty.POSSIBLE
    if negated:
        return stance, Certainty.UNKNOWN
    if stance is Stance.ASSERTS and Certainty.PROBABLY_NOT in weights:
        stance = Stance.DOUBTS
    return stance, _weakened(certainty, weights)


def _weakened(certainty: Certainty, weights: Sequence[Certainty]) -> Certainty:
    for weight in weights:
        certainty = _WEAKER[weight].get(certainty, certainty)
    return certainty


def _orphans(page: _Page, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of whole quotations that no cue introduces."""
    taken = [(s.start, s.end) for claim in claims for s in claim.content]
    found = []
    for quote in page.quotes:
        free = not any(a < quote.inner[1] and quote.inner[0] < b for a, b in taken)
        first, last = (page.text.sentence_of(page.text.index_at(i)) for i in quote.inner)
        whole = page.text.words[first[0]].start >= quote.start or first != last
        if free and whole and _length(page.document, *quote.inner) >= WHOLE:
            found.append(_orphan(page, quote, claims))
    return found


def _orphan(page: _Page, quote: Quotation, claims: Sequence[Claim]) -> Claim:
    """Return the claim of a quotation without a cue, whose speaker was the last one."""
    i = page.text.index_at(quote.start)
    # A comma behind it begins to tell who spoke, in words that are not known.
    told = page.document.text[quote.end : quote.end + 1] in {",", "،"}
    opens = page.text.sentence_of(i)[0] >= i and not told
    last = _speaker_before(page, quote.start, claims, breaks=1)
    speaker = last if opens else page.cast.nobody()
    content = (span(page.document, *quote.inner),)
    return claim_of(page.document, speaker, content, form=Form.DIRECT)


def _speaker_before(page: _Page, i: int, claims: Sequence[Claim], breaks: int) -> Speaker:
    """Return who spoke last before an offset, at most so many paragraphs up; else nobody."""
    before = max((c for c in claims if c.start < i), key=lambda claim: claim.start, default=None)
    if before is None or page.document.text.count("\n\n", before.start, i) > breaks:
        return page.cast.nobody()
    return before.speaker.model_copy(update={"span": None})


def _narrated(page: _Page, claims: Sequence[Claim], found: Sequence[Attribution]) -> list[Claim]:
    """Return the claims of the document itself: sentences that hold a number or an event."""
    text = page.text
    held = [(s.start, s.end) for claim in claims for s in claim.content]
    for one in found:
        places = (one.cue, one.source or one.cue)
        held += [(text.words[a].start, text.words[b - 1].end) for a, b in places if a < b]
    held.sort()
    own, k = [], 0
    for first, end in text.sentences:
        low, high = text.words[first].start, text.words[end - 1].end
        while k < len(held) and held[k][1] <= low:
            k += 1
        until = bisect_left(held, (high, high), k)
        inside = [(a, b) for a, b in held[k:until] if b > low]
        low = _past_dateline(page, low)
        left = (trim(text.text, *one, strip=MARKS) for one in left_over((low, high), inside))
        pieces = [
            place
            for place in map(page.unhung, (one for one in left if one[0] < one[1]))
            if _tells(page, place, bool(inside)) or (not inside and page.reports(first, end))
        ]
        if pieces:
            opens = inside and pieces[-1][0] < inside[0][0]  # "C; the army says that"
            speaker = None if opens else _voice(page, first, end, claims)
            account = None if inside or speaker else _account(page, first, found)
            told = _voiced(page, pieces, account or speaker)
            own.append(told.model_copy(update={"inferred": ACCOUNT}) if account else told)
    return own


def _account(page: _Page, first: int, found: Sequence[Attribution]) -> Speaker | None:
    """Return whose account a sentence goes on with: "according to them A. These men ..."."""
    text = page.text
    if not first or page.words.goes_on.at(text, first) is None:
        return None
    low, high = text.sentence_of(first - 1)
    near = page.document.text.count("\n\n", text.words[low].start, text.words[first].start) == 0
    accounts = (one for one in found if low <= one.cue[0] < high and one.what is ACCORDING)
    account = next((one for one in accounts if near and one.source), None)
    opens = account is not None and min(account.cue[0], *(account.source or ())) - low < FEWEST
    if account is None or account.source is None or not opens:
        return None
    speaker = page.cast.speaker(*account.source).model_copy(update={"span": None})
    text_itself = {speaker.kind, speaker.role} & {SpeakerKind.DOCUMENT, Role.EXPERT_DOCUMENT}
    return None if text_itself else speaker


def _voice(page: _Page, first: int, end: int, claims: Sequence[Claim]) -> Speaker | None:
    """Return whose words a sentence without a source reports, or None for the document's own."""
    words, text = page.words, page.text
    if page.reports(first, end):
        return _reported_on(page, first, claims)
    free = [i for i in range(first, end) if i not in page.sources.masked]
    acts = (words.counts, words.raises)
    figures = [i for i in free if words.figures.at(text, i)]
    whose = words.relatives if page.sources.is_bare() else words.nobody  # "to whom they promised"
    verbs = [verb for i in free if (verb := words.verbs.at(text, i)) and not whose.at(text, i - 1)]
    says = any(not page.sources.describes(verb, first) for verb in verbs) or any(
        all(act.at(text, i) is None for act in acts) for i in figures
    )
    roles = any(words.roles.at(text, i) for i in free)
    if not (says and roles and page.sources.holds_number(first, end)):
        return None
    subject = _telling_subject(page, first, end)
    tells = subject and all(verb.meaning.stance is Stance.ASSERTS for verb in verbs)
    return page.cast.speaker(*subject) if subject and tells else page.cast.nobody()


def _reported_on(page: _Page, first: int, claims: Sequence[Claim]) -> Speaker:
    """Return whose words a sentence goes on with: of "according to X A, by Y B" those of X."""
    text, here = page.text, page.text.words[first].start
    low, high = first, first
    while low and (low == first or page.reports(low, high)):
        low, high = text.sentence_of(low - 1)
    told = [c for c in claims if c.cue and text.words[low].start <= c.cue.start < here]
    giving = _giving(page, text.sentence_of(low)[1]) if low < first and not told else None
    opens = next((c for c in told if c.cue and c.cue.start == text.words[low].start), None)
    if opens is not None:
        return opens.speaker.model_copy(update={"span": None})
    return giving or _speaker_before(page, here, claims, breaks=bool(told))


def _telling_subject(page: _Page, first: int, end: int) -> Range | None:
    """Return who begins a sentence and tells it: a verb of saying, not passive, is next to it."""
    words, text, subject = page.words, page.text, page.sources.subject(first, end)
    near = range(subject[1], min(subject[1] + FEW, end)) if subject is not None else range(0)
    verbs = (k for k in near if words.verbs.at(text, k) or words.figures.at(text, k))
    verb = next(verbs, near.stop)
    passive = any(words.passives.at(text, k) for k in range(near.start, verb))
    apart = verb == near.stop or passive or not page.sources.masked.isdisjoint(near)
    return None if apart else subject


def _voiced(page: _Page, places: Sequence[Range], speaker: Speaker | None) -> Claim:
    """Return what is left of a sentence as the claim of a speaker, or of the document itself."""
    content = tuple(span(page.document, *place) for place in places)
    hedges, doubts = _hedges(page, places, own=True)
    judged: Judged = {"hedges": hedges, "certainty": _weakened(Certainty.CERTAIN, doubts)}
    if speaker is None:
        return Claim.narrated(page.document, content, **judged)
    return claim_of(page.document, speaker, content, form=Form.INDIRECT, **judged)


def _tells(page: _Page, place: Range, partly: bool) -> bool:
    """Return whether words hold a number or an event; part of a sentence needs more."""
    text = page.text
    low, high = text.index_at(place[0]), text.index_at(place[1])
    if _length(page.document, *place) < FEW:
        return False
    if partly:
        happens = next(page.words.events.find(text, low, high), None) is not None
        return happens and page.sources.holds_number(low, high)
    if any(text.words[i].value is not None for i in range(low, high)):
        return True
    return next(page.words.telling.find(text, low, high), None) is not None
