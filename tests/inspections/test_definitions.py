"""The definitions are reviewed data: all of them load, and a wrong one is named and loads nothing."""

import datetime as dt
import shutil

import pytest
import yaml

from inspections.definitions.loader import DEFINITIONS, DefinitionError
from inspections.definitions.loader import definitions as known
from inspections.models import Aspect, Framework, FrameworkAspect, Grade, Inspectorate, Scale, Theme
from inspections.transfer.reference import load_reference

pytestmark = pytest.mark.usefixtures("reference")

# Every grade after "good" is below good (domain.md); "positive" is the one good outcome of Area SEND.
BELOW_GOOD = {
    "ofsted": {"requires_improvement", "inadequate"},
    "ofsted-to-2013": {"adequate", "inadequate"},
    "ofsted-restated": {"requires_improvement", "inadequate"},
    "ncpi-cases-2014": {"adequate", "requires_improvement", "inadequate"},
    "ncpi-cases": {"requires_improvement", "inadequate"},
    "peel-four": {"requires_improvement", "inadequate"},
    "peel-five": {"adequate", "requires_improvement", "inadequate"},
    "hmi-probation": {"requires_improvement", "inadequate"},
    "area-send": {"inconsistent", "systemic_failings"},
}


@pytest.fixture
def definitions(tmp_path):
    """A copy of the definitions in which one file can be changed as text."""
    folder = tmp_path / "definitions"
    shutil.copytree(DEFINITIONS, folder)

    def change(name, before, after):
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
        return folder

    return change


def everything():
    models = (Inspectorate, Scale, Grade, Aspect, Theme, Framework, FrameworkAspect)
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
    return rows | {"scales": sorted(Framework.scales.through.objects.values_list("framework_id", "scale_id"))}


def test_every_file_of_the_folder_is_loaded():
    models = {
        "inspectorates": Inspectorate,
        "scales": Scale,
        "aspects": Aspect,
        "frameworks": Framework,
        "themes": Theme,
    }
    assert {path.stem for path in DEFINITIONS.glob("*.yaml")} == set(models)

    for name, model in models.items():
        entries = yaml.safe_load((DEFINITIONS / f"{name}.yaml").read_text(encoding="utf-8"))
        assert {entry["code"] for entry in entries} == set(model.objects.values_list("pk", flat=True))


def test_loading_twice_changes_nothing():
    before = everything()

    load_reference()

    assert everything() == before


@pytest.mark.parametrize("scale", BELOW_GOOD)
def test_which_grades_are_below_good(scale):
    below = Grade.objects.filter(scale=scale, below_good=True).values_list("code", flat=True)

    assert set(below) == BELOW_GOOD[scale]


def test_no_scale_is_left_out_above():
    assert set(Scale.objects.values_list("pk", flat=True)) == set(BELOW_GOOD)


def test_themes_form_the_tree_of_the_field():
    parents = dict(Theme.objects.exclude(parent=None).values_list("code", "parent_id"))

    assert parents == {
        "child-sexual-exploitation": "child-exploitation",
        "child-criminal-exploitation": "child-exploitation",
        "online-exploitation": "child-exploitation",
        "indecent-images": "child-exploitation",
        "return-interviews": "missing-children",
    }


@pytest.mark.parametrize(
    ("file", "before", "after", "words"),
    [
        ("inspectorates.yaml", "sector: police", "sector: polite", ("hmicfrs", "sector", "polite")),
        ("inspectorates.yaml", "short_name:", "shortname:", ("ofsted", "short_name")),
        ("inspectorates.yaml", "code: cqc", "code: ofsted", ("ofsted", "code", "twice")),
        (
            "scales.yaml",
            "first_below_good: inconsistent",
            "first_below_good: consistent",
            ("area-send", "first_below_good", "consistent"),
        ),
        ("scales.yaml", "  first_below_good: inconsistent\n", "", ("area-send", "first_below_good")),
        ("scales.yaml", "code: good, label", "code: outstanding, label", ("ofsted", "grades", "outstanding")),
        ("aspects.yaml", "name:", "nam:", ("nam",)),
        (
            "frameworks.yaml",
            "inspectorate: ofsted",
            "inspectorate: ofsteed",
            ("ofsted-slac", "inspectorate", "ofsteed"),
        ),
        ("frameworks.yaml", "scales: [ofsted]", "scales: [ofsteed]", ("ofsted-sif", "scales", "ofsteed")),
        ("frameworks.yaml", "adoption: ", "adopting: ", ("ofsted-sif", "aspects", "adopting")),
        (
            "frameworks.yaml",
            "case_scale: ncpi-cases-2014",
            "case_scale: ncpi",
            ("hmicfrs-ncpi-2014", "case_scale", "ncpi"),
        ),
        (
            "frameworks.yaml",
            "valid_to: 2012-07-31",
            "valid_to: 2008-07-31",
            ("ofsted-slac", "valid_to", "2008-07-31"),
        ),
        (
            "frameworks.yaml",
            "valid_to: 2012-07-31",
            "valid_to: July 2012",
            ("ofsted-slac", "valid_to", "July 2012"),
        ),
        (
            "frameworks.yaml",
            "cycle_span: {start: 2014-01-01, end: 2014-11-27",
            "cycle_span: {start: 2014-01-01, end: 2013-11-27",
            ("hmicfrs-peel-2014", "cycle_span", "2013-11-27"),
        ),
        (
            "themes.yaml",
            "parent: missing-children",
            "parent: missing-child",
            ("return-interviews", "parent", "missing-child"),
        ),
        ("themes.yaml", "- {code: referrals", "- [code: referrals", ("themes.yaml",)),
    ],
)
def test_a_wrong_entry_names_file_entry_field_and_value(definitions, file, before, after, words):
    loaded = everything()
    folder = definitions(file, before, after)

    with pytest.raises(DefinitionError) as wrong:
        load_reference(folder)

    for word in (file, *words):
        assert word in str(wrong.value)
    assert everything() == loaded


# A day by which HMICFRS's pages of a cycle are dated, and one of the next cycle's, which no span may hold.
@pytest.mark.parametrize(
    ("cycle", "within", "after"),
    [
        ("2014", "2014-11-12", "2015-12-15"),
        ("2015", "2016-02-18", "2016-11-03"),
        ("2016", "2017-03-02", "2017-11-09"),
        ("2017", "2018-03-22", "2019-05-02"),
        ("2018", "2020-01-20", "2021-10-28"),
        ("2021", "2023-03-17", "2023-12-04"),
        ("2023", "2025-07-23", None),
    ],
)
def test_a_peel_cycle_spans_its_own_reports(cycle, within, after):
    span = known().frameworks[f"hmicfrs-peel-{cycle}"].cycle_span

    assert span.start <= dt.date.fromisoformat(within) <= span.end
    assert after is None or span.end < dt.date.fromisoformat(after)
    assert span.source


def test_what_is_inspected_once_a_cycle_and_nothing_else_has_a_span():
    frameworks = known().frameworks.values()

    assert {one.code for one in frameworks if one.cycle_span} == {one.code for one in frameworks if one.once}
    assert [one.code for one in frameworks if one.cycle_span and not one.cycle_span.end] == [
        "hmicfrs-peel-2025"
    ]
