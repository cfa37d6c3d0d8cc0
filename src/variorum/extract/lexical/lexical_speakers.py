"""Speakers: from the words of a source to a name, its kind and role, and who "he" is."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.bylines.agencies import agency_of
from variorum.extract.lexical.lexical_sources import Sources
from variorum.extract.lexical.source_words import Lexicon
from variorum.language import Match, Text
from variorum.model import Document, Role, Span, Speaker, SpeakerKind
from variorum.text import span, trim

UNNAMED = "unnamed"
MARKS = "«»„“”\"‘’‚「」(),،;:.'"
MARKS_OPEN, MARKS_CLOSE = "«„", "»”"
SHORTEST = 3
LONGEST_OUTLET, FARTHEST_OUTLET = 3, 80
LATELY = 3


@dataclass
class Cast:
    """Everybody who spoke in one document so far."""

    document: Document
    text: Text
    words: Lexicon
    _spoken: list[tuple[Speaker, str]] = field(default_factory=list)
    _short: dict[str, Speaker] = field(default_factory=dict)

    def speaker(self, low: int, high: int) -> Speaker:
        """Return the speaker named by words[low:high]; an empty range means the last one."""
        if low >= high:
            return self.last(low)
        if (nobody := self.words.nobody.at(self.text, low)) and nobody.end >= high:
            return self.nobody()
        if self.is_pronoun(low, high):
            last = self.last(low)
            if last.kind is SpeakerKind.GROUP and self.words.single.at(self.text, high - 1):
                return self.nobody()  # "the people say C. ... he said"
            return last.model_copy(update={"span": self._span(low, high)})
        speaker = self._described(low, high)
        self._spoken.append((speaker, self.text.slice(low, high)))
        return speaker

    def nobody(self) -> Speaker:
        """Return the speaker where the text tells that somebody speaks, but not who."""
        return Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED)

    def last(self, i: int) -> Speaker:
        """Return who spoke last before word `i`, or has begun a sentence since; else nobody."""
        if not self._spoken:
            return self.nobody()
        last = self._spoken[-1][0]
        since = self.text.index_at(last.span.end) if last.span else i
        named = (self._beginning(k) for k in range(i, since, -1) if self._opens(k))
        speaker = next((speaker for speaker in named if speaker), last)
        return speaker.model_copy(update={"span": None})

    def _opens(self, k: int) -> bool:
        return k < len(self.text.words) and self.text.sentence_of(k)[0] == k

    def _beginning(self, k: int) -> Speaker | None:
        """Return the speaker whose last name is word `k`."""
        form = self.text.slice(k, k + 1).casefold()
        names = (speaker for speaker, _ in reversed(self._spoken) if " " in speaker.name)
        return next((one for one in names if form in one.name.casefold().split()[1:]), None)

    def is_pronoun(self, low: int, high: int) -> bool:
        """Return whether words[low:high] are a pronoun, and no more."""
        tables = (self.words.pronouns, self.words.relatives)
        # "At first he": an adverb may begin the sentence.
        opens = high - low == 2 and self._opens(low)
        starts = (low, high - 1) if opens else (low,)
        found = (table.at(self.text, k) for k in starts for table in tables)
        return any(match is not None and match.end >= high for match in found)

    def is_meant(self, low: int, high: int) -> bool:
        """Return whether words[low:high] mean who was named before: "the organisation"."""
        noun = next(self.words.meant.find(self.text, low, high), None)
        return noun is not None and noun.end == high and self._is_bare(low, high)

    def _span(self, low: int, high: int) -> Span:
        words = self.text.words
        start, end = trim(self.document.text, words[low].start, words[high - 1].end, strip="،,;:")
        return span(self.document, start, end)

    def _described(self, low: int, high: int) -> Speaker:
        here = self._span(low, high)
        if (author := self._author(low, high)) is not None:
            return self._described(author, high).model_copy(update={"span": here})
        named = self._name(low, high)
        name = self._untied(low, trim_marks(self.text.slice(*named)) or here.exact)
        if name.endswith("s") and self.words.whose.at(self.text, high) is not None:
            name = name[:-1]
        kind, role = self._kind(low, high, named)
        # "The ministry" is not the minister of whom it was said.
        said = "" if kind is SpeakerKind.ORGANISATION else here.exact
        known = self._known(self._surname(low, high) or name, said) or self._meant(low, high, kind)
        if known is not None:
            return known.model_copy(update={"span": here})
        titled = next(self.words.roles.find(self.text, low, high), None)
        own = range(titled.start, titled.end) if titled is not None else range(low, high)
        beside = (k for k in range(low, high) if k not in own)  # "Reporter BBC"
        if role is Role.NEWS_REPORT and (outlet := self._outlet_in(beside, high)):
            name, kind = outlet, SpeakerKind.ORGANISATION
        elif role is Role.NEWS_REPORT and self._is_bare(low, high) and not agency_of(name):
            before = range(low - 1, max(0, low - FARTHEST_OUTLET), -1)
            name = self._outlet_in(before, low) or name
        elif len(name.split()) == 1 and (whole := self._whole_name(named[0])):
            name, kind = whole, SpeakerKind.PERSON
        short = self._short_of(low, high) if kind is SpeakerKind.ORGANISATION else None
        name = f"{name} ({short})" if short else name
        speaker = Speaker(name=name, kind=kind, role=role, span=here)
        if short:
            self._short[short.casefold()] = speaker
        return speaker

    def _short_of(self, low: int, high: int) -> str | None:
        """Return the short name that a body has in brackets, within its words or right behind."""
        text = self.text
        near = range(low + 2, min(high + 1, len(text.words) - 2))
        opened = (k for k in near if text.form(k) == "(" and text.form(k + 2) == ")")
        return next((text.slice(k + 1, k + 2) for k in opened if text.is_capital(k + 1)), None)

    def _untied(self, low: int, name: str) -> str:
        """Return a name without the "to" that "according" has before it in one word."""
        tied = self.words.takes_to.at(self.text, low - 1) is not None
        to = max((word for word in self.words.told.firsts if name.startswith(word)), default="")
        article = "".join(self.words.articles.firsts) if len(to) > 1 else ""
        return article + name.removeprefix(to) if tied else name

    def _author(self, low: int, high: int) -> int | None:
        """Return where the name of who made a text begins: "data released by | the ministry"."""
        role = next(iter(self.words.roles.find(self.text, low, high)), None)
        if role is None or {SpeakerKind.DOCUMENT, Role.EXPERT_DOCUMENT}.isdisjoint(role.meaning):
            return None
        made = next(self.words.by.find(self.text, role.end, high), None)
        begun = made is not None and made.end < high and self.words.by_stands == "before"
        plain = made is not None and self.words.links.at(self.text, made.start) is None
        return made.end if made is not None and begun and plain else None

    def _is_bare(self, low: int, high: int) -> bool:
        """Return whether words are a role with no name: "the station", "that report"."""
        text, words = self.text, self.words
        role = next(iter(words.roles.find(text, low, high)), None)
        beside = (words.articles, words.these)
        return role is not None and all(
            role.start <= k < role.end or any(found.at(text, k) for found in beside)
            for k in range(low, high)
        )

    def _meant(self, low: int, high: int, kind: SpeakerKind) -> Speaker | None:
        """Return the body or text that was named in full before: "the ministry"."""
        role = next(iter(self.words.roles.find(self.text, low, high)), None)
        if role is None or not self._is_bare(low, high):
            return None
        bare = self.words.order == "sov" or Sources(self.text, self.words).is_bare()
        meant, body = self.is_meant(low, high), kind is SpeakerKind.ORGANISATION
        name = self._named_as(high - 1) if body and (meant or bare) else None
        if name is not None:
            return Speaker(name=name, kind=kind, role=role.meaning[1])
        if meant:
            # An officer is none of the witnesses, and one body none of two that spoke together.
            lately = (one for one, _ in self._spoken[: -LATELY - 1 : -1] if one.kind is kind)
            alike = (one for one in lately if is_alike(one.role, role.meaning[1]))
            return next((o for o in alike if self.words.listing.isdisjoint(o.name.split())), None)
        if kind not in {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}:
            return None
        noun = self.text.slice(role.start, role.end).casefold()
        spoken = (one for one, _ in reversed(self._spoken) if one.kind is kind)
        same = (self._one_of(one, noun) for one in spoken)
        named = next((one for one in same if noun in one.name.casefold().split()[:-1]), None)
        if named is not None or role.meaning != (SpeakerKind.DOCUMENT, Role.UNKNOWN):
            return named
        # "The statement added": it is that of the body which spoke last.
        bodies = (one for one, _ in reversed(self._spoken) if one.kind is SpeakerKind.ORGANISATION)
        return next(bodies, None)

    def _named_as(self, i: int) -> str | None:
        """Return the last name before word `i` with it, also in another case: "X Movement"."""
        text, words, form = self.text, self.words, self.text.form(i)
        articles = words.articles.firsts if words.order == "vso" else ()
        tied = next((a for a in articles if form.startswith(a)), "")  # and on what describes it
        last = words.order == "sov"  # "Oslo Bakanlığı ... bakanlığa göre": the noun ends its name
        cased = (last or Sources(text, words).is_bare()) and len(form) > 2 * SHORTEST + 1
        stem, stops = form[:-2], (words.ends, words.prepositions, words.relatives, words.verbs)
        for k in range(i - 2, max(0, i - FARTHEST_OUTLET), -1):
            own = text.form(k)
            same = own != form and own.startswith(stem) if cased else own == form[len(tied) :]
            low, end = k, k + 1 + bool(tied and text.words[k + 1].is_word)
            while cased and low and text.is_capital(low - 1):
                low -= 1
            while end < i and (text.form(end).startswith(tied) if tied else text.is_capital(end)):
                end += 1
            whole = end > k + 1 and not any(t.at(text, k + 1) for t in stops)
            if same and (low < k if last else whole):
                return text.slice(low, end)
        return None

    def _one_of(self, several: Speaker, noun: str) -> Speaker:
        """Return a speaker; of two bodies joined by "and", the one that the noun is part of."""
        text, here = self.text, several.span
        low, high = (text.index_at(at) for at in ((here.start, here.end) if here else (0, 0)))
        ands = [k for k in range(low, high - 1) if text.form(k) in self.words.listing]
        ands = [k for k in ands if self._is_title(k + 1) or self._is_short(k + 1)]
        parts = itertools.pairwise((low - 1, *ands, high))
        names = (text.slice(*self._name(start + 1, end)) for start, end in parts)
        own = next((name for name in names if ands and noun in name.casefold().split()), None)
        return several.model_copy(update={"name": trim_marks(own)}) if own else several

    def _outlet_in(self, starts: Iterable[int], end: int) -> str | None:
        """Return the first agency or broadcaster named at one of these words, before word `end`."""
        found = ((low, high) for low in starts if (high := outlet_at(self.text, low, end)))
        return next((self.text.slice(*place) for place in found), None)

    def _whole_name(self, i: int) -> str | None:
        """Return the whole name that ends with word `i` where it stood first: "Ana Ruiz"."""
        text = self.text
        if self.words.capital_nouns or not text.is_capital(i) or self._is_short(i):
            return None
        ties = (self.words.roles, self.words.before, self.words.auxiliaries)
        whole = set()
        for k in range(1, i):
            before = text.slice(k - 1, k)
            first = text.words[k - 1].is_word and text.is_capital(k - 1) and not before.isupper()
            if text.form(k) == text.form(i) and first and not any(t.at(text, k - 1) for t in ties):
                whole.add(text.slice(k - 1, k + 1))
        return whole.pop() if len(whole) == 1 else None  # two of one family are not told apart

    def _known(self, name: str, said: str) -> Speaker | None:
        """Return who had this name as the last of several, or was described by these words."""
        if (body := self._short.get(name.casefold())) is not None:
            return body
        last = name.rsplit(maxsplit=1)[-1].casefold()
        for speaker, words in reversed(self._spoken):
            parts = speaker.name.casefold().split()
            several = not self.words.listing.isdisjoint(parts)  # "Oslo and Bonn"
            other = several or speaker.kind in {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}
            given = ["", *speaker.name.split()][-2:]
            of = given[0][:1].islower() and given[1][:1].isupper()  # "a source in the | Oslo"
            other = other or (of and given[0] not in self.words.particles)
            if len(parts) > 1 and len(name.split()) == 1 and parts[-1] == last and not other:
                return speaker
            described = len(said) > SHORTEST and not said.isupper()
            whole = described and said.casefold() in words.casefold()
            if whole and speaker.kind is SpeakerKind.PERSON and speaker.name != words:
                return speaker
        return None

    def _name(self, low: int, high: int) -> tuple[int, int]:
        """Return the part of a source that names: the capitals after a role, else all of it."""
        text, words = self.text, self.words
        high -= high - low > 1 and text.form(high - 1).startswith("'")  # Yılmaz'ın
        article = words.articles.at(text, low)
        if article is not None and article.end < high and not article.prefix:
            one = not words.capital_nouns and words.links.at(text, article.end)  # "one of them"
            low = low if one else article.end
        low = Sources(text, words).past_attribute(low, high)
        roles = [m for m in words.roles.find(text, low, high) if m.meaning[0] is SpeakerKind.PERSON]
        body = self._role(low, high)
        kind = body.meaning[0] if body is not None else None
        if kind is SpeakerKind.ORGANISATION and words.order == "svo":
            roles = []  # "the office of President Lee"
        while low < high - 1 and not (text.words[low].is_word or text.words[low].value):
            low += 1
        comma = next((k for k in range(low, high) if text.form(k) in {",", "،"}), high)
        runs = self._runs(low, high)
        found = words.roles.find(text, low, high)
        bodies = [m for m in found if m.meaning[0] is SpeakerKind.ORGANISATION]
        if comma < high and self._is_list(low, comma, high):
            return low, high
        if comma < high:
            lone = (comma + 1, high) if not self._is_short(comma + 1) else None  # "The head, Rossi"
            apposed = [
                run for run in runs if run[1] == high and (run == lone or self._is_held(run))
            ]
            person = self._person(apposed[0]) if apposed else (low, comma)
            titled = apposed and all(self._is_title(k) for k in range(comma + 1, apposed[0][0]))
            # "of Data, Information and Media BNPB Abdul Muhari": the office has commas of its own.
            short = apposed and self._is_short(person[0] - 1)
            # "Ana Ruiz, envoy of Peru", "head of the NGO Free House": what the office is of.
            of = person[1] - person[0] == 1 or self.words.roles.at(text, person[0] - 1) in bodies
            whole = runs[:1] == [(low, comma)] and comma - low > 1 and of
            return person if roles and (titled or short) and not whole else (low, comma)
        if len(roles) > 1 and words.links.at(text, roles[-1].start - 1) is not None:
            return low, high  # "an adviser of President Lee"
        if roles and runs:
            behind = [run for run in runs if run[0] >= roles[-1].end and not self._is_office(run)]
            held = behind and behind[0][0] == roles[-1].end and self._is_held(behind[0])
            if held and words.capital_nouns and words.links.at(text, behind[0][1]) is not None:
                return behind[0]  # "der Experte Ana Ruiz | vom Zentrum in Oslo"
            after = [self._person(run) for run in behind]
            fit = [run for run in after if run[1] == high and self._is_whole(run)]
            fit = [run for run in fit if not self._is_linked(run[0])]  # "mayor of | San José"
            fit = fit or [
                run for run in runs if run[0] == low and run[1] - run[0] > 1 and run[1] < high
            ]
            if fit:
                return fit[-1]
        return low, high

    def _is_list(self, low: int, comma: int, high: int) -> bool:
        """Return whether a comma parts several who speak: "the A, the B and the C"."""
        text, articles = self.text, self.words.articles
        ands = [k for k in range(comma, high - 1) if text.form(k) in self.words.listing]
        second = articles.at(text, comma + 1) is not None and self.words.order == "svo"
        if second and any(articles.at(text, k + 1) is not None for k in ands):
            return True
        # "Witnesses, medics and officials": roles without a name, which none apposes.
        roles, named = self.words.roles, any(map(text.is_capital, range(low + 1, comma)))
        more = [next(roles.find(text, k, k + 3), None) for k in (comma, *ands)]
        more.append(next(roles.find(text, low, comma), None))
        return not named and len(more) > 2 and all(more)

    def _surname(self, low: int, high: int) -> str | None:
        """Return the only name behind an office: "General Vargas"."""
        articles = self.words.articles
        runs = [run for run in self._runs(low, high) if articles.at(self.text, run[0]) is None]
        before = self.words.roles.at(self.text, high - 2) if high - low > 1 else None
        office = before is not None and before.meaning[0] is SpeakerKind.PERSON
        return self.text.slice(high - 1, high) if office and runs == [(high - 1, high)] else None

    def _role(self, low: int, high: int) -> Match[tuple[SpeakerKind, Role]] | None:
        """Return the first role of words[low:high], in "UN-Koordinatorin" the latter."""
        found = self.words.roles.find(self.text, low, high)
        return next((one for one in found if self.text.form(one.end) != "-"), None)

    def _is_held(self, run: tuple[int, int]) -> bool:
        """Return whether a run is of several names, or of one behind a title: "General Lee"."""
        titled = self.words.roles.at(self.text, run[0] - 1)
        person = titled is not None and titled.meaning[0] is SpeakerKind.PERSON
        return run[1] - run[0] > 1 or person

    def _is_title(self, k: int) -> bool:
        """Return whether word `k` may stand before a name: an article or a role."""
        tables = (self.words.articles, self.words.roles)
        titled = any(table.at(self.text, k) is not None for table in tables)
        return titled and self.words.links.at(self.text, k) is None

    def _person(self, run: tuple[int, int]) -> tuple[int, int]:
        """Return a run of capitals behind an office without the body or place it is of."""
        text, (low, high) = self.text, run
        short = [k for k in range(low, high - 1) if len(text.form(k)) > 1 and self._is_short(k)]
        short = [k for k in short if text.form(k + 1) != "-"]  # "BBC-Polska"
        low = short[-1] + 1 if short else low
        names = [k for k in range(low, high) if text.is_capital(k)]
        while len(names) > 2 and self._is_of(names[0]):
            names.pop(0)
            low = names[0]
        return low, high

    def _is_of(self, k: int) -> bool:
        """Return whether name `k` is what an office is of: "governor of | Homs | Ana Ruiz"."""
        words, text = self.words, self.text
        led = words.links.at(text, k - 1) or any(
            match.end == k for i in (k - 1, k - 2) if (match := words.types.at(text, i))
        )
        return bool(led) or words.names_of.at(text, k) is not None

    def _is_linked(self, k: int) -> bool:
        """Return whether "of", perhaps with an article, stands before word `k`."""
        led = k - 1 - (self.words.articles.at(self.text, k - 1) is not None)
        return any(self.words.links.at(self.text, j) is not None for j in (k - 1, led))

    def _is_office(self, run: tuple[int, int]) -> bool:
        """Whether a run tells what an office is of: "secretary of | Foreign Affairs of India"."""
        linked = any(self.words.links.at(self.text, k) for k in range(*run))
        return linked and self.words.links.at(self.text, run[0] - 1) is not None

    def _is_short(self, k: int) -> bool:
        written = self.text.slice(k, k + 1)
        return written.isupper() and not written.endswith(("'", "’"))  # "Ann D'Arcy"

    def _is_whole(self, run: tuple[int, int]) -> bool:
        """Return whether a run is a whole name: two words, or one behind a body's short name."""
        before = self.text.words[run[0] - 1]
        behind = self.text.form(run[0] - 1) == ")" or (
            before.is_word and self._is_short(run[0] - 1) and not self._is_of(run[0])
        )
        return (run[1] - run[0] > 1 or behind) and not self._is_short(run[1] - 1)

    def _runs(self, low: int, high: int) -> list[tuple[int, int]]:
        """Return the runs of capitalised words that are no roles."""
        runs: list[tuple[int, int]] = []
        for k in range(low, high):
            word = self.text.words[k]
            capital = word.is_word and self.text.text[word.start].isupper()
            if capital and self.words.roles.at(self.text, k) is None:
                if runs and all(
                    self.text.form(j) in self.words.particles | {".", "'"}
                    for j in range(runs[-1][1], k)
                ):
                    runs[-1] = (runs[-1][0], k + 1)
                else:
                    runs.append((k, k + 1))
        return runs

    def _kind(self, low: int, high: int, named: tuple[int, int]) -> tuple[SpeakerKind, Role]:
        role = self._role(low, high)
        if role is not None:
            return role.meaning
        runs = self._runs(*named)
        whole = len(runs) == 1 and runs[0] == named
        if whole and named[1] - named[0] > 1:
            return SpeakerKind.PERSON, Role.UNKNOWN
        if whole or runs:
            return SpeakerKind.ORGANISATION, Role.UNKNOWN
        return SpeakerKind.UNNAMED, Role.UNKNOWN


def is_alike(one: Role, other: Role) -> bool:
    """Return whether two roles may be of one speaker: the same, or one of them not known."""
    return len({one, other} - {Role.UNKNOWN}) < len((one, other))


def outlet_at(text: Text, low: int, end: int) -> int | None:
    """Return where the agency or broadcaster ends that is named from word `low` on, if one is."""
    highs = range(min(low + LONGEST_OUTLET, end), low, -1) if text.words[low].is_word else ()
    return next(
        (k for k in highs if text.words[k - 1].is_word and agency_of(text.slice(low, k))), None
    )


def trim_marks(name: str) -> str:
    """Return a name without the quotation marks and stops around it, and what is in brackets."""
    name = name.partition(" (")[0] or name
    start, end = trim(name, 0, len(name), strip=MARKS)
    open_marks = sum(MARKS_OPEN.count(c) - MARKS_CLOSE.count(c) for c in name[start:end])
    odd = name.count('"', start, end) % 2
    # The “Free City” keeps its second mark.
    end += (open_marks > 0 or odd) and name[end : end + 1] in {*MARKS_CLOSE, "“", '"'}
    start -= open_marks < 0 < start
    return " ".join(name[start:end].split())
