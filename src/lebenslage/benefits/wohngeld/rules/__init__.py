"""The statute in its own order: members, rent, burden, income, allowances, amount, claim, period, changes."""
