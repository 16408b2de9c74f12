"""Case tallies as HMIC and HMICFRS word them: sentences, table rows and lists of graded cases. Pure text.

What is printed is kept as printed, what is not is None, and what does not reconcile says so in ``doubt``.
"""

from inspections.ingest.tallies.agreement import total_agrees
from inspections.ingest.tallies.passages import tallies_in
from inspections.ingest.tallies.tables import tally_of_list, tally_of_row
from inspections.ingest.tallies.tally import Tally

__all__ = ["Tally", "tallies_in", "tally_of_list", "tally_of_row", "total_agrees"]
