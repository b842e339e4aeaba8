"""People: the vault with its facts, where each fact comes from, and what somebody agreed to."""
