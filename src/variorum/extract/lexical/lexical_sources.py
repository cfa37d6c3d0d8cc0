"""Sources beside a cue: the range of words that names who says it."""

import operator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from variorum.bylines.agencies import agency_of
from variorum.extract.lexical.source_words import Lexicon
from variorum.language import Match, Text
from variorum.model import Role, SpeakerKind

LONGEST = 16
APPOSED = 12
NAMES = 2  # A person is told with so many names behind the name of a place: "in Oslo Kari Lund"
WORDS_BETWEEN = 3
BREAKS = frozenset(".;:!?…؛؟۔")
COMMAS = frozenset({",", "،", "-"})
OPENING = frozenset('«“„"‘‚「(')
CLOSING = frozenset('»”“"’」)')


class Rank(IntEnum):
    """How likely words are a source: none, a noun, a name or a pronoun, or a role."""

    NO_SOURCE = 0
    PLAIN = 1
    NAMED = 2
    ROLE = 3


@dataclass
class Sources:
    """Finds the words of sources in one text.

    `masked` are the words inside long quotations, which no source runs into.
    """

    text: Text
    words: Lexicon
    masked: set[int] = field(default_factory=set)

    def after(self, i: int, last: int, closed: bool = False) -> tuple[int, int]:
        """Return the source that begins at word `i`, before word `last`; it may be empty.

        Behind "according to X, " what X says may begin: an apposition must be `closed` by another.
        """
        while i < last and self.text.form(i) in {",", "،"}:
            i += 1
        i = self._past_told(i, last) if (own := self._own_case(i, last)) is None else own
        article = self.words.articles.at(self.text, i)
        k = i if article is None else min(article.end, last)
        # "A first inquiry": the word that else tells a time describes a role.
        k += article is not None and k + 1 < last and self.is_role(k + 1) and not self._says(k)
        k += self.words.goes_on.at(self.text, k) is not None and self.is_role(k + 1)
        k = self._past_age(k, last)
        k += self._counts_sources(k)
        if (pronoun := self._pronoun_alone(i, last)) is not None:
            return i, pronoun
        while k < min(last, i + LONGEST):
            if self.ends_at(k, forward=True):
                k = self._held_at(i, k, last) or k
                break
            if self._goes_on_to_do(k, i) or (k > i and self._is_acted_on(k, i)):
                break
            if k > i and self.words.order == "vso" and self.words.numbers.at(self.text, k):
                break  # "the committee saw | three boats"
            if self.text.form(k) in COMMAS and not self.text.is_glued(k + 1):
                end = self.apposed(k, last, closed)
                end = end or self._holder(i, k, last)
                if end is None:
                    break
                k = end
                continue
            k += 1
        low, high = self.trimmed(i, self._held_in(i, k, last))
        told = self.is_bare() and self.words.that.at(self.text, high + 1) is not None
        # "told AFP, that"
        return (i, i) if told and agency_of(self.text.slice(low, high)) else (low, high)

    def _own_case(self, i: int, last: int) -> int | None:
        """Return where a source begins by its case: "told a paper | Lund", "they said in | X"."""
        text, words = self.text, self.words
        near = range(max(text.sentence_of(i)[0], i - WORDS_BETWEEN - 1), i) if i < last else ()
        if not self.is_bare() or not any(map(self._is_verb, near)):
            return None
        while (lead := words.leads.at(text, i)) and not words.prepositions.at(text, i):
            i = lead.end
        if i >= last or not (words.ends.at(text, i) or self.is_governed(i)):
            return None
        end = self._clause_stop(i, last)
        plain = [k for k in range(i, end) if not self.is_hyphen(k - 1) and self.speaks(k)]
        roles = (k for k in plain[i in plain :] if not self.is_governed(k))
        role = next((k for k in roles if self.is_role(k) and words.ends.at(text, k) is None), None)
        if role is not None:
            while role - 1 > i and words.described.at(text, role - 1) is not None:
                role -= 1
            return role
        led = next((k for k in range(i, end) if words.prepositions.at(text, k)), end)
        body = next((k for k in plain if k > led), None)
        if led + 2 < end and self.is_governed(led + 1) and not self.is_name(led + 1):
            body = led + 2 if body is None and self.is_name(led + 2) else body
        text_itself = body is None or self._is_a(SpeakerKind.DOCUMENT, body)
        return led + 1 if words.several.at(text, i - 1) and not text_itself else None

    def speaks(self, k: int) -> bool:
        """Whether word `k` is a role or the initials of a body."""
        return self.is_role(k) or self._is_initials(k)

    def _clause_stop(self, i: int, last: int) -> int:
        """Return where the words from word `i` on end: at a comma, a mark or a verb of saying."""
        marks = BREAKS | {",", "،"}
        inside = range(i, last)
        return next((k for k in inside if self.text.form(k) in marks or self._says(k)), last)

    def _held_in(self, i: int, k: int, last: int) -> int:
        """Return where the name of who holds an office ends: "envoy | in Oslo Ana Ruiz"."""
        text, words = self.text, self.words
        led = i < k < last and self.is_bare() and words.prepositions.at(text, k) is not None
        if not led or not any(self._is_a(SpeakerKind.PERSON, j) for j in range(i, k)):
            return k
        end = self._clause_stop(k, last)
        end = next((j for j in range(k, end) if text.words[j].value is not None), end)
        cased = words.names_of.at(text, k - 1) or self.is_governed(k - 1)
        cased = cased or self._is_initials(k - 1)
        names = end - NAMES > k + 1 and self._all_names(end - NAMES, end)
        whole = names and not words.names_of.at(text, end - NAMES) and not self.is_hyphen(end - 2)
        return end if whole and (cased or not text.is_capital(k - 1)) else k

    def _held_at(self, i: int, k: int, last: int) -> int | None:
        """Return where the holder of an office is named behind its place: "head | in Oslo, A B"."""
        near = range(k + 1, min(k + WORDS_BETWEEN + 4, last))
        comma = next((j for j in near if self.text.form(j) in {",", "،"}), None)
        led = self.words.prepositions.at(self.text, k) is not None and self.words.order == "svo"
        plain = comma is not None and not any(map(self.tells, range(k + 1, comma)))
        return self._holder(i, comma, last) if comma and plain and led else None

    def _pronoun_alone(self, i: int, last: int) -> int | None:
        """Return where a pronoun ends that is all of a source: "says he | with a laugh"."""
        words, text = self.words, self.text
        found = words.pronouns.at(text, i) if i < last and words.order == "svo" else None
        shared = (words.articles, words.goes_on, words.ends)
        if found is None or found.end >= last or any(t.at(text, i) for t in shared):
            return None
        more = text.words[found.end]
        return found.end if more.is_word and not self._names(found.end) else None

    def _counts_sources(self, k: int) -> bool:
        """Whether a number at word `k` counts who speaks: "according to three officials"."""
        inner = k not in self.masked and k + 1 < len(self.text.words) and self.words.order == "svo"
        return inner and self.holds_number(k, k + 1) and self._is_a(SpeakerKind.GROUP, k + 1)

    def _past_age(self, k: int, last: int) -> int:
        """Return the place past an age that begins a source: "the 37 year old", "23-åringen"."""
        aged = k + 2 < last and self.text.words[k].value is not None and k not in self.masked
        article = self.words.articles.at(self.text, k - 1) if aged else None
        led = article is not None and self.text.words[k + 1].is_word
        return k + 1 + (not led) if aged and (led or self.is_hyphen(k + 1)) else k

    def _goes_on_to_do(self, k: int, low: int) -> bool:
        """Whether "and" at word `k` leads to what a source does: "says Lund | and laughs"."""
        text, words = self.text, self.words
        joins = words.joins.at(text, k) is not None and any(map(self._names, range(low, k)))
        more = range(k + 1, min(k + 1 + NAMES, len(text.words)))
        named = any(map(self._names, more)) or words.articles.at(text, k + 1) is not None
        return joins and not named and words.order == "svo"

    def _is_acted_on(self, k: int, i: int) -> bool:
        """Whether a body without an article begins another noun behind one with it."""
        role, before = self.words.roles.at(self.text, k), self.text.form(k - 1)
        articles = tuple(self.words.articles.firsts)
        body = role is not None and role.meaning[0] is not SpeakerKind.PERSON and not role.prefix
        if self.words.toll.at(self.text, k) is not None:
            return self.words.order == "vso"  # "put | the number of dead at"
        state = self.words.states.at(self.text, i) if self.words.order == "vso" else None
        if state is not None and state.end == k and self.words.joins.at(self.text, k) is None:
            return not self.text.form(k).startswith(articles)  # "accused | Oslo | Bonn of"
        ties = self.words.roles, self.words.adjoined, self.words.prepositions
        tied = any(table.at(self.text, j) for table in ties for j in (k - 1, k - 2))
        holder = k > i + NAMES and self.is_role(i) and not tied  # "its envoy Ana Ruiz | the army"
        return body and self.words.order == "vso" and (before.startswith(articles) or holder)

    def named(self, i: int, last: int) -> tuple[int, int]:
        """Return the source after "according to", which ends with its name where no comma does."""
        resumed = self.words.order == "vso" and self.words.resumes.at(self.text, i) is not None
        medium = self.words.ends.at(self.text, i) is not None and self.is_bare()
        medium = medium and self.is_outlet((i, i + 1))  # "według | agencji PAP"
        low, high = self.after(i + (resumed or medium), last, closed=True)
        low -= medium
        behind = any(self.text.form(k) == "," for k in range(self.text.sentence_of(i)[0], i))
        stops = {",", "،"} | (BREAKS if behind else set())  # "C, according to X."
        comma = high < last and self.text.form(high) in stops
        # "According to the people and doctors who fled, C": the comma ends the clause about them.
        told = comma or self.past_clause(high, last) is not None
        told = told or (self.words.order == "vso" and high < last and self.ends_at(high))
        if told and not self._runs_on(low, high):
            return low, high
        ended = self._past_quoted(self._first_name(low, high), last)
        made = self._made_by(ended, last)
        short = self.text.form(ended) == "(" and ended + 2 < last
        ended += 3 * (short and self.text.form(ended + 2) == ")")  # "Doctors for Peace (DP)"
        return self.trimmed(low, ended) if made is None else (low, self.named(made, last)[1])

    def _past_quoted(self, i: int, last: int) -> int:
        """Return the place past a name in marks at word `i`: "the centre | “Memory”"."""
        opened = self.text.form(i) in OPENING - {"("}
        near = range(i + 2, min(i + NAMES + 3, last)) if opened else ()
        closed = next((k for k in near if self.text.form(k) in CLOSING), None)
        whole = closed is not None and all(map(self.is_name, range(i + 1, closed)))
        return closed + 1 if closed is not None and whole else i

    def past_clause(self, i: int, last: int) -> int | None:
        """Return the comma that ends a clause about a source, which begins at word `i`, if any."""
        text, words = self.text, self.words
        opens = words.relatives.at(text, i) is not None and words.order == "svo"
        if not opens or words.articles.at(text, i) is not None:
            return None
        stops = (k for k in range(i + 1, last) if text.form(k) in BREAKS | {",", "،"})
        comma = next(stops, None)
        return None if comma is None or text.form(comma) in BREAKS else comma

    def giver(self, source: tuple[int, int], last: int) -> tuple[int, int] | None:
        """Return who gave a text, by the clause behind its name: "the data that | X | got"."""
        text, words, (low, i) = self.text, self.words, source
        spoken = (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.ORGANISATION)
        clause = words.relatives.at(text, i) is not None and not words.articles.at(text, i)
        named = any(self._is_a(kind, k) for kind in spoken for k in range(low, i))
        if not clause or named or words.order != "svo":
            return None
        near = range(i + 1, min(i + 1 + WORDS_BETWEEN, last))
        begun = next((k for k in near if words.articles.at(text, k) or self._names(k)), last)
        noun = begun + (words.articles.at(text, begun) is not None)
        acts = noun < last and not any(words.told.at(text, k) for k in range(i + 1, noun))
        return self.named(begun, last) if acts and self._names(noun) else None

    def _made_by(self, i: int, last: int) -> int | None:
        """Return where it begins who released a text that ends at word `i`: "data shown by | X"."""
        text, words = self.text, self.words
        if words.by_stands != "before" or not self._is_a(SpeakerKind.DOCUMENT, i - 1):
            return None
        near = range(i + 1, min(i + WORDS_BETWEEN + 1, last - 1))
        made = next((k for k in near if words.by.at(text, k) and not words.links.at(text, k)), None)
        plain = made is not None and all(text.words[k].is_word for k in range(i, made))
        return made + 1 if made is not None and plain else None

    def _runs_on(self, low: int, high: int) -> bool:
        """Return whether words[low:high] go on from a name or role to what happened."""
        names = (k for k in range(low, high) if self.is_role(k) or self.is_name(k))
        begun = next(names, low)
        more = range(begun + 1, high)
        return any(self._happens(k) or self._opens(k) or self.is_plain(k, high) for k in more)

    def is_plain(self, k: int, high: int) -> bool:
        """Return whether word `k` is no noun, nor beside one, where nouns have capitals."""
        text, words = self.text, self.words
        after = range(k, min(k + 2, high))
        if not words.capital_nouns or any(not text.words[j].is_word for j in after):
            return False
        tied = words.links.at(text, k) or words.prepositions.at(text, k) or self._joins(k)
        joins = words.joins.at(text, k) or text.form(k) in words.listing
        return not (tied or joins or any(map(text.is_capital, after)))

    def _opens(self, k: int) -> bool:
        """Return whether an article behind a name opens what is no part of it: "Ruiz the ship"."""
        words, text = self.words, self.text
        apart = words.articles.at(text, k) is not None and words.links.at(text, k) is None
        named = self.is_name(k - 1) and text.form(k) not in words.particles
        return apart and named and words.links.at(text, k - 1) is None

    def _first_name(self, low: int, high: int) -> int:
        """Return where the first of two names or roles ends: "by the UN | the army killed"."""
        ends: list[int] = []
        linked = other = False
        for k in range(low, high):
            if k == low and self._counts_sources(k):
                continue
            if self._happens(k) and (ends or not self.is_role(k)):
                return ends[-2] if len(ends) > 1 else ends[-1] if ends else k
            if linked and self._joins(k):
                continue  # the article of "the statement of the company"
            if ends and ends[-1] == k and self._opens(k):
                return ends[-1]
            role = self.words.roles.at(self.text, k)
            if linked or role is not None or self.is_name(k):
                end = k + 1 if role is None else role.end
                next_to = bool(ends) and ends[-1] == k and role is None
                body = self._is_a(SpeakerKind.ORGANISATION, k - 1)
                # Initials begin another name behind a written one: "Ana Ruiz | UN".
                other = next_to and not body and self._is_initials(k)
                beside = next_to and not other
                office = self._is_a(SpeakerKind.PERSON, k - 1) or (
                    self.is_name(k - 1) and self.words.adjoined.at(self.text, k - 1) is not None
                )
                # "the agency | AFP": a medium is named behind its kind, itself a role.
                office = office or (self.is_outlet((k - 1, k)) and self.is_outlet((k, k + 1)))
                office = office and bool(ends) and ends[-1] == k
                runs_on = bool(ends) and (linked or beside or (office and role is not None))
                ends[-1:] = [end] if runs_on else [*ends[-1:], end]
                linked = False
            elif ends and (
                self.words.links.at(self.text, k)
                or self.is_hyphen(k)
                or self._is_within(k)
                or (ends[-1] == k and self._joins_roles(k))
            ):
                linked = True
            elif ends and ends[-1] == k and self.words.adjoined.at(self.text, k) is not None:
                ends[-1] = k + 1
            elif ends and ends[-1] <= k and not self._joins(k):
                return ends[-2] if other else ends[-1]
        return high if ends in ([], [high]) else ends[0]

    def _joins_roles(self, k: int) -> bool:
        """Whether "and" at word `k` joins two roles, both of whom speak: "doctors | and aides"."""
        article = self.words.articles.at(self.text, k + 1)
        joined = self.is_role(k + 1 if article is None else article.end)
        return self.text.form(k) in self.words.listing and self.is_role(k - 1) and joined

    def _is_a(self, kind: SpeakerKind, k: int) -> bool:
        """Whether word `k` is an office, or a body: what follows at once may be whose it is."""
        role = self.words.roles.at(self.text, k)
        return role is not None and role.meaning[0] is kind

    def _joins(self, k: int) -> bool:
        tables = (self.words.articles, self.words.these)
        return self.text.form(k) in self.words.particles or any(t.at(self.text, k) for t in tables)

    def _says(self, k: int) -> bool:
        """Whether a verb of saying or the word that opens what is said stands at word `k`."""
        return self._is_verb(k) or self.words.that.at(self.text, k) is not None

    def _is_verb(self, k: int) -> bool:
        """Whether a verb of saying stands at word `k`, which no capital makes a noun."""
        noun = self.words.capital_nouns and self.text.is_capital(k)
        noun = noun or self.words.no_verbs.at(self.text, k) is not None
        noun = noun or (self.is_role(k) and self.words.articles.at(self.text, k - 1) is not None)
        return self.words.verbs.at(self.text, k) is not None and not noun

    def tells(self, k: int) -> bool:
        """Return whether a verb of saying, a number or a word for what happened is word `k`."""
        helps = self.words.auxiliaries.at(self.text, k) is not None
        return helps or self._happens(k) or self._says(k)

    def _happens(self, k: int) -> bool:
        """Whether a number or a word for what happened begins at word `k`."""
        number = self.words.numbers.at(self.text, k) is not None
        number = number and self.words.articles.at(self.text, k) is None
        return number or self.words.events.at(self.text, k) is not None

    def _past_told(self, i: int, last: int) -> int:
        """Return the place past whom it was told to, or when, where the source follows that."""
        led = self.words.prepositions.at(self.text, i) or self.words.ends.at(self.text, i)
        led = led or self.words.articles.at(self.text, i)
        names = i < last and self._names(i)
        places = (i, i + 1) if led and not names else (i,)
        days = (self.words.weekdays.at(self.text, k) for k in places)
        day = next((found for found in days if found is not None), None)
        if day is not None and day.end < last:
            named = self.words.articles.at(self.text, day.end) is not None
            return day.end if named else self._past_told(day.end, last)
        past = self.past_month(i) if i < last else i
        article = self.words.articles.at(self.text, i) is not None
        apart = led and not (names or self.words.capital_nouns or article)
        if past == i and apart and i + 2 < last and self.is_name(i + 1):
            past = i + 2  # "on Twitter | the reporter"
        if i < past < last and (self.words.articles.at(self.text, past) or self.is_role(past)):
            return past
        named = article and i + 1 < last and self._names(i + 1)
        named = named and self.words.told.at(self.text, i) is None
        named = named and not self.text.form(i + 1).endswith("s")
        whole = named or self._is_whole_role(i)
        leads = None if whole else self.words.prepositions.at(self.text, i)
        led = self.words.told.at(self.text, i) or leads
        if led is None:
            return i
        begun = led.end + (self.words.articles.at(self.text, led.end) is not None)
        for k in range(begun + 1, min(last, begun + APPOSED)):
            if self.is_hyphen(k):
                continue
            if self.text.form(k) in COMMAS | BREAKS:
                return self._names_until(begun, k, last) or i
            linked = self.words.links.at(self.text, k - 1) is not None
            linked = linked or self.words.occasions.at(self.text, k - 1) is not None
            if not linked and (self.words.articles.at(self.text, k) or self.is_role(k)):
                return k
        return i

    def _names_until(self, begun: int, stop: int, last: int) -> int | None:
        """Return where a name begins before word `stop` or behind it: "in a blog | A B"."""
        low, words, text = stop, self.words, self.text
        while low > begun and (self.is_name(low - 1) or self.is_hyphen(low - 1)):
            low -= 1
        if low == begun:
            named = begun + 1 if self._is_initials(begun) else stop - NAMES
            while self.is_hyphen(named) or self.is_hyphen(named - 1):
                named -= 1  # "told X | Al-Mahdi Hafyan"
            return named if stop - begun > NAMES else None
        ties = (words.links, words.prepositions, words.told, words.ends)
        tied = text.form(low - 1) in words.particles or any(t.at(text, low - 1) for t in ties)
        if low < stop and not tied and not words.capital_nouns:
            return low
        past = text.form(stop) == "," and stop + NAMES < last
        return stop + 1 if past and self._all_names(stop + 1, stop + 1 + NAMES) else None

    def _all_names(self, low: int, high: int) -> bool:
        return all(map(self.is_name, range(low, high)))

    def before(self, i: int, first: int) -> tuple[int, int]:
        """Return the source that ends before word `i`, from word `first` on; it may be empty."""
        i = k = self._before_day(i, first)
        if k - 1 >= first and self.text.form(k - 1) in COMMAS:
            k = self._before_apposition(k - 1, first)
        low = k
        while low > max(first, k - LONGEST) and not self.ends_at(low - 1, forward=False):
            if self.text.form(low - 1) in COMMAS and not self.is_hyphen(low - 1):
                break
            passive = self.words.passives.at(self.text, low - 1) is not None
            noun = not self.words.capital_nouns or self.text.is_capital(low - 1)
            deed = not noun and self.words.events.at(self.text, low - 1) is not None
            if deed or (passive and self.words.capital_nouns):
                break  # the verb of the clause: "wurden den Behörden zufolge verletzt"
            opens = self.words.articles.at(self.text, low) and self.words.order == "svo"
            counted = opens and self.holds_number(max(first, low - 1 - WORDS_BETWEEN), low - 1)
            if counted and self.words.joins.at(self.text, low - 1) is not None:
                break  # "tells of five dead and | the fishers say"
            low -= 1
            forms = [self.text.form(j) for j in range(first, low + 1)]
            if forms[-1] == ")" and "(" in forms:
                low -= forms[::-1].index("(")  # where the bracket opens
        helps = self.words.auxiliaries.at(self.text, low - 1) if low > first else None
        if helps is not None and low < helps.end < i:  # "the ministry | in a statement | said"
            return self.trimmed(helps.end, i)
        if i > first + 1 and (clause := self._clause_about(i)) is not None:
            return self.antecedent(*self.before(clause, first))
        if (before := self._further_back(low, i, first)) is not None:
            return self.before(before, first)
        low, high = self._led(low, i, first)
        high = next((k for k in range(low + 1, high) if self.words.reported.at(self.text, k)), high)
        low = self._past_clause_before(low, high)
        return self._list_begins(low, high, first), high

    def _clause_about(self, i: int) -> int | None:
        """Return where the noun ends that a verb at word `i` has before it: "X|, who said"."""
        words, text = self.words, self.text
        if self.opens_clause(i - NAMES):
            return i - NAMES
        led = words.relatives.at(text, i - 1) is not None and not words.capital_nouns
        return i - 1 if led and self._is_a(SpeakerKind.DOCUMENT, i - NAMES) else None

    def antecedent(self, low: int, high: int) -> tuple[int, int]:
        """Return the noun that the clause behind it is about: "it was fired by | X|, who said"."""
        words, text = self.words, self.text
        begun = [k for k in range(low + 1, high) if self._starts_anew(k, low)]
        # "a body near | to the army": what a preposition leads belongs to the role before it.
        begun = [k for k in begun if not (self._leads_in(k - 1) and self._owns(k))]
        for by in words.by.find(text, low + 1, high):
            near = range(max(low, by.start - WORDS_BETWEEN - 1), by.start)
            acted = any(words.passives.at(text, k) for k in near)
            if acted or not self._owns(by.start):  # but "the | army led by X, which"
                begun.append(by.end)
        svo = words.order == "svo" and not self.is_bare() and not words.capital_nouns
        return self.trimmed(max([low, *(k for k in begun if svo and k < high)]), high)

    def _owns(self, k: int) -> bool:
        """Whether a role stands so near before word `k` that what follows may tell of it."""
        return any(map(self.is_role, range(max(0, k - WORDS_BETWEEN - 1), k)))

    def _past_clause_before(self, low: int, high: int) -> int:
        """Return where a source begins behind "and" and another clause: "these are old and | X"."""
        words, text = self.words, self.text
        verbs = [k for k in range(low + 1, high) if words.passives.at(text, k) is not None]
        if not verbs or words.order != "svo":
            return low
        joins = (words.joins.at(text, k) for k in range(verbs[-1], high))
        return next((join.end for join in joins if join is not None and join.end < high), low)

    def _list_begins(self, low: int, high: int, first: int) -> int:
        """Return where a list begins that ends with words[low:high]: "the A, the B and the C"."""
        text, articles = self.text, self.words.articles
        joined = any(text.form(k) in self.words.listing for k in range(low + 1, high))
        comma = low - 1 - (articles.at(text, low - 1) is not None)
        while joined and comma > first and text.form(comma) == "," and self.words.order == "svo":
            reach = range(comma - 1, max(first, comma - LONGEST), -1)
            begun = next((k + 1 for k in reach if text.form(k) == ","), first)
            begun = begun if articles.at(text, begun) else self.trimmed(begun, comma)[0]
            part = range(begun, comma)
            short = len(part) < 2 * NAMES + 1 and self._opens_list(begun, comma)
            whole = articles.at(text, begun) is not None or short
            whole = whole and len(part) in range(NAMES, LONGEST // 2)
            tells = any(self.tells(k) for k in part if k > begun or not self.is_role(k + 1))
            if not whole or not any(map(self._names, part)) or tells:
                break
            low, comma = begun, begun - 1
        return low

    def _opens_list(self, low: int, comma: int) -> bool:
        """Whether words[low:comma] are one of several who speak, without an article: "medics"."""
        led = (self.words.before, self.words.prepositions, self.words.ends, self.words.although)
        role = any(map(self.is_role, range(low, comma)))
        return role and not any(t.at(self.text, k) for t in led for k in (max(low - 1, 0), low))

    def _led(self, begun: int, end: int, first: int) -> tuple[int, int]:
        """Return the source in words[begun:end] behind what a preposition leads, if one does."""
        low, high = self.trimmed(begun, end)
        if (opens := self.words.before.at(self.text, low)) is not None and opens.end < high:
            low, high = self.trimmed(opens.end, high)  # "according to | a man, who said"
        apart = self.is_bare() or self._leads_in(low)
        if high == end and self.words.pronouns.at(self.text, end - 1) and apart:
            return end - 1, end  # "four days ago he": all before the pronoun is no part of it
        opened = [m for t in (self.words.by, self.words.before) if (m := t.at(self.text, low))]
        opened += self.words.adverbial.find(self.text, low, high)  # "it was denied after | X said"
        if opened and opened[-1].end < high and self.words.order == "svo":
            return self.trimmed(opened[-1].end, high)  # "claimed by | X, who said"
        leads = any(map(self._leads_in, range(begun, low + 1)))
        article = self.words.articles.at(self.text, low) and not self.words.capital_nouns
        article = article and not self.is_outlet((low + 1, low + 2))
        plain = not leads and (article or self.words.ends.at(self.text, low) is None)
        comma = next((k for k in range(low, high) if self.text.form(k) == ","), low)
        named = comma - NAMES > low and self._all_names(comma - NAMES, comma)
        if plain or named:  # "in the port | Ana Ruiz, head of X,"
            return (low if plain else comma - NAMES), high
        roles = [k for k in range(low + 1, high) if self.is_role(k) and not self.is_governed(k)]
        if self.is_bare() and self.words.several.at(self.text, end):
            roles = [k for k in roles if not self._is_initials(k)]
            if not roles:  # "early on Friday in | the office of X"
                ends = (m.start for m in self.words.ends.find(self.text, low, high))
                led = next((k + 1 for k in ends if self.words.prepositions.at(self.text, k)), low)
                return (low if any(map(self._names, range(low, led))) else led), high
        # "In a statement | the ministry": an article behind a noun begins another.
        after = (k for k in roles if self._starts_anew(k - 1, low))
        role = next(after, roles[0] if roles else low)
        if role == low and not any(map(self.is_name, range(low, high))):
            behind = begun - 1 > first and self.words.auxiliaries.at(self.text, begun - 1)
            return self.before(begun - 1, first) if behind else (low, high)  # "ЦАХАЛ же в ответ"
        return role, high

    def _leads_in(self, k: int) -> bool:
        """Whether a preposition that is no article stands at word `k`."""
        article = self.words.articles.at(self.text, k)
        return self.words.prepositions.at(self.text, k) is not None and article is None

    def is_bare(self) -> bool:
        """Return whether nouns have no article, which would tell where one begins."""
        return self.words.order == "svo" and not self.words.articles.firsts

    def is_governed(self, k: int) -> bool:
        """Whether word `k` is in a case in which nobody says anything: "with the minister"."""
        oblique = self.words.oblique.at(self.text, k) and not self.text.slice(k, k + 1).isupper()
        led = self.words.prepositions.at(self.text, k - 1) and self.words.ends.at(self.text, k - 1)
        return bool(oblique or led)

    def _further_back(self, low: int, i: int, first: int) -> int | None:
        """Return where a source ends that stands before words[low:i], if these are none."""
        begun = first + (self.words.order != "svo")
        helps = self.words.auxiliaries.at(self.text, low - 1) if low > begun else None
        led = any(t.at(self.text, low) for t in (self.words.prepositions, self.words.ends))
        german = led and self.words.order == "svo" and not self.is_bare()
        german = german and self.words.weekdays.at(self.text, low - 1) is None
        if helps is not None and (helps.end > low or german):
            return low - 1  # "hat | vor Gericht | erklärt"
        comma = next((k for k in (low - 1, low - 2) if k > first and self.opens_clause(k)), None)
        found = self._clause_around(low, i, first) if comma is None else comma
        return self._before_helper(low, i, first) if found is None else found

    def _clause_around(self, low: int, high: int, first: int) -> int | None:
        """Return where a clause about a role opens whose end is words[low:high]: "aides | who"."""
        if self.words.order != "svo" or any(map(self._names, range(low, high))):
            return None
        commas = (k + 1 for k in range(low - 1, first, -1) if self.text.form(k) in COMMAS | BREAKS)
        clause = range(low - 1, next(commas, first), -1)
        opens = (k for k in clause if self.words.relatives.at(self.text, k) is not None)
        relative = next(opens, None)
        return relative if relative is not None and self.is_role(relative - 1) else None

    def _before_helper(self, low: int, high: int, first: int) -> int | None:
        """Return where what precedes plain words ends: "the army had | at first | said"."""
        words, last = self.words, low - 1
        if low >= high or last <= first or any(map(self._names, range(low, high))):
            return None
        plain = all(self.text.words[k].is_word for k in range(low, high))
        lone = words.articles.at(self.text, low) is None and high - low < NAMES + 1
        opens = all(words.leads.at(self.text, k) is not None for k in range(first, last))
        helps = words.auxiliaries.at(self.text, last) is not None and lone and not opens
        relative = words.relatives.at(self.text, last) is not None
        pronoun = words.pronouns.at(self.text, low) is not None
        return last if plain and not pronoun and (helps or relative) else None

    def _starts_anew(self, k: int, low: int) -> bool:
        """Whether an article at word `k` stands behind a noun that nothing links to it."""
        links, joins = self.words.links, k - 1 > low and not self._joins(k - 1)
        article = self.words.articles.at(self.text, k) is not None
        return article and joins and all(links.at(self.text, j) is None for j in (k - 1, k))

    def opens_clause(self, k: int) -> bool:
        """Return whether a comma at word `k` opens a clause about a source: ", who in a letter"."""
        text, words = self.text, self.words
        parts = text.form(k) == "," or (text.form(k) == "-" and not self.is_hyphen(k))
        opens = self.is_bare() and words.participles.at(text, k + 1) and not self._names(k + 1)
        if not parts or not (opens or words.relatives.at(text, k + 1)):
            return False
        # ", die Rebellen", ", die linke Partei": no clause about what stands before.
        noun = words.articles.at(text, k + 1) is not None
        noun = noun and (self._names(k + 2) or self._is_described(k + 2))
        return not noun and any(map(self._names, range(max(k - APPOSED, 0), k)))

    def _is_described(self, k: int) -> bool:
        """Whether word `k` describes the role behind it, where nouns have capitals."""
        text, words = self.text, self.words
        tied = words.prepositions.at(text, k) or words.ends.at(text, k) or self._joins(k)
        return words.capital_nouns and not tied and self.is_role(k + 1)

    def _names(self, k: int) -> bool:
        return self.is_name(k) or self.is_role(k)

    def names_somebody(self, k: int) -> bool:
        """Return whether word `k` is a role or a name, and none at which a source ends."""
        return self.is_role(k) or (self.is_name(k) and self.words.ends.at(self.text, k) is None)

    def _before_day(self, i: int, first: int) -> int:
        """Return the place before days and what helps a verb: "hatte am Freitag mitgeteilt"."""
        k = self._before_one_day(i, first)
        while k < i:
            i = k
            helps = self.words.auxiliaries.at(self.text, k - 1) if k - 1 > first else None
            k = k - 1 if helps is not None and helps.end == k else self._before_one_day(k, first)
        return k

    def _before_one_day(self, i: int, first: int) -> int:
        k, forms = i, self.text.form
        if k > first and forms(k - 1) == ")":
            k = next((j for j in range(k - 2, max(first, k - 8) - 1, -1) if forms(j) == "("), k)
        if (begins := self._day_begins(k, first)) is None:
            return i
        words, led = self.words, begins - 1
        leads = words.prepositions.at(self.text, led) or words.ends.at(self.text, led)
        return led if leads and led > first else begins

    def _day_begins(self, k: int, first: int) -> int | None:
        """Return where the name of a day or "4 April 2019" begins that ends before word `k`."""
        words, values = self.words, self.text.words
        if k - 1 > first and words.weekdays.at(self.text, k - 1) is not None:
            return k - 1
        year = k - 1 > first and values[k - 1].value is not None
        month = k - 1 - year
        if month <= first or words.months.at(self.text, month) is None:
            return None
        point = month - 1 - (self.text.form(month - 1) == ".")
        if point > first and values[point].value is not None:
            return point
        part = month - 1 > first and self.text.form(month - 1) in words.month_parts
        return month - part if part or year else None

    def first(self, first: int, last: int) -> tuple[int, int]:
        """Return the source that begins a sentence: its first names and roles, or up to a comma."""
        while first < last and (lead := self.words.leads.at(self.text, first)) is not None:
            first = lead.end
        end = first = self.past_when(first, last)
        led = first < last and self.words.told.at(self.text, first) is None
        led = led and self.words.articles.at(self.text, first) is not None
        for k in range(first + led, min(last, first + LONGEST)):
            run = end > first and k - end >= WORDS_BETWEEN
            if run or self.ends_at(k, forward=True):
                break
            if self.text.form(k) in {",", "،"}:
                names = any(map(self.is_name, range(first, end)))
                held = self._holder(first, k, last)
                return self.trimmed(first, held or (end if names else k))
            role = self.words.roles.at(self.text, k)
            adjoined = k == end > first and self.words.adjoined.at(self.text, k) is not None
            named = self.is_name(k) or adjoined
            end = max(end, role.end if role else k + 1 if named else end)
            several = self._is_a(SpeakerKind.GROUP, k) and not (end < last and self.is_role(end))
            if end < last and several and self.text.is_capital(end):
                break  # "the officials | Azeri forces opened fire"
        return self.trimmed(first, end)

    def past_when(self, i: int, last: int) -> int:
        """Return the place past when or where it was said: "after the flood | Ann Lee", "in it"."""
        words, k = self.words, i + 1
        occasion = words.occasions.at(self.text, i) if words.order == "sov" else None
        when = k < last and words.adverbial.at(self.text, k) and not self.is_name(k)
        return occasion.end if occasion is not None else k + 1 if when else i

    def subject(self, first: int, end: int) -> tuple[int, int] | None:
        """Return who begins a sentence, if that is somebody and nothing leads to it."""
        low, high = self.first(first, end)
        named = self.rank(low, high) >= Rank.NAMED or self._is_bare_name(low, high)
        if self.words.order != "svo" or not named:
            return None
        begun = next((k for k in range(low + 1, high) if self._names(k)), high)
        told = self.words.told  # Portuguese has "a" for "to" and "the"; "to the" is "à"
        near = [k for k in range(low, begun) if self._leads_in(k) or told.at(self.text, k)]
        led = any(self.words.links.at(self.text, k) is None for k in near)
        return None if led or self.holds_number(low, high) else (low, high)

    def is_name(self, k: int) -> bool:
        """Return whether word `k` begins with a capital."""
        word = self.text.words[k]
        written = word.is_word and self.text.text[word.start].isupper()
        begins = written and self.text.sentence_of(k)[0] == k
        return written and not (begins and self.words.numbers.at(self.text, k))

    def describes(self, match: Match[Any], first: int) -> bool:
        """Return whether a participle agrees with the noun before it: "the presence confirmed"."""
        words, text = self.words, self.text
        near = range(max(first, match.start - WORDS_BETWEEN), match.start)
        helped = any(words.auxiliaries.at(text, k) or words.passives.at(text, k) for k in near)
        by = words.by.at(text, match.end) and words.participles.at(text, match.end - 1)
        agrees = text.form(match.end - 1).endswith(words.agreed)
        counted = self.holds_number(near.start, near.stop) and text.form(match.start - 1) != ","
        agrees = agrees or (by is not None and not counted)
        return bool(near) and not helped and agrees

    def _is_whole_role(self, k: int) -> bool:
        """Whether word `k` is a role with nothing before it that is part of the same word."""
        role = self.words.roles.at(self.text, k)
        return role is not None and not role.prefix

    def is_role(self, k: int) -> bool:
        """Return whether the name of a role begins at word `k`."""
        return self.words.roles.at(self.text, k) is not None

    def is_outlet(self, source: tuple[int, int] | None) -> bool:
        """Return whether a source is an agency, a paper or a station."""
        if source is None:
            return False
        meanings = (role.meaning for role in self.words.roles.find(self.text, *source))
        told = (SpeakerKind.ORGANISATION, Role.NEWS_REPORT) in meanings
        return told or agency_of(self.text.slice(*source)) is not None

    def holds_number(self, low: int, high: int) -> bool:
        """Return whether words[low:high] hold a number, in digits or words."""
        return any(
            self.text.words[k].value is not None or self.words.numbers.at(self.text, k)
            for k in range(low, high)
        )

    def rank(self, low: int, high: int, led: bool = False) -> Rank:
        """Return how likely words[low:high] are a source; one `led` by "by" may have its "by"."""
        dative = self.words.capital_nouns and self.words.oblique.at(self.text, low) is not None
        if low >= high or (not led and (dative or self.is_led(low))):
            return Rank.NO_SOURCE  # "Dem Magazin | sagte sie"
        if any(self.is_role(k) for k in range(low, high)):
            return Rank.ROLE
        times = (t.at(self.text, low) for t in (self.words.weekdays, self.words.units))
        if self._is_at_end(low) or any(m is not None and m.end >= high for m in times):
            return Rank.NO_SOURCE
        whole = (t.at(self.text, low) for t in (self.words.pronouns, self.words.states))
        if any(match is not None and match.end >= high for match in whole):
            return Rank.NAMED
        begins = self.text.sentence_of(low)[0]
        names = any(self.is_name(k) and k > begins for k in range(low, high))
        names = names or (bool(self.words.articles.firsts) and self._is_bare_name(low, high))
        if not names and self.words.owned.at(self.text, low) is not None:
            return Rank.NO_SOURCE  # "denied | its part in it"
        if self.words.capital_nouns:
            named = [self.is_name(k) and not self._joins(k) for k in range(low, high)]
            names = any(map(operator.and_, named, named[1:])) or self._is_bare_name(low, high)
            names = names or any(map(self._is_initials, range(low, high)))
        return Rank.NAMED if names else Rank.PLAIN

    def _is_bare_name(self, low: int, high: int) -> bool:
        """Whether one word that has no article is a noun elsewhere too: "Kiew spricht von"."""
        if high - low != 1 or not self.is_name(low) or self._happens(low):
            return False
        if self.words.states.at(self.text, low) is not None:
            return True
        form, begins = self.text.form(low), {first for first, _ in self.text.sentences}
        others = (k for k, word in enumerate(self.text.words) if word.form == form)
        return any(k not in begins and self.text.is_capital(k) for k in others)

    def _is_initials(self, k: int) -> bool:
        """Whether word `k` is the initials of a body: "Die RSF beschuldigte die Armee"."""
        written = self.text.slice(k, k + 1)
        return len(written) > 1 and written.isupper()

    def is_led(self, low: int) -> bool:
        """Return whether a preposition stands at word `low` or before it."""
        first = self.text.sentence_of(low)[0]
        return any(self._leads_in(k) for k in (low - 1, low) if k >= first)

    def _is_at_end(self, low: int) -> bool:
        """Return whether word `low`, or that before it, is none of a source: "on Sunday"."""
        first = self.text.sentence_of(low)[0]
        leads = (self.words.although, self.words.leads, self.words.joins)  # "although", "but"
        led = any(table.at(self.text, low - 1) is not None for table in leads)
        return any(
            self.words.ends.at(self.text, k) and not self.words.articles.at(self.text, k)
            for k in ((low,) if led else (low - 1, low))
            if k >= first
        )

    def is_hyphen(self, k: int) -> bool:
        """Return whether a dash at word `k` joins the words beside it."""
        return self.text.form(k) == "-" and self.text.is_glued(k) and self.text.is_glued(k + 1)

    def ends_at(self, k: int, forward: bool = True) -> bool:
        """Whether a source cannot go over word `k`."""
        text, words = self.text, self.words
        if k in self.masked or text.form(k) in BREAKS or text.words[k].value is not None:
            return not (self._is_point_of_name(k) or self._is_in_name(k))
        if words.before.at(text, k) is not None and forward:
            return True
        hyphened = self.is_hyphen(k + 1)  # "a non-governmental body"
        helps = not hyphened and (words.auxiliaries.at(text, k) is not None or self._does(k))
        if words.that.at(text, k) or self._is_verb(k) or helps:
            return True
        end = words.ends.at(text, k) if forward else None
        place = words.types.at(text, k)
        whole = self._is_whole_role(k) or (place is not None and not place.prefix)
        ends = end is not None and not (end.prefix and whole)
        ends = ends and not (self._is_within(k) or hyphened)
        named = text.is_capital(k) and words.weekdays.at(text, k) is None  # "the envoy of Al Alam"
        return ends and not (named and text.sentence_of(k)[0] < k and not words.capital_nouns)

    def _does(self, k: int) -> bool:
        """Whether word `k` is any verb, but of a clause about the source."""
        words, text = self.words, self.text
        tables = (words.finite, words.gerunds, words.figures)
        verb = next((match for table in tables if (match := table.at(text, k))), None)
        noun = text.is_capital(k) or self.is_role(k) or words.relatives.at(text, k - 1) is not None
        return words.order == "svo" and verb is not None and not noun

    def _is_within(self, k: int) -> bool:
        """Whether a preposition leads what a source is of: "its envoy to the UN Ann Lee"."""
        text, words = self.text, self.words
        if not 0 < k < len(text.words) - 2:
            return False
        if words.order == "vso" and (words.takes_to.at(text, k - 1) or self._is_of_post(k)):
            return True
        post = self.is_role(k - 1) or (self.is_name(k - 1) and self.is_role(k - 2))
        posted = post and self._is_initials(k + 1) and self.is_name(k + 2)
        agrees = words.participles.at(text, k - 1) and words.oblique.at(text, k - 1)
        town = words.links.at(text, k - 1) and words.these.at(text, k)  # "a man of this town"
        role = words.roles.at(text, k - 1)
        shown = bool(town) or (role is not None and role.end > k)
        link = words.links.at(text, k)
        posted = posted or (link is not None and link.end > k + 1)  # "the centre | for talks"
        inner = self.is_name(k - 1) and self.is_name(k + 1) and not words.capital_nouns
        # As in "Doctors for Peace (DP)" and "the Organisation of Work for Peace".
        whole = inner and (text.form(k + 2) == "(" or self._is_a(SpeakerKind.ORGANISATION, k - 2))
        made = words.participles.at(text, k - 1) or text.form(k - 1).endswith(words.agreed)
        by = words.by.at(text, k) is not None and words.order == "svo"
        whole = whole or bool(made and by and self.is_name(k + 1))
        agreed = agrees and (self.is_name(k + 1) or words.order == "vso")
        return bool(posted or shown or whole or agreed)

    def past_attribute(self, low: int, high: int) -> int:
        """Return the place past what describes a noun behind its article: "in Oslo ansässige"."""
        words, text = self.words, self.text
        ties = (words.links, words.prepositions, words.articles)
        tied = any(t.at(text, low) for t in ties) and not text.is_capital(low)
        capital = (k for k in range(low, high) if text.is_capital(k))
        begun = next(capital, high)
        ends = (k for k in range(begun, high - 1) if not any(t.at(text, k) for t in ties))
        end = next((k for k in ends if text.words[k].is_word and not text.is_capital(k)), None)
        whole = end is not None and end + 2 < high  # no bare noun is left
        return end + 1 if end is not None and whole and tied and words.capital_nouns else low

    def _is_of_post(self, k: int) -> bool:
        """Whether "in" at word `k` leads to what a source is of: "an aide in the ministry"."""
        text, words = self.text, self.words
        led = words.prepositions.at(text, k) and words.occasions.at(text, k + 1) is None
        body, spoken = words.roles.at(text, k + 1), (SpeakerKind.PERSON, SpeakerKind.GROUP)
        within = body is not None and body.meaning[0] is SpeakerKind.ORGANISATION
        within = within and not self.is_outlet((k + 1, k + 2))
        near = range(max(k - WORDS_BETWEEN, 0), k)
        someone = any(self._is_a(kind, j) for kind in spoken for j in near)
        return bool(led and (within or words.types.at(text, k + 1) or someone))

    def _is_in_name(self, k: int) -> bool:
        """Whether digits end a name: "G1", “Canal 24”."""
        number = self.text.words[k].value is not None and k not in self.masked
        closed = self.text.is_glued(k) or self.text.form(k + 1) in CLOSING
        return number and closed and self.text.words[k - 1].is_word

    def _is_point_of_name(self, k: int) -> bool:
        """Whether a point stands after an initial or a short title."""
        text = self.text
        inner = k not in self.masked and k + 1 < text.sentence_of(k)[1]
        return inner and text.form(k) == "." and text.is_glued(k)

    def apposed(self, comma: int, last: int, closed: bool) -> int | None:
        """Return where an apposition after a comma ends, past its own comma: ", head of X,"."""
        text = self.text
        k = self._role_within(comma + 1, min(comma + 3, last))
        role = self.words.roles.at(text, k) if k is not None else None
        # Where "to" is part of the role, it is whom it was told to.
        led = self.words.articles.at(text, comma + 1)  # ", | some villagers": another begins
        several = led and role is not None and role.meaning[0] is SpeakerKind.GROUP
        if role is None or role.prefix in self.words.told.firsts or several:
            return None
        for k in range(comma + 1, min(comma + APPOSED, last)):
            if closed and (self._happens(k) or self._says(k)):
                return None
            if text.form(k) in BREAKS or k in self.masked:
                return None if closed else k
            if text.form(k) in {",", "،"} or self.words.that.at(text, k):
                return k
        return None if closed else min(comma + APPOSED, last)

    def _holder(self, low: int, comma: int, last: int) -> int | None:
        """Return where the name of who holds an office ends: "the mayor, Ana Ruiz, | on Friday"."""
        k = comma + 1 + (self.words.articles.at(self.text, comma + 1) is not None)
        ties, titled = self.words.particles, self.words.roles.at(self.text, k)
        begun = comma + 1
        if titled is not None and titled.meaning[0] is SpeakerKind.PERSON:
            begun = k = titled.end  # "the head of X, General Lee"
        while k < last and (self.is_name(k) or (k > comma + 1 and self.text.form(k) in ties)):
            if self.words.ends.at(self.text, k) is not None:  # "Ana Ruiz | der Agentur"
                break
            k += 1
        form = self.text.form(k)
        closed = k >= last or form in BREAKS | {",", "،"} or self.words.ends.at(self.text, k)
        office = any(self._is_a(SpeakerKind.PERSON, j) for j in range(low, comma))
        return k if closed and office and k - begun >= NAMES else None

    def _before_apposition(self, comma: int, first: int) -> int:
        """Return the place before ", head of X," or, after a role, ", Anna Lund,"."""
        for k in range(comma - 1, max(first, comma - LONGEST), -1):
            if self.text.form(k) in BREAKS:
                break
            if self.text.form(k) in {",", "،"}:
                apposed = self._role_within(k + 1, min(k + 3, comma)) is not None
                named = self._role_within(max(first, k - APPOSED), k) is not None
                told = apposed or named or self.opens_clause(k)
                return self._past_office(k, first) if told else comma + 1
        return comma + 1

    def _past_office(self, k: int, first: int) -> int:
        """Return the place behind who holds the office before word `k`: "Ana Ruiz|, head of X"."""
        commas = (
            j for j in range(k - 1, max(first + 1, k - LONGEST), -1) if self.text.form(j) == ","
        )
        for j in commas:
            office = self._role_within(j + 1, j + NAMES) is not None
            plain = not any(map(self.tells, range(j + 1, k)))
            if office and plain and self._all_names(j - NAMES, j):
                return j
        return k

    def is_apposed(self, first: int, last: int) -> bool:
        """Return whether a sentence up to a comma names its source: "The head of X, Ana Ruiz,"."""
        parts = BREAKS | {",", "،"}
        comma = next((k for k in range(last - 1, first, -1) if self.text.form(k) in parts), first)
        if self.text.form(comma) in BREAKS or comma == first:
            return False
        stops = (k + 1 for k in range(comma - 1, first, -1) if self.text.form(k) in parts)
        begun = next(stops, first)
        article = self.words.articles.at(self.text, begun)
        day = self.words.weekdays.at(self.text, begun if article is None else article.end)
        begun = begun if day is None else day.end  # "On Monday the head of X, Ana Ruiz,"
        near = min(comma + NAMES + 2, last)
        apposed = self._all_names(comma + 1, last) or self._role_within(comma + 1, near) is not None
        office = self._role_within(begun, min(begun + NAMES + 1, comma)) is not None
        apposed = apposed or (office and self.words.articles.at(self.text, comma + 1) is None)
        plain = not any(
            self.tells(k) and not (self.is_role(k) or self.words.links.at(self.text, k - 1))
            for k in [*range(begun, comma), *range(comma + 1, last)]
        )
        whole = comma - begun >= NAMES and self._all_names(begun, comma)
        return apposed and plain and (whole or self._role_within(begun, comma) is not None)

    def _role_within(self, first: int, end: int) -> int | None:
        return next((k for k in range(first, end) if self.words.roles.at(self.text, k)), None)

    def _trails(self, k: int, low: int) -> bool:
        """Return whether a last word in lower case is none of a source: "Lund | etwa"."""
        text, words = self.text, self.words
        plain = k > low and not text.is_capital(k) and words.pronouns.at(text, k) is None
        return plain and words.order == "svo" and words.ends.at(text, k) is not None

    def _hangs(self, k: int, low: int) -> bool:
        """Return whether a last word belongs to what follows: "the report which", "l'"."""
        text, words = self.text, self.words
        last = k > low and text.words[k].is_word
        tables = (words.relatives, words.articles, *(words.prepositions,) * words.capital_nouns)
        ends = [m for m in (table.at(text, k) for table in tables) if m]
        return last and any(m.end == k + 1 and not m.prefix for m in ends)

    def _is_dated(self, k: int, low: int) -> bool:
        """Whether a last word tells what was done on the day behind it: "a study | published"."""
        text, words = self.text, self.words
        done = words.participles.at(text, k) or text.form(k).endswith(words.agreed)
        dated = k > low and words.weekdays.at(text, k + 1) is not None
        return bool(done) and dated and words.order == "svo" and not self._names(k)

    def _bracketed(self, low: int, high: int) -> int:
        """Return where a range ends that leaves a bracket open: past its close, or before it."""
        forms = [self.text.form(k) for k in range(low, high)]
        if "(" not in forms or ")" in forms:
            return high
        closed = high < len(self.text.words) and self.text.form(high) == ")"
        return high + 1 if closed else max(low, low + forms.index("("))

    def trimmed(self, low: int, high: int) -> tuple[int, int]:
        """Return the range without the leads, commas and marks at its ends."""
        text, words = self.text, self.words
        while low < high:
            lead = words.leads.at(text, low)
            if lead is not None and lead.end <= high and not lead.prefix:
                low = lead.end
            elif (dated := self.past_month(low)) > low:
                low = dated
            elif text.form(low) in COMMAS | CLOSING - {"“"} and text.form(low) not in OPENING:
                low += 1
            else:
                break
        while high > low and (
            text.form(high - 1) in COMMAS | BREAKS
            or self._hangs(high - 1, low)
            or self._trails(high - 1, low)
            or (high - 1 > low and words.weekdays.at(text, high - 1) is not None)
            or self._is_dated(high - 1, low)
        ):
            high -= 1
        high = self._bracketed(low, high)
        article = words.articles.at(text, low) if words.order == "svo" else None
        bare = article is not None and not article.prefix and not words.pronouns.at(text, low)
        if high - low == 1 and (bare or not text.words[low].is_word):
            return low, low
        return low, high

    def past_date(self, i: int) -> int:
        """Return the place past the date in marks of a day at word `i`: "on Sunday (6)| the X"."""
        text, tables = self.text, (self.words.months, self.words.links)
        days = (self.words.weekdays.at(text, k) for k in range(i - 1, i + NAMES))
        low = next((day.end for day in days if day is not None), None)
        closing = {"(": ")", ",": ","}.get(text.form(low)) if low is not None else None
        if low is None or closing is None:
            return i
        near = range(low + 2, min(low + 2 * WORDS_BETWEEN, len(text.words)))
        end = next((k for k in near if text.form(k) == closing), low)
        plain = (k for k in range(low + 1, end) if text.words[k].value is None)
        dated = closing == ")" or all(any(t.at(text, k) for t in tables) for k in plain)
        noun = end + 1 + (self.words.articles.at(text, end + 1) is not None)
        # "Published on Sunday (6) a video" goes on with what was done.
        speaks = noun < len(text.words) and self._names(noun)
        return end + 1 if end > low and dated and speaks else i

    def past_month(self, k: int) -> int:
        """Return the place past a date or its rest: "the 13th of May | the mayor"."""
        article = self.words.articles.at(self.text, k)
        first = k if article is None else article.end
        numbered = [day for day in (first, k - 1) if 0 <= day < len(self.text.words)]
        day = next((day for day in numbered if self.text.words[day].value is not None), -1)
        dated = day >= 0
        linked = dated and self.words.links.at(self.text, day + 1) is not None
        month = self.words.months.at(self.text, day + 1 + linked) if dated else None
        return k if month is None else month.end
