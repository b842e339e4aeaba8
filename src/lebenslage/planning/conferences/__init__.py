"""Preparing, holding and following up a conference."""
