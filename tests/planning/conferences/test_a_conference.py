"""A conference from the invitation to the public minutes, as planners click it."""

from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.conferences import queries
from lebenslage.quarters.conferences.models import Conference, Decision, Item
from lebenslage.quarters.measures.models import Measure
from tests.papers.reading import attached, text_of
from tests.planning.conferences.conftest import Meet
from tests.portal.conftest import Seen

NOTES = "Frau Sonnenschein sagt: Es fehlt ein Raum. Ihre Nummer ist 02234 5550."


def see(client: Client, address: str, status: int = 200) -> Seen:
    answer = client.get(address)
    assert answer.status_code == status
    return Seen(answer.status_code, answer.content.decode())


def item_of(meet: Meet) -> Item:
    return meet.conference.items.get(title="Was fehlt?")


def write(meet: Meet, notes: str, version: int) -> int:
    answer = meet.client.post(f"{meet.address}mitschrift/{item_of(meet).pk}/", {"notes": notes, "version": version, "public": "ja"})
    return answer.status_code


def decide(meet: Meet, text: str, **more: str) -> Decision:
    given = {"text": text, "responsible": "Jugendamt", "due": "2026-09-01", "public": "ja", "item": item_of(meet).pk, **more}
    assert meet.client.post(f"{meet.address}beschluss/", given).status_code == 302
    return meet.conference.decisions.get(text=text)


def test_a_new_conference_begins_with_an_agenda(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt)

    client.post("/planung/konferenzen/neu/", {"title": "Hafenrand", "on": "2026-12-01", "starts": "14:00", "areas": ["10"]})

    page = see(client, f"/planung/konferenzen/{Conference.objects.get().pk}/")
    assert "14:10 Das Quartier in Zahlen" in page.text
    assert "Noch ist niemand eingeladen" in page.text


def test_the_briefing_says_what_is_clearly_different_here(meet: Meet) -> None:
    page = see(meet.client, f"{meet.address}vorbereitung/")

    assert "In Hafenrand leben 1.128 Menschen" in page.text
    assert "Deutlich stärker belastet als die Stadt: Altersarmut" in page.text
    assert "kann Zufall sein" in page.text


def test_two_who_write_at_once_lose_no_text(meet: Meet) -> None:
    assert write(meet, "Es fehlt ein Raum.", 0) == 302

    answer = meet.client.post(f"{meet.address}mitschrift/{item_of(meet).pk}/", {"notes": "Der Bus fährt selten.", "version": 0})

    assert answer.status_code == 409
    assert "Es fehlt ein Raum." in answer.content.decode()
    assert "Der Bus fährt selten." in answer.content.decode()
    assert item_of(meet).notes == "Es fehlt ein Raum."


def test_a_decision_becomes_a_measure_with_one_click_and_only_once(meet: Meet) -> None:
    decision = decide(meet, "Das Familienzentrum öffnet einen Lernraum.")

    for _ in range(2):
        answer = meet.client.post(f"/planung/konferenzen/beschluss/{decision.pk}/massnahme/")

    measure = Measure.objects.get()
    assert answer.headers["Location"] == f"/planung/geld/massnahmen/{measure.pk}/bearbeiten/"
    assert (measure.areas, measure.department, f"{measure.due}") == (["10", "24"], "Jugendamt", "2026-09-01")


def test_what_is_overdue_comes_first_and_can_be_done(meet: Meet) -> None:
    decide(meet, "Später", due="2099-01-01")
    late = decide(meet, "Jetzt", due="2026-06-01")

    page = see(meet.client, "/planung/konferenzen/nachhalten/")
    assert page.text.index("Jetzt") < page.text.index("Später")
    meet.client.post(f"/planung/konferenzen/beschluss/{late.pk}/stand/", {"progress": "done", "remark": "Eröffnet"})

    assert "Jetzt" not in see(meet.client, "/planung/konferenzen/nachhalten/").text
    assert "Eröffnet" in see(meet.client, "/planung/konferenzen/nachhalten/?stand=done").text


def test_nothing_is_public_before_it_is_approved_and_confirmed(meet: Meet) -> None:
    write(meet, NOTES, 0)
    meet.client.post(f"{meet.address}schritt/hold/")
    assert meet.client.post(f"{meet.address}veroeffentlichen/").status_code == 422
    meet.client.post(f"{meet.address}schritt/approve/")

    page = see(meet.client, f"{meet.address}veroeffentlichen/")

    assert "Leitung Frühe Hilfen, Jugendamt sagt: Es fehlt ein Raum." in page.text
    assert list(queries.public_minutes(meet.conference.authority)) == []


def test_public_minutes_hold_functions_and_no_names(meet: Meet) -> None:
    write(meet, NOTES, 0)
    decide(meet, "Frau Sonnenschein sucht einen Raum.")
    meet.client.post(f"{meet.address}anwesend/", {"da": meet.conference.invitations.get().pk})
    for step in ("schritt/hold/", "schritt/approve/", "veroeffentlichen/"):
        meet.client.post(f"{meet.address}{step}")

    (public,) = queries.public_minutes(meet.conference.authority)

    assert public.content["present"] == ["Leitung Frühe Hilfen, Jugendamt"]
    assert "Sonnenschein" not in f"{public.content}"
    assert "5550" not in f"{public.content}"
    assert public.content["decisions"][0]["text"] == "Leitung Frühe Hilfen, Jugendamt sucht einen Raum."


def test_approved_minutes_are_not_written_any_more(meet: Meet) -> None:
    for step in ("hold", "approve"):
        meet.client.post(f"{meet.address}schritt/{step}/")

    assert write(meet, "Nachträglich", 0) == 422
    assert item_of(meet).notes == ""


def test_a_department_writes_but_does_not_approve(meet: Meet, enter_at: Callable[..., Client]) -> None:
    department = enter_at(meet.conference.authority, Role.DEPARTMENT)
    address = f"{meet.address}mitschrift/{item_of(meet).pk}/"

    assert department.post(address, {"notes": "Von uns", "version": 0}).status_code == 302
    assert department.post(f"{meet.address}schritt/hold/").status_code == 302
    assert department.post(f"{meet.address}schritt/approve/").status_code == 422
    assert department.get(f"{meet.address}veroeffentlichen/").status_code == 403


def test_a_reader_reads_and_writes_nothing(meet: Meet, enter_at: Callable[..., Client]) -> None:
    reader = enter_at(meet.conference.authority, Role.READER)

    assert "Mitschreiben" not in see(reader, meet.address).text
    assert reader.post(f"{meet.address}beschluss/", {"text": "x"}).status_code == 403


@pytest.mark.parametrize("page", ["", "vorbereitung/", "einladung/", "termin.ics", "niederschrift.pdf", "mitschrift/"])
def test_another_town_finds_nothing_here(meet: Meet, enter_at: Callable[..., Client], page: str) -> None:
    stranger = enter_at(Authority.objects.create(key="05999998", name="Stadt Anderswo", office="Amt"))

    assert stranger.get(f"{meet.address}{page}").status_code == 404


def published(meet: Meet) -> str:
    """The public address of the conference, once its minutes are out."""
    write(meet, NOTES, 0)
    decide(meet, "Frau Sonnenschein sucht einen Raum.", votes="einstimmig")
    meet.client.post(f"{meet.address}anwesend/", {"da": meet.conference.invitations.get().pk})
    for step in ("schritt/hold/", "schritt/approve/", "veroeffentlichen/"):
        meet.client.post(f"{meet.address}{step}")
    return f"/de/stadt/05999027/konferenzen/{meet.conference.pk}/"


def test_everybody_reads_published_minutes_as_a_page_and_as_pdf_without_a_name(meet: Meet, client: Client) -> None:
    address = published(meet)

    page, pdf = see(client, address).text, client.get(f"{address}niederschrift.pdf")

    assert "Leitung Frühe Hilfen, Jugendamt sucht einen Raum." in page
    assert "Aufwachsen am Hafenrand" in see(client, "/en/stadt/05999027/konferenzen/").text
    assert (pdf["Content-Type"], pdf["Cache-Control"]) == ("application/pdf", "public, max-age=300")
    printed = text_of(pdf.content)
    assert "Leitung Frühe Hilfen, Jugendamt sagt: Es fehlt ein Raum." in " ".join(printed.split())
    assert [name for name in ("Sonnenschein", "5550", "Plan") if name in page + printed + f"{attached(pdf.content)}"] == []


def test_minutes_that_are_withdrawn_are_not_there_any_more(meet: Meet, client: Client) -> None:
    address = published(meet)

    meet.client.post(f"{meet.address}schritt/withdraw/")

    gone = (address, f"{address}niederschrift.pdf", "/de/stadt/05999027/konferenzen/")
    assert {client.get(one).status_code for one in gone} == {404}
