"""What people corrected in the record, each with what stood there before: the newest first."""

from collections.abc import Sequence

from variorum.case import in_force
from variorum.model import Claim, Decision, DecisionKind, SceneRole
from variorum.publish.base.index import Index
from variorum.wording import joined, shortened

LONGEST = 200
WHAT = {
    DecisionKind.REJECT: "It is no claim, and counts for nothing any more.",
    DecisionKind.ADD: "A claim that was missed is in the record now.",
}


Changes = tuple[tuple[str, str, str], ...]
"""The fields that were changed, each with what it was and what it is."""


def corrections_view(index: Index) -> tuple[tuple[Decision, str, Changes, str], ...]:
    """Return the corrections that hold, the newest first: words, changes, and what was done."""
    return tuple(
        (
            made,
            shortened(made.anchors[0].exact, LONGEST) if made.anchors else "",
            _changes(index, made),
            _what(made),
        )
        for made in reversed(in_force(index.case.decisions))
        if made.kind in {DecisionKind.CORRECT, DecisionKind.MERGE, DecisionKind.SPLIT, *WHAT}
    )


def _what(made: Decision) -> str:
    if made.kind in {DecisionKind.MERGE, DecisionKind.SPLIT}:
        same = "are" if made.kind is DecisionKind.MERGE else "are not"
        return f"{joined(made.about)} {same} one and the same."
    return WHAT.get(made.kind, "")


def _changes(index: Index, made: Decision) -> Changes:
    """Return what a decision changed."""
    if made.kind is not DecisionKind.CORRECT:
        return ()
    claim = index.case.claim_by_id.get(made.about[0])
    read = claim.review.read if claim and claim.review else None
    before = Claim.model_validate_json(read) if read else None
    return tuple(
        (name.replace("_", " "), _was(before, name), value)
        for name, value in made.fields.items()
        if name != "number"
    )


def _was(claim: Claim | None, name: str) -> str:
    """Return what stood in a field; nothing where that cannot be told."""
    if claim is None:
        return ""
    values: dict[str, Sequence[object]] = {
        "speaker": [claim.speaker.name],
        "speaker_kind": [claim.speaker.kind],
        "stance": [claim.stance],
        "certainty": [claim.certainty],
        "content": [claim.text],
        "when": [when.edtf for when in claim.when if when.role is SceneRole.HAPPENING],
        "place": [place.name for place in claim.places if place.role is SceneRole.HAPPENING],
        "part": [measure.role for measure in claim.measures],
        **{n: [getattr(m, n) for m in claim.measures] for n in ("low", "high", "kind", "noun")},
    }
    held = values.get(name, ())
    if len(held) != 1 or held[0] is None:
        return ""
    return f"{held[0]:.15g}" if isinstance(held[0], float) else str(held[0])
