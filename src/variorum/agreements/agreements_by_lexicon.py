"""Agreements in the languages that are read by their data file: parties, days, terms.

Read are an agreement "between A and B", or that A and B "signed", with its days, how long it lasts
and whether it was extended; what its parties must or may do; and the points of a list under a head,
with a verb or a noun. Each act is told by the English verb and nouns of its deed, so that reports
and rows of every language can be held against it. The rest is a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.agreements.attach import told_by
from variorum.agreements.norms.due_dates import later
from variorum.language.files import section
from variorum.language.words.deed_words import DeedWords, deed_words
from variorum.model import Claim, Clause, Document, Gap, Modality, Pact, Place, When
from variorum.model.terms import AgreementStage, AgreementType
from variorum.text import span

__all__ = ["by_lexicon", "unread"]

# A party's name has so many words at most, and its first with a capital stands so near its start.
LONGEST, LEAD = 6, 3
# A term stands so many sentences behind the one that tells of the agreement.
REACH = 4
# A name in another case shares so many letters with it.
KEY = 4
_CLAUSE = re.compile(r"[^.;:,!?\n]*$")
_DATE_OR_BREAK = re.compile(r"[\d,،:]")
_PIECE = re.compile(r"[^\n;؛]+")
_MARK = re.compile(r"^\s*(?:\(?\w{1,2}[).]|[-–•])(?:\s+|$)")
_KINDS = (("must_not", Modality.MUST_NOT), ("must", Modality.MUST), ("may", Modality.MAY))


Head = tuple[Modality, str, tuple[str, ...]]
"""What the head of a list says: whether its points bind, and whom, as written and by name."""


@dataclass
class _Reading:
    """What has been read of a text so far."""

    pacts: list[Pact] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    away: int = REACH
    """How many sentences ago the agreement, or a term of it, was told."""
    head: Head | None = None
    listed: bool = False
    """Whether the text holds such a list, and so is an agreement's own."""
    marked: bool = False
    """Whether the last piece was but the number of a point."""
    open: bool = False
    """Whether the last piece says that points follow."""


@dataclass(frozen=True)
class _Words:
    """What a language calls an agreement, and how it says what is agreed, each as one pattern."""

    rows: dict[str, list[str]]
    deeds: DeedWords | None

    def find(self, name: str, text: str, *, last: bool = False) -> re.Match[str] | None:
        """Return the first, or the last, of the words of a list in a text."""
        longest = sorted(self.rows[name], key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest)).replace(r"\*", r"\w*")
        found = re.finditer(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)", text, re.IGNORECASE)
        return max(found, key=lambda m: m.start(), default=None) if last else next(found, None)


@dataclass(frozen=True)
class _Text:
    """A document with its dates, and the words of its language."""

    document: Document
    whens: Sequence[When]
    words: _Words


def by_lexicon(
    claims: Sequence[Claim],
    document: Document,
    doc: Doc,
    whens: Sequence[When],
    places: Sequence[Place],  # noqa: ARG001  (as every reader)
) -> list[Claim]:
    """Return the claims with the agreements and plain terms that their words tell."""
    language = document.language or ""
    words = _Words(section(language, "agreements"), deed_words(language))
    told, text = _Reading(), _Text(document, whens, words)
    for sentence in doc.sents if words.rows["nouns"] else ():
        told.away += 1
        for piece in _PIECE.finditer(sentence.text):
            if piece.group().strip():
                start = sentence.start_char + piece.start()
                _read(told, text, (start, piece.group()))
                told.open = sentence.text[piece.end() :][:1] in {";", "؛"} or (
                    piece.group().rstrip().endswith(":")
                )
    return told_by(claims, document, told.pacts, told.clauses, ()) if told.pacts else list(claims)


def unread(document: Document, claims: Sequence[Claim]) -> list[Gap]:
    """Return that terms may be missing of an agreement told in another language than English."""
    if document.language == "en" or not any(claim.pacts for claim in claims):
        return []
    why = (
        f"Of the agreement in it, told in {document.language}, the parties, the days, plainly "
        "stated terms and the points of lists are read, and no more."
    )
    return [Gap(what=str(document.path), why=why, document=document.id)]


def _read(told: _Reading, of: _Text, piece: tuple[int, str]) -> None:
    """Take a line or a point of a text for what it tells of an agreement."""
    start, text = piece
    mark = _MARK.match(text)
    if mark is not None and any(w.span.start in range(start, start + mark.end()) for w in of.whens):
        mark = None  # "3. mai"
    start, text = (start + mark.end(), text[mark.end() :]) if mark else piece
    point = mark is not None or told.marked
    told.marked = mark is not None and not text.strip()
    if not point and not told.open:
        told.head = None
    pact = None if point else _pact(of, start, text, len(told.pacts))
    if pact is not None and not (told.pacts and _is_same(told.pacts[0], pact)):
        told.pacts.append(pact)
        told.away, told.head = 0, None
    elif pact is not None:
        told.pacts[0] = _more(told.pacts[0], pact)
    elif told.pacts and told.away <= REACH and text.strip():
        found = list(_terms(told, of, (start, text)))
        told.clauses += found
        told.away = 0 if found and told.listed else told.away


def _is_same(one: Pact, other: Pact) -> bool:
    """Return whether two name the same parties, or share one where a headline tells no day."""
    keys = [
        [{w.lower()[:KEY] for w in party.split() if len(w) >= KEY} for party in pact.parties]
        for pact in (one, other)
    ]
    shared = sum(any(key & own for own in keys[1]) for key in keys[0])
    undated = any(not (pact.reached or pact.start) for pact in (one, other))
    return shared >= min(map(len, keys)) or bool(shared and undated)


def _more(one: Pact, other: Pact) -> Pact:
    """Return an agreement with what is told of it later: an end, its parties in full."""
    told = ("reached", "start", "end", "mediators")
    known = {k: getattr(one, k) or getattr(other, k) for k in told}
    parties = max(one.parties, other.parties, key=lambda names: sum(map(len, names)))
    return one.model_copy(update={**known, "parties": parties})


def _pact(of: _Text, first: int, line: str, number: int) -> Pact | None:
    """Read "a truce between A and B from 3 May", "A and B signed an accord on 2 May"."""
    document, words = of.document, of.words
    text = line.rstrip()
    truce, noun = words.find("truces", text), words.find("nouns", text)
    named = truce or noun
    parties = _parties(text, words, document.text) if named is not None else ()
    if named is None or not parties:
        return None
    start = first + len(text) - len(text.lstrip())
    made, renewed = words.find("made", text) is not None, words.find("extended", text) is not None
    told = _days(start, text.lstrip(), of.whens, made=made and not renewed)
    if not made and not told:
        return None
    long = _long(text, words)
    since = told.get("start") or told.get("reached")
    return Pact(
        number=number,
        label=named.group(),
        type=AgreementType.CEASEFIRE if truce else AgreementType.OTHER,
        parties=parties,
        mediators=_mediators(text, words, document.text),
        reached=told.get("reached"),
        start=told.get("start"),
        end=told.get("end") or (later(since, long) if since and long else None),
        duration=long or None,
        stage=AgreementStage.RENEWAL if renewed else AgreementStage.UNCLEAR,
        span=span(document, start, first + len(text)),
    )


def _long(text: str, words: _Words) -> str:
    """Return how long an agreement lasts, in English: "90 days", "3 months"."""
    for unit in ("day", "week", "month", "year"):
        names = "|".join(map(re.escape, words.rows["units"].get(unit, ())))  # type: ignore[attr-defined]
        counts = words.rows["counts"]
        told = "|".join((r"\d{1,3}", *map(re.escape, counts)))
        match = (
            re.search(rf"(?<!\w)(?P<n>{told})\s+(?:{names})(?!\w)", text, re.I) if names else None
        )
        if match is not None:
            number = match["n"].lower()
            much = number if number.isdecimal() else counts.index(number) + 1
            return f"{much} {unit}s"
    return ""


def _mediators(text: str, words: _Words, whole: str) -> tuple[str, ...]:
    """Read "with the mediation of Norway"."""
    told = words.find("mediated", text)
    rest = text[told.end() :] if told is not None else ""
    end = min(
        (m.start() for m in (_called(words, rest), words.find("made", rest)) if m), default=None
    )
    name = _name(rest[:end], words)
    return (_plain(name, whole),) if name else ()


def _parties(text: str, words: _Words, whole: str) -> tuple[str, ...]:
    """Return who agreed: "between A, B and C", "on 2 May A and B, which neighbours it, signed"."""
    between, made = words.find("between", text), words.find("made", text)
    behind = words.find("behind", text)
    names: list[str] = []
    if between is not None:
        inside = text[between.end() :]
        joint = words.find("and", inside)
        if joint is not None:
            names = [*inside[: joint.start()].split(","), inside[joint.end() :]]
    elif behind is not None and (joint := words.find("and", text[: behind.start()])) is not None:
        names = [text[: joint.start()], text[joint.end() : behind.start()]]
    elif made is not None:
        before = text[: made.start()]
        joint = words.find("and", before, last=True)
        if joint is not None:
            inside, *more = _DATE_OR_BREAK.split(before[joint.end() :])
            near = more or _is_caseless(inside) or len(inside.split()) <= LONGEST
            inside = inside if near else ""
            first = _DATE_OR_BREAK.split(before[: joint.start()])[-1].split()
            years = words.rows["units"].get("year", ())  # type: ignore[attr-defined]
            names = [" ".join(first[1:] if first[:1] and first[0] in years else first), inside]
        else:
            names = list(_verb_first(text[made.end() :], words))
    found = tuple(_plain(_name(name, words), whole) for name in names)
    return found if all(found) and not any(re.search(r"[.;:]", name) for name in names[:-1]) else ()


def _verb_first(text: str, words: _Words) -> tuple[str, str]:
    """Return the two that a sentence names behind its verb: "on 2 May signed A and B a truce".

    In Arabic the second bears the "and" itself.
    """
    told = text[: named.start()] if (named := _called(words, text)) is not None else ""
    joint = words.find("and", told) or re.search(r"\sو(?=\w)", told)
    return (told[: joint.start()], told[joint.end() :]) if joint is not None else ("", "")


def _called(words: _Words, text: str) -> re.Match[str] | None:
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


def _name(text: str, words: _Words) -> str:
    """Return the name that words begin with: small words, a few nouns, then what has a capital."""
    caseless = _is_caseless(text)
    taken: list[str] = []
    for word in text.split():
        capital = any(w[:1].isupper() and w.lower() not in words.rows["small"] for w in taken)
        small = word.lower() in words.rows["small"]
        if caseless and small and taken:
            break  # "the front in May" ends before "in"
        if len(taken) == LONGEST or not (word[0].isupper() or small or caseless or not capital):
            break
        taken.append(word.strip('“”"«»'))
        if taken[-1][-1:] in ",.;:":
            break
    while taken and taken[-1].lower() in words.rows["small"]:
        taken.pop()
    plain = {n for n, word in enumerate(taken) if word.lower() not in words.rows["small"]}
    capitals = [n for n in sorted(plain) if taken[n][:1].isupper() or caseless]
    return " ".join(taken).strip(" ,.;:") if capitals and capitals[0] <= LEAD else ""


def _is_caseless(text: str) -> bool:
    return text.upper() == text.lower()


def _days(start: int, text: str, whens: Sequence[When], *, made: bool) -> dict[str, str]:
    """Return the days of an agreement: "from", "until", and the day on which it was made."""
    found: dict[str, str] = {}
    for when in whens:
        if not start <= when.span.start < start + len(text) or "X" in when.edtf:
            continue
        first, _, last = when.edtf.partition("/")
        if last and first != "..":
            found.setdefault("start", first.partition("T")[0])
        if last and last != "..":
            found.setdefault("end", last.partition("T")[0])
        if not last and made:
            found.setdefault("reached", first.partition("T")[0])
    return found


def _terms(told: _Reading, of: _Text, piece: tuple[int, str]) -> Iterator[Clause]:
    """Read "the parties must release all prisoners", and a point of a list: "no raids"."""
    words = of.words
    first, line = piece
    text, pact = line.rstrip(" .!\n"), told.pacts[-1]
    kind = next(
        ((m, match) for name, m in _KINDS if (match := words.find(name, text)) is not None), None
    )
    start, modality, written = 0, Modality.MUST, ""
    bound: tuple[str, ...] = ()
    if kind is not None:
        modality, match = kind
        clause = _CLAUSE.search(text[: match.start()])
        written = clause.group().strip() if clause is not None else ""
        bound, start = _bound(written or text[match.end() :], pact, words), match.end()
        if not bound:
            return
    head, colon, rest = text[start:].partition(":")
    if colon:
        told.head, told.listed = (modality, written or head.strip(), bound), True
        if kind is None and not rest.strip():
            return
        start += len(head) + 1
    elif kind is None and told.head is not None:
        modality, written, bound = told.head
        own = " ".join(text.split()[:2])
        bound, written = (mine, own) if (mine := _bound(own, pact, words)) else (bound, written)
    elif kind is None and told.listed:
        bound = _bound(" ".join(text.split()[:2]), pact, words)
    if kind is None and not told.listed:
        return
    yield from _clause(of, (first, text), start, (modality, written, bound), pact)


def _clause(
    of: _Text, piece: tuple[int, str], start: int, head: Head, pact: Pact
) -> Iterator[Clause]:
    """Yield the term that words from a place on tell; of a point without a verb, its deed's."""
    words = of.words
    first, text = piece
    modality, written, bound = head
    act = text[start:].strip(" :")
    deed = words.deeds.find(act) if words.deeds is not None else None
    if not act or (deed is None and not written):
        return
    if modality is Modality.MUST and words.deeds is not None and words.deeds.denied(act):
        modality = Modality.MUST_NOT
    at = text.index(act, start)
    begin = text.rfind(written, 0, at) if written in text[:at] else at
    apart = words.find("except", act)
    yield Clause(
        agreement=pact.number,
        obligor=written or (" + ".join(bound) or "unclear"),
        obligors=bound,
        modality=modality,
        act=act,
        gloss=f"{deed.verb} {deed.object}".strip() if deed is not None else "",
        predicate=deed.verb if deed is not None else act.split()[0].lower(),
        object=deed.object or None if deed is not None else None,
        exception=act[apart.start() :] if apart is not None else None,
        due=_due((first + at, first + at + len(act)), of.whens),
        span=span(of.document, first + begin, first + at + len(act)),
    )


def _due(place: tuple[int, int], whens: Sequence[When]) -> str | None:
    """Return the last day that the words of a term name."""
    told = (w.edtf for w in whens if place[0] <= w.span.start < place[1] and "X" not in w.edtf)
    return next((edtf.removeprefix("../") for edtf in told), None)


def _bound(written: str, pact: Pact, words: _Words) -> tuple[str, ...]:
    """Return the parties that a subject names: both of them, or the one whose words it shares."""
    if words.find("everybody", written) is not None:
        return pact.parties
    small = set(words.rows["small"])
    own = {w.lower()[:KEY] for w in written.split() if w.lower() not in small}
    keys = [{w.lower()[:KEY] for w in p.split() if w.lower() not in small} for p in pact.parties]
    fits = [p for p, key in zip(pact.parties, keys, strict=True) if own & key]
    return tuple(fits) if len(fits) == 1 else ()
