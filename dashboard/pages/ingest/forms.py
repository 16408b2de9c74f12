"""The forms of the ingest pages: files to take in, and decisions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from areas.models import Area
from dashboard.pages.ingest.entry_form import Numbers
from dashboard.pages.ingest.fields import choice, day, line, number
from inspections.domain.case_counts import NUMBERS
from inspections.models import CaseReview, Framework, IngestRun
from inspections.reading.process.limits import MAX_FILE_BYTES
from inspections.review import problems
from inspections.review.proposals import WORDS

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
    """What puts a problem right. Every correction says why."""

    done = ""  # what the page says when the file is read again for it
    reason = line(
        "Why",
        longest=LONGEST_REASON,
        help_text="Shown with the correction on the public page: no names of people.",
    )

    def decide(self, problem: int, user: User) -> IngestRun | None:
        """The run that has to be queued for it, if any. Raises AlreadyDecided and NotPossible."""
        raise NotImplementedError


class GradeForm(DecisionForm):
    def __init__(self, *args: Any, framework: Framework, page: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grades = [(grade.code, grade.label) for grade in problems.grades_of(framework)]
        grade = choice(
            "Grade",
            [("", "Choose a grade"), *grades, (NOT_JUDGED, "Not judged in this inspection")],
            help_text=f"The scale of {framework.name}.",
        )
        there = number("Page it stands on", least=1, initial=page)
        self.fields = {"grade": grade, "page": there} | self.fields

    def decide(self, problem: int, user: User) -> None:
        said = self.cleaned_data
        grade = "" if said["grade"] == NOT_JUDGED else said["grade"]
        problems.correct_grade(problem, user=user, grade=grade, page=said["page"], reason=said["reason"])


class DatesForm(DecisionForm):
    done = "This is an inspection on record already: the file is read again."
    start = day("First day")
    end = day("Last day (the same for a single day)")
    field_order = ("start", "end", "reason")

    def decide(self, problem: int, user: User) -> IngestRun | None:
        return problems.correct_dates(problem, user=user, **self.cleaned_data)


class _PlaceField(forms.ModelChoiceField):
    def label_from_instance(self, area: Area) -> str:
        return f"{area} (police force)" if area.is_force else str(area)


class AreaForm(DecisionForm):
    done = "The file is being read again with this place."
    area = _PlaceField(
        Area.objects.order_by("kind", "name"),
        label="Authority or police force",
        empty_label="Choose a place",
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )
    field_order = ("area", "reason")

    def decide(self, problem: int, user: User) -> IngestRun:
        return problems.correct_area(problem, user=user, **self.cleaned_data)


class NoteForm(forms.Form):
    """For a value that stands, or is not used."""

    note = line("Why", longest=LONGEST_NOTE)


class WhyForm(forms.Form):
    reason = line(
        "Why (optional)", longest=LONGEST_REASON, required=False, help_text="Seen by reviewers only."
    )


class NumbersForm(Numbers):
    """With the numbers as read; an emptied field is "not given"."""

    observed = number("In how many something was seen")
    observed_what = line("What was seen in those", longest=300, required=False)
    stated = line("The source’s words", longest=300, required=False)
    reason = line("What was wrong", longest=LONGEST_REASON, help_text="Seen by reviewers only.")

    def __init__(self, *args: Any, review: CaseReview, **kwargs: Any) -> None:
        initial = {name: getattr(review, name) for name in (*NUMBERS, *WORDS)}
        super().__init__(*args, initial=initial, **kwargs)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in (*NUMBERS, *WORDS)}

    def numbers(self) -> list[forms.BoundField]:
        return [self[name] for name in NUMBERS]

    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in (*WORDS, "reason")]
