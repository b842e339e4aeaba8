"""Reading and writing amounts the way people write them: "1.200,50 €", "1200.50", "1 200"."""

import re
from decimal import Decimal

from lebenslage.kernel.errors import UnclearAmount, UnreadableAmount
from lebenslage.kernel.typed import as_figures

ABOUT = re.compile(r"(?i)^(?:~|(?:ca|circa|zirka|etwa|ungefähr|rund|about|around|ongeveer)\b\.?)\s*")
CURRENCY = re.compile(r"(?i)(?<!\d)(?:€|eur(?:os?)?\b)\s*(?=-?\s*\d)|(?<=[\d.,-])\s*(?:€|eur(?:os?)?)$")
EURO_AND_CENT = re.compile(r"(?i)(?<=\d)\s*(?:€|eur(?:os?)?)\s*(?:und\s*)?(\d{2})\s*(?:ct|cents?)?$")
NO_CENTS = re.compile(r"[.,]\s?-{1,2}$")
LOOSE = re.compile(r"\s*([.,'])\s*|(?<=^-)\s+")
GROUPED_GERMAN = re.compile(r"^-?[1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?$")
GROUPED_ENGLISH = re.compile(r"^-?[1-9]\d{0,2}(,\d{3})+(\.\d{1,2}|(?<=,\d{3},\d{3}))$")
GROUPED_OTHERWISE = re.compile(r"^-?[1-9]\d{0,2}(?:(?: \d{3})+|('\d{3})+|(_\d{3})+)([.,]\d{1,2})?$")
PLAIN = re.compile(r"^-?\d+([.,]\d{1,2})?$")
TWO_MEANINGS = re.compile(r"^-?([1-9]\d{0,2}),(\d{3})$")


def read_cents(given: object) -> int:
    """An amount in cents. A third decimal is refused, never rounded away. Raises UnreadableAmount; UnclearAmount (one of them).

    "1.200" is one thousand two hundred (German grouping): an amount of money has two decimals or none, or one when typed in haste.
    "1,200" may be a slip of either kind and "12 50" of any: they are refused. "1.200,-", "12 Euro 50" and "ca. 1200" are amounts.
    """
    if isinstance(given, bool):
        raise UnreadableAmount(given=str(given))
    text = _bare(as_figures(str(given)))
    if GROUPED_GERMAN.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif GROUPED_ENGLISH.match(text):
        text = text.replace(",", "")
    elif GROUPED_OTHERWISE.match(text) or PLAIN.match(text):
        text = re.sub("[ '_]", "", text).replace(",", ".")
    elif unclear := TWO_MEANINGS.match(text):
        raise UnclearAmount(given=str(given)[:40], given_whole=f"{unclear[1]}{unclear[2]}")
    else:
        raise UnreadableAmount(given=str(given)[:40])
    return int(Decimal(text) * 100)


def _bare(text: str) -> str:
    """The figures of an amount, with its signs: no currency, no dash in place of cents, no loose spaces."""
    text = EURO_AND_CENT.sub(r",\1", ABOUT.sub("", text))
    return LOOSE.sub(r"\1", NO_CENTS.sub("", CURRENCY.sub("", text)))


def write_amount(scaled: int, decimals: int, *, point: str, group: str) -> str:
    """Write an integer of 10^-decimals with at least two decimals and no further zeros: 123450, 2 -> "1.234,50"."""
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**decimals)
    digits = str(rest).rjust(decimals, "0").rstrip("0").ljust(2, "0") if decimals else "00"
    return f"{sign}{whole:,}".replace(",", group) + point + digits
