"""The directory in and out: HSDS and a plain table, with a preview."""
