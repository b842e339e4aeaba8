"""The social report: made with one click, written in, released, kept."""
