"""Who agreed, and who brought them together, in the languages that are read by their data file."""

import re
from dataclasses import dataclass

from variorum.language.words.deed_words import DeedWords

# A party's name has so many words at most, and its first with a capital stands so near its start.
LONGEST, LEAD = 6, 3
# A name in another case shares so many letters with it.
KEY = 4
_DATE_OR_BREAK = re.compile(r"[\d,،:]")
_AND = re.compile(r"\sو(?=\w)")  # Arabic writes it as one with the name behind it
_ARTICLE = re.compile(r"^\w{1,2}['’]")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Words:
    """What a language calls an agreement, and how it says what is agreed, each as one pattern."""

    rows: dict[str, list[str]]
    deeds: DeedWords | None

    def find(self, name: str, text: str, *, last: bool = False) -> re.Match[str] | None:
        """Return the first, or the last, of the words of a list in a text."""
        longest = sorted(self.rows[name], key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest)).replace(r"\*", r"\w*")
        found = re.finditer(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)", text, re.IGNORECASE)
        return max(found, key=lambda m: m.start(), default=None) if last else next(found, None)


def mediators(text: str, words: Words, whole: str) -> tuple[str, ...]:
    """Read "with the mediation of Norway"."""
    told = words.find("mediated", text)
    rest = text[told.end() :] if told is not None else ""
    end = min(
        (m.start() for m in (called(words, rest), words.find("made", rest)) if m), default=None
    )
    name = _name(rest[:end], words)
    return (_plain(name, whole),) if name else ()


def parties(text: str, words: Words, whole: str) -> tuple[str, ...]:
    """Return who agreed: "between A, B and C", "on 2 May A and B, which neighbours it, signed"."""
    text = _BRACKETS.sub(" ", text)
    between, made = words.find("between", text), words.find("made", text)
    behind = words.find("behind", text)
    names: list[str] = []
    if made is not None and _is_denied(text, made, words):
        return ()
    if between is not None:
        inside = text[between.end() :]
        joint = _joint(words, inside)
        if joint is not None:
            names = [*inside[: joint.start()].split(","), inside[joint.end() :]]
    elif behind is not None and (joint := words.find("and", text[: behind.start()])) is not None:
        names = [text[: joint.start()], text[joint.end() : behind.start()]]
    elif made is not None:
        names = _before(text[: made.start()], words) or _verb_first(text[made.end() :], words)
    found = tuple(_plain(_name(name, words), whole) for name in names)
    return found if all(found) and not any(re.search(r"[.;:]", name) for name in names[:-1]) else ()


def _is_denied(text: str, made: re.Match[str], words: Words) -> bool:
    """Return whether a word beside the verb says that it was not signed."""
    near = [*text[: made.start()].split()[-2:], *text[made.start() :].split()[:2]]
    return words.deeds is not None and words.deeds.denied(" ".join(near))


def _joint(words: Words, text: str) -> re.Match[str] | None:
    """Return the first "and" of a text."""
    return words.find("and", text) or (_AND.search(text) if _is_caseless(text) else None)


def _before(text: str, words: Words) -> list[str]:
    """Return the two that stand before a verb of signing, or around its helping verb."""
    helper = words.find("helpers", text)
    if helper is not None:  # "on Monday have A and B", "A and B have"
        joined = words.find("and", text[: helper.start()]) is not None
        text = text[: helper.start()] if joined else text[helper.end() :]
    joint = words.find("and", text, last=True)
    if joint is None:
        return []
    behind = text[joint.end() :]
    named = called(words, behind)
    inside, *more = _DATE_OR_BREAK.split(behind[: named.start()] if named else behind)
    near = more or _is_caseless(inside) or len(inside.split()) <= LONGEST
    first = _DATE_OR_BREAK.split(text[: joint.start()])[-1].split()
    years = words.rows["units"].get("year", ())  # type: ignore[attr-defined]
    dated = first[:1] and first[0] in years
    return [" ".join(first[1:] if dated else first), inside if near else ""]


def _verb_first(text: str, words: Words) -> list[str]:
    """Return the two that a sentence names behind its verb: "on 2 May signed A and B a truce"."""
    told = text[: named.start()] if (named := called(words, text)) is not None else ""
    joint = _joint(words, told)
    return [told[: joint.start()], told[joint.end() :]] if joint is not None else ["", ""]


def called(words: Words, text: str) -> re.Match[str] | None:
    """Return the first word of a text that calls an agreement."""
    found = [m for name in ("truces", "nouns") if (m := words.find(name, text)) is not None]
    return min(found, key=lambda m: m.start(), default=None)


def _plain(name: str, whole: str) -> str:
    """Return a name of one word as the text writes it oftenest, in whatever case."""
    if not name or " " in name:
        return name
    told: list[str] = re.findall(rf"\b{re.escape(name[:KEY])}\w*", whole)
    near = [w for w in told if abs(len(w) - len(name)) <= KEY - 1] or [name]
    return max(dict.fromkeys(near), key=lambda word: (near.count(word), word != name, -len(word)))


def _name(text: str, words: Words) -> str:
    """Return the name that words begin with: small words, a few nouns, then what has a capital.

    What has none is a name where a noun of it says what kind of side it is: "the rebels".
    """
    caseless = _is_caseless(text)
    small = frozenset(words.rows["small"])
    taken: list[str] = []
    told = text.split()
    for word, after in zip(told, [*told[1:], ""], strict=False):
        own = [w for w in taken if w.lower() not in small]
        capital = any(map(_is_capital, own)) or _is_side(own, words)
        # "Tavia's president Anna Sorl"; "the rebels of the region".
        behind = bool(words.rows["sides"] and taken and taken[-1].lower() in small)
        goes_on = after[:1].isupper() or behind
        plain = (
            _is_capital(word)
            or _is_side([word], words)
            or word.lower() in small
            or caseless
            or not capital
            or goes_on
        )
        ended = caseless and word.lower() in small and taken  # "the front in May"
        signed = any(words.find(row, word) is not None for row in ("made", "mediated"))
        if ended or len(taken) == LONGEST or not plain or signed:
            break
        taken.append(word.strip('“”"«»'))
        if taken[-1][-1:] in ",.;:":
            break
    while taken and taken[-1].lower() in small:
        taken.pop()
    heads = [n for n, w in enumerate(taken) if w.lower() not in small]
    known = [n for n in heads if _is_capital(taken[n]) or caseless or _is_side([taken[n]], words)]
    name = " ".join(taken).strip(" ,.;:")
    return name if known and known[0] <= LEAD and called(words, name) is None else ""


def _is_capital(word: str) -> bool:
    """Return whether a word has a capital, behind an article as well: "d'Arlon"."""
    return _ARTICLE.sub("", word)[:1].isupper()


def _is_side(told: list[str], words: Words) -> bool:
    return any(words.find("sides", word) is not None for word in told)


def _is_caseless(text: str) -> bool:
    return text.upper() == text.lower()
