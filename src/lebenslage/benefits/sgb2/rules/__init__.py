"""SGB II in the order of its questions: who belongs, who has a claim, needs, housing, income, means of the children, assets, distribution."""
