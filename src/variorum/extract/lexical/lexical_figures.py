"""Figures: "X put it at N", "X spoke of N", "it was put at N by X", "X counted N and Y M"."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.extract.lexical.lexical_page import Attribution, Page, Place, Range
from variorum.extract.lexical.lexical_sources import COMMAS, Rank
from variorum.model import SpeakerKind

BETWEEN = 3
FARTHEST = 60


def figure(page: Page, place: Place) -> tuple[Range, tuple[Range, ...]] | None:
    """Read "X put the dead at N": the object of the verb holds a number, and X can speak."""
    low, high = place.cue
    if page.words.order == "sov":
        if page.quote_until(page.start(low)) is not None:
            return None
        source = page.sources.first(place.first, low)
        begun = page.words.auxiliaries.at(page.text, source[1])
        content = (source[1] if begun is None else begun.end, low)
    else:
        source = page.beside(place, place.until)
        if source[0] >= high and page.words.order != "vso":
            source = page.sources.named(source[0], place.until)
        verb = page.words.figures.at(page.text, low)
        start = page.past_aside(max(high, source[1]), place.until)  # "berichtete X | von | N"
        led = verb is not None and verb.end == start + 1
        content = (start + led, page.before_particle(start, place.until))
        if not page.sources.holds_number(*content):
            content = page.within(place.cue)  # "X hold up to N possible"
        if not page.sources.holds_number(*content):
            source, content = _turned(page, place) or (source, content)
    if page.sources.rank(*source) < Rank.NAMED or not _is_figure(page, place.cue, content):
        return None
    role = next(iter(page.words.roles.find(page.text, *source)), None)
    if role is not None and role.meaning[0] is SpeakerKind.DOCUMENT:
        return None  # "the report counts 80 pages"
    return source, ((page.start(content[0]), page.end(content[1] - 1)),)


def _turned(page: Page, place: Place) -> tuple[Range, Range] | None:
    """Return who counts and what of "N dead, 3 of them boys, counts X": all else stands before."""
    first, (low, high) = place.first, place.cue
    source = page.sources.named(high, place.until)
    begins = page.sources.holds_number(first, min(first + BETWEEN, low))
    alone = source[1] >= place.until - 1 and source[0] == high and page.words.order == "svo"
    return (source, (first, low)) if begins and alone else None


def _is_figure(page: Page, cue: Range, content: Range) -> bool:
    """Return whether a verb tells a figure: "counts 40 dead", but "the hospital counts 40 beds"."""
    words = page.words
    if not page.sources.holds_number(*content):
        return False
    verb = next((k for k in range(*cue) if words.figures.at(page.text, k)), cue[0])
    for verbs, objects in ((words.counts, words.events), (words.raises, words.toll)):
        if verbs.at(page.text, verb) is not None:
            return next(objects.find(page.text, *content), None) is not None
    return True


def put_by(page: Page, first: int, end: int) -> Iterator[Attribution]:
    """Read "the dead were put at N by X"."""
    text, words, sources = page.text, page.words, page.sources
    for match in words.put.find(text, first, end):
        happened = next(words.events.find(text, first, match.start), None) is not None
        if match.start in sources.masked or not (happened or sources.holds_number(first, end)):
            continue
        agent = next(_agents(page, first, end), None)
        # "has confirmed that ..., taken by the militia": that is no agent of it.
        if agent is None or any(words.that.find(text, match.end, agent[1][0])):
            continue
        told = sources.holds_number(match.start, end)
        helps = (words.passives, words.auxiliaries)
        verb = match.start  # "have been denied by X"
        while verb > first and any(table.at(text, verb - 1) for table in helps):
            verb -= 1
        low = agent[1][0] if told or verb <= first else verb
        places = page.around(first, end, low, agent[1][1])
        yield Attribution((match.start, match.end), agent[0], places, match.meaning)
        return


def _agents(page: Page, first: int, end: int) -> Iterator[tuple[Range, Range]]:
    """Yield who did something in the passive, and the same with the word for "by"."""
    sources, stands = page.sources, page.words.by_stands
    for by in page.words.by.find(page.text, first, end):
        if stands == "behind":
            source = sources.before(by.start, first)
        elif stands == "before" or sources.is_role(by.start):
            source = sources.named(by.start if stands == "within" else by.end, end)
        else:
            continue
        if sources.rank(source[0], source[1], led=True) >= Rank.NAMED:
            yield source, (min(by.start, source[0]), max(by.end, source[1]))


def coordinated(page: Page, found: Attribution, end: int) -> Iterator[Attribution]:
    """Yield "X counted N and Y M" as the figures of X and of Y; any other as it is."""
    start, stop = found.content[-1]
    begun, high = page.text.index_at(start), page.text.index_at(stop)
    halves = [(found.source, begun, high)]
    last = end if page.words.order == "sov" else high
    led, tables = page.text.form(found.cue[1] - 1), (page.words.figures, page.words.objects)
    counts = any(table.at(page.text, k) for k in range(*found.cue) for table in tables)
    for k in range(begun + 1, min(last, begun + FARTHEST)):
        source, begun, stopped = halves[-1]
        if k < begun:
            continue
        second = _second(page, k, end, led)
        if second is not None and _says(page, second[1]):
            halves[-1] = source, begun, min(k, stopped)
            break
        turn = page.words.auxiliaries.at(page.text, second[1]) if second is not None else None
        turn = turn if last == end else None
        counted = counts and page.sources.holds_number(begun, min(k, stopped))
        if second is not None and (turn or counted):
            halves[-1] = source, begun, min(k, stopped)
            start = turn.end if turn else second[1] + (page.text.form(second[1]) == led)
            halves.append((second, start, high if k < high else end))
    for i, (source, low, until) in enumerate(halves):
        content = *(found.content[:-1] if i == 0 else ()), (page.start(low), page.end(until - 1))
        yield replace(found, source=source, content=content)


def _second(page: Page, k: int, high: int, led: str) -> Range | None:
    """Return another source behind word `k`, with what `led` to 3: "X sprach von 3|, Y von 4"."""
    text, sources = page.text, page.sources
    role = page.words.roles.at(text, k)
    if role is not None and any(map(role.prefix.startswith, page.words.joins.firsts)):
        low = k
    elif (join := page.words.joins.at(text, k)) is not None:
        low = join.end
    elif text.form(k) in COMMAS - {"-"}:
        after = page.words.joins.at(text, k + 1)
        low = k + 1 if after is None else after.end
    else:
        return None
    if (turning := _turning(page, low)) is not None:
        return turning
    source = sources.named(low, high)
    stop = next((k for k in range(source[0] + 1, source[1]) if text.form(k) == led), source[1])
    source = source[0], stop
    # A name is one behind any words: "die Hamas mehr als 110", "a Hamas o ponad 110".
    words = [k for k in range(*source) if page.words.articles.at(text, k) is None]
    named = bool(words) and all(sources.is_name(k) and not sources.tells(k) for k in words)
    named = named and len(text.slice(*source)) > 1  # "R$ 30"
    ranked = sources.rank(*source) >= Rank.NAMED and len(text.slice(*source)) > 1
    if not (named or ranked) or source[0] - low > 1:
        return None
    if _says(page, source[1]):
        return source
    near = range(source[1], min(source[1] + 2 + BETWEEN * (page.words.order != "sov"), high))
    stops = {",", "،"} | page.words.listing
    near = range(near.start, next((i for i in near if text.form(i) in stops), near.stop))
    counts = (i for i in near if page.words.articles.at(text, i) is None)
    number = next((i for i in counts if sources.holds_number(i, i + 1)), None)
    return source if number is not None else None


def _says(page: Page, i: int) -> bool:
    """Return whether a verb with "that" stands soon behind word `i`: "and Y | says that"."""
    near = (page.words.verbs.at(page.text, k) for k in range(i, i + BETWEEN))
    verb = next(filter(None, near), None)
    behind = i if verb is None else verb.end + (page.text.form(verb.end) in COMMAS)
    return verb is not None and page.words.that.at(page.text, behind) is not None


def _turning(page: Page, low: int) -> Range | None:
    """Return the source that takes its turn where verbs stand last: "X A, | Y | ise B bildirdi"."""
    words, text, sources = page.words, page.text, page.sources
    near = range(low + 1, min(low + 2 * BETWEEN + 1, len(text.words) - 1))
    turns = (k for k in near if words.auxiliaries.at(text, k) or not text.words[k].is_word)
    turn = next(turns, low)
    named = turn > low and words.auxiliaries.at(text, turn) and words.order == "sov"
    whole = named and sources.names_somebody(low) and sources.names_somebody(turn - 1)
    return (low, turn) if whole and not any(map(sources.tells, range(low, turn))) else None
