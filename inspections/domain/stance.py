"""Which way several codings point together. Uncoded ones change nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from inspections.terms import CodingRole, Stance


class Coding(Protocol):
    @property
    def role(self) -> str: ...
    @property
    def stance(self) -> str: ...


def combine(stances: Iterable[str]) -> Stance:
    """All strength is strength, all concern is concern, both is mixed; a qualified strength qualifies.

    "description" and "not_coded" say nothing about the direction.
    """
    read = {Stance(stance) for stance in stances}
    said = read - {Stance.NOT_CODED, Stance.DESCRIPTION}
    if not said:
        return Stance.DESCRIPTION if Stance.DESCRIPTION in read else Stance.NOT_CODED
    if Stance.MIXED in said or (Stance.CONCERN in said and len(said) > 1):
        return Stance.MIXED
    return Stance.QUALIFIED_STRENGTH if Stance.QUALIFIED_STRENGTH in said else said.pop()


def stance_of(codings: Iterable[Coding]) -> Stance:
    """An inquiry's reading stands, and what a third reader decided; otherwise the readings together."""
    codings = list(codings)
    for role in (CodingRole.INQUIRY, CodingRole.THIRD_READER):
        standing = [coding.stance for coding in codings if coding.role == role]
        if standing:
            return combine(standing)
    return combine(coding.stance for coding in codings)
