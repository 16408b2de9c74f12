"""All tests: once on SQLite, and what touches the database once more on PostgreSQL.

What could not be tested for want of a service is said at the end; with ``REQUIRE_SERVICES=1`` it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import services

ROOT = Path(__file__).resolve().parents[1]
JOBS = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadgroup"]


def install_chromium() -> str | None:
    """A browser for the tests: found, or installed by the system's or Playwright's own means."""
    if (found := services.chromium()) is not None:
        return found
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts.insert(0, ["sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium"])
    for command in attempts:
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if (found := services.chromium()) is not None:
            return found
    return None


def pytest(arguments: list[str], **environment: str) -> int:
    command = [sys.executable, "-m", "pytest", *JOBS, *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False).returncode


def main() -> int:
    extra = sys.argv[1:]
    absent = []
    if install_chromium() is None:
        absent.append("Chromium: browser tests")
    if not services.redis_answers():
        absent.append(f"Redis at {services.REDIS_URL}: queue tests")
    sys.stdout.write("\nOn SQLite\n")
    sys.stdout.flush()
    results = [pytest(extra, DATABASE_URL="")]
    if services.postgresql_answers():
        sys.stdout.write("\nOn PostgreSQL\n")
        sys.stdout.flush()
        results.append(pytest(["-m", "database and not browser", *extra], DATABASE_URL=services.DATABASE_URL))
    else:
        absent.append(f"PostgreSQL at {services.DATABASE_URL}: database tests on it")
    if not services.SHARED.is_dir():
        absent.append("the real files beside the checkout (../shared): tests that read them")
    for words in absent:
        sys.stdout.write(f"NOT TESTED, for want of {words}\n")
    if any(results):
        return 1
    return 1 if absent and services.REQUIRED else 0


if __name__ == "__main__":
    sys.exit(main())
