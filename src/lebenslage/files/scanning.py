"""The virus scanner of this installation, where there is one: ClamAV, asked over its socket as clamd(8) describes.

`LEBENSLAGE_CLAMAV` names it: `tcp://scanner:3310` or `unix:/run/clamav/clamd.ctl`. Without it nothing is scanned, and the desk says so.
"""

from __future__ import annotations

import logging
import os
import socket
import struct
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lebenslage.files.models import Scan

VARIABLE: Final = "LEBENSLAGE_CLAMAV"
PORT: Final = 3310
SECONDS: Final = 20
CHUNK: Final = 64 * 1024
LONGEST_ANSWER: Final = 4096
log = logging.getLogger(__name__)


def scan(content: bytes) -> Scan:
    """What the scanner says: clean or infected; waiting where it cannot be asked now; nothing where there is none."""
    address = os.environ.get(VARIABLE, "")
    if not address:
        return Scan.NONE
    try:
        answer = _answer(address, content)
    except OSError as error:
        log.warning("The virus scanner does not answer: %s", type(error).__name__)
        return Scan.WAITING
    if answer.endswith("FOUND"):
        return Scan.INFECTED
    if answer.endswith("OK"):
        return Scan.CLEAN
    log.warning("The virus scanner does not scan: %s", answer)
    return Scan.WAITING


def _answer(address: str, content: bytes) -> str:
    """`stream: OK`, `stream: <name> FOUND`, or an error. A scanner that stops listening has said why, as a rule."""
    with _connected(address) as scanner:
        try:
            for part in _stream(content):
                scanner.sendall(part)
        except (BrokenPipeError, ConnectionResetError) as error:
            log.warning("The virus scanner stopped listening: %s", type(error).__name__)
        return b"".join(_received(scanner)).decode("ascii", "replace").strip("\0\n ")


def _stream(content: bytes) -> Iterator[bytes]:
    """The command, then chunks, each after its length in network order; a length of zero ends them."""
    yield b"zINSTREAM\0"
    for start in range(0, len(content), CHUNK):
        part = content[start : start + CHUNK]
        yield struct.pack("!I", len(part)) + part
    yield struct.pack("!I", 0)


def _received(scanner: socket.socket) -> Iterator[bytes]:
    left = LONGEST_ANSWER
    while left > 0 and (part := scanner.recv(left)):
        left -= len(part)
        yield part
        if part.endswith(b"\0"):
            return


def _connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme != "unix":
        return socket.create_connection((parts.hostname or "localhost", parts.port or PORT), timeout=SECONDS)
    scanner = socket.socket(socket.AF_UNIX)
    scanner.settimeout(SECONDS)
    try:
        scanner.connect(parts.path)
    except OSError:
        scanner.close()
        raise
    return scanner
