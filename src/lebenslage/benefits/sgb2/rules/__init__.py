"""SGB II in the order of its questions: who belongs, who has a claim, needs, housing, income, assets, and how means are spread."""
