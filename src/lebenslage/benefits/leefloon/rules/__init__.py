"""The rules of the leefloon, one file a concern."""
