"""Print lists for the notice boards of a quarter."""
