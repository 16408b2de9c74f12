"""Every name and code in memory, once per process, so that thousands of look-ups ask the database five times.

The areas it hands out are shared between callers: read them, do not change them.
"""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any, NamedTuple

from django.db.models.signals import m2m_changed, post_delete, post_save

from areas.models import (
    Area,
    AreaCode,
    AreaName,
    CompositeMember,
    CompositeName,
    DatedModel,
    Succession,
)
from areas.naming import styles_of
from areas.normalise import squeeze

# Another process may have changed an area in the admin; this one notices after so many seconds.
MAX_AGE_SECONDS = 60.0


class Claim(NamedTuple):
    """An area that may be meant by a name or code, and the row that says so (with its dates)."""

    area: Area
    row: DatedModel


class Index:
    """``names`` and ``squeezed`` by (kind, key); ``codes`` by code; successions both ways by area id."""

    def __init__(self) -> None:
        self.built_at = time.monotonic()
        self.areas = {area.pk: area for area in Area.objects.all()}
        self.names: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.squeezed: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.codes: dict[str, list[Claim]] = defaultdict(list)
        self.composites: dict[tuple[str, str], tuple[Area, ...]] = {}
        self.successors: dict[int, list[Area]] = defaultdict(list)
        self.predecessors: dict[int, list[Area]] = defaultdict(list)
        self.styles: dict[int, frozenset[str]] = {}
        self._read_names_and_codes()
        self._read_composites()
        for link in Succession.objects.order_by("on", "successor__name"):
            self.successors[link.predecessor_id].append(self.areas[link.successor_id])
            self.predecessors[link.successor_id].append(self.areas[link.predecessor_id])

    def _read_names_and_codes(self) -> None:
        names: dict[int, list[str]] = defaultdict(list)
        codes: dict[int, list[str]] = defaultdict(list)
        for name in AreaName.objects.order_by("pk"):
            claim = Claim(self.areas[name.area_id], name)
            names[name.area_id].append(name.normalised)
            self.names[claim.area.kind, name.normalised].append(claim)
            self.squeezed[claim.area.kind, squeeze(name.normalised)].append(claim)
        for code in AreaCode.objects.order_by("pk"):
            codes[code.area_id].append(code.code)
            self.codes[code.code.upper()].append(Claim(self.areas[code.area_id], code))
        for pk, area in self.areas.items():
            self.styles[pk] = styles_of(area, names[pk], codes[pk])

    def _read_composites(self) -> None:
        members: dict[int, list[Area]] = defaultdict(list)
        for member in CompositeMember.objects.order_by("composite", "position"):
            members[member.composite_id].append(self.areas[member.area_id])
        for composite in CompositeName.objects.all():
            # Two spellings of one list of areas; a composite never competes with the name of an area.
            for key in (composite.normalised, squeeze(composite.normalised)):
                self.composites[composite.kind, key] = tuple(members[composite.pk])


_index: Index | None = None


def current_index() -> Index:
    """The index, built at first use, after a change, and once a minute at most. An empty one is not kept."""
    global _index
    index = _index
    if index is None or time.monotonic() - index.built_at > MAX_AGE_SECONDS:
        index = Index()
        _index = index if index.areas else None
    return index


def forget(**_signal: Any) -> None:
    """Drop the index: areas have changed. Bulk writes must call this; single ones do by signal."""
    global _index
    _index = None


def forget_on_change() -> None:
    """Connect the signals (from ``AreasConfig.ready``)."""
    for model in (Area, AreaCode, AreaName, CompositeName, CompositeMember, Succession):
        post_save.connect(forget, sender=model, dispatch_uid=f"areas-index-save-{model.__name__}")
        post_delete.connect(forget, sender=model, dispatch_uid=f"areas-index-delete-{model.__name__}")
    m2m_changed.connect(forget, sender=CompositeMember, dispatch_uid="areas-index-members")
