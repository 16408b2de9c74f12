"""One table of everything on this site, as CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inspections.terms import ReviewStatus
from inspections.transfer.columns import Row
from inspections.transfer.csv_files import write_csv
from inspections.transfer.dump import TABLES
from inspections.transfer.rows import FindingRow, JudgementRow, ProblemRow

# A grade, a day, a count or the name of a column is shorter; more words than this without a comma are text.
MOST_WORDS = 7


def is_text(value: str) -> bool:
    """Whether a cell repeats a sentence of its document, rather than a value or a list of names in it."""
    return any(len(part.split()) > MOST_WORDS for part in value.split(","))


_UNCONFIRMED = (ReviewStatus.PROPOSED, ReviewStatus.REJECTED, ReviewStatus.SUPERSEDED)


def facts_only(rows: Iterator[Row]) -> Iterator[Row]:
    """What may be passed on without the documents: no sentence of theirs, nothing still to be confirmed."""
    for row in rows:
        if isinstance(row, FindingRow):
            row = row.model_copy(update={"passage": ""})
        if isinstance(row, ProblemRow) and is_text(row.value):
            row = row.model_copy(update={"value": ""})
        if isinstance(row, JudgementRow) and is_text(row.printed):
            row = row.model_copy(update={"printed": ""})
        refused = isinstance(row, ProblemRow) and not row.source
        # Without its passage a finding on no theme would say nothing.
        silent = isinstance(row, FindingRow) and not row.theme and not row.summary
        if not refused and not silent and getattr(row, "review_status", "") not in _UNCONFIRMED:
            yield row


class Command(BaseCommand):
    requires_system_checks = ()  # they import every page, and no page is shown
    help = "Write one table; an empty cell means “not given”."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("table", choices=sorted(TABLES), metavar="TABLE", help=", ".join(sorted(TABLES)))
        parser.add_argument("--format", choices=["csv", "json"], default="csv")
        parser.add_argument(
            "--facts-only",
            action="store_true",
            help="leave out sentences of documents, proposals nobody confirmed, and files that were refused",
        )
        parser.add_argument("--output", type=Path, help="a file; standard output unless given")

    def handle(self, *args: Any, **options: Any) -> None:
        row_type, read = TABLES[options["table"]]
        rows = read()
        if options["facts_only"]:
            rows = facts_only(rows)
        if options["format"] == "json":
            text = (
                json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False, indent=1) + "\n"
            )
        else:
            text = write_csv(row_type.columns(), (row.cells() for row in rows))
        if options["output"] is None:
            self.stdout.write(text, ending="")
            return
        try:
            options["output"].write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{options['output']}: {error.strerror}") from error
