"""Authorities: the municipalities of the country as data, and the tenants with their staff, responsibility and channel."""
