"""The residents' door: from the first question to the right, line by line."""
