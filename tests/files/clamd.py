"""A virus scanner for tests. It speaks clamd(8): `zINSTREAM`, chunks after their length in network order, a length of zero, an answer.

As the man page has it: `INSTREAM` must be prefixed with n or z, the answer ends as the command did, and a stream longer than
StreamMaxLength is answered with `INSTREAM size limit exceeded`.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The harmless file that every scanner must find, put together here so that no scanner finds this one.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
STREAM_MAX_LENGTH = 25 * 1024 * 1024


def _exactly(line: socket.socket, size: int) -> bytes:
    got = bytearray()
    while len(got) < size and (part := line.recv(size - len(got))):
        got += part
    return bytes(got)


def _answer(line: socket.socket) -> bytes:
    if _exactly(line, 10) != b"zINSTREAM\0":
        return b"UNKNOWN COMMAND\0"
    content = bytearray()
    while size := struct.unpack("!I", _exactly(line, 4))[0]:
        content += _exactly(line, size)
        if len(content) > STREAM_MAX_LENGTH:
            return b"INSTREAM size limit exceeded. ERROR\0"
    return b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


@contextmanager
def scanner(folder: Path) -> Iterator[str]:
    """A scanner that listens on a socket in a folder; its address."""
    path = folder / "clamd.ctl"
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()

        def serve() -> None:
            while True:
                try:
                    line, _ = door.accept()
                except OSError:
                    return
                with line:
                    line.sendall(_answer(line))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"unix:{path}"
        door.shutdown(socket.SHUT_RDWR)
        thread.join()
    path.unlink()
