"""Reading and writing amounts the way people write them: "1.200,50 €", "1200.50", "1 200"."""

import re
from decimal import Decimal

from lebenslage.kernel.errors import UnreadableAmount

DECORATION = re.compile(r"(?i)€|eur(o|os)?\b|[\s\u00a0\u202f_']")
GROUPED_GERMAN = re.compile(r"^-?[1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?$")
GROUPED_ENGLISH = re.compile(r"^-?[1-9]\d{0,2}(,\d{3})+(\.\d{1,2}|(?<=,\d{3},\d{3}))$")
PLAIN = re.compile(r"^-?\d+([.,]\d{1,2})?$")


def read_cents(given: object) -> int:
    """An amount in cents. A third decimal is refused, never rounded away. Raises UnreadableAmount.

    "1.200" is one thousand two hundred (German grouping): an amount of money has two decimals or none, or one when typed in haste.
    "1,200" and "0.125" may be a third decimal or a slip, and are refused.
    """
    if isinstance(given, bool):
        raise UnreadableAmount(given=str(given))
    text = DECORATION.sub("", str(given)).replace("−", "-")
    if GROUPED_GERMAN.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif GROUPED_ENGLISH.match(text):
        text = text.replace(",", "")
    elif PLAIN.match(text):
        text = text.replace(",", ".")
    else:
        raise UnreadableAmount(given=str(given)[:40])
    return int(Decimal(text) * 100)


def write_amount(scaled: int, decimals: int, *, point: str, group: str) -> str:
    """Write an integer of 10^-decimals with at least two decimals and no further zeros: 123450, 2 -> "1.234,50"."""
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**decimals)
    digits = str(rest).rjust(decimals, "0").rstrip("0").ljust(2, "0") if decimals else "00"
    return f"{sign}{whole:,}".replace(",", group) + point + digits
