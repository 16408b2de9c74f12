"""Folders of made-up reports, and the command called the way a script calls it."""

import io
import json

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def folder(tmp_path):
    """Writes files into a folder of their own and returns it."""
    root = tmp_path / "reports"
    root.mkdir()

    def write(**files):
        for name, data in files.items():
            path = root / name.replace("__", "/")
            path = path.with_suffix(".pdf")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return root

    return write


@pytest.fixture
def ingest():
    """(exit status, lines of --json) of one call of the command."""

    def call(*arguments):
        out = io.StringIO()
        try:
            call_command("ingest", *map(str, arguments), "--json", stdout=out)
            status = 0
        except SystemExit as left:
            status = left.code
        except CommandError as error:
            return error.returncode, str(error)
        return status, [json.loads(line) for line in out.getvalue().splitlines()]

    return call
