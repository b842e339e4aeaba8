"""Everybody who takes part in the journey: the same people as in the tests of the doors."""

from tests.desk.conftest import approver, at_desk, authority, days, worker

__all__ = ["approver", "at_desk", "authority", "days", "worker"]
