"""Figures of the application's own code: ``python -m tests.measure``. Migrations are left out.

A private function is called once when its name is used once in the file that defines it.
"""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tests.running import ROOT

APPS = ("areas", "inspections", "dashboard")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if name.endswith(".py") and (ROOT / name).is_file()]


def line_counts(names: list[str]) -> dict[str, int]:
    return {name: (ROOT / name).read_text(encoding="utf-8").count("\n") for name in names}


def functions_of(name: str) -> tuple[list[Function], Counter[str]]:
    """The functions a file defines, and how often it uses each name."""
    nodes = list(ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))))
    used = Counter(node.id for node in nodes if isinstance(node, ast.Name))
    used.update(node.attr for node in nodes if isinstance(node, ast.Attribute))
    return [node for node in nodes if isinstance(node, Function)], used


def main() -> int:
    files = tracked()
    app = [name for name in files if name.split("/")[0] in APPS and "/migrations/" not in name]
    lines = line_counts(app)
    tests = sum(line_counts([name for name in files if name.startswith("tests/")]).values())
    folders: dict[str, list[str]] = defaultdict(list)
    for path in map(Path, app):
        if path.name != "__init__.py":
            folders[path.name].append(str(path.parent))
    total = private = once = 0
    longest: list[tuple[int, str]] = []
    for name in app:
        functions, used = functions_of(name)
        own = [one for one in functions if one.name.startswith("_") and not one.name.startswith("__")]
        total += len(functions)
        private += len(own)
        once += sum(used[one.name] <= 1 for one in own)
        longest += [((one.end_lineno or 0) - one.lineno + 1, f"{name} {one.name}") for one in functions]
    say = [
        f"application: {len(app)} files, {sum(lines.values())} lines",
        f"median file: {statistics.median(lines.values())} lines; longest {max(lines.values())}, "
        f"{max(app, key=lambda name: lines[name])}",
        f"functions: {total}, private {private}, private and called once {once} ({once / total:.1%})",
        f"longest function: {max(longest)[0]} lines, {max(longest)[1]}",
        f"file names in three folders or more: {sorted(n for n, where in folders.items() if len(where) > 2)}",
        f"tests: {tests} lines, {tests / sum(lines.values()):.2f} a line of the application",
    ]
    sys.stdout.write("\n".join(say) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
