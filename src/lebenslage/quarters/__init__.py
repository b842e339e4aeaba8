"""Areas of a town and the published values of indicators. Nothing here speaks of a person."""
