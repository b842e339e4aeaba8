"""Which law of subsistence a foreigner falls under: AsylbLG § 1, SGB XII § 23. Other benefits ask this room first."""

from lebenslage.benefits.aufenthaltsrecht.rules import asylblg_berechtigt, sozialhilfe_ausgeschlossen

__all__ = ["asylblg_berechtigt", "sozialhilfe_ausgeschlossen"]
