"""The deployment files say what the README promises. No Docker engine is needed to hold them to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def services() -> dict:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_there_are_web_worker_postgresql_and_redis(services: dict) -> None:
    assert {"web", "worker", "database", "queue"} <= set(services)
    assert services["database"]["image"].startswith("postgres:")
    assert services["queue"]["image"].startswith("redis:")


def test_every_service_reaps_its_children(services: dict) -> None:
    assert [name for name, service in services.items() if service.get("init") is not True] == []


def test_every_lasting_service_has_a_health_check(services: dict) -> None:
    lasting = [name for name, service in services.items() if service.get("restart") != "no"]

    assert [name for name in lasting if "healthcheck" not in services[name]] == []


def test_what_must_last_is_on_a_volume(services: dict) -> None:
    assert services["database"]["volumes"]
    assert services["queue"]["volumes"]
    assert services["web"]["volumes"] == services["worker"]["volumes"]


def test_secrets_have_no_default(services: dict) -> None:
    environment = services["web"]["environment"]

    assert environment["SECRET_KEY"] == "${SECRET_KEY:?set SECRET_KEY}"
    assert "${POSTGRES_PASSWORD:?" in environment["DATABASE_URL"]


def test_the_image_does_not_run_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    users = [line for line in lines if line.startswith("USER ")]

    assert users == ["USER crosscheck"]
    assert lines.index("USER crosscheck") < next(i for i, line in enumerate(lines) if line.startswith("CMD"))


def test_the_image_holds_compiled_bytecode_of_packages_and_project() -> None:
    text = (ROOT / "Dockerfile").read_text()

    assert "PYTHONDONTWRITEBYTECODE" not in text
    assert re.findall(r"compileall -q.* unchecked-hash (.+)", text) == [
        "/venv/lib",
        "areas inspections dashboard",
    ]


def test_the_locks_carry_no_addresses() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(), name
