"""Fixed-point numbers with ten decimals (WoGG Anlage 3 Nr. 2) in whole numbers of 10^-10.

The functions use only `//`, `%`, `*`, `+`, `-` on whole numbers below 2^63, so that the same source runs as plain Python and compiled to
machine code without overflow: |x| <= 10^16 (a factor up to a million) and |y| <= 10^16 (an amount up to a million euros).
"""

ONE = 10_000_000_000
HALF_DIGITS = 100_000
CENT = 100_000_000
MICRO = 10_000


def multiplied(x: int, y: int) -> int:
    """X * y, cut (not rounded) after the tenth decimal towards zero; exact for |x|, |y| <= 10^16 with |x*y| <= 10^28."""
    negative = (x < 0) != (y < 0)
    a = abs(x)
    b = abs(y)
    a1 = a // HALF_DIGITS
    a0 = a - a1 * HALF_DIGITS
    b1 = b // HALF_DIGITS
    b0 = b - b1 * HALF_DIGITS
    product = a1 * b1 + (a1 * b0 + a0 * b1 + a0 * b0 // HALF_DIGITS) // HALF_DIGITS
    return -product if negative else product


def half_up_to_euro(amount: int) -> int:
    """An amount with ten decimals, rounded to full euros (from 0.50 up), in cents."""
    return (amount + ONE // 2) // ONE * 100


def half_up_to_cent(amount: int) -> int:
    """An amount with ten decimals, rounded to whole cents (from half a cent up), in cents."""
    return (amount + CENT // 2) // CENT


def up_to_euro(amount: int) -> int:
    """An amount with ten decimals, rounded up to full euros, in cents."""
    return -(-amount // ONE) * 100


def down_to_euro(amount: int) -> int:
    """An amount with ten decimals, rounded down to full euros, in cents."""
    return amount // ONE * 100


def cents_up_to_euro(amount: int) -> int:
    """Cents, rounded up to full euros, in cents."""
    return -(-amount // 100) * 100


def cents_down_to_euro(amount: int) -> int:
    """Cents, cut to full euros, in cents."""
    return amount // 100 * 100


def twelfth(amount: int) -> int:
    """What a sum of a year is a month, in whole cents (from half a cent up)."""
    return (amount + 6) // 12
