"""Connectors for open data by address. Off unless a town switches one on; nothing is fetched by itself."""
