"""Agreements in the languages that are read by their data file: parties, days, terms.

Read are an agreement "between A and B", or that A and B "signed", with its days, how long it lasts
and whether it was extended; what its parties must or may do; and the points of a list under a head,
with a verb or a noun. Each act is told by the English verb and nouns of its deed, so that reports
and rows of every language can be held against it. The rest is a gap.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.agreements.attach import told_by
from variorum.agreements.norms.due_dates import later
from variorum.agreements.parties_by_lexicon import KEY, Words, called, mediators, parties
from variorum.bylines.told_claims import own_claim
from variorum.edtf import days
from variorum.language.files import section
from variorum.language.words.deed_words import deed_words
from variorum.model import Claim, Clause, Document, Gap, Modality, Pact, Place, When
from variorum.model.terms import AgreementStage, AgreementType
from variorum.text import span

REACH = 4  # A term stands so many sentences behind the one that tells of the agreement
# The day of an agreement stands so many characters from what calls it, or says it was signed.
NEAR = 50
DENIED = 5  # A word that negates a term stands so many words before the end of its deed
BOTH = 2  # What tells a beginning and an end holds so many numbers
_NUMBER, _YEAR = re.compile(r"\d+"), re.compile(r"\b\d{4}\b")
_CLAUSE = re.compile(r"[^.;:,!?\n]*$")
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
class _Text:
    """A document with its dates, and the words of its language."""

    document: Document
    whens: Sequence[When]
    words: Words


def by_lexicon(
    claims: Sequence[Claim],
    document: Document,
    doc: Doc,
    whens: Sequence[When],
    places: Sequence[Place],  # noqa: ARG001  (as every reader)
) -> list[Claim]:
    """Return the claims with the agreements and plain terms that their words tell."""
    language = document.language or ""
    words = Words(section(language, "agreements"), deed_words(language))
    told, text = _Reading(), _Text(document, whens, words)
    for sentence in doc.sents if words.rows["nouns"] else ():
        told.away += 1
        for piece in _PIECE.finditer(sentence.text):
            if piece.group().strip():
                _read(told, text, (sentence.start_char + piece.start(), piece.group()))
                told.open = sentence.text[piece.end() :][:1] in {";", "؛"} or (
                    piece.group().rstrip().endswith(":")
                )
    kept = told_by(claims, document, told.pacts, told.clauses, ()) if told.pacts else list(claims)
    return sorted((*kept, *_narrated(text, doc, kept)), key=lambda c: (c.start, c.id))


def _narrated(of: _Text, doc: Doc, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield what the text itself tells of how an agreement was kept, where no claim holds it.

    "Tavia has not opened the bridge", "the front broke the truce": what was left or broken.
    """
    words = of.words
    if words.deeds is None:
        return
    held = [(part.start, part.end) for claim in claims for part in claim.content]
    for sentence in doc.sents:
        text = sentence.text.rstrip(" .!\n")
        first, end = sentence.start_char, sentence.start_char + len(text)
        if any(words.find(row, text) for row, _ in _KINDS) or any(
            low < end and first < high for low, high in held
        ):
            continue
        left = words.find("undone", text) is not None and words.deeds.find(text) is not None
        if left or (words.find("broken", text) is not None and called(words, text) is not None):
            when = tuple(w for w in of.whens if first <= w.span.start < end)
            claim = own_claim(of.document, span(of.document, first, end))
            yield claim.model_copy(update={"when": when})


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
        told.clauses += _stated(of, (start, text.rstrip(" .!\n")), pact)
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
    names = parties(text, words, document.text) if named is not None else ()
    if named is None or not names:
        return None
    start = first + len(text) - len(text.lstrip())
    made, renewed = words.find("made", text) is not None, words.find("extended", text) is not None
    told = _days(start, text.lstrip(), _near(of, text, first), made=made and not renewed)
    if not made and not told:
        return None
    long = _long(text, words)
    since = told.get("start") or told.get("reached")
    return Pact(
        number=number,
        label=named.group(),
        type=AgreementType.CEASEFIRE if truce else AgreementType.OTHER,
        parties=names,
        mediators=mediators(text, words, document.text),
        reached=told.get("reached"),
        start=told.get("start"),
        end=told.get("end") or (later(since, long) if since and long else None),
        duration=long or None,
        stage=AgreementStage.RENEWAL if renewed else AgreementStage.UNCLEAR,
        span=span(document, start, first + len(text)),
    )


def _near(of: _Text, text: str, first: int) -> list[When]:
    """Return the dates that stand near a word of signing, or for the agreement, in a line.

    None without its year is after the report: what was signed was signed by then.
    """
    find = of.words.find
    rows = find("made", text), find("truces", text), find("nouns", text), find("extended", text)
    told = [m for m in rows if m is not None]
    last = days(of.document.published) if of.document.published else None
    return [
        when
        for when in of.whens
        if when.span.end + 1 not in {other.span.start for other in of.whens}  # torn in two
        and any(
            first + m.start() - NEAR <= when.span.end and when.span.start <= first + m.end() + NEAR
            for m in told
        )
        and (
            last is None
            or bool(_YEAR.search(when.text) or "/" in when.edtf)
            or (days(when.edtf) or last)[0] <= last[1]
        )
    ]


def _long(text: str, words: Words) -> str:
    """Return how long an agreement lasts, in English: "90 days", "3 months"."""
    for unit in ("day", "week", "month", "year"):
        names = "|".join(map(re.escape, words.rows["units"].get(unit, ())))  # type: ignore[attr-defined]
        counts = words.rows["counts"]
        told = "|".join((r"\d{1,3}", *map(re.escape, counts)))
        match = (
            re.search(rf"(?<!\w)(?P<n>{told})\s+(?:{names})(?!\w)", text, re.I) if names else None
        )
        if match is not None and _is_lasting(text, match, words):
            number = match["n"].lower()
            much = number if number.isdecimal() else counts.index(number) + 1
            return f"{much} {unit}s"
    return ""


def _is_lasting(text: str, match: re.Match[str], words: Words) -> bool:
    """Return whether an agreement lasts so long: "for 90 days", "a truce of 90 days"."""
    before = " ".join(text[: match.start()].split()[-3:])
    lasting = words.find("lasting", before, last=True)
    last = before.split()[-1:]
    beside = called(words, before) is not None and last[0].lower() in words.rows["small"]
    behind = called(words, " ".join(text[match.end() :].split()[:2])) is not None
    return beside or behind or (lasting is not None and lasting.end() == len(before))


def _days(start: int, text: str, whens: Sequence[When], *, made: bool) -> dict[str, str]:
    """Return the days of an agreement: "from", "until", and the day on which it was made."""
    found: dict[str, str] = {}
    for when in whens:
        if not start <= when.span.start < start + len(text) or "X" in when.edtf:
            continue
        first, _, last = when.edtf.partition("/")
        if ".." not in {first, last} and last and len(_NUMBER.findall(when.text)) < BOTH:
            continue  # "next week" is no beginning and no end
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
        clause = _CLAUSE.search(text[: match.start()].rstrip(" ,"))
        written = clause.group().strip() if clause is not None else ""
        bound, start = _bound(written or text[match.end() :], pact, words), match.end()
        if not bound:
            yield from _stated(of, (first, text), pact)
            return
    elif stated := list(_stated(of, (first, text), pact)):
        yield from stated
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


def _stated(of: _Text, piece: tuple[int, str], pact: Pact) -> Iterator[Clause]:
    """Read what an agreement is said to provide for, part by part: "foresees a release and"."""
    words, (first, text) = of.words, piece
    match = words.find("stating", text)
    if match is None or words.deeds is None:
        return
    near = f"{text[: match.end()]} {' '.join(text[match.end() :].split()[:3])}"
    if called(words, near) is None:
        return
    at = match.end() if text[match.end() :].strip() else 0
    joints = "|".join(map(re.escape, words.rows["and"]))
    for part in re.split(rf"([,،]|(?<!\w)(?:{joints})(?!\w)|\sو(?=\w))", text[at:]):
        told = words.find("relatives", " ".join(part.split()[:1])) is None
        if told and words.deeds.find(part) is not None:
            yield from _clause(
                of, (first, text[: at + len(part)]), at, (Modality.MUST, "", ()), pact
            )
        at += len(part)


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
    if modality is Modality.MUST and words.deeds is not None:
        near = act[: deed.end].split()[-DENIED:] if deed is not None else act.split()[:DENIED]
        modality = Modality.MUST_NOT if words.deeds.denied(" ".join(near)) else modality
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


def _bound(written: str, pact: Pact, words: Words) -> tuple[str, ...]:
    """Return the parties that a subject names: both of them, or the one whose words it shares."""
    if words.find("everybody", written) is not None:
        return pact.parties
    small = set(words.rows["small"])
    own = {w.lower()[:KEY] for w in written.split() if w.lower() not in small}
    keys = [{w.lower()[:KEY] for w in p.split() if w.lower() not in small} for p in pact.parties]
    fits = [p for p, key in zip(pact.parties, keys, strict=True) if own & key]
    joint = len(fits) == len(pact.parties) and words.find("and", written) is not None
    return tuple(fits) if len(fits) == 1 or joint else ()
