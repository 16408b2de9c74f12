"""What an area is called: codes of several schemes, names and aliases, and names that mean several areas."""

from __future__ import annotations

from typing import Any

from django.db import models

from areas.models.area import Area
from areas.models.dated import DatedModel, period_check
from areas.normalise import normalise


class AreaCode(DatedModel):
    """A code in one scheme. Codes change with boundaries (Barnsley and Sheffield in 2025).

    An area has one code of a scheme at a time; a code belongs to one area at a time.
    """

    class Scheme(models.TextChoices):
        GSS = "gss", "GSS code (ONS)"
        DFE = "dfe", "DfE three-digit code"
        OFSTED_URN = "ofsted_urn", "Ofsted URN"
        PFA = "pfa", "police force area code (ONS)"

    one_at_a_time = (("area", "scheme"), ("scheme", "code"))

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=12, choices=Scheme.choices)
    code = models.CharField(max_length=12)
    source = models.CharField(max_length=300, blank=True)
    from_data = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("scheme", "code", "valid_from")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(scheme__in=["gss", "dfe", "ofsted_urn", "pfa"]), name="areacode_scheme"
            ),
            period_check("areacode_period"),
        )
        indexes = (models.Index(fields=["scheme", "code"], name="areacode_code"),)

    def __str__(self) -> str:
        return f"{self.scheme} {self.code} of {self.area.reference}, {self.period}"


class AreaName(DatedModel):
    """A name an area goes by. Its dates limit the name within the life of the area; most have none.

    Two areas may share a name (the two Dorsets); the day then decides, or nobody does.
    """

    class Kind(models.TextChoices):
        NAME = "name", "name"
        OFFICIAL = "official", "official name"
        SHORT = "short", "short name"
        WELSH = "welsh", "name in Welsh"
        ALIAS = "alias", "alias"

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    normalised = models.CharField(max_length=120, editable=False, db_index=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ALIAS)
    source = models.CharField(max_length=500, blank=True)
    from_data = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=["area", "normalised"], name="areaname_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["name", "official", "short", "welsh", "alias"]),
                name="areaname_kind",
            ),
            models.CheckConstraint(condition=~models.Q(normalised=""), name="areaname_not_empty"),
            period_check("areaname_period"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.area.reference})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.normalised = normalise(self.name)
        super().save(*args, **kwargs)


class CompositeName(models.Model):
    """A name that means several areas at once, such as "Tower Hamlets and City of London"."""

    name = models.CharField(max_length=120)
    normalised = models.CharField(max_length=120, editable=False)
    kind = models.CharField(max_length=10, choices=Area.Kind.choices, default=Area.Kind.AUTHORITY)
    members = models.ManyToManyField(Area, through="CompositeMember", related_name="composite_names")
    source = models.CharField(max_length=500, blank=True)
    from_data = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=["kind", "normalised"], name="compositename_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["authority", "force"]), name="compositename_kind"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.normalised = normalise(self.name)
        super().save(*args, **kwargs)


class CompositeMember(models.Model):
    """One area of a composite name; ``position`` keeps the order in which the name mentions them."""

    composite = models.ForeignKey(CompositeName, on_delete=models.CASCADE, related_name="memberships")
    area = models.ForeignKey(Area, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["composite", "area"], name="compositemember_once"),
            models.UniqueConstraint(fields=["composite", "position"], name="compositemember_position"),
        )

    def __str__(self) -> str:
        return f"{self.area} in {self.composite}"
