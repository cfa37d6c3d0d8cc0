"""What reads a page by its lexicon, and the attributions that are found in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.extract.document.quotations import Quotation
from variorum.extract.lexical.acting_words import actor
from variorum.extract.lexical.clause_grammar import ClauseGrammar
from variorum.extract.lexical.lexical_sources import COMMAS, NAMES, Rank, Sources
from variorum.extract.lexical.source_words import Cue, Lexicon
from variorum.language import Match, Text

Range = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """A cue and its source as ranges of words, and its content as ranges of characters.

    A source of None is nobody who is named; `via` are the media that quote the source.
    """

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    what: Cue
    negated: bool = False
    via: tuple[Range, ...] = ()


@dataclass(frozen=True)
class Place:
    """A cue with its auxiliaries, in words[first:end] of its sentence.

    `until` is where its content ends at the latest: before "and he added that", say.
    """

    cue: Range
    first: int
    end: int
    until: int


@dataclass(frozen=True)
class Page:
    """A document with what reads it; `quotes` are those of more than a few words."""

    text: Text
    words: Lexicon
    sources: Sources
    quotes: Sequence[Quotation]
    grammar: ClauseGrammar

    def start(self, i: int) -> int:
        """Return the offset of word `i`."""
        return self.text.words[i].start

    def end(self, i: int) -> int:
        """Return the offset after word `i`."""
        return self.text.words[i].end

    def parts(self, k: int) -> bool:
        """Return whether a comma or "and" stands at word `k`."""
        return self.text.form(k) in COMMAS or self.words.joins.at(self.text, k) is not None

    def opens(self, k: int) -> bool:
        """Return whether a colon or "that" at word `k` opens what was said."""
        return self.text.form(k) == ":" or self.words.that.at(self.text, k) is not None

    def quote_from(self, offset: int, reach: int) -> Quotation | None:
        """Return the quotation that starts in text[offset:reach]."""
        return next((q for q in self.quotes if offset <= q.start < reach), None)

    def quote_until(self, offset: int) -> Quotation | None:
        """Return the quotation that ends right before an offset, but for a comma or a stop."""
        ended = (q for q in self.quotes if q.end <= offset)
        text, marks = self.text.text, " ,،.-–—\u00a0"
        return next((q for q in ended if not text[q.end : offset].strip(marks)), None)

    def around(self, first: int, end: int, low: int, high: int) -> tuple[Range, ...]:
        """Return the sentence without words[low:high], as ranges of characters."""
        sides = (first, low), (high, end)
        return tuple((self.start(a), self.end(b - 1)) for a, b in sides if a < b)

    def within(self, cue: Range) -> Range:
        """Return what stands within a cue of several words: "X wiesen | den Vorwurf | zurück"."""
        text, words = self.text, self.words
        found = (t.at(text, k) for k in range(*cue) for t in (words.figures, words.verbs))
        low = next((m.start for m in found if m and m.end > m.start + 1), cue[0])
        stop = cue[1] - (words.prepositions.at(text, low) is not None)
        while stop > low + 1 and words.parted.at(text, stop - 1):
            stop -= 1  # "wies C | aber von sich"
        return low + 1, stop

    def before_particle(self, low: int, end: int) -> int:
        """Return where words end before the particle that closes a verb: "kündigte C | an"."""
        last = end - (not self.text.words[end - 1].is_word) - 1
        return last if last > low and self.words.parted.at(self.text, last) is not None else end

    def is_article(self, match: Match[bool]) -> bool:
        """Return whether a word is an article too: "der", but not "la cual"."""
        article = self.words.articles.at(self.text, match.start)
        return article is not None and article.end == match.end

    def goes_on(self, cue: Range) -> bool:
        """Return whether a cue is "adding", or "and" before it leaves its subject further up."""
        clitic = self.words.articles.at(self.text, cue[0] - 1) is not None  # "y | los | acusó"
        joined = self.words.joins.at(self.text, cue[0] - 1 - clitic) is not None
        return joined or any(map(self.is_gerund, range(*cue)))

    def is_gerund(self, k: int) -> bool:
        """Return whether word `k` is a verb that goes on with its sentence: "adding"."""
        return self.words.gerunds.at(self.text, k) is not None

    def _subject_of_sentence(self, first: int, end: int) -> Range:
        """Return who begins a sentence, or a clause that ends it: "X met Y, who denies it and"."""
        comma = next((k for k in range(end, first, -1) if self.text.form(k) == ","), first)
        if self.words.articles.firsts and self.sources.opens_clause(comma):
            low, high = self.sources.antecedent(*self.sources.before(comma, first))
            return max([low, *(m.end for m in self.words.told.find(self.text, low, high))]), high
        source = self.sources.after(first, end)
        verb = source[1]
        says = self.words.verbs.at(self.text, verb) or self.words.auxiliaries.at(self.text, verb)
        whole = says and source[0] < source[1] and self.words.order != "sov"
        low, high = source if whole else self.sources.first(first, end)
        # "Oslo | wies hingegen ... zurück und beschuldigte"
        high = next((k for k in range(low + 1, high) if self.sources.is_plain(k, high)), high)
        return low, high

    def antecedent(self, place: Place) -> Range | None:
        """Return the noun before a verb put first that says what it does: "X, who told C"."""
        text, words, last = self.text, self.words, place.cue[0] - 1
        if words.order == "vso" and (inner := self._behind_that(place)) is not None:
            return inner
        if words.order != "vso" or words.relatives.at(text, last) is None:
            return None
        own = self.sources.after(place.cue[1], place.end)
        if words.resumes.at(text, place.cue[1]) or self.sources.rank(*own) is Rank.ROLE:
            return own  # "which X announced", "of which it told"
        low, high = self.sources.before(last, place.first)
        roles = (m.start for m in words.roles.find(text, low + 1, high) if low == place.first)
        low = next(roles, low)  # "fired it | the party, which"
        for table in (words.before, words.ends, words.prepositions):
            low = max([low, *(match.end for match in table.find(text, low, high))])
        return (low, high) if self.sources.rank(low, high, led=True) >= Rank.NAMED else own[:1] * 2

    def _behind_that(self, place: Place) -> Range | None:
        """Return who stands between "that" or "but" and a verb: "told that | X | denied C"."""
        text, words, low = self.text, self.words, place.cue[0]
        near = range(max(place.first, low - 2 * NAMES - 1), low)
        opens = (t.at(text, k) for k in near for t in (words.that, words.joins))
        begun = next((m.end for m in opens if m and m.end < low and not m.prefix), low)
        stops = (words.ends, words.prepositions, words.joins, words.negations)
        plain = not any(t.at(text, k) for t in stops for k in range(begun, low))
        plain = plain and not any(map(self.sources.tells, range(begun, low)))
        return (begun, low) if plain and begun < low else None

    def beside(self, place: Place, stop: int) -> Range:
        """Return the likelier source of the two sides of a cue, or where the language has it."""
        if self.words.order == "sov":
            return actor(self.sources, place.first, place.cue[0])
        if self.goes_on(place.cue) and self.words.order == "svo":
            return self._subject_of_sentence(place.first, place.cue[0] - 1)
        if (antecedent := self.antecedent(place)) is not None:
            return antecedent
        sides = [
            self.sources.before(place.cue[0], place.first),
            self.sources.after(place.cue[1], stop),
        ]
        if (told := self.words.told.at(self.text, place.cue[1])) and sides[1][0] <= told.end:
            sides[1] = place.cue[1], place.cue[1]
        if self.words.order == "vso":
            low, whom = sides[0][0], self.words.roles.at(self.text, place.cue[1])
            if whom is not None and whom.prefix in self.words.told.firsts:
                sides[1] = place.cue[1], place.cue[1]  # "a woman told | a paper"
            if low > place.first and self.text.words[low - 1].value is not None:
                sides[0] = low, low  # "18 people, but later it said": what a number counts
            sides.reverse()
            acted = (place.cue[1], place.cue[1]) if self._carries_on(place) else self.opening(place)
            if acted is not None and self.sources.rank(*sides[0]) < Rank.NAMED:
                return acted
        best = max(sides, key=lambda side: self.sources.rank(*side))
        beside = sides[0][1] == place.cue[0] and self.sources.rank(*sides[0]) >= Rank.NAMED
        begins = sides[0] == (place.first, place.cue[0]) and self.sources.rank(*sides[0])
        beside = beside or bool(begins)  # "Peru accused the army"
        article = self.words.articles.at(self.text, sides[1][0])
        noun = sides[1][0] if article is None else article.end  # but "finds | wrong the report"
        tables = (self.words.objects, self.words.figures)
        object_ = any(table.at(self.text, k) for k in range(*place.cue) for table in tables)
        if beside and (object_ or not self.sources.names_somebody(noun)):
            best = sides[0]  # "RSF accused the army of ...": what follows is whom it is told of
        if self.sources.rank(*best) is Rank.NO_SOURCE:
            return self._far(place, best)
        return best

    def _far(self, place: Place, best: Range) -> Range:
        """Return the source that stands apart from its cue; else the best that names anybody."""
        named = any(map(self.sources.names_somebody, range(*best)))
        led = self.words.prepositions.at(self.text, best[0]) and self.words.capital_nouns
        named = named and not led  # "Aus Kreisen verlautete"
        nobody = place.cue[1], place.cue[1]
        far = self._before_clause(place) or self._far_subject(place)
        return far or (best if named else nobody)

    def past_aside(self, i: int, until: int) -> int:
        """Return the place past the day and occasion on which something is told, and "of" it."""
        text, words, begun = self.text, self.words, i
        while i < until:
            led = words.prepositions.at(text, i) and words.occasions.at(text, i + 1)
            near = range(i + 2, min(i + 9, until))  # so many words tell where it is said
            stops = (k for k in near if text.form(k) in {",", "،"} or words.events.at(text, k))
            if (day := words.weekdays.at(text, i)) or (day := words.weekdays.at(text, i + 1)):
                i = self.sources.past_month(day.end)
            elif words.order != "vso":
                break
            elif led and (stop := next(stops, None)) is not None:
                i = stop
            elif words.resumes.at(text, i) or (i > begun and text.form(i) in {",", "،"}):
                i += 1
            else:
                break
        return i + (words.order == "vso" and words.about.at(text, i) is not None)

    def ahead(self, place: Place) -> Range:
        """Return the source before a cue; who begins the sentence, where that is none."""
        low, high = self.sources.before(place.cue[0], place.first)
        return (self._far_subject(place) if low >= high else None) or (low, high)

    def opening(self, place: Place) -> Range | None:
        """Return who begins a sentence and does what a later verb tells: "left X, saying C" so."""
        text, words, first = self.text, self.words, place.first
        cue = text.form(place.cue[1] - 1)
        ties = (words.prepositions, words.ends, words.leads, words.roles, words.auxiliaries)
        tied = any((m := t.at(text, first)) and not m.prefix for t in (*ties, words.weekdays))
        alike = text.form(first).endswith("ت") == cue.endswith(("ت", "ه"))
        own = self.sources.after(first + 1, place.cue[0])
        known = self.sources.rank(*own) is Rank.ROLE or (cue.endswith("ا") and own[0] < own[1])
        fits = not tied and alike and known and own[0] == first + 1
        return own if fits and words.order == "vso" else None

    def _carries_on(self, place: Place) -> bool:
        """Whether a cue goes on with the verb of saying before it: "denied it, adding"."""
        words, text = self.words, self.text
        said = range(place.first, place.cue[0] - 1)
        verb = next((k for k in reversed(said) if words.verbs.at(text, k)), None)
        between = () if verb is None else range(verb + 1, place.cue[0])
        return verb is not None and not any(words.that.at(text, k) for k in between)

    def _before_clause(self, place: Place) -> Range | None:
        """Return the subject before a clause or an age: "A girl, who was there,", "Ana, 37,"."""
        text, words, last = self.text, self.words, place.cue[0] - 1
        if words.order != "svo" or text.form(last) != ",":
            return None
        commas = (k for k in range(place.first + 1, last - 1) if text.form(k) == ",")
        opened = next((k for k in commas if self._opens_aside(k, last)), None)
        if opened is None:
            return None
        source = self.sources.before(opened, place.first)
        whole = source[0] < source[1] == opened and not any(map(self.sources.tells, range(*source)))
        led = source[0] > place.first and words.prepositions.at(text, source[0] - 1) is not None
        return source if whole and not led else None

    def _opens_aside(self, comma: int, last: int) -> bool:
        """Whether a comma opens a clause or an age that the comma at word `last` closes."""
        aged = self.text.words[comma + 1].value is not None and comma + 2 == last
        aged = aged or self.text.form(comma + 1).endswith(self.words.agreed or ("-",))
        included = self.words.including.at(self.text, comma + 1) is not None
        included = included or self.sources.is_role(comma + 1)  # "The girl, pupil of a school,"
        return aged or included or self.words.relatives.at(self.text, comma + 1) is not None

    def _far_subject(self, place: Place) -> Range | None:
        """Return who begins a sentence whose verb stands behind a comma: "Peru, for one, says"."""
        subject = self.sources.subject(place.first, place.cue[0])
        if subject is None:
            return None
        commas = [k for k in range(subject[1], place.cue[0]) if self.text.form(k) in {",", "،"}]
        aside = len(commas) > 1 and commas[-1] == place.cue[0] - 1
        end = commas[0] if aside else place.cue[0]
        # "The coalition that fights there denied": what opens a clause about it tells nothing.
        inner = (k for k in range(subject[0], end) if not self.words.relatives.at(self.text, k))
        return None if any(map(self.sources.tells, inner)) else subject
