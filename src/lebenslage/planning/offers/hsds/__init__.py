"""The directory for machines, in HSDS 3.0."""
