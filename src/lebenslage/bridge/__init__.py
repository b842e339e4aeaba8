"""The one way from cases to quarters: suppressed counts, and nothing of a person."""

from lebenslage.bridge.actions import push

__all__ = ["push"]
