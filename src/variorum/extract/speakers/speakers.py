"""Speakers: from the words beside a cue to the name, kind and role of who claims."""

import bisect
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc, Token

from variorum.extract.document.descriptions import (
    PRONOUNS,
    Known,
    agrees,
    antecedent,
    is_agent,
    is_definite,
    noun_phrase,
    partner,
)
from variorum.extract.document.outlets import is_outlet
from variorum.extract.document.reading import Reading
from variorum.extract.speakers.authors import Authors
from variorum.extract.speakers.coreference import Memory
from variorum.extract.speakers.names_beside import named_beside
from variorum.extract.speakers.organisations import Bodies
from variorum.extract.speakers.roles import SPEAKING, Roles, family_of, spoken_for
from variorum.extract.speakers.speaker_mentions import Cast, Mention
from variorum.language import relations, word_lists
from variorum.language.alignment import sentence_of
from variorum.language.dependents import children_of, governed
from variorum.language.english_words import (
    cue_words,
    given_names,
    noun_lemma,
    role_of,
    role_words,
    word_list,
)
from variorum.language.features import (
    is_common_plural,
    is_common_singular,
    is_determiner,
    is_noun_form,
    is_number,
    is_plural,
    is_possessive_marker,
    is_possessive_pronoun,
    is_preposition,
    is_pronoun,
    is_relative,
    is_vague,
)
from variorum.language.name_spans import bare_name, is_body_noun, is_name
from variorum.model import Link, Role, Span, Speaker, SpeakerKind
from variorum.text import span

_COMPOUND_OR_NMOD = relations.COMPOUND | relations.NMOD
UNNAMED = "unnamed"
WHOLES = word_lists.words("extract", "wholes")
SELF = word_lists.words("extract", "speakers_self")
DOCUMENTS = word_lists.words("extract", "documents")
RELATIVE = word_lists.words("extract", "relative")
HOLDERS = {
    "it": frozenset({SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}),
    "they": frozenset({SpeakerKind.GROUP}),
}
PERSONS = frozenset({"person", "man", "woman", "source"})
SINGLE = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
NOBODY = word_lists.words("extract", "nobody")
OFFICIAL_ENDS = word_lists.words("extract", "official_ends")
DEEPEST = 4
NEAR_PARAGRAPHS, SURE_PERSON = 2, 3


class Speakers:
    """Resolves the sources of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cast = Cast(reading.doc)
        self.roles = Roles(self.cast)
        self.bodies = Bodies(self.cast)
        self.authors = Authors(reading.doc)
        self.memory = Memory(reading, self._describe)
        self._depth = 0

    @cached_property
    def _outlets(self) -> list[Token]:
        """The names of publishers of news, in order."""
        named = (t for t in self.reading.doc if is_name(t))
        return [t for t in named if is_outlet(t) or self._is_paper(t)]

    def _is_paper(self, token: Token) -> bool:
        """Whether a name of several words ends in one for a paper or a broadcaster."""
        mention = self.cast.mention(token)
        if mention is None or token.lower_ not in word_list("outlet name"):
            return False
        return mention.tokens[1] - mention.tokens[0] > 1 and mention.tokens[1] == token.i + 1

    @cached_property
    def _outlets_at(self) -> list[int]:
        return [token.i for token in self._outlets]

    def speaker(
        self, source: Token | None, tokens: tuple[int, int] | None, quoting: Speaker | None
    ) -> Speaker:
        """Return the speaker at `source`, a noun phrase of `tokens`; None is an unnamed one.

        `quoting` is the speaker of the quotation that the source stands in, whom "I" means.
        """
        if source is None or tokens is None:
            return Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED)
        here = span(self.reading.document, *self.reading.chars(tokens))
        if quoting is not None and (source.lower_ in SELF or self._means_holder(source, quoting)):
            named = quoting.full_span or quoting.span
            return quoting.model_copy(update={"span": here, "full_span": named})
        known = self._resolve(source)
        led = self.reading.doc[max(0, tokens[0] - 1) : tokens[1]].text.lower()
        if {here.exact.lower(), led} & NOBODY:
            return Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED, span=here)
        if known is None:
            return _undescribed(here, source)
        return self._speaker(known, here, tokens)

    def _speaker(self, known: Known, here: Span, tokens: tuple[int, int]) -> Speaker:
        """Return the record of somebody known, who is mentioned at a place."""
        full, name = known.tokens, known.name
        apart = full[0] >= tokens[1] or full[1] <= tokens[0]
        last = self.reading.doc[tokens[1] : tokens[1] + 1].text.lower().removesuffix("s")
        if not apart and full[0] < tokens[0] < full[1]:
            full = (bare_name(self.reading.doc, tokens[0], full[1])[0], full[1])
            name = self.reading.doc[full[0] : full[1]].text
        elif not apart and full[1] == tokens[1] + 1 and (last, "VERB") in cue_words():
            full = (full[0], tokens[1])  # "release 4 announces", taken for one noun
            name = self.reading.doc[full[0] : full[1]].text
        elif not apart and full[1] < tokens[1] and _names_on(self.reading.doc, full[1], tokens[1]):
            full = (full[0], tokens[1])  # "Brigade 93", and where the parse breaks up a name
            name = self.reading.doc[full[0] : full[1]].text
        return Speaker(
            name=name,
            kind=known.honest_kind,
            role=known.role,
            span=here,
            full_span=self._span(full) if apart else None,
            organisation=self._organisation(known),
        )

    def _span(self, tokens: tuple[int, int]) -> Span:
        return span(self.reading.document, *self.reading.chars(tokens))

    def _organisation(self, known: Known) -> Span | None:
        """Return the fullest mention of the body that somebody speaks for, or None."""
        role = self.roles.speaking(known.name) if known.named else known.head
        if role is None or (not known.named and family_of(role) != SPEAKING):
            return None
        body = spoken_for(role)
        found = self._resolve(body) if body is not None else None
        return self._span(found.tokens) if found is not None else None

    def _means_holder(self, pronoun: Token, holder: Speaker) -> bool:
        """Whether a pronoun in reported speech means its speaker, as nobody else is named there."""
        lower = PRONOUNS.get(pronoun.lower_, pronoun.lower_)
        if holder.kind not in HOLDERS.get(lower, ()) or self.reading.quote_at(pronoun) >= 0:
            return False
        near = self.memory.between(sentence_of(pronoun).start, pronoun.i)
        return not any(agrees(lower, known) for known in near)

    def link(self, token: Token) -> Link:
        """Return the link of a relay that the noun phrase of `token` makes."""
        phrase = self.reading.doc[token.left_edge.i : token.i]
        words = (t.i for t in phrase if not (is_determiner(t) or t.is_punct or t.is_space))
        start = next(words, token.i)
        place = self._span((start, token.i + 1))
        known = self._resolve(token)
        return Link(name=known.name if known is not None else place.exact, span=place)

    def introduced(self, source: Token) -> Token:
        """Return the noun that names whom a source means: itself, or what its pronoun refers to."""
        known = self._resolve(source)
        return known.head if known is not None else source

    def _resolve(self, source: Token) -> Known | None:
        """Return who is meant: by pronoun, by relative pronoun, by role, or by name."""
        lower = source.lower_
        relative = is_relative(source) or source.dep_ in relations.SUBJECTS
        if lower in RELATIVE and relative and not is_noun_form(source):
            noun = antecedent(source)
            return self._describe(noun) if noun is not None else None
        if is_pronoun(source):
            return self.memory.meant(source)
        if lower in WHOLES and any(is_pronoun(t) for t in governed(source, {"of"})):
            return self._group_before(source)
        if is_vague(source):
            beside = (c for c in children_of(source, relations.APPOS) if is_name(c))
            named = next(beside, None)
            if named is None and source.dep_ in relations.APPOS and is_name(source.head):
                named = source.head  # "the Movement, one of two parties, said"
            return self._named(named, named) if named is not None else None
        return self._describe(source)

    def _group_before(self, whole: Token) -> Known | None:
        """Return the only people whom the sentence before names, for "all of them"."""
        at = self.reading.sentence_at(whole.i)
        before = self.reading.sentences[at - 1] if at else ()
        people = {*role_words(), *word_list("people"), *word_list("group")}
        several = [t for t in before if is_common_plural(t) and noun_lemma(t) in people]
        return self._describe(several[0]) if len(several) == 1 else None

    def _describe(self, head: Token) -> Known | None:
        """Return who a noun phrase names."""
        if self._depth > DEEPEST:
            return self._plain(head)
        self._depth += 1
        try:
            return self._described(head)
        finally:
            self._depth -= 1

    def _described(self, head: Token) -> Known | None:
        if (owner := _issuer(head)) is not None:
            known = self._resolve(owner)
            if known is not None and noun_lemma(head) in DOCUMENTS:
                known = self._body_of(known) or known
            if known is not None or not is_possessive_pronoun(owner):
                return known
        role = noun_lemma(head) in role_words()
        if head.dep_ in relations.APPOS and not is_name(head) and self._describes(head, head.head):
            return self._named(head.head, head)
        own = self.cast.mention(head)
        person = own is not None and self._is_whole(own) and own.tokens[1] - own.tokens[0] > 1
        # "Bo Ray, South Carolina, said": what stands behind a whole name is no other name.
        named = None if person else named_beside(head) or self._leading(head)
        mention = self.cast.mention(named) if named is not None else None
        close = named is not None and named.left_edge.i == head.i + 1
        if named is not None and (role or close or (mention and self.cast.is_person(mention))):
            return self._named(named, head)
        if own is not None and (is_name(head) or not role):
            return self._named(head, head)
        return self._author(head) or self._by_role(head) or self._plain(head)

    def _author(self, head: Token) -> Known | None:
        """Return who wrote the text that a noun without a name means: "the note", "extracts"."""
        author = self.authors.of(head)
        known = self._describe(author) if author is not None else None
        whole = author is not None and author.dep_ in relations.COMPLEMENT | relations.NSUBJ
        known = replace(known, text=True) if known is not None else None
        if author is None or known is None or known.named or whole:
            return known
        doc, start = self.reading.doc, author.i
        while start and is_name(doc[start - 1]):
            start -= 1  # "U.S. | intelligence" of "a U.S. intelligence assessment"
        place = (start, author.i + 1)
        return replace(known, tokens=place, name=doc[start : author.i + 1].text)

    def _body_of(self, known: Known) -> Known | None:
        """Return the body whose people somebody is: of "three investigators of the group" it."""
        nouns = governed(known.head, {"of"})
        body = next((n for n in nouns if is_body_noun(noun_lemma(n))), None)
        found = self._describe(body) if body is not None else None
        return found if found is not None and found.named else None

    def _leading(self, head: Token) -> Token | None:
        """Return the name before its description, also without a comma: "Bo Lee head of the port".

        A name of one word needs an article behind it, "Bo a driver".
        """
        doc, mention = self.reading.doc, self.cast.mention(head.left_edge)
        if mention is None or not mention.tokens[1] <= head.i or not is_common_singular(head):
            return None
        after = doc[mention.tokens[1]]
        office = role_of(head) is not None or is_preposition(doc[head.i + 1])
        apart = is_determiner(after) or (office and mention.tokens[1] - mention.tokens[0] > 1)
        bare = mention.tokens[0] == head.left_edge.i and not (
            after.is_punct or is_possessive_marker(after)
        )
        return doc[mention.tokens[1] - 1] if apart and bare and self._is_whole(mention) else None

    def _is_whole(self, mention: Mention) -> bool:
        last = self.reading.doc[mention.tokens[1] - 1]
        return self.cast.is_person(mention) and is_name(last)

    def _describes(self, noun: Token, name: Token) -> bool:
        """Whether a noun after a name says who bears it, and is nobody else: "Bo Lee, a driver".

        The parse also hangs a speaker on the names that end what is said, or on a dateline.
        """
        role = role_of(noun)
        other = is_common_plural(noun) or (role is not None and role.kind is SpeakerKind.UNNAMED)
        return is_name(name) and not other and name.idx >= self.reading.told_from(name.idx)

    def _by_role(self, head: Token) -> Known | None:
        """Return whom the words for a role mean: the outlet, or the holder named in the text."""
        if noun_lemma(head) in word_list("outlet noun") and is_definite(head):
            i = bisect.bisect_left(self._outlets_at, head.i) - 1
            if i >= 0:
                return self._named(self._outlets[i], head)
        bearer = self.roles.bearer(head)
        if bearer is not None and bearer.i != head.i:
            if is_name(bearer):
                mention = self.cast.mention(bearer)
                own = mention is not None and not self.cast.is_person(mention)
                return self._named(bearer, bearer if own else head)
            return self._describe(bearer) if bearer.i < head.i else None
        body = self.bodies.meant(head)
        return self._named(body, body) if body is not None else self._last_person(head)

    def _last_person(self, head: Token) -> Known | None:
        """Return the person spoken of last, for "the surveyor" of whom nothing was said before.

        It must be somebody with a name of whom the text says nothing else that they are. "This
        person" is whom the paragraph has just told of, also without a name.
        """
        here, found = self.reading.paragraph_at(head.idx), role_of(head)
        if noun_lemma(head) in PERSONS and any(c.lower_ == "this" for c in head.lefts):
            people = (known for known in self.memory.before(head) if known.kind in SINGLE)
            last = next(people, None)
            near = last is not None and self.reading.paragraph_at(last.head.idx) == here
            return last if near else None
        person = found is not None and found.kind is SpeakerKind.PERSON
        person = person or (is_agent(head) and noun_lemma(head) not in word_list("group"))
        if (
            not person
            or not is_common_singular(head)
            or not is_definite(head)
            or self.roles.introduced(head)
        ):
            return None
        for known in self.memory.before(head):
            if known.kind is SpeakerKind.PERSON and known.prominent:
                near = here - self.reading.paragraph_at(known.head.idx) <= NEAR_PARAGRAPHS
                fits = near and known.named and not self.roles.has_any(known.name)
                return known if fits else None
        return None

    def _named(self, token: Token, head: Token) -> Known | None:
        """Return who bears a name; `head` is the noun that says what they are."""
        mention = self.cast.mention(token)
        if mention is None:
            return self._plain(head)
        if head is not token and partner(head) is not None:
            return self._plain(head)
        other = partner(token)
        if other is not None and other.i >= mention.tokens[1]:
            several = self._plain(token)
            return replace(several, head=head) if several is not None else None
        full = self.cast.fullest(mention)
        gender = _gender(self.reading, full, head) or mention.gender or full.gender
        gender = gender or given_names().get(full.name.lower())
        if head is token and self._is_mere_role(full) and full.tokens[1] - full.tokens[0] == 1:
            return self._plain(head)
        return Known(
            head,
            full.tokens,
            full.name,
            self._kind(full, token, head),
            self._role_of(token, head, full),
            gender,
            named=not self._is_mere_role(full),
            guessed=full.weight == 0 and full.tokens[1] - full.tokens[0] == 1,
        )

    def _is_mere_role(self, full: Mention) -> bool:
        """Whether a capitalised name is an office without its holder: "the State Secretary"."""
        last = self.reading.doc[full.tokens[1] - 1]
        found = role_of(last)
        office = found is not None and found.kind is SpeakerKind.PERSON
        return office and full.weight < SURE_PERSON

    def _kind(self, full: Mention, token: Token, head: Token) -> SpeakerKind:
        described = role_of(head)
        named_body = is_name(head) and not self.cast.is_person(full)
        if (
            described is not None
            and described.kind is not SpeakerKind.UNNAMED
            and not (named_body and described.kind is SpeakerKind.PERSON)
        ):
            return described.kind
        if is_plural(token) and full.tokens[1] - full.tokens[0] == 1:
            return SpeakerKind.GROUP
        if self.cast.is_person(full):
            return SpeakerKind.PERSON
        if full.weight < 0 or is_outlet(token):
            return SpeakerKind.ORGANISATION
        articled = any(c.lower_ == "the" for c in token.lefts)
        # Who is only ever called by one word is a country or a firm rather than a person.
        first = full.tokens[0]
        titled = first and self.reading.doc[first - 1].lower_ in word_list("title")
        addressed = titled or full.name.lower() in given_names()
        bare = full.tokens[1] - first == 1 and not addressed and full.weight == 0
        return SpeakerKind.ORGANISATION if articled or bare else SpeakerKind.PERSON

    def _role_of(self, token: Token, head: Token, full: Mention) -> Role:
        """Return the role that the nouns beside a name, here or at its full mention, give it."""
        doc = self.reading.doc
        words = [head, *token.children, *doc[full.tokens[1] - 1].children]
        start = full.tokens[0]
        words += [t for t in doc[max(0, start - 2) : start] if t.dep_ in _COMPOUND_OR_NMOD]
        for word in words:
            found = role_of(word)
            if found is not None and found.role is not Role.UNKNOWN:
                return found.role
        if self.roles.speaking(full.name) is not None:
            return Role.OFFICIAL
        if set(full.name.lower().split()) & word_list("outlet"):
            return Role.NEWS_REPORT
        if set(full.name.lower().split()) & OFFICIAL_ENDS:
            return Role.OFFICIAL
        return Role.UNKNOWN

    def _plain(self, head: Token) -> Known | None:
        """Return somebody without a name: "truck drivers", "a militia spokesman"."""
        start, end = noun_phrase(head)
        told = self.reading.told_from(head.idx)
        while start < head.i and self.reading.doc[start].idx < told:
            start += 1
        found = role_of(head)
        agent = is_agent(head)
        kind = found.kind if found is not None else _likely_kind(head, agent=agent)
        joined = partner(head) is not None
        inflected = is_plural(head) and head.lower_ != noun_lemma(head)
        several = inflected and kind is not SpeakerKind.DOCUMENT
        if joined or several or (is_common_plural(head) and kind is SpeakerKind.UNNAMED):
            kind = SpeakerKind.GROUP
        name = self.reading.doc[start:end].text
        if any(c.lower_ == "neither" for c in head.lefts):
            name = name.replace(" nor ", " and ")
        role = found.role if found is not None else Role.UNKNOWN
        gender = _gender(self.reading, None, head)
        if not name.strip():
            return None
        grouped = found is not None or noun_lemma(head) in word_list("group") | word_list("people")
        human = joined or grouped or agent
        guessed = agent and found is None
        return Known(head, (start, end), name, kind, role, gender, human=human, guessed=guessed)


def _names_on(doc: Doc, start: int, end: int) -> bool:
    """Whether words after a capital are part of a name too: capitals, numbers, and hyphens."""
    days = word_list("calendar")
    return doc[start - 1].text[:1].isupper() and all(
        (t.text[:1].isupper() or t.like_num or t.text in {"-", "al", "de"}) and t.lower_ not in days
        for t in doc[start:end]
    )


def _undescribed(here: Span, source: Token) -> Speaker:
    """Return a speaker of whom the words only tell how many: "four in 10"; or nothing: "they"."""
    bare = is_pronoun(source) or (is_vague(source) and not is_number(source))
    below = (t for t in source.subtree if t.dep_ not in relations.DET)  # the "the" of a noun
    vague = any(is_pronoun(t) or (is_vague(t) and not is_number(t)) for t in below)
    if bare or (is_number(source) and vague):
        return Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED, span=here)
    several = is_number(source) and source.lower_ != "one"
    kind = SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    return Speaker(name=here.exact, kind=kind, span=here)


def _issuer(head: Token) -> Token | None:
    """Return whose statement or office a noun is: the ministry of "the ministry's statement".

    A report speaks for itself, but "their report" for the people who wrote it, and "the newspaper's
    report" for the newspaper.
    """
    owner = next(
        (c for c in head.lefts if c.dep_ in relations.POSS or is_possessive_pronoun(c)), None
    )
    theirs = owner is not None and PRONOUNS.get(owner.lower_) == "they"
    if theirs and noun_lemma(head) in DOCUMENTS:
        return owner
    # "The Prosecutor's Office of Norland" is told by its place; with capitals it is a body.
    held = owner is not None and is_name(owner) and noun_lemma(owner) in role_words()
    named = is_name(head) and (held or any(governed(head, {"of"})))
    paper = owner is not None and noun_lemma(owner) in word_list("outlet noun")
    if paper and noun_lemma(head) in DOCUMENTS:
        return owner
    return owner if noun_lemma(head) in word_list("own words") and not named else None


def _likely_kind(head: Token, *, agent: bool) -> SpeakerKind:
    """Return a person for a noun made of what somebody does, and a body for "society"."""
    if agent:
        return SpeakerKind.PERSON
    body = is_body_noun(noun_lemma(head)) and is_common_singular(head)
    return SpeakerKind.ORGANISATION if body else SpeakerKind.UNNAMED


def _gender(reading: Reading, full: Mention | None, head: Token) -> str | None:
    """Return "female" or "male" where a title or a noun beside the name says so."""
    start = full.tokens[0] if full is not None else head.i
    beside = {t.lower_ for t in reading.doc[max(0, start - 2) : start]}
    beside |= {head.lower_, *(c.lower_ for c in head.children)}
    for gender in ("female", "male"):
        if beside & word_list(gender):
            return gender
    return None
