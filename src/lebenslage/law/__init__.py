"""The law engine: facts, rules, dated parameters; assess, explain, ask, simulate. Knows no benefit and no person."""
