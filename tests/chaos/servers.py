"""The processes that are killed: the web server with its workers, and the one that prints."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from lebenslage.site.commands.serve import server_words

WORKER = ["-m", "lebenslage.site.commands", "worker", "--interval", "0.05"]
PATIENCE = 60


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class House:
    """One web server and one worker; whoever falls is started again."""

    environment: dict[str, str]
    log: Path
    port: int = field(default_factory=free_port)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str) -> None:
        """Start `web` or `worker` in a group of processes of its own."""
        words = server_words(self.port) if name == "web" else WORKER
        environment = {**os.environ, **self.environment}
        with self.log.open("ab") as log:
            started = subprocess.Popen([sys.executable, *words], env=environment, start_new_session=True, stdout=log, stderr=log)
        self.running[name] = started

    def kill(self, name: str) -> None:
        """End the whole group at once, in the middle of whatever it does, and start it again."""
        self.end(name)
        self.start(name)

    def kill_one_of_the_web(self, dice: random.Random) -> None:
        """End one process that answers; the server starts another one."""
        children = Path(f"/proc/{self.running['web'].pid}/task/{self.running['web'].pid}/children").read_text(encoding="ascii").split()
        if children:
            os.kill(int(dice.choice(children)), signal.SIGKILL)

    def end(self, name: str) -> None:
        """End a group for good."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def wait(self) -> None:
        """Wait until the web answers."""
        until = time.monotonic() + PATIENCE
        while not self._answers():
            self._start_what_fell()
            assert time.monotonic() < until, "the web does not come back"
            time.sleep(0.05)

    def _start_what_fell(self) -> None:
        """As the machine's supervisor does: a web server of which one process dies twice within five seconds ends by itself."""
        for name in [name for name, process in self.running.items() if process.poll() is not None]:
            self.start(name)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/de/")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
