"""Changes of framework, named and placed between a place's own two inspections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dashboard.series.picture import Break
from dashboard.wording.days import day_of
from inspections.models import Framework, Inspection

# Reviews of the board ran beside the SIF: neither replaced the other.
_BESIDE = ("lscb",)


def framework_breaks(
    inspections: Iterable[Inspection],
    frameworks: Iterable[Framework],
    *,
    block: str,
    inspectorate: str,
    family: str = "",
) -> tuple[Break, ...]:
    """``inspections``: those of one block, by date. Only full ones count; visits follow their time.

    ``family``: the programme to follow, or how its names begin ("peel"), where a block has several.
    """
    full = [
        one
        for one in inspections
        if one.kind in Inspection.FULL_KINDS
        and one.framework.inspectorate_id == inspectorate
        and one.framework.family not in _BESIDE
        and one.framework.family.startswith(family)
        and day_of(one) is not None
    ]
    known = sorted(
        (
            one
            for one in frameworks
            if one.inspectorate_id == inspectorate and one.valid_from and one.family.startswith(family)
        ),
        key=lambda framework: framework.valid_from or dt.date.min,
    )
    found: dict[str, Break] = {}
    for before, after in pairwise(full):
        for one in _between(before, after, known, block):
            found.setdefault(one.label, one)
    return tuple(found.values())


def _between(before: Inspection, after: Inspection, known: list[Framework], block: str) -> Iterator[Break]:
    first, last = day_of(before), day_of(after)
    if first is None or last is None or before.framework_id == after.framework_id:
        return
    start, end = before.framework.valid_from, after.framework.valid_from
    for framework in known:
        begins = framework.valid_from
        named = framework.change_note or framework.pk == after.framework_id
        if begins is None or not named or framework.family in _BESIDE:
            continue
        if not ((start is None or begins > start) and (end is None or begins <= end)):
            continue
        # A SIF re-inspection of 2018 lies after ILACS began: the line stands between the two all the same.
        on = begins if first < begins <= last else first + (last - first) / 2
        yield Break(on, _label(framework), block)


def _label(framework: Framework) -> str:
    if framework.family.startswith("peel"):
        return f"{framework.short_name} begins"
    return framework.change_note or f"Another framework: {framework.short_name}"
