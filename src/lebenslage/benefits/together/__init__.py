"""All benefits together: the law of a day, the texts, and the priority between them."""

from lebenslage.benefits.together.law import BENEFITS, Law, words
from lebenslage.benefits.together.overview import Overview, overview

__all__ = ["BENEFITS", "Law", "Overview", "overview", "words"]
