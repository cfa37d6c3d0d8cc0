"""Which answers in words may be held against each other: those that several reports bear out.

One report alone may be misread, speak of another attack, or of the same one before anybody knew.
Answers are held against each other where one report tells both, where several reports tell each,
or where a charge is denied in as many words, and only while the news is the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from variorum.compare.quantities.borne_out import FEWEST, SEVERAL
from variorum.edtf import days
from variorum.model import Document, Form, Stance
from variorum.statements.statement import OCCURRED, Key, Statement, answers_charge, asks_what_did_it

# Reports of one day's news come out no further apart.
SAME_NEWS = timedelta(days=1)


class Opposed:
    """What the reports of a case oppose."""

    def __init__(
        self, found: Iterable[Statement], copied: Collection[str], documents: Mapping[str, Document]
    ) -> None:
        """Take every statement, the claims of reports that repeat another, and the reports."""
        self.documents = documents
        self.reports: dict[tuple[Key, str], set[str]] = defaultdict(set)
        for said in found:
            if said.claim.id not in copied:
                self.reports[said.key, said.words].add(said.claim.document)

    def holds(self, one: Statement, other: Statement) -> bool:
        """Return whether two answers that exclude each other may be held against each other.

        It is asked of charges and of what is so or not; when something was, and who saw to it
        otherwise, reports tell by themselves.
        """
        charge = one.family == OCCURRED or asks_what_did_it(one.family, one.topic)
        blamed = answers_charge(one, other) or answers_charge(other, one)
        free = one.holds == other.holds and (not charge or blamed)
        if free or len(self.documents) < FEWEST or self._in_one_report(one, other):
            return True
        told = min(len(self.reports[said.key, said.words]) for said in (one, other))
        denied = any(not s.holds and s.claim.stance is Stance.DENIES for s in (one, other))
        return self.may_be(one, other) and (told >= SEVERAL or (charge and denied))

    def may_be(self, one: Statement, other: Statement) -> bool:
        """Return whether others than the reports answer, in reports of one day's news."""
        voices = all(said.claim.form is not Form.NARRATED for said in (one, other))
        apart = self.days_apart(one, other)
        return voices and (apart is None or apart <= SAME_NEWS or self._in_one_report(one, other))

    def days_apart(self, one: Statement, other: Statement) -> timedelta | None:
        """Return how far apart two reports came out, or None where one does not tell."""
        out = (days(self.documents[said.claim.document].published or "") for said in (one, other))
        first, last = out
        return max(last[0] - first[1], first[0] - last[1]) if first and last else None

    def _in_one_report(self, one: Statement, other: Statement) -> bool:
        return one.claim.document == other.claim.document
