"""The planner's page: what was published, in words, in a table and in a picture; nothing else, and to nobody else."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.models import Kind
from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.models import Area
from tests.accounts.conftest import PASSWORD, sign_in
from tests.portal.conftest import Seen

type Enter = Callable[..., Client]
QUERIES_OF_THE_PAGE = 4


def see(client: Client, address: str = "/planung/antraege/", status: int = 200) -> Seen:
    """Open a page as somebody reads it."""
    answer = client.get(address)
    assert answer.status_code == status
    return Seen(answer.status_code, answer.content.decode())


def rows(seen: Seen) -> list[list[str]]:
    """The table below its head, cell by cell."""
    lines = re.findall(r"<tr.*?</tr>", seen.markup, re.DOTALL)[1:]
    return [[re.sub(r"<.*?>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)] for line in lines]


@pytest.mark.usefixtures("published")
def test_the_latest_month_is_told_in_sentences(enter: Enter) -> None:
    seen = see(enter())

    assert "Im November 2026 gab es 51 Anträge auf Wohngeld in 4 Quartieren. Im Monat davor waren es 23." in seen.text
    assert "26 Anträge wurden in diesem Monat bewilligt. Die meisten Anträge kamen aus Altstadt: 30." in seen.text
    assert "3 Werte sind unterdrückt, weil sie kleiner als 5 sind" in seen.text
    assert seen.markup.count("<h1") == 1


@pytest.mark.usefixtures("published")
def test_hidden_and_missing_stand_in_words_and_never_as_zero(enter: Enter) -> None:
    seen = see(enter(), "/planung/antraege/?monat=2026-10")

    assert rows(seen) == [
        ["Altstadt", "2.100", "9", "liegt nicht vor"],
        ["Hafen", "4.000", "unterdrückt", "liegt nicht vor"],
        ["Nord", "900", "unterdrückt", "liegt nicht vor"],
        ["Süd", "liegt nicht vor", "liegt nicht vor", "liegt nicht vor"],
        ["Ganze Stadt", "", "23", "liegt nicht vor"],
    ]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("sorting", "names"),
    [
        ("quartier", ["Altstadt", "Hafen", "Nord", "Süd"]),
        ("-quartier", ["Süd", "Nord", "Hafen", "Altstadt"]),
        ("antraege", ["Nord", "Süd", "Hafen", "Altstadt"]),
        ("-antraege", ["Altstadt", "Hafen", "Süd", "Nord"]),
        ("-einwohner", ["Hafen", "Altstadt", "Nord", "Süd"]),
        ("einwohner", ["Nord", "Altstadt", "Hafen", "Süd"]),
        ("; DROP TABLE", ["Altstadt", "Hafen", "Nord", "Süd"]),
    ],
)
def test_the_table_is_sorted_by_its_address_and_what_is_missing_comes_last(enter: Enter, sorting: str, names: list[str]) -> None:
    assert [row[0] for row in rows(see(enter(), f"/planung/antraege/?sortierung={sorting}"))[:4]] == names


@pytest.mark.usefixtures("published")
def test_a_heading_says_how_it_sorts_and_leads_to_the_other_way(enter: Enter) -> None:
    seen = see(enter(), "/planung/antraege/?sortierung=-antraege")

    assert seen.markup.count("aria-sort") == 1
    assert 'aria-sort="descending"><a class="sort" href="?monat=2026-11&amp;sortierung=antraege"' in seen.markup


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("month", ["2026-12", "2031-01", "2026-13", "gestern", "2026-10-01", "<script>", "%00"])
def test_a_month_that_is_not_there_is_said_and_the_latest_is_shown(enter: Enter, month: str) -> None:
    seen = see(enter(), f"/planung/antraege/?monat={month}", 404)

    assert "Für diesen Monat ist nichts veröffentlicht. Sie sehen stattdessen den November 2026." in seen.text
    assert "<script" not in seen.markup


@pytest.mark.usefixtures("published")
def test_the_picture_has_a_title_and_says_in_words_what_it_does_not_draw(enter: Enter) -> None:
    svg = re.search(r"<svg.*?</svg>", see(enter()).markup, re.DOTALL)
    assert svg is not None

    assert 'role="img" aria-labelledby="bild-titel bild-text"' in svg[0]
    assert svg[0].count("bar--antraege") == 4
    assert svg[0].count("bar--bewilligungen") == 1
    assert svg[0].count("unterdrückt") == 3


@pytest.mark.usefixtures("published")
def test_the_table_can_be_taken_along(enter: Enter) -> None:
    answer = enter().get("/planung/antraege/quartiere.csv?monat=2026-11")
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="wohngeld-quartiere-2026-11.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert len(lines) == 10
    assert {line["kennzeichen"] for line in lines if not line["wert"]} == {"unterdrueckt"}
    assert [line["wert"] for line in lines if line["quartier"] == "Ganze Stadt"] == ["51", "26"]


@pytest.mark.usefixtures("published")
def test_no_name_of_a_quarter_is_a_formula(enter: Enter) -> None:
    Area.objects.filter(key="n").update(name="=HYPERLINK()")

    assert ";'=HYPERLINK();" in enter().get("/planung/antraege/quartiere.csv").content.decode()


@pytest.mark.usefixtures("published")
def test_a_file_of_a_month_that_is_not_there_is_no_file(enter: Enter) -> None:
    assert enter().get("/planung/antraege/quartiere.csv?monat=2030-01").status_code == 404


def test_before_the_first_publication_the_page_says_what_comes_next(enter: Enter, town: Authority) -> None:
    client = enter()
    assert "Ihre Stadt hat 4 Quartiere." in see(client).text

    Area.objects.all().delete()
    assert "Nächster Schritt: Bitten Sie die Verwaltung Ihrer Stadt, die Quartiere" in see(client).text


@pytest.mark.parametrize("address", ["/planung/antraege/", "/planung/antraege/quartiere.csv"])
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.APPROVER, Role.ADMINISTRATOR])
def test_other_roles_see_a_closed_door(enter: Enter, address: str, role: str) -> None:
    assert "keinen Zutritt" in see(enter(role), address, 403).text


def test_residents_see_a_closed_door_and_strangers_are_asked_who_they_are(client: Client, town: Authority) -> None:
    assert client.get("/planung/antraege/").headers["Location"] == "/anmelden/?next=/planung/antraege/"
    make_user("person@example.org", PASSWORD, Kind.RESIDENT)
    sign_in(client, "person@example.org")

    assert client.get("/planung/antraege/").status_code == 403


@pytest.mark.usefixtures("published")
def test_a_planner_sees_her_own_town_alone(enter: Enter) -> None:
    Area.objects.all().update(authority=Authority.objects.create(key="05999002", name="Nebenan", office="Amt"))

    assert "Altstadt" not in see(enter()).text


@pytest.mark.usefixtures("published")
def test_the_page_asks_the_database_little(enter: Enter, django_assert_max_num_queries: Callable[..., object]) -> None:
    client = enter()
    with django_assert_max_num_queries(10) as captured:
        client.get("/planung/antraege/")
    asked = [query["sql"] for query in captured if "quarters_" in query["sql"]]

    assert len(asked) == QUERIES_OF_THE_PAGE
