"""All benefits together: the law of a day, the texts, and (as benefits are added) the priority between them."""

from lebenslage.benefits.together.law import BENEFITS, Law, words

__all__ = ["BENEFITS", "Law", "words"]
