"""The rules of net income: what is earned, contributions, tax on wages, income tax."""
