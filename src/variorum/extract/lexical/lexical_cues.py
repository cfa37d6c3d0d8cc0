"""Attributions: a cue, the words of its source, and the places of its content."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.extract.document.quotations import Quotation
from variorum.extract.lexical.acting_words import behind, past_told, topic
from variorum.extract.lexical.lexical_accounts import ACCORDING, accounts
from variorum.extract.lexical.lexical_figures import coordinated, figure, put_by
from variorum.extract.lexical.lexical_page import Attribution, Page, Place, Range
from variorum.extract.lexical.lexical_sources import BREAKS, CLOSING, COMMAS, OPENING, Rank
from variorum.extract.lexical.source_words import Cue
from variorum.language import Match
from variorum.model import Stance

FAR = 22
WHOLE = 6
NEAR = 4


def attributions(page: Page) -> Iterator[Attribution]:
    """Yield the attributions of a page, sentence by sentence."""
    for first, end in page.text.sentences:
        told = [*accounts(page, first, end), *put_by(page, first, end)]
        found = _quoted_on(page, _nested(page, [*told, *_said(page, first, end, told)]))
        yield from sorted(found, key=lambda a: a.cue)


def _nested(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Return attributions each without another's words: "by X A, but | Y said B"."""
    for k in range(len(found)):
        for other in found:
            source = other.source
            if other is not found[k] and source is not None and source[0] < source[1]:
                found[k] = _within(page, found[k], other, source)
    return found


def _within(page: Page, one: Attribution, other: Attribution, source: Range) -> Attribution:
    """Return an attribution cut where the words of another begin, which end it or stand apart."""
    first, last = min(other.cue[0], source[0]), max(other.cue[1], source[1])
    low, cue = page.start(first), page.start(one.cue[0])
    if not other.content or not one.content:
        return one
    if not one.content[0][0] < low < one.content[-1][1]:
        return one
    if other.content[0][0] <= cue < other.content[-1][1] <= low:
        through = other.what is not ACCORDING or page.sources.is_outlet(source)
        return replace(_until_at(one, low), via=(source,) if through else one.via)
    joined = next((k for k in (first - 1, first - 2) if page.words.joins.at(page.text, k)), None)
    fronted = one.what is ACCORDING and cue < one.content[-1][0]
    if joined is not None and fronted and page.end(last - 1) <= other.content[0][0]:
        return _until_at(one, page.start(joined))
    return one


def _until_at(one: Attribution, end: int) -> Attribution:
    """Return an attribution without what of its content stands behind a place."""
    return replace(one, content=tuple((a, min(b, end)) for a, b in one.content if a < end))


def _quoted_on(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Return what a sentence attributes: where "citing X" tells the source, others are media."""
    for cited in found:
        if page.words.citing.at(page.text, cited.cue[0]) is None:
            continue
        media = [one for one in found if one is not cited and one.source is not None]
        joined = page.words.joins.at(page.text, cited.cue[0])  # "reports C | and cites X"
        if joined and not any(page.sources.is_outlet(one.source) for one in media):
            return media
        via = tuple(one.source for one in media if one.source and one.source[0] < one.source[1])
        content = media[0].content if media else cited.content
        return [replace(cited, content=content, via=via)]
    for told in found:
        others = [one for one in found if one is not told and one.source and one.content]
        if others and told.source and _is_told_through(page, told, others[0]):
            ends = page.start(min(told.cue[0], *told.source))
            cut = [
                tuple((a, min(b, ends) if a < ends else b) for a, b in o.content) for o in others
            ]
            return [
                replace(o, content=c, via=(told.source,)) for o, c in zip(others, cut, strict=True)
            ]
    return found


def _is_told_through(page: Page, told: Attribution, first: Attribution) -> bool:
    """Whether all that an outlet tells is what another said: "X said C, as Reuters reports"."""
    if told.what is not ACCORDING or not told.content or not page.sources.is_outlet(told.source):
        return False
    begins = page.text.index_at(told.content[0][0])
    opens = begins <= min(first.cue[0], *(first.source or ())) <= begins + 1
    return opens and first.what is not ACCORDING


def _said(page: Page, first: int, end: int, told: Sequence[Attribution]) -> list[Attribution]:
    """Read the verbs of one sentence that say something, but those of what is `told` already."""
    cues = [match for match in _cues(page, first, end) if not _is_of(page, match, told)]
    found: list[Attribution] = []
    for place, match in enumerate(cues):
        until = _until(page, cues[place + 1 :], end)
        begins = _past_accounts(page, match.start, first, told)
        read = _read(page, match, begins, end, until)
        converb = page.words.converbs.at(page.text, match.start)
        own = _denied_by_accused(page, match, read, found[-1]) if found else None
        read = own or read
        if read is None or (converb and page.words.that.at(page.text, match.end + 1) is None):
            continue
        tied = converb or page.words.gerunds.at(page.text, match.start)
        goes_on = page.words.order != "vso" and page.goes_on(read.cue)
        if found and not own and (goes_on or tied):
            read = replace(read, source=found[-1].source)
        elif tied:
            read = replace(read, source=page.sources.subject(first, read.cue[0]))
        if not _is_inside(page, read, [*told, *found]):
            tables = page.words.figures, page.words.objects
            shared = any(table.at(page.text, match.start) is not None for table in tables)
            shared = shared or (page.words.order == "sov" and not page.words.comma_opens)
            found += coordinated(page, read, end) if shared else [read]
    return found


def _denied_by_accused(
    page: Page, match: Match[Cue], read: Attribution | None, charge: Attribution
) -> Attribution | None:
    """Read "X accused Y of C, but that one denies it": Y denies it, and C where no more is told."""
    low = _whole_cue(page, match, charge.cue[1], match.end)[0]
    denies = match.meaning.stance is Stance.DENIES and _is_by_pronoun(page, low, charge.cue[1])
    charged = range(charge.cue[0], low)
    if not denies or not any(page.words.accuses.at(page.text, k) for k in charged):
        return None
    at, own = page.text.index_at, read.content if read is not None else ()
    whole = any(at(b) - at(a) >= NEAR for a, b in own)
    content = own if whole else charge.content
    return Attribution((low, match.end), _accused(page, charge, low), content, match.meaning)


def _accused(page: Page, charge: Attribution, end: int) -> Range | None:
    """Return whom a charge names behind its verb: "accuses | the Y | of having fired"."""
    text, words, sources = page.text, page.words, page.sources
    begun = max(charge.cue[1], (charge.source or charge.cue)[1])
    led = words.told.at(text, begun) or words.links.at(text, begun)
    low, high = sources.named(begun if led is None else led.end, end)
    links = (k for k in range(low + 1, high) if words.links.at(text, k))
    high = next((k for k in links if not sources.names_somebody(k + 1)), high)
    if any(map(sources.names_somebody, range(low, high))):
        return low, high
    names = [k for k in range(begun, end) if sources.is_name(k)]  # "accuses of the attack | Y"
    alone = bool(names) and names[-1] - names[0] == len(names) - 1
    return (names[0], names[-1] + 1) if alone else None


def _is_by_pronoun(page: Page, verb: int, first: int) -> bool:
    """Whether a pronoun behind a comma or "but" is who a verb tells of: "but | they | denied"."""
    text, words = page.text, page.words
    near = range(verb - 1, max(verb - NEAR, first), -1)
    found = next((k for k in near if (m := words.pronouns.at(text, k)) and m.end == verb), None)
    tables = (words.joins, words.although, words.relatives)
    parts = found is not None and any(t.at(text, found - 1) for t in tables)
    return found is not None and (parts or text.form(found - 1) == "," or words.order == "vso")


def _past_accounts(page: Page, verb: int, first: int, told: Sequence[Attribution]) -> int:
    """Return where the clause of a verb that stands last begins: behind "according to X"."""
    if page.words.order != "sov":
        return first
    lead = page.words.leads.at(page.text, first)
    begins = {first, lead.end if lead else first}
    opens = [one for one in told if min(one.cue[0], (one.source or one.cue)[0]) in begins]
    ends = [max(one.cue[1], *(one.source or ())) for one in opens]
    end = max([first, *(end for end in ends if end < verb)])
    commas = (k for k in range(end, verb) if page.text.form(k) in {",", "،"})
    return next(commas, end) if end > first else first


def _cues(page: Page, first: int, end: int) -> list[Match[Cue]]:
    """Return the verbs of saying and of figures of one sentence, in order."""
    text, words = page.text, page.words
    found = {match.start: match for match in words.figures.find(text, first, end)}
    found |= {match.start: match for match in words.verbs.find(text, first, end)}
    return [
        match
        for start, match in sorted(found.items())
        if start not in page.sources.masked
        and not _is_passive(page, match, first)
        and (words.figures.at(text, start) or not page.grammar.is_noun(start))
        and not _is_noun(page, start, first)
        and not words.is_noun_with(match.prefix)
        and not (words.capital_nouns and start > first and text.is_capital(start))
        and not page.sources.describes(match, first)
        and not _is_within_aside(page, match.start, first)
        and not (words.capital_nouns and words.reported.at(text, start - 1))  # "hätten gesagt"
    ]


def _is_within_aside(page: Page, i: int, first: int) -> bool:
    """Whether a verb says nothing in a clause about who speaks: "said X, whom it did not name,"."""
    text, words = page.text, page.words
    near = range(max(first, i - NEAR), i) if words.order == "vso" else ()
    opens = (text.form(k) in COMMAS and words.relatives.at(text, k + 1) for k in near)
    denied = any(words.negations.at(text, k) for k in near)
    return denied and any(opens) and next(words.verbs.find(text, first, i), None) is not None


def _is_passive(page: Page, match: Match[Cue], first: int) -> bool:
    """Whether a verb is passive, by what stands before or behind it: "is also accused"."""
    words, text, k = page.words, page.text, match.start - 1
    behind = words.order == "sov" or k < first
    if behind and words.passives.at(text, match.end) is not None:
        return True
    while k > first and words.passives.at(text, k) is None and words.auxiliaries.at(text, k):
        k -= 1
    ends = words.capital_nouns and not text.words[match.end].is_word
    if ends and words.objects.at(text, match.start):  # "wurden 9 Tote | bestätigt"
        clause = itertools.takewhile(lambda j: text.form(j) != ",", range(k, first - 1, -1))
        return any(words.passives.at(text, j) for j in clause)
    here = (words.passives.at(text, j) for j in (k - 1, k))  # also of two words: "without that"
    return words.order != "sov" and any(m is not None and m.end > k for m in here)


def _is_noun(page: Page, i: int, first: int) -> bool:
    """Whether word `i` is a noun that looks like a verb of saying: "an announcement"."""
    words, text = page.words, page.text
    aside = words.auxiliaries.at(text, max(i - NEAR + 1, first))  # "ha da parte sua | accusato"
    led = words.noun_behind.at(text, i - 1) is not None and not (aside and aside.end == i)
    counts = words.toll.at(text, i) is not None and words.articles.at(text, i - 1) is not None
    led = led and not _is_by_pronoun(page, i, first)
    return (i > first and (led or counts)) or _is_no_verb(page, i)


def _is_no_verb(page: Page, i: int) -> bool:
    """Whether word `i` only begins like a verb of saying, or is one that a preposition leads."""
    words, text = page.words, page.text
    near = range(i - 1, max(i - WHOLE, 0) - 1, -1)
    helped = any((m := words.auxiliaries.at(text, k)) and m.end == i for k in near)
    helped = helped or words.verbs.at(text, i - 1) is not None  # "disse acreditar"
    leads = (words.prepositions, words.links, words.by)
    led = any((m := table.at(text, i - 1)) and m.end == i for table in leads)
    led = led and words.order == "svo" and words.articles.at(text, i - 1) is None
    none = any((m := words.no_verbs.at(text, k)) and m.end > i for k in (i - 1, i))
    return not helped and (led or none)


def _is_of(page: Page, match: Match[Cue], told: Sequence[Attribution]) -> bool:
    """Return whether a verb is part of the cue of what is told already, or tells it once more."""
    begins = page.start(page.text.sentence_of(match.start)[0])
    return any(
        (one.cue[0] < match.end and match.start < one.cue[1])
        or all(end <= begins for _, end in one.content)
        for one in told
    )


def _is_inside(page: Page, read: Attribution, found: list[Attribution]) -> bool:
    """Whether a cue stands in what another of its sentence reports, and its source is none."""
    place = page.start(read.cue[0])
    around = [one for one in found if any(a <= place < b for a, b in one.content)]
    named = read.source is not None and read.source[0] < read.source[1]
    if page.words.order == "sov" and named and read.content[0][0] > place:
        return any(one.what is not ACCORDING for one in around)
    plain = read.source is not None and page.sources.rank(*read.source) < Rank.NAMED
    # "X answered Y, according to whom “C”": what is quoted is told by the other.
    relatives = page.words.relatives
    others = [one for one in found if read.cue[1] <= one.cue[0] < one.cue[1] - 1]
    others = [one for one in others if relatives.at(page.text, one.cue[1] - 1) is not None]
    if any(o.content[0][0] <= a and b <= o.content[-1][1] for o in others for a, b in read.content):
        return True
    return bool(around) and (plain or page.words.order == "sov")


def _until(page: Page, later: Sequence[Match[Cue]], end: int) -> int:
    """Return where a content must end because "and he added that" follows."""
    for match in later:
        if (aside := _told_aside(page, match, end)) is not None:
            return aside
        for k in range(match.start - 1, max(match.start - FAR, 0), -1):
            if page.text.form(k) == ";" and page.words.articles.firsts:
                return k
            join = page.words.joins.at(page.text, k) or page.words.although.at(page.text, k)
            as_said = page.words.as_said.at(page.text, k) is not None
            if join is None or as_said or page.words.that.at(page.text, join.end) is not None:
                continue
            near = k > match.start - NEAR or _speaks_next(page, join.end, match.start)
            near = near and (join.end == match.start or not page.is_gerund(match.start))
            if near and _tells_on(page, match, end):
                again = page.words.pronouns.at(page.text, k) is not None
                return k - (again and page.words.joins.at(page.text, k - 1) is not None)
        before = page.text.form(match.start - 1)
        gerund = page.is_gerund(match.start)
        soon = range(match.end, min(match.end + FAR, end))
        opens = any(page.text.form(k) == ":" or k in page.sources.masked for k in soon)
        opens = opens or _that(page, match.end, end) is not None
        joined = match.prefix and opens and page.words.order == "vso"
        if joined or ((match.prefix or gerund) and before in {",", "،"}):
            return match.start - gerund
        closes = before == "-" and not page.sources.is_hyphen(match.start - 1)
        if closes and page.sources.rank(*page.sources.after(match.end, end)) >= Rank.NAMED:
            return match.start - 1  # "the signs show that C - says X"
    return end


def _told_aside(page: Page, match: Match[Cue], end: int) -> int | None:
    """Return the comma before who told all of a sentence: "X announced C|, the agency said"."""
    comma = _whole_cue(page, match, 0, end)[0] - 1
    source = page.sources.after(match.end, end)
    closed = page.text.form(comma) == "," and _that(page, match.end, end) is None
    named = source[0] == match.end and page.sources.rank(*source) is Rank.ROLE
    return comma if closed and named and page.words.order == "svo" else None


def _tells_on(page: Page, match: Match[Cue], end: int) -> bool:
    """Whether a verb behind "and" opens a clause, or has what it tells: it may be an infinitive."""
    objects, figures = page.words.objects, page.words.figures
    tells = objects.at(page.text, match.start) or figures.at(page.text, match.start)
    return bool(tells or not page.sources.is_bare() or _that(page, match.end, end))


def _speaks_next(page: Page, k: int, verb: int) -> bool:
    """Whether a source goes from word `k` to a verb of saying: "and | its envoy in Oslo | said"."""
    # "where the crews and the guards have said": of a clause "and" needs its comma.
    apart = page.text.form(k - 1) not in page.words.listing or page.text.form(k - 2) == ","
    while apart and verb > k and page.words.auxiliaries.at(page.text, verb - 1) is not None:
        verb -= 1
    source = page.sources.before(verb, k)
    if (pronoun := page.words.pronouns.at(page.text, k)) and pronoun.end == verb:
        return True
    whole = source[0] <= k + 1 and not any(map(page.sources.tells, range(k + 1, verb)))
    rank = page.sources.rank(*source)
    led = rank is Rank.NAMED and page.words.articles.at(page.text, k) is not None
    return whole and (led or rank is Rank.ROLE)


def _read(page: Page, match: Match[Cue], first: int, end: int, until: int) -> Attribution | None:
    """Return what one verb attributes, by the first construction that fits."""
    cue = _whole_cue(page, match, first, end)
    if match.meaning.stance is Stance.DENIES and page.words.objects.at(page.text, match.start):
        colons = (k for k in range(cue[1] + 1, until) if page.text.form(k) == ":")
        until = next(colons, until)  # "denies any charge: it says that"
    apart = until > cue[1] and page.words.order == "vso"
    place = Place(cue, first, until if apart else end, until if until > cue[1] else end)
    counts = page.words.figures.at(page.text, match.start) is not None
    says = page.words.verbs.at(page.text, match.start) is not None
    that = _that(page, cue[1], place.end)
    # "put at 40 those who left": a word behind the number opens nothing that is said.
    words = page.text.words[cue[1] : that.start] if that is not None else ()
    whole = all(word.is_word or word.value for word in words)
    whose = that is None or (whole and _tells_whom(page, cue[1], that))
    told = (figure,) if counts and whose else ()
    frames = (
        (_about, *told, _bare, _infinitive, _inverted, _enclosed, _opened, _final, _object)
        if says
        else told
    )
    if page.words.gerunds.at(page.text, match.start) is not None:
        frames = (*told, _infinitive, _opened, _object)
    if until == cue[1] and says and page.words.order != "vso":
        # "Denies and says that C": the second verb says it.
        frames = (_inverted,) if page.words.order == "svo" else told
    narrow = replace(place, until=_relative_end(page, place))
    for frame in frames:
        found = frame(page, narrow if frame in {_object, _infinitive, figure} else place)
        if found is None:
            continue
        source, content = found
        opens = (page.words.prepositions, page.words.before)  # "Am Montag gab X ...", "Laut Y"
        turned = next((found for t in opens if (found := t.at(page.text, first))), None)
        turned = turned if page.words.capital_nouns else None
        within = _inner(page, cue) if turned or not page.sources.rank(*source) else None
        source = within or source
        source = _before_helper(page, place, source)
        subject = _subject(page, cue, source)
        source = source if _overlaps(page, subject, content) else subject
        if page.grammar.doc is not None and _overlaps(page, source, content):
            continue
        if places := tuple((a, b) for a, b in content if a < b):
            inside = [a for a, _ in places if page.start(cue[0]) < a < page.end(cue[1] - 1)]
            cue = (cue[0], page.text.index_at(inside[0])) if inside else cue
            nobody = _is_impersonal(page, cue) or (turned and cue[1] - cue[0] > NEAR - 1)
            aside = any(page.words.nobody.at(page.text, k) for k in range(cue[0], match.start))
            beside = source[1] == cue[0] and page.sources.rank(*source) >= Rank.NAMED
            said = beside or not (aside if source[0] < source[1] else nobody)
            said = said and page.words.nobody.at(page.text, source[1] - 1) is None
            return Attribution(
                cue, source if said else None, places, match.meaning, is_negated(page, cue, first)
            )
    return None


def _relative_end(page: Page, place: Place) -> int:
    """Return where a clause about a source ends at the latest: "X, who denied C|, has left"."""
    words, text, opener = page.words, page.text, place.cue[0] - 1
    relative = words.relatives.at(text, opener) is not None and text.form(opener - 1) == ","
    after = (words.auxiliaries, words.passives, words.verbs, words.finite)
    commas = (k for k in range(place.cue[1], place.until - 1) if text.form(k) == ",")
    ends = (k for k in commas if any(table.at(text, k + 1) for table in after))
    return next(ends, place.until) if relative and words.order == "svo" else place.until


def _is_impersonal(page: Page, cue: Range) -> bool:
    """Whether a cue tells that somebody says it, not who: "se dijo que", "the boat, which said"."""
    clause = page.words.relatives.at(page.text, cue[0] - 1)
    several = page.sources.is_bare() and page.words.several.at(page.text, cue[0]) is not None
    object_only = several and page.words.objects.at(page.text, cue[0]) is not None
    return (
        object_only
        or bool(clause and not page.is_article(clause))
        or any(page.words.nobody.at(page.text, k) is not None for k in range(*cue))
    )


def _tells_whom(page: Page, i: int, that: Match[bool]) -> bool:
    """Whether a word behind a cue opens a clause about what is counted: "the ten who fled"."""
    text, months = page.text, page.words.months
    dates = (text.form(k) == "(" or months.at(text, k) for k in range(i, that.start))
    relative = page.words.relatives.at(page.text, that.start) is not None
    return relative and page.sources.holds_number(i, that.start) and not any(dates)


def _subject(page: Page, cue: Range, source: Range) -> Range:
    """Return the subject of a cue by the parse, where the source found is another; else that."""
    words, subject = page.words, page.grammar.subject(*cue)
    pronoun = page.words.pronouns.at(page.text, source[0])
    if subject is None or pronoun is not None or page.goes_on(cue):
        return source
    before = subject[0] < cue[0] < subject[1]  # "nous | rappelle": a pronoun beside the verb
    subject = page.sources.trimmed(subject[0], cue[0] if before else subject[1])
    quoted = subject[0] >= subject[1] or subject[0] in page.sources.masked
    if quoted or page.sources.opens_clause(subject[0] - 1):
        return source
    apart = subject[1] <= source[0] or source[1] <= subject[0]
    named = source[1] == cue[0] and page.sources.rank(*source) >= Rank.NAMED
    if named and any(page.text.form(k) in COMMAS for k in range(subject[1], source[0])):
        return source  # "By an accord signed by both, Oslo said that"
    larger = subject[0] <= source[0] and source[1] <= subject[1]
    inner = range(subject[0], source[0])
    if larger and any(page.text.form(k) == "," for k in inner):
        return source  # "In a note of Monday, Ana Ruiz says"
    tables = (words.figures, words.verbs, words.that)
    if larger and any(table.at(page.text, k) for table in tables for k in inner):
        return source  # "The army counted ten, and the mayor said that"
    ended = source[0] < source[1] and page.words.ends.at(page.text, source[1]) is not None
    return subject if apart or (larger and not ended) else source


def _overlaps(page: Page, source: Range, content: Sequence[Range]) -> bool:
    """Return whether a source stands in what it is to have said, so that the frame is wrong."""
    if source[0] >= source[1]:
        return False
    low, high = page.start(source[0]), page.end(source[1] - 1)
    return any(a < high and low < b for a, b in content)


def _whole_cue(page: Page, match: Match[Cue], first: int, end: int) -> Range:
    """Return the cue with the auxiliaries beside it."""
    low, high = match.start, match.end
    while high - low > 1 and (page.opens(high - 1) or page.text.form(high - 1) == ","):
        high -= 1  # "nimmt an|, dass"
    auxiliaries, pronouns = page.words.auxiliaries, page.words.pronouns
    for k in range(low - 1, max(first, low - WHOLE) - 1, -1):
        beside = auxiliaries.at(page.text, k)
        low = k if beside is not None and beside.end == low else low
        # "a-t-il dit": the pronoun stands within the verb.
        within = pronouns.at(page.text, k) if page.text.form(k) == "-" else None
        low = k if within is not None and within.end == match.start else low
    while high < end and (beside := auxiliaries.at(page.text, high)) is not None:
        article = page.words.articles.at(page.text, high)
        if page.words.infinitives.at(page.text, high) or (article and article.end == beside.end):
            break
        high = beside.end
    return low, page.sources.past_date(high)


def is_negated(page: Page, cue: Range, first: int) -> bool:
    """Return whether a cue of a sentence that begins at word `first` is denied."""
    near = range(max(first, cue[0] - 2), cue[1] + 1)
    return any(page.words.negations.at(page.text, k) is not None for k in near)


_Framed = tuple[Range, tuple[Range, ...]] | None


def _infinitive(page: Page, place: Place) -> _Framed:
    """Read "X dit avoir vu C", by the parse or by the words that begin an infinitive."""
    found = page.grammar.infinitive(*place.cue)
    dated = found is not None and page.words.weekdays.at(page.text, found[0]) is not None
    if found is not None and found[0] < found[1] <= place.end and not dated:
        start = found[0]
    else:
        aside = page.text.form(place.cue[0] - 1) == ","  # "these, says X, seem to have"
        behind = range(place.cue[1], place.until)
        stops = (k for k in behind if _stops(page, k) or (aside and page.text.form(k) == ","))
        reach = next(stops, place.until)
        begins = page.words.infinitives.find(page.text, place.cue[1], reach)
        start = next((match.start for match in begins), place.until)
        whom = page.words.told.at(page.text, place.cue[1])  # "acusó a X | de | haber"
        led = whom is not None and page.words.links.at(page.text, start - 1) is not None
        led = led or any(map(page.sources.tells, range(place.cue[1], start)))
        if start > place.cue[1] and led:
            return None  # "reported the arrest of ten accused of being members"
    if start >= place.until:
        return None
    # "s'attendait à ... et qu'il": "and that" goes back to the verb before.
    ands = (m.start for m in page.words.joins.find(page.text, start, place.until - 1))
    end = next((k for k in ands if page.words.that.at(page.text, k + 1)), place.until)
    return page.beside(place, start), ((page.start(start), page.end(end - 1)),)


def _bare(page: Page, place: Place) -> _Framed:
    """Read "X sier han kommer", where nothing opens the clause."""
    (low, high), words, text = place.cue, page.words, page.text
    behind = words.bare_before.at(text, high)
    # "sa en gang at C": the clause has its word.
    opened = any(words.that.at(text, k) is not None for k in range(high, high + NEAR - 1))
    if behind is None or opened or words.bare_verbs.at(text, low) is None:
        return None
    source = page.sources.before(low, place.first)
    if not _is_first_name(page, place, source) and page.sources.rank(*source) < Rank.NAMED:
        return None
    return source, ((page.start(high), page.end(place.until - 1)),)


def _is_first_name(page: Page, place: Place, source: Range) -> bool:
    """Whether a source begins a sentence with a capital and ends at its cue."""
    whole = source == (place.first, place.cue[0]) and source[0] < source[1]
    return whole and page.sources.is_name(source[0])


def _stops(page: Page, k: int) -> bool:
    """Whether what a cue leads to has begun, or cannot begin, at word `k`."""
    that = page.words.that.at(page.text, k) is not None
    said = page.words.verbs.at(page.text, k) is not None  # "denied any part before admitting to"
    return that or said or page.text.form(k) in BREAKS or k in page.sources.masked


def _inverted(page: Page, place: Place) -> _Framed:
    """Read "“C”, said X" and "C, said X"."""
    low, high = place.cue
    quote = page.quote_until(page.start(low)) if low else None
    # "The army, for its part, spoke of": what it tells stands behind.
    apart = high - low > 1 and page.words.links.at(page.text, high - 1) is not None
    if apart or page.goes_on(place.cue):
        return None  # "said that “C” and demanded"
    colon = page.words.order == "sov" and page.text.form(high) == ":"
    led = page.words.that.at(page.text, high) or colon
    if quote is not None and not led:
        more = page.quote_from(page.start(high - 1), page.end(place.end - 1))
        rest = ((more.start, more.end),) if more else ()
        return _quoting(page, place, quote), ((_quoted_from(page, quote), quote.end), *rest)
    if low == place.first and page.words.order == "svo":
        return _led(page, place)
    dash = page.text.form(low - 1) == "-"
    last = low - 2 if dash and page.text.form(low - 2) in COMMAS else low - 1
    glued = dash and (page.text.is_glued(low - 1) or page.text.is_glued(low))
    comma = page.text.form(last) in COMMAS | {"?", "!"} and last > place.first and not glued
    parts = page.text.form(high) == "," and page.words.that.at(page.text, high + 1) is None
    apart = parts or page.text.form(high) not in COMMAS or page.sources.is_hyphen(high)
    comma = comma and apart and not page.sources.is_apposed(place.first, last)
    whole = last - place.first >= WHOLE  # "..., said the army, which": all of it is what was said
    opens = None if whole and not led else _that(page, high, place.end)
    if not comma or page.words.order != "svo" or opens is not None:
        return None
    own = (high, high) if parts else _inner(page, place.cue)
    source = own or page.sources.after(high, place.end)
    that = next(page.words.that.find(page.text, high, min(source[0], high + FAR)), None)
    if that is not None and not _is_relative(page, that.start):
        return None  # "X, who was there, informed that for now the doctors ..."
    spoken = page.start(_spoken_from(page, place.first)), page.end(last - 1)
    content = spoken, *_resumed(page, place, source, last)
    led = page.words.articles.at(page.text, source[0]) is not None
    closed = whole and led and page.text.form(source[1]) in COMMAS
    # "X, named there, claimed the attack": what was done is no speaker.
    acts = page.words.attacks.find(page.text, *source)
    does = page.words.these.at(page.text, source[0]) or next(acts, None)
    opened = _that(page, high, place.end) or (does and _takes_object(page, place))
    least = Rank.NAMED if opened and not closed else Rank.NO_SOURCE
    fits = source[0] < source[1] and page.sources.rank(*source) >= least
    sent = page.text.form(source[0]).endswith(page.words.agreed or (" ",))
    fits = fits and not (sent and page.words.by.at(page.text, source[0] + 1))  # "a note sent by"
    tied = any(page.words.links.at(page.text, k) for k in (source[1] - 1, source[1]))
    fits = fits and not (
        tied and any(page.words.accuses.at(page.text, k) for k in range(low, high))
    )
    fits = fits and page.words.owned.at(page.text, source[0]) is None  # "voiced its thanks"
    denied = is_negated(page, place.cue, place.first)
    fits = fits and (page.sources.rank(*source) >= Rank.NAMED or not denied)
    acted_on = page.sources.is_bare() and _takes_object(page, place)
    fits = fits and not (acted_on and page.sources.is_governed(source[0]))  # "accuse Oslo"
    within = any(page.text.form(k) == "-" for k in range(low, high))  # "a-t-il dit"
    alone = whole and (high >= place.end or page.text.form(high) in BREAKS)  # "C, added."
    return (source if fits else (high, high), content) if fits or within or alone or parts else None


def _before_helper(page: Page, place: Place, source: Range) -> Range:
    """Return a source that ends at a participle as the one before its auxiliary: "X hat Y ..."."""
    apart = page.words.capital_nouns and source[1] == place.cue[0] > source[0]
    own = found[0] if apart and (found := _bracket(page, place)) else source
    # "hat die Regierung in Oslo | erklärt": no article begins an object behind who speaks.
    objects = any(page.words.articles.at(page.text, k) for k in range(own[1], source[1]))
    return own if objects or own[0] != source[0] else source


def _inner(page: Page, cue: Range) -> Range | None:
    """Return who stands within a cue of several words: "gab | die Polizei | bekannt"."""
    source = page.sources.named(cue[0] + 1, cue[1] - 1)
    named = page.words.capital_nouns and page.sources.rank(*source) >= Rank.NAMED
    return source if named else None


def _resumed(page: Page, place: Place, source: Range, last: int) -> tuple[Range, ...]:
    """Return the rest of a sentence that who says it only parts: "These, says X, have sunk"."""
    text, start = page.text, source[1] + 1
    alone = source[0] == source[1]  # "C, he added, C"
    if (
        not (alone or last - place.first < WHOLE)
        or text.form(source[1]) != ","
        or start >= place.until
    ):
        return ()
    words = page.words
    apart = any(table.at(text, start) for table in (words.relatives, words.told, words.roles))
    acts = any(t.at(text, start) for t in (words.finite, words.auxiliaries, words.passives))
    whole = alone or (not apart and (acts or place.until - start >= WHOLE))
    return ((page.start(start), page.end(place.until - 1)),) if whole else ()


def _quoted_from(page: Page, quote: Quotation) -> int:
    """Return where content begins that ends with a quotation: "600 left “without a fight”"."""
    text, i = page.text, page.text.index_at(quote.start)
    first = text.sentence_of(i)[0]
    inner = [k for k in range(first, i) if not (text.words[k].is_word or text.words[k].value)]
    parted = page.words.order == "svo"
    plain = page.words.order != "sov" and i - first >= NEAR
    marks = OPENING | CLOSING | {'"', ","}
    plain = plain and all(parted and text.form(k) in marks and k < i - 1 for k in inner)
    said = next(page.words.verbs.find(text, first, i), None)
    return page.start(first) if plain and said is None else quote.start


def _spoken_from(page: Page, first: int) -> int:
    """Return where words begin that a dash opens, sentences before the one that tells who spoke."""
    text, k = page.text, first
    while not (text.form(k) == "-" and not text.is_glued(k + 1)):
        low, end = text.sentence_of(k - 1) if k else (k, k)
        apart = "\n" in text.text[page.start(low) : page.start(k)]
        if not k or apart or next(page.words.verbs.find(text, low, end), None) is not None:
            return first
        k = low
    return k


def _led(page: Page, place: Place) -> _Framed:
    """Read "Says X, C": the cue begins the sentence, and X ends at the comma."""
    source = page.sources.after(place.cue[1], place.end, closed=True)
    comma = source[1]
    if page.sources.rank(*source) < Rank.NAMED or page.text.form(comma) not in COMMAS - {"-"}:
        return None
    content = page.around(place.first, place.end, place.first, comma + 1)
    return (source, content) if content else None


def _quoting(page: Page, place: Place, quote: Quotation) -> Range:
    """Return the source of a quotation: after its cue, or first of all ("X, “C” dedi")."""
    if page.words.order == "sov":
        opened = page.text.index_at(quote.start)
        source = behind(page.sources, place.cue[1], place.end)
        if source[0] >= source[1]:
            source = topic(page.sources, page.text.sentence_of(opened)[0], opened)
        if source[0] < source[1]:
            return source
    return page.sources.after(place.cue[1], place.end)


def _that(page: Page, i: int, end: int) -> Match[bool] | None:
    """Return the word that opens the content after a cue, short of a stop or another cue."""
    near = 1 if page.words.order == "sov" else FAR  # "said | there is a chance that"
    for k in range(i, min(end, i + near)):
        if page.text.form(k) in BREAKS or k in page.sources.masked:
            return None
        match = page.words.that.at(page.text, k)
        if match is not None:
            return None if _is_relative(page, k) or _is_about_noun(page, i, match) else match
        aside = _is_within_aside(page, k, max(i - 1, 0))
        verb = page.words.verbs.at(page.text, k) if k > i and not aside else None
        if verb is not None and not page.words.is_noun_with(verb.prefix):
            return None
    return None


def _is_about_noun(page: Page, i: int, that: Match[bool]) -> bool:
    """Whether "that", behind a cue that ends at word `i`, ends "after that" or a lone ", that"."""
    text, near = page.text, range(max(i, that.start - NEAR), that.start)
    timed = any((m := page.words.not_opened.at(text, k)) and m.end == that.end for k in near)
    commas = [k for k in range(i, that.start) if text.form(k) == ","]
    alone = commas == [that.start - 1] != [i] and bool(page.words.articles.firsts)
    return timed or (alone and page.words.relatives.at(text, that.start) is not None)


def _is_relative(page: Page, k: int) -> bool:
    """Return whether word `k` opens a clause about a noun: "el ataque en el que murieron"."""
    words, text = page.words, page.text
    relative = words.relatives.at(text, k) is not None and words.articles.at(text, k - 1)
    return bool(relative or (words.these.at(text, k - 1) and text.form(k - 2) == ","))


def _opened(page: Page, place: Place) -> _Framed:
    """Read "X said that C", "said X that C", "X said: C" and "X said “C”"."""
    comma = page.text.form(place.cue[1]) in {",", "،"}
    that, object_ = _that(page, place.cue[1], place.end), _takes_object(page, place)
    follows = comma and page.words.comma_opens and page.words.order == "sov"
    if follows or _opens_before(page, place, that):
        return _after_comma(page, place)
    source = page.ahead(place)
    named = page.sources.rank(*source) >= Rank.NAMED or _is_first_name(page, place, source)
    if that is not None and object_:
        # "denounced a massacre in the towns that it held": the clause is about its noun.
        does = next(page.words.events.find(page.text, place.cue[1], that.start), None)
        whose = named and (does is not None or _is_of_object(page, place, that))
        if whose or _tells_whom(page, place.cue[1], that):
            return None
    elif named and that is not None and _is_of_object(page, place, that):
        that = None  # "voiced its dismay at news that told of ten dead"
    if that is not None and that.end < place.end:
        source = page.beside(place, that.start)
        until = _clause_end(page, place, source, that.end)
        content = ((page.start(that.end), page.end(max(until, that.end + 1) - 1)),)
        return source, content
    reach = range(place.cue[1], min(place.until, place.cue[1] + FAR))
    colon = next((k for k in reach if page.text.form(k) == ":"), None)
    if colon is not None:
        quote = page.quote_from(page.end(colon), page.end(colon) + NEAR)
        told = (page.start(min(colon + 1, place.end - 1)), page.end(place.end - 1))
        told = told if quote is None else (quote.start, quote.end)
        return (page.beside(place, colon), (told,)) if quote or colon + 1 < place.end else None
    quote = page.quote_from(page.end(place.cue[1] - 1), page.end(reach.stop - 1) + 1)
    opens = page.words.comma_opens and page.words.order != "sov"
    comma = opens and page.text.form(place.cue[1]) == ","
    if quote is None or (comma and page.end(place.cue[1] + 1) < quote.start):
        return _after_comma(page, place) if opens else None
    opened = page.text.index_at(quote.start)
    # "put the wounds down to “the violence of the state”": the whole object is told.
    whole = object_ and named and opened > place.cue[1] + 1
    whole = whole and _begins_object(page, place.cue[1], opened)
    return None if whole else (page.beside(place, opened), ((quote.start, quote.end),))


def _is_of_object(page: Page, place: Place, that: Match[bool]) -> bool:
    """Whether a clause is about the noun behind a cue: "voiced its dismay at news that"."""
    words, between = page.words, range(place.cue[1], that.start)
    relative = words.relatives.at(page.text, that.start) is not None
    whom = not _takes_object(page, place) and any(map(page.sources.is_role, between))
    return relative and not whom and _begins_object(page, place.cue[1], that.start)


def _begins_object(page: Page, i: int, until: int) -> bool:
    """Whether a noun with its article, and no day, stands at word `i`: what a cue is about."""
    words, text = page.words, page.text
    days = (t.at(text, k) for k in range(i, until) for t in (words.weekdays, words.months))
    apart = words.told.at(text, i) or words.leads.at(text, i) or words.relatives.at(text, i)
    begins = words.articles.at(text, i) or words.owned.at(text, i)
    numbered = page.sources.holds_number(i, until)
    return bool(begins and words.order == "svo") and not (apart or numbered or any(days))


def _opens_before(page: Page, place: Place, that: Match[bool] | None) -> bool:
    """Whether a comma opens the content before "that": "X sagte, C habe gezeigt, dass D"."""
    text, words, high = page.text, page.words, place.cue[1]
    clause = range(high, that.start - 1 if that is not None else high)
    commas = any(text.form(k) == "," for k in clause) and words.capital_nouns
    reported = any(words.reported.at(text, k) or words.auxiliaries.at(text, k) for k in clause)
    # "sagte X, der dort war, dass": what stands behind the verb may be who speaks.
    source = page.sources.before(place.cue[0], place.first)
    return commas and reported and page.sources.rank(*source) >= Rank.NAMED


def _clause_end(page: Page, place: Place, source: Range, start: int) -> int:
    """Return where content ends: of "X, who said that C, left" at the comma, as X still acts."""
    opens = source[0] - place.first < NEAR and page.sources.opens_clause(source[1])
    opens = opens and source[0] < source[1] and page.text.form(place.cue[0] - 1) not in {",", "،"}
    mark, reach = page.text.form(source[1]), range(start, place.until - 1)
    if (ended := _apart(page, place, source, reach)) is not None:
        return ended
    # One dash closes what another opens; of commas it is the last.
    ends = (k for k in (reach if mark == "-" else reversed(reach)) if page.text.form(k) == mark)
    ended = next((k for k in ends if not page.sources.is_hyphen(k)), place.until)
    return ended if opens else place.until


def _apart(page: Page, place: Place, source: Range, reach: range) -> int | None:
    """Return where all ends that somebody said: "although X said that C|, D", "said that C|; D"."""
    words, text = page.words, page.text
    led = words.although.at(text, place.first) is not None and source[1] <= place.cue[0]
    for k in reach:
        ends = text.form(k) == ";" or (led and text.form(k) == ",")
        on = range(k + 1, min(k + NEAR, place.until))
        again = any(words.that.at(text, j) or words.joins.at(text, j) for j in on)
        if ends and k not in page.sources.masked and not (again and text.form(k) == ";"):
            return k
    return None


def _after_comma(page: Page, place: Place) -> _Framed:
    """Read "er sagte am Montag, C": the comma alone opens the content."""
    reach = range(place.cue[1], min(place.end - 1, place.until, place.cue[1] + FAR))
    comma = next((k for k in reach if page.text.form(k) in {",", "،"}), None)
    if comma is None or any(page.text.form(k) in BREAKS for k in range(place.cue[1], comma)):
        return None
    if _takes_object(page, place) and page.sources.holds_number(place.cue[1], comma):
        return None  # "reported ten dead, the ministry 110"
    content = ((page.start(comma + 1), page.end(max(place.until, comma + 2) - 1)),)
    return page.beside(place, comma), content


def _final(page: Page, place: Place) -> _Framed:
    """Read "X C said", where the verb stands last."""
    low = place.cue[0]
    if page.words.order != "sov" or low - place.first < NEAR or _goes_on(page, place):
        return None
    source = behind(page.sources, place.cue[1], place.end)
    if source[0] < source[1]:
        return source, ((page.start(place.first), page.end(low - 1)),)
    source = topic(page.sources, place.first, low)
    start = past_told(page.sources, source[1]) if source[0] < source[1] else place.first
    start = _past_asides(page, start, low)
    said = (m.end + 1 for m in page.words.occasions.find(page.text, start, low))
    start = next((k for k in said if page.text.form(k - 1) in {",", "،"} and k < low), start)
    # "X A dedi ve B | açıkladı": the verb before "and" tells A.
    ands = (m for m in page.words.joins.find(page.text, start + 1, low - 1))
    start = max([start, *(m.end for m in ands if page.words.verbs.at(page.text, m.start - 1))])
    return (source, ((page.start(start), page.end(low - 1)),)) if start < low else None


def _about(page: Page, place: Place) -> _Framed:
    """Read "X of C told", where a word parts the source from what it tells."""
    low = place.cue[0]
    if page.words.tells_about.at(page.text, low) is None:
        return None
    about = next(page.words.about.find(page.text, place.first + 1, low), None)
    if about is None or about.end >= low:
        return None
    source = page.sources.trimmed(place.first, about.start)
    return source, ((page.start(about.end), page.end(low - 1)),)


def _takes_object(page: Page, place: Place) -> bool:
    follows = page.words.order == "sov" and page.words.comma_opens
    return follows or any(page.words.objects.at(page.text, k) for k in range(*place.cue))


def _goes_on(page: Page, place: Place) -> bool:
    """Whether the object of a cue follows it, so that the cue does not stand last."""
    text, after = page.text, place.cue[1]
    joined = after >= place.until or page.words.joins.at(text, after) is not None
    counts = not joined and (text.words[after].is_word or text.words[after].value is not None)
    return counts and _takes_object(page, place)


def _object(page: Page, place: Place) -> _Framed:
    """Read "X confirmed the deaths of ..."."""
    low, high = place.cue
    if not _takes_object(page, place):
        return None
    order = page.words.order
    carried = order == "sov" or (page.goes_on(place.cue) and order == "svo")
    source = page.beside(place, low) if carried else page.ahead(place)
    led = page.words.relatives.at(page.text, low - 1) is not None
    if page.sources.is_bare() and led and page.sources.is_governed(low - 1):
        return None  # "to whom they promised"
    rank = page.sources.rank(*source)
    acted_on = source[0] < source[1] and not any(map(page.sources.speaks, range(*source)))
    acted_on = acted_on and (rank is Rank.NO_SOURCE or page.sources.is_governed(source[1] - 1))
    if page.sources.is_bare() and acted_on and rank < Rank.NAMED:
        source = low, low  # "in the morning they spoke of", "to the soldiers they promised"
    if (antecedent := page.antecedent(place)) is not None:
        if page.words.resumes.at(page.text, high) is not None:
            return None  # "which X spoke of"
        source = antecedent
    elif page.words.capital_nouns and page.sources.rank(*source) < Rank.NAMED:
        behind = page.sources.named(high, place.until)  # "Am Morgen meldet die Polizei 9 Tote"
        led = behind[0] - high <= 1 and page.sources.rank(*behind) is Rank.ROLE
        source, high = (behind, behind[1]) if led else (source, high)
    elif order == "vso":
        source = _acting(page, place)
        high = max(high, source[1])
    high = page.past_aside(high, place.until)
    # "the account that X gave": who gave it stands behind the verb, and nothing more.
    given = page.words.order == "svo" and page.words.relatives.at(page.text, low - 1) is not None
    own = page.sources.after(high, place.until)
    given = given and page.sources.rank(*own) is Rank.ROLE and own[1] + 1 >= place.until
    if page.sources.is_bare() and page.parts(high):
        return None
    stop = page.before_particle(high, place.until)
    return None if given or high >= stop else (source, ((page.start(high), page.end(stop - 1)),))


def _enclosed(page: Page, place: Place) -> _Framed:
    """Read "X wies C zurück" and "X hat C bestätigt": a verb of two words goes around it."""
    high, words, text = place.cue[1], page.words, page.text
    ends = high >= place.until or not text.words[high].is_word or words.joins.at(text, high)
    short = high - place.cue[0] < NEAR or words.parted.at(text, high - 1) is not None
    opens = text.form(high) in {",", ":"} and short  # not "macht X für Y verantwortlich, der"
    if opens or not (words.capital_nouns and ends and _takes_object(page, place)):
        return None
    source, begun, stop = _bracket(page, place) or ((0, 0), high, high)
    return (source, ((page.start(begun), page.end(stop - 1)),)) if begun < stop else None


def _bracket(page: Page, place: Place) -> tuple[Range, int, int] | None:
    """Return the source and the object of a verb of two words: "X hat O bestätigt", "wies O ab"."""
    (low, high), words, text = place.cue, page.words, page.text
    (begun, stop), starts = page.within(place.cue), place.first
    if high - low < NEAR - 1:
        parts = (k for k in range(starts, low) if text.form(k) in COMMAS | {":"})
        starts = max([starts, *(k + 1 for k in parts if not page.sources.is_hyphen(k))])
        helpers = (words.auxiliaries.at(text, k) for k in range(starts, low))
        helps = next(filter(None, helpers), None)
        if helps is None or words.joins.at(text, low - 1) is not None:
            return None
        begun, stop = helps.end, high - 1
    source, begun = page.sources.before(begun - 1, place.first), _past_asides(page, begun, stop)
    rank, whole = page.sources.rank(*source), replace(place, cue=(source[1], high))
    named = rank >= Rank.NAMED or (rank and _is_first_name(page, whole, source))
    if named and words.prepositions.at(text, starts) is None:
        return source, begun, stop
    article = words.articles.at(text, begun)
    noun = begun if article is None else page.sources.past_attribute(article.end, stop)
    described = article is not None and noun > article.end  # "hat | die von Oslo geführte | Armee"
    begun = noun if described else begun
    source = page.sources.named(begun, stop)
    states = (m.end for k in range(*source) if (m := words.states.at(text, k)))
    source = source[0], next(states, source[1])
    known = (
        described or page.sources.rank(*source) is Rank.ROLE or words.states.at(text, source[1] - 1)
    )
    behind = source[0] - begun < 2 and (begun - 2 > starts or not words.articles.at(text, starts))
    return (source, _past_asides(page, source[1], stop), stop) if known and behind else None


def _past_asides(page: Page, k: int, end: int) -> int:
    """Return the place past adverbs and a day that stand first: "hat | zuvor am Montag | C"."""
    words, text = page.words, page.text
    while k < end:
        led = words.ends.at(text, k) is not None
        past = words.auxiliaries.at(text, k) or words.weekdays.at(text, k + led)
        if past is None:
            break
        k = past.end
    return k


def _acting(page: Page, place: Place) -> Range:
    """Return who tells an object where the verb stands first: behind it, or who acted before."""
    low, high = place.cue
    source, before = page.sources.after(high, place.end), page.sources.before(low, place.first)
    helped = page.words.auxiliaries.at(page.text, place.first) is not None
    if helped and place.first < before[0] < before[1]:
        return before  # "had | the army | admitted"
    state = page.words.states.at(page.text, source[0]) is not None
    state = state and not (low > place.first and _carries_on(page, low))  # "and accused | Oslo"
    if state or next(page.words.roles.find(page.text, *source), None) is not None:
        return source
    return page.opening(place) or ((high, high) if _carries_on(page, low) else source)


def _carries_on(page: Page, i: int) -> bool:
    """Whether a cue goes on with what was said before, by the same speaker: "and put it at"."""
    match = page.words.verbs.at(page.text, i)
    return match is not None and match.prefix != ""
