"""A case in a notebook: the case itself, its disputes and its matrix show themselves as HTML.

>>> import variorum
>>> case = variorum.open_case("case.db")
>>> case.disputes[2]
>>> case.to_pandas("claims")
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import variorum
from variorum import lazy
from variorum.case import Case
from variorum.decisions import decision_of
from variorum.errors import UsageError
from variorum.model import Dispute
from variorum.publish.base.index import Index
from variorum.publish.notebook_html import conflict_html, matrix_html, summary_html
from variorum.publish.tables.frame_rows import frame_rows
from variorum.publish.views.overview.conflicts_view import Conflict, conflicts
from variorum.publish.views.overview.matrix_view import Matrix, matrix
from variorum.publish.views.overview.summary_view import summary
from variorum.store import Store
from variorum.work import with_own_values


class OpenDispute(Dispute):
    """A dispute that shows its answers, their quotations and the proof in a notebook."""

    _opened: tuple[Index, Conflict]

    def _repr_html_(self) -> str:
        return str(conflict_html(*self._opened))


class OpenMatrix:
    """The origins by the disputes, as a table in a notebook; `view` has its rows."""

    def __init__(self, view: Matrix) -> None:
        self.view = view

    def _repr_html_(self) -> str:
        return str(matrix_html(self.view))


class OpenCase(Case):
    """A case that shows itself in a notebook; all else is as in `Case`."""

    _file: Path | None = None

    @classmethod
    def of(cls, case: Case, file: Path | None = None) -> OpenCase:
        """Return a case, such as one that `variorum.build` returned, to be shown in a notebook.

        Args:
            case: the case.
            file: the case file that it is in, for `decide` to write to.
        """
        opened = cls(case.documents, case.claims, case.gaps, case.comparison, case.decisions)
        object.__setattr__(opened, "_file", file)
        return opened

    def decide(self, kind: str, *about: str, who: str, why: str, **fields: str) -> OpenCase:
        """Write a decision to the case file and return the case as it is then.

        >>> case = case.decide("correct", "claim-3f2a", who="Ada", why="Silo said it.", low="275")

        Args:
            kind: accept, reject, correct, add, merge, split, verify, dismiss, grade, note or undo.
            about: ids, or their beginnings; for merge and split two names.
            who: who decides.
            why: the reason.
            fields: what is set (see docs/decisions.md).

        Raises:
            UsageError: when there is nothing of that id, a field cannot be set so, or the case was
                not opened from a file.
        """
        if self._file is None:
            raise UsageError("Only a case in a file keeps decisions; open it by 'open_case(FILE)'.")
        with Store(self._file, create=False) as store:
            made = decision_of(
                store.load(), kind, about, who=who, why=why, fields=fields, valued=with_own_values
            )
            return OpenCase.of(variorum.decide(store, [made]), self._file)

    @cached_property
    def _index(self) -> Index:
        return Index(Case(self.documents, self.claims, self.gaps, self.comparison, self.decisions))

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:  # type: ignore[override]
        """The questions whose positions cannot all be true, the gravest first."""
        opened = {conflict.number: conflict for conflict in conflicts(self._index)}
        return tuple(
            self._shown(dispute, opened[dispute.rank]) for dispute in self.comparison.disputes
        )

    def _shown(self, dispute: Dispute, conflict: Conflict) -> OpenDispute:
        shown = OpenDispute.model_construct(**dict(dispute))
        shown._opened = (self._index, conflict)
        return shown

    @property
    def matrix(self) -> OpenMatrix:
        """Which independent origin says what on each dispute."""
        return OpenMatrix(matrix(self._index))

    def to_pandas(self, name: str = "claims") -> Any:
        """Return one list of the record as a pandas DataFrame: claims, answers, documents ...

        Raises:
            UsageError: when pandas is not installed, or there is no list of that name.
        """
        try:
            frame = lazy.attribute("pandas", "DataFrame")
        except ModuleNotFoundError as error:
            raise UsageError(
                "pandas is not installed; 'pip install pandas' installs it."
            ) from error
        return frame(frame_rows(self, name))

    def __repr__(self) -> str:
        """Return the case in one line, where a notebook cannot show HTML."""
        view = summary(self._index)
        return (
            f"<{view.title}: {len(self.claims)} claims, {len(self.comparison.disputes)} disputes>"
        )

    def _repr_html_(self) -> str:
        return str(summary_html(summary(self._index)))


def open_case(path: str | Path, as_of: str | None = None) -> OpenCase:
    """Return the case in the file at `path`; with `as_of`, what could be known by that EDTF date.

    Raises:
        StoreError: when the file is missing or is no case.
        UsageError: when `as_of` is no date.
    """
    with Store(path, create=False) as store:
        case = store.load()
        known = variorum.as_known(case, as_of, store=store) if as_of is not None else case
    return OpenCase.of(known, Path(path) if as_of is None else None)
