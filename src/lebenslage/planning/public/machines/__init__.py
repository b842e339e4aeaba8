"""Published figures for machines, and charts for the pages of others."""
