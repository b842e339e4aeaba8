"""The text that stands behind what a municipality offers of its own will."""

from lebenslage.kernel.citations import Statute

GO_NRW = Statute("GO NRW", None, None)  # each municipality orders its offers as voluntary services
SINCE = "2023-01-01"
