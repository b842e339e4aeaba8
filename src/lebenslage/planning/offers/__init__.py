"""The directory as planners see it: entries, gaps, print lists."""
