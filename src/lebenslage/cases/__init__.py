"""The life of a case: application, evidence, decision, notice, remedy."""
