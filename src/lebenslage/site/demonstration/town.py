"""The invented towns: one that is connected, with its staff, quarters and streets, and two that are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from lebenslage.accounts.actions import set_totp
from lebenslage.authorities.actions import Office, StreetRange, connect, employ, set_streets
from lebenslage.authorities.models import Authority, Channel, Staff
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.models import Area
from lebenslage.services.actions import publish
from lebenslage.site.demonstration.people import loaded

SERVICE: Final = "wohngeld"
COUNTED_ON: Final = date(2025, 12, 31)
INVENTED: Final = "erfunden für die Vorführung"
PASSWORD: Final = "nur-zum-ausprobieren"  # noqa: S105 - printed on the screen: it opens invented data alone
TOTP_SECRET: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - the same


@dataclass(frozen=True, slots=True)
class Town:
    """The connected town and who works there."""

    authority: Authority
    staff: tuple[Staff, ...]


def build() -> Town:
    """Publish the service, connect the towns, employ the staff, draw the quarters."""
    plan = loaded("town.yaml")
    publish(SERVICE, by=SYSTEM)
    connected = tuple(_authority(one) for one in plan["authorities"].values())[0]  # noqa: RUF015 - the others are made, too
    _quarters(connected, plan["areas"])
    return Town(connected, tuple(_employed(connected, one) for one in plan["staff"]))


def _authority(one: Mapping[str, Any]) -> Authority:
    on_paper = {name: one.get(name, "") for name in Office.__dataclass_fields__}
    return connect(
        one["key"],
        Office(**on_paper),
        by=SYSTEM,
        services=[SERVICE],
        channel=Channel.PLATFORM if "connected_since" in one else Channel.PRINT,
        mietenstufe=Mietenstufe[one["mietenstufe"].upper()],
    )


def _employed(authority: Authority, one: Mapping[str, str]) -> Staff:
    staff = employ(authority, **one, by=SYSTEM, password=PASSWORD)
    set_totp(staff.user, TOTP_SECRET)
    return staff


def _quarters(authority: Authority, areas: Mapping[str, Mapping[str, Any]]) -> None:
    for key, area in areas.items():
        Area.objects.create(
            authority=authority, key=key, name=area["name"], residents=area["residents"], residents_on=COUNTED_ON, source=INVENTED
        )
    set_streets(authority, [StreetRange(street, key) for key, area in areas.items() for street in area["streets"]], by=SYSTEM)


def code_now() -> str:
    """The one-time code that opens the second step of every invented member of staff at this moment."""
    _, now, _ = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(TOTP_SECRET, now))
