"""Print the path of a Python of the version in `.python-version`; install one with uv where the machine has none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".tools/bin/uv"


def output_of(command: Sequence[str]) -> str:
    """What a command prints; nothing when it fails or does not exist."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def candidates(version: str) -> Iterator[str]:
    """Interpreters worth trying, the cheapest first: PATH, pyenv, uv, a download by uv."""
    yield "python" + version
    yield "python3"
    for name in output_of(["pyenv", "versions", "--bare"]).split():
        if name.startswith(version + "."):
            yield output_of(["pyenv", "prefix", name]) + "/bin/python3"
    yield output_of([str(UV), "python", "find", "--no-project", version])
    output_of([str(UV), "python", "install", version])
    yield output_of([str(UV), "python", "find", "--no-project", version])


def real_path(candidate: str, version: str) -> str | None:
    """Where the interpreter really is, if it runs and has this version."""
    question = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)"
    found, _, executable = output_of([candidate, "-c", question]).partition(" ") if candidate else ("", "", "")
    return executable if found == version else None


def main() -> None:
    """Print the first interpreter that fits, or say in one sentence what is missing."""
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    for candidate in candidates(version):
        executable = real_path(candidate, version)
        if executable:
            sys.stdout.write(executable + "\n")
            return
    sys.exit(f"No Python {version} was found with PATH, pyenv or uv, and uv could not install it: please install Python {version}.")


if __name__ == "__main__":
    main()
