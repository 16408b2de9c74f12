"""Take in report files and folders of them."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from inspections.ingest import json_lines, pipeline
from inspections.models import Framework, IngestRun
from inspections.reading import readers

STATUSES = ("stored", "unchanged", "needs_review", "rejected")


class Command(BaseCommand):
    requires_system_checks = ()  # they import every page, and no page is shown
    help = "Take in report files: read, resolve, store. Exit 1 when a file was rejected, 2 for a wrong call."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
        parser.add_argument("--reader", default="", help="use this reader instead of the one that recognises")
        parser.add_argument("--again", action="store_true", help="read unchanged files again")
        parser.add_argument("--dry-run", action="store_true", help="read and resolve, store nothing")
        parser.add_argument("--queue", action="store_true", help="hand the files to the worker and wait")
        parser.add_argument(
            "--jobs", type=int, default=min(2, os.cpu_count() or 1),
            help="reader processes side by side; two unless given, where there are two processors",
        )  # fmt: skip
        parser.add_argument("--json", action="store_true", help="one line of JSON per file")

    def handle(self, *args: Any, **options: Any) -> None:
        files = self._files(options)
        if options["dry_run"]:
            taken = pipeline.take(
                files, jobs=options["jobs"], reader=options["reader"], again=options["again"]
            )
            lines: Iterator[dict[str, Any]] = map(json_lines.preview, taken)
        elif options["queue"]:
            lines = self._queued(files, options)
        else:
            runs = pipeline.ingest(
                files, jobs=options["jobs"], reader=options["reader"], again=options["again"]
            )
            lines = map(json_lines.report, runs)
        counts = dict.fromkeys(STATUSES, 0)
        bar = tqdm(total=len(files), unit="file", disable=not sys.stderr.isatty())
        for line in lines:
            counts[line["status"]] += 1
            bar.update()
            self._say(line, options["json"], bar)
        bar.close()
        if not options["json"]:
            self.stdout.write(", ".join(f"{number} {status}" for status, number in counts.items() if number))
        if counts["rejected"]:
            sys.exit(1)

    def _files(self, options: dict[str, Any]) -> list[pipeline.Incoming]:
        if options["jobs"] < 1:
            raise CommandError(f"--jobs takes a number from 1, got {options['jobs']}", returncode=2)
        if options["dry_run"] and options["queue"]:
            raise CommandError("--dry-run stores nothing, so there is nothing to --queue", returncode=2)
        if options["reader"]:
            try:
                readers.by_name(options["reader"])
            except LookupError as error:
                raise CommandError(str(error.args[0]), returncode=2) from error
        try:
            files = pipeline.find_files(options["paths"])
        except FileNotFoundError as error:
            raise CommandError(f"{error.args[0]}: there is no such file or folder", returncode=2) from error
        if not files:
            raise CommandError(f"{options['paths'][0]}: there is no file in this folder", returncode=2)
        if not Framework.objects.exists():
            raise CommandError(
                "This site has no areas and definitions yet: run load_bundle first "
                "(load_bundle --reference for an otherwise empty site)",
                returncode=2,
            )
        return files

    def _queued(self, files: list[pipeline.Incoming], options: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if settings.CELERY_BROKER_URL.startswith("memory:"):
            raise CommandError(
                "--queue needs a queue between processes: set CELERY_BROKER_URL (for example to Redis) "
                "and start a worker with: celery -A dashboard worker",
                returncode=2,
            )
        # Celery takes longer to import than a small file to be read.
        from kombu.exceptions import OperationalError

        from inspections import tasks

        runs = []
        for incoming in files:
            absolute = pipeline.Incoming(incoming.path.resolve(), incoming.name)
            run = pipeline.new_run(absolute, again=options["again"], result=IngestRun.Result.QUEUED)
            if options["reader"]:
                IngestRun.objects.filter(pk=run.pk).update(reader=options["reader"])
            runs.append(run)
        try:
            for run in runs:
                tasks.ingest_run.delay(run.pk)
        except OperationalError as error:
            IngestRun.objects.filter(pk__in=[run.pk for run in runs], result=IngestRun.Result.QUEUED).delete()
            raise CommandError(
                f"The queue at CELERY_BROKER_URL does not answer: {error}", returncode=2
            ) from error
        yield from self._finished([run.pk for run in runs], tasks.requeue_abandoned)

    def _finished(self, waiting: list[int], requeue_abandoned: Callable[[], int]) -> Iterator[dict[str, Any]]:
        began = checked = time.monotonic()
        told = False
        while waiting:
            run = IngestRun.objects.get(pk=waiting[0])
            if run.finished is not None:
                waiting.pop(0)
                yield json_lines.report(run)
                continue
            time.sleep(0.1)
            if time.monotonic() - checked > 10:
                checked = time.monotonic()
                requeue_abandoned()
            if not told and time.monotonic() - began > 15 and run.attempts == 0:
                told = True
                self.stderr.write(
                    "No worker has taken the first file yet. Is one running? celery -A dashboard worker"
                )

    def _say(self, line: dict[str, Any], as_json: bool, bar: tqdm) -> None:
        if as_json:
            self.stdout.write(json.dumps(line, ensure_ascii=False))
            self.stdout.flush()
            return
        with bar.external_write_mode():
            if line["status"] in ("stored", "unchanged") and not line["problems"]:
                return
            self.stdout.write(f"{line['file']}: {line['status']}")
            for problem in line["problems"]:
                value = f" (“{problem['value']}”)" if problem["value"] else ""
                self.stdout.write(f"  {problem['where']}, {problem['field']}{value}: {problem['message']}")
