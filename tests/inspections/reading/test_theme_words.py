"""Which themes a passage speaks of. Sentences are our own, shaped like those of reports."""

import pytest
import yaml
from django.conf import settings

from inspections.reading.language.themes.matching import POPULATIONS, RULES, themes_of

EXPLOITATION = {
    "child-exploitation",
    "child-sexual-exploitation",
    "child-criminal-exploitation",
    "online-exploitation",
    "indecent-images",
}


def speaks(theme, passage):
    return theme in themes_of(passage)


@pytest.mark.parametrize(
    ("passage", "kinds"),
    [
        ("Workers spot children at risk of exploitation early.", {"child-exploitation"}),
        ("Exploited children get a worker of their own.", {"child-exploitation"}),
        ("The partnership is good at finding those exploited by adults.", {"child-exploitation"}),
        ("Work on child sexual exploitation is thin.", {"child-sexual-exploitation"}),
        ("CSE is on every agenda.", {"child-sexual-exploitation"}),
        ("Girls who were sexually exploited felt heard.", {"child-sexual-exploitation"}),
        ("Criminal exploitation is mapped each week.", {"child-criminal-exploitation"}),
        ("Staff know about county lines.", {"child-criminal-exploitation"}),
        ("Boys drawn into gangs are offered a mentor.", {"child-criminal-exploitation"}),
        (
            "Criminal and sexual exploitation are both mapped.",
            {"child-sexual-exploitation", "child-criminal-exploitation"},
        ),
        (
            "They may meet exploitation, both sexual and criminal.",
            {"child-sexual-exploitation", "child-criminal-exploitation"},
        ),
        ("Online grooming is rising.", {"online-exploitation"}),
        (
            "Online sexual exploitation is rising.",
            {"online-exploitation", "child-sexual-exploitation"},
        ),
        ("Sharing of indecent images is dealt with.", {"indecent-images"}),
        # once the kind is said, “exploitation” in the same passage means that kind
        ("Sexual exploitation is rare. Exploitation is taken seriously.", {"child-sexual-exploitation"}),
        # gangs say nothing of what kind the exploitation beside them is
        (
            "Risks from gangs and from exploitation are known.",
            {"child-criminal-exploitation", "child-exploitation"},
        ),
        ("Classes on sexual health and exploitation are popular.", {"child-exploitation"}),
    ],
)
def test_the_kind_of_exploitation_is_what_the_passage_states(passage, kinds):
    assert EXPLOITATION & set(themes_of(passage)) == kinds


@pytest.mark.parametrize(
    "passage",
    [
        "Opportunities to work with schools are not exploited.",
        "The council exploits new technology well.",
        "The system could be exploited further.",
        "Trainers from the Child Exploitation and Online Protection centre came.",
        "Foster carers learn about online safety.",
    ],
)
def test_other_things_are_exploited_too(passage):
    assert not EXPLOITATION & set(themes_of(passage))


@pytest.mark.parametrize(
    "passage",
    [
        "When children go missing, somebody looks for them.",
        "Children who are missing or at risk are discussed daily.",
        "A child reported missing is found.",
        "The number of missing episodes fell.",
        "Children missing from home or care are known.",
        "The ‘missing’ panel meets, and children who go ‘missing’ are discussed.",
        "Missing and exploitation meetings are weekly.",
        "The sexual exploitation/missing group has a new chair.",
        "Children who go missing from school, home or care are logged.",
        "They track children missing from education, home and care.",
        "Young people who abscond are brought back.",
        "Staff meet children who run away from home.",
    ],
)
def test_missing_children_are_missing_from_home_or_care(passage):
    assert speaks("missing-children", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Children missing education are tracked.",
        "Few children are missing from education.",
        "Children who go missing from school are visited.",
        "There are children missing in and from education.",
        "Those missing education or electively home educated are known.",
        "Children missing from education and care leavers without work were discussed.",
        "Key papers are missing from files.",
        "Records were missing.",
        "Young people keep missing appointments.",
        "Children are missing out on lessons.",
        "They are missing essential information.",
        "Important information is sometimes missing.",
        "The council is missing its target.",
    ],
)
def test_missing_lessons_papers_and_chances_are_another_matter(passage):
    assert not speaks("missing-children", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Return home interviews are late.",
        "Return interviews are offered.",
        "A return-to-home interview was held.",
        "Children are interviewed by somebody independent when they return.",
        "RHIs are read by managers.",
        "Return home conversations are kind.",
    ],
)
def test_return_interviews_by_any_of_their_names(passage):
    assert speaks("return-interviews", passage)


def test_an_interview_for_work_and_a_return_home_are_no_return_interview():
    assert not speaks("return-interviews", "Applicants are interviewed. Children return home safely.")


@pytest.mark.parametrize(
    ("theme", "says", "does_not"),
    [
        ("domestic-abuse", "The MARAC meets on domestic violence.", "Domestic tasks are taught."),
        ("section-47", "Child protection enquiries are thorough.", "Enquiries about parking rose by 47."),
        ("strategy-discussions", "Strategy meetings are quick.", "The housing strategy was discussed."),
        ("sex-offender-management", "Registered sex offenders are visited.", "Young offenders get help."),
        (
            "police-detention",
            "Children are kept in police custody overnight.",
            "Custody of the child passed.",
        ),
        (
            "police-protection",
            "Police powers of protection are used.",
            "Police attend child protection talks.",
        ),
        ("referrals", "Thresholds for referrals are clear.", "Referrals to CAMHS are slow."),
        ("referrals", "The quality of referrals is mixed.", "Pupil referral units are good."),
        ("referrals", "Re-referrals fell.", "The referral pathway for mentors changed."),
        (
            "risk-assessment",
            "Risk assessments are thorough.",
            "The multi-agency risk assessment conference met.",
        ),
        ("risk-assessment", "Workers assess the risks well.", "Risks are high."),
        ("assessments-and-plans", "The quality of assessments is good.", "Assessments were mentioned."),
        ("assessments-and-plans", "Care plans are clear.", "Children on child protection plans are many."),
        ("assessments-and-plans", "Pathway plans lack detail.", "A good risk assessment helps."),
        ("assessments-and-plans", "Detailed assessments help.", "Adopters are helped by good assessments."),
        ("assessments-and-plans", "Timely assessments help.", "The quality of health assessments is good."),
        ("management-oversight", "Management oversight is weak.", "Managers are friendly."),
        ("management-oversight", "Supervision records are thin.", "Supervision orders rose."),
        ("disabled-children", "Disabled children wait.", "Parents with a learning disability get help."),
        ("edge-of-care", "Teams for the edge of care work.", "The leading edge of practice."),
        ("placement-stability", "Placement stability is better.", "The workforce is stable."),
        ("placement-stability", "Children live in stable homes.", "Children changed schools."),
        ("camhs-access", "Waits for CAMHS are long.", "Parental mental health services are used."),
        ("camhs-access", "Emotional well-being support is near.", "Adult mental health services joined."),
        ("childrens-views", "Their wishes and feelings are recorded.", "Reviews of children are late."),
        ("childrens-views", "The voice of the child is clear.", "The views of the council differ."),
    ],
)
def test_each_theme_by_its_words_and_not_by_words_like_them(theme, says, does_not):
    assert speaks(theme, says)
    assert not speaks(theme, does_not)


def test_every_theme_but_all_cases_has_words():
    path = settings.BASE_DIR / "inspections" / "definitions" / "themes.yaml"
    codes = {theme["code"] for theme in yaml.safe_load(path.read_text())}

    assert {rule.theme for rule in RULES} == codes - {"all-cases"}
    assert codes >= POPULATIONS
    assert not any(rule.says.search("") for rule in RULES)


def test_a_passage_on_nothing_in_particular_has_no_theme():
    assert themes_of("The buildings are bright and the staff are kind.") == ()


def test_words_of_two_far_apart_sentences_are_both_found():
    filler = "The office is open on weekdays and has a ramp. " * 20
    passage = f"Return interviews are late. {filler}Children go missing. {filler}Care plans are clear."

    assert themes_of(passage) == ("missing-children", "return-interviews", "assessments-and-plans")
