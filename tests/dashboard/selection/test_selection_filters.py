"""What each filter means, over inspections."""

import pytest
from django.http import QueryDict

from dashboard.selection.filters import InspectionFilter, filter_inspections, filters_in_words
from dashboard.selection.selection import Selection
from inspections.models import Inspection
from tests import factories as make


def read(address):
    return Selection.from_query(QueryDict(address))


def found(address):
    return set(filter_inspections(read(address)))


@pytest.fixture
def three(reference):
    full = make.inspection("st-helens", started="2019-12-20", ended="2020-01-10", published="2020-03-01")
    make.judgement(full, "overall", "ofsted:inadequate")
    make.judgement(full, "help_protection", "ofsted:good")
    police = make.inspection(make.force("merseyside"), "hmicfrs-ncpi-2014", ended="2018-05-04")
    make.case_review(police, cases=19, good=6, requires_improvement=8, inadequate=5)
    visit = make.inspection("county-durham", kind="focused_visit", published="2018-08-31", topic="Front door")
    return full, police, visit


def test_each_filter_alone(three):
    full, police, visit = three

    assert found("") == {full, police, visit}
    assert found("inspectorate=hmicfrs") == {police}
    assert found("inspectorate=hmicfrs&inspectorate=ofsted") == {full, police, visit}
    assert found("kind=focused_visit") == {visit}
    assert found("framework=hmicfrs-ncpi-2014") == {police}
    assert found("theme=child-sexual-exploitation") == {police}
    assert found("area=st-helens") == {full}
    assert found("area=st-helens&force=merseyside") == {full, police}
    assert found("region=north-east") == {visit}
    assert found("q=front+durham") == {visit}


def test_grade_and_aspect_speak_of_one_judgement(three):
    full, *_rest = three

    assert found("grade=inadequate&aspect=overall") == {full}
    assert found("grade=inadequate&aspect=help_protection") == set()


def test_years_touch_the_span_of_fieldwork_else_of_publication(three):
    full, police, visit = three

    assert found("from=2019&to=2019") == {full}
    assert found("from=2020") == {full}
    assert found("to=2018") == {police, visit}


def test_unpublished_inspections_and_judgements_are_never_found(three):
    full, *_rest = three
    full.judgements.update(review_status="needs_review")
    hidden = make.inspection("st-helens", ended="2021-01-01", review_status="needs_review")

    assert found("grade=inadequate") == set()
    assert hidden not in found("area=st-helens")


def test_the_form_is_filled_from_the_selection_and_always_valid(three):
    form = InspectionFilter(read("inspectorate=ofsted&kind=full&from=2018&to=2020&grade=wrong")).form

    assert form.is_valid()
    assert form["inspectorate"].value() == ["ofsted"]


def test_filters_in_words():
    assert filters_in_words(read("inspectorate=ofsted&from=2018&to=2020")) == "Ofsted; 2018 to 2020"
    assert filters_in_words(read("")) == ""


def test_filters_narrow_a_queryset_that_is_given(three):
    full, *_rest = three
    one = Inspection.objects.filter(pk=full.pk)

    assert list(filter_inspections(read("inspectorate=ofsted"), one)) == [full]
