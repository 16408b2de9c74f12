"""Area: a local authority with children's services, or a police force area."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.urls import reverse

from areas.models.dated import DatedModel, period_check
from areas.querysets import AreaQuerySet


class Area(DatedModel):
    """22 slugs exist in both kinds: ``kind`` and ``slug`` name an area only together.

    ``valid_from``/``valid_to`` date the body that answers for children's services, as the DfE codes do;
    a force has no dates. ``region`` is the English region, or Wales.
    """

    class Kind(models.TextChoices):
        AUTHORITY = "authority", "authority"
        FORCE = "force", "police force"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=80)
    short_name = models.CharField(max_length=80, blank=True)
    official_name = models.CharField(max_length=120, blank=True)
    name_cy = models.CharField("name in Welsh", max_length=80, blank=True)
    type = models.CharField(max_length=40)
    country = models.CharField(max_length=10)
    region_code = models.CharField(max_length=9)
    region = models.CharField(max_length=40)
    notes = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    from_data = models.BooleanField(default=False, editable=False)

    objects: ClassVar[models.Manager[Area]] = AreaQuerySet.as_manager()

    class Meta:
        ordering = ("name", "kind")
        constraints = (
            models.UniqueConstraint(fields=["kind", "slug"], name="area_kind_slug"),
            models.CheckConstraint(condition=models.Q(kind__in=["authority", "force"]), name="area_kind"),
            models.CheckConstraint(
                condition=models.Q(kind="authority") | models.Q(valid_from=None, valid_to=None),
                name="area_force_undated",
            ),
            period_check("area_period"),
        )

    def __str__(self) -> str:
        if self.valid_to:
            return f"{self.name} (to {self.valid_to:%B %Y})"
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("force" if self.is_force else "area", kwargs={"slug": self.slug})

    @property
    def is_force(self) -> bool:
        return self.kind == self.Kind.FORCE

    @property
    def reference(self) -> str:
        """``authority:st-helens``, as exports and addresses write it."""
        return f"{self.kind}:{self.slug}"

    def authorities_on(self, on: dt.date | None = None) -> AreaQuerySet:
        """The authorities this force covers on ``on`` (today unless given)."""
        if not self.is_force:
            raise ValueError(f"{self.reference} is no force")
        return Area.objects.authorities().policed_by(self.pk, on)

    def force_on(self, on: dt.date | None = None) -> Area | None:
        """The force that polices this authority on ``on``.

        Without a date: now, or for an abolished authority when it last existed. Reads
        ``policing_links.all()``, so a list that prefetches them with their forces asks the database once.
        """
        if self.is_force:
            raise ValueError(f"{self.reference} is a force")
        links = list(self.policing_links.all())
        if on:
            links = [link for link in links if link.holds_on(on)]
        newest = max(links, key=lambda link: link.valid_from or dt.date.min, default=None)
        return newest.force if newest else None

    def code_on(self, scheme: str, on: dt.date | None = None) -> str | None:
        """This area's code in ``scheme`` on ``on``; without a date its newest code.

        Reads ``codes.all()``, so a list that prefetches codes asks the database once.
        """
        codes = [code for code in self.codes.all() if code.scheme == scheme]
        if on:
            codes = [code for code in codes if code.holds_on(on)]
        newest = max(codes, key=lambda code: code.valid_from or dt.date.min, default=None)
        return newest.code if newest else None

    @property
    def main_scheme(self) -> str:
        return "pfa" if self.is_force else "gss"
