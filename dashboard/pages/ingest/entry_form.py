"""The form for an inspection typed in by hand: itself, and any number of places, tallies, judgements and
findings. What may be typed is decided by ``inspections.reading.typed``, for the form and for files alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.forms.utils import ErrorDict

from dashboard.pages.ingest.fields import choice, line, number, percentage, tick
from dashboard.pages.ingest.places_by_name import place_from_words
from dashboard.selection import choices as codes
from inspections.definitions.loader import definitions
from inspections.models import CaseReview, Coding, Finding, Inspection, SourceDocument
from inspections.reading.typed.cited_source import LONGEST_ADDRESS, LONGEST_TITLE, is_address
from inspections.reading.typed.entry import MOST_PARTS, EntryFinding, EntryJudgement, EntryTally, spans
from inspections.reading.typed.faults import Fault
from inspections.terms import Certainty, Confidence

_CHOOSE = ("", "Choose")
_HOW_DAYS = "2019-10-14 or 14/10/2019; a month as 2019-10"


def _locator() -> forms.CharField:
    return line("Where it stands", longest=120, width="20", help_text="Page, paragraph or heading")


def _frameworks() -> list[Any]:
    """By inspectorate, so that the list can be found through."""
    names, inspectorates = dict(codes.frameworks()), dict(codes.inspectorates())
    grouped: dict[str, list[tuple[str, str]]] = {}
    for code, framework in definitions().frameworks.items():
        grouped.setdefault(inspectorates[framework.inspectorate], []).append((code, names[code]))
    return [_CHOOSE, *grouped.items()]


def _themes() -> list[tuple[str, str]]:
    return [("", "No theme: see topic"), *codes.themes()]


class EntryPart(forms.Form):
    """``quiet``: shown with what was typed and no errors, while rows are being added.

    ``heading``: what this part is called; among several with its number ("Tally 2").
    """

    heading = ""
    part: ClassVar[type[EntryTally] | type[EntryJudgement] | type[EntryFinding]]
    # Which fields stand together, and how: words, numbers, a sum, one wide field, or under which legend.
    rows: ClassVar[list[tuple[str, tuple[str, ...]]]]

    def __init__(self, *args: Any, quiet: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._quiet = quiet

    @property
    def errors(self) -> ErrorDict:
        return ErrorDict() if self._quiet else super().errors

    def rows_of_fields(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(how, [self[name] for name in names]) for how, names in self.rows]

    def say(self, faults: list[Fault]) -> None:
        """Put every blocking fault to its field."""
        for fault in faults:
            if fault.severity == "blocking":
                words = fault.message[:1].upper() + fault.message[1:]
                self.add_error(fault.field if fault.field in self.fields else None, words)


class PlaceForm(EntryPart):
    heading = "Place"
    place = line(
        "Authority or police force",
        longest=120,
        attrs={"list": "known-places"},
        error_messages={"required": "Name the authority or police force."},
    )
    rows = [("words", ("place",))]

    def clean_place(self) -> str:
        """``force:durham``, from a name as the list offers it, any other name it goes by, or this itself."""
        return place_from_words(self.cleaned_data["place"])


class InspectionForm(EntryPart):
    framework = choice("Inspectorate and framework", _frameworks)
    kind = choice("Kind of inspection", [_CHOOSE, *Inspection.Kind.choices])
    fieldwork_first = line("First day", longest=40, width="10", required=False, help_text=_HOW_DAYS)
    fieldwork_last = line(
        "Last day", longest=40, width="10", required=False, help_text="Empty if only a month or year is known"
    )
    published_first = line("Published on", longest=40, width="10", required=False, help_text=_HOW_DAYS)
    published_last = line(
        "Or up to", longest=40, width="10", required=False, help_text="Only where no one day is known"
    )
    source_title = line("Title", longest=LONGEST_TITLE)
    source_url = line("Address", longest=LONGEST_ADDRESS, required=False, help_text="https://…")
    source_kind = choice("Kind of source", [_CHOOSE, *SourceDocument.Kind.choices])
    confidence = choice("Where the figures were seen", [_CHOOSE, *Confidence.choices])
    certainty = choice("How certain they are", [_CHOOSE, *Certainty.choices])

    rows = [
        ("Inspection", ("framework", "kind")),
        ("Fieldwork", ("fieldwork_first", "fieldwork_last")),
        ("Publication", ("published_first", "published_last")),
        ("Source", ("source_title", "source_url", "source_kind", "confidence", "certainty")),
    ]

    def clean_source_url(self) -> str:
        words = str(self.cleaned_data["source_url"])
        if words and not is_address(words):
            raise forms.ValidationError("This is no address of a web page: https://… is expected.")
        return words

    def clean(self) -> None:
        names = ("fieldwork_first", "fieldwork_last", "published_first", "published_last")
        first, last, out_first, out_last = (self.cleaned_data.get(name, "") for name in names)
        self.say(spans(first, last, out_first, out_last)[2])


class Numbers(EntryPart):
    """What a source says of the cases looked at; an empty field is "not given"."""

    cases = number("Cases looked at")
    good = number("Good")
    adequate = number("Adequate")
    requires_improvement = number("Requires improvement")
    inadequate = number("Inadequate")
    below_good = number("Below good, grades together")
    percent_good = percentage("Percentage good, as printed")


class TallyForm(Numbers):
    heading = "Tally"
    part = EntryTally
    theme = choice("Theme", _themes, required=False)
    topic = line("Topic, if no theme fits", longest=200, required=False)
    theme_printed = line("As the source calls it", longest=200, required=False)
    sample = line(
        "Which cases", longest=120, required=False, help_text="Only where the source has several sets"
    )
    assessor = choice("Graded by", CaseReview.Assessor.choices, initial="inspectors")
    summed = tick("No total is printed; these are all the cases: add them up")
    as_printed = tick("As printed; the parts do not add up")
    stated = line("Words, where there are no numbers", longest=300, required=False)
    locator = _locator()

    rows = [
        ("words", ("theme", "topic", "theme_printed", "sample", "assessor")),
        ("numbers", ("cases", "good", "adequate", "requires_improvement", "inadequate", "below_good")),
        ("sum", ("summed", "as_printed")),
        ("words", ("percent_good", "stated", "locator")),
    ]


class JudgementForm(EntryPart):
    heading = "Judgement"
    part = EntryJudgement
    aspect = choice("Aspect", lambda: [_CHOOSE, *codes.aspects()])
    grade = choice("Grade", lambda: [_CHOOSE, *codes.grades()])
    locator = _locator()

    rows = [("words", ("aspect", "grade", "locator"))]


class FindingForm(EntryPart):
    heading = "Finding"
    part = EntryFinding
    kind = choice("Kind", Finding.Kind.choices, initial="statement")
    theme = choice("Theme", _themes, required=False)
    topic = line("Topic, if no theme fits", longest=200, required=False)
    about = choice("About whom", [_CHOOSE, *Finding.About.choices])
    summary = forms.CharField(
        label="What it says, in our own words",
        max_length=2000,
        help_text="No names of people; a child only as the source’s cipher.",
        widget=forms.Textarea(attrs={"class": "govuk-input entry__text", "rows": 3}),
    )
    due = line("By when, as printed", longest=120, required=False)
    stance = choice(
        "Which way it points, as you read it",
        [("", "Not coded"), *(c for c in Coding.Stance.choices if c[0] != Coding.Stance.NOT_CODED)],
        required=False,
    )
    locator = _locator()

    rows = [
        ("words", ("kind", "theme", "topic", "about", "due", "stance")),
        ("wide", ("summary",)),
        ("words", ("locator",)),
    ]


if TYPE_CHECKING:
    _FormSet = forms.BaseFormSet[EntryPart]
else:
    _FormSet = forms.BaseFormSet  # takes no type at run time


class EntryFormSet(_FormSet):
    """Rows that were left as they were count as not there."""

    @property
    def what(self) -> str:
        return self.form.heading

    def add_fields(self, form: EntryPart, index: int | None) -> None:
        super().add_fields(form, index)
        form.heading = f"{self.what} {1 if index is None else index + 1}"

    def typed(self) -> list[EntryPart]:
        return [form for form in self.forms if form.has_changed()]


def _several(form: type[EntryPart], *, shown: int, needed: int = 0) -> type[EntryFormSet]:
    made = forms.formset_factory(
        form,
        formset=EntryFormSet,
        extra=shown - needed,
        min_num=needed,
        max_num=MOST_PARTS,
        absolute_max=MOST_PARTS,
        validate_max=True,
    )
    return cast(type[EntryFormSet], made)


FORMSETS: dict[str, type[EntryFormSet]] = {
    "places": _several(PlaceForm, shown=1, needed=1),
    "case_reviews": _several(TallyForm, shown=1),
    "judgements": _several(JudgementForm, shown=0),
    "findings": _several(FindingForm, shown=0),
}
