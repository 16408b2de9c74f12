"""Whose result it is: a whole force's, one authority's or a joint one, and which place it concerns."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol, TypeVar

from inspections.terms import Scope

# Police and council of one authority looked at together: such a result stands in both lanes.
JOINT_PROGRAMMES = frozenset({"jtai"})


class Framework(Protocol):
    @property
    def family(self) -> str: ...


class UnderFramework(Protocol):
    @property
    def framework(self) -> Framework: ...


class Place(Protocol):
    @property
    def is_force(self) -> bool: ...


P = TypeVar("P", bound=Place)


def is_joint(inspection: UnderFramework) -> bool:
    """Whether it is about one authority's partnership, its police included, whoever is named beside it."""
    return inspection.framework.family in JOINT_PROGRAMMES


def scope_of(place: Place) -> Scope:
    """A force is inspected whole, an authority for itself, unless its source says otherwise."""
    return Scope.WHOLE_FORCE if place.is_force else Scope.AUTHORITY


def concerns(place: P, inspected: Collection[P], *, joint: bool, force_of: Callable[[P], P | None]) -> bool:
    """Whether what was found about the ``inspected`` places is about ``place`` too.

    A force's result is about every authority in its area, and never divided among them; an authority's is
    its own, but a joint inspection's is about its police as well. ``force_of``: the force in whose area an
    authority lay on the day of the inspection.
    """
    if place in inspected:
        return True
    if not place.is_force:
        return not joint and force_of(place) in inspected
    return joint and any(force_of(one) == place for one in inspected if not one.is_force)
