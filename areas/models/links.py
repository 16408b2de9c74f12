"""How areas hang together: which force polices an authority, and what followed an abolished one."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from areas.models.area import Area
from areas.models.dated import DatedModel, period_check


class PolicingLink(DatedModel):
    """An authority lies in one force's area at a time. A result of the force is never divided among them."""

    one_at_a_time = (("authority",),)

    authority = models.ForeignKey(
        Area, on_delete=models.CASCADE, related_name="policing_links", limit_choices_to={"kind": "authority"}
    )
    force = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="covers_links", limit_choices_to={"kind": "force"}
    )
    source = models.CharField(max_length=300, blank=True)
    from_data = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("force", "authority")
        constraints = (period_check("policinglink_period"),)

    def __str__(self) -> str:
        return f"{self.authority.reference} in {self.force.reference}, {self.period}"

    def clean(self) -> None:
        # A rule across tables: no CHECK can hold it.
        if self.authority_id and self.authority.is_force:
            raise ValidationError({"authority": f"{self.authority} is a force"})
        if self.force_id and not self.force.is_force:
            raise ValidationError({"force": f"{self.force} is an authority"})
        super().clean()


class Succession(models.Model):
    """``successor`` answers for (part of) what was ``predecessor``, from the day ``on``."""

    predecessor = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="succeeded_by")
    successor = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="successor_to")
    on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300, blank=True)
    from_data = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("on", "predecessor", "successor")
        constraints = (
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succession_of_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor.reference} to {self.successor.reference}, {self.on}"
