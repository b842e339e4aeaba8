"""The income tax tariff in whole numbers: EStG § 32a Abs. 1 S. 2 to 6 and § 39b Abs. 2 S. 7."""

from lebenslage.kernel.fixed import CENT, cents_down_to_euro, down_to_euro, multiplied

CENTS_PER_TEN_THOUSANDTH = 10_000  # a cent is 10^-6 of ten thousand euros: y and z of the statute with ten decimals


def tarif(einkommen: int, grenzen: tuple[int, ...], quadrat: tuple[int, ...], satz: tuple[int, ...], fest: tuple[int, ...]) -> int:
    """The tax on an income in cents, as euros with ten decimals, before it is rounded down.

    `grenzen` are the ends of zones 1 to 4 in cents. `quadrat`, `satz` and `fest` belong to zones 2 to 5; the last two zones have no square.
    """
    if einkommen <= grenzen[0]:
        return 0
    if einkommen <= grenzen[1]:
        y = (einkommen - grenzen[0]) * CENTS_PER_TEN_THOUSANDTH
        return multiplied(multiplied(quadrat[0], y) + satz[0], y) + fest[0]
    if einkommen <= grenzen[2]:
        z = (einkommen - grenzen[1]) * CENTS_PER_TEN_THOUSANDTH
        return multiplied(multiplied(quadrat[1], z) + satz[1], z) + fest[1]
    zone = 2 if einkommen <= grenzen[3] else 3
    return multiplied(satz[zone], einkommen * CENT) + fest[zone]


def in_vollen_euro(einkommen: int, grenzen: tuple[int, ...], quadrat: tuple[int, ...], satz: tuple[int, ...], fest: tuple[int, ...]) -> int:
    """The tax in cents: income and tax are each rounded down to full euros (§ 32a Abs. 1 S. 1 and 6)."""
    return down_to_euro(tarif(cents_down_to_euro(max(einkommen, 0)), grenzen, quadrat, satz, fest))


def klasse_fuenf_bis(
    einkommen: int, grenzen: tuple[int, ...], quadrat: tuple[int, ...], satz: tuple[int, ...], fest: tuple[int, ...]
) -> int:
    """Twice the tax between 5/4 and 3/4 of the income, at least 14 percent: § 39b Abs. 2 S. 7, in cents."""
    mehr = in_vollen_euro(einkommen * 5 // 4, grenzen, quadrat, satz, fest)
    weniger = in_vollen_euro(einkommen * 3 // 4, grenzen, quadrat, satz, fest)
    return max(2 * (mehr - weniger), cents_down_to_euro(einkommen * 14 // 100))
