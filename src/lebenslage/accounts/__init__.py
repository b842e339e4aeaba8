"""Who signs in: the user model without a name, and the scope in which somebody acts."""
