"""`variorum audit`: how often the machine was right, by what people have reviewed."""

import dataclasses
import json
from collections.abc import Iterable
from typing import Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from variorum.cli.case_files import AsJson, CaseFile
from variorum.decisions import FieldFigure
from variorum.decisions import audit as audited
from variorum.store import People, Store
from variorum.wording import count


def audit(case_file: CaseFile, as_json: AsJson = False) -> None:
    """Print how often the machine was right, from the claims that people have reviewed.

    By field, language and source, with 95% intervals; and where two people have judged the same
    claims, how far they agree (Krippendorff's alpha).
    """
    with Store(case_file, create=False) as store, People(case_file, create=False) as people:
        found = audited(store.load(), people.judgements())
    parts = {"field": found.fields, "language": found.languages, "source": found.sources}
    if as_json:
        told: dict[str, Any] = {"reviewed": found.reviewed, "added": found.added}
        told |= {f"{name}s": [_row(figure) for figure in rows] for name, rows in parts.items()}
        typer.echo(json.dumps(told | {"agreement": found.agreement}, ensure_ascii=False, indent=2))
        return
    screen = Console(highlight=False)
    reviewed, added = count(found.reviewed, "claim"), count(found.added, "claim")
    screen.print(f"{reviewed} reviewed, {added} added by people", markup=False)
    if not found.reviewed:
        screen.print("'variorum decide' accepts, corrects or rejects claims.", markup=False)
    for name, rows in parts.items():
        if rows:
            screen.print(_table(name, rows))
    for field, alpha in found.agreement.items():
        screen.print(f"agreement on {field}: alpha {alpha:.2f}", markup=False)


def _row(figure: FieldFigure) -> dict[str, Any]:
    low, high = figure.interval
    return {**dataclasses.asdict(figure), "share": figure.share, "low": low, "high": high}


def _table(name: str, rows: Iterable[FieldFigure]) -> Table:
    table = Table(name, "right", "of", "share", "95%", box=box.SIMPLE_HEAD)
    for figure in rows:
        low, high = figure.interval
        shares = f"{figure.share:.2f}", f"{low:.2f}-{high:.2f}"
        table.add_row(figure.name, str(figure.right), str(figure.of), *shares)
    return table
