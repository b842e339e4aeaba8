"""Benefits: one folder each, the facts they share, and `together`, the priority between them. Pure rules that know nobody."""
