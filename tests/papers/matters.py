"""Cases to print: a family that gets Wohngeld, one that does not, a very large one; all of them invented."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from lebenslage.benefits.together.law import Law
from lebenslage.kernel.deadlines import Remedy, RemedyForm, RemedyKind, RemedyPlace
from lebenslage.law.engine import Result
from lebenslage.law.household import load_document
from lebenslage.papers.letter import Addressee, Sender
from lebenslage.papers.notice import ConfirmedFigure, Matter, Outcome, Payment
from lebenslage.site.commands import bench_household
from lebenslage.site.commands.household_files import read_household

DAY = date(2026, 11, 1)
FAMILY = Path(bench_household.__file__).with_name("example_household.yaml")

WIDERSPRUCH = Remedy(
    RemedyKind.WIDERSPRUCH,
    RemedyPlace.AUTHORITY,
    (RemedyForm.SCHRIFTLICH, RemedyForm.ELEKTRONISCH, RemedyForm.SCHRIFTFORMERSETZEND, RemedyForm.NIEDERSCHRIFT),
    1,
    ("VwGO §§ 68, 70", "JustG NRW § 110 Abs. 2"),
)
SENDER = Sender(
    authority="Stadt Musterstadt",
    office="Amt für Soziales und Wohnen, Wohngeldstelle",
    street="Rathausplatz 1",
    place="50999 Musterstadt",
    caseworker="Jana Öztürk",
    room="214",
    phone="02234 5550-214",
    mail="wohngeld@musterstadt.example",
    hours="Mo bis Fr 8 bis 12 Uhr, Do auch 14 bis 18 Uhr",
)
ADDRESSEE = Addressee("Anna Berg", ("Lindenweg 12", "50999 Musterstadt"))


def household(**changes: Any) -> dict[str, Any]:
    """The family of the example, with other answers of the household."""
    document = deepcopy(load_document(FAMILY))
    document["haushalt"] |= changes
    return document


def assessed(document: dict[str, Any]) -> Result:
    """What the law says of Wohngeld."""
    return Law.on(DAY).assess(read_household(document, DAY), "wohngeld")["wohngeld"]


def matter(result: Result, outcome: Outcome = Outcome.GRANT, **changes: Any) -> Matter:
    """A matter with everything in it; every figure in doubt is confirmed."""
    given: dict[str, Any] = {
        "sender": SENDER,
        "addressee": ADDRESSEE,
        "case_number": "WG-2026-000123",
        "applied_on": date(2026, 11, 3),
        "dated": date(2026, 11, 24),
        "sent_on": date(2026, 11, 24),
        "remedy": WIDERSPRUCH,
        "payment": Payment("DE12 •••• •••• •••• ••78 90", "Anna Berg"),
        "confirmed": tuple(ConfirmedFigure(figure.id, "Mara Klein", date(2026, 11, 23)) for figure, _ in result.to_check),
        "signed_by": "Mara Klein",
    }
    return Matter(outcome=outcome, **(given | changes))
