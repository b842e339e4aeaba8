"""Content as plain data for JSON: days and times in ISO 8601, words instead of enumerations."""

from datetime import date, datetime
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """The value with everything JSON does not know written out."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value
