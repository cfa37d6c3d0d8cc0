"""Agreements and commitments in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import UNCLEAR
from variorum.publish.views.agreements_view import AgreementView, agreement_views
from variorum.publish.views.commitments_view import CommitmentView, commitment_views
from variorum.publish.views.evidence_view import Evidence
from variorum.publish.views.terms_view import TermView
from variorum.wording import count, joined

__all__ = ["print_agreement_count", "print_agreements"]


def _who(said: Quotation) -> str:
    badge = f"[{said.badge.siglum}] " if said.badge else ""
    where = "" if said.publisher == said.speaker else f" in {said.publisher}"
    return f"{badge}{said.speaker}{where}"


def _tellers(voices: Iterable[Quotation]) -> str:
    return joined(dict.fromkeys(_who(said) for said in voices))


def _told(words: str, voices: Sequence[Quotation]) -> str:
    return f"{words} ({_tellers(voices)})" if voices else words


def _fact_lines(view: AgreementView) -> Iterator[str]:
    """Yield a line for each fact that is told, and one with the names of those that are not."""
    for fact in view.facts:
        if fact.values:
            several = "; " if fact.listed else "; also described as "
            between = " against " if fact.rival else several
            said = between.join(_told(value.words, value.voices) for value in fact.values)
            yield f"{fact.name}: {said}"
    untold = [fact.name.lower() for fact in view.facts if not fact.values]
    if untold:
        yield f"{UNCLEAR.capitalize()}: {joined(untold)}"


def _authenticity_lines(view: AgreementView) -> Iterator[str]:
    about = view.authenticity
    yield f"Authenticity: {about.words}"
    for name, vouchers in (("Affirmed by", about.affirmed), ("Denied by", about.denied)):
        if vouchers:
            yield f"{name}: {_tellers(voucher.quotation for voucher in vouchers)}"
    for voucher in about.others:
        yield f"{voucher.verdict.capitalize()}: {_who(voucher.quotation)}"


def _act(term: TermView) -> Text:
    """Return what is to be done: the words, the parts, who tells it and how others tell it."""
    text = Text(term.act)
    for name, words in term.parts:
        text.append(f"\n{name}: {words}")
    text.append(f"\nReported by {_tellers(term.told_by)}", style="dim")
    for version in term.versions:
        fields = ", ".join(f"{name.lower()}: {words}" for name, words in version.fields)
        text.append(f"\nReports differ: {_told(fields, version.voices)}", style="italic")
    return text


def _evidence(said: Evidence) -> str:
    standing = f" ({said.standing})" if said.standing else ""
    by = f" by {said.by}" if said.by else ""
    when = f", {said.when}" if said.when else ""
    who = f"{_who(said.quotation)}, " if said.quotation else ""
    return f"{said.status}{standing}{by}{when}: {who}{said.interest}. {said.because}"


def _status(term: TermView) -> Text:
    standing = f", {term.standing}" if term.standing else ""
    text = Text(f"{term.status}{standing}", style="bold")
    for said in term.evidence:
        text.append(f"\n{_evidence(said)}", style="not bold")
    return text


def _table(*columns: tuple[str, int | None]) -> Table:
    """Return a table; columns with a ratio share the room that the others leave."""
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table


def _terms(view: AgreementView) -> Table:
    table = _table(("", None), ("Who", 2), ("", None), ("What", 4), ("Kept", 4))
    for group in view.groups:
        if group.domain:
            table.add_row("", Text(group.domain, style="bold"))
        for term in group.terms:
            written = f"\n“{term.as_written}”" if term.as_written else ""
            who = Text(f"{term.who}{written}")
            table.add_row(str(term.number), who, term.modality, _act(term), _status(term))
    return table


def _print_agreement(view: AgreementView, console: Console) -> None:
    console.print(Text(f"Agreement {view.number}: {view.label}", style="bold"))
    reports = count(view.reports, "report")
    console.print(f"  Described in {reports}, from {count(view.origins, 'independent origin')}.")
    if view.authenticity.disputed:
        rests = "Its authenticity is disputed, and everything below depends on it."
        console.print(Text(f"  {rests}", style="bold"))
    for line in (*_fact_lines(view), *_authenticity_lines(view), view.tally):
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    if view.groups:
        console.print(_terms(view))


def _outcome(view: CommitmentView) -> Text:
    text = Text(view.status, style="bold")
    lines = [view.because] if view.because else []
    lines += [f"{_who(said)}: {said.text}" for said in view.outcome]
    for line in lines:
        text.append(f"\n{line}", style="not bold")
    return text


def _print_commitments(index: Index, console: Console) -> None:
    """Print the commitments of which an outcome is told, and how many there are of the others."""
    told, rest = commitment_views(index)
    if told:
        console.print(Text("Promises, orders and predictions", style="bold"))
        table = _table(("Who", 2), ("", None), ("What", 4), ("Outcome", 4))
        for view in told:
            due = f"\nfor {view.due}" if view.due else ""
            stance = f"{view.stance}\n{view.made}{due}"
            table.add_row(Text(view.holder), stance, Text(view.content), _outcome(view))
        console.print(table)
    if rest:
        more = "more commitment" if told else "commitment"
        console.print(f"{count(len(rest), more)} with no reported outcome.")


def print_agreements(case: Case, console: Console) -> None:
    """Print what was agreed: facts, authenticity and terms, then what else was promised.

    Letters in brackets are the independent origins.
    """
    index = Index(case)
    views = agreement_views(index)
    if not views:
        console.print("No agreement was found in the reports.")
    for view in views:
        _print_agreement(view, console)
    _print_commitments(index, console)


def print_agreement_count(case: Case, console: Console) -> None:
    """Print in one line how many agreements and told outcomes there are; nothing without any."""
    agreements, (told, _) = case.agreements, commitment_views(Index(case))
    terms = count(sum(len(agreement.terms) for agreement in agreements), "term")
    found = [f"{count(len(agreements), 'agreement')} with {terms}"] if agreements else []
    found += [f"{count(len(told), 'commitment')} with an outcome"] if told else []
    if found:
        them = "it" if len(agreements) + len(told) == 1 else "them"
        console.print(f"{joined(found)}; --agreements shows {them}.")
