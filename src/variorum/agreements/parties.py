"""Who agreed, and who brought them together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from variorum.agreements.agreement_mentions import Talk
from variorum.agreements.norms.agreement_words import load
from variorum.language import relations as rel
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import NOUNS, first_child, verb_above
from variorum.language.english_words import role_words, singular
from variorum.language.features import is_past_participle, is_plural
from variorum.language.noun_phrases import joined, pair_after, pair_from, phrase
from variorum.language.verbs import has_passive, subject_of
from variorum.language.word_lists import pattern, words

OBJECT = rel.COMPLEMENT
MEDIATING = words("agreements", "mediating_alone")
GO_BETWEENS = words("agreements", "go_betweens")
# So many sentences at the head of what is told may name the parties without their agreeing.
FIRST, PAIR = 3, 2
_NAME = (
    r"(?:[Tt]he )?(?:(?:army|authorities|government|movement|people|province|state) of (?:the )?)?"
    r"[A-Z][\w/’'-]*(?:(?: of| for| in)?(?: the)? [A-Z][\w/’'-]*)*"
    r"(?: (?:army|government|militia|movement|rebels|forces|authorities|council|union|group"
    r"|company))?"
)
_SHORT = r" \([A-Z][\w/’'-]*\)"
_INITIALS = re.compile(r" \([A-Z][A-Z/’'-]*\)")
_SEVERAL = r"(?:\d+|{numerals}) (?:[\w-]+ ){0,2}{several_sides}"
_ONE = "(?:{names_with_and}|" + rf"{_SEVERAL}|{_NAME})(?:{_SHORT})?"
_PAIR = pattern(
    "agreements",
    rf"(?<![\w/’'-])(?P<more>(?:{_ONE}, )*)(?P<a>{_ONE})(?:,[^,;.]{{1,80}},)?,? and (?P<b>{_ONE})"
    r"(?:,[^,;.]{1,80},)?"
    r" (?:(?:{before_agreed}|\w+ly) )*(?P<verb>[a-z]+)\b",
)
# "UPDATE 2:", "NAIROBI, Jan 9 (Agency) -".
_HEADING = re.compile(
    r"\W*[A-Z][A-Z0-9’'/.-]*(?:[ ,]+[A-Z0-9][\w’'/.-]*)*,?(?: ?\([^()]*\))?(?:: | ?[—–] ?| -+ )"
)
_PEOPLE = pattern("agreements", r"{people_ends}$")
ARTICLES = frozenset({"A", "An", "Her", "His", "Its", "Our", "Their", "The"})
_TWO = re.compile(r"(?P<the>[Tt]he )?(?P<a>[A-Z]\w+) and (?P<b>[A-Z]\w+) (?P<what>[a-z]+s)")
_QUOTED = re.compile(r"[“”\"]|(?<!\w)so-called ")
_OWNED = re.compile(r"[’']s?\s")
_BEHIND = pattern("agreements", r" {behind_heads} ")


@dataclass
class Parties:
    """The names of those who agreed and of those who mediated, as first told."""

    names: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    guessed: bool = False
    """Whether the parties are only guessed: two that are named together."""

    def add(self, names: Iterable[str]) -> None:
        """Take the names for the parties, unless some are known already; things are none."""
        told = tuple(dict.fromkeys(names))
        if not self.names and all(map(is_actor, told)):
            self.names = told


def is_actor(name: str) -> bool:
    """Return whether a name may be of somebody: with a capital, or of people or a body."""
    words_of = _BEHIND.split(name)[0].split()
    head = words_of[-1].strip("“”\"'‘’,") if words_of else ""
    if head.lower() in load().nouns:
        return False  # "the Ceasefire and the Cessation Agreement signed in May"
    if not head.islower():
        return any(c.isalpha() for c in head)
    if any(w[0].isupper() and w not in ARTICLES for w in words_of) and not _OWNED.search(name):
        return True
    lemma = singular(head)
    people = lemma != head and _PEOPLE.search(lemma) is not None
    return people or lemma in role_words() or lemma in load()["sides"]


def _each(name: str) -> list[str]:
    """Return the names of "the Syrian and Turkish governments" one by one."""
    two = _TWO.fullmatch(name)
    if two is None:
        return [name]
    return [f"{two['the'] or ''}{one} {singular(two['what'])}" for one in (two["a"], two["b"])]


def parties(about: Sequence[Talk], sentences: Sequence[Span]) -> Parties:
    """Return who agreed, as the sentences that tell of one agreement name them.

    Args:
        about: the places where the agreement is spoken of.
        sentences: all sentences that tell of it.
    """
    found = Parties()
    nouns = {talk.noun.i for talk in about}
    spoken = {talk.sentence.start for talk in about}
    for sentence in sentences:
        if sentence.start in spoken:
            found.add(_side_by_side(sentence))
    for sentence in sentences:
        _read(found, sentence, nouns)
    for sentence in sentences:
        found.add(_side_by_side(sentence))  # "shook hands on it": the next sentence may name them
    first = _at_first(sentences) if len(found.names) < PAIR else []
    if first and all(map(is_actor, first)):
        return Parties(tuple(dict.fromkeys(first)), found.mediators, guessed=True)
    found.names = tuple(_QUOTED.sub("", _with_wing(name, sentences)) for name in found.names)
    return found


def _with_wing(name: str, sentences: Sequence[Span]) -> str:
    """Return a name with the word in brackets behind it: "the Communist Party (Maoist)"."""
    pattern = re.compile(rf"{re.escape(name)} \([A-Z][a-z]\w*\)")
    return next((m.group() for s in sentences if (m := pattern.search(s.text))), name)


def _side_by_side(sentence: Span) -> list[str]:
    """Read "A, B and C have struck", by its capitals: long names mislead the parser."""
    for match in _PAIR.finditer(sentence.text, _heading(sentence)):
        at = sentence.start_char + match.start("verb")
        place = tokens_at(sentence.doc, at, at + len(match["verb"]))
        making = load()["making"] - load()["done_each_alone"] - MEDIATING - load()["arranging"]
        if place is not None and len(place) and place[0].lemma_ in making:
            more = [name for name in match["more"].split(", ") if name]
            before = sentence.text[: match.start()].lower().split()
            placed = bool(before) and not load()["placing"].isdisjoint((before[0], before[-1]))
            more = more[1:] if placed else more  # "at Pike Ferry, A and B signed"
            names = (*more, match["a"], match["b"])
            return [_INITIALS.sub("", one).strip() for n in names for one in _each(n)]
    return []


def _heading(sentence: Span) -> int:
    """Return how many characters of a sentence are a heading or a dateline: "UPDATE 2:"."""
    begins = sentence.start == 0 or "\n" in sentence.doc[sentence.start - 1].text_with_ws
    match = _HEADING.match(sentence.text) if begins else None
    return match.end() if match else 0


def _read(found: Parties, sentence: Span, nouns: set[int]) -> None:
    """Add those who agreed or mediated, by a sentence; `nouns` are the agreement's names."""
    words = load()
    for token in sentence:
        if token.lower_ == "between" and token.dep_ in rel.ADPOSITION:
            names = pair_after(token)
            shared = verb_above(token).i in {verb_above(token.doc[i]).i for i in nouns}
            if len(names) > 1 and (token.head.i in nouns or shared):
                found.add(names)
        done = token.pos_ == "VERB" and token.lemma_ in words["making"] | words["mediating"]
        if done and makes(token, nouns, (token.doc[i] for i in nouns)):
            _add_makers(found, token)
        if not found.mediators and token.lemma_ in MEDIATING:
            found.mediators = _mediators(token)
        elif not found.mediators and token.lower_ in words["mediation"]:
            found.mediators = tuple(_held(token))
    for i in nouns:
        if sentence.start <= i < sentence.end:
            found.add(_apposed(sentence.doc[i]))
            found.add(_owners(sentence.doc[i]))


def makes(verb: Token, nouns: set[int], named: Iterable[Token]) -> bool:
    """Return whether a verb is about the agreement of these names: "signed the deal", "signed it".

    The verb may stand right above those of them that are `named`, or below any.
    """
    tells = any(verb_above(noun).i == verb.i for noun in named)
    under = verb.dep_ in rel.ACL | rel.RELCL and verb.head.i in nouns
    return verb.lemma_ == "agree" or tells or under or is_of_it(verb)


def is_of_it(verb: Token) -> bool:
    """Return whether a verb is done to what was named before: "signed it", "they were signed"."""
    return any(
        c.dep_ in rel.NSUBJ_PASS | rel.OBJ and c.lower_ in {"it", "them"} for c in verb.children
    )


def _at_first(sentences: Sequence[Span]) -> list[str]:
    """Return two that the first sentences name together: "between A and B", "A and B said"."""
    for sentence in sentences[:FIRST]:
        for token in sentence:
            names: list[str] = []
            if token.lower_ == "between" and token.dep_ in rel.ADPOSITION:
                names = pair_after(token)
            elif token.dep_ in rel.NSUBJ and token.head.pos_ == "VERB" and token.pos_ in NOUNS:
                names = joined(token)
                names = names if len(names) == PAIR else []
            if len(names) > 1 and all(any(w[0].isupper() for w in n.split()) for n in names):
                return names
    return []


def _add_makers(found: Parties, verb: Token) -> None:
    """Add who signed, agreed or brokered: the parties, or the mediators."""
    passive = has_passive(verb) or verb.dep_ in rel.ACL
    subject = _maker(verb, passive)
    if subject is None or subject.pos_ == "PRON":
        return
    names = _makers(verb, subject, passive)
    # Such as "Arab tribal elders", who speak for a place.
    go_between = all(any(w.lower() in GO_BETWEENS for w in name.split()) for name in names)
    if verb.lemma_ in load()["arranging"] and go_between:
        found.mediators = found.mediators or tuple(dict.fromkeys(names))
        return
    other = _partner(verb)
    with_other = [*names, *joined(other)] if other is not None else []
    if verb.lemma_ in load()["mediating"]:
        if other is not None:
            found.add(with_other)
        else:
            found.mediators = found.mediators or tuple(dict.fromkeys(names))
    elif len(names) > 1:
        found.add(names)
    elif verb.lemma_ != "work":
        found.add(with_other)


def _mediators(word: Token) -> tuple[str, ...]:
    """Read "Norway mediated it", "brokered by Kenya", "which Egypt hosted"."""
    if word.pos_ != "VERB" or _partner(word) is not None:
        return ()  # who brokered a deal with another is a party to it
    passive = has_passive(word) or (word.dep_ in rel.ACL and is_past_participle(word))
    who = _maker(word, passive) if passive else subject_of(word)
    named = who is not None and who.pos_ == "PROPN" and (passive or who.i < word.i)
    return tuple(joined(who)) if who is not None and named else ()


def _held(noun: Token) -> list[str]:
    """Return the names of "under the mediation of Norway and Qatar"."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    held = first_child(of, OBJECT) if of is not None else None
    return joined(held) if held is not None and held.pos_ == "PROPN" else []


def _maker(verb: Token, passive: bool) -> Token | None:
    """Return who does what the verb tells; who is bound of "the two are bound"."""
    if passive and verb.lemma_ == "bind":
        return first_child(verb, rel.NSUBJ_PASS)
    if not passive:
        first = sentence_of(verb).start_char + _heading(sentence_of(verb))
        subjects = (c for c in verb.children if c.dep_ in rel.CSUBJ | rel.NSUBJ and c.idx >= first)
        return next(subjects, None)
    by = first_child(verb, rel.AGENT)
    return None if by is None else first_child(by, OBJECT)


def _makers(verb: Token, subject: Token, passive: bool) -> list[str]:
    """Return the names of the subject of a verb, one by one."""
    first = sentence_of(verb).start_char + _heading(sentence_of(verb))
    subjects = [
        c for c in verb.children if c.dep_ in rel.NSUBJ and c.pos_ in NOUNS and c.idx >= first
    ]
    split = len(subjects) > 1 and not passive
    told = [n for s in subjects for n in joined(s)] if split else joined(subject)
    names = [one for name in told for one in _each(name)]
    if len(names) == 1 and is_plural(subject):
        names = _of_each(subject) or names
    at = subject.left_edge.i
    if len(names) > 1 or passive or at > sentence_of(verb).start + 1:
        return names
    return _run_from(subject, at) or names


def _run_from(subject: Token, first: int) -> list[str]:
    """Return the names that a sentence begins with, where the parser has taken them for one."""
    run = pair_from(subject.doc, first)
    if len(run) < PAIR or run[0].isupper() or any(c.isdigit() for c in "".join(run)):
        return []
    if len(run) > PAIR and not any(word[0].isupper() for word in run[0].split()[1:]):
        return run[1:]  # "the warring clans, the Oudens and the Tresks"
    return run


def _of_each(noun: Token) -> list[str]:
    """Read "the ministers of Bel and Cair"."""
    first = [c for c in noun.children if c.lower_ == "of"]
    several = [*first, *(c for of in first for c in of.children if c.lower_ == "of")]
    names = [
        n for prep in several for c in prep.children if c.dep_ in rel.COMPLEMENT for n in joined(c)
    ]
    return names if len(names) > 1 else []


def _apposed(noun: Token) -> list[str]:
    """Read "memorandum of the three guarantors, A, B and C"."""
    for prep in noun.children:
        of = prep.dep_ in rel.ADPOSITION and prep.lower_ == "of"
        held = first_child(prep, OBJECT) if of else None
        named = first_child(held, rel.APPOS) if held is not None else None
        names = [] if named is None else joined(named)
        if len(names) > 1:
            return names
    return []


def _owners(noun: Token) -> list[str]:
    """Read "Sollund's pact with Varnia", "Sollund has a pact with Varnia"."""
    other = _partner(noun)
    if other is None or noun.pos_ == "VERB":
        return []
    owner = next((c for c in noun.children if c.dep_ in rel.POSS and c.pos_ in NOUNS), None)
    verb = verb_above(noun)
    if owner is None and noun.head.lower_ != "of":  # not "as part of the deal with X, Y"
        owner = next((c for c in verb.children if c.dep_ in rel.NSUBJ and c.i != noun.i), None)
    if owner is not None and owner.pos_ in NOUNS:
        return [phrase(owner), *joined(other)]
    return several if len(several := joined(other)) > 1 else []


def _partner(head: Token) -> Token | None:
    """Return who follows "with" after a verb, its object or a noun: "signed a pact with"."""
    for one in (head, *(c for c in head.children if c.dep_ in rel.OBJ)):
        for prep in one.children:
            if prep.lower_ == "with" and prep.dep_ in rel.ADPOSITION:
                return first_child(prep, OBJECT)
    return None
