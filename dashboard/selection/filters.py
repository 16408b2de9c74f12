"""What each filter means, in one place: pages, charts, exports, feeds and the API all ask here.

    filter_inspections(selection, Inspection.objects.published())   # the queryset, narrowed
    InspectionFilter(selection).form                                # the same filters as a form

Fed from a `Selection`, whose values are known to be good, so that the form is always valid.
"""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from areas.models import Area
from dashboard.selection import choices
from dashboard.selection.selection import Selection
from inspections.models import CaseReview, Finding, InspectedArea, Inspection, Judgement


def _choice(name: str, label: str, **options: Any) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(
        choices=choices.CHOICES[name],
        label=label,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
        **options,
    )


class InspectionFilter(django_filters.FilterSet):
    """Over published inspections. Pages show the fields ``inspectorate`` and ``kind``, and the two years."""

    inspectorate = _choice("inspectorate", "Inspectorate", field_name="framework__inspectorate_id")
    framework = _choice("framework", "Framework", field_name="framework_id")
    kind = _choice("kind", "Kind of inspection", field_name="kind")
    theme = _choice("theme", "Theme", method="of_themes")
    grade = _choice("grade", "Grade", method="with_judgement")
    aspect = _choice("aspect", "Aspect", method="with_judgement")
    region = _choice("region", "Region", method="in_regions")
    q = django_filters.CharFilter(label="Words", method="with_words")

    class Meta:
        model = Inspection
        fields: list[str] = []

    def __init__(self, selection: Selection, queryset: QuerySet[Inspection] | None = None) -> None:
        self.selection = selection
        data = QueryDict(mutable=True)
        for name, value in selection.pairs():
            data.appendlist(name, value)
        super().__init__(data=data, queryset=Inspection.objects.published() if queryset is None else queryset)

    def filter_queryset(self, queryset: Any) -> Any:
        """Places have no field, and the two years make one span."""
        narrowed = super().filter_queryset(queryset)
        selection = self.selection
        if selection.area or selection.force:
            places = Area.objects.filter(
                Q(kind=Area.Kind.AUTHORITY, slug__in=selection.area)
                | Q(kind=Area.Kind.FORCE, slug__in=selection.force)
            )
            inspected = InspectedArea.objects.filter(inspection=OuterRef("pk"), area__in=places)
            narrowed = narrowed.filter(Exists(inspected))
        return narrowed.between_years(selection.from_year, selection.to_year)

    def of_themes(self, queryset: Any, name: str, value: list[str]) -> Any:
        """Says something published on one of the themes: cases looked at, or a finding."""
        said = [
            Exists(model._default_manager.published().filter(inspection=OuterRef("pk"), theme__in=value))
            for model in (CaseReview, Finding)
        ]
        return queryset.filter(said[0] | said[1])

    def with_judgement(self, queryset: Any, name: str, value: list[str]) -> Any:
        """Grade and aspect speak of one and the same judgement: "help and protection inadequate"."""
        judgements = Judgement.objects.standing().filter(inspection=OuterRef("pk"))
        if self.selection.grade:
            judgements = judgements.filter(grade__code__in=self.selection.grade)
        if self.selection.aspect:
            judgements = judgements.filter(aspect__in=self.selection.aspect)
        return queryset.filter(Exists(judgements))

    def in_regions(self, queryset: Any, name: str, value: list[str]) -> Any:
        names = [words for code, words in choices.regions() if code in value]
        inspected = InspectedArea.objects.filter(inspection=OuterRef("pk"), area__region__in=names)
        return queryset.filter(Exists(inspected))

    def with_words(self, queryset: Any, name: str, value: str) -> Any:
        """Every word stands in the name of a place, of the framework or in the topic of the visit.

        Summaries and passages are not searched: no child may be found by a search.
        """
        for word in value.split():
            place = InspectedArea.objects.filter(inspection=OuterRef("pk"), area__name__icontains=word)
            queryset = queryset.filter(
                Q(topic__icontains=word) | Q(framework__name__icontains=word) | Exists(place)
            )
        return queryset


def filter_inspections(
    selection: Selection, queryset: QuerySet[Inspection] | None = None
) -> QuerySet[Inspection]:
    return InspectionFilter(selection, queryset).qs


def filters_in_words(selection: Selection) -> str:
    """ "Ofsted; focused visit; 2018 to 2020"; empty without a filter. Places are not named."""
    parts = []
    for name in ("inspectorate", "framework", "theme", "kind", "grade", "aspect", "region"):
        labels = dict(choices.CHOICES[name]())
        if values := getattr(selection, name):
            parts.append(" or ".join(labels[value] for value in values))
    if selection.from_year and selection.to_year:
        first, last = selection.from_year, selection.to_year
        parts.append(str(first) if first == last else f"{first} to {last}")
    elif selection.from_year:
        parts.append(f"from {selection.from_year}")
    elif selection.to_year:
        parts.append(f"to {selection.to_year}")
    if selection.q:
        parts.append(f"“{selection.q}”")
    return "; ".join(parts)
