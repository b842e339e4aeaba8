"""Sozialraumkonferenzen: invitation, briefing, agenda, notes, decisions, minutes."""
