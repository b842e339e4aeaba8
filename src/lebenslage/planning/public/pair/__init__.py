"""Two published indicators together: where both are high, where both are low."""
