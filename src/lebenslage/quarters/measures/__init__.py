"""Programmes, measures and money, and what they changed."""
