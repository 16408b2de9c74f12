"""One table of everything on this site, as CSV or JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inspections.tables.dump import TABLES
from inspections.tables.files import write_csv


class Command(BaseCommand):
    help = "Write one table; an empty cell means “not given”."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("table", choices=sorted(TABLES), metavar="TABLE", help=", ".join(sorted(TABLES)))
        parser.add_argument("--format", choices=["csv", "json"], default="csv")
        parser.add_argument(
            "--without-passages",
            action="store_true",
            help="leave the sentences of documents out: facts and figures only",
        )
        parser.add_argument("--output", type=Path, help="a file; standard output unless given")

    def handle(self, *args: Any, **options: Any) -> None:
        row_type, read = TABLES[options["table"]]
        rows = read()
        if options["without_passages"] and "passage" in row_type.model_fields:
            rows = (row.model_copy(update={"passage": ""}) for row in rows)
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
