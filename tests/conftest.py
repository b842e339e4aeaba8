"""What every test may ask for: a database, the reference material beside the repository, a real browser with an accessibility check."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import LazySettings
from django.conf import settings as house
from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from lebenslage.authorities.models import Authority
from lebenslage.authorities.queries import forget_towns
from lebenslage.quarters.models import Area, Batch, Edition, Figures, Indicator
from lebenslage.site.commands.atlas_tour_town import write_town
from lebenslage.site.demonstration.ahornstedt import SEED, fill
from tests.kept import Kept
from tests.postgres.database import on_a_file, on_postgres, on_sqlite

ROOT = Path(__file__).resolve().parent.parent
AHORNSTEDT = "05999027"
LOOPBACK = ["127.0.0.1", "::1"]

# No window, no errand of its own, and no way off this machine: a page that asks another host for anything fails in the test.
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

# All of axe's rules; only what it finds wrong is named element by element, not all that is right.
VIOLATIONS = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] })
    return violations.flatMap(wrong => wrong.nodes.map(node => `${wrong.id}: ${node.target.join(" ")}`))
}"""

# The same examples on every machine and every day; `pytest --hypothesis-profile=explore` looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", derandomize=False, deadline=None, max_examples=2000)
hypothesis.settings.load_profile("steady")


# Whole folders whose tests ask no database: on PostgreSQL they are not even opened.
WITHOUT_DATABASE = [ROOT / "tests" / name for name in ("atlas", "benefits", "kernel", "law", "oracle", "papers", "words")]


# What collecting makes stays until the end: it is neither counted while it grows nor looked through again.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on, only what a test leaves is looked through for what nobody holds any more."""
    gc.freeze()
    gc.enable()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave shut what has nothing to run on PostgreSQL."""
    return True if hasattr(house, "CLUSTER") and collection_path in WITHOUT_DATABASE else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test with a browser or a database server reaches this machine and no other; every other test reaches nothing.

    Tests that ask a database are marked, so that `make check` can leave them to `make test`.

    Those that take long begin first, so that no core waits for the last of them.
    On PostgreSQL only those tests run to which the database makes a difference; on SQLite those that need PostgreSQL are left out.
    """
    postgres = hasattr(house, "CLUSTER")
    fitting = [item for item in items if (_asks_the_database(item) if postgres else not item.get_closest_marker("postgres"))]
    config.hook.pytest_deselected(items=[item for item in items if item not in fitting])
    items[:] = sorted(fitting, key=lambda item: item.get_closest_marker("long") is None)
    for item in items:
        if _asks_the_database(item):
            if any(item.path.is_relative_to(folder) for folder in WITHOUT_DATABASE):
                raise pytest.UsageError(f"{item.nodeid} asks the database: take its folder from WITHOUT_DATABASE in tests/conftest.py")
            item.add_marker(pytest.mark.database)
        if item.get_closest_marker("browser") or item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


def _asks_the_database(item: pytest.Item) -> bool:
    marked = any(item.get_closest_marker(name) for name in ("django_db", "postgres", "browser"))
    return marked or bool({"db", "transactional_db"} & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tables: on SQLite in memory; on PostgreSQL made by their owner, while the tests are another role."""
    with django_db_blocker.unblock(), on_postgres() if connection.vendor == "postgresql" else on_sqlite(), django_db_blocker.block():
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """What a process remembers for a minute is forgotten: each test asks the database anew."""
    forget_towns()


@pytest.fixture
def shared_with_processes(tmp_path: Path, settings: LazySettings, transactional_db: None) -> Iterator[dict[str, str]]:
    """A database on which other processes work too, and the environment that leads them there."""
    if connection.vendor == "postgresql":
        yield {}
        return
    settings.DATA_DIRECTORY = tmp_path / "data"
    settings.DATA_DIRECTORY.mkdir()
    with on_a_file(settings.DATA_DIRECTORY) as environment:
        yield environment


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The reference material beside the repository; a clone elsewhere does not have it, so its tests are marked `shared`."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material ../shared is not on this machine")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium: the one that never had a window, or the whole one. `make test` installs it."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page on a desktop screen, without anything remembered."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A fresh page on a small phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="de-DE")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """A function that lists what axe finds wrong with a page: WCAG 2.2 A and AA and best practice, one line an element."""
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def found_on(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe)
        found: list[str] = page.evaluate(VIOLATIONS)
        return found

    return found_on


@pytest.fixture(scope="session")
def town_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of Ahornstedt, an invented town of 27 quarters: outlines, figures of two years, heat, places, money."""
    folder = tmp_path_factory.mktemp("ahornstedt")
    write_town(folder, SEED)
    return folder


_ahornstedt = Kept(Authority, Edition, Area, Indicator, Batch, Figures)


@pytest.fixture
def ahornstedt(db: None, town_files: Path) -> Authority:
    """That town with its outlines, its catalogue and its figures; nothing is published yet."""
    if _ahornstedt.fits():
        _ahornstedt.put_back()
    else:
        authority = Authority.objects.create(key=AHORNSTEDT, name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung")
        fill(authority, town_files)
        _ahornstedt.keep()
    return Authority.objects.get(key=AHORNSTEDT)
