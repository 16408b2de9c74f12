"""What the case study shows of the evidence behind its findings, and what the export says of it."""

import pytest

from inspections.models import Inspection
from inspections.transfer.dump import findings
from inspections.transfer.evidence_levels import EvidenceLevels

pytestmark = pytest.mark.django_db

DURHAM = "county-durham/ofsted-ilacs-2018/full/2019-09-20"
TOWER_HAMLETS_2017 = "tower-hamlets/ofsted-sif/full/2017-02-16"


def exported(inspection, theme):
    """(level, basis, keys of what was disclosed later) of every finding of an inspection on a theme."""
    return {
        (row.evidence_level, row.level_basis, row.disclosed_later)
        for row in findings()
        if (row.inspection, row.theme) == (inspection, theme)
    }


@pytest.mark.parametrize(
    ("inspection", "theme", "level", "basis"),
    [
        (DURHAM, "missing-children", "words_only", "read"),
        ("durham/hmicfrs-ncpi-2014/full/2019-10", "missing-children", "counts_and_grades", "quoted"),
        ("merseyside/hmicfrs-ncpi-2014/full/2018-05-04", "child-sexual-exploitation", "counts_and_grades",
         "quoted"),
        ("metropolitan/hmicfrs-ncpi-2014/full/2016-05", "missing-children", "counts_partly_graded", "quoted"),
        ("st-helens/ofsted-sif/full/2014-11-25", "child-sexual-exploitation", "counts_only", "read"),
        (TOWER_HAMLETS_2017, "missing-children", "counts_only", "read"),
        # seven cases were handed back to managers: not how many were looked at
        (TOWER_HAMLETS_2017, "child-sexual-exploitation", "words_only", "read"),
        (DURHAM, "sex-offender-management", "not_read", ""),
    ],
)  # fmt: skip
def test_the_level_of_each_place_in_the_case_study(bundle, inspection, theme, level, basis):
    asked = Inspection.objects.get(key=inspection)

    assert EvidenceLevels([asked]).level(asked.pk, theme) == (level, basis)


def test_the_export_sets_later_disclosures_beside_the_level(bundle):
    assert exported(DURHAM, "child-exploitation") == {
        ("words_only", "read", "county-durham/inquiry/disclosure/undated/child-sexual-exploitation@iicsa-k3")
    }
    assert exported(TOWER_HAMLETS_2017, "child-sexual-exploitation") == {
        ("words_only", "read", "tower-hamlets/inquiry/disclosure/undated/child-sexual-exploitation@iicsa-k3")
    }


def test_a_finding_without_a_theme_has_no_level(bundle):
    rows = [row for row in findings() if not row.theme]

    assert rows
    assert {(row.evidence_level, row.level_basis, row.disclosed_later) for row in rows} == {("", "", "")}
