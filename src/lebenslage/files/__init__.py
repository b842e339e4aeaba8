"""Encrypted files, and the keys of vaults and authorities."""
