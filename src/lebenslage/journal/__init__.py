"""The append-only record of who did and who read what, and the clock by which it is kept."""
