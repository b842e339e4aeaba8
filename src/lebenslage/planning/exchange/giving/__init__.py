"""Giving something of the own to other towns. Loaded through `analysed`, for it computes what a measure changed."""
