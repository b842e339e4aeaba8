"""An authority is connected in one step, decides where it should, and finds the area of a house however its street is written."""

from typing import Any

import pytest

from lebenslage.authorities.actions import Office, StreetRange, connect, employ, set_streets
from lebenslage.authorities.models import Authority, Channel, Role
from lebenslage.authorities.problems import AddressTaken, AlreadyResponsible, NotInTheRegister, UnknownMunicipality
from lebenslage.authorities.queries import area_of, find, lookup_gemeinde_on, offers, place_of, places, responsible
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import today

pytestmark = pytest.mark.django_db
BONN, KOELN, INVENTED = "05314000", "05315000", "05999004"
OFFICE = Office("Stadt Erlenbruch", "Wohngeldstelle", "Rathausplatz 1", "50000", "Erlenbruch")


def connected(key: str = BONN, **more: Any) -> Authority:
    return connect(key, OFFICE, by=SYSTEM, services=["wohngeld"], **more)


@pytest.fixture
def town() -> Authority:
    return connected(INVENTED, mietenstufe=Mietenstufe.III)


def test_a_municipality_decides_for_its_own_dwellings() -> None:
    bonn = connected()

    assert responsible("wohngeld", BONN) == bonn
    assert responsible("wohngeld", KOELN) is None
    assert bonn.connected
    assert bonn.connected_since == today()


def test_an_authority_may_decide_for_its_neighbour() -> None:
    assert connected(municipalities=[KOELN]) == responsible("wohngeld", KOELN)


def test_two_authorities_do_not_decide_on_the_same() -> None:
    connected()

    with pytest.raises(AlreadyResponsible):
        connected(KOELN, municipalities=[BONN])


def test_connecting_twice_changes_the_one_authority() -> None:
    first = connected(channel=Channel.PRINT)
    second = connected()

    assert first.id == second.id
    assert (offers(first, "wohngeld"), offers(second, "wohngeld")) == (False, True)


@pytest.mark.parametrize(("key", "level"), [(INVENTED, None), (BONN, Mietenstufe.I)])
def test_only_an_invented_town_says_its_rent_level_itself(key: str, level: Mietenstufe | None) -> None:
    with pytest.raises(NotInTheRegister):
        connected(key, mietenstufe=level)


def test_an_invented_town_can_be_chosen_like_any_other(town: Authority) -> None:
    assert len(places()) == 397
    assert find("erlenbruch") == find(INVENTED) == place_of(INVENTED)
    assert lookup_gemeinde_on(today())("Erlenbruch") == {"mietenstufe": "iii"}


def test_a_town_nobody_connected_is_unknown() -> None:
    with pytest.raises(UnknownMunicipality):
        find("Erlenbruch")


@pytest.mark.parametrize("street", ["Hauptstraße", "Hauptstr.", "hauptstrasse", "HAUPTSTRASSE", "Haupt-Straße", " Hauptstr "])
def test_a_street_is_found_however_it_is_written(town: Authority, street: str) -> None:
    set_streets(town, [StreetRange("Hauptstraße", "q1", 1, 49), StreetRange("Hauptstr.", "q2", 50)], by=SYSTEM)

    assert [area_of(town, street, number) for number in ("7a", "49", "50-52", "", "77")] == ["q1", "q1", "q2", "", "q2"]


def test_a_street_in_one_area_needs_no_number(town: Authority) -> None:
    set_streets(town, [StreetRange("Am Anger", "q3")], by=SYSTEM)

    assert area_of(town, "am anger", "") == "q3"
    assert area_of(town, "Am Weiher", "1") == ""


def test_streets_that_are_said_again_are_replaced(town: Authority) -> None:
    set_streets(town, [StreetRange("Am Anger", "q3")], by=SYSTEM)

    assert set_streets(town, [StreetRange("Am Anger", "q4")], by=SYSTEM) == 1
    assert area_of(town, "Am Anger", "1") == "q4"


def test_somebody_is_employed_once(town: Authority) -> None:
    staff = employ(town, name="Kim Beispiel", email="Kim@Example.org", role=Role.CASEWORKER, by=SYSTEM)

    assert (staff.user.email, staff.user.has_usable_password(), staff.authority) == ("kim@example.org", False, town)
    with pytest.raises(AddressTaken):
        employ(town, name="Kim", email="kim@example.org", role=Role.APPROVER, by=SYSTEM)
