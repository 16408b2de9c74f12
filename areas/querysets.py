"""Questions about areas, by name."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils import timezone

from areas.models.dated import DatedQuerySet
from areas.normalise import normalise


class AreaQuerySet(DatedQuerySet):
    def authorities(self) -> Self:
        return self.filter(kind="authority")

    def forces(self) -> Self:
        return self.filter(kind="force")

    def current(self, on: dt.date | None = None) -> Self:
        """Areas that exist on ``on`` (today unless given)."""
        return self.on(on or timezone.localdate())

    def starting_with(self, letter: str) -> Self:
        """For an A to Z: by the name shown, not by aliases."""
        return self.filter(name__istartswith=letter)

    def policed_by(self, force_id: int, on: dt.date | None = None) -> Self:
        """Authorities within a force's area on ``on`` (today unless given)."""
        from areas.models import PolicingLink  # the models need this module to load

        links = PolicingLink.objects.on(on or timezone.localdate()).filter(force_id=force_id)
        return self.filter(pk__in=links.values("authority_id"))

    def search(self, text: str) -> Self:
        """Search as you type: how a name, an alias or a word of the own name begins, or a whole code.

        Names that begin with the text come first, then the rest, each alphabetically. Nothing typed,
        nothing found.
        """
        from areas.models import AreaCode, AreaName

        wanted = normalise(text)
        if not wanted:
            return self.none()
        names = AreaName.objects.filter(area=OuterRef("pk"))
        begins = Exists(names.filter(normalised__startswith=wanted))
        # Not within official names: "met" must not find every Metropolitan Borough Council.
        own = names.filter(kind__in=["name", "short", "welsh"])
        contains = Exists(own.filter(normalised__contains=f" {wanted}"))
        coded = Exists(AreaCode.objects.filter(area=OuterRef("pk"), code__iexact=text.strip()))
        first = Case(
            When(name__istartswith=text.strip(), then=Value(0)),
            When(begins, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        return self.filter(Q(begins) | Q(contains) | Q(coded)).order_by(first, "name", "kind")
