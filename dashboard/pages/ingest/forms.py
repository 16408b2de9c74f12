"""The forms of the ingest pages: files to take in, and decisions about a problem."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from areas.models import Area
from inspections.models import Framework
from inspections.reading.process.limits import MAX_FILE_BYTES
from inspections.review.problems import grades_of

MOST_FILES = 50
NOT_JUDGED = "not_judged"
LONGEST_REASON = 500
LONGEST_NOTE = 100


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files in one field; ``clean`` returns them as a list."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError("Choose at least one file.")
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                f"{len(files)} files were chosen; at most {MOST_FILES} go at once. Nothing was taken in."
            )
        for file in files:
            if (file.size or 0) > MAX_FILE_BYTES:
                raise forms.ValidationError(
                    f"“{file.name}” is larger than {MAX_FILE_BYTES // 2**20} MB. Nothing was taken in."
                )
        return files


class UploadForm(forms.Form):
    uploads = ManyFilesField(label="Files", help_text="Inspection reports (PDF) or official spreadsheets")


class DecisionForm(forms.Form):
    """Every decision says why. ``prefix`` keeps the ids of several forms on one page apart."""

    reason = forms.CharField(
        label="Why",
        max_length=LONGEST_REASON,
        help_text="Shown with the correction on the public page: no names of people.",
        widget=forms.TextInput(attrs={"class": "govuk-input", "autocomplete": "off"}),
    )


class GradeForm(DecisionForm):
    def __init__(self, *args: Any, framework: Framework, page: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(grade.code, grade.label) for grade in grades_of(framework)]
        grade = forms.ChoiceField(
            label="Grade",
            choices=[("", "Choose a grade"), *choices, (NOT_JUDGED, "Not judged in this inspection")],
            widget=forms.Select(attrs={"class": "govuk-select"}),
            help_text=f"The scale of {framework.name}.",
        )
        number = forms.IntegerField(
            label="Page it stands on",
            min_value=1,
            required=False,
            initial=page,
            widget=forms.TextInput(
                attrs={"class": "govuk-input govuk-input--width-4", "inputmode": "numeric"}
            ),
        )
        self.fields = {"grade": grade, "page": number, "reason": self.fields["reason"]}


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"class": "govuk-input govuk-input--width-10", "type": "date"}),
    )


class DatesForm(DecisionForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {
            "start": _day("First day"),
            "end": _day("Last day (the same for a single day)"),
            "reason": self.fields["reason"],
        }


class AreaForm(DecisionForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = forms.ModelChoiceField(
            queryset=Area.objects.order_by("kind", "name"),
            label="Authority or police force",
            empty_label="Choose a place",
            widget=forms.Select(attrs={"class": "govuk-select"}),
        )
        area.label_from_instance = _area_words  # type: ignore[method-assign, assignment]
        self.fields = {"area": area, "reason": self.fields["reason"]}


def _area_words(area: Area) -> str:
    return f"{area} (police force)" if area.is_force else str(area)


class NoteForm(forms.Form):
    """For a value that stands, or is not used."""

    note = forms.CharField(
        label="Why",
        max_length=LONGEST_NOTE,
        widget=forms.TextInput(attrs={"class": "govuk-input", "autocomplete": "off"}),
    )
