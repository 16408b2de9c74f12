"""What a command imports: a command that shows no page waits for none, nor for the queue."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests import running

NEEDLESS = (
    "celery",
    "kombu",
    "redis",
    "plotly",
    "dashboard.site.urls",
    "dashboard.pages",
    "inspections.admin",
)
SAY_MODULES = """
import json, sys
from django.core.management import execute_from_command_line
try:
    execute_from_command_line(["manage.py", *sys.argv[1:]])
finally:
    print("MODULES", json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    env = running.environment(tmp_path_factory.mktemp("start"), DJANGO_SETTINGS_MODULE="dashboard.settings")
    for arguments in (("migrate", "-v0"), ("load_bundle", "--reference")):
        done = running.manage(*arguments, env=env)
        assert done.returncode == 0, done.stderr
    return env


def imported_by(env: dict[str, str], *arguments: object) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SAY_MODULES, *map(str, arguments)],
        cwd=running.ROOT, env=env, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    said = done.stdout.rsplit("MODULES ", 1)[1]
    return set(json.loads(said))


@pytest.mark.parametrize("command", ["export areas", "load_bundle --reference"])
def test_a_command_on_data_imports_neither_pages_nor_queue(env: dict[str, str], command: str) -> None:
    modules = imported_by(env, *command.split())

    assert "inspections.models" in modules
    assert modules.isdisjoint(NEEDLESS)


def test_taking_in_a_file_imports_neither_pages_nor_queue(env, tmp_path, report) -> None:
    path = tmp_path / "halton.pdf"
    path.write_bytes(report(place="Halton"))

    modules = imported_by(env, "ingest", path)

    assert "inspections.ingest.pipeline" in modules
    assert modules.isdisjoint(NEEDLESS)


def test_a_worker_is_told_the_package_and_finds_its_application(env: dict[str, str]) -> None:
    code = "from celery.app.utils import find_app; print(find_app('dashboard').conf.broker_url)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=running.ROOT, env=env | {"CELERY_BROKER_URL": "memory://"},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip

    assert done.stdout.strip() == "memory://"
