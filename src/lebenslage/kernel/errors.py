"""Problems that explain themselves to the person who meets them.

A problem carries *what* (its class) and *where* (its details). The sentence that a person reads is in the text files of the
language she chose; `str(problem)` is for engineers and logs and therefore holds no answer of a resident.
"""

from typing import ClassVar


class Problem(Exception):
    """Something a person can put right. `details` fill the sentence of the text key `key`."""

    key: ClassVar[str] = "problem"

    def __init_subclass__(cls) -> None:
        """Derive the text key from the class name: `UnknownFact` -> `unknown_fact`."""
        cls.key = "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("_")

    def __init__(self, **details: object) -> None:
        """Keep the details that the sentence needs, by name. What begins with `given` is what a person typed."""
        super().__init__(self.key, *(str(v) for k, v in sorted(details.items()) if not k.startswith("given")))
        self.details = details


class UnreadableFile(Problem):
    """A file is missing, is not YAML or JSON, or has another shape than a household file. Details: file, reason."""


class UnreadableAmount(Problem):
    """A text is not an amount of money. Details: given."""


class UnclearAmount(UnreadableAmount):
    """A text is one of two amounts: "1,200" may be 1.20 or 1200. Details: given, given_whole."""


class UnreadableDate(Problem):
    """A text is not a day of the calendar. Details: given."""


class YearUnclear(UnreadableDate):
    """A day has two digits for its year, which may lie in two centuries. Details: given, given_year."""


class NoSuchDay(UnreadableDate):
    """A month has no such day: 30 February. Details: given."""


class DateWithoutTable(Problem):
    """No figure is known for this day: nothing is carried forward silently. Details: parameter, on, first, last."""


class InvalidKey(Problem):
    """An official key is not well-formed. Details: given, expected."""
