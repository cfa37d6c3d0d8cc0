"""Accounts: "according to X, C", "C, as X said", "X's account was C" and "C. X said so"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.extract.lexical.lexical_page import Attribution, Page, Range
from variorum.extract.lexical.lexical_sources import BREAKS, COMMAS, Rank
from variorum.extract.lexical.source_words import Cue
from variorum.language import Match
from variorum.model import Certainty, Role, SpeakerKind, Stance

NEAR = 4
ACCORDING = Cue(Stance.ASSERTS, Certainty.CERTAIN)


def accounts(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "according to X, C", "C, according to X", "as he says, C" and "X's account was C"."""
    text, words = page.text, page.words
    told = [*_as_told(page, first, end), *_told_before(page, first, end)]
    told += [*_closed(page, first, end), *_of_whom(page, first, end)]
    behind = next(words.after.find(text, first, end), None)
    if behind is None or behind.start in page.sources.masked:
        told += _heard(page, first, end)
    told += _by_name(page, first, end)
    told += [*_before_colon(page, first, end), *_official(page, first, end)]
    yield from told
    yield from _told_by_a_noun(page, first, end)
    own = list(words.own.find(text, first, end))
    for match in own:
        if match.start not in page.sources.masked:
            places = page.around(first, end, match.start, match.end)
            subject = page.sources.subject(first, match.start)
            roles = words.roles.find(text, *(subject or (first, first)))
            other = not any(m.meaning[0] is SpeakerKind.PERSON for m in roles)  # "they, by him"
            subject = None if other and words.pronouns.at(text, match.end - 1) else subject
            subject = subject or _behind_helper(page, match.end, end) or (match.end, match.end)
            yield Attribution((match.start, match.end), subject, places, ACCORDING)
    alone = [m for m in words.itself.find(text, first, end) if m.start not in page.sources.masked]
    alone = [m for m in alone if (words.before.at(text, m.start) or m).end <= m.end]
    taken = [*(one.cue for one in told), *((m.start, m.end) for m in alone)]
    matches = sorted([*_openings(page, first, end, taken), *alone], key=lambda m: m.start)
    for match, (begun, high) in zip(matches, _clauses(page, matches, first, end), strict=True):
        low = _told_from(page, begun, match.start)
        if match in alone:  # "by official figures": nobody else is named
            cue, source = (match.start, match.start + 1), (match.start + 1, match.end)
            yield Attribution(
                cue, source, page.around(low, high, match.start, match.end), ACCORDING
            )
        else:
            yield from _opened(page, match, low, high)
    told_before = {match.end for match in matches}
    for match in words.after.find(text, first, end):
        source = _narrowed(page, page.sources.before(match.start, first))
        free = match.start not in page.sources.masked and source[0] not in told_before
        if source[0] < source[1] and free:
            leads = words.leads.find(text, max(first, source[0] - NEAR), source[0])
            low = next((lead.start for lead in leads if lead.end == source[0]), source[0])
            places = page.around(first, end, low, match.end)
            yield Attribution((match.start, match.end), source, places, ACCORDING)


def _official(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "The official toll is N": a count by nobody who is named, where nobody else tells it."""
    count = page.words.official.at(page.text, first)
    says = page.words.verbs.find(page.text, first, end)
    if count is not None and page.sources.holds_number(count.end, end) and not any(says):
        place = page.start(first), page.end(end - 1)
        yield Attribution((first, count.end), (first, count.end), (place,), ACCORDING)


def _before_colon(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "X blamed Y: C", where words or the mood behind the colon tell that X says it."""
    text, words = page.text, page.words
    free = (k for k in range(first + 2, end - NEAR) if k not in page.sources.masked)
    colon = next((k for k in free if text.form(k) == ":"), first)
    moods = [k for k in range(first, end) if words.reported.at(text, k)]
    gives = next(words.gives.find(text, first, colon), None)
    says = next(words.verbs.find(text, first, colon), None)
    if colon == first or not (gives or (moods and says is None and moods[0] > colon)):
        return
    low, high = giver(page, first, colon)
    if low < high:
        cue = next(cue for cue in ((high, colon), (first, low), (low, high)) if cue[0] < cue[1])
        place = page.start(colon + 1), page.end(end - 1)
        yield Attribution(cue, (low, high), (place,), ACCORDING)


def giver(page: Page, first: int, end: int) -> Range:
    """Return who acts in a clause: who opens it, or the role that no preposition or case leads."""
    text, words, sources = page.text, page.words, page.sources
    low, high = sources.subject(first, end) or (first, first)
    known = sources.rank(low, high) >= (Rank.ROLE if words.capital_nouns else Rank.NAMED)
    for k in () if known else filter(sources.is_role, range(first, end)):
        near = range(k, max(k - NEAR, first - 1), -1)
        begun = next((j for j in near if words.articles.at(text, j)), k)
        if not (words.oblique.at(text, begun) or sources.is_led(begun)):
            low, high = sources.named(begun, end)
            break
        low, high = first, first
    more, tied = range(low + 1, high), tuple(words.articles.firsts if words.order == "vso" else ())
    gives = words.gives.find(text, low, high)
    stops = [j for j in more if words.months.at(text, j + 1) or sources.is_plain(j, high)]
    stops += [m.start for m in gives] + [j for j in more if tied and text.form(j).startswith(tied)]
    return low, min([high, *stops])


def _behind_helper(page: Page, i: int, end: int) -> Range | None:
    """Return who acts behind the verb that an account opens: "By its own account has | the X"."""
    helps = page.words.auxiliaries.at(page.text, i) if page.words.capital_nouns else None
    source = page.sources.after(helps.end, end) if helps is not None else (i, i)
    begun = page.words.articles.at(page.text, source[0])
    low = source[0] if begun is None else begun.end
    return page.sources.named(source[0], low + 1) if page.sources.speaks(low) else None


def _by_name(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "by Ana Lund's account C": a name in the genitive before its noun."""
    text, words = page.text, page.words
    for match in words.whose.find(text, first + 2, end):
        leads = [*words.before.find(text, first, match.start)]
        leads += words.prepositions.find(text, first, match.start)
        low = max((m.end for m in leads), default=match.start)
        named = low < match.start and all(map(page.sources.is_name, range(low, match.start)))
        owned = named and text.form(match.start - 1).endswith("s")
        if owned and match.start not in page.sources.masked:
            places = page.around(first, end, low - 1, match.end)
            yield Attribution((low - 1, low), (low, match.start), places, ACCORDING)


def _narrowed(page: Page, source: Range) -> Range:
    """Return a source before its word without what precedes it, or what follows its owner."""
    words, text, sources, (low, high) = page.words, page.text, page.sources, source
    if words.order == "sov":  # "BBC'nin | whose source was a doctor | haberine göre"
        owners = (k + 1 for k in range(low, high) if text.form(k).startswith("'"))
        plain = (k for k in owners if not any(map(sources.names_somebody, range(k, high))))
        return low, next(plain, high)
    for k in range(low, high if words.capital_nouns else low):
        medium = words.articles.at(text, k) and page.sources.is_outlet((k + 1, k + 2))
        nobody = (match := words.nobody.at(text, k)) and match.end >= high
        if nobody and (k == source[0] or not words.adjoined.at(text, k - 1)):
            return k, high  # "the first | reports", but "Danish reports"
        low = k + 1 if sources.is_plain(k, high) else k if medium else low
    return low, high


def _opened(page: Page, match: Match[bool], low: int, high: int) -> Iterator[Attribution]:
    """Read "according to X, C" in words[low:high]; "as he writes, C" is by who spoke last."""
    text, words, sources = page.text, page.words, page.sources
    source, cue = sources.named(match.end, high), (match.start, match.end)
    if text.form(match.end) == "," and match.end - match.start > 1:
        places = page.around(low, high, *cue)
        yield Attribution(cue, (match.end, match.end), places, ACCORDING)
    elif source[0] == source[1] and _names_text(page, match):
        # "C, it says in the statement": that of who spoke last.
        places = page.around(low, high, match.start, high)
        yield Attribution(cue, source, places, ACCORDING)
    elif source[0] < source[1]:
        noun = words.roles.at(text, match.end - 1)  # "from an official source"
        if noun is not None and source[0] == match.end and not noun.prefix:
            text_itself = noun.meaning[0] is SpeakerKind.DOCUMENT
            cited = text_itself and words.cited.at(text, match.end)  # "a note | quoted by X"
            source = source if text_itself else (match.end - 1, source[1])
            source = (match.end - 1, match.end) if cited else source
        source, past = _by_phrase(page, source, high)
        past = _past_day(page, past, high)
        given = sources.giver(source, past if past > source[1] else high)
        source, past = given or source, high if given and past == source[1] else past
        if match.start > low and past < high:
            if _only_names(page, past, high):
                source, past = (source[0], high - (text.form(high - 1) in BREAKS)), high
            elif ";" in {text.form(past), text.form(past + 1)}:
                past = high  # "C, according to X; D"
            elif words.relatives.at(text, past) and not words.articles.at(text, past):
                past = high  # "according to a report that came out on Monday"
        yield Attribution(cue, source, page.around(low, high, match.start, past), ACCORDING)


def _names_text(page: Page, match: Match[bool]) -> bool:
    """Whether what tells an account names the text of it, as its last sentence word but a day."""
    text, words = page.text, page.words
    said = words.verbs.at(text, match.start) or words.hearsay.at(text, match.start)
    rest = range(match.end, text.sentence_of(match.start)[1])
    plain = all(text.form(k) in BREAKS or words.weekdays.at(text, k) for k in rest)
    return match.end - match.start > 2 and said is not None and plain


def _told_from(page: Page, low: int, high: int) -> int:
    """Return where what "according to" at word `high` opens begins: "said that, | by X"."""
    text, words = page.text, page.words
    opener = next((k for k in range(max(low, high - NEAR), high) if page.opens(k)), None)
    if opener is None or not [*words.verbs.find(text, max(low, opener - NEAR), opener)]:
        return low
    return opener + 1


def _closed(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "C, so X.": a name or a role and no more behind the word, at the end of a sentence."""
    text, sources = page.text, page.sources
    for match in page.words.closing.find(text, first + 1, end):
        last = end - (text.form(end - 1) in {".", "!", "?"})
        source, near = sources.after(match.end, last), range(match.end, min(match.end + 2, last))
        plain = any(sources.is_plain(k, last) for k in range(*source))
        whole = any(map(sources.is_role, near)) or all(map(sources.is_name, near))
        named = match.end < last and all(map(sources.is_name, range(match.end, last)))
        named = named or (source[1] >= last and whole and not plain)
        source = (match.end, last)
        free = text.form(match.start - 1) in COMMAS and match.start not in sources.masked
        if named and free:
            places = page.around(first, match.start - 1, first, first)
            yield Attribution((match.start, match.end), source, places, ACCORDING)


def _of_whom(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "X, according to whom C"."""
    text, words, last = page.text, page.words, end - (page.text.form(end - 1) in BREAKS)
    for match in words.before.find(text, first + 1, end):
        whom = words.relatives.at(text, match.end)
        free = match.start not in page.sources.masked and text.form(match.start - 1) == ","
        if whom is None or not free or page.sources.named(match.end, end)[1] >= last:
            continue  # "C, according to the agency AFP": no clause follows
        source = page.sources.antecedent(*page.sources.before(match.start - 1, first))
        if page.sources.rank(*source, led=True) >= Rank.NAMED:
            place = page.start(whom.end), page.end(last - 1)
            yield Attribution((match.start, whom.end), source, (place,), ACCORDING)


def _openings(page: Page, first: int, end: int, taken: Sequence[Range]) -> list[Match[bool]]:
    """Return the words of one sentence that stand before a source: "according to", "citing"."""
    text, words = page.text, page.words
    found = {m.start: m for m in words.citing.find(text, first, end)}
    found |= {m.start: m for m in words.before.find(text, first, end)}
    view = words.viewed.at(text, first)
    found |= {first: view} if view is not None and _is_view(page, view.end, end) else {}
    return [
        match
        for start, match in sorted(found.items())
        if start not in page.sources.masked
        and words.own.at(text, start) is None
        and all(map(page.is_article, words.relatives.find(text, match.end, match.end + 1)))
        and not _is_ordinal(page, match, first)
        and not (text.form(match.end) == "-" and text.is_glued(match.end))  # "d'après-midi"
        and not any(low <= start < high for low, high in taken)
    ]


def _is_view(page: Page, i: int, end: int) -> bool:
    """Whether words[i:end] begin with who holds what follows: "For | the minister, C"."""
    low, high = page.sources.named(i, end)
    roles = (role.meaning[1] for role in page.words.roles.find(page.text, low, high))
    return page.text.form(high) == "," and not {Role.OFFICIAL, Role.EXPERT}.isdisjoint(roles)


def _is_ordinal(page: Page, match: Match[bool], first: int) -> bool:
    """Whether "according to" is another word: "the second" is one, and "so a" without a comma."""
    words, text, i = page.words, page.text, match.start
    if words.order != "svo" or i == first:
        return False
    closing = words.closing.at(text, i) is not None and text.form(i - 1) not in COMMAS
    before = (words.articles, words.links, words.prepositions, words.noun_behind)
    led = any((m := table.at(text, i - 1)) and m.end == i for table in before)
    return closing or (led and match.end == i + 1 and not words.capital_nouns)


def _heard(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "they were told that C", where nobody says by whom."""
    text, words = page.text, page.words
    match = next(iter(words.hearsay.find(text, first, end)), None)
    if match is None or match.start in page.sources.masked:
        return
    that = next(iter(words.that.find(text, match.end, end)), None)
    comma = next((k for k in range(match.end, end - 1) if text.form(k) == ","), None)
    if that is not None and that.end < end:
        places = page.around(first, end, first, that.end)
    elif comma is not None and (words.comma_opens or comma == match.end):
        places = page.around(first, end, first, comma + 1)
    else:
        places = page.around(first, match.end, match.start, match.end)
    if places and (that or comma or words.order == "sov"):
        # "In the statement it was said that C": whose statement it is was told before.
        stated = next(words.occasions.find(text, first, match.start), None)
        source = None if stated is None else (match.end, match.end)
        yield Attribution((match.start, match.end), source, places, ACCORDING)


def _clauses(page: Page, matches: Sequence[Match[bool]], first: int, end: int) -> list[Range]:
    """Return the clauses of a sentence with several accounts: "C according to X, D to Y"."""
    found = [(first, end)] * len(matches)
    for i, (one, other) in enumerate(pairwise(matches)):
        behind = one.start > first and page.text.form(other.start - 1) in COMMAS
        near = other.start - behind  # "C, says X, and D, | says Y"
        cut = next((k for k in range(near - 1, one.end, -1) if page.parts(k)), None)
        if cut is None and behind and end - other.end >= NEAR // 2:
            cut = near  # "by X A, | by Y B"
        if cut is not None:
            found[i : i + 2] = (found[i][0], cut), (cut + 1, end)
    return found


def _told_by_a_noun(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "the explanation from X was that C"."""
    for match in page.words.nouns.find(page.text, first, end):
        that = next(iter(page.words.that.find(page.text, match.end, end)), None)
        if match.start in page.sources.masked:
            continue
        if that is None and match.start > first and page.text.form(match.start - 1) in COMMAS:
            source = page.sources.named(match.end, end)  # "C, X quotes Y"
            places = page.around(first, match.start - 1, first, first)
            yield Attribution((match.start, match.end), source, places, ACCORDING)
        if that is None or that.end >= end:
            continue
        if next(page.words.verbs.find(page.text, match.end, that.start), None) is not None:
            continue  # "disputed the version of X and said that"
        verbs = page.words.figures.find(page.text, match.end, that.start)
        stop = next((verb.start for verb in verbs), that.start)
        source = page.sources.named(match.end, stop)
        ties = (page.words.passives, page.words.links)  # and none in "the version that came"
        clause = not any(t.at(page.text, that.start - 1) for t in ties)
        clause = clause and page.words.relatives.at(page.text, that.start) is not None
        if source[0] < source[1] and that.start - source[1] <= NEAR and not clause:
            joins = page.words.joins.find(page.text, that.end + 1, end)
            more = (m.start for m in joins if page.words.verbs.at(page.text, m.end))
            last = next(more, end)  # "while X said"
            place = (page.start(that.end), page.end(last - 1))
            yield Attribution((match.start, match.end), source, (place,), ACCORDING)


def _as_told(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "as X said, C" and "C, as X said"."""
    text, words, sources = page.text, page.words, page.sources
    for match in words.as_said.find(text, first, end):
        low = match.start
        if low in sources.masked or (low > first and text.form(low - 1) not in COMMAS):
            continue
        commas = [k for k in range(match.end, end) if text.form(k) in {",", "،", ":"}]
        cue = next(iter(words.verbs.find(text, match.end, min([*commas, end]))), None)
        dated = match.end if cue is None else sources.past_date(cue.end)
        stop = next((k for k in commas if k >= dated), end)
        if cue is None or next(iter(words.that.find(text, cue.end, stop)), None) is not None:
            continue
        last = end - (text.form(end - 1) in BREAKS)
        holder = (
            low > first and stop + 1 < last and all(map(sources.is_name, range(stop + 1, last)))
        )
        reach = min(stop + 1, end)  # with the comma that ends the source
        behind = sources.after(dated, last) if holder else sources.named(dated, reach)
        sides = sources.after(match.end, cue.start), behind
        source = max(sides, key=lambda side: sources.rank(side[0], side[1], led=True))
        stop = source[1] if stop == end and low == first else stop
        apposed = low > first and any(map(sources.is_role, range(stop + 1, min(stop + 3, end))))
        stop = end if apposed or holder else stop  # "as Ann Lee said, adviser of the port"
        said = next(words.verbs.find(text, first, low), None)
        that = said is not None and any(words.that.find(text, said.end, low))
        if words.pronouns.at(text, source[0]) is not None and that:
            continue  # "she said that C, as he had foretold"
        opened = page.quote_from(page.end(stop), page.end(stop) + NEAR) if stop < end else None
        alone = match.end == cue.start and cue.end == stop < end and words.order == "svo"
        alone = alone and not (words.capital_nouns or sources.is_bare())
        if alone or sources.rank(source[0], source[1], led=True) > Rank.NO_SOURCE:
            source = (cue.end, cue.end) if alone else source  # "as he said, C"
            places = page.around(first, end, low, stop)
            places = ((opened.start, opened.end),) if opened and text.form(stop) == ":" else places
            yield Attribution((low, cue.end), source, places, ACCORDING)


def _told_before(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "C. X said so" and "C, X said so": the content stands before."""
    text, sources = page.text, page.sources
    match = next(iter(page.words.this.find(text, first, end)), None)
    cues = page.words.verbs.find(text, match.start, match.end) if match is not None else ()
    if match is None or match.start in sources.masked or len([*cues]) > 1:
        return  # "this is said in the orders, writes X"
    aside = page.words.as_said.at(text, first) is not None  # "as X writes, this was said by Y"
    # Where the verb stands last, it stands behind: "this | he said", not "this shows, he said".
    said = page.words.verbs.at(text, match.end) or sources.is_name(match.end)
    begins = match.start == first or (page.words.order == "sov" and said) or aside
    opens = any(text.form(k) == ":" or page.words.that.at(text, k) for k in range(match.end, end))
    if begins and (first or not opens):
        # The first sentence may have it of the title, which is no part of the text.
        before = text.sentence_of(first - 1) if first else (0, 0)
    elif not begins and text.form(match.start - 1) in COMMAS | {":", ";"}:
        before = first, match.start - 1
    else:
        return
    commas = (k for k in range(match.end + 1, end) if text.form(k) == ",")
    apart = text.form(match.end) == ","  # "this is what, after a month, | X concludes"
    own = sources.after(next(commas, match.end) if apart else match.end, end)
    whole = page.words.order != "sov" and not any(map(sources.tells, range(*own)))
    sides = own if whole else sources.named(match.end, end), sources.before(match.start, first)
    source = max(sides, key=lambda side: sources.rank(side[0], side[1], led=True))
    inner = (k for k in range(match.start, match.end) if page.words.pronouns.at(text, k))
    source = next(((k, k + 1) for k in inner), source)  # "of this she told the paper"
    rank = sources.rank(source[0], source[1], led=True)
    told = ((page.start(before[0]), page.end(before[1] - 1)),) if before[1] else ()
    if rank > Rank.NO_SOURCE:
        yield Attribution((match.start, match.end), source, told, ACCORDING)
    elif told:
        yield Attribution((match.start, match.end), None, told, ACCORDING)


def _by_phrase(page: Page, source: Range, end: int) -> tuple[Range, int]:
    """Return a source after "according to" as the parse bounds it, and where its content begins."""
    phrase = page.grammar.phrase(source[0])
    if phrase is None or phrase[1] > end or page.sources.holds_number(source[1], phrase[1]):
        return source, _past_relative(page, source[1], end)
    # An apposition ends with a comma: "selon l'ONU, plus de cent personnes ont fui" has none.
    behind = {page.text.form(k) for k in (phrase[1] - 1, phrase[1])}
    whole = phrase[1] == source[1]  # "a report released on Monday by the ministry"
    if whole or (page.text.form(source[1]) in COMMAS and not behind & COMMAS):
        return source, _past_relative(page, source[1], end)
    inner = (
        k for k in range(source[1], phrase[0]) if page.text.form(k).endswith(page.words.agreed)
    )
    return (source[0], next(inner, phrase[0])), phrase[1]


def _only_names(page: Page, i: int, end: int) -> bool:
    """Return whether the words up to the end only go on with a source: "opposition activists"."""
    text, sources = page.text, page.sources
    while end > i and not text.words[end - 1].is_word:
        end -= 1
    plain = all(text.words[k].is_word and not sources.tells(k) for k in range(i, end))
    return plain and end - i <= NEAR and not page.words.capital_nouns


def _past_day(page: Page, i: int, end: int) -> int:
    """Return the place past the day of an account: "according to the report on Sunday, C"."""
    days = page.words.weekdays.find(page.text, i, min(i + NEAR, end))
    day = next(days, None)
    ended = day is not None and day.end >= end - (page.text.form(end - 1) in BREAKS)
    if day is not None and ended and day.start - i < 2:
        return day.end
    closed = day is not None and day.end < end and page.text.form(day.end) in {",", "،"}
    between = range(i, day.start) if day is not None else ()
    short = all(page.text.words[k].is_word for k in between) and len(between) < NEAR - 1
    return day.end + 1 if day is not None and closed and short else i


def _past_relative(page: Page, i: int, end: int) -> int:
    """Return the place past ", who was there," after a source that ends at word `i`."""
    text, led = page.text, page.words.prepositions.at(page.text, i) is not None
    if (comma := page.sources.past_clause(i, end)) is not None:
        return comma
    near = range(i + 1, min(i + 2 * NEAR, end)) if led and page.words.order == "svo" else ()
    comma = next((k for k in near if text.form(k) in {",", "،"}), None)
    if comma is not None and not any(map(page.sources.tells, range(i, comma))):
        return comma  # "according to the mission | in the country (MIC), C"
    if text.form(i) not in {",", "،"} or page.words.relatives.at(text, i + 1) is None:
        return i
    return next((k for k in range(i + 2, end) if text.form(k) in {",", "،"}), i)
