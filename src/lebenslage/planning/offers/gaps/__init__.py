"""Need without offer: an indicator of the quarters against the offers there."""
