"""What the reduced offers of a municipality have in common: how a pass or a ticket opens, and the income and need behind it."""
