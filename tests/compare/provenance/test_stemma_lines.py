"""Who took from whom: a copy is told with its evidence, and nobody takes from nobody."""

from said import Event

from variorum.compare.actors.case_actors import cast
from variorum.compare.provenance.copies import copies
from variorum.compare.provenance.origins import families
from variorum.compare.provenance.stemma import stemma
from variorum.compare.provenance.voices import Voices
from variorum.model import DerivationKind, Document


def lines(documents, claims, links):
    people = cast(documents, claims)
    voices = Voices(documents, claims, people, families(documents, links))
    return stemma(documents, claims, voices, links)


def test_reports_of_their_own_have_no_line():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    event.said("Bo Krag", "7", 7, 7)
    assert lines(event.documents, event.claims, []) == ()


def test_a_copy_leads_to_what_it_copies():
    words = "The harbour office of Selm closed all four piers on Monday after a crane fell. " * 4
    wire, mirror = (
        Document.from_text(f"{head}{words}", publisher=name, published=day)
        for head, name, day in (("", "Wire", "2020-01-02"), ("So. ", "Mirror", "2020-01-03"))
    )
    documents = [wire, mirror]
    (line,) = lines(documents, [], copies(documents, 0.6))
    assert (line.document, line.source, line.kind) == (mirror.id, wire.id, DerivationKind.COPY)
    assert 1 <= len(line.evidence) <= 3
