"""A town that does not exist, and the people who do not live there: played through the real actions, day by day."""
