"""What everybody may read: the portal of a municipality, its figures for machines, charts for other pages."""
