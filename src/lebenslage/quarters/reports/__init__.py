"""Social reports: their blocks of text, editions, and what is released with them."""
