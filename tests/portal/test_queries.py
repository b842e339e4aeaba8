"""How often each page asks the database: written down, so that a page that asks more often is noticed.

None sends more than twenty statements, even with those counted that say in whose name it asks.
"""

from django.test import Client

from tests.cases.stories import work
from tests.portal.test_whole_way import applied, town, walker
from tests.portal.walks import Walker
from tests.queries_counted import asking

__all__ = ["town", "walker"]

CHECKING = {"": 1, "pruefen/ergebnis/": 3, "pruefen/frage/haushalt-1-miete/": 3, "weiter/": 0, "antrag/speichern/": 3}
APPLYING = {"antrag/": 7, "antrag/nachweise/": 6, "antrag/pruefen/": 7, "antrag/angaben/name/": 6, "antrag/abschnitt/wohnung/": 6}
AN_ANSWER = 9
MOST = 20
LIST, CASE, SENT = 10, 12, 11


def queries(client: Client, page: str, sent: dict[str, str] | None = None) -> int:
    """How many queries a page takes when what is remembered is warm."""
    client.get(f"/de/{page}")
    with asking() as asked:
        client.get(f"/de/{page}") if sent is None else client.post(f"/de/{page}", sent)
    assert len(asked.statements) <= MOST
    return asked.count


def test_pages_of_the_check(walker: Walker) -> None:
    assert {page: queries(walker.client, page) for page in CHECKING} == CHECKING
    assert queries(walker.client, "pruefen/frage/haushalt-1-miete/", {"haushalt-1-miete": "500"}) == AN_ANSWER


def test_pages_of_the_application(walker: Walker) -> None:
    walker.go("antrag/", {})

    found = {page: queries(walker.client, page) for page in APPLYING}

    assert all(found[page] <= most for page, most in APPLYING.items()), found


def test_pages_of_the_dossier(walker: Walker) -> None:
    case = applied(walker)
    work()

    assert queries(walker.client, "meine/") <= LIST
    assert queries(walker.client, f"meine/{case.pk}/") <= CASE
    assert queries(walker.client, f"antrag/gesendet/{case.pk}/") <= SENT
