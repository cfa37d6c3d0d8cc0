"""The tables of a record by their names; the spreadsheet has a sheet of each."""

from variorum.publish.tables.agreement_tables import AGREEMENTS, COMPLIANCE
from variorum.publish.tables.claim_table import CLAIMS
from variorum.publish.tables.dispute_tables import ANSWERS, DISPUTES
from variorum.publish.tables.source_tables import DECISIONS, GAPS, ORIGINS, SOURCES
from variorum.publish.tables.table import Table

TABLES: dict[str, Table] = {
    "disputes": DISPUTES,
    "answers": ANSWERS,
    "claims": CLAIMS,
    "sources": SOURCES,
    "origins": ORIGINS,
    "agreements": AGREEMENTS,
    "compliance": COMPLIANCE,
    "decisions": DECISIONS,
    "gaps": GAPS,
}
