"""Deeds: what terms bind parties to do, and the verbs that tell it was done or undone."""

import functools
import re
from dataclasses import dataclass

from variorum.language.files import table
from variorum.language.word_lists import pattern, rows_by_word, words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = words("compare", "stop_words")
_NOUN = pattern("compare", r"(?<=.{4}){noun_endings}$")
_VERB = pattern("compare", r"(?<=.{3}){verb_endings}$")


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its English ending, near enough to tell "prisoners" by "prisoner"."""
    word = word.lower()
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)] + rest
    return word


@functools.lru_cache(maxsize=1 << 16)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry meaning."""
    return frozenset(stem(w) for w in _WORD.findall(text) if w.lower() not in _STOP)


def root(word: str) -> str:
    """Return what a verb and its nouns share: "=recruit" of "recruits" and "recruitment"."""
    bare = _NOUN.sub("", _NOUN.sub("", word.lower().removesuffix("s")))
    return f"={_VERB.sub('', bare)}"


@dataclass(frozen=True)
class Deeds:
    """The lexicon of deeds, indexed by what tells them."""

    by_verb: dict[str, frozenset[str]]
    by_noun: dict[str, frozenset[str]]
    against: dict[str, frozenset[str]]
    whole: frozenset[str]
    lists: dict[str, frozenset[str]]
    sorts: tuple[frozenset[str], ...]
    forms: dict[str, str]

    @property
    def light(self) -> frozenset[str]:
        """Verbs that say little without their object."""
        return self.lists["light"] | self.lists["carriers"]

    def named(self, text: str) -> frozenset[str]:
        """Return the deeds that nouns among words name: "recruitment", "an attack"."""
        return self.of_words(stems(text)) | {
            root(word) for word in _WORD.findall(text) if _NOUN.search(word.removesuffix("s"))
        }

    def base(self, word: str) -> str | None:
        """Return the verb that a word is a form of: "firing" is of "fire"."""
        return self.forms.get(word)

    def of_verb(self, predicate: str) -> frozenset[str]:
        """Return the deeds that a verb with its particle tells; each verb is one of its own."""
        lemma, *particle = predicate.split()
        own = frozenset({" ".join((root(lemma), *particle))} if lemma not in self.light else ())
        return own | (self.by_verb.get(predicate) or self.by_verb.get(lemma, frozenset()))

    def of_words(self, words: frozenset[str]) -> frozenset[str]:
        """Return the deeds that nouns among stems name."""
        return frozenset(deed for word in words for deed in self.by_noun.get(word, ()))

    def undo(self, deeds: frozenset[str]) -> frozenset[str]:
        """Return the deeds that undo any of those given."""
        return frozenset(other for deed in deeds for other in self.against.get(deed, ()))

    def sorts_of(self, words: frozenset[str]) -> frozenset[int]:
        """Return which sorts of things the stems are of."""
        return frozenset(n for n, sort in enumerate(self.sorts) if words & sort)


def _forms(verbs: set[str], irregular: dict[str, list[str]]) -> dict[str, str]:
    """Return the written forms of verbs, each with its verb."""
    found: dict[str, str] = {}
    for verb in sorted(verbs):
        dying = verb[:-2] + "ying" if verb.endswith("ie") else verb
        bare = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
        doubles = len(verb) > 2 and verb[-1] in "bdglmnprt" and verb[-2] in "aeiou"
        doubled = verb + verb[-1] if doubles else verb
        y = verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeiou" else bare
        forms = [dying, *(verb + ending for ending in ("", "s", "es", "d"))]
        forms += [f"{y}es", f"{y}ed", f"{bare}ing", f"{doubled}ing", f"{doubled}ed"]
        for form in forms:
            found.setdefault(form, verb)
    found.update({form: verb for verb, forms in irregular.items() for form in forms})
    return found


@functools.cache
def load() -> Deeds:
    """Return the deeds that come with the package, read once."""
    raw = dict(table("action_lexicon"))
    rows, sorts, irregular = raw.pop("deeds"), raw.pop("sorts"), raw.pop("irregular")
    by_verb = rows_by_word(rows, "said")
    told = (*by_verb, *raw["whole_broken"], *raw["whole_kept"], *raw["stops"])
    return Deeds(
        by_verb=by_verb,
        by_noun=rows_by_word(rows, "nouns", stem),
        against={name: frozenset(row["against"]) for name, row in rows.items()},
        whole=frozenset(name for name, row in rows.items() if row.get("whole")),
        lists={name: frozenset(words) for name, words in raw.items()},
        forms=_forms({verb.split()[0] for verb in told}, irregular),
        sorts=tuple(frozenset(stem(word) for word in sort) for sort in sorts),
    )
