"""The catalogue of a town's published data in the words of DCAT-AP.de. Loaded through `analysed`, for it needs rdflib."""
