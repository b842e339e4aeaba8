"""Where to put a service: candidates, scenarios, strengths."""
