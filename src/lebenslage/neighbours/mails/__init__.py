"""Mails that say there is an answer, and nothing else: where they lead, and how they are switched on and off."""
