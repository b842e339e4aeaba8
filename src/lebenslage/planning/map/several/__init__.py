"""More than one figure on a map: two indicators, many burdens, several years."""
