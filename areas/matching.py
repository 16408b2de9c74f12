"""Which area a name or a code means: found in the data, or refused. Never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from django.utils import timezone
from rapidfuzz import fuzz, process

from areas.index import Claim, Index, current_index
from areas.models import Area
from areas.naming import forms
from areas.normalise import normalise, squeeze

_CODE = re.compile(r"[EW]\d{8}|\d{3}|\d{5,7}", re.ASCII)
_SUGGESTIONS = 3
_ALIKE = 72.0  # of rapidfuzz's 100; suggestions only, nothing is decided by it


class AreaNotResolved(Exception):
    """``value`` as given, ``kind``, ``on``, and ``candidates``: areas a person may have meant."""

    def __init__(
        self, message: str, *, value: str, kind: str, on: dt.date | None, candidates: Iterable[Area] = ()
    ) -> None:
        super().__init__(message)
        self.value = value
        self.kind = kind
        self.on = on
        self.candidates = tuple(candidates)

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The candidates by name, for a message: "did you mean ...?"."""
        return tuple(str(area) for area in self.candidates)


class UnknownArea(AreaNotResolved):
    """No area of this kind goes by this name or code (on that day).

    ``candidates``: up to three alike in spelling; or, where the area meant was abolished or did not exist
    yet, its successors or predecessors.
    """


class AmbiguousArea(AreaNotResolved):
    """Several areas of this kind go by this name: ``candidates``."""


def resolve_area(name_or_code: str, *, kind: str, on: dt.date | None = None) -> tuple[Area, ...]:
    """The area meant by a name, an alias or a code; several for a composite name, in its order.

    Codes: GSS, PFA, DfE (three digits), Ofsted URN. A retired code still means its area, since codes are
    not given out twice. ``on`` is the day spoken about, for inspections the end of fieldwork: areas that
    did not exist then are never returned. Without it areas of today come first, and an abolished one is
    found where only it carries the name.

    Raises ``UnknownArea`` or ``AmbiguousArea``; ``ValueError`` for a kind that does not exist.
    """
    if kind not in Area.Kind.values:
        raise ValueError(f"kind must be one of {', '.join(Area.Kind.values)}, not {kind!r}")
    question = _Question(name_or_code, kind, on, current_index())
    return question.by_code() if _CODE.fullmatch(question.code) else question.by_name()


class _Question:
    def __init__(self, value: str, kind: str, on: dt.date | None, index: Index) -> None:
        self.value, self.kind, self.on, self.index = value, kind, on, index
        self.code = value.strip().upper()
        self.normalised = normalise(value)

    def by_code(self) -> tuple[Area, ...]:
        known = self.index.codes.get(self.code, [])
        claims = [claim for claim in known if claim.area.kind == self.kind]
        if claims:
            day = self.on or timezone.localdate()
            of_the_day = [claim for claim in claims if claim.row.holds_on(day)]
            return self._choose(of_the_day or claims, dated_rows=False)
        if known:
            other = known[0].area
            raise self._unknown(f"the code {self.value!r} belongs to {other} ({other.get_kind_display()})")
        raise self._unknown(f"no {self._kind} has the code {self.value!r}")

    def by_name(self) -> tuple[Area, ...]:
        if not self.normalised:
            raise self._unknown(f"the name of the {self._kind} is empty: {self.value!r}")
        shapes = list(forms(self.normalised, self.kind))
        for table, key_of in ((self.index.names, str), (self.index.squeezed, squeeze)):
            for name, styles in shapes:
                claims = [
                    claim
                    for claim in table.get((self.kind, key_of(name)), [])
                    if styles <= self.index.styles[claim.area.pk]
                ]
                if claims:
                    return self._choose(claims, dated_rows=True)
            for name, _ in shapes:
                if members := self.index.composites.get((self.kind, key_of(name))):
                    gone = [area for area in members if self.on and not area.holds_on(self.on)]
                    if gone:
                        raise self._not_then([Claim(gone[0], gone[0])])
                    return members
        raise self._unlike_any()

    def _choose(self, claims: list[Claim], *, dated_rows: bool) -> tuple[Area, ...]:
        """The one area among the claims that existed on the day; without a day, today's area first."""
        day = self.on or timezone.localdate()
        standing = [claim for claim in claims if claim.area.holds_on(day)]
        if self.on:
            if dated_rows and standing:
                named_so = [claim for claim in standing if claim.row.holds_on(day)]
                if not named_so:
                    told = "; ".join(f"{claim.area} ({claim.row.period})" for claim in standing)
                    raise self._unknown(
                        f"{self.value!r} was not a name in use{self._when}: {told}", _distinct(standing)
                    )
                standing = named_so
            if not standing:
                raise self._not_then(claims)
        areas = _distinct(standing or claims)
        if len(areas) > 1:
            names = "; ".join(f"{area} ({area.reference})" for area in areas)
            message = f"{self.value!r}{self._when} may mean: {names}"
            raise AmbiguousArea(message, value=self.value, kind=self.kind, on=self.on, candidates=areas)
        return areas

    def _not_then(self, claims: list[Claim]) -> UnknownArea:
        told, candidates = [], []
        for area in _distinct(claims):
            if area.valid_to and self.on and self.on > area.valid_to:
                others = self.index.successors[area.pk]
                text = f"{area.name} ended on {area.valid_to}"
                text += f"; its area is now: {_named(others)}" if others else ""
            else:
                others = self.index.predecessors[area.pk]
                text = f"{area.name} began on {area.valid_from}"
                text += f"; before it: {_named(others)}" if others else ""
            told.append(text)
            candidates += [other for other in others if other not in candidates]
        return self._unknown(
            f"{self.value!r} was no {self._kind}{self._when}: {' / '.join(told)}", candidates
        )

    def _unlike_any(self) -> UnknownArea:
        if not self.index.areas:
            return self._unknown(f"{self.value!r} cannot be looked up: no areas are loaded")
        alike = self._alike()
        hint = f"; did you mean {_named(alike, ' or ')}?" if alike else ""
        return self._unknown(f"no {self._kind} is called {self.value!r}{hint}", alike)

    def _alike(self) -> list[Area]:
        """Up to three areas with a name spelled much like this one, bare of "council" and the like."""
        *_, (bare, _) = forms(self.normalised, self.kind)
        fitting = [
            area
            for area in self.index.areas.values()
            if area.kind == self.kind and (self.on is None or area.holds_on(self.on))
        ]
        keys = {
            (area.pk, name): normalise(name)
            for area in fitting
            for name in (area.name, area.short_name)
            if name
        }
        close = process.extract(bare, keys, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=2 * _SUGGESTIONS)
        found = dict.fromkeys(self.index.areas[pk] for _, _, (pk, _) in close)
        return list(found)[:_SUGGESTIONS]

    @property
    def _kind(self) -> str:
        return "police force" if self.kind == Area.Kind.FORCE else "authority"

    @property
    def _when(self) -> str:
        return f" on {self.on}" if self.on else ""

    def _unknown(self, message: str, candidates: Iterable[Area] = ()) -> UnknownArea:
        return UnknownArea(message, value=self.value, kind=self.kind, on=self.on, candidates=candidates)


def _distinct(claims: Iterable[Claim]) -> tuple[Area, ...]:
    return tuple(dict.fromkeys(claim.area for claim in claims))


def _named(areas: Iterable[Area], between: str = ", ") -> str:
    return between.join(str(area) for area in areas)
