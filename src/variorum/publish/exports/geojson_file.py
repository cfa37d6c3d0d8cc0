"""GeoJSON (RFC 7946): every place that a claim names, with its words and its time in EDTF."""

from collections.abc import Iterator

from variorum.case import Json
from variorum.edtf import ends
from variorum.model import Claim, Place
from variorum.publish.base.index import Index
from variorum.publish.base.streamed import Streamed
from variorum.publish.tables.claim_table import CLAIMS
from variorum.publish.tables.table import records

_SHOWN = ("claim", "document", "publisher", "published", "url", "speaker", "stance", "happening")


def geojson(index: Index) -> Json:
    """Return a feature for each place in each claim; those no gazetteer knows have no geometry."""
    return {"type": "FeatureCollection", "features": Streamed(lambda: _features(index))}


def _features(index: Index) -> Iterator[Json]:
    for claim, row in zip(index.case.claims, records(CLAIMS, index), strict=True):
        if claim.part_of is None:
            for number, place in enumerate(claim.places, start=1):
                yield _feature(claim, place, row, number)


def _feature(claim: Claim, place: Place, row: Json, number: int) -> Json:
    point = None
    if place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    first, last = ends(row["happened"])
    named = {
        "place": place.span.exact,
        "known_as": place.known_as,
        "role": place.role.value,
        "radius_km": place.radius_km,
        "geonames": place.geonames,
        "country": place.country,
    }
    return {
        "type": "Feature",
        "id": f"{claim.id}-{number}",
        "geometry": point,
        "properties": {
            **named,
            "quotation": claim.text,
            **{key: row[key] for key in _SHOWN},
            "edtf": row["happened"],
            "start": first.isoformat() if first else None,
            "end": last.isoformat() if last else None,
        },
    }
