"""Check my rights: one question a page, then what is due."""
