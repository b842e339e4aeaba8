"""The workbench: map, table and chart of the same figures, profiles, comparison, the index builder."""
