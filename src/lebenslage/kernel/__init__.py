"""Kernel: money, dates, units, fixed-point arithmetic, official keys, citations and errors. Pure Python, knows nobody."""
