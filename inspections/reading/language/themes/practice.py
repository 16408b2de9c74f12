"""Words for what was done: enquiries, police powers, case work, care and listening.

Lists reviewed by hand against real reports; each says what it leaves out. ``all-cases`` has no words: nothing
in a passage says it.
"""

from __future__ import annotations

from inspections.reading.language.themes.rules import rule

POLICE_AND_ENQUIRIES = (
    rule(
        "domestic-abuse",
        "domestic|marac|idva",
        [r"\bdomestic(?:ally)? (?:abus\w+|violence)", r"\bmaracs?\b", r"\bidvas?\b"],
    ),
    rule(
        "section-47",
        "47|enquir|inquir|investigat",
        [r"\bsection 47\b", r"\bs\.?47\b", r"\bchild protection (?:enquir|inquir|investigat)\w*"],
    ),
    rule(
        "strategy-discussions",
        "strategy",
        [r"\bstrategy (?:discussion|meeting)s?\b", r"\bstrategy or (?:planning )?meetings?\b"],
    ),
    rule("sex-offender-management", "offender", [r"\bsex(?:ual)? offenders?\b"]),
    rule(
        "police-detention",
        "custody|cell|detain|detention|criminal",
        [
            r"\bpolice (?:custody|cells?|detention)\b",
            r"\bcustody suites?\b",
            r"\bdetain\w*(?: overnight)? (?:in|by)(?: the)? police\b",
            r"\b(?:overnight|held) in (?:police )?(?:custody|cells?)\b",
            r"\bpolice and criminal evidence\b",
        ],
    ),
    rule(
        "police-protection",
        "police",
        [
            r"\bpolice(?: emergency)?(?: powers? of)? protection\b(?! (?:unit|team|officer))",
            r"\bpolice (?:emergency |protection |protective )?powers\b",
        ],
    ),
)

_MADE_WELL_OR_ILL = (
    r"\b(?:quality|timel\w+|good|better|poor\w*|weak\w*|strong\w*|comprehensive|thorough\w*|robust"
    r"|detailed|effective|holistic|analy\w+|clear\w*|focused|smart|updated|up to date"
    r"|drift|delay\w*|vari\w+|well written|specific|concise|inform\w*|insufficient\w*|inconsisten\w*"
    r"|lack\w*|measurable|too long|regularly)\b"
)
CASE_WORK = (
    # Referrals to children's social care. Sending a child on to another service is not one.
    rule(
        "referrals",
        "referral",
        [r"\b(?:re)?referrals?\b"],
        [
            r"\breferral (?:pathways?|orders?|mechanisms?|routes?|units?)\b",
            r"\breferral and assessment (?:team|service|hub)",
            r"\breferrals?(?: (?:are|is|were|was|being|have been))?(?: \w+ly)?(?: made)? (?:to|into|for|of)"
            r" (?:the |a |an |their |local |other )*(?:camhs|child and adolescent|early help|marac"
            r"|multi agency risk|mental|emotional|national referral|speciali\w+|targeted|edge|virtual"
            r"|advoca\w+|independent|support"
            r"|services|health|lado|designated|adult|adopt\w*|panel|return|therap\w+|foster\w*|family group"
            r"|housing|voluntary|disclosure|counselling|substance|drug|child exploitation|mace|cse)",
            r"\b(?:national|self|lado|camhs|advocacy|adoption|fostering|exploitation) referrals?\b",
        ],
        reach=(10, 20),
    ),
    # A multi-agency risk assessment conference (MARAC) is a meeting on domestic abuse.
    rule(
        "risk-assessment",
        "risk",
        [
            r"\brisks? assess(?:ment|ments|ed|ing)?\b(?! conference)",
            r"\bassess(?:ment|ments|ed|es|ing)?(?: (?:of|the|their|all|any|potential|these|those|and|manage"
            r"|analyse|analysis|level)){0,4} risks?\b",
            r"\brisks?(?: \w+){0,3} (?:is|are|was|were|being|be)(?: \w+){0,2} assessed\b",
        ],
        reach=(60, 70),
    ),
    # How assessments and plans are made. That a child has a plan says nothing about it, and other assessments
    # (of risk, of health, of carers) and other plans (of the council) are not meant.
    rule(
        "assessments-and-plans",
        "assessment",
        [r"\bassessments?\b(?! (?:team|service|and intervention|conference|hub|unit|tool|centre))"],
        [
            r"\b(?:risk|health|needs|housing|parenting|viability|carers?|carer's|adopters?|fostering|connected"
            r"|guardianship|self|common|caf|training needs|stage one|stage two) assessments?\b",
            r"\bassessments? of (?:risks?|foster|carers?|adopt\w+|prospective|connected|special"
            r"|family and friends)",
            r"\bassessments?(?: \w+){0,2} (?:of|for)(?: \w+){0,2} (?:carers?|adopters?|foster\w*)",
            r"\b(?:adopters?|foster carers?|foster families|fostering)(?: [\w,]+){0,7} assessments?",
        ],
        [_MADE_WELL_OR_ILL],
        reach=(2, 40),
    ),
    rule(
        "assessments-and-plans",
        "plans",
        [
            r"\b(?:care|pathway|child protection|child in need|children in need|children's|child's|safety"
            r"|cin|written|permanence|permanency|these|their|good|quality of) plans\b"
        ],
        [
            r"\b(?:subject|subjects|children|on|with|to|of) (?:to |of |on |with )?(?:a |an |the )?"
            r"(?:child protection|child in need) plans\b(?! (?:are|is|do|were|lack|vary))"
        ],
        [_MADE_WELL_OR_ILL],
        reach=(25, 10),
    ),
    rule(
        "management-oversight",
        "oversight|oversee|overview|grip|scrutiny|direction|decision|supervision",
        [
            r"\bmanage(?:ment|rial|r'?s?'?)(?: and \w+)? (?:oversight|overview|grip|direction|scrutiny"
            r"|decisions?|decision making)\b",
            r"\b(?:supervisory|senior leaders?'?)(?: and \w+)? (?:oversight|grip)\b",
            r"\boversight (?:by|from)(?: \w+){0,3} (?:manager|leader)\w*",
            r"\boversight of (?:\w+ ){0,2}(?:practice|cases?|casework|case work|frontline|front line|work)\b",
            r"\bmanagers(?: \w+){0,2} (?:oversee|oversight)\b",
            r"\b(?:staff|reflective|management|case|regular|professional|formal|social work|clinical"
            r"|quality of|frequency of|individual) supervision\b(?! orders?)",
            r"\bsupervision (?:records?|sessions?|of staff|of social workers|and management|is|are)\b",
        ],
        reach=(50, 60),
    ),
)

CHILDREN_AND_CARE = (
    rule(
        "disabled-children",
        "disab",
        [
            r"\bdisabled (?:children|child|young)\b",
            r"\b(?:children|child|young people|young person)(?: and young people)? (?:with|who have)"
            r"(?: [\w,]+){0,5} disabilit(?:y|ies)\b",
            r"\bchildren's disabilit(?:y|ies)\b|\bdisabilit(?:y|ies) (?:team|service)s?\b",
        ],
    ),
    rule(
        "edge-of-care",
        "edge",
        [
            r"\bedges? of (?:the )?care\b",
            r"\bedge of (?:coming into care|entering care|being looked after|becoming looked after)\b",
        ],
    ),
    rule(
        "placement-stability",
        "stable|stabil|disrupt|break|moves|endings|change",
        [
            r"\b(?:placement|home)s? (?:stability|instability|breakdowns?|disruptions?|moves?)\b",
            r"\b(?:un)?stable(?:,? \w+){0,3} (?:placements?|homes?)\b",
            r"\b(?:in)?stability (?:of|in|for)(?: \w+){0,4} (?:placements?|homes?|care)\b",
            r"\b(?:placements?|homes) (?:are|is|remain|that are|were)(?: \w+)? (?:un)?stable\b",
            r"\b(?:changes?|breakdowns?|disruptions?) (?:of|in|to)(?: \w+){0,2} (?:placements?|homes?)\b",
            r"\b(?:unplanned|multiple|frequent|several|further|too many) (?:placement )?(?:moves|endings)\b",
            r"\bplacements? (?:break down|breaking down|disrupt\w*)",
        ],
        reach=(50, 60),
    ),
    # Help for children's mental health. What ails a parent is not it.
    rule(
        "camhs-access",
        "camhs|mental|emotional",
        [
            r"\bcamhs\b",
            r"\bchild(?:ren)?(?:'s)? and (?:adolescents?|young people)(?:'s)? mental health\b",
            r"\b(?:emotional|mental)(?: \w+){0,4} (?:health|well ?being)(?: [\w,]+){0,2} (?:services?|support"
            r"|provision|help|workers?|teams?|practitioners?|interventions?|needs?)\b",
            r"\b(?:mental|emotional) health (?:services?|support|provision|help|workers?|teams?"
            r"|practitioners?|interventions?|needs?)\b",
        ],
        [r"\b(?:adults?|parents?|parental|parents'|mothers?|fathers?)'?s?(?: \w+)? mental(?: \w+){0,3}"],
    ),
    rule(
        "childrens-views",
        "view|voice|wishes|feelings|listen",
        [
            r"\bwishes(?:,| and| or) (?:views and |views, )?feelings\b",
            r"\b(?:children|young people|child)'?s'?(?: and (?:young people|families|care leavers)'?s?'?)?"
            r" (?:own )?(?:views|voices?|wishes|feelings)\b",
            r"\b(?:views|voices?|opinions|feelings)(?: and \w+)? of (?:the )?"
            r"(?:individual |disabled |these |most |all )?(?:children|child|young people|care leavers)\b",
            r"\blisten(?:ed|s|ing)? to(?: by)?(?: the)?(?: views of)? (?:children|young people|them)\b",
        ],
        reach=(60, 60),
    ),
)
