"""Lebenslage: an open social platform for municipalities. From need on the map to rights in the hand, and back."""
