"""My applications: where they stand, what to do, what was decided."""
