"""The door of the planners: what was published about areas."""
