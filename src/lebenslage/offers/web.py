"""Addresses on the web that may be linked: http and https, nothing else."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_web(address: str) -> bool:
    """Whether an address may stand behind a link."""
    try:
        found = urlsplit(address)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.netloc)


def as_read(address: str) -> str:
    """An address as people read it; nothing where it is none that may be linked."""
    if not is_web(address):
        return ""
    found = urlsplit(address)
    return f"{found.netloc.removeprefix('www.')}{found.path.rstrip('/')}"
