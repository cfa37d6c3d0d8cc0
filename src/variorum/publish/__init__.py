"""Publish a record for people and programs to read, one format a file."""

from variorum.publish.agreement_console import print_agreement_count, print_agreements
from variorum.publish.agreement_tables import write_agreements, write_compliance
from variorum.publish.console import (
    print_changes,
    print_disagreements,
    print_gaps,
    print_questions,
    print_stemma,
    print_versions,
)
from variorum.publish.html import render
from variorum.publish.json import write_json
from variorum.publish.tables import write_csv

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
