"""WHERE: who is inspected. Local authorities with children's services and police force areas, with dates.

Everything that changes carries ``valid_from`` and ``valid_to``, both days included. A blank start means
"before 2009", where the sources begin; a blank end means "still so".
"""

from areas.models.area import Area
from areas.models.codes import AreaCode, AreaName, CompositeMember, CompositeName
from areas.models.dated import DatedModel, OverlappingPeriods
from areas.models.links import PolicingLink, Succession

__all__ = [
    "Area",
    "AreaCode",
    "AreaName",
    "CompositeMember",
    "CompositeName",
    "DatedModel",
    "OverlappingPeriods",
    "PolicingLink",
    "Succession",
]
