"""Links of the interface: whole addresses, titles in the language of the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from lebenslage.law.texts import Texts
from lebenslage.pages.languages import SPOKEN
from lebenslage.planning.public.machines.language import PARAMETER

JSON, GEOJSON, HTML = "application/json", "application/geo+json", "text/html"
ROOM: Final = "public_ogc"

type Whole = Callable[[str], str]
type Link = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links. `whole` makes a whole address of a path of the interface; what was asked for in `lang` stays in every link."""

    whole: Whole
    say: Texts
    lang: str = ""

    def to(self, path: str, rel: str, media: str, title: str, **query: Any) -> Link:
        """A link to a path of the interface."""
        asked = {**query, **({PARAMETER: self.lang} if self.lang else {})}
        return self.out(self.whole(f"{path}?{urlencode(asked)}" if asked else path), rel, media, title)

    def out(self, address: str, rel: str, media: str, title: str) -> Link:
        """A link to a whole address."""
        return {"href": address, "rel": rel, "type": media, "title": title, "hreflang": SPOKEN[self.say.language].lang}

    def both(self, path: str, rel: str, media: str, title: str, **query: Any) -> Sequence[Link]:
        """A link for machines and one for people; of the page itself the latter is the alternate."""
        other = "alternate" if rel == "self" else rel
        return [
            self.to(path, rel, media, title, **{**query, "f": "json"}),
            self.to(path, other, HTML, f"{title} (HTML)", **{**query, "f": "html"}),
        ]

    def of_itself(self, path: str, media: str = JSON, **query: Any) -> Sequence[Link]:
        """The links of a page to itself."""
        return self.both(path, "self", media, self.word("this_page"), **query)

    def word(self, *path: str, **given: object) -> str:
        """A sentence of the interface."""
        return self.say(ROOM, *path, **given)
