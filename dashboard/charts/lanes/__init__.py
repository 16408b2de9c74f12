"""Chart C1: what inspectorates found about one place, in lanes over time."""
