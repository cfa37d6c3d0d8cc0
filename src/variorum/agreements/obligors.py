"""Who is bound by a term: the parties behind "both sides", "it" and short names."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.domains import heading
from variorum.agreements.norms.norm_grammar import Norm, Strength
from variorum.agreements.parties import Parties, is_actor
from variorum.language.alignment import sentence_of
from variorum.language.dependents import NOUNS
from variorum.language.features import is_plural, is_possessive_pronoun
from variorum.language.noun_phrases import joined, phrase
from variorum.language.relations import AMOD, COMPLEMENT, COMPOUND, CONJ, POSS, SUBJECTS
from variorum.language.word_lists import pattern, words
from variorum.language.words.nations import state_named
from variorum.model import Modality

UNCLEAR = "unclear"
COLLECTIVE = words("agreements", "collective")
FACING = words("agreements", "facing") | COLLECTIVE
PARTNERS = words("agreements", "partners")
# Whom a pronoun means stands so many tokens before it at most.
BACK = 60
_ALIAS = pattern(
    "agreements",
    r"(?P<name>(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of|the|and|for|\([A-Z]\w*\)|[A-Z][\w’'-]*))*)\s*"
    r"\((?P<both>{aliasing}\W*)?(?:referred to as )?"
    r"[“\"']?(?:the |a |an )?(?P<alias>[A-Z][\w-]+(?: [A-Z]\w+)?)[”\"']?\)",
)
_ARTICLE = pattern("agreements", r"^{before_names}\s+")
_EITHER = re.compile(r"^(?:[Nn]either|[Bb]oth|[Ee]ither)\s+")

Bound = tuple[str, tuple[str, ...]]
"""Who is bound as written, and by name; "both sides" becomes the names of both."""


class Obligors:
    """The parties to one agreement, and which of them a noun or pronoun of its terms means.

    Its terms are asked about in their order: "it" means whom the one before bound.
    """

    def __init__(self, told: Parties, candidates: Sequence[Norm], known_as: dict[str, str]) -> None:
        """Start from what a text says about an agreement.

        Args:
            told: its parties and mediators.
            candidates: the norms that name its parties, where the sentences name no two.
            known_as: what its text calls the parties, as `aliases` gives it.
        """
        self._words = load()
        self._aliases = known_as
        self._last: str | None = None
        self.parties = told.names
        self.known = len(self.parties) > 1 and not told.guessed
        if len(self.parties) < 2:
            self.parties = self._from_norms(candidates) or self.parties

    def _from_norms(self, candidates: Sequence[Norm]) -> tuple[str, ...]:
        """Return the first two that the norms bind, or the only one."""
        names: dict[str, str] = {}
        for norm in candidates:
            who = norm.obligor
            if who is None:
                continue
            if who.lower_ in {"they", "it"}:
                written = _subject_before(who)
                if written and is_actor(written) and norm.modality is not Modality.MAY:
                    names.setdefault(written.split()[-1].lower(), written)
            elif self._may_be_party(who, norm.modality):
                names.setdefault(who.text.lower(), phrase(who))
        return tuple(names.values())[:2]

    def _may_be_party(self, who: Token, modality: Modality) -> bool:
        """Return whether a noun names one party: "the army shall", "Sollund may"."""
        if who.pos_ not in NOUNS or self._is_collective(who):
            return False
        thing = who.lemma_.lower() in self._words.nouns | self._words["things"]
        if thing or not is_actor(phrase(who)):
            return False
        definite = any(c.lower_ == "the" for c in who.children)
        return who.pos_ == "PROPN" or (definite and modality is not Modality.MAY)

    def _is_collective(self, noun: Token) -> bool:
        """Return whether a noun stands for everybody who agreed: "both sides", "the two"."""
        described = {c.lower_ for c in noun.children}
        lemma = noun.lemma_.lower()
        plain = not any(c.dep_ in AMOD | COMPOUND and c.lower_ not in FACING for c in noun.children)
        sides = lemma in self._words["sides"] and bool(described & COLLECTIVE) and plain
        sides = sides or (lemma in PARTNERS and bool(described & self._words["no_agreement"]))
        two = noun.lower_ == "two" and "the" in described
        neither = "neither" in described and not self._is_thing(noun)
        alias = self._aliases.get(_bare(phrase(noun))) == ""
        return noun.lower_ in self._words["together"] or sides or two or neither or alias

    def _is_thing(self, noun: Token) -> bool:
        """Return whether a noun is a thing and no party: "the road shall stay open"."""
        return noun.lemma_.lower() in self._words["things"]

    def _is_party(self, noun: Token) -> bool:
        written = phrase(noun)
        state = state_named(written)
        same = state is not None and any(state_named(party) == state for party in self.parties)
        return same or self._named(written) in self.parties

    def of(self, norm: Norm) -> Bound:
        """Return who is bound by a norm, or of a right who has it; 'unclear' where not told."""
        who = norm.obligor
        if who is None:
            return self._guaranteed(norm)
        nobody = who.lower_ in self._words["anybody_or_nobody"] and not any(
            self._is_collective(t) for t in who.subtree if t.i != who.i
        )
        if nobody or (self._is_thing(who) and not self._is_party(who)):
            return UNCLEAR, ()
        several = [c for c in who.children if c.dep_ in CONJ and c.pos_ in NOUNS]
        return (
            self._all(who, several)
            or self._own(who)
            or self._none_of(who)
            or self._pronoun(who)
            or self._named_ones(who, several)
        )

    def _guaranteed(self, norm: Norm) -> Bound:
        """Read "the deal guarantees each side": what is guaranteed to it is owed by the other."""
        if norm.strength is not Strength.STATED or norm.verb.lemma_ != "guarantee":
            return UNCLEAR, ()
        side = next((t for t in norm.verb.subtree if self._is_collective(t)), None)
        return (UNCLEAR, ()) if side is None else (phrase(side), self.parties)

    def _all(self, who: Token, several: Sequence[Token]) -> Bound | None:
        """Read "neither of the sides", "both sides"."""
        of = who.dep_ in COMPLEMENT and who.head.lower_ == "of"
        if of and who.head.head.lower_ in self._words["one_by_one"]:
            return phrase(who.head.head), self.parties
        if several or not self._is_collective(who):
            return None
        written = phrase(who)
        self._last = self._last or written
        return written, self.parties or (written,)

    def _own(self, who: Token) -> Bound | None:
        """Read "its troops": they are the party's that was bound before."""
        if not any(c.dep_ in POSS and is_possessive_pronoun(c) for c in who.children):
            return None
        name = self._named(self._last or _subject_before(who) or "")
        return (phrase(who), (name,)) if name in self.parties else None

    def _none_of(self, who: Token) -> Bound | None:
        """Read "none of the parties", "no one on either side"."""
        nobody = who.lower_ in self._words["anybody_or_nobody"] | {"no", "one"}
        several = nobody and any(self._is_collective(t) for t in who.subtree)
        return (phrase(who), self.parties) if several else None

    def _pronoun(self, who: Token) -> Bound | None:
        """Read "it", "they", "these"."""
        if who.lower_ not in self._words["pronouns"] and who.pos_ != "PRON":
            return None
        written = self._antecedent(who) or self._last or who.text
        if _bare(written) in self._words["together"] and self.parties:
            return written, self.parties
        return written, (self._named(written),)

    def _named_ones(self, who: Token, several: Sequence[Token]) -> Bound:
        """Read "the army", "the army and the rebels"."""
        written = [phrase(who), *(phrase(c) for c in several)]
        self._last = " and ".join(written)
        return self._last, tuple(_EITHER.sub("", self._named(name)) for name in written)

    def _antecedent(self, pronoun: Token) -> str | None:
        """Return what "it" or "they" refers to: the nearest party, else the nearest other noun."""
        plural = pronoun.lower_ in self._words["plural"]
        first: str | None = None
        for token in _subjects_before(pronoun):
            unlike = is_plural(token) is not plural and (plural or token.pos_ != "PROPN")
            if unlike or self._is_thing(token) or token.lemma_.lower() in self._words.nouns:
                continue
            written = phrase(token)
            if self._named(written) in self.parties:
                return written
            first = first or written
        return first if plural or self._last is None else self._last

    def binds(self, norm: Norm) -> bool:
        """Return whether a norm is about the parties, by their names or as both sides."""
        who, weak = norm.obligor, norm.strength is Strength.WEAK
        if who is None:
            return not weak and heading(norm.verb) is not None
        if self._is_collective(who) or norm.strength >= Strength.PLEDGED:
            return True
        named = _content(sentence_of(norm.verb).text)
        if not weak and any(_content(party) <= named for party in self.parties):
            return True
        if self._is_thing(who) and not self._is_party(who):
            return heading(norm.verb) is not None
        if who.pos_ == "PRON":
            return self._last is not None and self._named(self._last) in self.parties
        return self._is_party(who)

    def is_named(self, norm: Norm) -> bool:
        """Return whether a norm binds a party by its name, or all of them."""
        who = norm.obligor
        return who is not None and (self._is_collective(who) or self._is_party(who))

    def agreed(self, norm: Norm) -> bool:
        """Return whether who has pledged something is a party, or nobody else by name."""
        who, vows = norm.obligor, norm.head.lemma_ in self._words["vow"]
        if who is None or not vows or who.pos_ == "PRON" or self.is_named(norm):
            return True
        names = [self._named(name) for name in joined(who)]
        shared = any(_content(name) & _content(party) for name in names for party in self.parties)
        definite = who.pos_ != "PROPN" and any(c.lower_ == "the" for c in who.children)
        return shared or definite

    def _named(self, written: str) -> str:
        """Return the party that a short name stands for, or the name itself."""
        name = self._aliases.get(_bare(written), written)
        return next((party for party in self.parties if _stands_for(name, party)), name)


def aliases(text: str) -> dict[str, str]:
    """Return what an agreement's text calls its parties: "A (the Supplier) and B (the Receiver)".

    A name for both, such as ("the Cantons"), stands for an empty one.
    """
    found: dict[str, str] = {}
    for match in _ALIAS.finditer(text):
        alias = match["alias"].lower()
        name = match["name"].rsplit(" and ", 1)[-1].strip(" ,")
        found[alias] = "" if alias.endswith("s") and match["both"] else name
    return found


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name.lower())


def _stands_for(short: str, full: str) -> bool:
    """Return whether a name is another's in short: some of its words, or its first letters."""
    words, whole = _content(short), _content(full)
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", full)).lower()
    another = re.search(rf"[A-Z]\w+ {re.escape(short)}\b", full)  # "Northern Ireland"
    return bool(words) and ((words <= whole and not another) or words == {initials})


def _content(name: str) -> frozenset[str]:
    """Return the words of a name by which it is known, in lower case."""
    return frozenset(re.findall(r"\w+", name.lower())) - load()["skipped"]


def _subject_before(pronoun: Token) -> str | None:
    """Return the subject of the clause or the sentence before a pronoun, as written."""
    return next((phrase(token) for token in _subjects_before(pronoun)), None)


def _subjects_before(pronoun: Token) -> Iterator[Token]:
    """Yield the nouns that are subjects before a pronoun, the nearest first."""
    for i in range(pronoun.i - 1, max(-1, pronoun.i - BACK), -1):
        token = pronoun.doc[i]
        if token.dep_ in SUBJECTS and token.pos_ in NOUNS:
            yield token
