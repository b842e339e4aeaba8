"""What towns learn from each other."""
