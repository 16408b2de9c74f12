"""Words for the children a passage speaks of: exploitation by kind, missing, domestic abuse, care.

Lists reviewed by hand against real reports; each says what it leaves out.
"""

from __future__ import annotations

from inspections.reading.language.themes.rules import rule

EXPLOITATION = "child-exploitation"

# Between the kind and “exploitation” only these may stand: “sexual health and exploitation” states no kind.
_BETWEEN = r"(?:(?:and/or|and|or|abuse|harm|child|children|online|gang|related|physical|other),? ){0,3}"
_BOTH = r",? (?:including|both|whether|either|such as|particularly|for example|be it),? (?:\w+ (?:and|or) )?"
# CEOP is the name of an agency.
_CEOP = r"child exploitation and online protection"

KINDS_OF_EXPLOITATION = (
    rule(
        "child-sexual-exploitation",
        "sexual|cse",
        [
            rf"\bsexual(?:ly)?,? (?:(?:and|or|and/or) criminal(?:ly)? )?{_BETWEEN}exploit\w*",
            rf"\bexploit\w*{_BOTH}sexual\b(?! (?:health|abuse))",
            r"\bcse\b",
        ],
    ),
    rule(
        "child-criminal-exploitation",
        "criminal|county|gang",
        [
            rf"\bcriminal(?:ly)?,? (?:(?:and|or|and/or) sexual(?:ly)? )?{_BETWEEN}exploit\w*",
            rf"\bexploit\w*{_BOTH}criminal\b",
            r"\bcounty lines?\b",
            r"\bgangs?\b",
        ],
    ),
    # “Online safety” teaches children to be careful; it is not exploitation.
    rule(
        "online-exploitation",
        "online|internet",
        [
            r"\b(?:online|internet)(?: (?:and|or|child|sexual|criminal)){0,3}"
            r" (?:exploit\w*|groom\w*|abuse)\b",
            r"\b(?:exploit\w*|groom\w*|abused?)(?: and groom\w*)? (?:online\b(?! safety)"
            r"|(?:on|via|through|over) the internet)",
        ],
        [_CEOP],
    ),
    rule("indecent-images", "indecent", [r"\bindecent (?:images?|photographs?)\b"]),
    # Kind not stated. Opportunities, data and benefits are exploited too.
    rule(
        EXPLOITATION,
        "exploit",
        [r"\bexploit(?:ation|ative|ed)\b", r"\bexploiting (?:children|young)\b"],
        [
            _CEOP,
            r"\b(?:(?:opportunit\w+|potential)(?: \w+){0,4}|(?:data|benefits|resources?|systems?|links"
            r"|information)(?: \w+)?) (?:are|is|be|being|been|was|were)(?: \w+)? exploited",
            r"\bexploit(?:ation of|ed)(?: (?:the|all|every|its|their|these|this|new))*"
            r" (?:opportunit|data|resourc|system|information|technolog|potential)\w*",
        ],
    ),
)

# “Missing” alone says little: files, appointments and opportunities are missed too. “Missing education” and
# “missing from school” are another matter, unless home or care is named beside them.
_OR_HOME = (
    r"(?:,| and| or|/| and/or)(?: (?:and|or|from|their|school,?|education,?))*"
    r" (?:home|care)\b(?! (?:educat|leaver|plan|proceeding))"
)
_NOT_SCHOOL = (
    r"(?!(?:,? or absent)?(?: (?:from|in|and|out|of|on|some|their|full|time|any))*"
    rf" (?:education|school|schooling|lessons?|college|learning)\b(?!{_OR_HOME}))"
)
_NOT_THINGS = (
    r"(?! (?:out|key|essential|vital|important|crucial|information|details|data|documents|appointments"
    r"|opportunit\w+|health|any|the|a|an|some"
    r"|from (?:the |their |children's |case )?(?:files?|records?|plans?|assessments?|reports?))\b)"
)
_NOT = _NOT_SCHOOL + _NOT_THINGS
_CHILD = r"(?:children|young people|child|person|those|who|looked after)"
MISSING = rule(
    "missing-children",
    "missing|abscond|runaway|away",
    [
        rf"\b(?:go|goes|going|gone|went) missing\b{_NOT}",
        rf"\breported(?: as)? missing\b{_NOT}",
        rf"\b{_CHILD} (?:who )?(?:is|are|was|were|have been|has been|had been|may be)(?: \w+ly)? missing\b"
        rf"{_NOT}",
        rf"\b(?:episodes?|incidents?|instances?|periods?|risks?) of (?:being )?missing\b{_NOT}",
        rf"\b(?:being|been|as) missing\b{_NOT}(?! from (?!home|care|placement|their))",
        rf"\b(?:children|young people|child|person) missing(?=[,.;:)]| and | or | alerts?\b)"
        rf"{_NOT}(?! or missing)",
        r"\bmissing (?:children|child|young people|young person)\b(?!(?: missing)?(?: from| in)? education)",
        r"\bmissing (?:episodes?|incidents?|persons?|people|return|protocols?|panels?|co-?ordinators?"
        r"|workers?|team|notifications?|alerts?|operational|lead|strategy|policy|procedures)\b",
        r"\bmissing from (?:home|care|placements?|their (?:home|placement|care|foster|family)|residential"
        r"|foster)",
        r"\bmissing(?:,|/| and/or| and| or)(?: and| or)? (?:child\w* sexual|child exploit|child criminal"
        r"|sexual\w*|criminal\w*|exploit\w+|cse|traffick\w+|at risk of (?!missing)"
        r"|absent from (?:home|care))",
        rf"\bexploit\w+(?: and | or |, |/)missing\b{_NOT}",
        rf"\bmissing(?: from| in)? (?:education|school){_OR_HOME}",
        r"\babscond(?:s|ed|ing|ers?)?\b",
        r"\brunaways?\b|\brun(?:s|ning)? away from (?:home|care)\b",
    ],
)
RETURN_INTERVIEWS = rule(
    "return-interviews",
    "interview|rhi|return",
    [
        r"\breturn(?:s|ing|ed)?(?: (?:to|from|home|care|missing|independent|or|and)){0,4} interview\w*",
        r"\breturn home (?:conversation|discussion|meeting|visit)s?\b",
        r"\binterview\w*(?: \w+){0,5} (?:on|upon|after|following|when)(?: \w+){0,3} return(?:s|ed|ing)?\b",
        r"\breturn\w*(?: \w+){0,6} (?:are|is|were|be|being) interviewed\b",
        r"\brhis?\b",
    ],
)
