"""Where the record is from: reports, independent origins, what is missing, what people decided.

One row a report, an origin, a gap or a decision.
"""

from collections.abc import Iterator

from variorum.case import in_force
from variorum.grouping import grouped
from variorum.model import DecisionKind
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import DERIVATION_WORDS, origin_label
from variorum.publish.tables.table import Row, row_of, table


def _sources(index: Index) -> Iterator[Row]:
    taken = grouped(
        (line.document, f"{DERIVATION_WORDS[line.kind]}: {line.name}") for line in index.case.stemma
    )
    heads = index.case.claim_heads
    claims_of = grouped((claim.document, claim.id) for claim in heads if claim.part_of is None)
    for report in index.case.documents:
        claims = claims_of.get(report.id, [])
        told = {
            "report": report,
            "chars": len(report.text),
            "claims": len(claims),
            "disputed_claims": sum(claim in index.contradictions_of for claim in claims),
            "badge": index.document_badge(report),
            "took_from": taken.get(report.id, []),
        }
        yield row_of(SOURCES, told)


def _origins(index: Index) -> Iterator[Row]:
    for origin in index.origins:
        names = [index.case.document_by_id[one].name for one in origin.documents]
        label = origin_label(origin.label)
        yield origin.id, label, origin.how, origin.because, len(origin.claims), names


def _gaps(index: Index) -> Iterator[Row]:
    for gap in index.case.records("gaps"):
        yield gap.kind, gap.what, gap.why, gap.document


def _decisions(index: Index) -> Iterator[Row]:
    holding = {made.id for made in in_force(index.case.decisions)}
    for made in index.case.decisions:
        fields = [f"{name}={value}" for name, value in made.fields.items()]
        words = [anchor.exact for anchor in made.anchors]
        holds = made.id in holding or made.kind is DecisionKind.UNDO
        what = (made.id, made.kind.value, list(made.about), fields, words)
        yield (*what, made.who, made.when, made.why, "yes" if holds else "undone")


SOURCES = table("sources", _sources)
ORIGINS = table("origins", _origins)
GAPS = table("gaps", _gaps)
DECISIONS = table("decisions", _decisions)
