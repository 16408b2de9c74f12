"""Whose result it is: a force's names every authority it is about and belongs to none of them alone."""

from __future__ import annotations

from dashboard.series.values import Body, Whose
from dashboard.wording.sentences import listed, number_words

MOST_BODIES = 3  # an inquiry speaks of many; a cell of the table counts them
MOST_NAMED = 8  # more authorities than that are counted in a cell of the table, and named in the CSV


def whose_words(whose: Whose, *, most: int | None = None) -> str:
    """Every body by name, and every authority of a whole force; more than ``most`` of them are counted."""
    if whose.joint:
        return joint_words(whose) + (f"; its police: {whose.police}" if whose.police else "")
    return "; ".join(sorted(_body_words(body, most) for body in whose.bodies))


def whose_else(whose: Whose, place: str) -> str:
    """Whose it is where not this place's own; many authorities by number, named once on the page."""
    if whose.own:
        return ""
    number = len(whose.bodies)
    if number > MOST_BODIES:
        return f"{number} bodies, {place} among them" if whose.names_place else f"{number} bodies"
    return whose_words(whose, most=MOST_NAMED)


def whose_short(whose: Whose, place: str) -> str:
    """The force by name; its authorities stand in the table."""
    named = []
    for body in whose.bodies:
        named.append(f"{body.name}, whole force" if body.whole_force else body.name)
        if body.authorities and not whose.joint:
            return "; ".join(named)
    return whose_else(whose, place) or whose_words(whose)


def joint_words(whose: Whose) -> str:
    """ "Liverpool alone, not the whole force"; on the force's page "Liverpool, one of five authorities"."""
    names = listed(body.name for body in whose.bodies if not body.is_force)
    if whose.authorities is None:
        return f"{names} alone, not the whole force" if names else "no single area"
    if whose.authorities < 2:
        return f"{names}, the force’s one authority" if whose.authorities else names
    return f"{names}, one of {number_words(whose.authorities)} authorities"


def _body_words(body: Body, most: int | None) -> str:
    if not body.whole_force:
        return body.name
    if not body.authorities:
        return f"{body.name}, whole force"
    counted = most is not None and len(body.authorities) > most
    return (
        f"{body.name}, whole force: "
        f"{f'{len(body.authorities)} authorities' if counted else listed(body.authorities)}"
    )
