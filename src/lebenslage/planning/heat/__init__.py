"""The heat action plan and drinking fountains."""
