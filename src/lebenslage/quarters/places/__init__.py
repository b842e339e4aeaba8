"""Institutions, cool places, fountains, candidates, and the scenarios computed with them."""
