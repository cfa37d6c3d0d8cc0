"""Agreements in the languages that are read by their data file: parties, days, plain terms.

Only what is told plainly is read: an agreement "between A and B", or that A and B "signed", with
its days, and the sentences behind it that say what a party must or may do. The rest is a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from variorum.agreements.attach import told_by
from variorum.language.files import section
from variorum.model import Claim, Clause, Document, Gap, Modality, Pact, Place, When
from variorum.model.terms import AgreementType
from variorum.text import span

__all__ = ["by_lexicon", "unread"]

# A party's name has so many words at most, and its first with a capital stands so near its start.
LONGEST, LEAD = 6, 3
# A term stands so many sentences behind the one that tells of the agreement.
REACH = 4
_CLAUSE = re.compile(r"[^.;:,!?\n]*$")


@dataclass(frozen=True)
class _Words:
    """What a language calls an agreement, and how it says what is agreed, each as one pattern."""

    rows: dict[str, list[str]]

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """Return the first of the words of a list in a text."""
        longest = sorted(self.rows[name], key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest))
        return re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE)


def by_lexicon(
    claims: Sequence[Claim],
    document: Document,
    doc: Doc,
    whens: Sequence[When],
    places: Sequence[Place],  # noqa: ARG001  (as every reader)
) -> list[Claim]:
    """Return the claims with the agreements and plain terms that their words tell."""
    rows = section(document.language or "", "agreements")
    pacts: list[Pact] = []
    clauses: list[Clause] = []
    away, words = REACH, _Words(rows)
    for sentence in doc.sents if rows["nouns"] else ():
        pact = _pact(document, sentence, whens, words, len(pacts))
        if pact is not None:
            pacts.append(pact)
            away = 0
        elif pacts and away < REACH:
            away += 1
            clauses += _terms(document, sentence, pacts[-1], words)
    return told_by(claims, document, pacts, clauses, ()) if pacts else list(claims)


def unread(document: Document, claims: Sequence[Claim]) -> list[Gap]:
    """Return that terms may be missing of an agreement told in another language than English."""
    if document.language == "en" or not any(claim.pacts for claim in claims):
        return []
    why = (
        f"Of the agreement in it, told in {document.language}, the parties, the days and plainly "
        "stated terms are read, and no more; no report is held against them."
    )
    return [Gap(what=str(document.path), why=why, document=document.id)]


def _pact(
    document: Document, sentence: Span, whens: Sequence[When], words: _Words, number: int
) -> Pact | None:
    """Read "a truce between A and B from 3 May", "A and B signed an accord on 2 May"."""
    text = sentence.text.rstrip()
    truce, noun = words.find("truces", text), words.find("nouns", text)
    named = truce or noun
    parties = _parties(text, words) if named is not None else ()
    if named is None or not parties:
        return None
    start = sentence.start_char + len(text) - len(text.lstrip())
    made = words.find("made", text) is not None
    told = _days(start, text.lstrip(), whens, made=made)
    if not made and not told:
        return None
    return Pact(
        number=number,
        label=named.group(),
        type=AgreementType.CEASEFIRE if truce else AgreementType.OTHER,
        parties=parties,
        reached=told.get("reached"),
        start=told.get("start"),
        end=told.get("end"),
        span=span(document, start, sentence.start_char + len(text)),
    )


def _parties(text: str, words: _Words) -> tuple[str, ...]:
    between, made = words.find("between", text), words.find("made", text)
    if between is not None:
        inside, first = text[between.end() :], ""
        joint = words.find("and", inside)
        if joint is not None:
            first, inside = inside[: joint.start()], inside[joint.end() :]
    elif made is not None and (joint := words.find("and", text[: made.start()])) is not None:
        first, inside = text[: joint.start()], text[joint.end() : made.start()]
        inside = inside if len(inside.split()) <= LONGEST else ""
    else:
        return ()
    found = (_name(first, words), _name(inside, words))
    return found if all(found) and not re.search(r"[.,;:]", first) else ()


def _name(text: str, words: _Words) -> str:
    """Return the name that words begin with: small words, a few nouns, then what has a capital."""
    taken: list[str] = []
    for word in text.split():
        capital = any(w[:1].isupper() and w.lower() not in words.rows["small"] for w in taken)
        small = word.lower() in words.rows["small"]
        if len(taken) == LONGEST or not (word[0].isupper() or small or not capital):
            break
        taken.append(word.strip('“”"«»'))
        if taken[-1][-1:] in ",.;:":
            break
    while taken and taken[-1].lower() in words.rows["small"]:
        taken.pop()
    plain = {n for n, word in enumerate(taken) if word.lower() not in words.rows["small"]}
    capitals = [n for n in sorted(plain) if taken[n][:1].isupper()]
    return " ".join(taken).strip(" ,.;:") if capitals and capitals[0] <= LEAD else ""


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


def _terms(document: Document, sentence: Span, pact: Pact, words: _Words) -> Iterator[Clause]:
    """Read "the parties must release all prisoners": of those who agreed only."""
    text = sentence.text.rstrip(" .!\n")
    kinds = (("must_not", Modality.MUST_NOT), ("must", Modality.MUST), ("may", Modality.MAY))
    for name, modality in kinds:
        match = words.find(name, text)
        if match is None:
            continue
        clause = _CLAUSE.search(text[: match.start()])
        written = clause.group().strip() if clause is not None else ""
        bound = _bound(written, pact, words)
        act = re.split(r"[;:]", text[match.end() :])[0].strip()
        if bound and act:
            start = sentence.start_char + text.index(written, clause.start() if clause else 0)
            end = sentence.start_char + match.end() + text[match.end() :].index(act) + len(act)
            yield Clause(
                agreement=pact.number,
                obligor=written,
                obligors=bound,
                modality=modality,
                act=act,
                predicate=act.split()[0].lower(),
                span=span(document, start, end),
            )
        return


def _bound(written: str, pact: Pact, words: _Words) -> tuple[str, ...]:
    """Return the parties that a subject names: both of them, or the one whose words it shares."""
    if words.find("everybody", written) is not None:
        return pact.parties
    own = {w.lower() for w in written.split()} - set(words.rows["small"])
    fits = [p for p in pact.parties if own and own <= {w.lower() for w in p.split()}]
    return tuple(fits) if len(fits) == 1 else ()
