"""The words of case tallies: what is counted, how it is judged, and what may stand between."""

from __future__ import annotations

GOOD, ADEQUATE, IMPROVEMENT, INADEQUATE = "good", "adequate", "requires_improvement", "inadequate"
BELOW_GOOD = "below_good"
GRADE_WORDS = {
    GOOD: "good",
    ADEQUATE: "adequate",
    IMPROVEMENT: "requiring improvement",
    INADEQUATE: "inadequate",
    BELOW_GOOD: "below good",
}


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


ONE_WORD_GRADES = frozenset({GOOD, ADEQUATE, INADEQUATE})
REQUIRING = listed("require requires required requiring need needs needed needing")
IMPROVEMENTS = listed("improvement improvements")
CASES = listed("case cases file files records audits")
# “Case file reviews” are cases, “case conferences” are not.
AFTER_CASE = listed("file files record records review reviews audit audits")
NOT_CASES = listed("conference conferences study studies law management load work worker workers sampling")

# What may follow a grade; before any other word “good” is an adjective (“good practice”).
AFTER_GRADE = listed(
    "respectively and or but in with while whilst whereas the another a an further were was by which "
    "that none no all only as overall to for rating ratings grade grades graded standard because when "
    "where however compared rest remaining against if either both then on from up down of half most "
    "just standards category categories nor not yet still is are had has have we inspectors level out "
    "this these improving needing requiring"
)
# What never stands between a number and the cases it counts.
NOT_DESCRIBING = listed(
    "of in on at by for from to with within per than a an the this that these those it its we they he "
    "she his her their our who which where when while whilst but or were was are is be been had has "
    "have did do does officers officer staff people men women adults victims suspects offenders "
    "supervisors days day weeks week months month years year hours hour minutes minute times calls "
    "calls' areas area forces force recommendations questions out as so if because also only "
    "found rated judged graded assessed viewed seen deemed considered said dealing handling involving "
    "leading recording closing opening using working taking"
)
DESCRIBING_ING_ED = listed(
    "missing trafficking safeguarding offending grooming closed completed audited sampled selected "
    "examined assessed reviewed related based looked aged ongoing existing unrelated complicated "
    "detailed"
)
# After these a number stands alone: “12 were good”, “in 8, inadequate in 3”.
AFTER_BARE = listed(
    "of were was are is had has have been being be to as in and or but with while whilst whereas which "
    "that where rated judged graded assessed found deemed considered seen viewed classed classified "
    "requiring more others other by only not also all just each received either both fell did failed "
    "showed demonstrated overall"
)
DETERMINERS = listed("the these those them all our which a same total this said its whom further additional")
POINTING = listed("these those them which whom this")

RATING = listed(
    "rated judged graded assessed found deemed considered viewed seen regarded classed classified "
    "evaluated scored marked described were was are is be being been showed demonstrated received "
    "requiring as"
)
GLUE = RATING | listed(
    "of the these those them which that to had have has by us inspectors inspector hmic hmicfrs hmi "
    "force theforce assessors assessor auditors a an at level standard standards quality overall having "
    "achieved given grade grading rating only just all also practice it we our either both in where "
    "with child protection force's response responses service work handling police inspectors' examined "
    "audited reviewed looked sampled inspected internally cases' out each more others other on being "
    "judge judgment such do did therefore however so far there including but while whilst whereas and "
    "when because still provided hmic's constabulary's constabulary case assessment result results how "
    "generally further category were policing"
)
BREAKS = listed("and but while whilst whereas because when")
AFTER_GRADE_GLUE = listed(
    "in for the by just only a total of as few many about force theforce force's own assessors assessor "
    "auditors inspectors hmic hmicfrs us another further remaining other standard quality overall were "
    "was and but standards cases both rating grade be to all some rest same additional level"
)
LOOKED = listed(
    "audited examined reviewed assessed sampled inspected considered evaluated analysed scrutinised "
    "graded judged rated read selected checked tested"
)
LOOKING = listed("audit audits review reviews examination sample samples analysis assessment scrutiny total")
APPROXIMATE = listed("than over about around nearly almost approximately roughly under least some most")
REFERENCES = listed(
    "section sections page pages paragraph paragraphs para paras recommendation recommendations figure "
    "figures table chapter annex appendix part number no stage phase tier level category band question "
    "version age aged form article schedule row step note operation unit room regulation footnote see"
)
AGES_AND_TIMES = listed("year years day days week weeks month months hour hours minute minutes")
OTHER_THINGS = listed(
    "areas area questions topics judgments judgements services schools homes officers calls forces "
    "authorities councils providers inspections prisons hospitals boards staff people pupils teams "
    "colleges districts recommendations aspects criteria units reports visits meetings interviews plans "
    "referrals"
)
STARTS_CLAUSE = listed("the nobody there they we it practice inspectors hmic hmicfrs this police force")
AGAIN = listed("another further additional other remaining")
REST = listed("rest remaining remainder")
BEFORE_NUMBER = listed(
    "the these those all same further additional another other remaining only just a total sample number our "
    "its next said first"
)
