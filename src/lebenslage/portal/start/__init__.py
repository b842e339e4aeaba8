"""The first page: help exists here."""
