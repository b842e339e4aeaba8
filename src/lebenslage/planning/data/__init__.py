"""Bringing in figures: files, their columns, the catalogue, versions."""
