"""Towns learn from each other: what one gives, another finds, takes over and carries as a file; and nobody else's rows go with it."""

from collections.abc import Callable
from datetime import date

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.quarters.exchange.contents import Item
from lebenslage.quarters.exchange.files import as_yaml, item_of, read_yaml
from lebenslage.quarters.exchange.models import Shared, Taken
from lebenslage.quarters.exchange.problems import NotShareable
from lebenslage.quarters.exchange.sharing import share
from lebenslage.quarters.measures.actions import keep_measure
from lebenslage.quarters.measures.changes import Said
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.models import Batch
from lebenslage.quarters.reports.models import Block, Report

type EnterAt = Callable[..., Client]
HERE = "/planung/austausch/"
RECIPE = yaml.safe_dump(
    {
        "id": "x",
        "title": {"de": "Kinder zuerst"},
        "normalise": "rank",
        "indicators": [{"id": "child_poverty", "weight": 2.0}, {"id": "noise"}],
    }
)
WORDS = {
    "title": "Hausaufgabenhilfe",
    "summary": "Drei Nachmittage in der Woche.",
    "done": "Wir haben Räume der Schule genutzt.",
    "cost": "12.000 Euro",
}


@pytest.fixture
def other(db: None) -> Authority:
    """A second town on the same installation."""
    return Authority.objects.create(key="05999010", name="Stadt Buchenau", office="Sozialplanung", town="Buchenau")


def begun(town: Authority, areas: list[str]) -> Measure:
    """A measure that ran between the two days of figures."""
    said = Said(
        "Hausaufgabenhilfe", aim="Bessere Abschlüsse", areas=areas, starts=date(2025, 9, 1), status="running", indicators=["child_poverty"]
    )
    return keep_measure(town, said, by=SYSTEM)


def given(town: Authority, enter_at: EnterAt, areas: list[str]) -> Shared:
    """The measure, given to all towns by its planner."""
    one = begun(town, areas)
    answer = enter_at(town).post(f"{HERE}geben/measure:{one.pk}/", {**WORDS, "aim": one.aim})
    assert answer.status_code == 302, answer.content.decode()
    return Shared.objects.get()


def test_a_measure_goes_out_with_its_measured_effect(ahornstedt: Authority, enter_at: EnterAt) -> None:
    shared = given(ahornstedt, enter_at, ["10", "11", "12", "24"])

    [effect] = shared.content["effects"]
    assert (shared.title, shared.town, shared.content["cost"]) == ("Hausaufgabenhilfe", "Stadt Ahornstedt", "12.000 Euro")
    assert effect["indicator"] == "Kinderarmut"
    assert effect["low"] <= effect["effect"] <= effect["high"]


def test_an_effect_in_fewer_than_three_areas_stays_at_home(ahornstedt: Authority, enter_at: EnterAt) -> None:
    assert given(ahornstedt, enter_at, ["10", "11"]).content["effects"] == []


def test_another_town_finds_it_and_takes_it_over_with_where_it_comes_from(
    ahornstedt: Authority, other: Authority, enter_at: EnterAt
) -> None:
    shared = given(ahornstedt, enter_at, ["10"])
    client = enter_at(other)

    assert "noch nicht übernommen" in client.get(HERE, {"suche": "hausaufgaben", "art": "measure"}).content.decode()
    for _ in range(2):
        assert client.post(f"{HERE}{shared.pk}/uebernehmen/").status_code == 302

    assert [(one.provenance, one.authority) for one in Taken.objects.all()] == [
        (f"übernommen aus Stadt Ahornstedt, {shared.on.year}", other)
    ]
    [copy] = Measure.objects.filter(authority=other)
    assert (copy.status, copy.aim, copy.areas) == ("planned", "Bessere Abschlüsse", [])
    assert "übernommen aus Stadt Ahornstedt" in copy.lessons
    page = client.get(f"{HERE}{shared.pk}/").content.decode()
    assert "von einer Stadt übernommen" in page
    assert 'id="anmerkungen"' in page


def test_a_recipe_opens_the_builder_and_says_what_is_lacking(ahornstedt: Authority, other: Authority, enter_at: EnterAt) -> None:
    Batch.objects.create(authority=other, title="Kinder zuerst", origin="index", how={"recipe": RECIPE}, source="Buchenau", at=now())
    enter_at(other).post(f"{HERE}geben/recipe:{Batch.objects.get(origin='index').pk}/", WORDS)
    shared, client = Shared.objects.get(), enter_at(ahornstedt)
    client.post(f"{HERE}{shared.pk}/uebernehmen/")

    page = client.get(f"{HERE}{shared.pk}/").content.decode()
    assert "noise: zählt als Belastung, Gewicht 1 – <strong>fehlt in Ihrem Verzeichnis" in page
    assert "merkmale=child_poverty%2Cnoise&amp;skala=rank&amp;name=Kinder+zuerst&amp;g_child_poverty=2" in page


def test_a_file_carries_everything_to_another_installation_and_back(ahornstedt: Authority, other: Authority, enter_at: EnterAt) -> None:
    shared, client = given(ahornstedt, enter_at, ["10", "11", "12"]), enter_at(other)
    file = client.get(f"{HERE}austausch.yaml").content
    [item] = read_yaml("austausch.yaml", file)
    assert as_yaml([item]).encode() == file
    assert item == item_of(shared)

    Shared.objects.all().delete()
    for _ in range(2):
        assert client.post(f"{HERE}einlesen/", {"datei": SimpleUploadedFile("austausch.yaml", file)}).status_code == 302
    [back] = Shared.objects.all()
    assert (item_of(back), back.imported, back.authority) == (item, True, other)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "YAML"),
        (b"a: [", "YAML"),
        (b"items: []", "items"),
        (b"items: [{title: x, town: y, since: 2026-01-01, content: {kind: person}}]", "items.0.content"),
        (b"items: [{title: x, town: y, since: 2026-01-01, content: {kind: recipe, recipe: '- 1'}}]", "items.0.content.recipe"),
        (b"x" * (2 * 1024 * 1024 + 1), "2 MB"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(content: bytes, reason: str) -> None:
    with pytest.raises(NotShareable) as refused:
        read_yaml("x.yaml", content)
    assert refused.value.details["reason"] == reason


def test_a_wrong_file_is_answered_with_a_sentence(ahornstedt: Authority, enter_at: EnterAt) -> None:
    answer = enter_at(ahornstedt).post(f"{HERE}einlesen/", {"datei": SimpleUploadedFile("x.yaml", b"a: [")})

    assert answer.status_code == 422
    assert "Die Datei „x.yaml“ passt nicht zum Austausch." in answer.content.decode()


def test_files_come_with_the_token_of_the_form_alone(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    client.handler.enforce_csrf_checks = True

    assert client.post(f"{HERE}einlesen/", {"datei": SimpleUploadedFile("x.yaml", b"a: 1")}).status_code == 403


def test_what_is_taken_back_is_gone_for_others_and_stays_as_a_copy(ahornstedt: Authority, other: Authority, enter_at: EnterAt) -> None:
    shared = given(ahornstedt, enter_at, ["10"])
    stranger = enter_at(other)
    stranger.post(f"{HERE}{shared.pk}/uebernehmen/")

    assert stranger.post(f"{HERE}{shared.pk}/zurueckziehen/").status_code == 404
    assert enter_at(ahornstedt, Role.READER).post(f"{HERE}{shared.pk}/zurueckziehen/").status_code == 403
    shared.refresh_from_db()
    assert shared.withdrawn_at is None


def test_a_title_is_asked_for(ahornstedt: Authority, enter_at: EnterAt) -> None:
    one = begun(ahornstedt, [])
    answer = enter_at(ahornstedt).post(f"{HERE}geben/measure:{one.pk}/", {**WORDS, "title": ""})

    assert answer.status_code == 422
    assert 'href="#id_title"' in answer.content.decode()
    assert not Shared.objects.exists()


def test_only_the_own_is_there_to_be_given(ahornstedt: Authority, other: Authority, enter_at: EnterAt) -> None:
    one, client = begun(ahornstedt, []), enter_at(other)

    assert client.get(f"{HERE}geben/measure:{one.pk}/").status_code == 404
    assert "Noch gibt es nichts zum Weitergeben" in client.get(f"{HERE}geben/").content.decode()


def test_the_digest_knows_the_same_content() -> None:
    content = {"kind": "block", "place": "intro", "text": "Text"}
    one = Item.model_validate({"title": "x", "town": "y", "since": date(2026, 1, 1), "content": content})

    assert one.digest == one.model_copy(update={"since": date(2027, 1, 1)}).digest
    assert one.digest != one.model_copy(update={"town": "z"}).digest


def test_a_text_of_the_newest_report_can_be_given(ahornstedt: Authority, enter_at: EnterAt) -> None:
    areas = ahornstedt.editions.get()
    report = Report.objects.create(
        authority=ahornstedt, title="Bericht", edition=areas, day=date(2026, 12, 31), made_at=now(), made_by="Ruth"
    )
    block = Block.objects.create(report=report, place="vorwort", text="Warum wir berichten.", by_name="Ruth", at=now())
    enter_at(ahornstedt).post(f"{HERE}geben/block:{block.pk}/", {**WORDS, "text": "Warum wir alle zwei Jahre berichten."})

    assert Shared.objects.get().content == {"kind": "block", "place": "vorwort", "text": "Warum wir alle zwei Jahre berichten."}


@pytest.fixture
def text(other: Authority, enter_at: EnterAt) -> Shared:
    """A text of Buchenau for the outlook, given to all towns."""
    content = {"kind": "block", "place": "outlook", "text": "Wir prüfen jedes Jahr, was sich geändert hat."}
    item = Item.model_validate({"title": "Ausblick", "summary": "", "town": "Buchenau", "since": "2026-02-01", "content": content})
    enter_at(other)
    return share(item, by=Staff.objects.get(authority=other))


def drafted(town: Authority, words: str = "") -> Report:
    """A draft, in which the town may have written about the outlook."""
    report = Report.objects.create(authority=town, title="2026", edition=town.editions.get(), day=date(2026, 12, 31), made_at=now())
    if words:
        Block.objects.create(report=report, place="outlook", text=words, by_name="Ruth Kettler", at=now())
    return report


def test_a_text_goes_into_the_draft_with_one_click_beside_the_own_words_and_out_again(
    ahornstedt: Authority, text: Shared, enter_at: EnterAt
) -> None:
    report, client = drafted(ahornstedt, "Wir bauen einen Treff."), enter_at(ahornstedt)

    for _ in range(2):
        client.post(f"{HERE}{text.pk}/uebernehmen/")

    block, copy = report.blocks.get(), "Wir prüfen jedes Jahr, was sich geändert hat.\n\n(übernommen aus Buchenau, 2026)"
    assert (block.text, block.carried) == (f"Wir bauen einen Treff.\n\n{copy}", True)
    page = client.get(f"{HERE}{text.pk}/").content.decode()
    assert f'href="/planung/bericht/{report.pk}/#outlook"' in page
    client.post(f"{HERE}{text.pk}/bericht/heraus/")
    assert report.blocks.get().text == "Wir bauen einen Treff."
    assert "In den Entwurf setzen" in client.get(f"{HERE}{text.pk}/").content.decode()


def test_without_a_draft_a_text_waits_until_there_is_one(ahornstedt: Authority, text: Shared, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    client.post(f"{HERE}{text.pk}/uebernehmen/")
    assert "Noch gibt es keinen Entwurf eines Berichts." in client.get(f"{HERE}{text.pk}/").content.decode()
    report = drafted(ahornstedt)

    client.post(f"{HERE}{text.pk}/bericht/")

    assert report.blocks.get().text.startswith("Wir prüfen jedes Jahr")
    client.post(f"{HERE}{text.pk}/bericht/heraus/")
    assert not report.blocks.exists()


def test_a_text_that_does_not_fit_any_more_changes_nothing_and_says_so(ahornstedt: Authority, text: Shared, enter_at: EnterAt) -> None:
    report = drafted(ahornstedt, "x" * 5990)

    answer = enter_at(ahornstedt).post(f"{HERE}{text.pk}/uebernehmen/")

    assert (answer.status_code, "länger als 6.000 Zeichen" in answer.content.decode()) == (422, True)
    assert report.blocks.get().text == "x" * 5990


def test_a_text_that_was_changed_since_or_went_out_stays(ahornstedt: Authority, text: Shared, enter_at: EnterAt) -> None:
    report, client = drafted(ahornstedt), enter_at(ahornstedt)
    client.post(f"{HERE}{text.pk}/uebernehmen/")
    report.blocks.update(text="Wir prüfen alle zwei Jahre.")

    client.post(f"{HERE}{text.pk}/bericht/heraus/")

    assert report.blocks.get().text == "Wir prüfen alle zwei Jahre."
