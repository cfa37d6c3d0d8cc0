"""The metadata of an RO-Crate 1.1: what each file is, whose it is, and what made it.

See https://www.researchobject.org/ro-crate/specification/1.1/.
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from variorum.case import Json
from variorum.publish.packages.bag import Packed

METADATA = "ro-crate-metadata.json"
CONTEXT = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
MADE_BY = "#variorum"


def crate(about: Json, files: Iterable[tuple[Packed, Json]], version: str) -> str:
    """Return the metadata of a crate as JSON text.

    Args:
        about: what is said of the whole: name, description, datePublished, license.
        files: each file, with what is said of it.
        version: that of Variorum.
    """
    told = [_file(packed, facts) for packed, facts in files]
    parts = [{"@id": one["@id"]} for one in told]
    graph = [
        {
            "@id": METADATA,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        {"@id": "./", "@type": "Dataset", **about, "hasPart": parts},
        *told,
        {"@id": MADE_BY, "@type": "SoftwareApplication", "name": "Variorum", "version": version},
        {
            "@id": "#build",
            "@type": "CreateAction",
            "name": "The record was made from the reports",
            "instrument": {"@id": MADE_BY},
            "object": [{"@id": one["@id"]} for one in told if one["@id"].startswith("texts/")],
            "result": [p for p in parts if p["@id"].startswith(("exports/", "report", "case"))],
        },
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _file(packed: Packed, facts: Json) -> Json:
    known = {key: value for key, value in facts.items() if value}
    return {
        "@id": quote(packed.name),
        "@type": "File",
        **known,
        "contentSize": str(packed.size),
        "sha256": packed.sha256,
    }
