"""The board: everybody reads, nobody learns an address, and who writes has agreed to the rules."""

from datetime import timedelta

import pytest
from django.test import Client

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.models import Kind
from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import now
from lebenslage.neighbours import actions, queries
from lebenslage.neighbours.models import Board, Hours, Neighbour, Post
from lebenslage.neighbours.problems import LinkInPublic, MailInPublic, PhoneInPublic, StreetInPublic, TooManyPosts
from lebenslage.neighbours.words import refuse_contact
from tests.accounts.conftest import PASSWORD, sign_in
from tests.cases.stories import Days, Town
from tests.neighbours.conftest import WALK, Enter, Move
from tests.queries_counted import asking

BOARD = "/de/nachbarn/05999004/"
FILLED = {"side": "request", "kind": "shopping", "title": "Wer kauft mit mir ein?", "text": "Ich kann schlecht tragen."}


def put_up(neighbour: Neighbour) -> Post:
    with acting(authority=neighbour.authority_id, vault=neighbour.vault_id):
        return actions.put_up(neighbour, WALK)


def test_everybody_reads_the_board_and_only_who_signs_in_writes(town: Town, moves_in: Move) -> None:
    post = put_up(moves_in("Änne"))
    page = Client().get(BOARD).content.decode()
    one = Client().get(f"{BOARD}beitrag/{post.id}/").content.decode()

    assert "Ich gehe mit Ihrem Hund" in page
    assert "Anger" in page
    assert "Anmelden und antworten" in one
    assert "<textarea" not in one
    assert Client().get(f"{BOARD}neu/").headers["Location"].startswith("/anmelden/")


def test_who_has_an_account_agrees_to_the_rules_and_puts_something_up(town: Town) -> None:
    client, user = Client(), make_user("neu@example.org", PASSWORD, Kind.RESIDENT)
    sign_in(client, user.email)

    assert client.get(f"{BOARD}neu/").headers["Location"] == f"{BOARD}mitmachen/"
    assert client.post(f"{BOARD}mitmachen/", {"name": "Neu", "area": "q2"}).status_code == 422
    assert client.post(f"{BOARD}mitmachen/", {"name": "Neu", "area": "q2", "rules": "ja"}).status_code == 302
    assert client.post(f"{BOARD}neu/", FILLED).status_code == 302
    assert "Wer kauft mit mir ein?" in Client().get(f"{BOARD}?quartier=q2").content.decode()
    assert "Wer kauft mit mir ein?" not in Client().get(f"{BOARD}?quartier=q1").content.decode()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Ruft an: 0170 / 123 45 67", PhoneInPublic),
        ("mail an a.b@example.org", MailInPublic),
        ("a.b (at) example.org", MailInPublic),
        ("Siehe www.example.org", LinkInPublic),
        ("mehr auf meine-hilfe.de", LinkInPublic),
        ("Ich wohne Lindenstraße 12a", StreetInPublic),
    ],
)
def test_what_leads_past_the_platform_is_refused_with_what_was_found(text: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        refuse_contact(text)


def test_days_hours_and_plain_numbers_are_no_telephone_numbers() -> None:
    refuse_contact("Am 24.12.2026 von 10.30 bis 12.00 Uhr, 3 Kinder, 28 Tage lang, Straßenbahn 12, z.B. im Weg.")


def test_a_refused_text_stays_in_its_field_and_says_why(town: Town, moves_in: Move, enter: Enter) -> None:
    moves_in("Änne")
    answer = enter("Änne").post(f"{BOARD}neu/", {**FILLED, "text": "Ruft an: 0170 1234567"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "sieht nach einer Telefonnummer aus" in page
    assert "Ruft an: 0170 1234567" in page
    assert 'href="#text"' in page


def test_where_the_town_checks_first_a_post_waits(town: Town, moves_in: Move) -> None:
    Board.objects.update(check_first=True)
    put_up(moves_in("Änne"))

    assert "Ich gehe mit Ihrem Hund" not in Client().get(BOARD).content.decode()


def test_a_post_stands_for_28_days_and_longer_when_renewed(town: Town, moves_in: Move, enter: Enter, days: Days) -> None:
    post = put_up(moves_in("Änne"))
    days.go_by(20)
    assert enter("Änne").post(f"{BOARD}meine/{post.id}/", {"step": "renew"}).status_code == 302
    days.go_by(20)
    assert "Ich gehe mit Ihrem Hund" in Client().get(BOARD).content.decode()
    days.go_by(9)
    assert "Ich gehe mit Ihrem Hund" not in Client().get(BOARD).content.decode()


def test_what_ran_out_is_swept_away_for_good(town: Town, moves_in: Move, days: Days) -> None:
    put_up(moves_in("Änne"))

    assert actions.sweep(now() + timedelta(days=55)) == 0
    assert actions.sweep(now() + timedelta(days=57)) == 1


def test_nobody_has_more_than_five_open_posts(town: Town, moves_in: Move) -> None:
    neighbour = moves_in("Änne")
    for _ in range(5):
        put_up(neighbour)
    with pytest.raises(TooManyPosts):
        put_up(neighbour)


def test_nobody_manages_the_post_of_another(town: Town, moves_in: Move, enter: Enter) -> None:
    post = put_up(moves_in("Änne"))
    moves_in("Bo")
    enter("Bo").post(f"{BOARD}meine/{post.id}/", {"step": "delete"})

    with acting(authority=town.authority.id):
        assert Post.objects.filter(pk=post.pk).exists()


def test_who_leaves_takes_everything_along(town: Town, moves_in: Move, enter: Enter) -> None:
    neighbour = moves_in("Änne")
    put_up(neighbour)
    client = enter("Änne")
    client.post(f"{BOARD}meine/stunden/", {"way": "given", "minutes": "90", "what": "Hund"})
    assert "90 Minuten" in client.get(f"{BOARD}meine/stunden/").content.decode()

    client.post(f"{BOARD}meine/aufhoeren/")

    with acting(authority=town.authority.id, vault=neighbour.vault_id):
        assert not any(rows.objects.exists() for rows in (Post, Neighbour, Hours))


def test_the_sheet_has_numbers_and_the_connector_and_no_name_of_a_street_of_anybody(town: Town, moves_in: Move) -> None:
    post = put_up(moves_in("Änne"))
    page = Client().get(f"{BOARD}aushang/q1/").content.decode()

    assert f"Nummer {post.number}" in page
    assert "0200 1234" in page
    assert "dienstags 10 bis 12 Uhr" in page
    assert Client().get(f"{BOARD}aushang/anderswo/").status_code == 404


def test_the_words_of_a_post_are_not_in_the_database_in_the_clear(town: Town, moves_in: Move) -> None:
    post = put_up(moves_in("Änne"))
    with acting(authority=town.authority.id):
        raw = bytes(Post.objects.get(pk=post.pk).sealed)

    assert b"Hund" not in raw
    assert "Änne".encode() not in raw


def test_a_town_without_a_board_has_no_page(town: Town) -> None:
    assert Client().get("/de/nachbarn/05999999/").status_code == 404
    assert Client().get("/de/nachbarn/").headers["Location"] == BOARD
    assert queries.town_with_board("05999999") is None


def test_renewing_an_ended_post_does_not_bring_it_back(town: Town, moves_in: Move) -> None:
    neighbour = moves_in("Änne")
    post = put_up(neighbour)
    with acting(authority=town.authority.id, vault=neighbour.vault_id):
        actions.end(post, worked=True, by=RESIDENT)
        actions.renew(post, by=RESIDENT)
        assert queries.on_board(town.authority, queries.Wish()) == []


def test_the_pages_ask_the_database_little(town: Town, moves_in: Move, enter: Enter) -> None:
    neighbour = moves_in("Änne")
    for _ in range(5):
        put_up(neighbour)
    client = enter("Änne")
    for address, most in ((BOARD, 12), (f"{BOARD}meine/", 12), (f"{BOARD}aushang/q1/", 12)):
        with asking() as asked:
            client.get(address)
        assert asked.count <= most, (address, asked.statements)
