"""What is said of an agreement as a whole: "the truce held", "they broke the accord 40 times"."""

from collections.abc import Callable, Mapping, Sequence

from variorum.compare.actors.sides import Sides, content_words
from variorum.compare.compliance.act_matching import Compared
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.who_acted import party_in
from variorum.edtf import days
from variorum.language.word_lists import words
from variorum.language.words.lexers import letters
from variorum.model import Agreement, AgreementType, ComplianceStatus, Document

TRUCES, EVERYBODY = words("compare", "truces"), words("compare", "everybody")
MONITORING = words("compare", "monitoring")
TRUCE = frozenset({AgreementType.CEASEFIRE, AgreementType.DE_ESCALATION})
# A report that names so many of the parties speaks of their agreement.
LEAST_PARTIES = 2
Told = tuple[Act, Compared]


def of_wholes(
    agreements: Sequence[Agreement],
    acts: Sequence[Act],
    sides: Sides,
    since: Callable[[Agreement], str | None],
    documents: Mapping[str, Document],
) -> list[list[Told]]:
    """Return for each agreement what acts say of it as a whole.

    What may be said of several is said of the one that the same report tells of, or of none.

    Args:
        agreements: the agreements of the case.
        acts: what is said of agreements as wholes.
        sides: tells which names are one side's.
        since: tells from which day an agreement holds.
        documents: the documents of the case by id.
    """
    found: list[list[Told]] = [[] for _ in agreements]
    for act in acts:
        fits = [
            (n, held)
            for n, agreement in enumerate(agreements)
            if (held := _held(agreement, act, sides, since(agreement))) is not None
            and (held.by or _is_about(agreement, documents[act.claim.document], act, sides))
        ]
        own = [(n, h) for n, h in fits if act.claim.document in agreements[n].documents]
        for n, held in own if len(own) == 1 else fits if len(fits) == 1 else ():
            found[n].append((act, held))
    return found


def _is_about(agreement: Agreement, report: Document, act: Act, sides: Sides) -> bool:
    """Return whether a report tells of an agreement, or names its parties.

    A party that speaks, or one who monitors it, speaks of it.
    """
    speaker = act.claim.speaker.name
    if report.id in agreement.documents or content_words(speaker) & MONITORING:
        return True
    if party_in(speaker, agreement.parties, sides):
        return True
    words = content_words(report.text)
    return sum(content_words(party) <= words for party in agreement.parties) >= LEAST_PARTIES


def _held(agreement: Agreement, act: Act, sides: Sides, since: str | None) -> Compared | None:
    """Return what an act says of an agreement; None where it is another's, or another time's."""
    first, last = days(since), days(agreement.end)
    late = last is not None and act.when is not None and act.when[0] > last[1]
    early = first is not None and (act.when is None or act.when[1] < first[0])
    truce = TRUCES & {word.lower() for word in letters(act.text.replace("-", ""))}
    if late or early or act.claim.clauses or (truce and agreement.type not in TRUCE):
        return None
    who = content_words(act.agent or "") - EVERYBODY
    by = party_in(act.agent or "", agreement.parties, sides) if who else None
    if who and by is None:
        return None
    status = ComplianceStatus.KEPT if act.whole else ComplianceStatus.BREACHED
    actor = "same actor" if by else "actor not told"
    return Compared(status, by, ("the agreement as a whole", actor, "same time"))
