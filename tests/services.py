"""Where PostgreSQL, Redis and Chromium are, if anywhere. Used by the runner and by fixtures."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import psycopg
import redis

DATABASE_URL = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
REQUIRED = os.environ.get("REQUIRE_SERVICES") == "1"
SHARED = Path(__file__).resolve().parents[2] / "shared"


def postgresql_answers() -> bool:
    try:
        psycopg.connect(DATABASE_URL, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def redis_answers() -> bool:
    try:
        return bool(redis.Redis.from_url(REDIS_URL, socket_timeout=3).ping())
    except redis.RedisError:
        return False


def chromium() -> str | None:
    """The browser to use: ``CHROMIUM``, else the system's, else the one Playwright installed (empty)."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    folders = list(Path.home().glob(".cache/ms-playwright/chromium*"))
    return "" if folders else None
