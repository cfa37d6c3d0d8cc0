from __future__ import annotations

import re

from variorum.case import Case, Comparison
from variorum.model import Derivation, DerivationKind, Document
from variorum.publish.base.index import Index
from variorum.publish.charts.stemma_chart import stemma_chart
from variorum.publish.views.stemma_view import StemmaView, stemma_view


def _texts(view: StemmaView) -> list[str]:
    assert view.drawing is not None
    return re.findall(r"<text[^>]*>([^<]*)</text>", str(stemma_chart(view.drawing)))


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


def test_each_report_and_each_source_is_drawn_once(case: Case) -> None:
    view = stemma_view(Index(case))
    shown = [text for text in _texts(view) if text.strip()]
    assert len(shown) == len(set(shown)) == 5
    assert any("not in the case" in text for text in shown)


def test_a_report_stands_under_what_it_took_whole() -> None:
    copy, cites = DerivationKind.COPY, DerivationKind.CITATION
    view = stemma_view(
        Index(_case(("Low", "Mid", copy), ("Mid", "Top", copy), ("Low", "Top", cites)))
    )
    names = [text.split(",")[0].split()[-1] for text in _texts(view)]
    assert names == ["Top", "Mid", "Low"]


def test_reports_that_took_from_each_other_are_drawn_all_the_same() -> None:
    quotes = DerivationKind.QUOTATION
    view = stemma_view(Index(_case(("One", "Two", quotes), ("Two", "One", quotes))))
    assert len(_texts(view)) == 2
    assert len(view.lines) == 2


def test_who_is_tied_to_nobody_is_named(case: Case) -> None:
    alone = [name for _, name in stemma_view(Index(case)).alone]
    assert "Ministry of Transport" in alone
    assert "Evening Gazette" not in alone


def test_without_ties_nothing_is_drawn() -> None:
    view = stemma_view(Index(Case()))
    assert (view.drawing, view.lines) == (None, ())
