"""Authorities: towns, Kreise and offices.

For now pure data, the 396 municipalities of North Rhine-Westphalia with their rent level. There is no Django model here yet: the
tenant, its offices and its staff come with the first connected town.
"""
