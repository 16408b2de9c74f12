"""Where facts come from: documents, the runs that read them, and what went wrong on the way."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CASCADE, SET_NULL, Q, UniqueConstraint
from django.utils import timezone

from inspections import terms


class SourceDocument(models.Model):
    """A document facts were taken from. ``sha256`` is empty where no file is at hand, only its facts."""

    Kind = terms.SourceKind
    key = models.CharField(max_length=120, unique=True)
    sha256 = models.CharField(
        max_length=64, blank=True, validators=[RegexValidator(r"^[0-9a-f]{64}$", "64 hexadecimal digits")]
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=120, blank=True)
    url = models.URLField(max_length=500, blank=True)
    licence = models.CharField(max_length=120, blank=True)
    retrieved = models.DateField(null=True, blank=True)
    path = models.CharField(max_length=500, blank=True, help_text="Path relative to the folder it came from")
    pages = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["key"]
        constraints = [
            UniqueConstraint(fields=["sha256"], condition=~Q(sha256=""), name="document_bytes_once")
        ]

    def __str__(self) -> str:
        return self.title


class IngestRun(models.Model):
    """One attempt at one file: by which reader, how far it is, how it ended."""

    Result = terms.RunResult
    UNFINISHED = terms.UNFINISHED

    source_file = models.CharField(max_length=500, help_text="Path relative to the folder given")
    path = models.CharField(max_length=1000, blank=True, help_text="Where the file lies until it is read")
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    reader = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(null=True, blank=True)
    again = models.BooleanField(default=False)
    document = models.ForeignKey(SourceDocument, SET_NULL, null=True, blank=True, related_name="runs")
    result = models.CharField(
        max_length=20, choices=Result.choices, default=Result.QUEUED.value, db_index=True
    )
    stage = models.CharField(max_length=40, blank=True, help_text="What it is doing just now")
    attempts = models.PositiveSmallIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now)
    heartbeat = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)
    seconds = models.FloatField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.source_file}: {self.get_result_display()}"


class Problem(models.Model):
    Severity = terms.Severity
    State = terms.ProblemState
    key = models.CharField(max_length=250, unique=True)
    run = models.ForeignKey(IngestRun, CASCADE, null=True, blank=True, related_name="problems")
    source = models.ForeignKey(SourceDocument, CASCADE, null=True, blank=True, related_name="problems")
    inspection = models.ForeignKey(
        "inspections.Inspection", SET_NULL, null=True, blank=True, related_name="problems"
    )
    source_file = models.CharField(max_length=500, blank=True)
    severity = models.CharField(max_length=20, choices=Severity.choices)
    where = models.CharField(max_length=300, help_text="In words, for people")
    page = models.PositiveIntegerField(null=True, blank=True)
    aspect = models.ForeignKey("inspections.Aspect", SET_NULL, null=True, blank=True)
    locator = models.CharField(
        max_length=120, blank=True, help_text="Where the document tells of the inspection it is about"
    )
    field = models.CharField(max_length=120)
    value = models.TextField(blank=True)
    message = models.TextField()
    kept = models.TextField(blank=True)
    other = models.TextField(blank=True)
    other_source = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN.value)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.where}, {self.field}: {self.message}"
