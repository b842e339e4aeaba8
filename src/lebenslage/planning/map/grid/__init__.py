"""Thousands of areas: the map is one picture, each point of which knows its area."""
