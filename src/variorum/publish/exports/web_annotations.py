"""W3C Web Annotation (2017): the words of every claim, found by place and by wording."""

from collections.abc import Iterator

from variorum.case import Json
from variorum.model import Span
from variorum.publish.base.index import Index
from variorum.publish.base.streamed import Streamed
from variorum.publish.tables.claim_table import CLAIMS
from variorum.publish.tables.table import records
from variorum.publish.views.documents_view import safe_url

_FACTS = ("speaker", "stance", "certainty", "form", "origin", "happening", "document")


def web_annotations(index: Index) -> Json:
    """Return a collection of one page with an annotation for each claim."""
    return {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"variorum": "urn:variorum:"}],
        "id": "urn:variorum:annotations",
        "type": "AnnotationCollection",
        "total": len(index.case.claims),
        "first": {
            "id": "urn:variorum:annotations:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": Streamed(lambda: _annotations(index)),
        },
    }


def _annotations(index: Index) -> Iterator[Json]:
    for claim, row in zip(index.case.claims, records(CLAIMS, index), strict=True):
        said = f"{row['speaker']} {row['stance']} this, by {' > '.join(row['relay'])}"
        facts = {f"variorum:{key}": row[key] for key in _FACTS if row[key]}
        yield {
            "id": f"urn:variorum:{claim.id}",
            "type": "Annotation",
            "motivation": "describing",
            "body": {"type": "TextualBody", "format": "text/plain", "value": said, **facts},
            "target": [_target(span, row) for span in claim.content],
        }


def _target(span: Span, row: Json) -> Json:
    """Return a place; its offsets count in the text that was read, not in the page."""
    quote = {"type": "TextQuoteSelector", "exact": span.exact}
    around = {"prefix": span.prefix, "suffix": span.suffix}
    return {
        "type": "SpecificResource",
        "source": safe_url(row["url"]) or f"urn:variorum:{span.document}",
        "selector": [
            {**quote, **{key: words for key, words in around.items() if words}},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
