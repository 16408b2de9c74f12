"""Areas, definitions and bundled facts into the database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from areas.data_files import AreaDataError
from areas.loading import load_areas
from inspections.definitions.loader import DefinitionError
from inspections.ingest.resolve import definitions
from inspections.transfer.csv_files import TableError
from inspections.transfer.load import bundle_folders, count_rows, load_tables
from inspections.transfer.reference import load_reference


class Command(BaseCommand):
    requires_system_checks = ()  # they import every page, and no page is shown
    help = "Load areas, definitions and facts; running it twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--reference", action="store_true", help="areas and definitions only")
        what.add_argument(
            "--from", dest="folder", type=Path, help="facts from the tables exported into this folder"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folders = [] if options["reference"] else bundle_folders()
        if options["folder"]:
            folders = [options["folder"]]
        bar = tqdm(
            total=count_rows(folders), unit="row", desc="Loading facts", disable=not sys.stderr.isatty()
        )
        try:
            with transaction.atomic():
                load_areas()
                load_reference()
                definitions.cache_clear()
                counts = load_tables(folders, bar.update)
        except (AreaDataError, DefinitionError, TableError) as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        finally:
            bar.close()
        words = ", ".join(f"{number} {table.replace('_', ' ')}" for table, number in counts.items())
        self.stdout.write(f"Loaded areas and definitions{': ' + words if words else ''}.")
