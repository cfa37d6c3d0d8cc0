from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import SimpleNamespace

from variorum.case import Case, Comparison
from variorum.model import Derivation, DerivationKind, Document
from variorum.publish.base.index import Index
from variorum.publish.views.stemma_view import stemma_view


def _all(branches: Iterable[SimpleNamespace]) -> Iterator[SimpleNamespace]:
    for branch in branches:
        yield branch
        yield from _all(branch.below)


def _case(*ties: tuple[str, str | None, DerivationKind]) -> Case:
    names = dict.fromkeys(name for taker, source, _ in ties for name in (taker, source) if name)
    documents = {n: Document.from_text(f"The text of {n}.", publisher=n) for n in names}
    lines = tuple(
        Derivation(
            id=f"line-{number}",
            document=documents[taker].id,
            source=documents[source].id if source else None,
            name=source or "Far Agency",
            kind=kind,
            because="It says so.",
        )
        for number, (taker, source, kind) in enumerate(ties)
    )
    return Case(documents=tuple(documents.values()), comparison=Comparison(stemma=lines))


def test_each_report_and_each_source_stands_once(case: Case) -> None:
    shown = list(_all(stemma_view(Index(case)).roots))
    assert len({branch.name for branch in shown}) == len(shown) == 5
    assert [branch.number for branch in shown].count(None) == 1


def test_a_report_stands_under_what_it_took_whole() -> None:
    copy, cites = DerivationKind.COPY, DerivationKind.CITATION
    view = stemma_view(
        Index(_case(("Low", "Mid", copy), ("Mid", "Top", copy), ("Low", "Top", cites)))
    )
    (top,) = view.roots
    (mid,) = top.below
    (low,) = mid.below
    assert [(b.name, b.whole, b.also) for b in (top, mid, low)] == [
        ("Top", False, ()),
        ("Mid", True, ()),
        ("Low", True, ("Top",)),
    ]


def test_reports_that_took_from_each_other_stand_all_the_same() -> None:
    quotes = DerivationKind.QUOTATION
    view = stemma_view(Index(_case(("One", "Two", quotes), ("Two", "One", quotes))))
    assert sorted(branch.name for branch in _all(view.roots)) == ["One", "Two"]
    assert len(view.lines) == 2


def test_who_is_tied_to_nobody_is_named(case: Case) -> None:
    alone = [name for _, name in stemma_view(Index(case)).alone]
    assert "Ministry of Transport" in alone
    assert "Evening Gazette" not in alone


def test_without_ties_nothing_is_drawn() -> None:
    view = stemma_view(Index(Case()))
    assert (view.roots, view.lines) == ((), ())
