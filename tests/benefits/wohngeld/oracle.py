"""The Wohngeld a second time, from the statute, with `decimal`: §§ 11, 12 and 19 WoGG with Anlagen 1 to 3.

Typed from the texts in force (BGBl. 2022 I S. 2160; BGBl. 2024 I Nr. 314), apart from the program: it shares no table and no line with it.
"""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

TEN_PLACES = Decimal("1e-10")
LEVELS = ("I", "II", "III", "IV", "V", "VI", "VII")
A = ["0.04", "0.03", "0.02", "0.01", "0", "-0.01", "-0.02", "-0.03", "-0.04", "-0.06", "-0.09", "-0.12"]
B = {
    2023: ["4.991", "3.716", "3.035", "2.251", "1.985", "1.792", "1.657", "1.648", "1.432", "1.300", "1.188", "1.152"],
    2025: ["4.797", "3.571", "2.917", "2.163", "1.907", "1.722", "1.592", "1.583", "1.376", "1.249", "1.141", "1.107"],
}
C = {
    2023: ["4.620", "3.450", "2.780", "2.000", "1.950", "1.880", "1.870", "1.870", "1.880", "1.880", "2.220", "2.510"],
    2025: ["4.080", "3.040", "2.450", "1.760", "1.720", "1.660", "1.650", "1.650", "1.660", "1.660", "1.960", "2.210"],
}
LEAST_M = {
    2023: [52, 64, 76, 88, 99, 99, 111, 123, 135, 146, 180, 286],
    2025: [54, 67, 79, 92, 103, 103, 115, 128, 140, 152, 187, 298],
}
LEAST_Y = {
    2023: [350, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600],
    2025: [396, 679, 906, 1132, 1358, 1585, 1811, 2037, 2264, 2490, 2717, 2943],
}
EACH_FROM_13 = {2023: 57, 2025: 65}
CAPS = {
    2023: {
        "I": (347, 420, 501, 584, 667, 79),
        "II": (392, 474, 564, 659, 752, 90),
        "III": (438, 530, 631, 736, 841, 102),
        "IV": (491, 595, 708, 825, 944, 114),
        "V": (540, 654, 778, 909, 1038, 124),
        "VI": (591, 716, 853, 995, 1137, 143),
        "VII": (651, 788, 937, 1095, 1251, 157),
    },
    2025: {
        "I": (361, 437, 521, 608, 694, 82),
        "II": (408, 493, 587, 686, 782, 94),
        "III": (456, 551, 657, 766, 875, 106),
        "IV": (511, 619, 737, 858, 982, 119),
        "V": (562, 680, 809, 946, 1080, 129),
        "VI": (615, 745, 887, 1035, 1183, 149),
        "VII": (677, 820, 975, 1139, 1302, 163),
    },
}
CLIMATE = ("19.20", "24.80", "29.60", "34.40", "39.20", "4.80")
HEATING = ("110.40", "142.60", "170.20", "197.80", "225.40", "27.60")


def edition(year: int) -> int:
    """The year since which the tables of a year hold."""
    return 2025 if year >= 2025 else 2023


def cut(number: Decimal) -> Decimal:
    """A fixed-point number with ten decimals (Anlage 3 Nr. 2)."""
    return number.quantize(TEN_PLACES, ROUND_DOWN)


def amount(members: int, rent: Decimal, income: Decimal, year: int) -> Decimal:
    """§ 19 for the rent or burden that counts and the monthly total income, in euros."""
    tables, row = edition(year), min(members, 12) - 1
    with localcontext(prec=60):
        m, y = max(rent, Decimal(LEAST_M[tables][row])), max(income, Decimal(LEAST_Y[tables][row]))
        b, c = Decimal(B[tables][row]).scaleb(-4), Decimal(C[tables][row]).scaleb(-5)
        z1 = Decimal(A[row]) + cut(b * m) + cut(c * y)
        z4 = cut(Decimal("1.15") * (m - cut(z1 * y)))
        whole = z4.quantize(Decimal(1), ROUND_HALF_UP)
        if members > 12:
            whole = max(whole, min(whole + EACH_FROM_13[tables] * (members - 12), rent.quantize(Decimal("0.01"), ROUND_DOWN)))
        return max(whole, Decimal(0))


def by_size(row: tuple[int | str, ...], size: int) -> Decimal:
    """A table of one to five members and an amount for each further one, read at a number of members."""
    return Decimal(row[min(size, 5) - 1]) + Decimal(row[5]) * max(0, size - 5)


def cap(size: int, level: str, year: int) -> Decimal:
    """Höchstbetrag and Klimakomponente for all members of a household (§ 12 Abs. 1 and 7)."""
    return by_size(CAPS[edition(year)][level], size) + by_size(CLIMATE, size)


def counted_rent(rent: Decimal, members: int, everybody: int, level: str, year: int) -> Decimal:
    """§ 11 Abs. 1 and 3: the share of the rent up to the share of the cap, and the share of the heating relief."""
    size = min(everybody, 12) if members > 12 else everybody
    share = Decimal(members) / everybody
    return min(rent * share, cap(size, level, year) * share) + by_size(HEATING, size) * share
