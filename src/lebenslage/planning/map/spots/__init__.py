"""What lies together on the map: areas among their like, and areas that stand out from their neighbours."""
