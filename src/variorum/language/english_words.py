"""English words that attribute, with their stance and certainty: the tables in `english/words/`.

`cues.tsv` holds one row a word: lemma, part of speech, frames, stance, certainty. A frame is a
construction in which the word takes its content:

    clause   a clause or quotation ("said that ...")
    to       an infinitive ("plans to ...")
    ing      a gerund ("denied taking ...")
    obj      an object ("denied the charge")
    objto    an object with an infinitive ("urged voters to ...")
    quote    a quotation only
    is       what a noun is said to be ("their estimate is ...")
    p:X      a phrase with the preposition X ("called for ...")

A lemma of two words is a verb with its particle or its object ("rule out", "cast doubt"). The last
column says where a frame makes another act of the word: `to=orders/Uu`, "asked them to leave".

`hedges.tsv` holds the words that weaken a statement: the certainty that they leave it, and the band
of Intelligence Community Directive 203 (2015) where they are estimative.

Certainty values are those of FactBank (Saurí and Pustejovsky 2009).
"""

import csv
import functools
from dataclasses import dataclass
from importlib import resources

from spacy.tokens import Token

from variorum.grouping import grouped
from variorum.language.features import is_plural
from variorum.language.relations import AMOD, COMPOUND
from variorum.language.word_lists import pairs, words
from variorum.model import Band, Certainty, Role, SpeakerKind, Stance

# Months that are words of another meaning in lower case.
AMBIGUOUS = words("language", "ambiguous_months")
YEAR, YEARS = 4, (1500, 2100)
IRREGULAR = pairs("language", "irregular")
ES_PLURALS = tuple(words("language", "es_plurals"))


@dataclass(frozen=True)
class CueWord:
    """A word that attributes, with its constructions, stance and certainty."""

    lemma: str
    pos: str
    frames: frozenset[str]
    stance: Stance
    certainty: Certainty
    by_frame: tuple[tuple[str, Stance, Certainty], ...] = ()


@dataclass(frozen=True)
class HedgeWord:
    """Words that weaken a statement: the certainty left, and their estimative band if any."""

    words: tuple[str, ...]
    certainty: Certainty
    band: Band | None


@dataclass(frozen=True)
class RoleWord:
    """A noun for a person or body: the kind of speaker it names, and how that speaker may know."""

    kind: SpeakerKind
    role: Role


def _rows(name: str) -> list[dict[str, str]]:
    table = resources.files("variorum.language") / "english" / "words" / name
    lines = table.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if x and x[0] != "#"), delimiter="\t"))


@functools.cache
def cue_words() -> dict[tuple[str, str], CueWord]:
    """Return the attributing words by (lemma, part of speech)."""
    words = {}
    for row in _rows("cues.tsv"):
        word = CueWord(
            row["lemma"],
            row["pos"],
            frozenset(row["frames"].split()),
            Stance(row["stance"] or "asserts"),
            Certainty(row["certainty"] or "CT+"),
            _by_frame(row["but"] or ""),
        )
        words[word.lemma, word.pos] = word
    return words


def _by_frame(column: str) -> tuple[tuple[str, Stance, Certainty], ...]:
    """Return the acts in a column such as "to=orders/Uu p:for=orders/Uu"."""
    parts = (part.replace("=", "/").split("/") for part in column.split())
    return tuple((frame, Stance(act), Certainty(sure)) for frame, act, sure in parts)


@functools.cache
def hedge_words() -> dict[str, list[HedgeWord]]:
    """Return the hedges by their first word, in lower case, the longest first."""
    hedges = [
        HedgeWord(
            words=tuple(row["words"].split()),
            certainty=Certainty(row["certainty"]),
            band=Band(row["band"]) if row["band"] else None,
        )
        for row in _rows("hedges.tsv")
    ]
    longest_first = sorted(hedges, key=lambda hedge: -len(hedge.words))
    return grouped((hedge.words[0], hedge) for hedge in longest_first)


@functools.cache
def role_words() -> dict[str, RoleWord]:
    """Return the nouns for speakers by lemma."""
    rows = _rows("roles.tsv")
    return {r["noun"]: RoleWord(SpeakerKind(r["kind"]), Role(r["role"])) for r in rows}


@functools.lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return the singular of a plural noun in lower case, by the rules of English spelling."""
    if word in role_words() or word in IRREGULAR:
        return IRREGULAR.get(word, word)
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(ES_PLURALS):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def noun_lemma(noun: Token) -> str:
    """Return a noun's singular in lower case, from its tag and spelling alone.

    A lemmatizer would cost more time than everything else that is done with a noun.
    """
    return singular(noun.lower_) if is_plural(noun) else noun.lower_


def role_of(noun: Token) -> RoleWord | None:
    """Return the entry of a noun for a speaker, "coast guard" before "guard"; None without one."""
    words, lemma = role_words(), noun_lemma(noun)
    for child in noun.lefts:
        joined = f"{noun_lemma(child)} {lemma}"
        if child.dep_ in COMPOUND | AMOD and joined in words:
            return words[joined]
    return words.get(lemma)


@functools.cache
def word_list(kind: str) -> frozenset[str]:
    """Return the words of one kind in `words.tsv`, in lower case."""
    return frozenset(row["word"] for row in _rows("words.tsv") if row["kind"] == kind)


def is_moment(token: Token) -> bool:
    """Whether a word names a time: a day or month by name, "yesterday", "weeks", a year."""
    lower = token.lower_
    if lower in word_list("calendar") or lower in word_list("moment"):
        return lower not in AMBIGUOUS or token.text[0].isupper()
    return len(lower) == YEAR and lower.isdecimal() and YEARS[0] <= int(lower) <= YEARS[1]


def is_amount(token: Token) -> bool:
    """Whether a word is a number, in digits or words, or one for no number in particular."""
    return token.like_num or token.lower_ in word_list("number")


@functools.cache
def given_names() -> dict[str, str]:
    """Return "female" or "male" for each given name of `given.tsv`, in lower case."""
    return {row["name"]: row["gender"] for row in _rows("given.tsv")}
