"""OGC API - Features, Part 1: Core (OGC 17-069r4), of what a town published: a collection for each set of areas.

`asked` reads the parameters, `documents` writes landing page, conformance and collections, `features` the areas with their figures,
`openapi` the definition; `views` answers as JSON or HTML. Loaded through `analysed`, for it computes with outlines.
"""
