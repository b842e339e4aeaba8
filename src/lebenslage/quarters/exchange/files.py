"""What is shared as one YAML file, for towns on other installations, and back."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from pydantic import ValidationError

from lebenslage.quarters.exchange.contents import Item, Parcel
from lebenslage.quarters.exchange.models import Shared
from lebenslage.quarters.exchange.problems import NotShareable

LARGEST = 2 * 1024 * 1024


def item_of(shared: Shared) -> Item:
    """What is kept, as typed data."""
    return Item.model_validate(
        {"title": shared.title, "summary": shared.summary, "town": shared.town, "since": shared.on, "content": shared.content}
    )


def as_yaml(some: Sequence[Item]) -> str:
    """The file: German letters as they are, in the order given."""
    return yaml.safe_dump(Parcel(items=list(some)).model_dump(mode="json"), allow_unicode=True, sort_keys=False, width=120)


def read_yaml(name: str, content: bytes) -> Sequence[Item]:
    """What a file brings. Raises NotShareable."""
    if len(content) > LARGEST:
        raise NotShareable(file=name, reason="2 MB")
    try:
        return Parcel.model_validate(yaml.safe_load(content.decode("utf8"))).items
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise NotShareable(file=name, reason="YAML") from error
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"]) or name
        raise NotShareable(file=name, reason=place) from error
