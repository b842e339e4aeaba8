"""What towns learn from each other: recipes, blocks of reports, measures with their effect; and remarks among colleagues."""
