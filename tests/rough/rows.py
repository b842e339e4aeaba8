"""The table of rough inputs, read: what is typed, and what is to come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from lebenslage.kernel.typed import as_words, quoted

TABLE: Mapping[str, list[Mapping[str, object]]] = yaml.safe_load(Path(__file__).with_name("inputs.yaml").read_text(encoding="utf8"))
SENTENCES: Mapping[str, str] = TABLE["sentences"]  # type: ignore[assignment]
KINDS = [kind for kind in TABLE if kind != "sentences"]


@dataclass(frozen=True)
class Row:
    """One input. `read` is what is understood, `says` the sentence that asks back; one of the two is set."""

    typed: str
    read: str | None
    says: str
    only: str

    def shown(self, kind: str) -> str:
        """What stands in the field afterwards: a file as it was pasted, all else without what nobody sees."""
        return self.typed if kind == "household" else as_words(self.typed, lines=kind == "words")

    def sentence(self, label: str) -> str:
        """The sentence, about the question with this label."""
        return " ".join(self.says.replace("{label}", label).split())


def rows(kind: str) -> Sequence[Row]:
    """The inputs of a kind."""
    return [_row(given) for given in TABLE[kind]]


def _row(given: Mapping[str, object]) -> Row:
    times = int(str(given.get("times", 1)))
    typed, read = str(given["typed"]) * times, given.get("read")
    says = SENTENCES[str(given["says"])] if "says" in given else ""
    for name in ("whole", "year", "over", "limit"):
        says = says.replace(f"{{{name}}}", str(given.get(name, "")))
    return Row(
        typed,
        (str(read) * times if kept_whole(str(read), times) else str(read)) if read is not None else None,
        says.replace("{typed}", quoted(typed)),
        str(given.get("only", "")),
    )


def kept_whole(read: str, times: int) -> bool:
    """Whether what is understood repeats as what was typed does."""
    return times > 1 and len(read) == 1
