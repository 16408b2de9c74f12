"""The embedded mode: everything in one process."""

from __future__ import annotations

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dashboard.site import embedded


def _interrupt(signum: int, frame: object) -> None:
    raise KeyboardInterrupt


class Command(BaseCommand):
    help = "Prepare the database and serve pages and queue in one process."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        # Both, since a shell starts what runs in its background with SIGINT ignored.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _interrupt)
        try:
            embedded.serve(options["host"], options["port"])
        except embedded.AddressNotFree as error:
            raise CommandError(
                f"{error} Another program may have the port; give another with PORT=8001 make run."
            ) from error
