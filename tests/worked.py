"""Our own worked cases, read once for all tests that look at them."""

from functools import cache

from lebenslage.site.commands.worked_cases import Case, own_examples, read_cases


@cache
def our_cases() -> tuple[Case, ...]:
    """Every worked case of every right."""
    return tuple(read_cases(own_examples()))
