"""Each month the worker lets every town with quarters publish its counts, once."""

from datetime import date, timedelta

import pytest
from django.conf import LazySettings

from lebenslage.quarters.models import Area, Publication
from lebenslage.site.publishing import publish_counts
from tests.cases.stories import Days, Story, open_town, work

pytestmark = pytest.mark.django_db


def test_a_month_that_has_ended_is_published_once(settings: LazySettings) -> None:
    settings.FIXED_DAY = date(2026, 12, 3)
    with Days() as days:
        town = open_town("05999004", "Erlenbruch")
        Area.objects.create(authority=town.authority, key="q1", name="Anger", residents=4000)
        Story(town, days).submitted()
        days.moment += timedelta(31)
        days.go_by(0)

        assert publish_counts() == 1
        work()
        assert publish_counts() == 0
        assert sorted(Publication.objects.values_list("indicator", flat=True)) == ["wohngeld_antraege", "wohngeld_bewilligungen"]


def test_a_town_without_quarters_is_left_alone() -> None:
    open_town("05999004", "Erlenbruch")

    assert publish_counts() == 0
