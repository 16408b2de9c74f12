"""Each row of the three files of facts about HMICFRS publications stands in the bundle, with its source."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from django.db.models import F

from areas.models import Area
from inspections.models import CaseReview, Inspection, InspectionSource, Judgement, Problem, SourceDocument

pytestmark = [pytest.mark.shared, pytest.mark.django_db, pytest.mark.usefixtures("police")]

Table = Callable[[str], list[tuple[int, dict[str, str]]]]
Span = tuple[dt.date | None, dt.date | None]

FRAMEWORKS = {
    "NCPI 2014-2023": "hmicfrs-ncpi-2014",
    "NCPI 2024+": "hmicfrs-ncpi-2024",
    "not NCPI": "hmicfrs-exploitation",
}
KINDS = {
    "inspection": "full",
    "re-inspection": "reinspection",
    "post-inspection review": "post_inspection_review",
    "integrated vulnerability post-inspection review": "post_inspection_review",
    "causes-of-concern revisit": "post_inspection_review",
    "assessment of progress (third visit)": "progress_review",
    "pilot inspection (unpublished)": "pilot",
    "commissioned CSE/CCE inspection": "commissioned",
    "thematic": "thematic",
} | {f"quarterly update {number}": "quarterly_update" for number in range(1, 5)}
THEMES = {
    "missing and absent children": "missing-children",
    "missing children": "missing-children",
    "children missing from home": "missing-children",
    "child sexual exploitation": "child-sexual-exploitation",
    "all (self-assessed set)": "all-cases",
    "all (additional set)": "all-cases",
}
CYCLES = {
    "2014": "hmicfrs-peel-2014",
    "2015": "hmicfrs-peel-2015",
    "2016": "hmicfrs-peel-2016",
    "2017": "hmicfrs-peel-2017",
    "2018/19": "hmicfrs-peel-2018",
    "2021/22": "hmicfrs-peel-2021",
    "2023-25": "hmicfrs-peel-2023",
}
# Where the words of the file are not those of the aspect's code.
ITEMS = {
    "Reducing crime and preventing offending": "reducing_crime",
    "Tackling anti-social behaviour": "tackling_anti_social_behaviour",
    "Tackling serious and organised crime": "tackling_serious_organised_crime",
    "Recording data about crime": "recording_crime_data",
    "Good use of resources": "use_of_resources",
    # One question of 2021/22 and 2023-25 each, by its own words and by those of lists and headings.
    "Treatment of the public": "police_powers",
    "Police powers and treating the public": "police_powers",
    "Building, supporting and protecting the workforce": "supporting_the_workforce",
    "Developing a positive workplace": "supporting_the_workforce",
    "Workforce": "supporting_the_workforce",
    "Leadership": "force_management",
    "Leadership and force management": "force_management",
}
# A question not inspected anew keeps its earlier grade.
EARLIER = re.compile(r"carried over|held from a previous|not re-inspected in 2017 \(|grade from 2016")
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PARTS = ("good", "adequate", "requires_improvement", "inadequate")
PLAIN = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?")


def slug(force: str) -> str:
    return re.sub(r"[^a-z]+", "-", force.lower()).strip("-")


def of_force(row: dict[str, str]) -> Iterator[Inspection]:
    """Inspections of that force, programme and kind; the eight forces taken together have no area."""
    found = Inspection.objects.filter(
        framework=FRAMEWORKS.get(row.get("programme", ""), "hmicfrs-ncpi-2014"),
        kind=KINDS[row["report_type"]],
    )
    if row["force"].startswith("("):
        yield from found.filter(areas=None)
    else:
        yield from found.filter(areas__kind="force", areas__slug=slug(row["force"]))


def span(stated: str) -> Span:
    """The days that "2014-05", "2014" or "2014-05/2014-06" mean."""
    first, last = stated.split("/") if "/" in stated else (stated, stated)
    begins = [int(part) for part in first.split("-")]
    ends = [int(part) for part in last.split("-")]
    start = dt.date(*[*begins, 1, 1][:3])
    year, month = ends[0], ends[1] if len(ends) > 1 else 12
    return start, dt.date(year, month, ends[2] if len(ends) > 2 else monthrange(year, month)[1])


def dates(inspection: Inspection) -> tuple[set[Span], set[Span]]:
    """Every span of fieldwork and of publication a source of this inspection states."""
    stated = inspection.inspection_sources.all()
    fieldwork = {(row.fieldwork_start, row.fieldwork_end) for row in stated} - {(None, None)}
    return fieldwork, {(row.published_from, row.published_to) for row in stated} - {(None, None)}


def fits(row: dict[str, str], inspection: Inspection) -> bool:
    """Whether the inspection has the dates of this row; odd words of the file are looked at apart."""
    fieldwork, published = dates(inspection)
    if row["publication_date"]:
        wanted = span(row["publication_date"])
        if wanted not in published:
            return False
    elif published:
        return False
    if not row["inspection_dates"]:
        return not fieldwork
    if not PLAIN.fullmatch(row["inspection_dates"]):
        return bool(fieldwork)
    return span(row["inspection_dates"]) in fieldwork or _only_stated(row, inspection)


def _only_stated(row: dict[str, str], inspection: Inspection) -> bool:
    """Two inspections of the context have a year of fieldwork in words alone."""
    stated = {source.fieldwork_stated for source in inspection.inspection_sources.all()}
    return row["inspection_dates"] in stated


def test_every_publication_is_an_inspection_with_its_dates(police_table: Table) -> None:
    rows = police_table("ncpi.csv")
    taken: set[int] = set()

    for line, row in rows:
        found = [one for one in of_force(row) if one.pk not in taken and fits(row, one)]

        assert found, f"ncpi.csv, line {line}: no inspection of {row['force']} with these dates"
        taken.add(found[0].pk)

    assert len(taken) == len(rows) == 96


def test_no_inspection_of_these_programmes_comes_from_elsewhere() -> None:
    assert Inspection.objects.filter(framework__in=FRAMEWORKS.values()).count() == 96


def test_odd_words_for_dates_are_kept_and_meant_widely(police_table: Table) -> None:
    odd = {row["inspection_dates"] for _, row in police_table("ncpi.csv")}
    odd = {words for words in odd if words and not PLAIN.fullmatch(words)}

    kept = {
        "2015-07 (early)": ("July 2015 (early)", "2015-07-01", "2015-07-31"),
        "2017 (autumn)": ("2017 (autumn)", "2017-09-01", "2017-12-31"),
        "2019 (late)": ("2019 (late)", "2019-07-01", "2019-12-31"),
        "2014-2015": ("2014-2015", "2014-01-01", "2015-12-31"),
        "to 2017-06-30": ("to 30 June 2017", None, "2017-06-30"),
    }
    assert odd == set(kept)
    for words, start, end in kept.values():
        stated = InspectionSource.objects.get(fieldwork_stated=words)
        spans = (stated.fieldwork_start, stated.fieldwork_end)
        assert tuple(str(day) if day else None for day in spans) == (start, end), words


def test_no_fieldwork_ends_after_what_it_found_was_published() -> None:
    assert not Inspection.objects.filter(fieldwork_end__gt=F("published_to")).exists()
    cut = Inspection.objects.get(inspection_sources__fieldwork_stated="2014-2015")
    assert (cut.fieldwork_start, cut.fieldwork_end) == (dt.date(2014, 1, 1), cut.published_to)


def test_every_address_is_a_source(police_table: Table) -> None:
    known = set(SourceDocument.objects.values_list("url", flat=True))

    for name in ("ncpi.csv", "ncpi_themes.csv", "peel.csv"):
        for line, row in police_table(name):
            for column in ("report_url", "source"):
                address = (row.get(column) or "").split(" para ")[0]
                assert not address or address in known, f"{name}, line {line}: {address}"


def test_the_source_of_a_row_speaks_of_its_inspection(police_table: Table) -> None:
    for line, row in police_table("ncpi.csv"):
        speaking = {
            address
            for one in of_force(row)
            for address in (
                *one.inspection_sources.values_list("source__url", flat=True),
                *one.case_reviews.values_list("source__url", flat=True),
            )
        }
        assert row["source"] in speaking, f"ncpi.csv, line {line}"


def test_how_sure_a_row_is_stands_with_its_dates(police_table: Table) -> None:
    for line, row in police_table("ncpi.csv"):
        certainties = {
            stated.certainty
            for one in of_force(row)
            if fits(row, one)
            for stated in one.inspection_sources.filter(source__url=row["source"])
        }
        assert certainties == {row["confidence"]}, f"ncpi.csv, line {line}: {row['force']} {certainties}"


def counts(row: dict[str, str]) -> dict[str, int]:
    return {part: int(row[part]) for part in PARTS if row[part]}


def same_counts(review: CaseReview, total: str, given: dict[str, int]) -> bool:
    parts = {part: getattr(review, part) for part in PARTS if getattr(review, part) is not None}
    return review.cases == (int(total) if total else None) and parts == given


def test_every_number_of_cases_is_carried(police_table: Table) -> None:
    carried = 0

    for line, row in police_table("ncpi.csv"):
        if not row["cases_total"]:
            continue
        reviews = [review for one in of_force(row) for review in one.case_reviews.filter(theme="all-cases")]
        found = [review for review in reviews if same_counts(review, row["cases_total"], counts(row))]
        assert found, f"ncpi.csv, line {line}: {row['force']} {row['cases_total']} {counts(row)}"
        assert found[0].certainty in ("high", row["confidence"]), f"ncpi.csv, line {line}"
        carried += 1

    assert carried == 30


def test_merged_grades_and_percentages_are_carried(police_table: Table) -> None:
    for line, row in police_table("ncpi.csv"):
        merged = re.match(r"(\d+) (of \d+ )?requires improvement or inadequate", row["grade_summary"])
        percent = re.match(r"(\d+) percent good", row["grade_summary"])
        reviews = [review for one in of_force(row) for review in one.case_reviews.all()]
        if merged:
            assert int(merged[1]) in {review.below_good for review in reviews}, f"ncpi.csv, line {line}"
        if percent:
            words_only = [
                review
                for review in reviews
                if review.percent_good == int(percent[1]) and same_counts(review, "", {}) and review.stated
            ]
            assert words_only, f"ncpi.csv, line {line}"


def test_a_summary_of_topics_stands_in_words_and_never_as_grades(police_table: Table) -> None:
    numbers = {"1": "one", "2": "two", "3": "three"}

    for line, row in police_table("ncpi.csv"):
        if "(five areas)" not in row["grade_summary"]:
            continue
        (found,) = of_force(row)
        words = found.overall_words.lower()
        for grade, times in re.findall(r"([a-z ]+) x(\d)", row["grade_summary"]):
            assert grade.strip() in words, f"ncpi.csv, line {line}: {grade}"
            assert numbers[times] in words, f"ncpi.csv, line {line}: {times}"
        assert not found.judgements.exists(), f"ncpi.csv, line {line}"


def test_every_number_of_a_theme_is_carried(police_table: Table) -> None:
    rows = police_table("ncpi_themes.csv")

    for line, row in rows:
        reviews = [
            review
            for one in of_force(row)
            for review in one.case_reviews.filter(theme=THEMES[row["theme"]], assessor=row["assessor"])
            if same_counts(review, row["cases"], counts(row))
            and review.source.url == row["source"].split(" para ")[0]
        ]
        assert len(reviews) == 1, f"ncpi_themes.csv, line {line}: {row['force']}, {row['theme']}"
        # What the chapter of the Inquiry says stands as it stood before this folder came.
        if "iicsa" not in row["source"]:
            assert reviews[0].certainty == row["confidence"], f"ncpi_themes.csv, line {line}"

    assert len(rows) == 10


def cycle_of(row: dict[str, str]) -> Inspection:
    return Inspection.objects.get(
        framework=CYCLES[row["cycle"]], kind="full", areas__kind="force", areas__slug=slug(row["force"])
    )


def test_every_peel_grade_is_carried(police_table: Table) -> None:
    carried: set[int] = set()

    for line, row in police_table("peel.csv"):
        if row["level"] == "summary":
            continue
        where = f"peel.csv, line {line}: {row['force']} {row['cycle']} {row['item']}"
        aspect = ITEMS.get(row["item"], row["item"].lower().replace(" ", "_"))
        judgement = Judgement.objects.get(inspection=cycle_of(row), aspect=aspect, source__url=row["source"])
        assert judgement.grade, where
        assert judgement.grade.code == row["grade"].replace(" ", "_"), where
        assert judgement.certainty == row["confidence"], where
        earlier = bool(EARLIER.search(f"{row['grade_basis']} {row['notes']}"))
        assert judgement.grade_status == ("carried_over" if earlier else "graded"), where
        carried.add(judgement.pk)

    # None but those of the file; two of its rows are one, by another name of the same question. What its
    # notes call not graded has no row there.
    graded = Judgement.objects.filter(inspection__framework__in=CYCLES.values(), grade__isnull=False)
    assert carried == set(graded.values_list("pk", flat=True))
    assert len(carried) == sum(row["level"] != "summary" for _, row in police_table("peel.csv")) - 1


def test_every_count_of_peel_grades_stands_in_words(police_table: Table) -> None:
    counted = 0

    for line, row in police_table("peel.csv"):
        if row["level"] == "summary":
            words = cycle_of(row).overall_words.lower()
            for grade, times in re.findall(r"([a-z ]+) x(\d)", row["grade"]):
                assert f"{grade.strip()} in {NUMBERS[int(times)]}" in words, f"peel.csv, line {line}"
                counted += 1

    assert counted > 200


def test_what_the_notes_call_not_graded_is_carried(police_table: Table) -> None:
    told = set()
    for _, row in police_table("peel.csv"):
        note, force = row["notes"], (slug(row["force"]), row["cycle"])
        if "described, not graded" in note or 'legitimacy "not graded"' in note:
            told.add((*force, "legitimacy"))
        if 'efficiency and legitimacy "not graded"' in note:
            told.add((*force, "efficiency"))
        if "pillar itself ungraded" in note:
            told.add((*force, "effectiveness"))

    found = Judgement.objects.filter(inspection__framework__in=CYCLES.values(), grade_status="not_graded")
    cycles = {framework: cycle for cycle, framework in CYCLES.items()}
    assert {
        (one.inspection.key.split("/")[0], cycles[one.inspection.framework_id], one.aspect_id)
        for one in found
    } == told


DAY = r"(?:[A-Z][a-z]+day )?(?P<day>\d{1,2} [A-Z][a-z]+ 20\d\d|[A-Z][a-z]+ 20\d\d)"
PUBLISHED = re.compile(rf"\b(?:published|report of|report dated|release of) {DAY}")


def test_a_day_of_publication_in_the_notes_is_stated_by_its_source(police_table: Table) -> None:
    told: dict[str, set[str]] = {}
    for line, row in police_table("peel.csv"):
        if not (said := PUBLISHED.search(row["notes"])):
            continue
        inspection = cycle_of(row)
        (source,) = inspection.inspection_sources.filter(source__url=row["source"])
        assert said["day"] in source.published_stated, f"peel.csv, line {line}"
        told.setdefault(inspection.key, set()).add(said["day"])
        if row["cycle"] in ("2018/19", "2021/22", "2023-25"):  # one report a force
            assert source.published_from, f"peel.csv, line {line}"
            assert source.published_to, f"peel.csv, line {line}"
            form = "%d %B %Y" if said["day"][0].isdigit() else "%B %Y"
            day = dt.datetime.strptime(said["day"], form).date()
            assert source.published_from == day, f"peel.csv, line {line}"
        else:
            assert source.published_to is None, f"peel.csv, line {line}"

    assert len(told) > 25


def test_a_force_has_one_inspection_a_cycle(police_table: Table) -> None:
    cycles = {(row["force"], row["cycle"]) for _, row in police_table("peel.csv")}

    assert Inspection.objects.filter(framework__in=CYCLES.values()).count() == len(cycles)


def test_the_date_a_peel_page_states_is_kept_as_its_words_and_dates_nothing(police_table: Table) -> None:
    stated = 0

    for line, row in police_table("peel.csv"):
        if not row["stated_on"]:
            continue
        (told,) = cycle_of(row).inspection_sources.filter(source__url=row["source"])
        day = dt.datetime.strptime(
            row["stated_on"], "%Y-%m-%d" if row["stated_on"].count("-") > 1 else "%Y-%m"
        )
        words = f"{day:%d %B %Y}".lstrip("0") if row["stated_on"].count("-") > 1 else f"{day:%B %Y}"
        assert words in told.published_stated, f"peel.csv, line {line}"
        stated += 1

    assert stated > 500
    of_page = InspectionSource.objects.filter(
        inspection__framework__in=CYCLES.values(), published_stated__startswith="last updated"
    )
    assert of_page.exists()
    assert not of_page.exclude(published_from=None, published_to=None).exists()


def test_a_grade_that_was_changed_later_stands_as_changed() -> None:
    responding = Judgement.objects.filter(
        inspection__framework="hmicfrs-peel-2023",
        inspection__areas__slug="northamptonshire",
        aspect="responding_to_the_public",
    )

    standing = {row.grade.code: (row.stands, row.locator) for row in responding if row.grade}

    assert standing == {
        "requires_improvement": (True, "adequate until 8 August 2024"),
        "adequate": (False, "as first published, until 8 August 2024"),
    }


def test_each_later_visit_follows_an_inspection_before_it(police_table: Table) -> None:
    later = Inspection.objects.filter(
        framework__in=FRAMEWORKS.values(),
        kind__in=["reinspection", "post_inspection_review", "quarterly_update", "progress_review"],
    )

    for one in later:
        assert one.follows, one.key
        assert set(one.follows.areas.all()) == set(one.areas.all()), one.key
        ends = [row.fieldwork_end or row.published_to for row in (one.follows, one)]
        assert all(before <= after for before, after in pairwise(filter(None, ends))), one.key


@pytest.mark.parametrize(
    "later",
    [
        "8 September 2022",
        "22 September 2022",
        "26 August 2022",
        "13 October 2022",
        "24 October 2022",
        "27 June 2022",
    ],
)
def test_the_day_a_page_was_moved_is_never_a_date(later: str) -> None:
    assert Problem.objects.filter(field="published", other=later, severity="note").exists()
    moved = dt.datetime.strptime(later, "%d %B %Y").date()
    assert not Inspection.objects.filter(published_to=moved, framework__inspectorate="hmicfrs").exists()


def test_every_force_of_the_files_exists(police_table: Table) -> None:
    forces = set(Area.objects.filter(kind="force").values_list("slug", flat=True))
    named = {
        slug(row["force"])
        for name in ("ncpi.csv", "ncpi_themes.csv", "peel.csv")
        for _, row in police_table(name)
        if not row["force"].startswith("(")
    }

    assert named <= forces
    assert len(named) == 43
