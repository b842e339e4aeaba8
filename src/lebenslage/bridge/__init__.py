"""The one way from cases to quarters: suppressed counts, and nothing of a person."""
