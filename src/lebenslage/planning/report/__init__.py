"""Making, editing and releasing the social report."""
