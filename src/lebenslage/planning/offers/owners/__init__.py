"""Owners of entries: who keeps them, links for them, what they changed, what is stale."""
