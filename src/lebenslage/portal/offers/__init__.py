"""Finding help in the town, and keeping the entries true by those who offer it."""
