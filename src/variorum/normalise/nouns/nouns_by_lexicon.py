"""What a number counts, and what happened to it: by the words around it in its clause."""

import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum import taxonomy
from variorum.language import Match, Phrases, Text, phrases, section

PLAIN = "people"
UNSAID = "things"
# What befalls people that reports say befell nobody.
HARMS = frozenset({"killed", "injured", "missing"})
REACH = 4
BEHIND = 9
BESIDE = 2
COMMA = 6
BESIDE_UNKNOWN = 12  # What befell a noun that no list has stands within so many words
ARMS = "attacks"
KILLED, HOSPITAL = "killed", "buildings.hospitals"
HARM = frozenset({"injured", KILLED})
FOUND = frozenset({"rescued", "recovered"})
TAKEN = frozenset({"detained", "released", "rescued"})
LIVED = "lived"
MOVED = 6
"""What was done with "the wounded" is told within so many words: "40 wounded were brought out"."""
NUMBER = 4
EITHER = 3  # Words for two harms stand so near where people suffered one or the other
WRONG_SIDE = 8
COMMAS = frozenset({",", "،"})
PUNCTUATION = frozenset('.,;:!?…()[]«»„“”"؛،؟۔/')
QUOTES = frozenset('«»„“”"')
LISTED = 10
"""The numbers of a list stand so near: "12 soldiers of the army, 5 guards and 3 nurses died"."""
TITLE = 3  # The quotes of a name stand so near to each of its words
BREAKS = frozenset(".;:!?…؛؟۔")
AGE = 4  # So many words may stand between "the age of" and the years
AGED = frozenset({"people.children", "people.women", "people.men"})


Place = tuple[int, int]
# Which words tell what befell others.
Taken = Callable[[Match[str]], bool]


def nobody(_: Match[str]) -> bool:
    """Return False: none of the words tells of others."""
    return False


@dataclass(frozen=True)
class Noun:
    """The counted noun at words[start:end]; `found` says that the lexicon has its kind."""

    start: int
    end: int
    kind: str
    found: bool = True


class Things:
    """Finds counted nouns and events in one language."""

    def __init__(self, language: str) -> None:
        raw = section(language, "things")
        self._kinds = by_name(language, raw["kinds"])
        self._modifiers = by_name(language, raw["modifiers"])
        self.pairs = by_name(language, raw["pairs"])
        self._events = by_name(language, raw["events"])
        self._subjects = by_name(language, raw["subjects"])
        self._nations = by_name(language, section(language, "populations")["nations"])
        self._and = frozenset(section(language, "places")["and"])

        def listed(words: Iterable[str]) -> Phrases[bool]:
            return phrases(language, [(word, True) for word in words])

        self.words = {k: listed(words) for k, words in raw.items() if isinstance(words, list)}
        # "Of whom", "including": what befell the whole befell this part.
        self._parts = listed([*raw["among"], *raw["including"], *raw["of_them"]])
        said = section(language, "sources")
        self.articles = listed(said["articles"])
        self._before_nouns = listed([*said["articles"], *section(language, "places")["before"]])
        self._that = listed(said["that"])
        self._says = listed(word for row in said["verbs"].values() for word in row)
        by = said["figures"]["by"] if said["figures"]["by_stands"] == "before" else ()
        # German "von" stands before an agent, and before what there are so many of.
        self._by = listed(word for word in by if word not in said["links"])
        self._toll = listed(said["figures"]["toll"])
        self._changes = listed(section(language, "numbers")["roles"]["changes"])
        self.verbs_last = bool(raw["events_after"])
        self.may_be_verb = self.verbs_last and not section(language, "places")["capital_nouns"]
        self._attributive = tuple(raw["attributive"])
        self._capitals = bool(section(language, "places")["capital_nouns"])

    def noun_after(
        self, text: Text, i: int, barred: Collection[int] = (), known_only: bool = False
    ) -> Noun | None:
        """Return the noun that words before `i` count, or None where none follows.

        `barred` are the words of dates, which are not nouns.
        """
        end = text.sentence_of(i - 1)[1] if i else i
        last = min(i + REACH, end)
        first: int | None = None
        described: int | None = None
        while i < last:
            kind = self._kinds.at(text, i)
            behind = bool(self._attributive) or self.has("adjectives_behind", text, i)
            apart = kind is not None and (
                kind.prefix[:1] in self._and or (first == i - 1 and behind)
            )
            if first is not None and apart:
                break  # "104 Palestinians and the wounding of 700", "doze alvos | militares"
            if kind is not None:
                plain = self._described(text, Noun(i, kind.end, kind.meaning))
                counted = self._told_more(text, kind) or self._narrowed(text, plain)
                return self._with_joined(text, counted)
            between = self.words["between"].at(text, i)
            word = text.words[i]
            if word.form == "-" and not text.is_glued(i):
                break  # "rose to 118 - so it was said"
            if first is not None and between is not None and self._nations.at(text, first):
                break  # "58 Swedes by soldiers": they are no soldiers
            if between is not None or word.form.startswith("'"):
                past = between.end if between is not None else i + 1
                last = min(last + past - i, end)
                i = past
                continue
            moved = self.may_be_verb and self._changes.at(text, i) is not None
            ends = i in barred or moved or self.has("stops", text, i)
            if ends or not word.is_word or (first is not None and self._attributive):
                break  # where adjectives stand behind, the noun is the first word
            told = self._events.at(text, i)
            # "30 were hurt, 5 died", "eight others captured".
            harms = told is not None and told.meaning in HARM | TAKEN
            if told is not None and told.prefix[:1] in self._and:
                break  # "nine and were wounded more than 26"
            if self.has("adjectives", text, i):
                described = i if described is None else described
                i += 1
                continue
            if first is not None and described is not None:
                break
            noun = (text.is_capital(i) or not self._capitals) and not harms
            first = i if first is None and noun else first
            i += 1
        first = described if first is None else first
        if first is None or known_only:
            return None
        nation = self._nations.at(text, first)
        if nation is not None and not self.has("adjectives", text, first):
            return Noun(first, nation.end, PLAIN)
        unknown = Noun(first, first + 1, f"things.{text.form(first)}", found=False)
        return self._with_joined(text, unknown)

    def _described(self, text: Text, noun: Noun) -> Noun:
        """Return the noun that a noun only describes: "50 killed | civilians", "military cars"."""
        told = self._events.at(text, noun.start)
        harmed = told is not None and told.meaning in HARM
        harmed = harmed or self.has("adjectives_behind", text, noun.end)  # "victims | civil"
        harmed = harmed and noun.kind == PLAIN
        if not (harmed or self.has("adjectives", text, noun.start)):
            return noun
        i = noun.end
        joined = self._events.at(text, i + 1) if text.form(i) in self._and else None
        if harmed and joined is not None and joined.meaning in HARM:
            i = joined.end  # "84 killed and wounded fighters"
        kind = self._kinds.at(text, i)
        if kind is None or kind.prefix or (i == noun.end and kind.meaning == PLAIN):
            return noun
        people = taxonomy.load().is_people(kind.meaning)
        fits = people if harmed else self._events.at(text, noun.start) is None
        return Noun(noun.start, kind.end, kind.meaning) if fits else noun

    def _with_joined(self, text: Text, noun: Noun) -> Noun:
        """Return the noun with another that "and" joins to it, so that both are counted.

        "5,000 civilians and fighters", "60 soldiers of the KIA and civilians" and "20 preachers,
        pupils and other civilians" are people of both kinds.
        """
        end = self._joint(text, noun)
        joined = text.form(end) in self._and
        start = end + joined + (0 if noun.found else self.has("others", text, end + joined))
        start += not noun.found and self.has("adjectives", text, start)
        other, known = self._kinds.at(text, start), taxonomy.load()
        if other is None or not (joined or (noun.found and other.prefix[:1] in self._and)):
            return noun
        told = self._events.at(text, other.start)
        # "Ten dead and the wounding of", "39 people and the wounding of 43".
        harms = (
            told is not None and told.meaning in HARMS and self._events.at(text, noun.start) is None
        )
        others = harms and (noun.kind == PLAIN or other.prefix != "" or not noun.found)
        goes_on = told is not None and (told.end > other.end or others)
        counted = known.is_people(noun.kind) or not noun.found
        if goes_on or not (counted and known.is_people(other.meaning)):
            return noun
        same = other.meaning == noun.kind or self.has("adjectives", text, noun.start)
        return Noun(noun.start, other.end, other.meaning if same else PLAIN)

    def _joint(self, text: Text, noun: Noun) -> int:
        """Return the word behind a noun, or the "and" behind whose they are or a list goes on."""
        i, last = noun.end, min(noun.end + REACH, len(text.words))
        end = next((k for k in range(i, last) if text.form(k) in self._and), i)
        goes = self.has("between", text, i) if noun.found else text.form(i) in COMMAS
        plain = all(word.is_word or word.form in COMMAS for word in text.words[i:end])
        return end if goes and plain else i

    def told_of(self, text: Text, i: int, barred: Collection[int]) -> Noun | None:
        """Return the noun behind "were" or "of them" at word `i`: "306 are civilians"."""
        link = self.words["copulas"].at(text, i) or self.words["of_them"].at(text, i)
        return self.noun_after(text, link.end, barred, known_only=True) if link else None

    def is_listed(self, text: Text, i: int, noun: Noun) -> bool:
        """Return whether a number at word `i` goes on with a list, and so counts its own noun."""
        listed = text.form(i - 1) in {*COMMAS, *self._and}
        return listed and self._events.at(text, noun.start) is None

    def _told_more(self, text: Text, kind: Match[str]) -> Noun | None:
        """Return the noun that a noun only describes: the fighters of "foreign fighters"."""
        noun = self._kinds.at(text, kind.end)
        for match in self._modifiers.all_at(text, kind.start):
            if noun is not None and taxonomy.load().parent(match.meaning) == noun.meaning:
                return Noun(kind.start, noun.end, match.meaning)
        return None

    def noun_before(self, text: Text, i: int) -> Noun | None:
        """Return the nearest counted noun before word `i` in its clause: "the dead rose to 30"."""
        first, _ = self.clause(text, i)
        for k in range(i - 1, max(first, i - BEHIND) - 1, -1):
            if text.words[k].value is not None:
                break
            kind = self._kinds.at(text, k)
            if kind is not None and kind.end <= i:
                # "Ten have died and 30 were hurt": the next number counts others.
                joined = text.form(i - 1) in self._and and self._events.at(text, k) is not None
                # "63 children 613": each number of those that stand before has a noun of its own.
                own = self.verbs_last and any(w.value for w in text.words[max(0, k - 2) : k])
                if joined or (own and kind.end == i):
                    return None
                noun = self._narrowed(text, Noun(k, kind.end, kind.meaning))
                near = i - k <= NUMBER and not any(text.form(j) in COMMAS for j in range(k, i))
                fits = noun if taxonomy.load().is_people(noun.kind) or near else None
                return (
                    fits if self.tells_all(text, k, noun) else self._of_figure(text, first, i, fits)
                )
        verb = range(max(first, i - BESIDE - 1), i)
        moved = any(self._changes.at(text, k) is not None for k in verb)
        return self._of_figure(text, first, i, None) if moved else None

    def _of_figure(self, text: Text, first: int, i: int, noun: Noun | None) -> Noun | None:
        """Return whose number it is: "the number of victims of the strike rose to 22"."""
        toll = next(reversed(list(self._toll.find(text, first, i))), None)
        for k in range(toll.end, min(toll.end + BESIDE, i)) if toll is not None else ():
            kind, told = self._kinds.at(text, k), self._events.at(text, k)
            if kind is not None and told is not None and told.meaning in HARMS:
                return Noun(k, kind.end, kind.meaning)
        return noun

    def described(self, text: Text, i: int) -> Noun | None:
        """Return the noun that number `i` describes from behind, as an adjective: المدن الأربع."""
        pair = text.words[max(0, i - 1) : i + 1]
        if len(pair) < 2 or not all(word.form.startswith(self._attributive) for word in pair):
            return None
        kind = self._kinds.at(text, i - 1)
        if kind is not None and kind.end == i:
            return self._narrowed(text, Noun(i - 1, i, kind.meaning))
        return Noun(i - 1, i, f"things.{text.form(i - 1)}", found=False)

    def tells_number(self, text: Text, i: int) -> bool:
        """Return whether a verb before word `i` tells a number: "reports 43", "rose to 80"."""
        starts = range(max(text.sentence_of(i)[0], i - REACH), i)
        told = (m for k in starts for m in self._says.all_at(text, k))
        return any(m.end == i for m in told) or any(self._changes.at(text, k) for k in starts)

    def is_among(self, text: Text, i: int) -> bool:
        """Return whether the clause of word `i` says that they were among those counted before."""
        found = list(self.words["among"].find(text, *self.clause(text, i)))
        # "2,000 were there, among them 750 pupils": those are among these, not these among others.
        behind = (text.words[m.end : m.end + REACH] for m in found if m.end > i)
        return any(all(w.value is None for w in row) for row in behind) or any(
            m.end <= i for m in found
        )

    def opens_part(self, text: Text, i: int) -> bool:
        """Return whether "among them" stands right before word `i`."""
        starts = range(max(0, i - 3), i)
        return any(m.end == i for k in starts for m in self._parts.all_at(text, k))

    def amid(self, text: Text, i: int) -> Noun | None:
        """Return among whom it is that word `i` begins to tell: "no deaths among the guards"."""
        match = self.words["amid"].at(text, i)
        return None if match is None else self.noun_after(text, match.end, set(), known_only=True)

    def nobody_harmed(self, text: Text, i: int) -> Noun | None:
        """Return the words at word `i` by which nobody died, was hurt or is missing."""
        match = self.words["nobody"].at(text, i)
        noun = Noun(i, match.end, PLAIN) if match else None
        told = self.event(text, (i, noun.end), noun, PLAIN) if noun is not None else None
        if noun is None or told is None or told.meaning not in HARMS:
            return None
        near = text.words[noun.end : told.start]  # "nobody was so badly hurt"
        apart = len(near) > 1 or any(not w.is_word or w.value is not None for w in near)
        return None if apart or told.start < i else Noun(i, max(noun.end, told.end), PLAIN)

    def _narrowed(self, text: Text, noun: Noun) -> Noun:
        """Return the noun with the narrower kind that a word beside it makes of it."""
        low, high = text.sentence_of(noun.start)
        # "Fighters local and foreign": what joins two words does not move them further off.
        joined = (k for k in range(noun.end, high) if text.form(k) not in self._and)
        after = itertools.takewhile(lambda k: text.form(k) not in PUNCTUATION, joined)
        beside = [
            *itertools.islice(after, BESIDE),
            *range(max(noun.start - BESIDE, low), noun.start),
        ]
        found = [
            (place, match)
            for place in beside
            for match in self._modifiers.all_at(text, place)
            if taxonomy.load().parent(match.meaning) == noun.kind
        ]
        # "Local and foreign fighters" are fighters of both kinds.
        if len({match.meaning for _, match in found}) != 1:
            return noun
        place, match = found[0]
        return Noun(min(noun.start, place), max(noun.end, match.end), match.meaning)

    def clause(self, text: Text, i: int) -> tuple[int, int]:
        """Return the words around `i` up to the stops, colons and conjunctions of its sentence."""
        first, end = text.sentence_of(i)
        low, high = i, i + 1
        while low > first and text.form(low - 1) not in BREAKS and not self.has("joins", text, low):
            low -= 1
        while high < end and text.form(high) not in BREAKS and not self.has("joins", text, high):
            high += 1
        return low, high

    def event(
        self, text: Text, place: Place, noun: Noun | None, kind: str, is_taken: Taken = nobody
    ) -> Match[str] | None:
        """Return what befell those counted at a place, with how badly: "12 gravely wounded"."""
        start, end = place
        told = self._event(text, place, noun, kind, is_taken)
        named = {d for (e, _), d in taxonomy.load().degrees.items() if told and e == told.meaning}
        for m in (m for m in self._events_in(text, start) if m.meaning in named):
            apart = self.distance(text, m, start, end) != m.start - end  # another number, or "and"
            if told and (m.start <= told.start < m.end or (m.start >= end and not apart)):
                return m
        return told

    def _event(
        self, text: Text, place: Place, noun: Noun | None, kind: str, is_taken: Taken
    ) -> Match[str] | None:
        """Return the words around a place that tell of an event, fit for `kind`.

        The words of a noun for people come first ("12 dead"); else the nearest verb, those past a
        comma, an "and" or another number counting as further away, and those on the wrong side of
        an object.
        """
        (start, end), known = place, taxonomy.load()
        # Those whose noun is left out may be people: "20 were wounded and 12 captured".
        kinds = {kind, PLAIN} if kind == UNSAID else {kind}
        # "Up to 16" may be told with the word for "arrived".
        bare = min(end, noun.start) if noun is not None and noun.start >= start else end
        events = self._events_in(text, start)
        found = [m for m in events if m.start < start or m.end > bare]
        fits = [m for m in found if any(known.can_befall(m.meaning, one) for one in kinds)]
        own = [m for m in fits if noun is not None and noun.start <= m.start < noun.end]
        if noun is not None and kind == PLAIN and not own:  # "two injured people died"
            own = [m for m in fits if end <= m.start < noun.start and m.meaning in HARM]
        if len({m.meaning for m in own}) > 1:
            return None  # "50 dead and missing"
        if own and (kind == PLAIN or own[0].meaning in HARM):
            rest = [m for m in fits if not is_taken(m)]
            return self._moved(text, own[0], rest, (start, max(end, own[0].end))) or own[0]
        # "Surrounded by hundreds of people", "hit by missiles": they did it, nothing befell them.
        first = start - 2 if self.has("or", text, start - 1) else start  # "by one or more men"
        agent = first > 0 and self._by.at(text, first - 1) is not None
        people, arms = known.is_people(kind), known.within(kind, ARMS)
        fits = [
            m
            for m in fits
            if m not in own
            and not self._only_changes(text, m.start)
            and not (agent and (people or (arms and m.start < start)))
        ]
        if (toll := self._of_toll(text, start, fits)) is not None:
            return toll
        # "Left two people dead": what stands right behind the noun goes before the verb.
        behind = noun.end if noun is not None and noun.start >= end else end
        past = self.past_part(text, behind)
        beside = behind if any(m.start == behind and not m.prefix for m in fits) else end
        last = past if past > behind else beside
        told_here = fits
        if noun is not None and not noun.found:
            # What befell an unknown noun is told beside it, or it befell another.
            fits = [m for m in fits if self.distance(text, m, start, last) < BESIDE_UNKNOWN]
        done = list(self.words["doing"].find(text, end, self.clause(text, start)[1]))
        fits = [
            m
            for m in fits
            if not (self._is_of_others(text, m, last) or self._is_named(text, m, start))
            # "Forty men killed the guards": who kills is not killed.
            and not any(a.start <= m.start <= max(a.start + 1, a.end - 1) for a in done)
            and not is_taken(m)
            # "Met 12 people, who lived there": more may have.
            and (m.meaning != LIVED or (m.start <= behind and start - m.end <= NUMBER))
        ]
        told = min(
            fits,
            key=lambda m: (self.distance(text, m, start, last), m.start != last, -m.weight),
            default=None,
        )
        if told is None or any(self._of_either(text, told, m, start) for m in told_here):
            return None
        if told.start < end and not known.can_befall(told.meaning, kind):
            return None  # "they let go of five": what stands before may have befallen others
        # "The three wounded men died": right behind a harm stands what came of it.
        later = known.later.get(told.meaning, frozenset())
        came = [m for m in fits if m.meaning in later and told.end == m.start]
        # "The bodies of 19 were recovered".
        dead = [m for m in fits if told.meaning in FOUND and m.meaning == KILLED and m.end == start]
        return next(iter([*came, *dead]), told)

    def past_part(self, text: Text, i: int) -> int:
        """Return where it goes on behind a part: "100 people, most of them children, | died"."""
        i, end = i + self.has("others", text, i), text.sentence_of(i - 1)[1]
        commas = [k for k in range(i, min(end, i + LISTED)) if text.form(k) in COMMAS]
        if len(commas) < 2 or commas[0] != i or not self.has_part(text, i, min(end, i + NUMBER)):
            return i
        last = commas[-1]
        tells = any(True for _ in self._events.find(text, i, last))
        return i if tells else last + 1

    def _of_either(self, text: Text, told: Match[str], beside: Match[str], number: int) -> bool:
        """Return whether two harms are told of the same people: "100 were killed or wounded"."""
        one, other = sorted((told, beside), key=lambda m: m.start)
        if one.meaning == other.meaning or not {one.meaning, other.meaning} <= HARMS:
            return False
        between = range(one.end, other.start)
        if any(self.has("or", text, k) for k in between):
            return len(between) <= EITHER and all(text.words[k].value is None for k in between)
        # "Were killed and wounded.", "the killing and wounding of 12", not "were killed and wounded
        # others".
        joined = other.prefix[:1] if not between else text.slice(one.end, other.start)
        first = self.clause(text, one.start)[0]
        ahead = other.end <= number and all(w.value is None for w in text.words[first : one.start])
        closed = text.form(other.end) in {*PUNCTUATION, ""} or ahead
        return joined in self._and and closed

    def _moved(
        self, text: Text, own: Match[str], fits: Collection[Match[str]], place: tuple[int, int]
    ) -> Match[str] | None:
        """Return what was done with those who are told as wounded: moved, they are not all of them.

        A number before the words is of others ("44 dead and 130 wounded"); behind an article they
        are a noun ("40 wounded in the evacuation"). The wounded are brought to hospital.
        """
        later = taxonomy.load().later.get(own.meaning, frozenset())
        if any(noun.kind == HOSPITAL for noun in self.names(text, *self.clause(text, own.start))):
            later = later & {KILLED}
        told = [
            m
            for m in fits
            if m.meaning in later
            and (text.words[m.start - 1].value is None or own.end <= place[0] < m.start)
            and (m.start < own.start or self._before_nouns.at(text, m.start - 1) is None)
        ]
        far = {m: self.distance(text, m, *place) for m in told}
        return min((m for m in told if far[m] < MOVED), key=far.__getitem__, default=None)

    def is_toll(self, text: Text, i: int) -> bool:
        """Return whether the clause calls the number at word `i` "the figure" right before it."""
        first, _ = self.clause(text, i)
        return any(self._toll.find(text, max(first, i - REACH), i))

    def _of_toll(self, text: Text, start: int, fits: Collection[Match[str]]) -> Match[str] | None:
        """Return what befell those whose number came to this: "the number of dead rose to 30"."""
        first, _ = self.clause(text, start)
        toll = next(self._toll.find(text, first, start), None)
        verb = range(max(first, start - BESIDE - 1), start)
        if toll is None or not any(self._changes.at(text, k) for k in verb):
            return None
        return next((m for m in fits if 0 <= m.start - toll.end <= 1), None)

    def _is_of_others(self, text: Text, event: Match[str], last: int) -> bool:
        """Return whether others are named far behind a number: "20 sang in memory of the dead"."""
        noun = self._kinds.at(text, event.start)
        named = noun is not None and taxonomy.load().is_people(noun.meaning)
        starts = range(max(0, event.start - REACH), event.start)
        rows = (self.words["mourned"].all_at(text, k) for k in starts)
        mourned = any(m.end == event.start for row in rows for m in row)
        far = mourned or event.start - last > BEHIND
        return named and far and event.meaning in HARM

    @staticmethod
    def _is_named(text: Text, event: Match[str], number: int) -> bool:
        """Return whether an event stands in a short name in quotes: at the "March of Return"."""
        before = range(event.start - 1, max(0, event.start - TITLE) - 1, -1)
        behind = range(event.end, min(len(text.words), event.end + TITLE))
        first = next((k for k in before if text.form(k) in QUOTES), None)
        last = next((k for k in behind if text.form(k) in QUOTES), None)
        return first is not None and last is not None and not first < number < last

    def _only_changes(self, text: Text, i: int) -> bool:
        """Return whether the verb at word `i` tells how a number moved: "the toll came to 63"."""
        tolls = self._toll.find(text, *self.clause(text, i))
        return self._changes.at(text, i) is not None and any(True for _ in tolls)

    def _events_in(self, text: Text, i: int) -> list[Match[str]]:
        first, last = self.clause(text, i)
        first = self._told_from(text, first, i)
        found: list[Match[str]] = []
        for k in (k for k in range(first, last) if self._parts.at(text, k) is None):
            best = sorted(self._events.all_at(text, k), key=lambda m: (-m.end, -m.weight))
            named = self._kinds.at(text, k)  # "bodies" in "security bodies" tells of no dead
            if best and (named is None or named.end <= best[0].end or named.meaning == PLAIN):
                found += [m for m in best if m.weight == best[0].weight]
        return found

    def _told_from(self, text: Text, first: int, i: int) -> int:
        """Return where what is told begins: what stands before tells of who speaks.

        "After the raid that left ten dead, the mayor announced that 20 came" tells of no 20 dead.
        """
        comma = next((k for k in range(i, first, -1) if text.form(k) in COMMAS), None)
        if comma is not None and next(self._says.find(text, comma, i), None):
            return comma
        said = [k for k in range(first, i + 1) if k == first or self._that.at(text, k)]
        for start, k in reversed(list(pairwise(said))):
            if next(self._says.find(text, start, k), None):
                return k
        return first

    def tells_all(self, text: Text, i: int, noun: Noun | None) -> bool:
        """Return whether a noun behind word `i` says what befell people: "the wounded"."""
        told = self._events.at(text, noun.start) if noun is not None else None
        return noun is not None and noun.start >= i and noun.kind == PLAIN and told is not None

    def lists(self, text: Text, start: int, end: int) -> bool:
        """Return whether words[start:end] part two numbers of a list, which share an event."""
        gap = range(start, end)
        joined = any(text.form(k) in {*COMMAS, *self._and} for k in gap)
        joined = joined or self.has_part(text, start, end)
        moved = any(self._changes.at(text, k) is not None for k in gap)
        return len(gap) <= BESIDE or (joined and not moved and len(gap) <= LISTED)

    def has_part(self, text: Text, start: int, end: int) -> bool:
        """Return whether "of whom" or "including" stands among words[start:end]."""
        return any(self._parts.find(text, start, end))

    def is_part(self, text: Text, start: int, end: int) -> bool:
        """Return whether "of them" or "of whom" stands right before or behind words[start:end]."""
        return self._parts.at(text, end) is not None or self.opens_part(text, start)

    def has(self, name: str, text: Text, i: int) -> bool:
        """Return whether a word of a list begins at word `i`."""
        return self.words[name].at(text, i) is not None

    def has_and(self, text: Text, start: int, end: int) -> bool:
        """Return whether "and" stands among words[start:end]."""
        return any(text.form(k) in self._and for k in range(start, end))

    def distance(self, text: Text, match: Match[str], start: int, end: int) -> int:
        """Return how far the words of an event are from words[start:end], commas counting more."""
        low, high = (end, match.start) if match.start >= end else (match.end, start)
        between = range(low, high)
        far = len(between)
        far += sum(COMMA for k in between if text.form(k) in {*COMMAS, *self._and})
        far += sum(NUMBER for k in between if text.words[k].value is not None)
        far += COMMA if match.start >= end and match.prefix[:1] in self._and else 0
        # "The bodies of 19": what stands right before the number belongs to it.
        wrong = self.verbs_last and match.start < start and far > 0
        return far + (WRONG_SIDE if wrong else 0)

    def tells_ago(self, text: Text, start: int, end: int) -> bool:
        """Return whether a time tells how long ago: "six weeks before the raid", "hace un mes"."""
        before = (
            m for k in range(max(0, start - 3), start) for m in self.words["ago"].all_at(text, k)
        )
        return self.has("earlier", text, end) or any(m.end == start for m in before)

    def tells_age(self, text: Text, start: int, end: int) -> bool:
        """Return whether years at words[start:end] tell an age: "a girl of six", "under 15"."""
        first = max(text.sentence_of(start)[0], start - AGE)
        if any(self.words["ages"].find(text, first, end + BESIDE)):
            return True
        linked = self.words["aged"].at(text, start - 1) is not None
        if linked and self.words["aged"].at(text, end) is not None:
            return False  # "the prisoners of 20 years of war"
        starts = range(start - 2, start - 2 - BESIDE, -1) if linked else range(start - 1, start)
        nouns = (self._kinds.at(text, k) for k in starts if k >= first)
        kind = next((n.meaning for n in nouns if n is not None), None)
        return kind in AGED or (linked and kind is not None and taxonomy.load().is_people(kind))

    def subject(self, text: Text, i: int) -> str | None:
        """Return the family of the thing that an amount is about, the nearest in its clause."""
        first, end = self.clause(text, i)
        found = self._subjects.find(text, first, end)
        best = min(found, key=lambda m: abs(m.start - i), default=None)
        return best.meaning if best else None

    def names(self, text: Text, i: int, end: int) -> Iterator[Noun]:
        """Yield the counted nouns in words[i:end]."""
        for match in self._kinds.find(text, i, end):
            yield self._narrowed(text, Noun(match.start, match.end, match.meaning))


def by_name(language: str, rows: dict[str, list[str]]) -> Phrases[str]:
    """Return the words of a table, each with the name that it stands under."""
    return phrases(language, [(word, name) for name, words in rows.items() for word in words])


# The reader of things and events of a language; it raises KeyError where there is no file for it.
things_of = functools.cache(Things)
