"""Mutual help in walking distance: offers and requests without public addresses, moderated."""
