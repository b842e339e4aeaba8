"""Content as plain data for JSON: days and times in ISO 8601, words instead of enumerations, fields by their names."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Final

READY: Final = frozenset({str, int, bool, type(None)})


def plain(value: Any) -> Any:
    """The value with everything JSON does not know written out."""
    if type(value) in READY:  # most values: an enumeration of words is not of this very type
        return value
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)} if is_dataclass(value) else value
