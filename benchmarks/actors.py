"""Who is who: pairs of mentions that are one actor's, against marked-up cases.

A case has one to three short reports, a line each, with the publisher in square brackets (and the
language before it where it is not English). Marks of one number are one actor's. Of all pairs of
marks of a case, those of one actor are looked for: a pair is found where both marks were found and
both have the same actor. Every third case of a file is held: no rule was written or tuned by it.
"""

from __future__ import annotations

import argparse
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

from gold_marks import Mark, marked
from variorum.compare.actors.case_actors import cast
from variorum.model import Claim, Document, Form, Mention, Span, Speaker, SpeakerKind
from variorum.normalise.actors.actors import actors

GOLD = Path(__file__).resolve().parents[1] / "tests" / "cases" / "actors"
LINE = re.compile(r"\[(?:(?P<language>\w\w): )?(?P<publisher>[^\]]+)\] (?P<text>.+)")
HELD_EVERY = 3


@dataclass(frozen=True)
class ActorCase:
    """One case: its reports, and the marks of each."""

    title: str
    held: bool
    documents: list[Document]
    marks: list[tuple[str, Mark]]


def cases(folder: Path = GOLD) -> list[ActorCase]:
    """Return the cases of the files in `folder`."""
    return [
        _case(block, number % HELD_EVERY == 0)
        for path in sorted(folder.glob("*.txt"))
        for number, block in enumerate(re.split(r"(?m)^## ", path.read_text("utf-8"))[1:], start=1)
    ]


def _case(block: str, held: bool) -> ActorCase:
    title, _, body = block.partition("\n")
    documents, marks = [], []
    for line in LINE.finditer(body):
        text, found = marked(line["text"])
        document = Document.from_text(
            text, publisher=line["publisher"], language=line["language"] or "en"
        )
        documents.append(document)
        marks += [(document.id, mark) for mark in found]
    return ActorCase(title, held, documents, marks)


def claimed(document: Document, case: ActorCase) -> Claim:
    """Return one claim that holds a whole document and all that is named in it.

    Names in a language that is read by lexicon alone come from its attributions; here the marks
    stand for those.
    """
    mentions = actors(document)
    if document.language != "en":
        mentions = [_given(document, mark) for key, mark in case.marks if key == document.id]
    whole = Span(document=document.id, start=0, end=len(document.text), exact=document.text)
    speaker = Speaker(name=document.name, kind=SpeakerKind.ORGANISATION)
    key = Claim.identify(document.id, speaker, None, (whole,), Form.NARRATED)
    return Claim(
        id=key,
        document=document.id,
        speaker=speaker,
        relay=(),
        content=(whole,),
        form=Form.NARRATED,
        actors=tuple(mentions),
    )


def _given(document: Document, mark: Mark) -> Mention:
    span = Span(document=document.id, start=mark.start, end=mark.end, exact=mark.words)
    return Mention(name=mark.words, full=mark.words, kind=SpeakerKind.PERSON, span=span)


def found(case: ActorCase) -> list[str | None]:
    """Return the actor found at each mark of a case, None where nobody was."""
    claims = [claimed(document, case) for document in case.documents]
    places = [(s, a.id) for a in cast(case.documents, claims).actors for s in a.mentions]
    return [
        next(
            (
                actor
                for span, actor in places
                if span.document == key and mark.start <= span.start and span.end <= mark.end
            ),
            None,
        )
        for key, mark in case.marks
    ]


def pairs(case: ActorCase) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the pairs of marks that are one actor's in the gold, and those found to be."""
    who = found(case)
    every = list(itertools.combinations(range(len(who)), 2))
    right = {(i, j) for i, j in every if case.marks[i][1].number == case.marks[j][1].number}
    return right, {(i, j) for i, j in every if who[i] is not None and who[i] == who[j]}


def main() -> None:
    """Print precision, recall and F1 over pairs, of open and of held cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="show those of the open cases")
    errors = parser.parse_args().errors
    print("| cases | marks found | precision | recall | F1 |\n|---|---|---|---|---|")
    for name, held in (("open", False), ("held", True)):
        chosen = [case for case in cases() if case.held is held]
        got = seen = marks = true = wanted = 0
        for case in chosen:
            right, given = pairs(case)
            true, got, wanted = true + len(right & given), got + len(given), wanted + len(right)
            seen += sum(who is not None for who in found(case))
            marks += len(case.marks)
            if errors and not held:
                _show(case, right, given)
        precision, recall = true / max(1, got), true / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"| {name}: {len(chosen)} | {seen / marks:.3f} of {marks} | {precision:.3f} | "
              f"{recall:.3f} of {wanted} | {f1:.3f} |")  # fmt: skip


def _show(case: ActorCase, right: set[tuple[int, int]], given: set[tuple[int, int]]) -> None:
    for sign, wrong in (("-", right - given), ("+", given - right)):
        for i, j in sorted(wrong):
            print(f"{sign} {case.title}: {case.marks[i][1].words} = {case.marks[j][1].words}")


if __name__ == "__main__":
    main()
