"""The statute in its own order: who, with whom, the needs, housing, income, assets, the claim, the period. Chapter 3 shares most of it."""
