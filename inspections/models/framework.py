"""The rulebooks: inspectorates, frameworks, scales, aspects and themes, loaded from ``definitions/``.

Their codes are the fixed names of the field and serve as primary keys, so a foreign key reads as itself.
"""

from django.db import models
from django.db.models import CASCADE, PROTECT, CheckConstraint, F, Q, UniqueConstraint

from inspections import terms


class Inspectorate(models.Model):
    Sector = terms.Sector
    code = models.SlugField(primary_key=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    sector = models.CharField(max_length=20, choices=Sector.choices)
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.short_name


class Scale(models.Model):
    """An ordered list of words. The order places words in a legend; it is never a number to reckon with."""

    code = models.SlugField(primary_key=True)
    name = models.CharField(max_length=200)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Grade(models.Model):
    """One word of one scale. ``id`` is ``scale:code``, e.g. ``ofsted:good``."""

    id = models.CharField(max_length=80, primary_key=True)
    scale = models.ForeignKey(Scale, CASCADE, related_name="grades")
    code = models.SlugField()
    label = models.CharField(max_length=120)
    short = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    below_good = models.BooleanField()

    class Meta:
        ordering = ["scale", "position"]
        constraints = [
            UniqueConstraint(fields=["scale", "code"], name="grade_once_in_scale"),
            UniqueConstraint(fields=["scale", "position"], name="grade_has_own_place"),
        ]

    def __str__(self) -> str:
        return self.label


class Aspect(models.Model):
    code = models.SlugField(primary_key=True)
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class Framework(models.Model):
    """``family`` names the programme an inspection belongs to across editions of its rulebook."""

    code = models.SlugField(primary_key=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    inspectorate = models.ForeignKey(Inspectorate, PROTECT, related_name="frameworks")
    family = models.SlugField()
    graded = models.BooleanField()
    once = models.BooleanField(
        default=False,
        help_text="Every body is inspected once under it, so a source needs no date to say when",
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    change_note = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    scales = models.ManyToManyField(Scale, related_name="frameworks", blank=True)
    case_scale = models.ForeignKey(Scale, PROTECT, null=True, blank=True, related_name="case_frameworks")
    aspects = models.ManyToManyField(Aspect, through="FrameworkAspect", related_name="frameworks")

    class Meta:
        ordering = ["code"]
        constraints = [
            CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="framework_starts_before_it_ends",
            )
        ]

    def __str__(self) -> str:
        return self.name


class FrameworkAspect(models.Model):
    framework = models.ForeignKey(Framework, CASCADE, related_name="framework_aspects")
    aspect = models.ForeignKey(Aspect, PROTECT, related_name="framework_aspects")
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["framework", "position"]
        constraints = [UniqueConstraint(fields=["framework", "aspect"], name="aspect_once_in_framework")]

    def __str__(self) -> str:
        return f"{self.framework_id}: {self.label}"


class Theme(models.Model):
    code = models.SlugField(primary_key=True)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", PROTECT, null=True, blank=True, related_name="children")
    note = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("code")), name="theme_is_not_its_own_parent"
            )
        ]

    def __str__(self) -> str:
        return self.name
