"""A linter for plain language over every text file of the house: `python -m tools.plain_words --help`."""
