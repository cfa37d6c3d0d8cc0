"""What is decided by marks: the claims of each annotated text are to be those of the case."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePath

from variorum.case import Case
from variorum.decisions.anchors import span_of
from variorum.decisions.annotations.marked_text import MarkedClaim, MarkedText, Range, stand
from variorum.decisions.decision_log import decision_of
from variorum.errors import UsageError
from variorum.model import Claim, Decision, DecisionKind, Document, Measure, ReviewState
from variorum.text import merge, span, trim
from variorum.wording import count

Valued = Callable[[Claim, Document], Claim]
_NUMBER = re.compile(r"(\d+)-")
# What `correct` can set of a figure.
OF_MEASURE = ("kind", "low", "high", "unit")


def decisions_of(
    texts: Iterable[MarkedText], case: Case, *, who: str, why: str, valued: Valued
) -> tuple[list[Decision], list[str]]:
    """Return the decisions that make a case's claims those of annotated texts.

    A claim that is not marked any more is rejected, one that is new is added, and one whose words,
    speaker, stance, certainty or values differ is corrected. Marks as they were exported give none.

    Args:
        texts: the annotated texts; the claims of other reports stay as they are.
        case: the case.
        who: the annotator, who signs the decisions.
        why: the reason; "" names the file.
        valued: gives a claim that was added the values that its words state.

    Returns:
        The decisions, and a line on each mark that cannot be decided.

    Raises:
        UsageError: when a text is none of the case's, or no claim is left in it.
    """
    made: list[Decision] = []
    left: list[str] = []
    seen: set[str] = set()
    for text in texts:
        document = _document(text, case, seen)
        seen.add(document.id)
        reason = why or f"Annotated in {PurePath(text.name).name}."
        decide = partial(decision_of, case, who=who, why=reason, valued=valued)
        reading = _Reading(text, document, case, decide)
        made += reading.decisions()
        left += [f"{text.name}: {line}" for line in reading.left]
    return made, left


def _document(text: MarkedText, case: Case, seen: set[str]) -> Document:
    """Return the report that a text is of; of several with the same words, by the file's number."""
    found = [one for one in case.documents if one.id not in seen and text.fits(one)]
    if not found:
        raise text.damaged("is of no report of this case as it was read; export it anew.")
    number = _NUMBER.match(PurePath(text.name).name)
    numbered = case.documents[int(number[1]) - 1 : int(number[1])] if number else ()
    chosen = next((one for one in numbered if one in found), found[0])
    if moved := next((told for told in text.words.items() if not stand(chosen.text, *told)), None):
        places, words = moved
        raise text.damaged(f"says that '{words}' stands at {places[0][0]}, where it does not.")
    return chosen


@dataclass
class _Reading:
    """One annotated text beside its report."""

    text: MarkedText
    document: Document
    case: Case
    decide: Callable[..., Decision]

    def __post_init__(self) -> None:
        self.left = [
            f"{count(many, 'mark')} of {layer} of no claim"
            for layer, many in sorted(self.text.loose.items())
        ]

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims of the report, those that were rejected too."""
        return {claim.id: claim for claim in self.case.claims if claim.document == self.document.id}

    def decisions(self) -> list[Decision]:
        try:
            return self._decisions()
        except UsageError as error:
            told = str(error)
            raise error if told.startswith(self.text.name) else self.text.damaged(told) from error

    def _decisions(self) -> list[Decision]:
        standing = [claim for claim in self.claims.values() if not _is_rejected(claim)]
        if standing and not self.text.claims:
            raise self.text.damaged(
                f"marks no claim, where its report has {len(standing)}; mark one, or"
                " reject them by 'variorum decide CASE reject'."
            )
        made: list[Decision] = []
        kept: set[str] = set()
        for marked in self.text.claims:
            claim = self._claim(marked, kept)
            if claim is None:
                made.append(self._added(marked))
                continue
            kept.add(claim.id)
            made += self._changed(claim, marked)
        gone = (claim for claim in standing if claim.id not in kept)
        return [*made, *(self.decide(DecisionKind.REJECT, [claim.id]) for claim in gone)]

    def _claim(self, marked: MarkedClaim, kept: set[str]) -> Claim | None:
        """Return the claim that is marked: by its id, else the one in the same places."""
        if marked.key in self.claims and marked.key not in kept:
            claim = self.claims[marked.key]
            fits = span_of(self.document, self._words(marked), claim.start)
            places = self._places(marked)
            if places == _own(claim, self.document) or (
                fits and len(places) == 1 and fits.start == places[0][0]
            ):
                return claim
        same = (c for c in self.claims.values() if _own(c, self.document) == self._places(marked))
        return next((claim for claim in same if claim.id not in kept), None)

    def _places(self, marked: MarkedClaim) -> list[Range]:
        text = self.document.text
        return merge((trim(text, *place) for place in marked.places), text)

    def _words(self, marked: MarkedClaim) -> str:
        return " ".join(self.document.text[start:end] for start, end in self._places(marked))

    def _added(self, marked: MarkedClaim) -> Decision:
        places = [place for place in self._places(marked) if place[0] < place[1]]
        if not places:
            raise self.text.damaged("marks a claim without words; mark its words, or delete it.")
        fields = {n: v for n, v in marked.facts.items() if n in ("stance", "certainty") and v}
        speaker = self._speaker(marked) or marked.facts.get("speaker")
        fields |= {"speaker": speaker} if speaker else {}
        spans = tuple(span(self.document, *place).bare() for place in places)
        fields["content"] = " ".join(one.exact for one in spans)
        return self.decide(DecisionKind.ADD, [self.document.id], fields=fields, places=spans)

    def _speaker(self, marked: MarkedClaim) -> str | None:
        found = (one.place for one in marked.marks if one.layer == "Speaker")
        return next((self.document.text[start:end] for start, end in found), None)

    def _changed(self, claim: Claim, marked: MarkedClaim) -> Iterator[Decision]:
        """Yield what sets a claim to what is marked; each figure takes a decision of its own."""
        correct = partial(self.decide, DecisionKind.CORRECT, [claim.id])
        if fields := self._fields(claim, marked):
            yield correct(fields=fields)
        elif _is_rejected(claim):
            yield self.decide(DecisionKind.ACCEPT, [claim.id])
        yield from (correct(fields=fields) for fields in self._figures(claim, marked))
        self._list(claim, marked)

    def _fields(self, claim: Claim, marked: MarkedClaim) -> dict[str, str]:
        told = marked.facts
        had = {"stance": claim.stance.value, "certainty": claim.certainty.value}
        fields = {n: told[n] for n, value in had.items() if told.get(n) not in (None, "", value)}
        if self._places(marked) != _own(claim, self.document):
            fields["content"] = self._words(marked)
        if speaker := self._named_anew(claim, marked):
            fields["speaker"] = speaker
        days = {((w.span.start, w.span.end), w.edtf) for w in claim.when}
        for one in marked.marks:
            place, day = one.place, one.facts.get("edtf")
            if day and place in {where for where, _ in days} and (place, day) not in days:
                fields["when"] = day
        return fields

    def _named_anew(self, claim: Claim, marked: MarkedClaim) -> str | None:
        """Return who is marked as the speaker where that is somebody else.

        The words of a mark that was moved count first, then a name that was written anew. Where
        the mark is gone, the report itself speaks. What was read of the claim says what was there.
        """
        review = claim.review
        read = Claim.model_validate_json(review.read) if review and review.read else claim
        words, name = self._speaker(marked), marked.facts.get("speaker")
        spans = [one.speaker.span for one in (claim, read)]
        known = {" ".join(one.speaker.name.split()) for one in (claim, read)}
        known |= {one.speaker.name for one in (claim, read)}
        if words and words not in known | {span.exact for span in spans if span}:
            return words
        if name and name not in known:
            return name
        is_marked = spans[1] is not None and spans[1].document == claim.document
        same = claim.speaker.name == read.speaker.name
        return self.document.name if is_marked and same and not words else None

    def _figures(self, claim: Claim, marked: MarkedClaim) -> Iterator[dict[str, str]]:
        """Yield what is to be set of each figure that was changed or is marked no more."""
        words = Counter(measure.text for measure in claim.measures)
        for measure in claim.measures:
            place = (measure.span.start, measure.span.end)
            if not any(start <= place[0] <= place[1] <= end for start, end in marked.places):
                continue  # it goes with the words that it stands in
            told = [m.facts for m in marked.marks if (m.layer, m.place) == ("Measure", place)]
            changes = [_differs(measure, facts) for facts in told] or [{"kind": "nothing"}]
            if not all(changes):
                continue
            if words[measure.text] > 1:
                self.left.append(f"Measure '{measure.text}' at {place[0]} is one of several")
                continue
            of = {"number": measure.text} if len(claim.measures) > 1 else {}
            yield {**of, **changes[0]}

    def _list(self, claim: Claim, marked: MarkedClaim) -> None:
        """List the marks of a claim that are new or gone, and that no decision can set."""
        had: dict[str, set[Range]] = {
            "Cue": {(claim.cue.start, claim.cue.end)} if claim.cue else set(),
            "Measure": {(m.span.start, m.span.end) for m in claim.measures},
            "When": {(w.span.start, w.span.end) for w in claim.when},
            "Place": {(p.span.start, p.span.end) for p in claim.places},
        }
        for layer, places in had.items():
            now = {one.place for one in marked.marks if one.layer == layer}
            gone = set() if layer == "Measure" else places - now
            for word, found in (("new", now - places), ("gone", gone)):
                for start, end in sorted(found):
                    words = self.document.text[start:end]
                    self.left.append(f"{layer} '{words}' at {start} is {word}, of {claim.id}")


def _is_rejected(claim: Claim) -> bool:
    return claim.review is not None and claim.review.state is ReviewState.REJECTED


def _differs(measure: Measure, facts: Mapping[str, str]) -> dict[str, str]:
    """Return what is told of a figure otherwise than it is."""
    had = {name: getattr(measure, name) for name in OF_MEASURE}
    own = {name: "" if value is None else str(value) for name, value in had.items()}
    return {n: facts[n] for n in OF_MEASURE if n in facts and facts[n] != own[n]}


def _own(claim: Claim, document: Document) -> list[Range]:
    """Return the places of a claim, as those of marks are told."""
    text = document.text
    return merge((trim(text, one.start, one.end) for one in claim.content), text)
