"""Rows that hold from a day to a day, and the rule that some of them may not overlap.

PostgreSQL keeps the rule itself (exclusion constraints, migration 0002). SQLite has none, so the same rule
stands here, checked by ``save()``, by ``bulk_create()`` and by the loader on every database: its message
names both rows, which a constraint's does not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar, Protocol, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q


class OverlappingPeriods(ValidationError):
    """Two rows that exclude each other hold on the same day. ``rows`` are the two."""

    def __init__(self, first: models.Model, second: models.Model) -> None:
        super().__init__(f"these overlap: {first} / {second}", code="overlap")
        self.rows = (first, second)


class DatedQuerySet(models.QuerySet):
    def on(self, day: dt.date) -> Self:
        """Rows that hold on ``day``."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
        )

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """As Django's, and refuses overlaps as ``save()`` does."""
        with transaction.atomic(using=self.db, savepoint=True):
            created = super().bulk_create(objs, *args, **kwargs)
            self._refuse_overlaps()
        return created

    def bulk_update(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> int:
        """As Django's, and refuses overlaps as ``save()`` does."""
        with transaction.atomic(using=self.db, savepoint=True):
            changed = super().bulk_update(objs, *args, **kwargs)
            self._refuse_overlaps()
        return changed

    def _refuse_overlaps(self) -> None:
        if issubclass(self.model, DatedModel) and self.model.one_at_a_time:
            self.model.refuse_overlaps(self.model._default_manager.using(self.db).all())


def period_check(name: str) -> models.CheckConstraint:
    """valid_from <= valid_to, where both are known."""
    return models.CheckConstraint(
        condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")), name=name
    )


class Dated(Protocol):
    """Whatever holds from a day to a day; None for an open end."""

    valid_from: Any
    valid_to: Any


class DatedModel(models.Model):
    # Each tuple: rows equal in all these fields may not hold on one day.
    one_at_a_time: ClassVar[tuple[tuple[str, ...], ...]] = ()

    valid_from = models.DateField(null=True, blank=True, help_text="First day. Empty: before 2009.")
    valid_to = models.DateField(null=True, blank=True, help_text="Last day. Empty: still so.")

    objects: ClassVar[models.Manager[Any]] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._refuse_overlap_with_stored()
        super().save(*args, **kwargs)

    @property
    def period(self) -> str:
        """The dates in words, for messages and the admin."""
        if self.valid_from and self.valid_to:
            return f"{self.valid_from} to {self.valid_to}"
        if self.valid_from:
            return f"from {self.valid_from}"
        return f"to {self.valid_to}" if self.valid_to else "undated"

    def holds_on(self, day: dt.date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def overlaps(self, other: Dated) -> bool:
        starts_in_time = (
            self.valid_from is None or other.valid_to is None or self.valid_from <= other.valid_to
        )
        ends_after_start = (
            self.valid_to is None or other.valid_from is None or other.valid_from <= self.valid_to
        )
        return starts_in_time and ends_after_start

    @classmethod
    def refuse_overlaps(cls, rows: Iterable[DatedModel]) -> None:
        """Raise ``OverlappingPeriods`` for the first two of ``rows`` that exclude each other."""
        rows = sorted(rows, key=lambda row: row.valid_from or dt.date.min)
        for columns in cls._exclusive_columns():
            latest: dict[tuple[Any, ...], DatedModel] = {}
            for row in rows:
                # Sorted by start, two rows of a group overlap only if two neighbours do.
                earlier = latest.get(same := tuple(getattr(row, column) for column in columns))
                if earlier and earlier.overlaps(row):
                    raise OverlappingPeriods(earlier, row)
                latest[same] = row

    def clean(self) -> None:
        super().clean()
        self._refuse_overlap_with_stored()

    def _refuse_overlap_with_stored(self) -> None:
        for columns in self._exclusive_columns():
            same = {column: getattr(self, column) for column in columns}
            if None in same.values():
                continue  # an unfinished form: the missing field has its own message
            for stored in type(self)._default_manager.filter(**same).exclude(pk=self.pk):
                if self.overlaps(stored):
                    raise OverlappingPeriods(stored, self)

    @classmethod
    def _exclusive_columns(cls) -> list[list[str]]:
        """``one_at_a_time`` by the attributes that hold a field's value without fetching the related row."""
        fields = {field.name: field.attname for field in cls._meta.concrete_fields}
        return [[fields[name] for name in names] for names in cls.one_at_a_time]
