"""A wrong definition is named with its file and the very line that is wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from inspections.definitions.lines import line_of
from inspections.definitions.loader import DEFINITIONS, DefinitionError
from inspections.transfer.reference import load_reference

pytestmark = pytest.mark.usefixtures("reference")


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("themes.yaml", "parent: missing-children", "parent: missing-childern"),
        ("themes.yaml", "code: referrals, name:", "code: referrals, nmae:"),
        ("themes.yaml", "code: referrals,", "code: section-47,"),
        ("themes.yaml", "{code: referrals, name: Referrals}", "{code: referrals, name: [}"),
        ("scales.yaml", "first_below_good: inconsistent", "first_below_good: consistent"),
        ("scales.yaml", "label: typically positive experiences", "lable: typically positive experiences"),
        ("aspects.yaml", "code: adoption, name:", "code: adoption, named:"),
        ("inspectorates.yaml", "sector: police", "sector: polite"),
        ("frameworks.yaml", "case_scale: ncpi-cases-2014", "case_scale: ncpi-cases-2013"),
        ("frameworks.yaml", "scales: [hmi-probation]", "scales: [hmi-probations]"),
        ("frameworks.yaml", "scales: [peel-four]", "scales: [peel-for]"),
        (
            "frameworks.yaml",
            "{overall: , help_protection: , looked_after:",
            "{overall: , helping: , looked_after:",
        ),
        ("frameworks.yaml", "inspectorate: iicsa", "inspectorate: icsa"),
        ("frameworks.yaml", "valid_to: 2018-07-31", "valid_to: 2008-07-31"),
        ("frameworks.yaml", "valid_from: 2016-01-01", "valid_from: 1 January 2016"),
    ],
)
def test_the_line_named_is_the_line_that_was_changed(
    tmp_path: Path, file: str, before: str, after: str
) -> None:
    folder = Path(shutil.copytree(DEFINITIONS, tmp_path / "definitions"))
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    wrong = next(n for n, line in enumerate(text.splitlines(), 1) if before in line)

    with pytest.raises(DefinitionError) as refused:
        load_reference(folder)

    named = re.match(r"([a-z]+\.yaml), line (\d+)", str(refused.value))
    assert named, str(refused.value)
    assert (named[1], int(named[2])) == (file, wrong), str(refused.value)


LISTS = """\
- code: first
  scales:
    - one
    - two
  aspects: {a: ,
    b: }
- &base
  code: second
  scales: [one]
- {<<: *base,
   code: third}
"""


@pytest.mark.parametrize(
    ("entry", "field", "value", "line"),
    [
        (0, [], "", 1),
        ("first", ["scales"], "", 2),
        ("first", ["scales"], "two", 4),
        ("first", ["aspects"], "b", 6),
        ("first", ["nothing"], "", 1),
        (0, ["scales", 1], "", 4),
        ("third", ["scales"], "one", 9),
        ("third", ["code"], "", 11),
        ("nobody", [], "", 1),
        (7, [], "", 1),
    ],
)
def test_a_line_is_found_through_lists_and_what_is_taken_over(
    entry: int | str, field: list[int | str], value: str, line: int
) -> None:
    assert line_of(LISTS, entry, field, value) == line
