"""A page as somebody who cannot see it has it: what is announced, where links lead, which field is wrong and how it is described."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse

GROUPS = {"fieldset"}


@dataclass
class Page(HTMLParser):
    """A page, read once."""

    status: int
    markup: str
    by_id: dict[str, Mapping[str, str]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    summary: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    wrong_groups: list[Mapping[str, str]] = field(default_factory=list)
    _alert: int = 0
    _depth: int = 0
    _area: str = ""

    def __post_init__(self) -> None:
        """Read the markup."""
        super().__init__()
        self.feed(self.markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, what fields hold, and the links of the summary."""
        given = {key: value or "" for key, value in attrs}
        self._depth += tag == "div"
        if given.get("role") == "alert":
            self._alert = self._depth
        if tag == "a" and self._alert:
            self.summary.append(given["href"])
        if "id" in given:
            self.by_id[given["id"]] = given
        if tag == "fieldset" and given.get("aria-invalid"):
            self.wrong_groups.append(given)
        if tag == "input" and given.get("type", "text") == "text":
            self.values[given["name"]] = given.get("value", "")
        if tag == "textarea":
            self._area = given["name"]
            self.values[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        """Leave a text field, or the summary."""
        self._area = "" if tag == "textarea" else self._area
        if tag == "div":
            self._alert = 0 if self._depth == self._alert else self._alert
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.pieces.append(data)
        if self._area:
            self.values[self._area] += data

    @property
    def text(self) -> str:
        """All words, on one line."""
        return " ".join(" ".join(self.pieces).split())


def page_of(response: HttpResponse) -> Page:
    """The page of an answer."""
    return Page(response.status_code, response.content.decode() if not response.streaming else "")


def faults(page: Page, field: str, says: str, typed: str) -> list[str]:
    """What is missing where a mistake is told: the sentence twice, a link to the field, its description, and what was typed."""
    at = page.by_id.get(field, {})
    wanted = {
        f"status 422, not {page.status}": page.status == 422,
        f"the sentence “{says}”": " ".join(says.split()) in page.text,
        "an announced summary": bool(page.summary) and page.by_id.get("fehler", {}).get("role") == "alert",
        "focus on the summary": "autofocus" in page.by_id.get("fehler", {}),
        f"a link to #{field}": f"#{field}" in page.summary and bool(at),
        "aria-invalid": at.get("aria-invalid") == "true",
        "aria-describedby": f"{field}-error" in at.get("aria-describedby", "").split() and f"{field}-error" in page.by_id,
        "what was typed": field not in page.values or page.values[field].lstrip("\n") == typed,
    }
    return [name for name, holds in wanted.items() if not holds]
