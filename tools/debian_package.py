"""Make sure that a program of a Debian package is there: install it when root, else say in one sentence what to do."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path


def is_there(package: str) -> bool:
    """Whether the machine already offers what the package brings."""
    if package == "python3-venv":
        return importlib.util.find_spec("ensurepip") is not None
    if package == "postgresql":
        return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if package == "chromium-headless-shell":
        return any(map(shutil.which, (package, "chromium")))
    return shutil.which(package) is not None


def install(package: str) -> None:
    """Install with apt, without questions; the list of packages is brought up to date first."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run(["apt-get", "-qq", *words], env=environment, stdin=subprocess.DEVNULL, check=True)


def main() -> None:
    """Install the package named on the command line where it is missing and that is possible."""
    package = sys.argv[1]
    if is_there(package):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"{package} is missing: please ask your administrator to install it (on Debian: sudo apt-get install {package}).")
    install(package)


if __name__ == "__main__":
    main()
