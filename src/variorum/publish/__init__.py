"""Publish a record for people and programs to read, one format a file."""

from variorum.publish.console import print_disagreements, print_summary
from variorum.publish.html import render
from variorum.publish.json import write_json
from variorum.publish.tables import write_csv

__all__ = ["print_disagreements", "print_summary", "render", "write_csv", "write_json"]
