"""The pages of connectors: staff who look after the boards of some quarters."""
