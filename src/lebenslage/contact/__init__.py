"""Threads of messages between a resident and an authority."""
