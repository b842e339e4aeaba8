"""Published versions of services: what is asked, which proofs, who decides, which remedy."""
