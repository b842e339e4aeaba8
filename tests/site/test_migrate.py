"""`lebenslage migrate` and the doctor on databases of their own: nothing twice, and a role that is too powerful is named."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psycopg
import pytest

from lebenslage.site.commands.trial_postgres import OWNER, Cluster, cluster

PROGRAM = [sys.executable, "-m", "lebenslage.site.commands"]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "lebenslage.site.settings", "DATABASE_URL": "", "DATABASE_OWNER_URL": ""}


def run(command: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in an environment of its own."""
    return subprocess.run(
        [*PROGRAM, *command.split()], env={**os.environ, **SETTINGS, **environment}, capture_output=True, text=True, check=False
    )


def findings(environment: Mapping[str, str]) -> dict[str, bool]:
    """What the doctor says of the database."""
    answer = run("doctor --json", environment)
    return {finding["check"]: finding["good"] for finding in json.loads(answer.stdout)["findings"]}


@pytest.mark.slow
@pytest.mark.long
def test_a_small_office_gets_its_database_in_one_step(tmp_path: Path) -> None:
    environment = {"LEBENSLAGE_DATA": str(tmp_path)}
    before = findings(environment)
    first, second = run("migrate", environment), run("migrate", environment)
    after = findings(environment)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert (before["database"], "migrations" in before) == (False, False)
    assert [after[check] for check in ("database", "migrations", "row_security", "master_key", "tasks")] == [True] * 5
    assert after["worker"] is False


@pytest.fixture(scope="module")
def city() -> Cluster:
    """A PostgreSQL for these tests."""
    with cluster() as running:
        yield running


@pytest.mark.postgres
def test_a_city_gets_tables_that_belong_to_their_owner(city: Cluster) -> None:
    environment = city.create("city")
    first, second = run("migrate", environment), run("migrate", environment)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    with psycopg.connect(environment["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'").fetchall() == [(OWNER,)]
        assert connection.execute("SELECT count(*) FROM services_version").fetchone() == (1,)
    assert findings(environment)["row_security"] is True


@pytest.mark.postgres
@pytest.mark.parametrize("role", ["lebenslage_owner", "postgres"])
def test_a_role_for_which_the_second_lock_does_not_hold_is_named(city: Cluster, role: str) -> None:
    name = f"held_by_{role}"
    city.create(name)
    environment = {"DATABASE_URL": city.address(role, name)}
    run("migrate", environment)

    assert findings(environment)["row_security"] is False


@pytest.mark.postgres
def test_a_database_without_tables_and_one_that_is_not_there(city: Cluster) -> None:
    empty = findings(city.create("empty"))
    missing = findings({"DATABASE_URL": city.address(OWNER, "nowhere")})

    assert (empty["database"], empty["migrations"], "row_security" in empty) == (True, False, False)
    assert (missing["database"], "migrations" in missing) == (False, False)
