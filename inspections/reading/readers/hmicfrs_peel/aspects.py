"""Which aspect of a PEEL framework words name: a heading, a question, or what a force is good at.

Only whole phrases count. "Good at identifying vulnerability" is praise within a question, not its grade.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from inspections.reading.language.grade_words import unquoted
from inspections.reading.readers.hmicfrs_peel.cycles import has_five_tiers

_SAFE = (
    r"(?:keep(?:ing|s)? people safe and reduc(?:e|ing|es) crime"
    r"|reduc(?:e|ing|es) crime and keep(?:ing|s)? people safe)"
)
_FORCE = r"(?:the )?(?:[a-z]+(?:[ -][a-z]+){0,5} )?(?:force|constabulary|service|police)"
_ASB = r"(?:(?:tackl(?:e|ing) )?anti-social behaviour)"
_PUBLIC = r"(?:people it serves|people|the public)"
_SERVICES = r"(?:how sustainable are its services|provide sustainable services)(?: to the public)?"

Phrases = dict[str, tuple[str, ...]]
_VULNERABLE = (
    r"protect(?:ing)? (?:vulnerable people|(?:those|people) who are vulnerable)(?: from harm)?"
    r"(?:,? and support(?:ing)? victims)?",
    r"protect(?:ing)? from harm those who are vulnerable(?:,? and support(?:ing)? victims)?",
)
_SERIOUS = r"serious (?:and )?organised crime"
_FOUR: Phrases = {
    "effectiveness": (
        r"effectiveness",
        rf"how effective is {_FORCE} at {_SAFE}",
        rf"how effectively does {_FORCE} {_SAFE}",
        rf"(?:is )?(?:effective|effectiveness) (?:at|in) {_SAFE}",
        rf"(?:effectively )?{_SAFE}(?: effectively)?",
        rf"(?:the )?effectiveness with which (?:it|{_FORCE}) {_SAFE}",
    ),
    "efficiency": (
        r"efficiency",
        rf"how efficient is {_FORCE} at {_SAFE}",
        rf"how efficiently does {_FORCE} operate and {_SERVICES}",
        rf"(?:is )?(?:efficient|efficiency) (?:at|in) {_SAFE}",
        r"operat(?:es?|ing) efficiently and sustainably",
        r"operating efficiently and providing sustainable services(?: to the public)?",
        rf"(?:the )?efficiency with which (?:it|{_FORCE}) (?:{_SAFE}|carries out its responsibilities)",
    ),
    "legitimacy": (
        r"legitimacy",
        rf"how legitimate is {_FORCE} at {_SAFE}",
        rf"how legitimately does {_FORCE} treat the public and its workforce",
        rf"(?:is )?(?:legitimate|legitimacy) (?:at|in) {_SAFE}",
        r"(?:the way (?:in which )?it |how (?:legitimately )?it )?treats the public and its workforce"
        r"(?: legitimately)?",
        r"(?:legitimately )?treating the public and its workforce(?: legitimately)?",
        rf"(?:the )?legitimacy with which (?:it|{_FORCE}) {_SAFE}",
    ),
    "preventing_crime": (
        rf"prevent(?:ing)? crime(?:,? (?:and )?{_ASB})?(?:,? and keep(?:ing)? people safe)?",
    ),
    "investigating_crime": (
        r"investigat(?:e|ing) crime",
        r"investigat(?:e|ing) crime,? and reduc(?:e|ing) re-?offending",
        r"investigat(?:e|ing) crime,? and (?:manag(?:e|ing) offenders|catch(?:ing)? criminals)",
        r"investigat(?:e|ing) crime,? and support(?:ing)? victims",
    ),
    "protecting_vulnerable_people": _VULNERABLE,
    "tackling_serious_organised_crime": (
        rf"tackl(?:e|ing) {_SERIOUS}",
        rf"tackl(?:e|ing) {_SERIOUS},? including its arrangements? for fulfilling its national policing"
        r" responsibilities",
    ),
    "meeting_demand": (
        r"meet(?:ing)? current demands?(?: and us(?:e|ing) (?:its )?resources)?",
        r"us(?:e|ing) its resources to (?:meet|manage) (?:the |its )?(?:current )?demands?(?: it faces)?",
    ),
    "planning_for_the_future": (r"plan(?:ning)? for (?:the future|demand in the future)",),
    "treating_the_public_fairly": (
        r"treat(?:ing)? the public fairly",
        rf"treat(?:ing)? (?:all )?(?:of )?(?:the )?{_PUBLIC} with fairness and respect",
    ),
    "ethical_workforce": (
        r"ethical and lawful workforce behaviou?r",
        r"(?:how it )?ensur(?:es?|ing) (?:that )?its workforce behaves ethically and lawfully",
    ),
    "treating_the_workforce_fairly": (
        r"treat(?:ing)? (?:its|the) workforce fairly",
        r"treat(?:ing)? (?:its|the) workforce with fairness and respect",
    ),
}
_FIVE: Phrases = {
    "recording_crime_data": (
        r"record(?:ing)? (?:data about crime|crime(?: data)?)",
        r"crime data integrity",
    ),
    "police_powers": (
        rf"(?:us(?:e|ing) )?(?:its )?police powers and treat(?:ing)? {_PUBLIC} fairly and respectfully",
        rf"(?:us(?:e|ing) )?(?:its )?police powers and treat(?:ing)? {_PUBLIC} fairly and with respect",
        r"(?:use of )?police powers and public treatment",
        r"treatment of the public",
        r"police powers and treating the public",
        rf"(?:engag(?:e|ing) with and )?treat(?:ing)? {_PUBLIC} with fairness and respect",
        rf"treat(?:ing)? {_PUBLIC} fairly and (?:respectfully|with respect)",
    ),
    "preventing_crime": (
        rf"prevent(?:ing)? (?:and deter(?:ring)? )?crime(?:,? (?:and )?{_ASB})?"
        r"(?:,? and reduc(?:e|ing) vulnerability)?",
    ),
    "responding_to_the_public": (r"respond(?:ing)? to the public",),
    "investigating_crime": (r"investigat(?:e|ing) crime",),
    "protecting_vulnerable_people": _VULNERABLE,
    "managing_offenders": (r"manag(?:e|ing) offenders(?: and suspects)?",),
    "disrupting_serious_organised_crime": (rf"disrupt(?:ing)? {_SERIOUS}",),
    "tackling_serious_organised_crime": (rf"tackl(?:e|ing) {_SERIOUS}",),
    "supporting_the_workforce": (
        r"build(?:ing)?, support(?:ing)? and protect(?:ing)? (?:the|its) workforce",
        r"build(?:ing)?, develop(?:ing)? and look(?:ing)? after (?:the|its) workforce",
        r"support(?:ing)? (?:the|its) workforce",
        r"develop(?:ing)? a positive workplace",
        r"workforce",
    ),
    "use_of_resources": (
        r"(?:good |making good |its )?use of (?:its )?resources",
        r"strategic planning, organisational management and value for money",
    ),
    "force_management": (r"(?:its )?leadership(?: and (?:force )?management)?",),
}
# What one cycle alone grades.
_IN_ONE_CYCLE: dict[int, Phrases] = {
    2014: {
        "reducing_crime": (r"reduc(?:e|ing) crime,? (?:and )?prevent(?:ing)? offending",),
        "investigating_offending": (r"investigat(?:e|ing) offending",),
        "tackling_anti_social_behaviour": (r"(?:tackl|reduc)(?:e|ing) anti-social behaviour",),
    },
    2021: {"supporting_victims": (r"support(?:ing)? victims",)},
}
_QUESTION = re.compile(
    rf"(?:how (?:effective|good) is {_FORCE} at|how well is {_FORCE}"
    rf"|(?:how (?:well|effectively|efficiently)|to what extent) does {_FORCE}) "
)
_BEFORE = re.compile(
    r"(?:(?:effectiveness|efficiency|legitimacy) ?[–—:-] ?)?question \d{1,2} ?[.:–—-]? ?"
    r"|overview ?[–—:-] ?|\d{1,2}[.)] ?"
)
_APPROACH = re.compile(r"(?:approach to|effectiveness (?:at|in)(?= (?!keep|reduc))) ?")
_LONGEST = 180


@cache
def _patterns(cycle: int) -> dict[str, re.Pattern[str]]:
    phrases = (_FIVE if has_five_tiers(cycle) else _FOUR) | _IN_ONE_CYCLE.get(cycle, {})
    return {aspect: re.compile("|".join(words)) for aspect, words in phrases.items()}


@lru_cache(maxsize=4096)
def aspect_of(words: str, cycle: int) -> str | None:
    """The aspect of this cycle that the words name and nothing beside it; None for everything else."""
    if len(words) > _LONGEST:
        return None
    said = unquoted(words).strip(" ?.:;,–—-")
    if before := _BEFORE.match(said):
        said = said[before.end() :]
    without_question = said[asked.end() :] if (asked := _QUESTION.match(said)) else said
    forms = {said, without_question, _APPROACH.sub("", said, count=1) if _APPROACH.match(said) else said}
    for aspect, pattern in _patterns(cycle).items():
        if any(pattern.fullmatch(form) for form in forms):
            return aspect
    return None


def is_question(words: str) -> bool:
    """A question or numbered question of an assessment, whether its aspect is known or not."""
    said = unquoted(words)
    return (
        len(said) <= _LONGEST
        and said.endswith("?")
        and bool(re.match(r"(?:question \d|how |to what )", said))
    )
