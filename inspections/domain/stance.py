"""Which way several codings point together. Uncoded ones change nothing."""

from __future__ import annotations

from collections.abc import Iterable

from inspections.models import Coding

Stance = Coding.Stance


def combine(stances: Iterable[str]) -> str:
    """All strength is strength, all concern is concern, both is mixed; a qualified strength qualifies.

    "description" and "not_coded" say nothing about the direction.
    """
    read = set(stances)
    said = read - {Stance.NOT_CODED, Stance.DESCRIPTION}
    if not said:
        return Stance.DESCRIPTION if Stance.DESCRIPTION in read else Stance.NOT_CODED
    if Stance.MIXED in said:
        return Stance.MIXED
    strengths = said & {Stance.STRENGTH, Stance.QUALIFIED_STRENGTH}
    if strengths and Stance.CONCERN in said:
        return Stance.MIXED
    if Stance.QUALIFIED_STRENGTH in said:
        return Stance.QUALIFIED_STRENGTH
    return said.pop()


def stance_of(codings: Iterable[Coding]) -> str:
    """An inquiry's reading stands; otherwise the readings together."""
    codings = list(codings)
    inquiry = [coding.stance for coding in codings if coding.role == Coding.Role.INQUIRY]
    return combine(inquiry or [coding.stance for coding in codings])


def codings_in_words(codings: Iterable[Coding]) -> str:
    return ";".join(f"{coding.role} {coding.at.isoformat()}" for coding in codings)
