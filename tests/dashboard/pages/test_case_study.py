"""The case study as its pages say it: what the Inquiry wrote, no more, no less, and what it does not give."""

import pytest

from inspections.models import Inspection

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bundle")]

ONE_CHILD = "One child’s case; it cannot say how common this was."
MET_2016 = "metropolitan/hmicfrs-ncpi-2014/full/2016-05"
AUDIT = "st-helens/own-audit/own_audit/2020-01"
NOT_INSPECTORS = "Looked at by the body itself, not by inspectors."
REPLIES = (
    "Accepted that the audit did not show a good picture.",
    "Accepted that there is evidence of poor risk assessments in the past.",
    "Did not accept that isolated poor decisions show poor practice in general.",
    "Did not accept that assessing the risk of sexual exploitation was a particular failing",
)


def of(key):
    return Inspection.objects.get(key=key).get_absolute_url()


def section(page, heading):
    """The words from a heading to the next one of its rank."""
    found = next(node for node in page.html.css("h2") if node.text(strip=True) == heading)
    words, node = [], found.next
    while node is not None and node.tag not in ("h1", "h2"):
        words.append(node.text(separator=" "))
        node = node.next
    return " ".join(" ".join(words).split()).replace(" .", ".").replace(" ,", ",")


def headings(page):
    return [node.text(strip=True) for node in page.html.css("h2")]


@pytest.mark.parametrize(
    "address",
    [
        "/areas/warwickshire/",
        "warwickshire/ofsted-sif/full/2017-05-25",
        "iicsa/inquiry/2022-02",
    ],
)
def test_every_word_on_the_one_child_says_that_it_is_one_childs_case(read, address):
    page = read(address if address.startswith("/") else of(address))

    told = [node.text() for node in page.html.css("main li") if "CS-A1" in node.text()]
    assert len(told) == 4
    assert all(ONE_CHILD in " ".join(words.split()) for words in told)


@pytest.mark.parametrize("address", ["/areas/warwickshire/", "warwickshire/ofsted-sif/full/2017-05-25"])
def test_the_two_shortcomings_of_warwickshire_are_named_once_each(read, address):
    words = read(address if address.startswith("/") else of(address)).words

    for shortcoming in ("Placement changes", "Access to mental health services (CAMHS)"):
        said = f"{shortcoming}, a shortcoming the report names, w"
        assert words.count(said) == 1
    assert words.count("praise of risk assessments did not hold") == 1
    assert words.count("praise of how missing children in care are dealt with did not hold") == 1


def test_the_own_audit_of_st_helens_is_no_number_that_a_report_leaves_out(read):
    page = read("/areas/st-helens/")

    assert "16%" not in section(page, "Disclosed later to the Inquiry")
    audits = section(page, "Own audits")
    assert "Inspectors did not look at them." in audits
    assert "Referrals: 16% good, as stated; number and split not given." in audits


def test_the_reply_to_the_audit_stands_on_its_page_beside_it_and_beside_the_inquirys_remark(read):
    own, area = read(of(AUDIT)), read("/areas/st-helens/")
    remark = next(
        " ".join(node.text(separator=" ").split())
        for node in read(of("iicsa/inquiry/2022-02")).html.css("main li")
        if "so small a share of good referrals unacceptable" in node.text()
    )

    for place in (
        section(own, "What was said about it later"),
        section(area, "Own audits"),
        section(area, "What the Inquiry said"),
        remark,
    ):
        assert [words for words in REPLIES if words in place] == list(REPLIES)
        assert "Interim Director of Children’s Services, St Helens Council" in place


@pytest.mark.parametrize("key", [AUDIT, "durham/own-audit/own_audit/2020-05"])
def test_an_own_audit_never_stands_under_cases_inspectors_looked_at(read, key):
    page = read(of(key))

    assert "Cases looked at" not in headings(page)
    assert NOT_INSPECTORS in section(page, "Cases the force or council looked at itself")
    assert "inspectors looked at" not in page.words.lower()
    assert "disclosed later" not in page.words


def test_the_170_files_are_the_forces_own_and_not_what_inspectors_looked_at(read):
    page = read(Inspection.objects.get(case_reviews__cases=170).get_absolute_url())

    assert "170 cases" in section(page, "Cases the force or council looked at itself")
    assert "Cases looked at" not in headings(page)


def test_the_audit_says_that_number_and_split_are_not_given(read):
    page = read(of(AUDIT))

    assert "split not given" in page.part(".qualifier")
    assert "number of cases looked at not given" in page.part(".qualifier")
    assert "Referrals: how many cases were looked at is not given." in section(page, "What is not given")


def test_which_inspection_of_tower_hamlets_the_28_and_2_belong_to_is_said_to_be_not_given(read):
    words = section(read("/areas/tower-hamlets/"), "Disclosed later to the Inquiry")

    assert words.count("Which inspection: not given.") == 2
    assert "28 child sexual exploitation cases, disclosed later to the Inquiry; grades not given." in words
    assert "“two criminal exploitation cases” (sexual exploitation specifically mentioned)" in words
    own = read(of("tower-hamlets/inquiry/disclosure/undated"))
    assert "Which inspection its numbers belong to: not given." in own.words


def test_a_disclosure_about_one_inspection_names_it(read):
    words = section(read("/areas/county-durham/"), "Disclosed later to the Inquiry")

    assert "Which inspection" not in words
    assert words.count("About: County Durham: full inspection, 9 to 20 September 2019") == 2


@pytest.mark.parametrize(
    ("key", "silent", "given"),
    [
        (
            "durham/hmicfrs-ncpi-2014/full/2019-10",
            ["All cases", "Child sexual exploitation"],
            "Missing children",
        ),
        (
            "merseyside/hmicfrs-ncpi-2014/full/2018-05-04",
            ["All cases", "Missing children"],
            "Child sexual exploitation",
        ),
        (MET_2016, ["Child sexual exploitation"], "Missing children"),
    ],
)
def test_a_tally_the_police_reports_are_not_known_to_give_is_said_to_be_not_given(read, key, silent, given):
    words = section(read(of(key)), "What is not given")

    for theme in silent:
        assert f"{theme}: how many cases were looked at is not given." in words
    assert f"{given}: how many" not in words


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        (
            "durham",
            "All cases and child sexual exploitation: not given for HMICFRS, Durham Constabulary: full "
            "inspection, October 2019",
        ),
        (
            "merseyside",
            "All cases and missing children: not given for HMICFRS, Merseyside Police: full inspection, "
            "23 April to 4 May 2018",
        ),
        (
            "metropolitan",
            "Child sexual exploitation: not given for HMICFRS, Metropolitan Police Service: full inspection, "
            "February to May 2016",
        ),
    ],
)
def test_a_forces_page_names_the_tallies_that_are_not_given(read, slug, words):
    assert words in section(read(f"/forces/{slug}/"), "Numbers of cases that are not given")


def test_own_audits_are_said_to_be_none_of_the_cases_inspectors_looked_at(read):
    assert "those of own audits were looked at by the body itself" in read("/areas/st-helens/").words
    assert "own audits were looked at" not in read("/areas/tower-hamlets/").words


def test_an_area_that_has_ended_names_what_followed_it(read):
    words = read("/areas/bournemouth/").words

    assert "Bournemouth answered for children’s services until 31 March 2019." in words
    assert "Since then: Bournemouth, Christchurch and Poole (from 1 April 2019)." in words


def test_the_metropolitan_inspection_leads_with_the_missing_cases(read):
    page = read(of(MET_2016))

    answer = page.part(".answer")
    assert answer.startswith(
        "HMICFRS on missing children: 36 below good, split not given, 2 not given of 38 cases looked at"
    )
    assert "referred back" not in answer
    looked_at = section(page, "Cases looked at")
    assert looked_at.index("36 below good") < looked_at.index("278 below good")
    assert "referred back" not in looked_at
    assert "38 cases referred back to the force." in section(page, "Other numbers of cases")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("tower-hamlets/ofsted-ilacs-2018/full/2019-06-21", "too many of the exploited children"),
        ("durham/hmicfrs-ncpi-2014/full/2019-10", "wrongly put down as of low risk or of no apparent risk"),
        (
            "metropolitan/hmicfrs-ncpi-2014/post_inspection_review/2018-10-19",
            "put down as absent and at no apparent risk, although risk factors had been identified",
        ),
        (MET_2016, "did not ask for strategy meetings although children were at risk"),
    ],
)
def test_summaries_keep_what_the_inquiry_meant(read, key, words):
    assert words in read(of(key)).words


def test_a_remark_on_several_themes_stands_once_on_a_page(read):
    for page in (read("/areas/county-durham/"), read(of("county-durham/ofsted-ilacs-2018/full/2019-09-20"))):
        assert page.words.count("without saying what its wider criticisms meant") == 1
