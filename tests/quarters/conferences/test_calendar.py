"""The appointment as calendars read it (RFC 5545)."""

from datetime import UTC, date, datetime, time

from lebenslage.authorities.models import Authority
from lebenslage.quarters.conferences.calendar import as_ics
from lebenslage.quarters.conferences.models import Conference

AT = datetime(2026, 4, 1, 8, tzinfo=UTC)


def ics(**more: object) -> bytes:
    given = {"title": "Aufwachsen; am Hafen, heute", "on": date(2026, 5, 12), "starts": time(14), "ends": time(16), **more}
    return as_ics(Conference(authority=Authority(name="Stadt Ahornstedt"), **given), at=AT)


def test_times_are_those_of_the_town_in_summer() -> None:
    lines = ics().decode().split("\r\n")

    assert "DTSTART:20260512T120000Z" in lines
    assert "DTEND:20260512T140000Z" in lines


def test_signs_that_mean_something_are_escaped() -> None:
    assert "SUMMARY:Aufwachsen\\; am Hafen\\, heute" in ics().decode()


def test_no_line_is_longer_than_75_octets_and_none_is_lost() -> None:
    content = ics(place="Bürgerhaus am Größenwahnsinnigenweg " * 6)

    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert "Bürgerhaus am Größenwahnsinnigenweg " * 6 in content.decode().replace("\r\n ", "")


def test_without_an_end_it_lasts_two_hours_on_the_same_day() -> None:
    assert b"DTEND:20260512T214500Z" in ics(starts=time(22, 45), ends=None)
