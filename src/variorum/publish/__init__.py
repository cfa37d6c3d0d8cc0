"""Publish a record for people and programs to read, one format a file."""

from variorum.publish.page import render
from variorum.publish.tables.agreement_tables import write_agreements, write_compliance
from variorum.publish.tables.claim_table import write_csv
from variorum.publish.tables.json_file import write_json
from variorum.publish.terminal.agreement_console import print_agreement_count, print_agreements
from variorum.publish.terminal.console import (
    print_changes,
    print_disagreements,
    print_gaps,
    print_questions,
    print_stemma,
    print_versions,
)

__all__ = [
    "print_agreement_count",
    "print_agreements",
    "print_changes",
    "print_disagreements",
    "print_gaps",
    "print_questions",
    "print_stemma",
    "print_versions",
    "render",
    "write_agreements",
    "write_compliance",
    "write_csv",
    "write_json",
]
