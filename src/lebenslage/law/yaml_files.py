"""YAML files beside the rules. Parsing them would be most of a cold start; so what was read is kept in the cache, by the file's content."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def cache_directory() -> Path:
    """Where things are kept that can be made again: LEBENSLAGE_CACHE, or the user's cache."""
    given = os.environ.get("LEBENSLAGE_CACHE")
    return Path(given) if given else Path.home() / ".cache" / "lebenslage"


def read_yaml(path: Path) -> Any:
    """The content of a file of ours, in the shapes of JSON: keys are words, days are words like 2025-01-01."""
    content = path.read_bytes()
    kept = cache_directory() / "yaml" / f"{hashlib.sha256(content).hexdigest()[:24]}.json"
    with suppress(OSError, ValueError):  # nothing kept, or nothing whole: then it is read anew
        return json.loads(kept.read_bytes())
    text = json.dumps(yaml.load(content, Loader=LOADER), default=date.isoformat)  # noqa: S506 - a safe loader, in C where built
    with suppress(OSError):  # where nothing can be kept, reading takes a little longer
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.write_text(text, encoding="utf8")
        fresh.replace(kept)
    return json.loads(text)
