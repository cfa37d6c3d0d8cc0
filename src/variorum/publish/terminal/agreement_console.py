"""Agreements and commitments in a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import UNCLEAR
from variorum.publish.terminal.columns import indented, print_rows
from variorum.publish.views.agreed.agreements_view import AgreementView, agreement_views
from variorum.publish.views.agreed.commitments_view import CommitmentView, commitment_views
from variorum.publish.views.agreed.evidence_view import Evidence
from variorum.publish.views.agreed.terms_view import TermView
from variorum.wording import count, joined


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
            said = between.join(_told(words, voices) for words, voices in fact.values)
            yield f"{fact.name}: {said}"
    untold = [fact.name.lower() for fact in view.facts if not fact.values]
    if untold:
        yield f"{UNCLEAR.capitalize()}: {joined(untold)}"


def _authenticity_lines(view: AgreementView) -> Iterator[str]:
    about = view.authenticity
    yield f"Authenticity: {about.words}"
    for name, vouchers in (("Affirmed by", about.affirmed), ("Denied by", about.denied)):
        if vouchers:
            yield f"{name}: {_tellers(said for _, said, *_ in vouchers)}"
    for verdict, said, *_ in about.others:
        yield f"{verdict.capitalize()}: {_who(said)}"


def _act(term: TermView) -> Text:
    """Return what is to be done: the words, the parts, who tells it and how others tell it."""
    text = Text(term.act, style="not bold")
    for name, words in term.parts:
        text.append(f"\n{name}: {words}")
    text.append(f"\nReported by {_tellers(term.told_by)}", style="dim")
    for _, fields, voices in term.versions:
        differ = ", ".join(f"{name.lower()}: {words}" for name, words in fields)
        text.append(f"\nReports differ: {_told(differ, voices)}", style="italic")
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


def _print_terms(view: AgreementView, console: Console) -> None:
    for domain, terms in view.groups:
        rows = []
        for term in terms:
            written = f" (“{term.as_written}”)" if term.as_written else ""
            who = Text(f"{term.number} {term.who}{written} {term.modality} ", style="bold")
            rows.append((who.append_text(_act(term)), _status(term)))
        print_rows(console, domain or "Terms", ("Who must do what", "Kept"), rows)


def _print_agreement(view: AgreementView, console: Console) -> None:
    console.print(Text(f"Agreement {view.number}: {view.label}", style="bold"))
    reports = count(view.reports, "report")
    console.print(f"  Described in {reports}, from {count(view.origins, 'independent origin')}.")
    if view.authenticity.disputed:
        rests = "Its authenticity is disputed, and everything below depends on it."
        console.print(Text(f"  {rests}", style="bold"))
    for line in (*_fact_lines(view), *_authenticity_lines(view), view.tally):
        indented(line, console)
    _print_terms(view, console)


def _promise(view: CommitmentView) -> str:
    due = f", for {view.due}" if view.due else ""
    return f"{view.holder}: {view.content} ({view.stance}, {view.made}{due})"


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
        rows = [(_promise(view), _outcome(view)) for view in told]
        print_rows(console, "Promises, orders and predictions", ("Who said what", "Outcome"), rows)
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
