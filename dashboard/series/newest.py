"""Which of a place's inspections a title or an answer speaks of: the newest of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dashboard.series.values import Cases, Visit
from inspections.terms import Assessor


def full_social_care(visits: Iterable[Visit]) -> list[Visit]:
    """Ofsted's full inspections of the services, by date; the board's reviews are none."""
    return [
        visit
        for visit in visits
        if visit.programme.inspectorate == "ofsted"
        and visit.is_full
        and visit.programme.family != "lscb"
        and visit.day
    ]


def newest_tally(visits: Iterable[Visit]) -> tuple[Cases, Visit] | None:
    """The newest tally inspectors made of a whole force; of one inspection the one of a theme.

    One of a sample of its own only where there is no other.
    """
    found = [
        (cases, visit)
        for visit, counted in _counted(visits)
        for cases in sorted(counted, key=lambda one: (one.theme != "all-cases", not one.sample))
        if cases.counts.breakdown
    ]
    return found[-1] if found else None


def newest_in_words(visits: Iterable[Visit]) -> tuple[Cases, Visit] | None:
    """The newest number or share of cases without grades; of one inspection the one of all cases."""
    found = [(counted[0], visit) for visit, counted in _counted(visits) if counted]
    return found[-1] if found else None


def newest_topics(visits: Iterable[Visit]) -> Visit | None:
    """The newest child protection inspection that graded topics instead of cases."""
    found = [
        visit
        for visit in visits
        if visit.programme.family == "ncpi" and visit.programme.graded and visit.is_full
    ]
    return found[-1] if found else None


def newest_graded(visits: Iterable[Visit]) -> Visit | None:
    """The newest inspection with a grade; one with neither date nor cycle only for want of others."""
    return _newest([visit for visit in visits if any(one.grade for one in visit.standing)])


def newest_on_record(visits: Sequence[Visit], *, is_force: bool) -> Visit | None:
    """What is about one authority of a force is not the newest on the force."""
    return _newest([visit for visit in visits if not (is_force and visit.whose.joint)] or visits)


def _newest(visits: Sequence[Visit]) -> Visit | None:
    dated = [visit for visit in visits if visit.begins] or visits
    return dated[-1] if dated else None


def counted_by_inspectors(found: Iterable[Cases]) -> list[Cases]:
    """What inspectors counted and what adds up: all cases first, a sample of its own last."""
    rows = (one for one in found if one.assessor == Assessor.INSPECTORS)
    sound = (one for one in rows if not one.disclosed_later and not one.counts.is_inconsistent)
    return sorted(sound, key=lambda one: (one.theme != "all-cases", bool(one.sample)))


def _counted(visits: Iterable[Visit]) -> Iterator[tuple[Visit, list[Cases]]]:
    for visit in visits:
        if visit.programme.inspectorate == "hmicfrs" and visit.day:
            yield visit, counted_by_inspectors(visit.cases)
