"""Case tallies as HMIC and HMICFRS word them: sentences, table rows and lists of graded cases. Pure text.

What is printed is kept as printed, what is not is None, and what does not reconcile says so in ``doubt``.
"""

from inspections.reading.case_counts.prose import tallies_in
from inspections.reading.case_counts.rows_and_lists import tally_of_list, tally_of_row
from inspections.reading.case_counts.tally import Tally, total_agrees

__all__ = ["Tally", "tallies_in", "tally_of_list", "tally_of_row", "total_agrees"]
