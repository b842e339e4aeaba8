"""Fetching by address: only what is allowed, only over https, never into a private network, never led away, never too much."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.conf import LazySettings

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.feeds import actions
from lebenslage.feeds.fetching import fetch
from lebenslage.feeds.limits import MOST
from lebenslage.feeds.models import Waiting
from lebenslage.feeds.problems import FeedsAreOff, HostNotAllowed, LedAway, NotHttps, NotReached, PrivateAddress, TownFileTooLarge
from lebenslage.journal.actions import SYSTEM
from lebenslage.kernel.errors import Problem

HOST, ADDRESS = "daten.example.org", "https://daten.example.org/zahlen.csv"
AT = datetime(2026, 11, 16, 9, tzinfo=UTC)


@dataclass
class Answered:
    """An answer that was thought up."""

    body: BytesIO
    status: int = 200
    location: str | None = None

    def getheader(self, name: str) -> str | None:
        """Where it leads."""
        return self.location

    def read(self, amount: int) -> bytes:
        """The next bytes."""
        return self.body.read(amount)


@dataclass
class Net:
    """A network that was thought up: what stands at a path, and where a name leads."""

    answers: dict[str, Answered]
    addresses: Sequence[str] = ("93.184.216.34",)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def resolve(self, host: str) -> Sequence[str]:
        """The addresses of a host."""
        return self.addresses

    def ask(self, host: str, address: str, path: str) -> Answered:
        """What stands there."""
        self.asked.append((host, address, path))
        return self.answers.get(path) or Answered(BytesIO(), 404)

    def fetched(self, address: str = ADDRESS, hosts: Sequence[str] = (HOST,)) -> bytes:
        """The file at an address."""
        return fetch(address, hosts, resolve=self.resolve, ask=self.ask)


def net(content: bytes = b"key;a\n01;2\n02;3") -> Net:
    """A network with one file."""
    return Net({"/zahlen.csv": Answered(BytesIO(content))})


def test_a_file_of_an_allowed_host_is_fetched_from_the_address_that_was_checked() -> None:
    there = net()

    assert there.fetched() == b"key;a\n01;2\n02;3"
    assert there.asked == [(HOST, "93.184.216.34", "/zahlen.csv")]


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://daten.example.org/zahlen.csv", NotHttps),
        ("https://user:word@daten.example.org/zahlen.csv", NotHttps),
        ("https://daten.example.org:8443/zahlen.csv", NotHttps),
        ("file:///etc/passwd", NotHttps),
        ("https://other.example.org/zahlen.csv", HostNotAllowed),
        ("https://daten.example.org.evil.example/zahlen.csv", HostNotAllowed),
        ("https://daten.example.org/nichts.csv", NotReached),
    ],
)
def test_another_address_is_not_asked(address: str, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        net().fetched(address)


def test_without_a_list_of_hosts_nothing_is_fetched() -> None:
    with pytest.raises(FeedsAreOff):
        net().fetched(hosts=())


@pytest.mark.parametrize(
    "private", ["127.0.0.1", "10.0.0.7", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "0.0.0.0", "::ffff:10.0.0.7"]
)
def test_a_name_that_leads_into_a_private_network_is_refused(private: str) -> None:
    there = net()
    there.addresses = ["93.184.216.34", private]

    with pytest.raises(PrivateAddress):
        there.fetched()
    assert not there.asked


@pytest.mark.parametrize(
    ("location", "problem"),
    [("https://other.example.org/x", HostNotAllowed), ("http://daten.example.org/x", NotHttps), ("/zahlen.csv", LedAway)],
)
def test_nobody_is_led_away(location: str, problem: type[Problem]) -> None:
    there = Net({"/zahlen.csv": Answered(BytesIO(), 302, location)})

    with pytest.raises(problem):
        there.fetched()


def test_an_allowed_host_does_not_lead_to_another_allowed_host() -> None:
    there = Net({"/zahlen.csv": Answered(BytesIO(), 302, "https://mehr.example.org/x")})

    with pytest.raises(LedAway):
        there.fetched(hosts=[HOST, "mehr.example.org"])


def test_more_than_we_take_is_not_read_to_the_end() -> None:
    class Endless(BytesIO):
        def read(self, amount: int | None = -1) -> bytes:
            return b"0" * (amount or 1)

    there = Net({"/zahlen.csv": Answered(Endless())})

    with pytest.raises(TownFileTooLarge):
        there.fetched()
    assert MOST < 100 * 1024 * 1024


@pytest.mark.django_db
def test_what_was_fetched_waits_for_a_planner_and_is_fetched_once(settings: LazySettings) -> None:
    settings.FEEDS = [HOST]
    authority, there = Authority.objects.create(key="05999027", name="Stadt Ahornstedt", office="Planung"), net()
    with acting(authority=authority.pk):
        feed = actions.add_feed(authority, "Wetter", ADDRESS, by=SYSTEM, at=AT)
        first = actions.fetch_feed(feed, by=SYSTEM, at=AT, resolve=there.resolve, ask=there.ask)
        feed.refresh_from_db()
        again = actions.fetch_feed(feed, by=SYSTEM, at=AT, resolve=net().resolve, ask=net().ask)

        assert (first is not None and first.name, again, Waiting.objects.count()) == ("zahlen.csv", None, 1)


@pytest.mark.django_db
def test_why_fetching_failed_is_kept_and_the_schedule_goes_on(settings: LazySettings) -> None:
    authority = Authority.objects.create(key="05999027", name="Stadt Ahornstedt", office="Planung")
    settings.FEEDS = [HOST]
    with acting(authority=authority.pk):
        feed = actions.add_feed(authority, "Wetter", ADDRESS, by=SYSTEM, at=AT)
        settings.FEEDS = ["other.example.org"]

    assert actions.fetch_all() == 0
    with acting(authority=authority.pk):
        feed.refresh_from_db()
        assert feed.failed == "host_not_allowed"
    settings.FEEDS = []
    assert actions.fetch_all() == 0
