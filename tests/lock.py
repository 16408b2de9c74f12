"""Whether the locks still answer pyproject.toml; ``--write`` compiles them anew.

A lock is up to date when compiling it again, starting from its own pins, changes nothing. Resolving needs
the package index; where that cannot be reached, the direct requirements are compared with the pins instead.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
UV = Path(sys.executable).with_name("uv")
LOCKS = {"requirements.lock": [], "requirements-dev.lock": ["--group", "dev", "-c", "requirements.lock"]}
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)


def compile_lock(name: str, output: Path, *, upgrade: bool) -> subprocess.CompletedProcess[str]:
    command = [str(UV), "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "pyproject.toml", *LOCKS[name]]
    command += ["--output-file", str(output)] + (["--upgrade"] if upgrade else [])
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def direct_requirements(name: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = list(project["project"]["dependencies"])
    if name == "requirements-dev.lock":
        wanted += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in wanted]


def missing(name: str) -> list[str]:
    """Requirements of pyproject.toml that the pins of this lock do not meet."""
    lock = (ROOT / name).read_text()
    pins = {normal(found[0]): found[1] for found in PINNED.findall(lock)}
    return [
        str(wanted)
        for wanted in direct_requirements(name)
        if not wanted.specifier.contains(pins.get(normal(wanted.name), "0"), prereleases=True)
    ]


def normal(package: str) -> str:
    return package.lower().replace("_", "-")


def check(name: str) -> str:
    """An empty string when the lock is up to date, otherwise what is wrong with it."""
    if unmet := missing(name):
        return f"{name} does not meet {', '.join(unmet)}: run make lock"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / name
        copy.write_text((ROOT / name).read_text())
        done = compile_lock(name, copy, upgrade=False)
        if done.returncode:
            sys.stderr.write(f"{name}: not compiled again, only compared ({done.stderr.strip()[:200]})\n")
            return ""
        same = copy.read_text() == (ROOT / name).read_text()
        return "" if same else f"{name} is out of date: run make lock"


def main() -> int:
    if "--write" in sys.argv:
        for name in LOCKS:
            done = compile_lock(name, ROOT / name, upgrade="--upgrade" in sys.argv)
            sys.stderr.write(done.stderr)
            if done.returncode:
                return done.returncode
        return 0
    faults = [fault for name in LOCKS if (fault := check(name))]
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
